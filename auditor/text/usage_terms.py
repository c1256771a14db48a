"""Terms of use and desk instructions inside a caption: `MANDATORY CREDIT`, `GERMANY OUT`, `ATTENTION EDITORS …`."""

import re
from collections.abc import Iterable, Set
from functools import lru_cache

from auditor.data.load import UsagePattern, usage_patterns
from auditor.model import Span, UsageKind, UsageRule
from auditor.text.dates import parse_caption_date
from auditor.text.normalise import words_in

MAX_TERMS = 50
"""Terms read in one caption."""
_BETWEEN = re.compile(r"[\s\-*.,;:/()\[\]_'\"–—+]*(?:and |or )?")
_LIST = re.compile(r",|/|&|;|\band\b|\bor\b")


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[UsagePattern, re.Pattern[str]], ...]:
    return tuple((p, re.compile(rf"(?<![a-z0-9])(?:{p.pattern})")) for p in usage_patterns())


@lru_cache(maxsize=1)
def _needed() -> frozenset[str]:
    """What any of the patterns needs, in one look: most texts hold none."""
    return frozenset().union(*(term.needs for term in usage_patterns()))


def find_usage_rules(text: str, folded: str, words: Set[str] | None = None) -> tuple[UsageRule, ...]:
    """Each term of use in reading order; of two that overlap the one that begins first, then the longer.

    `words` are those of the text (`words_in`), where they are known already.
    """
    if words is None:
        words = words_in(folded)
    if _needed().isdisjoint(words):
        return ()
    found: list[tuple[int, int, UsageKind, re.Match[str]]] = []
    for term, pattern in _patterns():
        if not term.needs.isdisjoint(words):
            found += [(m.start(), -m.end(), term.kind, m) for m in pattern.finditer(folded)]
    rules: list[UsageRule] = []
    for start, end, kind, match in sorted(found, key=lambda f: f[:2])[:MAX_TERMS]:
        if (not rules or start >= rules[-1].span.end) and _is_instruction(kind, text[start:-end]):
            rules.append(_rule(kind, text, match))
    return tuple(rules)


def _is_instruction(kind: UsageKind, words: str) -> bool:
    """Short words that prose has too (`out`, `no sales`) are terms in capitals only, as suppliers write them."""
    if kind in (UsageKind.TERRITORY_OUT, UsageKind.MEDIUM_OUT, UsageKind.NO_RESALE, UsageKind.NO_ARCHIVE, UsageKind.NO_COMMERCE):
        words = _LIST.sub("", words)
        return words == words.upper() or words.istitle() or " use" in words.lower()
    return kind is not UsageKind.GRAPHIC_CONTENT or words.isupper()


def _rule(kind: UsageKind, text: str, match: re.Match[str]) -> UsageRule:
    groups = {name.rstrip("2"): text[slice(*match.span(name))].strip() for name, value in match.groupdict().items() if value}
    places = groups.get("territory") or groups.get("territory_list") or ""
    return UsageRule(
        kind=kind,
        text=text[match.start() : match.end()].strip(),
        span=Span(match.start(), match.end()),
        territories=tuple(p.strip() for p in _LIST.split(places) if p.strip()) if places else (),
        medium=groups.get("medium"),
        days=int(days) if (days := match.groupdict().get("days") or match.groupdict().get("days2")) else None,
        until=groups.get("date"),
        until_day=parse_caption_date(groups["date"]).date if "date" in groups else None,
    )


def blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with a line break for each span and the full stop behind it, all other offsets kept.

    Inside of a bracket that a term closes the full stop before it goes too: `[… 제공. 재판매 및 DB 금지]`.
    """
    for span in spans:
        start, end = span.start, span.end + len(text[span.end :]) - len(text[span.end :].lstrip(" .;*"))
        if text[end : end + 1] in (")", "]"):
            start = len(text[:start].rstrip(" .,"))
        text = f"{text[:start]}\n{' ' * (end - start - 1)}{text[end:]}"
    return text


def runs(text: str, rules: tuple[UsageRule, ...]) -> tuple[Span, ...]:
    """The terms as runs: neighbours parted by nothing but signs are one."""
    spans: list[Span] = []
    for rule in rules:
        if spans and _BETWEEN.fullmatch(text[spans[-1].end : rule.span.start]):
            spans[-1] = Span(spans[-1].start, rule.span.end)
        else:
            spans.append(rule.span)
    return tuple(spans)
