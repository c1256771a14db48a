"""Caption -> description, credit line and usage terms, as spans that tile it together with the signs between them."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from auditor.limits import MAX_CAPTION_CHARS
from auditor.model import CaptionReading, Credit, DateReading, Field, Flag, Origin, Span, Statement, UsageKind, UsageRule
from auditor.text.credit_parser import Reading, credit_of, empty_reason, parse_credit
from auditor.text.dates import parse_caption_date
from auditor.text.normalise import fold
from auditor.text.placeholders import placeholder_reason
from auditor.text.roles import caption_flags
from auditor.text.usage_terms import blanked, find_usage_rules, runs
from auditor.text.zone import find_credit

_MAX_EMPTY = 30
"""Characters of a credit line that may say nothing (`Photo credit: n/a`)."""
_NO_DATE = DateReading()
_BETWEEN = " \t\n\r\u00a0|-–—/=＝;,"


def read_caption(parts: Sequence[Statement], *, language: str | None, published: date | None) -> CaptionReading:
    """An item's displayed statements, joined by line breaks, split and dated.

    A part that another holds already is not doubled; a credit line is one by its place, a caption is split.
    """
    kept = _once(parts)
    if not kept:
        return CaptionReading()
    caption = "\n".join(part.value for part in kept)
    reading = _join(kept, caption, language)
    described = reading.description
    placeholder = reading.placeholder or (placeholder_reason(described, fold(described)) if described else None)
    dating = parse_caption_date(caption, published=published, language=language) if caption.strip() else _NO_DATE
    return reading if dating == _NO_DATE and not placeholder else replace(reading, dating=dating, placeholder=placeholder)


def split_caption(text: str, *, where: str | None = None, language: str | None = None) -> CaptionReading:
    """One string split, without dates; `where` is what is known of its place.

    `figure` (inside or beside a picture), `caption` (there, and not its credit), `alt`, `structured` (data of the page), `text`
    (elsewhere) or None. A bare name is a credit in a figure only, and not in its caption.
    """
    read = text[:MAX_CAPTION_CHARS]
    folded = fold(read)
    return _split(text, folded, find_usage_rules(read, folded), where)


def _split(
    text: str, folded: str, rules: tuple[UsageRule, ...], where: str | None, origin: Origin | None = None
) -> CaptionReading:
    """The parts of a caption; `folded`: the fold of as much of it as is read, `origin`: whose words it holds."""
    if reason := placeholder_reason(text, folded):
        return CaptionReading(caption=text, placeholder=reason)
    read = text[:MAX_CAPTION_CHARS]
    terms = runs(read, rules)
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
        credit=_credit(zone[2], span, (text, folded), terms, rules) if zone and span else None,
        credit_span=span,
        credit_origin=origin if zone else None,
        usage_terms=terms,
        usage_rules=rules,
        dating=_NO_DATE,
    )


def _credit(found: Reading, span: Span, texts: tuple[str, str], terms: Sequence[Span], rules: Sequence[UsageRule]) -> Credit:
    """The credit that a caption holds; `texts`: the caption and its fold. `Photo: n/a` is a placeholder."""
    text, folded = texts
    line = span.of(text)
    credit = _with_caption_flags(credit_of(found), folded, span.start, rules)
    says_little = not credit.creators and len(line) <= _MAX_EMPTY and all(len(o.printed) < 5 for o in credit.organisations)
    if says_little and (reason := empty_reason(line, span.of(folded))):
        return Credit(line=line, placeholder=reason)
    if not terms and credit.line == line:
        return credit
    return replace(credit, line=line, usage_terms=tuple(t.of(text) for t in terms))


def _with_caption_flags(credit: Credit, folded: str, at: int, rules: Sequence[UsageRule] = ()) -> Credit:
    """The credit with the flags that the caption around it raises; what a third party supplied is a handout.

    A word inside a supplier's name (`Alamy Stock Photo`) raises none.
    """
    folded = blanked(folded, [o.span.shifted(at) for o in credit.organisations])
    flags = caption_flags(folded).union(credit.flags)
    if any(rule.kind is UsageKind.THIRD_PARTY for rule in rules):
        flags.add(Flag.HANDOUT)
    return credit if len(flags) == len(credit.flags) else replace(credit, flags=tuple(flag for flag in Flag if flag in flags))


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


def _join(parts: Sequence[Statement], caption: str, language: str | None) -> CaptionReading:
    """The reading of the whole caption from its parts."""
    offset, starts = 0, []
    for part in parts:
        starts.append(offset)
        offset += len(part.value) + 1
    folded = fold(caption[:MAX_CAPTION_CHARS])
    rules = find_usage_rules(caption[:MAX_CAPTION_CHARS], folded)
    terms = runs(caption, rules)
    read = blanked(caption, terms)
    lines = ((p, at) for p, at in zip(parts, starts, strict=True) if p.field is Field.CREDIT_LINE)
    line = next(((p, at) for p, at in lines if not terms or read[at : at + len(p.value)].strip()), None)
    if line is None:
        return _split(caption, folded, rules, "caption", parts[-1].origin)
    part, at = line
    end = at + len(part.value)
    start = end - len(read[at:end].lstrip(f"{_BETWEEN}." if terms else None))
    credit = _with_caption_flags(parse_credit(read[start:end], language=language), folded, start, rules)
    span = Span(start, start + len(credit.line))
    credit = replace(credit, line=span.of(caption), usage_terms=tuple(term.of(caption) for term in terms))
    described = _description(read, at, end)
    return CaptionReading(
        caption=caption,
        description=described.of(caption) if described else None,
        description_span=described,
        credit=credit,
        credit_span=span,
        credit_origin=part.origin,
        usage_terms=terms,
        usage_rules=rules,
        dating=_NO_DATE,
    )
