"""A raw media item with the words it carries -> the same item, understood: caption split, credit, asset ids, ladder of dates."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from auditor.identity.supplier_ids import find_asset_ids
from auditor.limits import MAX_CAPTION_CHARS
from auditor.model import (
    AssetId,
    Credit,
    DateEvidence,
    Field,
    Flag,
    MediaItem,
    Origin,
    Page,
    Span,
    Statement,
    UsageKind,
    UsageRule,
)
from auditor.text.credit_parser import parse_credit
from auditor.text.normalise import fold, words_in
from auditor.text.roles import caption_flags
from auditor.text.splitter import read_caption, split_caption
from auditor.text.timestamps import date_in_address, read_timestamp
from auditor.text.usage_terms import find_usage_rules

# Where a credit is looked for when the reader of the page is shown none; the first that states one is taken.
HIDDEN_ORIGINS = (Origin.ALT, Origin.TITLE, Origin.DATA, Origin.JSON_LD, Origin.MICRODATA, Origin.META, Origin.SCRIPT)
_DATED_TERMS = {Field.EXPIRY_DATE: UsageKind.USE_UNTIL, Field.RELEASE_DATE: UsageKind.EMBARGO}
MAX_ADDRESSES = 4
"""Addresses of one picture that are searched for a supplier's number: best first, and its crops bear the same number."""
STRUCTURED = (Origin.JSON_LD, Origin.MICRODATA, Origin.META, Origin.SCRIPT)


def understand(item: MediaItem, page: Page) -> MediaItem:
    """The item with its caption read, its supplier ids and the ladder of dates that the page itself gives."""
    displayed = [s for s in item.statements if s.origin.is_displayed and s.field in (Field.CAPTION, Field.CREDIT_LINE)]
    reading = read_caption(displayed, language=page.language, published=page.published_on)
    declared = tuple(_declared_credits(item, page.language))
    credit, origin, raised = reading.credit, reading.credit_origin, set[Flag]()
    if credit is None:
        raised = _raised_flags(reading.caption) if reading.caption else raised
        if hidden := _hidden_credit(item, page.language, dict(declared)):
            origin, credit = hidden[0].origin, hidden[1]
    if declared or raised or credit is not reading.credit:  # a value is copied once, not for each of its fields
        flags = tuple(flag for flag in Flag if flag in raised)
        reading = replace(reading, declared_credits=declared, flags=flags, credit=credit, credit_origin=origin)
    item = replace(item, reading=reading, asset_ids=_asset_ids(item, credit))
    dates = tuple(date_ladder(item))
    return replace(item, dates=dates) if dates else item


def _raised_flags(caption: str) -> set[Flag]:
    folded = fold(caption[:MAX_CAPTION_CHARS])
    return caption_flags(folded, words_in(folded))


def read_credit(statement: Statement, language: str | None) -> Credit | None:
    """What a hidden or embedded statement says about the credit; None where it says nothing."""
    if statement.field in (Field.CREDIT_LINE, Field.CREATOR):
        return parse_credit(statement.value, language=language)
    if statement.field in (Field.ALT_TEXT, Field.CAPTION, Field.DESCRIPTION):
        place = "structured" if statement.origin in STRUCTURED else "alt"
        return split_caption(statement.value, where=place, language=language).credit
    return None


def read_owners(statements: Iterable[Statement], language: str | None) -> Iterator[tuple[Statement, Credit]]:
    """Each copyright notice and owner among embedded statements, with whom it names."""
    for statement in statements:
        if statement.field in (Field.COPYRIGHT_NOTICE, Field.COPYRIGHT_OWNER):
            yield statement, parse_credit(statement.value[:MAX_CAPTION_CHARS], language=language)


def read_terms(statement: Statement) -> tuple[UsageRule, ...]:
    """What an embedded statement demands of whoever prints the picture."""
    if statement.field in (Field.INSTRUCTIONS, Field.USAGE_TERMS):
        value = statement.value[:MAX_CAPTION_CHARS]
        return find_usage_rules(value, fold(value))
    if (kind := _DATED_TERMS.get(statement.field)) and (day := read_timestamp(statement.value)):
        text = f"{statement.locator} {statement.value.strip()}"
        return (UsageRule(kind=kind, text=text, span=Span(0, len(statement.value)), until=day.text, until_day=day),)
    return ()


def _declared_credits(item: MediaItem, language: str | None) -> Iterator[tuple[Statement, Credit]]:
    for statement in item.stating(Field.CREDIT_LINE, Field.CREATOR):
        if statement.origin in HIDDEN_ORIGINS and (credit := read_credit(statement, language)):
            yield statement, credit


def _hidden_credit(item: MediaItem, language: str | None, declared: dict[Statement, Credit]) -> tuple[Statement, Credit] | None:
    """The first hidden statement that names somebody; `declared` holds what is read already."""
    for origin in HIDDEN_ORIGINS:
        for statement in item.statements:
            if statement.origin is not origin:
                continue
            credit = declared.get(statement) or read_credit(statement, language)
            if credit and not credit.placeholder:
                return statement, credit
    return None


def _asset_ids(item: MediaItem, credit: Credit | None) -> tuple[AssetId, ...]:
    """Supplier ids in header, addresses and caption, each number once; bare numbers only where the credit agrees."""
    texts = [(item.header or "", Origin.FILE_NAME), *((url, Origin.URL) for url in item.files[:MAX_ADDRESSES])]
    texts += [(s.value, s.origin) for s in item.stating(Field.CAPTION)]
    suppliers = {o.id for o in credit.organisations} if credit else ()
    found = [a for text, origin in texts if text for a in find_asset_ids(text, origin=origin, suppliers=suppliers)]
    return tuple({(a.supplier, a.id): a for a in reversed(found)}.values())[::-1]


def date_ladder(item: MediaItem) -> Iterator[DateEvidence]:
    """Every dated piece of evidence, surest first: caption, file, structured data, supplier id, address (design §3)."""
    if item.date:
        yield DateEvidence(date=item.date, origin=Origin.CAPTION, locator="caption")
    yield from sorted(_stamps(item), key=lambda evidence: not evidence.origin.is_embedded)
    for asset in item.asset_ids:
        if asset.date:
            yield DateEvidence(
                date=asset.date, origin=asset.origin, locator=f"{asset.supplier} id {asset.id}", supplier=asset.supplier
            )
    if item.url and (stamp := date_in_address(item.url)):
        yield DateEvidence(date=stamp, origin=Origin.URL, locator=item.url)


def _stamps(item: MediaItem) -> Iterator[DateEvidence]:
    for statement in item.stating(Field.DATE_CREATED):
        if stamp := read_timestamp(statement.value):
            yield DateEvidence(date=stamp, origin=statement.origin, locator=statement.locator)
