"""Portraits of those who wrote the story: no pictures of it, and no words of the page are theirs."""

import re

from auditor.readers.html_article import Article
from auditor.readers.html_credit_words import is_name_alone
from auditor.readers.html_media import Picture
from auditor.readers.html_tree import Element, strings_of
from auditor.readers.html_words import html_words

_AUTHOR_LINK = re.compile(
    r"(?<!/licenses)/(?:autor(?:en|es)?|authors?|auteurs?|autore|people|profiles?|redakt\w*|journalist\w*|by|team)/", re.I
)
_AUTHOR_FOLDER = re.compile(r"/(?:authors?|autore[ns]?|writers?|journalists?|reporters?|columnists?)/", re.I)
"""Where sites keep the portraits of those who write for them."""
_BYLINE = 60
"""Characters of the longest words beside an author's portrait: a name, a function."""
_NEAR = 6
"""Levels above a portrait in which the words of a byline stand."""


def is_portrait(picture: Picture, article: Article, authors: frozenset[str]) -> bool:
    """Whether a picture shows whoever wrote the story; the names of the `authors` are case folded."""
    if picture.is_portrait is None:
        above = [e for e in picture.element.ancestors() if e.key not in article.spine]
        picture.is_portrait = picture.element.key not in article.spine and _is_person(picture, above, article, authors)
    return picture.is_portrait


def _is_person(picture: Picture, above: list[Element], article: Article, authors: frozenset[str]) -> bool:
    """The author, or somebody in a box about them."""
    table = html_words()
    people = frozenset[str]().union(*(e.words & table.people for e in above[:_NEAR] if not e.words.isdisjoint(table.people)))
    if people and not (people <= table.byline and picture.is_captioned):
        return True
    if any(map(_AUTHOR_FOLDER.search, picture.addresses.best)) and not picture.is_captioned:
        return True
    if any((e.attributes.get("itemtype") or "").endswith("/Person") for e in picture.element.up_to(article.container)):
        return True
    if (picture.element.attributes.get("alt") or "").strip().casefold() in authors:
        return True
    block = picture.block or picture.element
    links = [e.node for e in picture.element.ancestors() if e.tag == "a"]
    if len(block.text()) < _BYLINE:
        if _is_byline(picture, block, authors):
            return True
        links += block.node.css("a[href]")
    return any(n.attributes.get("rel") == "author" or _AUTHOR_LINK.search(n.attributes.get("href") or "") for n in links)


def _is_byline(picture: Picture, block: Element, authors: frozenset[str]) -> bool:
    """Whether the words of a block begin with an author's name and go on apart from it, with a function or the day."""
    words = block.text().casefold()
    if not any(name in words for name in authors) or picture.is_captioned or block.is_named(html_words().credit):
        return False
    shown = [text.casefold() for text in strings_of(block)]
    return len(shown) > 1 and shown[0].endswith(tuple(authors)) and not is_name_alone(block.text())
