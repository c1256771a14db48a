"""Which pictures belong to the story: no teasers of other articles, no portraits of authors, no furniture of the site."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from selectolax.lexbor import LexborNode

from auditor.model.address import address_parts
from auditor.readers.html_article import CARD_COVER, CARD_HEADLINE, Article
from auditor.readers.html_credit_words import ends_signed, is_credit_alone, is_name_alone
from auditor.readers.html_media import Layout, Picture, opens_file
from auditor.readers.html_portraits import is_portrait
from auditor.readers.html_soup import bare
from auditor.readers.html_tree import Element, line, strings_of
from auditor.readers.html_words import html_words

_CHROME = frozenset(("nav", "footer", "dialog"))
_PICTURE_LINK = re.compile(
    r"^(?:#|$)|\.(?:jpe?g|png|webp|avif|gif)\b|galler|galer|bilder|/fotos?/|/photos?/|/images?/|lightbox", re.I
)
_FILE = re.compile(r"\.(?:jpe?g|png|webp|avif|gif|ece|image)\b", re.I)
_REQUEST = 60
"""Characters of the longest words that ask to scan a code."""
_NEAR = 6
"""Levels above a picture's block in which the words of a teaser stand."""
_SIGN_UP = 'input[type="email"], input[type="checkbox"]'
_LINKS_AND_SIGN_UPS = f"a[href], {_SIGN_UP}"
_WORDY = 20
"""Characters of the shortest words that make a link around them a card, not a credit."""
_OWN_NAMES = frozenset(("relatedimage", "relatedimages", "relatedphoto", "relatedphotos", "relatedmedia", "relatedpictures"))
_PAID = "sponsored"
"""HTML's registry of link types (microformats.org/wiki/existing-rel-values)."""
_GALLERY_ICON = "galleryicon"
"""What holds each picture in WordPress's `[gallery]` (gallery_shortcode in wp-includes/media.php)."""
_LABEL = 40
"""Characters of the longest words of a link to a gallery."""
_QUOTES = ("“", "„", "«", "‘", '"', "”", "»", "「")
_CARD = 600
"""Characters of the longest teaser, caption and headline together."""


@dataclass(frozen=True, slots=True)
class Box:
    """What an element around pictures holds, as far as it is small enough for a teaser."""

    letters: int
    sign_ups: int = 0
    is_card: bool = False
    is_offer: bool = False
    """Whether it calls itself advertising."""
    is_paid: bool = False
    """Whether it links to what it is paid for, as search engines ask to mark it."""
    away: int = 0
    """Letters of its links to other pages."""


@dataclass(frozen=True, slots=True)
class Story:
    """What is known of the article when its pictures are chosen."""

    article: Article
    layout: Layout
    site: str
    """The last two labels of the page's host, empty where it is unknown."""
    authors: frozenset[str]
    """Case folded."""
    boxes: dict[int, Box] = field(default_factory=dict)
    """By element: a box that holds many pictures is looked at once."""


def own_domain(url: str | None) -> str:
    """The last two labels of the host of an address, empty where there is none."""
    return ".".join(address_parts(url).netloc.split(".")[-2:])


def belongs_to_story(picture: Picture, story: Story) -> bool:
    """Whether the picture is one of the article's own; one behind the headline is."""
    if picture.element.key in story.article.spine:
        return True
    above = [e for e in picture.element.ancestors() if e.key not in story.article.spine]
    words, tags = html_words(), {e.tag for e in above}
    outside = (e for e in above if not e.words.isdisjoint(words.outside))
    if not _CHROME.isdisjoint(tags) or not all(_may_be_called_so(picture, e) for e in outside):
        return False
    if "aside" in tags and not (picture.is_captioned or _is_signed(picture)):
        return False
    if "article" in tags and any(e.tag == "article" and e.node.css_first("h1") for e in above):
        return False
    if not picture.has_words and any(e.words & words.portrait and _GALLERY_ICON not in e.words for e in above[:3]):
        return False
    if (_is_of_quotation(above) or _is_of_player(picture)) and not picture.is_captioned:
        return False
    if (
        is_portrait(picture, story.article, story.authors)
        or _is_code_to_scan(picture)
        or _is_beacon(picture)
        or _is_teaser(picture, story)
    ):
        return False
    return picture.order <= story.layout.last or _may_follow(picture, story.article)


