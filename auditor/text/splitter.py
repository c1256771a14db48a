"""Caption -> description, credit line and usage terms, as spans that tile it together with the signs between them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from auditor.limits import MAX_CAPTION_CHARS
from auditor.model import CaptionReading, Credit, DateReading, Field, Flag, Origin, Span, Statement, UsageKind
from auditor.text.credit_parser import Reading, credit_of, empty_reason, parse_credit
from auditor.text.dates import parse_caption_date
from auditor.text.normalise import fold, words_in
from auditor.text.placeholders import placeholder_reason
from auditor.text.roles import caption_flags
from auditor.text.usage_terms import blanked, find_usage_rules, runs
from auditor.text.zone import find_credit

_MAX_EMPTY = 30
"""Characters of a credit line that may say nothing (`Photo credit: n/a`)."""
_NO_DATE = DateReading()
_BETWEEN = " \t\n\r\u00a0|-–—/=＝;,"


class Caption:
    """A caption with the views of it that the steps share: its fold, its words, its terms of use."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.read = text[:MAX_CAPTION_CHARS]
        """As much of it as is read."""
        self.folded = fold(self.read)
        self.words = words_in(self.folded)
        self.rules = find_usage_rules(self.read, self.folded, self.words)
        self.terms = runs(self.read, self.rules)

    def split(self, where: str | None = None) -> CaptionReading:
        """As `split_caption`, for a text that is asked in more than one place."""
        return _split(self, where)


def read_caption(parts: Sequence[Statement], *, language: str | None, published: date | None) -> CaptionReading:
    """An item's displayed statements, joined by line breaks, split and dated.

    A part that another holds already is not doubled; a credit line is one by its place, a caption is split.
    """
    kept = _once(parts)
    if not kept:
        return CaptionReading()
    text = "\n".join(part.value for part in kept)
    dating = parse_caption_date(text, published=published, language=language) if text.strip() else _NO_DATE
    reading = _join(kept, Caption(text), language, dating)
    described = reading.description
    if reading.placeholder or not described:
        return reading
    placeholder = placeholder_reason(described, fold(described))
    return replace(reading, placeholder=placeholder) if placeholder else reading


def split_caption(text: str, *, where: str | None = None, language: str | None = None) -> CaptionReading:
    """One string split, without dates; `where` is what is known of its place.

    `figure` (inside or beside a picture), `caption` (there, and not its credit), `alt`, `structured` (data of the page), `text`
    (elsewhere) or None. A bare name is a credit in a figure only, and not in its caption.
    """
    return Caption(text).split(where)


def _split(caption: Caption, where: str | None, origin: Origin | None = None, dating: DateReading = _NO_DATE) -> CaptionReading:
    """The parts of a caption; `origin`: whose words it holds."""
    text, read, folded, terms = caption.text, caption.read, caption.folded, caption.terms
    if reason := placeholder_reason(text, folded):
        return CaptionReading(caption=text, placeholder=reason, dating=dating)
    if terms:
        read, folded = blanked(read, terms), blanked(folded, terms)
    zone = find_credit(read, folded, where)
    start, end = zone[:2] if zone else (len(text), len(text))
    described = _description(read + text[MAX_CAPTION_CHARS:], start, end)
    span = Span(start, start + len(read[start:end].rstrip(" \t\n\r*"))) if zone else None
    return CaptionReading(
        caption=text,
        description=described.of(text) if described else None,
        description_span=described,
        credit=_credit(zone[2], span, caption) if zone and span else None,
        credit_span=span,
        credit_origin=origin if zone else None,
        usage_terms=terms,
        usage_rules=caption.rules,
        dating=dating,
    )


def _credit(found: Reading, span: Span, caption: Caption) -> Credit:
    """The credit that a caption holds. `Photo: n/a` is a placeholder."""
    line = span.of(caption.text)
    credit = _with_caption_flags(credit_of(found), caption, span.start)
    says_little = not credit.creators and len(line) <= _MAX_EMPTY and all(len(o.printed) < 5 for o in credit.organisations)
    if says_little and (reason := empty_reason(line, span.of(caption.folded))):
        return Credit(line=line, placeholder=reason)
    if not caption.terms and credit.line == line:
        return credit
    return replace(credit, line=line, usage_terms=tuple(t.of(caption.text) for t in caption.terms))


def _with_caption_flags(credit: Credit, caption: Caption, at: int) -> Credit:
    """The credit with the flags that the caption around it raises; what a third party supplied is a handout.

    A word inside a supplier's name (`Alamy Stock Photo`) raises none.
    """
    flags = caption_flags(caption.folded, caption.words, (o.span.shifted(at) for o in credit.organisations))
    if any(rule.kind is UsageKind.THIRD_PARTY for rule in caption.rules):
        flags.add(Flag.HANDOUT)
    if flags.issubset(credit.flags):
        return credit
    flags.update(credit.flags)
    return replace(credit, flags=tuple(flag for flag in Flag if flag in flags))


def _description(text: str, start: int, end: int) -> Span | None:
    """The longer side of the caption beside its credit; both sides where the credit stands in the middle."""
    before, after = _stripped(text, 0, start), _stripped(text, end, len(text))
    if before and after:
        return max(before, after, key=lambda s: s.end - s.start)
    return before or after


def _stripped(text: str, start: int, end: int) -> Span | None:
    if start >= end:
        return None
    part = text[start:end]
    left = start + len(part) - len(part.lstrip(_BETWEEN))
    right = end - (len(part) - len(part.rstrip(_BETWEEN)))
    return Span(left, right) if left < right else None


def _once(parts: Sequence[Statement]) -> list[Statement]:
    kept: list[Statement] = []
    for part in parts:
        value = part.value.strip()
        if any(value and value in other.value for other in kept):
            continue
        kept = [other for other in kept if not (other.value.strip() in value and other.field is part.field)]
        kept.append(part)
    return kept


def _join(parts: Sequence[Statement], caption: Caption, language: str | None, dating: DateReading) -> CaptionReading:
    """The reading of the whole caption from its parts."""
    offset, starts = 0, []
    for part in parts:
        starts.append(offset)
        offset += len(part.value) + 1
    text, terms = caption.text, caption.terms
    read = blanked(text, terms)
    lines = ((p, at) for p, at in zip(parts, starts, strict=True) if p.field is Field.CREDIT_LINE)
    line = next(((p, at) for p, at in lines if not terms or read[at : at + len(p.value)].strip()), None)
    if line is None:
        return _split(caption, "caption", parts[-1].origin, dating)
    part, at = line
    end = at + len(part.value)
    start = end - len(read[at:end].lstrip(f"{_BETWEEN}." if terms else None))
    credit = _with_caption_flags(parse_credit(read[start:end], language=language), caption, start)
    span = Span(start, start + len(credit.line))
    credit = replace(credit, line=span.of(text), usage_terms=tuple(term.of(text) for term in terms))
    described = _description(read, at, end)
    return CaptionReading(
        caption=text,
        description=described.of(text) if described else None,
        description_span=described,
        credit=credit,
        credit_span=span,
        credit_origin=part.origin,
        usage_terms=terms,
        usage_rules=caption.rules,
        dating=dating,
    )
