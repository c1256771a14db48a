"""Which words stand with which picture: the block around each one, and captions that stand elsewhere."""

from collections import Counter

from auditor.readers.html_article import Article
from auditor.readers.html_body import Line
from auditor.readers.html_media import Layout, Picture
from auditor.readers.html_tree import Element

_MAX_BLOCK = 1500
"""Characters of the longest words that are taken for a picture's own."""
_MAX_LOOSE = 450
"""The same where nothing but their place says that they are: one long sentence or three."""


def find_blocks(layout: Layout, article: Article) -> None:
    """Give each picture its block. Paragraphs that turn out to be captions leave the running text."""
    counts = _pictures_inside(layout.pictures)
    running = Counter(e.key for paragraph in article.paragraphs for e in paragraph.ancestors())
    for picture in layout.pictures:
        picture.block = _block(picture, article, counts, running)
    taken = {p.block.key for p in layout.pictures if p.block}
    left = [p for p in article.paragraphs if not any(e.key in taken for e in p.ancestors())]
    if left:
        article.paragraphs[:] = left
        article.spine &= {e.key for p in left for e in p.ancestors()} | {
            e.key for e in (article.headline.ancestors() if article.headline else ())
        }
        layout.first, layout.last = layout.order[left[0].key], layout.order[left[-1].key]


def _pictures_inside(pictures: list[Picture]) -> Counter[int]:
    """How many different pictures each element holds."""
    counts = Counter[int]()
    seen: dict[str, set[int]] = {}
    for picture in pictures:
        above = {e.key for e in picture.element.ancestors()}
        for key in picture.keys:
            above -= seen.get(key, set())
        counts.update(above)
        for key in picture.keys:
            seen.setdefault(key, set()).update(e.key for e in picture.element.ancestors())
    return counts


def _block(picture: Picture, article: Article, counts: Counter[int], running: Counter[int]) -> Element:
    """Climb from the picture until words come in, as long as there is no other picture, headline or running text."""
    best = picture.element
    figure = next((e for e in picture.element.ancestors() if e.tag == "figure"), None)
    for parent in list(picture.element.ancestors())[1:]:
        if parent is article.container or parent is article.root or counts[parent.key] > 1 or parent.tag == "body":
            break
        length = len(parent.text())
        if length > _MAX_BLOCK or (running[parent.key] and (running[parent.key] > 2 or length > _MAX_LOOSE)):
            break
        if article.headline and article.headline.within(parent):
            break
        if length or parent.tag == "figure":
            best = parent
        if length and (figure is None or parent is figure or not parent.within(figure)):
            break
    return best


def bind_elsewhere(layout: Layout, lines: list[Line]) -> None:
    """An element that calls itself caption goes to the nearest picture: by common ancestor, then to the one before it."""
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
            _bind(entry.named, holders[holder.key], entry.after)


def _bind(element: Element, candidates: list[Picture], after: int) -> None:
    chosen = next((p for p in reversed(candidates) if p.order <= after), candidates[0])
    is_alone = all(p.keys & chosen.keys for p in candidates)
    if is_alone or not chosen.has_words:
        chosen.captions.append(element)
        chosen.doubtful = not is_alone
