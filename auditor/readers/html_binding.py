"""Which words stand with which picture: the block around each one, and captions that stand elsewhere."""

from collections import Counter

from auditor.readers.html_article import HEADINGS, Article
from auditor.readers.html_body import Line
from auditor.readers.html_media import Layout, Picture
from auditor.readers.html_tree import Element, above, is_long, line, sums_above

_MAX_BLOCK = 1500
"""Characters of the longest words that are taken for a picture's own."""
_MIN_ALT = 12
"""Characters of the shortest alternative text by which a caption is known."""
_CREDIT = 100
"""Characters of the longest credit line that stands outside of a figure."""
_GROUP = 4
"""Pictures that one caption may speak of together: left, right, below."""
_NO_CREDIT = "a[href], h1, h2, h3, h4, button, time"
_WORDY = 24
"""Characters below which a figure's words may be a label on the picture alone."""
_MAX_LOOSE = 450
"""The same where nothing but their place says that they are: one long sentence or three."""


def find_blocks(layout: Layout, article: Article) -> None:
    """Give each picture its block. Paragraphs that turn out to be captions leave the running text."""
    counts = _pictures_inside(layout.pictures)
    running = sums_above((paragraph, 1) for paragraph in article.paragraphs)[0]
    for picture in layout.pictures:
        picture.block = _block(picture, article, counts, running)
    taken = {p.block.key for p in layout.pictures if p.block}
    left = [p for p in article.paragraphs if not any(e.key in taken for e in p.ancestors())]
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
            seen.setdefault(key, set()).update(holders)
    return counts


def _block(picture: Picture, article: Article, counts: Counter[int], running: Counter[int]) -> Element:
    """Climb from the picture until words come in, as long as there is no other picture, headline or running text."""
    allowed = []
    for parent in picture.element.ancestors():
        if parent is not picture.element and (counts[parent.key] > 1 or not _may_be_block(parent, article, running[parent.key])):
            break
        allowed.append(parent)
    figures = [place for place, e in enumerate(allowed) if e.tag == "figure"]
    place = figures[-1] if figures else 0
    while place + 1 < len(allowed) and not is_long(allowed[place].text(), _WORDY):
        place += 1
    if not allowed[place].text():
        place = figures[-1] if figures else 0
    elif place + 1 < len(allowed) and _adds_credit(allowed[place], allowed[place + 1]):
        place += 1
    return allowed[place]


def _may_be_block(element: Element, article: Article, running: int) -> bool:
    if element is article.container or element is article.root or element.tag == "body":
        return False
    length = len(element.text())
    if length > _MAX_BLOCK or (running and (running > 2 or length > _MAX_LOOSE)):
        return False
    return not (article.headline and article.headline.within(element))


def _adds_credit(block: Element, parent: Element) -> bool:
    """Whether what stands around a block with words is no more than a credit line: short, no link, no heading."""
    added = len(parent.text()) - len(block.text())
    return 2 < added <= _CREDIT and len(parent.node.css(_NO_CREDIT)) == len(block.node.css(_NO_CREDIT))


def bind_elsewhere(layout: Layout, lines: list[Line], spine: set[int]) -> None:
    """Words outside of all blocks: elements that call themselves caption or credit, lines that repeat an alternative text."""
    holders: dict[int, list[Picture]] = {}
    for picture in layout.pictures:
        for element in picture.element.ancestors():
            holders.setdefault(element.key, []).append(picture)
    done: set[int] = set()
    for entry in lines:
        if entry.named is None or entry.named.key in done:
            continue
        done.add(entry.named.key)
        holder = next((e for e in entry.named.ancestors() if e.key in holders), None)
        if holder and len(entry.named.text()) <= _MAX_BLOCK:
            candidates = holders[holder.key]
            is_group = holder.key not in spine and len(candidates) <= _GROUP and not any(p.has_words for p in candidates)
            nearest = next((p for p in reversed(candidates) if p.order <= entry.after), candidates[0])
            _bind(entry.named, candidates if is_group else [nearest], candidates)
    _bind_by_alt(layout, lines)
    _bind_slanted(layout, lines)


def _bind(element: Element, chosen: list[Picture], candidates: list[Picture]) -> None:
    """Give words to the nearest picture by common ancestor (`candidates`) and order, or to all of a small group without words."""
    for picture in chosen:
        is_alone = all(p.keys & picture.keys for p in candidates)
        if is_alone or not picture.has_words:
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


def _bind_slanted(layout: Layout, lines: list[Line]) -> None:
    """The first line after a picture without words is its caption where all of it is set in italics or small type."""
    wordless = {picture.order: picture for picture in layout.pictures if not picture.has_words}
    for entry in lines if wordless else ():
        picture = wordless.pop(entry.after, None)
        if picture is None or entry.is_silent or entry.element.tag != "p" or len(entry.text) > _MAX_LOOSE:
            continue
        slanted = entry.element.node.css_first("em, i, small")
        if slanted is not None and line(slanted.text()) == entry.text:
            picture.captions.append(entry.element)
            picture.doubtful = entry.is_silent = True


def _repeats(text: str, alt: str) -> bool:
    """Whether a line is an alternative text with or without a credit, or the alternative text the line with the site's name."""
    if text.startswith(alt):
        return len(text) <= len(alt) + _CREDIT
    return is_long(text, _MIN_ALT) and alt.startswith(text) and len(text) > 0.6 * len(alt)
