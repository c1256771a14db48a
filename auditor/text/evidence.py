"""Whether a parsed string is a credit: it must state who made or supplied a picture, and hold nothing else."""

import re

from auditor.model import OrganisationKind
from auditor.text.credit_parser import Reading
from auditor.text.names import PARTICLES, Likeness
from auditor.text.parties import Party
from auditor.text.tokens import Joint
from auditor.text.vocabulary import UNSPACED, vocabulary

_SUPPLIERS = frozenset((OrganisationKind.WIRE, OrganisationKind.AGENCY, OrganisationKind.STOCK, OrganisationKind.FOOTAGE))
_ANCHORS = frozenset((Joint.COLON, Joint.BY, Joint.SIGN))
_NEW_GROUP = frozenset((Joint.SEMICOLON, Joint.STOP))
_SAYS_NOTHING = frozenset(("rights", "undated", "symbol", "file", "styling"))
_QUOTES = "'\"‘’“”„«»「」『』"
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def is_credit(reading: Reading, line: str, folded: str, *, where: str | None, before: str, after: str) -> bool:  # noqa: PLR0913
    """Whether the string states a credit and nothing else; `before` and `after` are the words of the caption around it."""
    parties = reading.found.parties
    if (
        reading.found.has_foreign_label
        or any(not _is_name(p, line) or p.is_loose for p in parties)
        or _is_byline(reading, folded)
    ):
        return False
    is_whole = not before.strip() and not after.strip()
    if is_whole and not parties and (reading.notices or any(m.name == "ai" for m in reading.found.meanings)):
        return True
    if where != "figure" and (_is_page_notice(reading, folded) or (is_whole and _is_sign_off(reading, line))):
        return False
    if not reading.notices and not _are_anchored(reading, line):
        return False
    if any(p.agency is not None for p in reading.bodies) or (reading.notices and parties):
        return True
    return _is_stated(reading, line, is_whole=is_whole) or _is_bare_name(reading, line, where, before, is_whole=is_whole)


def _is_name(party: Party, line: str) -> bool:
    """Whether an unknown party can be a name at all, not prose."""
    if party.agency is not None:
        return True
    name = line[party.start : party.end]
    if party.end < len(line) and party.start and line[party.start - 1] in _QUOTES and line[party.end] in _QUOTES:
        return len(name) <= 80
    if UNSPACED.search(name):
        return (len(name) <= 10 and name[-1] not in "でにをはがたる") or (
            party.likeness is Likeness.BODY and len(name) <= 16 and name[-1] not in "るたで。"
        )
    words = name.split()
    low = sum(w[0].islower() and w.lower() not in PARTICLES for w in words)
    digits = sum(c.isdigit() for c in name)
    most = 2 if party.likeness is Likeness.BODY and len(words) <= 4 and words[0][0].isupper() else 1
    return len(words) <= 8 and digits <= 4 and (low <= most if len(words) <= 2 + most else low == 0 or party.is_lender)


def _is_byline(reading: Reading, folded: str) -> bool:
    """`By Ann Example`: the writer of the article."""
    first = folded.split(None, 1)[0] if folded else ""
    return first in vocabulary().says_little and not [x for x in reading.found.labels if x not in vocabulary().says_little]


def _is_page_notice(reading: Reading, folded: str) -> bool:
    """`© 2026 The Gazette`: the page's own copyright; `Source: gazette.example`: the article's source."""
    parties, found = reading.found.parties, reading.found
    signed = Joint.SIGN in found.joints or "copyright" in found.labels
    reserved = any(m.name == "rights" for m in found.meanings)
    if signed and reserved and not any(p.agency is not None for p in parties):
        return True
    if len(parties) != 1:
        return not parties and (signed or reserved)
    agency = parties[0].agency
    supplies = agency is not None and agency.kind in _SUPPLIERS
    if signed or reserved:
        return bool(_YEAR.search(folded)) or reserved or not (supplies or parties[0].likeness is Likeness.PERSON)
    return any(x in vocabulary().source_labels for x in found.labels) and "." in folded.strip(" .") and not supplies


def _is_sign_off(reading: Reading, line: str) -> bool:
    """`(NTB)` and nothing else: the wire that an article comes from."""
    parties = reading.found.parties
    return line[0] in "(（[" and len(parties) == 1 and parties[0].agency is not None and not reading.found.labels


def _are_anchored(reading: Reading, line: str) -> bool:
    """Whether each group of names stands by a label, a sign, a supplier or words that say how the picture came."""
    groups: list[list[Party]] = []
    for party in reading.found.parties:
        if not groups or party.joint in _NEW_GROUP:
            groups.append([])
        groups[-1].append(party)
    mark = reading.found.first_mark
    for i, group in enumerate(groups):
        labelled = group[0].joint in _ANCHORS or (mark is not None and mark < group[0].start)
        known = any(p.agency is not None for p in group)
        if not labelled and not known and (len(groups) > 1 or (i == 0 and mark is not None and group[0].joint is Joint.COMMA)):
            return False
        if (
            not labelled
            and Joint.VIA not in reading.found.joints
            and any(p.joint is Joint.COMMA and p.agency is None and p.likeness is not Likeness.PERSON for p in group)
        ):
            return False
    return len(reading.persons) <= 4 and not _has_two_subjects(reading, line)


def _has_two_subjects(reading: Reading, line: str) -> bool:
    """`Person shown / Person who took it / Agency`: two names in a chain without a label; the first belongs to the caption."""
    parties = reading.found.parties
    mark = reading.found.first_mark
    if len(parties) < 2 or parties[0].agency is not None or (mark is not None and mark < parties[0].start):
        return False
    first, second = parties[:2]
    shown = first.likeness is Likeness.PERSON or (
        first.likeness is Likeness.EITHER and line[first.end : second.start].endswith(" / ")
    )
    return shown and second.likeness is Likeness.PERSON and second.joint is Joint.SLASH and first.key != second.key


def _is_stated(reading: Reading, line: str, *, is_whole: bool) -> bool:
    """Whether a credit without a known supplier says that it is one: a label, a sign, a bracket, a slash after a person."""
    found, credit = reading.found, reading.credit
    named = bool(found.parties)
    meant = [m for m in found.meanings if m.name not in _SAYS_NOTHING]
    labels = [x for x in found.labels if x not in vocabulary().says_little]
    if labels or meant or Joint.SIGN in found.joints:
        return named or bool(credit.formulas and meant)
    if line[0] in "(（[" and is_whole:
        return named and len(line) < 60 and line[1:].strip()[:1].isupper()
    slashed = Joint.SLASH in found.joints and Joint.COMMA not in found.joints
    return slashed and bool(reading.persons and (reading.bodies or found.meanings))


def _is_bare_name(reading: Reading, line: str, where: str | None, before: str, *, is_whole: bool) -> bool:
    """A name alone: a credit in the figure's credit element, or after a spaced slash that closes a caption."""
    if len(reading.persons) == 1 and not reading.bodies and before.rstrip().endswith("/"):
        return len(before.split()) > 4
    if where != "figure" or not is_whole or any(m.name != "styling" for m in reading.found.meanings):
        return False
    if reading.bodies:
        acronym = line.isupper() and line.isalpha() and len(line) <= 5
        return acronym or (bool(reading.persons) and bool({Joint.OPEN, Joint.FOR} & reading.found.joints))
    return bool(reading.persons)
