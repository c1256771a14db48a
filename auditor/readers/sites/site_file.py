"""A site file (TOML) -> `Site`, every key and selector checked; `README.md` beside this module describes the format."""

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches
from enum import StrEnum
from pathlib import Path

from selectolax.lexbor import LexborHTMLParser, SelectolaxError

from auditor.limits import MAX_SITE_SELECTORS
from auditor.model import UsageError
from auditor.model.address import address_parts
from auditor.policy.text_file import read_toml

CREDIT_MARK = re.compile(r"site-file-credit-\d+")
"""The class of an element that a site file calls credit."""

_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+")
_KEYS = ("hosts", "valid_from", "valid_until", "select")
_PSEUDO_CLASS = re.compile(r"(?<!:):([a-z-]+)")
_PSEUDO_CLASSES = (
    "empty", "first-child", "first-of-type", "has", "is", "last-child", "last-of-type", "not", "nth-child", "nth-last-child",
    "nth-last-of-type", "nth-of-type", "only-child", "only-of-type", "root", "where",
)  # fmt: skip
"""Those of Selectors Level 4 that speak of the tree alone (https://www.w3.org/TR/selectors-4/)."""


class Part(StrEnum):
    """What an element of the page is."""

    ARTICLE = "article"
    IGNORE = "ignore"
    CAPTION = "caption"
    CREDIT = "credit"
    TITLE = "title"
    DATE = "date"
    BYLINE = "byline"


@dataclass(frozen=True, slots=True)
class Selector:
    """One CSS selector and what it selects."""

    part: Part
    css: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The layout of some hosts in a span of time."""

    name: str
    """The file's name, for locators and messages."""
    hosts: tuple[str, ...]
    """In lower case; each stands for its subdomains too."""
    valid_from: date | None = None
    """First and last day of publication of the pages that have this layout, None for no bound."""
    valid_until: date | None = None
    selectors: tuple[Selector, ...]

    def refuses(self, url: str | None, published: str | None) -> str | None:
        """Why a page of this address and day (ISO 8601) is not touched, in plain words; None where it is this site's."""
        host = _host(url)
        if not host:
            return "the page names no address of its own"
        if not any(host == own or host.endswith("." + own) for own in self.hosts):
            return f"it is a page of {host}"
        if (self.valid_from or self.valid_until) and published is None:
            return "its day of publication is unknown"
        day = (published or "")[:10]
        if self.valid_from and day < self.valid_from.isoformat():
            return f"published {day}, before valid_from"
        if self.valid_until and day > self.valid_until.isoformat():
            return f"published {day}, after valid_until"
        return None


def load_site(path: str) -> Site:
    """The site of this file. Raises UsageError with the place, and the nearest name, for a key or selector that is wrong."""
    table, text = read_toml(path)
    source = _Source(path, text)
    for key in table:
        source.expect(key, _KEYS)
    first, last = (source.day(key, table.get(key)) for key in ("valid_from", "valid_until"))
    if first and last and first > last:
        raise source.error("valid_until", "lies before valid_from")
    return Site(
        name=Path(path).name,
        hosts=tuple(source.hosts(table.get("hosts"))),
        valid_from=first,
        valid_until=last,
        selectors=tuple(source.selectors(table.get("select"))),
    )


def nearest(word: str, known: Iterable[str], sign: str = "") -> str:
    """`; did you mean ...?` where a known word, written with this sign before it, is near."""
    match = get_close_matches(word, list(known), n=1)
    return f"; did you mean {sign + match[0]!r}?" if match else ""


def _host(url: str | None) -> str:
    return (address_parts(url).hostname or "").lower()


@dataclass(frozen=True, slots=True)
class _Source:
    """The file's text, for the places of errors."""

    path: str
    text: str

    def error(self, key: str, what: str) -> UsageError:
        """An error at this key, with its line where one can be told."""
        name = key.rpartition(".")[2]
        lines = enumerate(self.text.splitlines(), 1)
        line = next((number for number, line in lines if line.partition("=")[0].strip(" \t[]\"'") == name), None)
        place = f"{self.path}, line {line}" if line else self.path
        return UsageError(f"{place}: {key}: {what}")

    def expect(self, key: str, known: Iterable[str]) -> None:
        """Refuse a key that is not one of these."""
        name = key.rpartition(".")[2]
        if name not in known:
            raise self.error(key, f"unknown key{nearest(name, known)}")

    def day(self, key: str, value: object) -> date | None:
        """A day, or None."""
        if value is None or (isinstance(value, date) and not isinstance(value, datetime)):
            return value
        raise self.error(key, "must be a day, for example 2021-03-01 (without quotes)")

    def hosts(self, value: object) -> Iterator[str]:
        """The hosts, of which there must be one."""
        for host in self._words("hosts", value, "news.example"):
            if not _HOST.fullmatch(host):
                raise self.error("hosts", f"{host!r} is no host; write it without scheme and path, for example news.example")
            yield host.lower()

    def selectors(self, value: object) -> Iterator[Selector]:
        """All selectors in order of the parts, so that what is ignored is known before the rest is looked for."""
        if not isinstance(value, Mapping) or not value:
            raise self.error("select", 'must be a table with a selector at least, for example [select] caption = "div.note"')
        for key in value:
            self.expect(f"select.{key}", tuple(Part))
        found = [Selector(p, css) for p in Part if p in value for css in self._words(f"select.{p}", value[p], "div.note")]
        if len(found) > MAX_SITE_SELECTORS:
            raise self.error("select", f"more than {MAX_SITE_SELECTORS} selectors")
        parser = LexborHTMLParser("<p>")
        for selector in found:
            try:
                parser.css(selector.css)
            except SelectolaxError:
                what = f"{selector.css!r} is no CSS selector{_fault(selector.css)}"
                raise self.error(f"select.{selector.part}", what) from None
            yield selector

    def _words(self, key: str, value: object, example: str) -> tuple[str, ...]:
        words = (value,) if isinstance(value, str) else tuple(value) if isinstance(value, list) else ()
        if not words or not all(isinstance(word, str) and word.strip() for word in words):
            raise self.error(key, f"must be a word in quotes or a list of them, for example {json.dumps([example])}")
        return words


def _fault(css: str) -> str:
    """What is wrong with a selector, as far as can be told."""
    for name in _PSEUDO_CLASS.findall(css):
        if name not in _PSEUDO_CLASSES:
            return f" (:{name} is no pseudo-class of the tree){nearest(name, _PSEUDO_CLASSES, ':')}"
    from soupsieve import SelectorSyntaxError, compile

    try:
        compile(css)
    except (SelectorSyntaxError, NotImplementedError) as error:
        return f" ({str(error).splitlines()[0]})"
    return ""
