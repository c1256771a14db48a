"""An article's HTML -> `Page`: body, pictures and every statement about them, not yet understood."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from selectolax.lexbor import LexborHTMLParser

from auditor.limits import MAX_MEDIA_ITEMS
from auditor.model import Page
from auditor.readers.encoding import decode_page
from auditor.readers.html_article import Article, locate_article
from auditor.readers.html_binding import bind_elsewhere, find_blocks
from auditor.readers.html_body import Line, head_end, read_body, read_lines, story_end, text_begins
from auditor.readers.html_collective import bylines, find_cover_line, find_credit_of_all, with_cover_line, with_credit_of_all
from auditor.readers.html_embeds import find_embeds, with_embeds
from auditor.readers.html_guard import without_traps
from auditor.readers.html_items import Hidden, make_items
from auditor.readers.html_media import lay_out, without_repetition
from auditor.readers.html_portraits import is_portrait
from auditor.readers.html_references import bind_by_reference
from auditor.readers.html_selection import Story, belongs_to_story, own_domain
from auditor.readers.html_signatures import with_own_name, with_signatures
from auditor.readers.html_tree import Element, Tree, line, spaced_text
from auditor.readers.json_ld import LinkedData, read_json_ld
from auditor.readers.meta_tags import MetaTags, read_meta_tags
from auditor.readers.page_dates import day_in_address, day_in_lines, first_date
from auditor.readers.page_title import Titles, best_title, part_of_title
from auditor.readers.script_state import read_script_state
from auditor.readers.sites.reading import read_through
from auditor.readers.sites.site_file import Site

_WITHOUT_WORDS = ["script", "style", "template", "svg"]


@dataclass(frozen=True, slots=True)
class Source:
    """One page, parsed, with what its head says."""

    html: bytes
    tree: Tree
    linked: LinkedData
    meta: MetaTags
    url: str | None
    problems: tuple[str, ...]
    window_title: str
    """The words of the `title` element."""

    @property
    def published(self) -> str | None:
        """The day of publication that the page declares, ISO 8601."""
        return first_date(_dates(self))


def open_page(data: bytes, *, url: str | None = None) -> Source:
    """The bytes of a page, parsed; any are taken."""
    text, problems = decode_page(data)
    html, traps = without_traps(text)
    parser = LexborHTMLParser(html)
    linked = read_json_ld(node.text() for node in parser.css('script[type*="ld+json"]'))
    parser.strip_tags(_WITHOUT_WORDS, recursive=True)
    problems = [*problems, *traps, *linked.problems]
    tree = Tree(parser)
    title = parser.css_first("head title")
    of_window = line(title.text()) if title else ""
    return Source(html, tree, linked, read_meta_tags(tree.nodes("meta")), url or _canonical(parser), tuple(problems), of_window)


def read_html(data: bytes, *, url: str | None = None, sites: Sequence[Site] = (), wants_body: bool = True) -> Page:
    """One page; what could not be read is named in `problems`. The first of `sites` that is the page's own corrects the rest."""
    source = open_page(data, url=url)
    published = source.published
    own = read_through(sites, source.tree.parser, url=source.url, published=published)
    article = locate_article(source.tree, own.title or source.linked.headline or source.meta.title, source.window_title)
    if article and own.root:
        article.root = source.tree.element(own.root)
    page = Page(
        url=source.url,
        title=own.title or best_title(_titles(source, article)),
        language=_language(source),
        date_published=own.date_published or published,
        byline=own.byline or tuple(dict.fromkeys(source.linked.authors or source.meta.authors)),
        problems=(*source.problems, *own.problems),
    )
    if article is None:
        return _with_problem(page, "no running text was found: this is no article, or only a script fills it")
    return own.traced(_with_story(page, source, article, wants_body))


