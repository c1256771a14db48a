"""One line that credits the pictures of a whole story: `Photographs by ...` below the headline or behind the last paragraph."""

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import replace
from functools import cache

from auditor.model import Field, MediaItem, Origin, Statement
from auditor.readers.html_article import Article
from auditor.readers.html_body import Line, head_end
from auditor.readers.html_credit_words import is_credit_alone, is_name_alone
from auditor.readers.html_tree import spaced_text
from auditor.readers.html_words import html_words
from auditor.readers.plain_credit import Sign, read_credit_sign

_CREDIT = 100
"""Characters of the longest line of this kind."""
_MAX_COVER = 300
"""Characters of the longest line about the lead picture."""
_MAX_LABEL = 40
_EASTERN_COLONS = tuple("｜／丨")
"""What Chinese pages set between a role and a name."""
_MAX_PLACED = 200
"""The same where places on the page are named."""
_LAST = 4
"""Lines at the end of a story among which one may credit all of its pictures."""


def find_credit_of_all(lines: list[Line], article: Article) -> Statement | None:
    """The line that says who made the pictures of the story, and leaves the running text for it."""
    head = lines[: _standfirst_end(lines, article)]
    for entry in (*head, *(e for e in lines[-_LAST:] if not e.is_silent)):
        if (credit := credit_of_all(_spaced(entry))) is not None:
            entry.is_silent, entry.named = True, None
            return Statement(
                field=Field.CREDIT_LINE, value=credit, origin=Origin.CREDIT_ELEMENT, locator=entry.element.locator() + _OF_ALL
            )
    return None


def _spaced(entry: Line) -> str:
    """The words of a line that names the writer, with a space between elements that touch."""
    if len(entry.text) > _CREDIT or not entry.text.casefold().startswith(html_words().writers):
        return entry.text
    own = entry.own_element
    return spaced_text(own.node) if own else entry.text


def _standfirst_end(lines: list[Line], article: Article) -> int:
    """The place of the second paragraph, if near: the first, of a gallery the only one, may be a standfirst with names below."""
    first = head_end(lines, article)
    second = article.paragraphs[1].key if len(article.paragraphs) > 1 else None
    near = min(first + _LAST, len(lines))
    return next((n for n in range(first, near) if lines[n].element.key == second), first if second else near)


_PLACED = re.compile(r"\s*([^\s,;()][^,;()]{1,60}?)\s*\(([^()]{2,20})\)\s*[,;.]?(?:\s*(?:and|und|et|y|e|en|i|&)\b)?")
"""One name and where its picture stands."""
_OF_ALL = " (one line for the pictures of the story)"


def credit_of_all(text: str) -> str | None:
    """The credit in a line that begins with `photos` in the plural, or names the writer before whoever made the pictures."""
    small = text.lstrip("([").casefold()
    if len(small) <= _MAX_PLACED and placed(text):
        return text
    if not 0 < len(small) <= _CREDIT:
        return None
    words = html_words()
    if small.startswith(words.collective) and (is_credit_alone(text) or _is_labelled_name(text)):
        return text
    if not small.startswith(words.writers):
        return None
    for found in _labels().finditer(text):
        credit = text[found.start() :]
        sign = read_credit_sign(credit)
        is_label = sign.sign is Sign.LABEL or text[found.end() : found.end() + 1] in _EASTERN_COLONS
        if found.start() and sign.is_whole and is_label:
            return credit
    return None


def _is_labelled_name(text: str) -> bool:
    label, _, names = text.partition(":")
    return label.lstrip("([").rstrip().casefold() in html_words().collective and is_name_alone(names.strip())


def placed(text: str) -> list[str]:
    """The credits in a line that says of each where its picture stands, `Photos: A (top), B (bottom)`, in order of the page.

    Empty where it is no such line or one of its parts names no place.
    """
    if text.count("(") < 2:
        return []
    words = html_words()
    label, colon, names = text.strip("[] ").partition(":")
    if not colon or label.strip().casefold() not in {*words.collective, *words.credit_labels}:
        return []
    parts = [(found[1], words.places.get(found[2].casefold())) for found in _PLACED.finditer(names)]
    if len(parts) < 2 or any(place is None for _, place in parts) or _PLACED.sub("", names).strip(" .,;&)]"):
        return []
    return [name for name, _ in sorted(parts, key=lambda part: part[1] or 0)]


def names_writer(text: str) -> bool:
    """Whether a line says who wrote the story, `Text: ...`, and not who made its pictures."""
    return text.partition(":")[0].strip().casefold() in html_words().writers and not _labels().search(text)


def bylines(authors: AbstractSet[str]) -> set[str]:
    """The lines that say no more than who wrote the story, case folded as the names of its authors are."""
    return {f"{word}{name}" for word in ("", *html_words().writers) if word[-1:] != ":" for name in authors}


@cache
def _labels() -> re.Pattern[str]:
    """Words for pictures, and for one where it is said of whoever went along with the writer."""
    words = sorted({*html_words().collective, *html_words().pictured}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, words))})\b", re.IGNORECASE)


def find_cover_line(lines: list[Line]) -> Statement | None:
    """The line at the end of a story that says what its lead picture shows or who made it, which leaves the running text."""
    for entry in lines[-_LAST:]:
        if not entry.is_silent and (said := _said_of_cover(entry.text)):
            entry.is_silent, entry.named = True, None
            is_credit = is_credit_alone(said) or is_name_alone(said)
            return Statement(
                field=Field.CREDIT_LINE if is_credit else Field.CAPTION,
                value=said,
                origin=Origin.CREDIT_ELEMENT if is_credit else Origin.CAPTION,
                locator=f"{entry.element.locator()} (of the lead picture)",
            )
    return None


def _said_of_cover(text: str) -> str:
    """What follows `cover photo:`, or the whole line where the label goes on as a credit; empty where it is no such line."""
    if len(text) > _MAX_COVER or not text[:_MAX_LABEL].lstrip("([ ").casefold().startswith(html_words().cover):
        return ""
    bare = text.strip("()[] ")
    label, colon, rest = bare.partition(":")
    if colon and label.rstrip().casefold() in html_words().cover:
        return rest.strip()
    return bare if is_credit_alone(bare) else ""


def with_cover_line(items: tuple[MediaItem, ...], said: Statement | None) -> tuple[MediaItem, ...]:
    """The items, the lead with the line about it where it lacks such words."""
    if said is None:
        return items
    return tuple(
        replace(item, statements=(*item.statements, said)) if item.is_lead and _lacks_credit(item) else item for item in items
    )


def with_credit_of_all(items: tuple[MediaItem, ...], credit: Statement | None) -> tuple[MediaItem, ...]:
    """The items, those that show no credit of their own with that of the story."""
    if credit is None:
        return items
    lacking = [place for place, item in enumerate(items) if _lacks_credit(item)]
    each = placed(credit.value)
    if each and len(each) != len(lacking):
        return items  # nobody can say whose is whose
    given = dict(zip(lacking, each or [credit.value] * len(lacking), strict=True))
    return tuple(
        replace(item, statements=(*item.statements, replace(credit, value=given[place]))) if place in given else item
        for place, item in enumerate(items)
    )


def _lacks_credit(item: MediaItem) -> bool:
    return item.kind.is_picture and not any(_states_credit(s) for s in _displayed(item.statements))


def _displayed(statements: Iterable[Statement]) -> list[Statement]:
    return [s for s in statements if s.origin.is_displayed]


def _states_credit(statement: Statement) -> bool:
    return statement.field is Field.CREDIT_LINE or read_credit_sign(statement.value).sign >= Sign.PARTY
