"""Which words stand with which picture: the block around each one, and captions that stand elsewhere."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from auditor.readers.html_article import HEADINGS, Article
from auditor.readers.html_body import Line, calls_itself_standfirst, dress
from auditor.readers.html_collective import names_writer
from auditor.readers.html_credit_words import ends_signed, is_credit_alone, is_name_alone
from auditor.readers.html_galleries import GROUP, counted, kind_of, kinds_of, of_gallery, row_of
from auditor.readers.html_media import Layout, Picture
from auditor.readers.html_tree import Element, above, is_long, line, sums_above
from auditor.readers.html_words import html_words
from auditor.readers.plain_credit import Sign, read_credit_sign

_MAX_BLOCK = 1500
"""Characters of the longest words that are taken for a picture's own."""
_MIN_ALT = 12
"""Characters of the shortest alternative text by which a caption is known."""
_CREDIT = 100
"""Characters of the longest credit line that stands outside of a figure."""
_NO_CREDIT = "a[href], h1, h2, h3, h4, button, time"
_MANY = 20
"""Elements that speak of one picture; more are no captions."""
_FIRST = 3
"""Paragraphs among which a standfirst is."""
_PLAIN = ("p", "div", "section", "center", "span", "td")
"""Elements that say nothing of what they hold."""
_WORDY = 24
"""Characters below which a figure's words may be a label on the picture alone."""
_NAME_AT_END = re.compile(r"\S(?:\s*[(\[（【]([^()\[\]（）【】]{3,60})[)\]）】]|\s+[|/•·–—]\s+([^|/•·–—]{3,60}))[\s.]*$")
_SMALL_TYPE = re.compile(
    r"font-size:\s*(?:x{0,2}-?small|smaller|0?\.\d+r?em|[5-9]\d%|(?:[6-9]|1[0-2])(?:\.\d+)?px|[5-9](?:\.\d+)?pt)(?![\w.%])", re.I
)
"""A style that sets words smaller than running text, which is 16 pixels or 12 points where a page does not say."""
_POINTERS = tuple("▲△▴↑⬆")
"""How Korean, Japanese and Chinese pages open a caption below its picture."""
_MAX_LOOSE = 450
"""The same where nothing but their place says that they are: one long sentence or three."""


def find_blocks(layout: Layout, article: Article) -> None:
    """Give each picture its block. Paragraphs that turn out to be captions leave the running text."""
    counts = _pictures_inside(layout.pictures)
    standfirsts = set(filter(calls_itself_standfirst, article.paragraphs[:_FIRST]))
    running = sums_above((e, _MANY if e in standfirsts else 1) for e in article.paragraphs)[0]
    for picture in layout.pictures:
        picture.block = _block(picture, article, counts, running, is_head=picture.order < layout.first)
    taken = {p.block.key for p in layout.pictures if p.block and running[p.block.key]}
    left = [p for p in article.paragraphs if not any(e.key in taken for e in p.ancestors())] if taken else []
    if left:
        article.paragraphs[:] = left
        article.spine &= above([*left, *([article.headline] if article.headline else [])])
        layout.first, layout.last = layout.order[left[0].key], layout.order[left[-1].key]


def _pictures_inside(pictures: list[Picture]) -> Counter[int]:
    """How many different pictures each element holds."""
    counts = Counter[int]()
    seen: dict[str, set[int]] = {}
    for picture in pictures:
        holders = above([picture.element])
        counts.update(holders.difference(*(seen[key] for key in picture.keys if key in seen)))
        for key in picture.keys:
            seen[key] = seen[key] | holders if key in seen else holders
    return counts


def _block(picture: Picture, article: Article, counts: Counter[int], running: Counter[int], *, is_head: bool) -> Element:
    """Climb from the picture until words come in, as long as there is no other picture, headline or running text."""
    allowed = []
    for parent in picture.element.ancestors():
        if parent is not picture.element and (counts[parent.key] > 1 or not _may_be_block(parent, article, running[parent.key])):
            break
        allowed.append(parent)
    figures = [place for place, e in enumerate(allowed) if e.tag == "figure"]
    place = figures[-1] if figures else 0
    while place + 1 < len(allowed) and not is_long(allowed[place].text(), _WORDY):
        if running[allowed[place + 1].key] and _is_captioned_figure(allowed[place]):
            break
        if is_head and _adds_standfirst(allowed[place], allowed[place + 1]):
            break
        place += 1
    if not allowed[place].text() or (not figures and _is_head_of_page(allowed[place])):
        place = figures[-1] if figures else 0
    elif place + 1 < len(allowed) and _adds_credit(allowed[place], allowed[place + 1]):
        place += 1
    return allowed[place]


