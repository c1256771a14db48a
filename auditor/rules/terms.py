"""Terms of use of one item, from its caption and from inside its file."""

from collections.abc import Iterator
from dataclasses import dataclass

from auditor.model import MediaItem, Span, Statement, UsageKind, UsageRule


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A term of use and where it stands."""

    rule: UsageRule
    span: Span | None = None
    """In the caption; None for a term inside the file."""
    witness: tuple[Statement, ...] = ()


def terms_of(item: MediaItem, kind: UsageKind) -> Iterator[Term]:
    """Every term of this kind; one that the caption prints and the file repeats comes once."""
    seen = set()
    for rule in item.reading.usage_rules:
        if rule.kind is kind:
            seen.add(rule.text.casefold())
            yield Term(rule=rule, span=rule.span)
    for statement, rules in item.file.terms if item.file else ():
        for rule in rules:
            if rule.kind is kind and rule.text.casefold() not in seen:
                seen.add(rule.text.casefold())
                yield Term(rule=rule, witness=(statement,))