def _may_follow(picture: Picture, article: Article) -> bool:
    """Whether a picture behind the last paragraph may still be of the story: with words, or as a link to its own file."""
    if any(map(opens_file, picture.element.ancestors())):
        return True
    return picture.has_words and (picture.element.within(article.container) or picture.is_captioned)


def _is_of_quotation(above: list[Element]) -> bool:
    """Whether it shows whom a quotation names; old pages set anything in by a `blockquote`."""
    quotation = next((e for e in above if e.tag == "blockquote"), None)
    if quotation is None:
        return False
    return quotation.text().startswith(_QUOTES) or quotation.node.css_first("cite, footer") is not None


def _is_of_player(picture: Picture) -> bool:
    """Whether it is the cover of what an audio player beside it plays."""
    return picture.block is not None and picture.block.node.css_first("audio") is not None


def _is_code_to_scan(picture: Picture) -> bool:
    """Whether the words with it ask the reader to scan it, as the codes of accounts and apps below a text do."""
    if not picture.has_words or picture.length_of_words > _REQUEST:
        return False
    words = "".join(e.text() for e in (picture.block or picture.element, *picture.captions)).casefold()
    return any(request in words for request in html_words().scan)


def _is_figure(picture: Picture, element: Element) -> bool:
    """Whether an element is a captioned figure around the picture or inside of it: what such a one is called says little."""
    block = picture.block
    return (
        block is not None and block.tag == "figure" and block.node.css_first("figcaption") is not None and element.within(block)
    )


def _may_be_called_so(picture: Picture, element: Element) -> bool:
    """Whether what an element's name says of side matter may be said of the story's own picture: `related-images`, signed."""
    if opens_file(element) or _is_figure(picture, element):
        return True
    return not _OWN_NAMES.isdisjoint(element.words) and picture.block is not None and _has_credit(picture.block)


def _is_signed(picture: Picture) -> bool:
    """Whether the words of the picture's block end in its credit."""
    return picture.block is not None and ends_signed(picture.block.text())


def _has_credit(block: Element) -> bool:
    """Whether a part of a block calls itself caption or credit, or is a credit by its words."""
    return block.is_named(html_words().naming) or any(map(is_credit_alone, strings_of(block))) or ends_signed(block.text())


def _is_beacon(picture: Picture) -> bool:
    """A bare address without description, size, words or picture file name counts readers."""
    attributes = picture.element.attributes
    if picture.has_words or attributes.get("alt") or attributes.get("srcset") or len(picture.addresses.best) != 1:
        return False
    return not _FILE.search(picture.addresses.best[0]) and not attributes.get("class")


def _is_teaser(picture: Picture, story: Story) -> bool:
    """Whether the picture leads to another article: it stands in that article's card, or the words with it are mostly links."""
    start = picture.block or picture.element
    link = next((e for e in picture.element.ancestors() if e.tag == "a"), None)
    if link and picture.kind == "image" and _leads_away(link, story.site, to_others=True):
        if not picture.has_words:
            return not any(e.tag == "figure" for e in link.ancestors())
        if not picture.is_captioned and (_is_linked_card(link, start) or _is_labelled_link(link, picture, story)):
            return True
    is_captioned = start.tag == "figure" and start.node.css_first("figcaption") is not None
    own = len(start.node.css(_SIGN_UP)) if start.tag == "figure" else 0  # a box to tick opens its caption
    for box in _boxes(start, story.article):
        holds = _look_at(box, story)
        if holds.letters > _CARD:
            return False
        if (
            (holds.is_offer and not is_captioned)
            or (holds.is_paid and not is_captioned and not _has_credit(start))
            or holds.sign_ups > own
            or (holds.is_card and not (is_captioned and box is start and link is None))
        ):
            return True
        share = 0.9 if is_captioned else 0.5
        if holds.letters > is_captioned * _WORDY and holds.away > share * holds.letters:
            return holds.away - _linked_credit(start) > share * holds.letters
    return False