def _is_head_of_page(block: Element) -> bool:
    """Whether a block holds the time of publication, which no caption does: then its words are the byline and the standfirst."""
    return block.node.css_first("time") is not None and not block.is_named(html_words().naming)


def _adds_standfirst(block: Element, parent: Element) -> bool:
    """Whether what stands beside a picture sums the story up."""
    if len(parent.text()) == len(block.text()):
        return False
    words, names = html_words(), parent.names
    beside = (names[node.attributes.get("class") or ""] for node in parent.node.iter() if node.mem_id != block.key)
    return any(not found.isdisjoint(words.standfirst) and found.isdisjoint(words.naming) for found in beside)


def _is_captioned_figure(element: Element) -> bool:
    words = element.node.css_first("figcaption") if element.tag == "figure" else None
    return words is not None and bool(words.text(strip=True))


def _may_be_block(element: Element, article: Article, running: int) -> bool:
    if element is article.container or element is article.root or element.tag == "body":
        return False
    if running and (running > 2 or running == len(article.paragraphs) or not element.words.isdisjoint(html_words().beside)):
        return False
    text = element.text()
    if len(text) > _MAX_LOOSE and (len(text) > _MAX_BLOCK or (running and not ends_signed(text))):
        return False
    return not (article.headline and article.headline.within(element))


def _adds_credit(block: Element, parent: Element) -> bool:
    """Whether what stands around a block with words is no more than a credit line: short, no link, no heading."""
    added = len(parent.text()) - len(block.text())
    return 2 < added <= _CREDIT and len(parent.node.css(_NO_CREDIT)) == len(block.node.css(_NO_CREDIT))


def bind_elsewhere(layout: Layout, lines: list[Line], article: Article, is_portrait: Callable[[Picture], bool]) -> None:
    """Words outside of all blocks: elements that call themselves caption or credit, lines that repeat an alternative text.

    Nobody captions the portraits of those who wrote the story.
    """
    holders: dict[int, list[Picture]] = {}
    for picture in layout.pictures:
        for element in picture.element.ancestors():
            holders.setdefault(element.key, []).append(picture)
    group: list[Picture] = []
    for entry, named, is_next in _with_place(lines):
        holder = next((e for e in named.ancestors() if e.key in holders), None)
        if holder is None:
            continue
        candidates = holders[holder.key]
        candidates = (len(candidates) > 1 and [p for p in candidates if not is_portrait(p)]) or candidates
        is_apart = holder.key not in article.spine
        if gallery := of_gallery(entry, candidates, holder) if is_apart else []:
            for picture in gallery:
                picture.captions.append(named)
            continue
        chosen = _chosen(entry, named, candidates, article.spine, is_apart=is_apart)
        nearest = _nearest(entry, candidates)
        if is_next and nearest in group and kind_of(named) not in kinds_of(nearest):
            chosen = group
        group = chosen if len(chosen) > 1 else []
        beside = {p.order for p in group} | {entry.after} if is_next else set[int]()
        _bind(named, chosen, candidates, beside)
    _bind_by_alt(layout, lines)
    _bind_beside(layout, lines, article)


def _nearest(entry: Line, candidates: list[Picture]) -> Picture:
    return next((p for p in reversed(candidates) if p.order <= entry.after), candidates[0])


def _chosen(entry: Line, named: Element, candidates: list[Picture], spine: set[int], *, is_apart: bool) -> list[Picture]:
    """Whose words these are: what their counter names, those that give the same, all of a small group or row, or the nearest."""
    nearest = _nearest(entry, candidates)
    if one := counted(named.text(), nearest, candidates):
        return [one]
    said = [p for p in candidates if (words := p.element.attributes.get("data-caption")) and words in named.text()]
    is_group = is_apart and len(candidates) <= GROUP and not any(p.has_words for p in candidates)
    return said or (candidates if is_group else row_of(entry, nearest, candidates, spine))


def _with_place(lines: list[Line]) -> Iterator[tuple[Line, Element, bool]]:
    """The elements that call themselves caption or credit, each with its first line.

    Last, whether only captions and credits stand between it and the picture before it.
    """
    after, is_next = -1, False
    done: set[int] = set()
    for entry in lines:
        if entry.after != after:
            after, is_next = entry.after, True
        named = entry.named
        if named is not None and named.key not in done and not names_writer(entry.text):
            done.add(named.key)
            if len(named.text()) <= _MAX_BLOCK:
                yield entry, named, is_next
        is_next = is_next and (named is not None or not entry.text)


def _bind(element: Element, chosen: list[Picture], candidates: list[Picture], beside: set[int]) -> None:
    """Give words to the nearest picture by common ancestor (`candidates`) and order, or to all of a small group without words.

    The pictures at the places `beside`, right before them, take a credit besides a caption and a caption besides a credit.
    """
    for picture in chosen:
        if len(picture.captions) >= _MANY:
            continue
        is_alone = all(p.keys & picture.keys for p in candidates)
        if is_alone or not picture.has_words or (picture.order in beside and kind_of(element) not in kinds_of(picture)):
            picture.captions.append(element)
            picture.doubtful = not is_alone


