"""An article's HTML -> `Page`: body, pictures and every statement about them, not yet understood."""

from dataclasses import replace

from selectolax.lexbor import LexborHTMLParser

from auditor.limits import MAX_MEDIA_ITEMS
from auditor.model import Field, MediaItem, Origin, Page, Statement
from auditor.readers.encoding import decode_page
from auditor.readers.html_article import Article, locate_article
from auditor.readers.html_binding import bind_elsewhere, find_blocks
from auditor.readers.html_body import read_body, read_lines
from auditor.readers.html_figures import read_words
from auditor.readers.html_guard import without_traps
from auditor.readers.html_media import Picture, lay_out, without_repetition
from auditor.readers.html_selection import Story, belongs_to_story, own_domain
from auditor.readers.html_soup import BlockSoup
from auditor.readers.html_tree import Tree, line
from auditor.readers.image_url import picture_key
from auditor.readers.json_ld import LinkedData, LinkedPicture, read_json_ld
from auditor.readers.meta_tags import MetaTags, read_meta_tags
from auditor.readers.page_dates import first_date

_SOFT_HYPHEN = "\u00ad"
_SAME = 30
"""Characters by which two forms of a headline are known for the same; sites add their name to one of them."""
_WITHOUT_WORDS = ["script", "style", "template", "svg"]


def read_html(data: bytes, *, url: str | None = None) -> Page:
    """One page; any bytes are taken, what could not be read is named in `problems`."""
    text, problems = decode_page(data)
    html, traps = without_traps(text)
    parser = LexborHTMLParser(html)
    linked = read_json_ld(node.text() for node in parser.css('script[type*="ld+json"]'))
    parser.strip_tags(_WITHOUT_WORDS, recursive=True)
    tree = Tree(parser)
    meta = read_meta_tags(parser)
    article = locate_article(tree, linked.headline or meta.title)
    page = Page(
        url=url or _canonical(tree),
        title=_title(article, linked, meta),
        language=_language(tree, linked, meta),
        date_published=first_date([linked.date_published, *meta.dates, *_times(tree)]),
        byline=tuple(dict.fromkeys(linked.authors or meta.authors)),
        problems=(*problems, *traps, *linked.problems),
    )
    if article is None:
        return replace(
            page, problems=(*page.problems, "no running text was found: this is no article, or only a script fills it")
        )
    return _with_article(page, tree, article, linked)


def _with_article(page: Page, tree: Tree, article: Article, linked: LinkedData) -> Page:
    layout = lay_out(tree, article)
    if layout.dropped:
        page = replace(
            page, problems=(*page.problems, f"{layout.dropped:,} pictures beyond the first {MAX_MEDIA_ITEMS:,} were not read")
        )
    find_blocks(layout, article)
    claimed = {p.block.key for p in layout.pictures if p.block}
    lines = read_lines(tree, article, claimed, {p.element.key: p.order for p in layout.pictures})
    bind_elsewhere(layout, lines)
    story = Story(article, layout, own_domain(page.url), frozenset(name.casefold() for name in page.byline))
    pictures = without_repetition(p for p in layout.pictures if belongs_to_story(p, story))
    media = _items(pictures, linked, BlockSoup(tree))
    known = {page.title.casefold()} if page.title else set()
    known |= {s.value.casefold() for item in media for s in item.statements if s.origin.is_displayed}
    return replace(page, media=media, body=tuple(read_body(lines, article, known=known)))


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
    """The headline of the structured data, else the one shown if the meta tags do not contradict it, else theirs."""
    shown = article.headline.text().replace(_SOFT_HYPHEN, "") if article and article.headline else None
    if linked.headline or not shown or not meta.title:
        return linked.headline or shown or meta.title
    agree = meta.title.casefold().startswith(shown.casefold()[:_SAME]) or shown.casefold().startswith(
        meta.title.casefold()[:_SAME]
    )
    return shown if agree else meta.title


def _items(pictures: list[Picture], linked: LinkedData, soup: BlockSoup) -> tuple[MediaItem, ...]:
    by_key: dict[str, list[LinkedPicture]] = {}
    for picture in linked.pictures:
        for url in picture.urls:
            by_key.setdefault(picture_key(url), []).append(picture)
    return tuple(_item(position, picture, soup, by_key) for position, picture in enumerate(pictures))


def _item(position: int, picture: Picture, soup: BlockSoup, by_key: dict[str, list[LinkedPicture]]) -> MediaItem:
    alt = line(picture.element.attributes.get("alt") or "") or None
    words = read_words(soup, picture.block or picture.element, picture.captions)
    statements = words.statements
    locator = picture.element.locator()
    title = line(picture.element.attributes.get("title") or "")
    if alt:
        statements.append(Statement(field=Field.ALT_TEXT, value=alt, origin=Origin.ALT, locator=f"{locator}[alt]"))
    if title:
        credit = title.removeprefix(alt or title).lstrip(" |/–-")
        field, value = (Field.CREDIT_LINE, credit) if credit and credit != title else (Field.TITLE, title)
        statements.append(Statement(field=field, value=value, origin=Origin.TITLE, locator=f"{locator}[title]"))
    same = list({id(p): p for key in picture.keys for p in by_key.get(key, ())}.values())
    statements += [statement for p in same for statement in p.statements]
    return MediaItem(
        kind=picture.kind,
        position=position,
        statements=tuple(statements),
        urls=tuple(dict.fromkeys((*picture.urls, *(url for p in same for url in p.urls)))),
        is_lead=position == 0,
        alt_text=alt,
        duration=words.duration,
    )
