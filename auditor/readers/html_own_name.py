"""The publication's own name in the brackets that close a caption: its credit, in a form that no table of names can know."""

import re
from dataclasses import replace

from auditor.model import Field, MediaItem, Origin
from auditor.readers.plain_credit import Sign, read_credit_sign

_BRACKET = re.compile(r"\S\s*([(\[（【]\s*([^()\[\]（）【】]{2,40}?)\s*[)\]）】])\.?$")

_CLOSING = tuple(")]）】.")


def with_own_name(items: tuple[MediaItem, ...], site: str) -> tuple[MediaItem, ...]:
    """The items; where a caption without a credit ends in brackets that hold the name of the `site`, these are its credit."""
    return tuple(_parted(item, site.casefold()) for item in items) if site else items


def _parted(item: MediaItem, site: str) -> MediaItem:
    last = next((s for s in reversed(item.statements) if s.origin.is_displayed), None)
    if last is None or last.field is not Field.CAPTION or not last.value.endswith(_CLOSING):
        return item
    found = _BRACKET.search(last.value)
    if found is None or not _is_own(found[2].casefold(), site) or read_credit_sign(last.value).sign >= Sign.PARTY:
        return item
    if any(s.field is Field.CREDIT_LINE and s.origin.is_displayed for s in item.statements):
        return item
    credit = replace(last, field=Field.CREDIT_LINE, origin=Origin.CREDIT_ELEMENT, value=found[1])
    caption = replace(last, value=last.value[: found.start(1)].rstrip())
    place = item.statements.index(last)
    return replace(item, statements=(*item.statements[:place], caption, credit, *item.statements[place + 1 :]))


def _is_own(name: str, site: str) -> bool:
    """Whether a name is the site's, or that without its last words: `Herald` of the `Herald Online`."""
    return site == name or (site.startswith(name) and not site[len(name)].isalnum())
