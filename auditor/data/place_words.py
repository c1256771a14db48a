"""Typed, cached reader of `place_words.toml`: the words that stand before a place's name in a caption."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from tomllib import loads


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """One language's words, in lower case."""

    before: frozenset[str]
    article: frozenset[str]
    """May stand between such a word and the name."""


@cache
def place_words() -> Mapping[str, PlaceWords]:
    """By language; one that writes other nouns with a capital too, or has none, is absent."""
    table = loads((files("auditor.data") / "place_words.toml").read_text(encoding="utf-8"))
    return {
        language: PlaceWords(frozenset(words), frozenset(table["article"].get(language, ())))
        for language, words in table["before"].items()
    }