def _bind_by_alt(layout: Layout, lines: list[Line]) -> None:
    wordless = {}
    for picture in layout.pictures:
        alt = line(picture.element.attributes.get("alt") or "").casefold()
        if not picture.has_words and is_long(alt, _MIN_ALT):
            wordless[alt] = picture
    for entry in lines if wordless else ():
        text = entry.text.casefold()
        said = next((alt for alt in wordless if _repeats(text, alt)), None)
        if said and not entry.named and entry.element.tag not in HEADINGS:
            wordless.pop(said).captions.append(entry.element)
            entry.named = entry.element
            entry.is_silent = True


def _bind_beside(layout: Layout, lines: list[Line], article: Article) -> None:
    """The first line after a picture without words is its caption if it looks it, and the next one if it is its credit."""
    wordless = {picture.order: picture for picture in layout.pictures if not picture.has_words or _is_labelled(picture)}
    running = {dress(paragraph) for paragraph in article.paragraphs} if wordless else set()
    for place, entry in enumerate(lines) if wordless else ():
        picture = wordless.pop(entry.after, None)
        if picture is None or not _may_be_caption(entry):
            continue
        if picture.has_words and not (_is_small_print(entry, running, article) and _is_only_signed(picture)):
            continue
        picture = counted(entry.text, picture, layout.pictures) or picture
        credit = [
            e for e in lines[place + 1 : place + 2] if e.after == entry.after and _may_be_caption(e) and is_credit_alone(e.text)
        ]
        if credit or _is_small_print(entry, running, article) or _looks_like_caption(entry, picture):
            for own in (entry, *credit):
                picture.captions += [own.own_element] if own.own_element else []
                own.is_silent = True
            picture.doubtful = True


def _is_labelled(picture: Picture) -> bool:
    """Whether a few words stand in a picture's block, laid over it or below."""
    return not picture.captions and picture.block is not None and 0 < len(picture.block.text()) <= _WORDY


def _is_only_signed(picture: Picture) -> bool:
    return picture.block is not None and is_name_alone(picture.block.text())


def _may_be_caption(entry: Line) -> bool:
    is_plain = not entry.is_silent and entry.element.tag in _PLAIN
    return is_plain and 0 < len(entry.text) <= _MAX_LOOSE and entry.own_element is not None


def _looks_like_caption(entry: Line, picture: Picture) -> bool:
    """Whether a line is centred as the picture is, points up at it, or is closed by a credit."""
    if read_credit_sign(entry.text).sign >= Sign.PARTY or _closes_with_name(entry.text):
        return True
    if entry.text.startswith(_POINTERS):
        return True
    return _is_centred(entry.element) and any(map(_is_centred, picture.element.up_to(entry.element.parent)))


def _is_small_print(entry: Line, running: set[tuple[str, str]], article: Article) -> bool:
    """Whether all of a line is set in italics or small type, by tags, or by a style or a class that the running text has not."""
    own, element = entry.own_element or entry.element, entry.element
    slanted = own.node.css_first("em, i, small")
    if own.tag in ("em", "i", "small") or (slanted is not None and line(slanted.text()) == entry.text):
        return True
    if own.text() == entry.text and _sets_small(own) and not any(map(_sets_small, article.paragraphs)):
        return True
    return not element.words.isdisjoint(html_words().small) and dress(element) not in running


def _sets_small(element: Element) -> bool:
    """Whether the style of an element or of all it holds sets its words smaller than browsers set running text."""
    inside = element.node.css_first('[style*="font-size"]')
    whole = inside if inside is not None and line(inside.text()) == element.text() else element.node
    return any(_SMALL_TYPE.search(node.attributes.get("style") or "") for node in (element.node, whole))


def _closes_with_name(text: str) -> bool:
    """Whether a line ends in a name that brackets or a stroke set apart."""
    found = _NAME_AT_END.search(text)
    return found is not None and is_name_alone(found[1] or found[2])


def _is_centred(element: Element) -> bool:
    attributes = element.attributes
    style = (attributes.get("style") or "").replace(" ", "")
    return element.tag == "center" or attributes.get("align") == "center" or "text-align:center" in style


def _repeats(text: str, alt: str) -> bool:
    """Whether a line is an alternative text with or without a credit, or the alternative text the line with the site's name."""
    if text.startswith(alt):
        return len(text) <= len(alt) + _CREDIT
    return is_long(text, _MIN_ALT) and alt.startswith(text) and len(text) > 0.6 * len(alt)
