"""Captions that end in a name alone, on pages where other evidence than the words says that it is the picture's credit."""

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import replace

from auditor.model import Field, MediaItem, Origin, Statement
from auditor.readers.plain_credit import Sign, read_credit_sign

_CLOSING = tuple(")]）】.")
_OWN_NAME = re.compile(r"\S\s*([(\[（【]\s*([^()\[\]（）【】]{2,40}?)\s*[)\]）】])\.?$")
_BRACKET = re.compile(r"\S\s+([(\[]([^()\[\]]{4,50})[)\]])\.?$")
_SENTENCE = re.compile(r"[.!?…][\"”»]?\s+(([^.!?…,:;()\[\]]{4,50}))$")
"""Each pattern: what closes the caption, and the name in it."""


def with_own_name(items: tuple[MediaItem, ...], site: str) -> tuple[MediaItem, ...]:
    """The items; where a caption without a credit ends in brackets that hold the name of the `site`, these are its credit.

    No table of names can know that form.
    """
    return tuple(_with_own_name(item, site.casefold()) for item in items) if site else items


def _with_own_name(item: MediaItem, site: str) -> MediaItem:
    shown = [s for s in item.statements if s.origin.is_displayed]
    if not shown or any(s.field is Field.CREDIT_LINE for s in shown):
        return item
    last = shown[-1]
    if last.field is not Field.CAPTION or not last.value.endswith(_CLOSING):
        return item
    found = _OWN_NAME.search(last.value)
    if found is None or not _is_own(found[2].casefold(), site) or read_credit_sign(last.value).sign >= Sign.PARTY:
        return item
    return _parted(item, last, found)


def _is_own(name: str, site: str) -> bool:
    """Whether a name is the site's, or that without its last words: `Herald` of the `Herald Online`."""
    return site == name or (site.startswith(name) and not site[len(name)].isalnum())


def with_signatures(items: tuple[MediaItem, ...], authors: AbstractSet[str]) -> tuple[MediaItem, ...]:
    """The items, with the name at a caption's end as its credit where that name is a writer's or stands so more than once.

    Whom a caption shows differs from picture to picture; who made the pictures mostly does not. `authors` are case folded.
    """
    ends = [_end(item) for item in items]
    times = Counter(name for _, _, name in {(_before(*end), end[1][1], end[1][2]) for end in ends if end})
    makers = {
        name for name, count in times.items() if (count > 1 or name.casefold() in authors) and read_credit_sign(name).is_person
    }
    return tuple(
        _parted(item, *end, note=" (name at the end)") if end and end[1][2] in makers else item
        for item, end in zip(items, ends, strict=True)
    )


def _end(item: MediaItem) -> tuple[Statement, re.Match[str]] | None:
    """The caption of an item without credit element, and what closes it."""
    shown = [s for s in item.statements if s.origin.is_displayed]
    if not item.kind.is_picture or len(shown) != 1 or shown[0].field is not Field.CAPTION:
        return None
    found = _BRACKET.search(shown[0].value) or _SENTENCE.search(shown[0].value)
    return (shown[0], found) if found else None


def _before(caption: Statement, end: re.Match[str]) -> str:
    return caption.value[: end.start(1)].rstrip()


def _parted(item: MediaItem, caption: Statement, end: re.Match[str], note: str = "") -> MediaItem:
    """The item with its caption in two: what stands before the end, and that as the credit."""
    before = replace(caption, value=_before(caption, end))
    credit = replace(caption, field=Field.CREDIT_LINE, origin=Origin.CREDIT_ELEMENT, value=end[1], locator=caption.locator + note)
    place = item.statements.index(caption)
    return replace(item, statements=(*item.statements[:place], before, credit, *item.statements[place + 1 :]))
