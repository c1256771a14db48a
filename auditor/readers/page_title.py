"""An article's headline out of the forms a page gives it: shown, structured, shared, and the title of the window."""

import re
from dataclasses import dataclass

_SOFT_HYPHEN = "\u00ad"
_SAME = 30
"""Characters by which two forms of a headline are known for the same; sites add their name to one of them."""
_HOST_NAME = re.compile(r"[\w-]+(?:\.[\w-]+)*\.[a-z]{2,6}", re.IGNORECASE)


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


def best_title(titles: Titles) -> str | None:
    """The structured headline, else the one shown if the meta tags do not contradict it, else theirs; without the site's name."""
    declared = titles.meta and _without_site(titles.meta, titles)
    if titles.structured:
        return _without_site(titles.structured, titles)
    shown = _without_kicker(titles.shown.replace(_SOFT_HYPHEN, ""), titles) if titles.shown else None
    if not shown or not declared:
        return shown or declared
    agree = _begin_alike(declared, shown) or _begin_alike(shown, declared)
    return shown if agree else declared


def _begin_alike(text: str, other: str) -> bool:
    return text.casefold().startswith(other.casefold()[:_SAME])


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
