"""Public licences in a credit line: Creative Commons in all versions and spellings, public domain, Crown copyright.

Creative Commons asks for title, author, source and licence (https://creativecommons.org/licenses/by/4.0/ §3(a)); which of them a
line prints is seen from the parties beside the licence.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from auditor.data.load import Licence, licence_elements, licences
from auditor.model import Role, Span
from auditor.text.normalise import fold
from auditor.text.patterns import any_of

_LEADS = re.compile(
    r"(?:(?:(?:is |are |wird |ist )?(?:licen[cs]ed|lizenziert|lizenz|licen[cs]e|licencia|licenza)|sous licence|bajo licencia"
    r"|con licenza|under|unter)[ :]*(?:under|unter|sous|bajo|a |the |der |la |an? )?[ :]*)+$"
)


@dataclass(frozen=True, slots=True)
class LicenceNotice:
    """A licence as a line names it."""

    name: str
    """In the usual spelling: `CC BY-SA 4.0`."""
    role: Role
    span: Span


@lru_cache(maxsize=1)
def _patterns() -> tuple[tuple[Licence, re.Pattern[str]], ...]:
    element = any_of(fold(word) for words in licence_elements().values() for word in words)
    return tuple(
        (licence, re.compile(rf"(?<![a-z0-9])(?:{licence.pattern.replace('{elements}', element)})")) for licence in licences()
    )


@lru_cache(maxsize=1)
def _needed() -> re.Pattern[str]:
    """What any of the patterns needs, in one look: most lines hold none."""
    return re.compile(any_of(need for licence in licences() for need in licence.needs))


@lru_cache(maxsize=1)
def _element_of() -> dict[str, str]:
    return {fold(word): element for element, words in licence_elements().items() for word in words}


def find_licences(folded: str) -> tuple[LicenceNotice, ...]:
    """Every licence named, in order; the first pattern of the table that matches a place takes it."""
    if not _needed().search(folded):
        return ()
    found: list[LicenceNotice] = []
    for licence, pattern in _patterns():
        if any(need in folded for need in licence.needs):
            found += _matches(licence, pattern, folded, found)
    return tuple(sorted(found, key=lambda f: f.span.start))


def _matches(licence: Licence, pattern: re.Pattern[str], folded: str, taken: list[LicenceNotice]) -> Iterator[LicenceNotice]:
    for match in pattern.finditer(folded):
        span = _with_lead(folded, match.start(), match.end())
        if not any(span.start < other.span.end and other.span.start < span.end for other in taken):
            yield LicenceNotice(_name(licence, match), licence.role, span)


def _with_lead(folded: str, start: int, end: int) -> Span:
    """The licence with the words that introduce it (`licensed under`, `Lizenz:`) and its own address."""
    address = re.search(r"(?:https?://)?(?:www\.)?$", folded[:start])
    start = address.start() if address else start
    lead = _LEADS.search(folded[max(0, start - 60) : start])
    return Span(max(0, start - 60) + lead.start() if lead else start, end)


def _name(licence: Licence, match: re.Match[str]) -> str:
    groups = {name.rstrip("2"): value for name, value in match.groupdict().items() if value}
    kind = _kind(groups.get("kind", ""))
    name = licence.name.format(kind=kind, version=groups.get("version", ""), port=groups.get("port", "").upper())
    return " ".join(name.split())


def _kind(words: str) -> str:
    """`attribution share-alike` -> `BY-SA`; every version since 2.0 begins with BY."""
    elements = _element_of()
    found = {elements[word] for word in re.findall(any_of(elements), words)}
    return "-".join(e for e in ("by", "nc", "nd", "sa") if e in found).upper()
