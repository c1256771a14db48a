"""Meta tags: Open Graph, Twitter cards, Dublin Core, article and publishers' own names for the same things."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from auditor.model import Field, Origin, Statement

_DATE_NAMES = (
    "article:published_time", "datepublished", "og:article:published_time", "article:published", "parsely-pub-date",
    "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "date.available",
    "date.created", "publishdate", "publish-date", "publish_date", "publication_date", "pubdate", "published", "published_time",
    "sailthru.date", "last-published", "date", "article.published", "rnews:datepublished", "og:published_time", "displaydate",
    "issued", "cxenseparse:recs:publishtime",
)  # fmt: skip
"""Names of the day of publication, plainest first (https://ogp.me/#type_article, Dublin Core, parse.ly, sailthru, rNews)."""

_DATE_RANK = {name: rank for rank, name in enumerate(_DATE_NAMES)}
_AUTHOR_NAMES = ("author", "article:author", "dc.creator", "parsely-author", "sailthru.author", "byl")
_TITLES = ("og:title", "twitter:title")
_DESCRIPTIONS = ("description", "og:description")
_LANGUAGES = ("og:locale", "language", "dc.language", "content-language")
_SITE = "og:site_name"
_PICTURES = ("og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src")
_PICTURE_STATEMENTS = {
    "og:image:alt": Field.ALT_TEXT,
    "twitter:image:alt": Field.ALT_TEXT,
}
_NAMES = frozenset((*_DATE_NAMES, *_AUTHOR_NAMES, *_TITLES, *_DESCRIPTIONS, *_LANGUAGES, _SITE, *_PICTURES, *_PICTURE_STATEMENTS))
"""All that are read; most of a page's are others."""


@dataclass(slots=True)
class MetaTags:
    """What the head of the page says."""

    title: str | None = None
    description: str | None = None
    language: str | None = None
    site: str = ""
    """What the site calls itself."""
    dates: list[str] = field(default_factory=list)
    """Candidates for the day of publication, best first."""
    authors: list[str] = field(default_factory=list)
    picture_urls: list[str] = field(default_factory=list)
    picture_statements: list[Statement] = field(default_factory=list)


def read_meta_tags(nodes: Iterable[LexborNode]) -> MetaTags:
    """All `meta` elements of a page that have a content, in whatever part of it they stand."""
    found = MetaTags()
    dated: list[tuple[int, str]] = []
    for node in nodes:
        attributes = node.attributes
        name = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").strip().lower()
        if name not in _NAMES or not (value := " ".join((attributes.get("content") or "").split())):
            continue
        if name in _DATE_RANK:
            dated.append((_DATE_RANK[name], value))
        else:
            _read(name, value, found)
    found.dates = [value for _, value in sorted(dated, key=lambda pair: pair[0])]
    return found


def _read(name: str, value: str, found: MetaTags) -> None:
    if name in _TITLES:
        found.title = value if name == "og:title" else found.title or value
    elif name in _DESCRIPTIONS:
        found.description = found.description or value
    elif name in _LANGUAGES:
        found.language = found.language or value.replace("_", "-")
    elif name == _SITE:
        found.site = value
    elif name in _AUTHOR_NAMES:
        found.authors += [] if re.match(r"https?:", value) else [value]
    elif name in _PICTURES:
        found.picture_urls.append(value)
    else:
        found.picture_statements.append(
            Statement(field=_PICTURE_STATEMENTS[name], value=value, origin=Origin.META, locator=f"meta[{name}]")
        )
