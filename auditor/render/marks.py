"""Words of a caption marked in place: overlapping spans cut into runs that each know what they are."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise

from auditor.model import Field, Finding, MediaItem, Span


@dataclass(frozen=True, slots=True)
class Run:
    """Characters that share the same marks."""

    text: str
    kinds: tuple[str, ...]
    """`credit`, `date`, `terms`, and the severities of findings on these words."""


def marked_caption(item: MediaItem, findings: Iterable[Finding]) -> list[Run]:
    """The caption with its credit, date, usage terms and the words findings rest on; empty where there is no caption."""
    words = item.reading
    marks = [(span, kind) for span, kind in ((words.credit_span, "credit"), _dated(item)) if span]
    marks += [(span, "terms") for span in words.usage_terms]
    return list(runs(item.caption or "", [*marks, *_found(findings, Field.CAPTION)]))


def marked_field(text: str | None, findings: Iterable[Finding], field: Field) -> list[Run]:
    """Another text of the picture (alternative text, header) with the words findings rest on."""
    return list(runs(text or "", _found(findings, field)))


def runs(text: str, marks: Iterable[tuple[Span, str]]) -> Iterator[Run]:
    """The whole text, cut wherever a mark begins or ends; marks that reach outside are clipped."""
    marks = list(marks)
    edges = {0, len(text), *(min(edge, len(text)) for span, _ in marks for edge in (span.start, span.end))}
    ordered = sorted(edges)
    for start, end in pairwise(ordered):
        kinds = dict.fromkeys(kind for span, kind in marks if span.start <= start and end <= span.end)
        yield Run(text[start:end], tuple(kinds))


def _dated(item: MediaItem) -> tuple[Span | None, str]:
    return (item.date.span if item.date else None), "date"


def _found(findings: Iterable[Finding], field: Field) -> list[tuple[Span, str]]:
    return [(f.span, f.severity.value) for f in findings if f.span and f.field is field]
