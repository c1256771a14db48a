"""Captions that end in a name alone, on pages where other evidence than the words says that it is the photographer's."""

import re
from collections import Counter
from collections.abc import Set as AbstractSet
from dataclasses import replace

from auditor.model import Field, MediaItem, Origin, Statement
from auditor.readers.plain_credit import read_credit_sign

_BRACKET = re.compile(r"\S\s+([(\[]([^()\[\]]{4,50})[)\]])\.?$")
_SENTENCE = re.compile(r"[.!?…][\"”»]?\s+(([^.!?…,:;()\[\]]{4,50}))$")


def with_signatures(items: tuple[MediaItem, ...], authors: AbstractSet[str]) -> tuple[MediaItem, ...]:
    """The items, with the name at a caption's end as its credit where that name is a writer's or stands so more than once.

    Whom a caption shows differs from picture to picture; who made the pictures mostly does not. `authors` are case folded.
    """
    ends = [_end(item) for item in items]
    times = Counter(name for _, _, name in {end for end in ends if end})
    makers = {
        name for name, count in times.items() if (count > 1 or name.casefold() in authors) and read_credit_sign(name).is_person
    }
    return tuple(_signed(item, *end[:2]) if end and end[2] in makers else item for item, end in zip(items, ends, strict=True))


def _end(item: MediaItem) -> tuple[str, str, str] | None:
    """The caption of an item without credit element, what closes it, and the words of that."""
    shown = [s for s in item.statements if s.origin.is_displayed]
    if not item.kind.is_picture or len(shown) != 1 or shown[0].field is not Field.CAPTION:
        return None
    text = shown[0].value
    found = _BRACKET.search(text) or _SENTENCE.search(text)
    return (text[: found.start(1)].rstrip(), found[1], found[2]) if found else None


def _signed(item: MediaItem, caption: str, credit: str) -> MediaItem:
    statements: list[Statement] = []
    for statement in item.statements:
        if statement.origin.is_displayed:
            statements.append(replace(statement, value=caption))
            where = f"{statement.locator} (name at the end)"
            statements.append(
                replace(statement, field=Field.CREDIT_LINE, value=credit, origin=Origin.CREDIT_ELEMENT, locator=where)
            )
        else:
            statements.append(statement)
    return replace(item, statements=tuple(statements))
