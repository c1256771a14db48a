"""What the words of one party allow: a name at all, a body of a known kind, an office, the head of a caption."""

import re

from auditor.model import OrganisationKind
from auditor.text.names import MAX_CASELESS, PARTICLES, Likeness, is_caseless, is_low, is_low_name
from auditor.text.normalise import fold, squeeze
from auditor.text.party import Party
from auditor.text.tokens import Joint
from auditor.text.vocabulary import vocabulary

_JAPANESE_PROSE = re.compile(r"^[にをはがでのとも]|[\u4e00-\u9fff][にをはがで][\u4e00-\u9fff]|\d[年月日]")
_HAN_KANA_HANGUL = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_DIGIT = re.compile(r"\d")
_MOST_OFFICE = 6
"""Words of an office named in full (`пресс-служба губернатора … области`)."""
_BEHIND = (Joint.COLON, Joint.SLASH)
"""Signs behind which a name in small letters may stand (`bild: anna berg`)."""
_QUOTES = "'\"‘’“”„«»「」『』"


def is_name(party: Party, line: str) -> bool:
    """Whether an unknown party can be a name at all, not prose."""
    if party.agency is not None:
        return True
    name = line[party.start : party.end]
    if party.end < len(line) and party.start and line[party.start - 1] in _QUOTES and line[party.end] in _QUOTES:
        return len(name) <= 80
    if not name.isascii() and _HAN_KANA_HANGUL.search(name):
        if _JAPANESE_PROSE.search(name) or name.rstrip(".").endswith(("다", "요", "모습")) or (name[-1] == "." and " " in name):
            return False
        return (len(name) <= 10 and name[-1] not in "でにをはがたる") or (
            party.likeness == Likeness.BODY and len(name) <= 16 and name[-1] not in "るたで。"
        )
    words = name.split()
    if not words or len(words) > 8 or (not "".join(words).isalpha() and len(_DIGIT.findall(name)) > 4):
        return False
    if _opens_sentence(words) or (len(words) > MAX_CASELESS and is_caseless(name) and not tells_its_kind(party)):
        return False
    if line.islower() and party.joint in _BEHIND and is_low_name(name):  # who writes credits small writes them all so
        return _is_no_prose(words)
    low = 0 if name.istitle() else sum(is_low(w) and w.lower() not in PARTICLES for w in words)
    return not low or _is_low_name(party, words, low)


def _opens_sentence(words: list[str]) -> bool:
    """`A photo …`: an indefinite article before a word in small letters."""
    return len(words) > 1 and words[0].lower() in vocabulary().indefinite and is_low(words[1])


def _is_no_prose(words: list[str]) -> bool:
    lookup = vocabulary()
    return all(
        len(w) > 2 and w not in lookup.prose_words and w not in lookup.articles and w not in lookup.indefinite for w in words
    )


def _is_low_name(party: Party, words: list[str], low: int) -> bool:
    """Whether a name may have so many words in small letters."""
    may_be_body = len(words) <= 4 and words[0][0].isupper()
    most = 2 if may_be_body and (party.is_agency_like or party.is_official or party.is_paper) else 1
    if len(words) > 1 and is_low(words[0]) and (words[0] in vocabulary().articles or words[1].lower() in PARTICLES):
        return False  # `photography by the numbers`, `foto di gruppo al G7`
    if (
        party.joint == Joint.COLON and squeeze(fold(words[0])) in vocabulary().official_words
    ):  # `пресс-служба губернатора области`
        return len(words) <= _MOST_OFFICE
    return low <= most if len(words) <= 2 + most else party.is_lender


def is_platform(party: Party) -> bool:
    """Whether the table knows it as a social platform."""
    return party.agency is not None and party.agency.kind is OrganisationKind.SOCIAL_PLATFORM


def is_office(party: Party) -> bool:
    """`Ann Example, head of the port`: what follows the comma says who is shown; a medium says where the maker works."""
    if party.agency is not None or party.likeness == Likeness.PERSON:
        return False
    words = party.name.split()
    holds_office = squeeze(fold(words[0])) in vocabulary().offices
    return holds_office or not party.is_paper or any(w[0].islower() and w not in PARTICLES for w in words)


def is_described(party: Party) -> bool:
    """`Ministers in Rome`, `Party leader Ann Example`: words that no name holds."""
    if party.agency is not None or party.name.istitle():
        return False
    words = party.name.split()
    if not vocabulary().prose_words.isdisjoint(w for w in words if not w[0].isupper()):
        return True
    describes = any(is_low(w) and w not in PARTICLES for w in words[1:]) and words[0][0].isupper()
    return describes and not tells_its_kind(party)


def is_caption_head(group: list[Party]) -> bool:
    """`Ministers in Rome (ANSA)`: unknown words before a bracket or dash are the caption, unless they are a person's name."""
    first, second = group[:2]
    is_person = first.likeness == Likeness.PERSON and not (is_caseless(first.name) and first.name.count(" ") > 1)
    unknown = first.agency is None and not is_person and not first.is_agency_like and not first.is_low
    described = second.joint == Joint.BAR and any(w[0].islower() and w not in PARTICLES for w in first.name.split()[1:])
    return unknown and (described or second.joint in (Joint.OPEN, Joint.DASH))


def tells_its_kind(party: Party) -> bool:
    """Whether an unknown body's name says that it deals in pictures, publishes or is an authority."""
    return party.is_agency_like or party.is_paper or party.is_official
