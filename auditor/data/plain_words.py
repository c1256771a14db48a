"""Typed, cached reader of `plain_words.toml`: the words that tell what a line of plain text is."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads


@dataclass(frozen=True, slots=True, kw_only=True)
class PlainWords:
    """The words of all languages by what they open or accompany, in lower case; the head of the table says what each means."""

    caption: frozenset[str]
    picture: tuple[str, ...]
    position: frozenset[str]
    byline: frozenset[str]
    conjunction: frozenset[str]
    published: frozenset[str]
    updated: frozenset[str]
    mail: frozenset[str]
    clock: frozenset[str]
    duration: frozenset[str]


@cache
def plain_words() -> PlainWords:
    """The table, read once: plain text names no language, so that all serve."""
    languages = loads((files("auditor.data") / "plain_words.toml").read_text(encoding="utf-8")).values()

    def words(key: str) -> frozenset[str]:
        return frozenset(word for language in languages for word in language.get(key, ()))

    return PlainWords(
        caption=words("caption"),
        picture=tuple(sorted(words("picture"))),
        position=words("position"),
        byline=words("byline"),
        conjunction=words("and"),
        published=words("published"),
        updated=words("updated"),
        mail=words("mail"),
        clock=words("clock"),
        duration=words("duration"),
    )
