"""What a line of plain text says of credits: is it one, does it end in one, and how sure are its words alone."""

import re
from dataclasses import dataclass
from enum import IntEnum

from auditor.data.plain_words import plain_words
from auditor.model import CaptionReading, Creator, Credit, Flag, Organisation, OrganisationKind, Span
from auditor.text.splitter import Caption

_MAX_CREDIT = 400
"""Characters: credit lines of 300 published ones had up to 150, with usage terms 300."""
_MAX_NAME = 100
"""Characters of a line that only its place can make a credit."""
_MAX_CAPTION = 600
"""Characters of a line that may be a caption with its credit: of 281 published captions none had 460."""


_NO_SUPPLIERS = (None, OrganisationKind.SOCIAL_PLATFORM, OrganisationKind.AI_GENERATOR, OrganisationKind.TOOL)
_SELL_PICTURES = tuple(
    kind
    for kind in OrganisationKind
    if kind not in (*_NO_SUPPLIERS, OrganisationKind.PUBLIC_BODY, OrganisationKind.BROADCASTER, OrganisationKind.PUBLISHER)
)
"""The names of the others stand alone in a text for many reasons."""
_SUPPLY_WORDS = frozenset((Flag.HANDOUT, Flag.POOL, Flag.COURTESY))
_SENTENCE_IN_BRACKET = re.compile(r"[^\W\d_]{3,}[.!?]\s*[(（]")
_COPYRIGHT = re.compile(r"©|\bcopyright\b|\(c\)", re.IGNORECASE)
_WORD = re.compile("(?:[^\\W\\d_]|[\u0900-\u0e7f])+\\.?")
"""With the vowel signs of the scripts of India and Thailand, which are no letters to `re`."""


class Sign(IntEnum):
    """How sure the words of a line make it that they are a picture's credit, the surest last."""

    NONE = 0
    NAME = 1
    """A name that no table knows, which only its place can make a credit: a writer, a speaker, a heading look the same."""
    PARTY = 2
    """An agency or picture library alone: a text's source looks the same."""
    CHAIN = 3
    """A person with an agency, a handout."""
    LABEL = 4
    """It says so: `Photo: ...`."""


@dataclass(frozen=True, slots=True)
class CreditReading:
    """The credit in a line."""

    sign: Sign = Sign.NONE
    span: Span | None = None
    """Offsets into the line."""
    is_whole: bool = False
    """Whether the line is nothing but the credit."""
    is_person: bool = False
    """Whether a line of `Sign.NAME` looks like a person's name; headings in capitals look like any."""


def read_credit_sign(text: str) -> CreditReading:
    """Find the credit in a line; `Sign.NONE` where there is none."""
    if len(text) > _MAX_CAPTION:
        return CreditReading()
    caption = Caption(text)
    reading = caption.split()  # whether a line of plain text is a caption or running text is not known here
    if reading.credit is None and len(text) <= _MAX_NAME:
        return _read_in_place(caption)
    if reading.credit is None or reading.credit_span is None:
        return CreditReading()
    credit, span = reading.credit, reading.credit_span
    sign = _sign_of(credit)
    if sign is not Sign.LABEL and _is_prose(credit):
        return CreditReading()
    if _is_whole(reading, text) or _is_scrap(text, span.start, sign):
        return CreditReading(sign, Span(0, len(text)), True) if len(text) <= _MAX_CREDIT else CreditReading()
    closes = not any(map(str.isalnum, text[span.end :]))
    opens = span.start == 0 and sign is Sign.LABEL
    return CreditReading(sign, span) if closes or opens else CreditReading()


def _read_in_place(caption: Caption) -> CreditReading:
    """A name that could be a credit if it stood under a picture."""
    text, reading = caption.text, caption.split("figure")
    if reading.credit is None or not _is_whole(reading, text) or _is_prose(reading.credit):
        return CreditReading()
    is_person = bool(reading.credit.creators) and len(text.split()) <= 3 and not text.isupper()
    return CreditReading(Sign.NAME, reading.credit_span, is_whole=True, is_person=is_person)


def _is_prose(credit: Credit) -> bool:
    """Whether a credit without a label is a sentence that names an agency: it begins with a verb, or ends as sentences do."""
    if _COPYRIGHT.search(credit.line):
        return False
    before, _ = _around_parties(credit)
    begins_amid = bool(before) and before[0][:1].islower() and credit.line.startswith(before[0])
    small = sum(word.islower() for word in _WORD.findall(credit.line.rstrip(" .")))
    last = credit.line.rstrip()[-1:]
    return begins_amid or last in "?!" or (small > 1 and last == ".") or bool(_SENTENCE_IN_BRACKET.search(credit.line))


def _is_scrap(text: str, end: int, sign: Sign) -> bool:
    """Whether so little stands before a credit that it is part of a name the tables do not know, or a page number: no caption."""
    before = text[:end].rstrip()
    if sum(map(str.isalpha, before)) < 3:
        return bool(before)
    is_short = len(before.split()) <= 3 and len(before) < 25
    return is_short and sign is not Sign.LABEL and before[-1].isalnum() and text[end] not in "([（［"


def _is_whole(reading: CaptionReading, text: str) -> bool:
    if reading.credit is None or reading.credit_span is None:
        return False
    rest = text[: reading.credit_span.start] + text[reading.credit_span.end :]
    return not any(char.isalnum() for char in rest)


def _sign_of(credit: Credit) -> Sign:
    if credit.placeholder or not (credit.creators or credit.organisations or credit.lenders or credit.formulas):
        return Sign.NAME
    if _says_picture(credit):
        return Sign.LABEL
    if (credit.creators and _supplies(credit)) or _SUPPLY_WORDS.intersection(credit.flags):
        return Sign.CHAIN
    sells = any(organisation.kind in _SELL_PICTURES for organisation in credit.organisations)
    return Sign.PARTY if sells else Sign.NAME


def _says_picture(credit: Credit) -> bool:
    """Whether words around the names say that it is a picture's (`Photo by`, `撮影`); `Source:` and `By` do not.

    After the names only beside a person or supplier: `Article thumbnail image` is a caption.
    """
    before, after = _around_parties(credit)
    is_named = credit.creators or _supplies(credit)
    return any(word.casefold().startswith(plain_words().picture) for word in (*before, *(after if is_named else ())))


def _supplies(credit: Credit) -> bool:
    return any(organisation.kind not in _NO_SUPPLIERS for organisation in credit.organisations)


def _around_parties(credit: Credit) -> tuple[list[str], list[str]]:
    """The words before the first and after the last name."""
    parties: tuple[Creator | Organisation, ...] = (*credit.creators, *credit.organisations)
    start = min((party.span.start for party in parties), default=len(credit.line))
    end = max((party.span.end for party in parties), default=len(credit.line))
    return _WORD.findall(credit.line[:start]), _WORD.findall(credit.line[end:])