def _linked_credit(block: Element) -> int:
    """Letters of the links in a block's credit: it is no more than that, `Photo by A on B`, or a part of it says so."""
    credit = html_words().credit
    owners = [n for n in block.node.css("[class]") if not credit.isdisjoint(block.names[n.attributes.get("class") or ""])]
    owners = [block.node] if is_credit_alone(block.text()) else owners
    return sum(len(line(link.text())) for owner in owners for link in owner.css("a[href]"))


def _look_at(box: Element, story: Story) -> Box:
    if box.key not in story.boxes:
        letters = len(box.text())
        story.boxes[box.key] = Box(letters) if letters > _CARD else _box(box, story.site)
    return story.boxes[box.key]


def _box(box: Element, site: str) -> Box:
    found = [box.node, *box.node.css(_LINKS_AND_SIGN_UPS)]
    links = [node for node in found if node.tag == "a"]
    away = [node for node in links if _leads_away(node, site)]
    return Box(
        len(box.text()),
        sign_ups=sum(node.tag == "input" for node in found),
        is_card=_is_card(box, bool(away), site),
        is_offer=_is_offer(box),
        is_paid=any(_PAID in (node.attributes.get("rel") or "") for node in links),
        away=sum(len(line(node.text())) for node in away),
    )


def _is_offer(box: Element) -> bool:
    """Whether the first words of a box are `advertisement`."""
    labels = html_words().advertising
    if box.text()[:_LABEL].casefold().startswith(labels):
        first = next(iter(strings_of(box)), "")
        return bare(first) in labels
    return False


def _is_linked_card(link: Element, start: Element) -> bool:
    """Whether a link holds a picture and its headline, or the words beside it lead to the same page, be it a shop's."""
    if start.is_named(html_words().naming):
        return False
    if len(link.text()) > _WORDY:
        return True
    href = link.attributes.get("href")
    texts = [line(n.text()) for n in start.node.css("a[href]") if n.attributes.get("href") == href]
    begins = any(len(text) > _WORDY and start.text().startswith(text) for text in texts)
    return begins or sum(map(len, texts)) > 0.5 * len(start.text())


def _is_labelled_link(link: Element, picture: Picture, story: Story) -> bool:
    """Whether a link amid the text holds a picture and a label, and little stands around it: the way to a gallery or a film."""
    block = picture.block or picture.element
    label = link.text()
    is_control = not label or (bare(label) in html_words().furniture and "#" not in bare(label))
    is_amid = story.layout.first < picture.order
    return is_amid and not is_control and len(block.text()) < _LABEL and not is_name_alone(block.text())


def _boxes(start: Element, article: Article) -> Iterator[Element]:
    """The picture's block and what stands around it, up to the article's own elements."""
    for level, element in enumerate(start.ancestors()):
        if element.key in article.spine or level > _NEAR:
            return
        yield element


def _is_card(box: Element, leads_away: bool, site: str) -> bool:
    """Another article inside this one, a headline that is a link, or a box that a click leaves the page by."""
    if "location" in (box.attributes.get("onclick") or ""):
        return True
    if box.tag == "article":
        covers = any(_leads_away(node, site) for node in box.node.css(CARD_COVER))
        if covers or box.node.css_first("h1, h2, h3, h4, h5, h6") or leads_away:
            return True
    headline = box.node.css_first(CARD_HEADLINE)
    return headline is not None and not _is_unseen(headline, box)


def _is_unseen(headline: LexborNode, box: Element) -> bool:
    """Whether a headline is for screen readers alone, as content systems name a file."""
    seen = (node for node in (headline, headline.parent) if node is not None)
    return any(not html_words().hidden.isdisjoint(box.names[node.attributes.get("class") or ""]) for node in seen)


def _leads_away(link: Element | LexborNode, site: str, *, to_others: bool = False) -> bool:
    """Whether a link leads to another page of the same site (a shop's or an agency's page is no teaser)."""
    href = (link.attributes.get("href") or "").strip()
    is_abroad = href.startswith("http") and bool(site) and site not in href
    return (to_others or not is_abroad) and not _PICTURE_LINK.search(href)
