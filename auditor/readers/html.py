"""An article's HTML -> `Page`: body, pictures and every statement about them, not yet understood."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from auditor.model import Field, MediaItem, Origin, Page, Statement
from auditor.readers.encoding import decode_page
from auditor.readers.html_body import Article, locate_article, read_body
from auditor.readers.html_figures import read_block
from auditor.readers.html_media import Layout, Picture, bind_words, lay_out, story_pictures
from auditor.readers.html_soup import BlockSoup
from auditor.readers.html_tree import Tree, line
from auditor.readers.image_url import picture_key
from auditor.readers.json_ld import LinkedData, LinkedPicture, read_json_ld
from auditor.readers.meta_tags import MetaTags, read_meta_tags
from auditor.readers.page_dates import first_date


def read_html(data: bytes, *, url: str | None = None) -> Page:
    """One page; any bytes are taken, what could not be read is named in `problems`."""
    html, problems = decode_page(data)
    tree = Tree(LexborHTMLParser(html))
    linked = read_json_ld(node.text() for node in tree.parser.css('script[type*="ld+json"]'))
    meta = read_meta_tags(tree.parser)
    article = locate_article(tree, linked.headline or meta.title)
    page = Page(
        url=url or _canonical(tree),
        title=_title(article, linked, meta),
        language=_language(tree, linked, meta),
        date_published=first_date([linked.date_published, *meta.dates, *_times(tree)]),
        byline=tuple(dict.fromkeys(linked.authors or meta.authors)),
        problems=(*problems, *linked.problems),
    )
    if article is None:
        return replace(
            page, problems=(*page.problems, "no running text was found: this is no article, or only a script fills it")
        )
    layout = lay_out(tree, article)
    bind_words(tree, layout, article)
    pictures = story_pictures(layout, article)
    media = _items(pictures, linked, layout)
    return replace(page, media=media, body=_body(tree, article, layout, media, page.title))


def _canonical(tree: Tree) -> str | None:
    for query, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        if (node := tree.parser.css_first(query)) and (value := node.attributes.get(name)):
            return value.strip()
    return None


def _language(tree: Tree, linked: LinkedData, meta: MetaTags) -> str | None:
    root = tree.parser.css_first("html")
    declared = (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root else None
    return (declared or "").strip() or linked.language or meta.language


def _times(tree: Tree) -> list[str]:
    return [value for node in tree.parser.css("time[datetime]") if (value := node.attributes.get("datetime"))]


def _title(article: Article | None, linked: LinkedData, meta: MetaTags) -> str | None:
    shown = line(article.headline.node.text()) if article and article.headline else None
    return linked.headline or shown or meta.title


def _items(pictures: list[Picture], linked: LinkedData, layout: Layout) -> tuple[MediaItem, ...]:
    by_key: dict[str, list[LinkedPicture]] = {}
    for picture in linked.pictures:
        for url in picture.urls:
            by_key.setdefault(picture_key(url), []).append(picture)
    soup = BlockSoup()
    return tuple(_item(position, picture, soup, by_key) for position, picture in enumerate(pictures))


def _item(position: int, picture: Picture, soup: BlockSoup, by_key: dict[str, list[LinkedPicture]]) -> MediaItem:
    alt = line(picture.element.attributes.get("alt") or "") or None
    statements = read_block(soup, picture.top, picture.captions)
    locator = picture.element.locator()
    for name, field, origin in (("alt", Field.ALT_TEXT, Origin.ALT), ("title", Field.TITLE, Origin.TITLE)):
        if value := line(picture.element.attributes.get(name) or ""):
            statements.append(Statement(field=field, value=value, origin=origin, locator=f"{locator}[{name}]"))
    same = list({id(p): p for key in picture.keys for p in by_key.get(key, ())}.values())
    statements += [statement for p in same for statement in p.statements]
    return MediaItem(
        kind=picture.kind,
        position=position,
        statements=tuple(statements),
        urls=tuple(dict.fromkeys((*picture.urls, *(url for p in same for url in p.urls)))),
        is_lead=position == 0,
        alt_text=alt,
    )


def _body(tree: Tree, article: Article, layout: Layout, media: tuple[MediaItem, ...], title: str | None) -> tuple[str, ...]:
    claimed = {p.block.key for p in layout.pictures if p.block} | {e.key for p in layout.pictures for e in p.captions}
    known = {title.casefold()} if title else set()
    known |= {s.value.casefold() for item in media for s in item.statements if s.origin.is_displayed}
    return tuple(read_body(tree, article, claimed=claimed, known=known))
