"""An article's headline out of the forms a page gives it: shown, structured, shared, and the title of the window."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from auditor.readers.html_tree import is_long

_SOFT_HYPHEN = "\u00ad"
_SAME = 30
"""Characters by which two forms of a headline are known for the same; sites add their name to one of them."""
_SHARED_WORDS = 4
"""Words at the end of two forms that are a headline of their own: fewer may be chance."""
_LINE = 20
"""Letters of the shortest headline that is told by being a line of its own."""
_HOST_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_AFTER_KICKER = re.compile(r"[:|/–—-]\s")


@dataclass(frozen=True, slots=True)
class Titles:
    """The forms of one page; None or empty where it does not give them."""

    structured: str | None
    """JSON-LD's `headline`."""
    meta: str | None
    """Open Graph's or a Twitter card's."""
    shown: str | None
    """The heading's words."""
    of_page: str
    """The `title` element's."""
    site: str
    """What the site calls itself."""
    marked: str | None = None
    """The words of the one heading that is marked as the headline (`itemprop="headline"`, schema.org/headline)."""
    other_headings: tuple[str, ...] = ()
    """The words of the page's other `h1`: some sites show readers an `h2`, and search engines an `h1` in the breadcrumb."""


def best_title(titles: Titles) -> str | None:
    """The structured headline, else the one shown if the meta tags do not contradict it, else theirs; without the site's name.

    A structured headline is at times the search engine's (the title of the window) and not the reader's. The heading on the page
    goes before it where the share title has the same words, and the page itself says which is which.
    """
    declared = _without_site(titles.meta, titles) if titles.meta else None
    shown = titles.shown.replace(_SOFT_HYPHEN, "") if titles.shown else None
    if titles.structured:
        structured = _without_site(titles.structured, titles)
        return declared if declared and _is_readers(declared, shown, structured, titles) else structured
    shown = _without_kicker(shown, titles) if shown else None
    if not shown or not declared:
        return shown or declared or (_without_site(titles.of_page, titles) if titles.of_page else None)
    if _begin_alike(declared, shown) or _begin_alike(shown, declared):
        return shown
    return _same_end(shown, declared) or declared


def part_of_title(window: str, lines: Iterable[str]) -> str | None:
    """The longest line that begins or ends the title of the window: the headline of a page that marks none as a heading."""
    whole = window.casefold()
    parts = [
        line for line in lines if is_long(line, _LINE) and (whole.startswith(small := line.casefold()) or whole.endswith(small))
    ]
    return max(parts, key=len, default=None)


def _is_readers(declared: str, shown: str | None, structured: str, titles: Titles) -> bool:
    """Whether share title and a heading agree on other words than the structured headline, and the page shows that these are the
    reader's: the heading is marked, or the structured one stands elsewhere (the breadcrumb) or is this with words before it."""
    agreed, said = _words(declared), _words(structured)
    if not agreed or said == agreed:
        return False
    if _words(titles.marked or "") == agreed:
        return True
    if _words(shown or "") != agreed:
        return False
    return said[-len(agreed) :] == agreed or any(_words(other) == said for other in titles.other_headings)


def _words(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())


def _begin_alike(text: str, other: str) -> bool:
    return text.casefold().startswith(other.casefold()[:_SAME])


def _same_end(text: str, other: str) -> str | None:
    """What follows the first sign, if the other has it after other words: two kickers, one headline."""
    sign = _AFTER_KICKER.search(text)
    end = text[sign.end() :] if sign else ""
    if len(_words(end)) >= _SHARED_WORDS and other.endswith(end) and not other[: -len(end)].rstrip()[-1:].isalnum():
        return end
    return None


def _without_site(title: str, titles: Titles) -> str:
    """Without a last part that is the site's name: its own word for itself, a host name, or what the heading does not have."""
    head, sign, last = _last_part(title)
    if not sign:
        return title
    is_site = last.casefold() == titles.site.casefold() or bool(_HOST_NAME.fullmatch(last))
    return head if is_site or (titles.shown or "").casefold() == head.casefold() else title


def _last_part(title: str) -> tuple[str, str, str]:
    for sign in (" | ", " - ", " – ", " — ", " · ", " :: "):
        head, found, last = title.rpartition(sign)
        if found:
            return head.strip(), found, last.strip()
    return title, "", ""


def _without_kicker(shown: str, titles: Titles) -> str:
    """Without words before the headline, where another form of it has only the rest."""
    for other in (titles.meta or "", titles.of_page):
        for form in (other, _last_part(other)[0]):
            if form and len(form) < len(shown) and shown.casefold().endswith(form.casefold()):
                return shown[-len(form) :]
    return shown
