"""Which languages a caption may be in: agency captions run untranslated on foreign pages, and plain text names no language."""

from collections.abc import Iterable, Iterator
from functools import lru_cache

from auditor.data.calendar import date_words, names
from auditor.text.date_words import words_of

ENGLISH = "en"
SHARED_BY = 3
"""A name that more languages share (`september`) does not tell the language."""
SHORTEST = 3
"""Letters of a word that tells (not the `de` of Catalan `de gener`)."""
TELLING = 3
"""Different common words of a language that a caption must hold to be taken for it."""


def languages_of(words: Iterable[str], language: str | None) -> frozenset[str]:
    """The languages a caption may be in: the page's, English, and those that its names or its common words give away."""
    known = {ENGLISH} if language is None else {ENGLISH, *_base(language)}
    telling = _telling(untagged=language is None)
    scores: dict[str, int] = {}
    for word in words:
        if word in telling:
            found, common = telling[word]
            if found and len(found) <= SHARED_BY and not found & known:
                known |= found
            for owner in common:
                scores[owner] = scores.get(owner, 0) + 1
    best = max(scores, key=scores.__getitem__, default=ENGLISH)
    if scores.get(best, 0) >= TELLING and scores[best] > (rival := max(scores.get(owner, 0) for owner in known)):
        own = () if scores[best] > 2 * rival else known  # the page's language is plainly not the caption's
        known = {ENGLISH, best, *own}
    return frozenset(known)


@lru_cache(maxsize=1)
def _common() -> dict[str, tuple[str, ...]]:
    """The languages that have this word among their commonest."""
    owners: dict[str, list[str]] = {}
    for language, words in date_words().items():
        for word in words.get("common", ()):
            owners.setdefault(word, []).append(language)
    return {word: tuple(languages) for word, languages in owners.items()}


@lru_cache(maxsize=256)
def _base(tag: str) -> frozenset[str]:
    primary = tag.lower().replace("_", "-").split("-")[0]
    primary = {"no": "nb", "nn": "nb", "tl": "fil", "in": "id", "iw": "he", "bs": "hr", "sh": "sr"}.get(primary, primary)
    return frozenset({primary} & (names().keys() | date_words().keys()))


@lru_cache(maxsize=2)
def _telling(*, untagged: bool) -> dict[str, tuple[set[str], tuple[str, ...]]]:
    """Each word that tells something, with the languages whose name it is, and those that have it among their commonest."""
    owners, common = _owners(untagged=untagged), _common()
    return {word: (owners.get(word, set()), common.get(word, ())) for word in owners.keys() | common.keys()}


def _owners(*, untagged: bool) -> dict[str, set[str]]:
    """The telling word of each long name and its forms, with the languages it belongs to; without a tag more words must tell."""
    owners: dict[str, set[str]] = {}
    for language in names().keys() | date_words().keys():
        for form in (*_names(language), *(_phrases(language) if untagged else ())):
            word = next((word for word in words_of(form) if len(word) >= SHORTEST), None)
            if word and not set(_common().get(word, ())) - {language}:
                owners.setdefault(word, set()).add(language)
    return owners


def _names(language: str) -> Iterator[str]:
    table, words = names().get(language), date_words().get(language, {})
    days = [form for cell in table.days_wide for form in cell] if table else []
    yield from days
    yield from (form for cell in (table.months_wide if table else ()) for form in cell)
    yield from (day + suffix for day in days for suffix in words.get("glued", ()))
    yield from (form for cell in words.get("days_more", ()) for form in cell.split(","))
    yield from (form for cell in words.get("months_more", ()) for form in cell.split(",") if not form.isascii())


def _phrases(language: str) -> Iterator[str]:
    words = date_words().get(language, {})
    yield from (*words.get("history", ()), *words.get("label_word", ()))
    for phrase in (*words.get("relative", ()), *words.get("feast", ())):
        form = phrase.partition("=")[0]
        if sum(len(word) >= SHORTEST for word in words_of(form)) == 1:  # `i fjor`, not `last month`
            yield form
