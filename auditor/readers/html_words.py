"""The vocabulary of `data/html_words.toml`, as sets."""

import re
import tomllib
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from operator import add

_PART = re.compile(r"[A-Z]?[a-zß-öø-ÿ]+|[A-Z]+(?![a-z])")
_TERM = re.compile(r"(?:schema|dc|dct|dcterms|cc|iptc|rnews|xhv):(\w+)|https?://(?:schema\.org/|purl\.org/dc/\w+/)(\w+)")
"""A term of the vocabularies that describe pictures, by its usual prefix (RDFa Core Initial Context) or in full."""
_CONDITIONS = frozenset(("has", "no", "not", "is", "with", "without", "js", "skip", "can", "should"))


@dataclass(frozen=True)
class HtmlWords:
    """What the words in class names and the texts of controls tell."""

    caption: frozenset[str]
    credit: frozenset[str]
    credit_inside: frozenset[str]
    credit_alone: frozenset[str]
    outside: frozenset[str]
    overlay: frozenset[str]
    byline: frozenset[str]
    portrait: frozenset[str]
    people: frozenset[str]
    hidden: frozenset[str]
    small: frozenset[str]
    beside: frozenset[str]
    standfirst: frozenset[str]
    graphic: frozenset[str]
    video: frozenset[str]
    furniture: frozenset[str]
    slides: frozenset[str]
    places: dict[str, int]
    """Words for a place on the page: its rank from the top or the left."""
    labels: tuple[str, ...]
    credit_labels: frozenset[str]
    standing: frozenset[str]
    collective: tuple[str, ...]
    cover: tuple[str, ...]
    pictured: tuple[str, ...]
    writers: tuple[str, ...]
    advertising: tuple[str, ...]
    scan: tuple[str, ...]

    @cached_property
    def side(self) -> frozenset[str]:
        """What is no part of the story."""
        return self.outside | self.overlay

    @cached_property
    def unread(self) -> frozenset[str]:
        """What is no part of the story or not shown."""
        return self.side | self.hidden

    @cached_property
    def telling(self) -> frozenset[str]:
        """What decides how the text inside is read."""
        return self.unread | self.naming | self.byline

    @cached_property
    def credit_here(self) -> frozenset[str]:
        """What calls itself credit inside of a picture's block."""
        return self.credit | self.credit_inside

    @cached_property
    def naming(self) -> frozenset[str]:
        """What calls itself a picture's words wherever it stands."""
        return self.caption | self.credit


@cache
def html_words() -> HtmlWords:
    """The table, read once."""
    table = tomllib.loads((files("auditor.data") / "html_words.toml").read_text("utf-8"))
    classes = {name: frozenset(words) for name, words in table["classes"].items()}
    text = table["text"]
    return HtmlWords(
        **classes,
        furniture=frozenset(map(str.casefold, text["furniture"])),
        labels=tuple(text["labels"]),
        credit_labels=frozenset(text["credit_labels"]),
        standing=frozenset(text["standing"]),
        collective=tuple(map(str.casefold, text["collective"])),
        cover=tuple(text["cover"]),
        pictured=tuple(text["pictured"]),
        writers=tuple(text["writers"]),
        advertising=tuple(text["advertising"]),
        scan=tuple(text["scan"]),
        places={word: rank for rank, words in enumerate(text["places"]) for word in words},
    )


def name_parts(names: str) -> frozenset[str]:
    """The words inside class names and ids, and each two in a row: `img__captionText` -> img, caption, text, captiontext, ...

    Of a property in RDFa (`schema:creditText`) the term counts.
    Names that state a condition or a variant (`print:hidden`, `has-sidebar`, `js-modal`) say nothing about what the element is.
    """
    found: list[str] = []
    for name in names.split():
        if ":" in name:
            if not (term := _TERM.fullmatch(name)):
                continue
            name = term[1] or term[2]
        if "[" in name:
            continue
        parts = name.replace("_", "-").split("-") if name.islower() else [part.lower() for part in _PART.findall(name)]
        if parts and parts[0] not in _CONDITIONS:
            found += parts
            found += map(add, parts, parts[1:])
    return frozenset(found)
