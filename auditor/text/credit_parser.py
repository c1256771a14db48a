"""Credit line -> Credit: the grammar of this folder's README, one function a production.

line      = { label | party | meaning | joint }     tokens.py parts the runs, parties.py names them
persons and chain                                   chain.py settles who made and who supplied
role, flags, medium                                 roles.py
"""

import re
from dataclasses import dataclass, replace

from auditor.limits import MAX_CREDIT_CHARS
from auditor.model import Credit, OrganisationKind, Role
from auditor.text.chain import creators, lenders, organisations, settle
from auditor.text.licences import LicenceNotice, find_licences
from auditor.text.normalise import fold, with_line_breaks
from auditor.text.parties import PartyReader
from auditor.text.party import Parties, Party
from auditor.text.placeholders import placeholder_reason
from auditor.text.roles import flags_of, medium_of, role_of
from auditor.text.tokens import tokenise
from auditor.text.usage_terms import blanked, find_usage_rules, runs
from auditor.text.vocabulary import vocabulary

_HANDOUT = Role.HANDOUT
_ADDRESS = re.compile(r"https?://(?:www\.)?([\w.\-]*)([^\s)\]|,;]*)")
"""A web address; only its host is read."""


@dataclass(slots=True)
class Reading:
    """A line parsed and settled, not yet put into a `Credit`: what the splitter judges candidates by."""

    line: str
    found: Parties
    persons: list[Party]
    bodies: list[Party]
    notices: tuple[LicenceNotice, ...] = ()


def parse_credit(text: str, *, language: str | None = None) -> Credit:
    """What a text says that is a credit line by its place; spans are offsets into the stripped line.

    `language` (BCP 47) is taken for the day a word means two things; no word of the tables needs it yet.
    """
    folded = fold(text)
    reason = empty_reason(text, folded)
    line = text.strip()
    if reason is not None:
        return Credit(line=line, placeholder=reason)
    lead = len(text) - len(text.lstrip())
    folded = with_line_breaks(line, folded[lead : lead + len(line)])
    terms = runs(line, find_usage_rules(line[:MAX_CREDIT_CHARS], folded[:MAX_CREDIT_CHARS]))
    if not terms:
        return credit_of(read_line(line, folded))
    credit = credit_of(read_line(blanked(line, terms), blanked(folded, terms)))
    return replace(credit, line=line, usage_terms=tuple(term.of(line) for term in terms))


def empty_reason(line: str, folded: str) -> str | None:
    """Why a credit line names nobody, label or not: `Photo: n/a` is as empty as `n/a`."""
    behind_label = folded.find(":") + 1
    return placeholder_reason(line, folded) or placeholder_reason(line[behind_label:], folded[behind_label:])


def read_line(line: str, folded: str, *, stops_at_prose: bool = False) -> Reading:
    """The line's parties, settled; `folded` is its fold. A candidate need not be read on behind words that are no credit's."""
    folded = folded[:MAX_CREDIT_CHARS]
    notices = find_licences(folded)
    if notices:
        folded = _without(folded, notices)
    if "//" in folded:
        folded = _ADDRESS.sub(_blanked, folded)
    found = PartyReader(line, folded, vocabulary(), stops_at_prose=stops_at_prose).read(tokenise(folded))
    persons, bodies = ([], []) if stops_at_prose and found.is_prose else settle(found)
    return Reading(line, found, persons, bodies, notices)


def credit_of(reading: Reading) -> Credit:
    """The line as a value."""
    line, found, persons, bodies = reading.line, reading.found, reading.persons, reading.bodies
    role = role_of(found, persons, bodies, reading.notices)
    return Credit(
        line=line,
        creators=creators(line, persons, found.labels),
        organisations=organisations(line, bodies, persons, gives=role is _HANDOUT),
        lenders=lenders(line, bodies),
        role=role,
        licence=reading.notices[0].name if reading.notices else None,
        flags=flags_of(found, bodies),
        medium=medium_of(found, bodies),
        formulas=tuple([line[start:end] for start, end in found.formulas]),
        is_ambiguous=_is_ambiguous(persons, bodies),
    )


def _is_ambiguous(persons: list[Party], bodies: list[Party]) -> bool:
    """A lone `X` is a letter or the platform."""
    if persons or len(bodies) != 1 or bodies[0].agency is None or bodies[0].agency.kind is not OrganisationKind.SOCIAL_PLATFORM:
        return False
    return bodies[0].end - bodies[0].start == 1


def _without(folded: str, notices: tuple[LicenceNotice, ...]) -> str:
    """The line with its licences blanked: a semicolon keeps the names on both sides apart."""
    for notice in notices:
        start, end = notice.span.start, notice.span.end
        folded = f"{folded[:start]};{' ' * (end - start - 1)}{folded[end:]}"
    return folded


def _blanked(match: re.Match[str]) -> str:
    host = match.group(1)
    lead = match.start(1) - match.start()
    return " " * lead + host + " " * len(match.group(2))
