"""Which pictures belong to the story: no teasers of other articles, no portraits of authors, no furniture of the site."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from auditor.readers.html_article import HEADINGS, Article
from auditor.readers.html_media import Layout, Picture
from auditor.readers.html_tree import Element
from auditor.readers.html_words import html_words

_CHROME = frozenset(("nav", "footer", "dialog"))
_PICTURE_LINK = re.compile(
    r"^(?:#|$)|\.(?:jpe?g|png|webp|avif|gif)\b|galler|galer|bilder|/fotos?/|/photos?/|/images?/|lightbox", re.I
)
_NEAR = 4
"""Levels above a picture's block in which the words of a teaser stand."""


def belongs_to_story(picture: Picture, layout: Layout, article: Article, site: str) -> bool:
    """Whether the picture is one of the article's own."""
    above = [e for e in picture.element.ancestors() if e.key not in article.spine]
    words = html_words()
    if any(e.tag in _CHROME or e.words & words.outside for e in above):
        return False
    if any(e.words & words.people for e in above[:6]):
        return False
    if not picture.has_words and any(e.words & words.portrait for e in above[:3]):
        return False
    if _is_beacon(picture) or _is_teaser(picture, article, site):
        return False
    return picture.order <= layout.last or (picture.has_words and picture.element.within(article.container))


def own_domain(url: str | None) -> str:
    """The last two labels of the page's host, empty where it is unknown."""
    return ".".join(urlsplit(url or "").netloc.split(".")[-2:])


def _is_beacon(picture: Picture) -> bool:
    """A bare address without description, size, words or picture file name counts readers."""
    attributes = picture.element.attributes
    if picture.has_words or attributes.get("alt") or attributes.get("srcset") or len(picture.urls) > 1:
        return False
    return not re.search(r"\.(?:jpe?g|png|webp|avif|gif|ece|image)\b", picture.urls[0], re.I) and not attributes.get("class")


def _is_teaser(picture: Picture, article: Article, site: str) -> bool:
    """Whether the picture leads to another article: the words with it are mostly links, or it stands in that article's card."""
    start = picture.block or picture.element
    for level, box in enumerate(_boxes(start, article)):
        if level and box.tag == "article" and any(n.tag in HEADINGS for n in box.node.css("h1, h2, h3, h4, h5, h6")):
            return True
        text = box.text()
        if not text:
            continue
        linked = sum(len(link) for link in _links_away(box, site))
        if linked > 0.5 * len(text):
            return True
        if level and len(text) > 600:
            break
    return False


def _boxes(start: Element, article: Article) -> Iterator[Element]:
    """The picture's block and what stands around it, up to the article's own elements."""
    for level, element in enumerate(start.ancestors()):
        if element.key in article.spine or level > _NEAR:
            return
        yield element


def _links_away(box: Element, site: str) -> Iterator[str]:
    """The texts of links to other pages of the same site (a shop's or an agency's page is no teaser)."""
    for node in [box.node, *box.node.css("a[href]")]:
        if node.tag == "a":
            href = (node.attributes.get("href") or "").strip()
            abroad = href.startswith("http") and site and site not in href
            if not abroad and not _PICTURE_LINK.search(href):
                yield " ".join(node.text().split())