def _with_story(page: Page, source: Source, article: Article, wants_body: bool) -> Page:
    linked = (url for picture in source.linked.pictures if picture.is_article_image for url in picture.urls)
    layout = lay_out(source.tree, article, (*source.meta.picture_urls, *linked))
    find_blocks(layout, article)
    embeds = find_embeds(source.tree, article, layout)
    if layout.dropped:
        page = _with_problem(
            page, f"{layout.dropped:,} pictures beyond the first {MAX_MEDIA_ITEMS:,} were not read, embeds counted"
        )
    claimed = {p.block.key for p in layout.pictures if p.block and p.block.text()} | {embed.block.key for embed in embeds}
    lines = read_lines(source.tree, article, claimed, {p.element.key: p.order for p in layout.pictures})
    authors = frozenset(name.casefold() for name in page.byline)
    story = Story(article, layout, own_domain(page.url), authors)
    bind_by_reference(layout, source.tree, lines, article)
    credit_of_all, cover_line = find_credit_of_all(lines, article), find_cover_line(lines)
    bind_elsewhere(layout, lines, article, partial(is_portrait, article=article, authors=authors))
    layout.last = max([layout.last, *(entry.after for entry in lines[: story_end(lines, article)][-1:])])
    shown = [p for p in layout.pictures if belongs_to_story(p, story)]
    if page.date_published is None or article.headline is None:
        kept = set(shown)
        others = [p.block for p in layout.pictures if p.block and p.order < layout.first and p not in kept]
        page = _with_head(page, source, article, lines, others)
    pictures = without_repetition(shown)
    silent = [key for picture in pictures if not picture.has_words for key in picture.keys]
    hidden = Hidden([*source.linked.pictures, *read_script_state(source.html, silent)], source.meta.picture_urls, pictures)
    media = make_items(pictures, source.tree, hidden, text_begins(lines, article, layout.order))
    media = with_credit_of_all(with_own_name(media, source.meta.site), credit_of_all)
    media = with_cover_line(with_signatures(media, authors), cover_line)
    media = with_embeds(media, pictures, embeds, source.tree)
    if not wants_body:
        return replace(page, media=media)
    known = {s.value.casefold() for item in media for s in item.statements if s.origin.is_displayed}
    body = read_body(lines, article, known=known | bylines(authors) | {(page.title or "").casefold()})
    return replace(page, media=media, body=tuple(body))


def _with_head(page: Page, source: Source, article: Article, lines: list[Line], others: list[Element]) -> Page:
    """The page with the headline, if that is no heading, and the day that its head prints, be it beside a portrait (`others`)."""
    head = [entry.text for entry in lines[: head_end(lines, article)]]
    if article.headline is None and page.title == source.window_title:
        titled = [line(node.text()) for node in source.tree.parser.css('[class*="title" i], [class*="heading" i]')]
        page = replace(page, title=part_of_title(source.window_title, [*head, *titled]) or page.title)
    if page.date_published:
        return page
    beside = (block.text() for block in others)
    return replace(page, date_published=day_in_lines((*head, *beside), page.language) or day_in_address(page.url))


def _with_problem(page: Page, problem: str) -> Page:
    return replace(page, problems=(*page.problems, problem))


def _canonical(parser: LexborHTMLParser) -> str | None:
    for query, name in (('link[rel="canonical"]', "href"), ('meta[property="og:url"]', "content")):
        if (node := parser.css_first(query)) and (value := node.attributes.get(name)):
            return value.strip()
    return None


def _language(source: Source) -> str | None:
    root = source.tree.parser.css_first("html")
    declared = (root.attributes.get("lang") or root.attributes.get("xml:lang")) if root else None
    return (declared or "").strip() or source.linked.language or source.meta.language


def _dates(source: Source) -> Iterator[str | None]:
    """What may be the day of publication, best first."""
    yield source.linked.date_published
    yield from source.meta.dates
    for node in source.tree.parser.css('time[datetime], [itemprop="datePublished"], abbr.published'):
        attributes = node.attributes  # `title`: the value of an `abbr` in microformats (hAtom, datetime design pattern)
        yield attributes.get("datetime") or attributes.get("content") or attributes.get("title") or node.text()


def _titles(source: Source, article: Article | None) -> Titles:
    tree, headline = source.tree, article.headline if article else None
    marked = [n for n in (*tree.nodes("h1"), *tree.nodes("h2")) if "headline" in (n.attributes.get("itemprop") or "").split()]
    return Titles(
        structured=source.linked.headline,
        meta=source.meta.title,
        shown=spaced_text(headline.node) if headline else None,
        of_page=source.window_title,
        site=source.meta.site,
        marked=spaced_text(marked[0]) if len(marked) == 1 else None,
        other_headings=tuple(e.text() for e in map(tree.element, tree.nodes("h1")) if e is not headline),
    )
