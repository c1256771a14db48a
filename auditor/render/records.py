"""The model's values as dictionaries, under the keys that `auditor split`, `credit` and `date` promise (design §4 and §5)."""

from typing import Any, TypeAlias

from auditor.model import (
    AssetId,
    Block,
    CaptionReading,
    Credit,
    DateRange,
    DateReading,
    Flag,
    MediaItem,
    Organisation,
    Page,
    Span,
    Statement,
)

Record: TypeAlias = dict[str, Any]
"""What goes into JSON: keys are the contract, values are strings, numbers, lists and records."""


def page_record(document: str, page: Page) -> Record:
    """One line of `auditor split`; `document` is the path as given."""
    return {
        "document": document,
        "url": page.url,
        "title": page.title,
        "language": page.language,
        "date_published": page.date_published,
        "byline": list(page.byline),
        "body": list(page.body),
        "media": [media_record(item) for item in page.media],
        "blocks": [_block(block) for block in page.blocks],
        "problems": list(page.problems),
    }


def media_record(item: MediaItem) -> Record:
    """One picture, video or embed with everything said about it; `spans` are offsets into `caption`, in code points."""
    credit = item.credit
    return {
        "kind": item.kind.value,
        "position": item.position,
        "url": item.url,
        "urls": list(item.urls),
        "is_lead": item.is_lead,
        "header": item.header,
        "alt_text": item.alt_text,
        "caption": item.caption,
        "description": item.description,
        "credit_line": credit.line if credit else None,
        "duration": item.duration,
        "credit": _credit(item.reading) if credit else None,
        "date": date_range_record(item.date),
        "file_label": item.reading.dating.file_label,
        "asset_ids": [_asset_id(asset) for asset in item.asset_ids],
        "medium": item.medium.value if item.medium else None,
        "spans": _reading_spans(item.reading),
        "statements": [statement_record(statement) for statement in item.statements],
    }


def credit_reading_record(text: str, reading: CaptionReading) -> Record:
    """One line of `auditor credit`: what `text`, a credit line or a caption that holds one, says."""
    caption = reading.caption or ""
    return {
        "text": text,
        "credit_line": reading.credit.line if reading.credit else None,
        "description": reading.description,
        **_parties(reading),
        "usage_terms": [span.of(caption) for span in reading.usage_terms],
        "spans": _reading_spans(reading),
    }


def date_record(caption: str, reading: DateReading) -> Record:
    """One line of `auditor date`; `date` is ISO 8601 at its precision."""
    found = reading.date
    return {
        "caption": caption,
        "date": found.value if found else None,
        "precision": found.precision.value if found else "none",
        "explicit": found.explicit if found else False,
        "file_label": reading.file_label,
        "span": span_record(found.span) if found else None,
    }


def date_range_record(found: DateRange | None) -> Record | None:
    """First and last day, how exactly it is known, and the words; None for no date."""
    if found is None:
        return None
    return {
        "start": found.start.isoformat(),
        "end": found.end.isoformat(),
        "precision": found.precision.value,
        "explicit": found.explicit,
        "text": found.text,
    }


def statement_record(statement: Statement) -> Record:
    """What one origin says about one field, and where it says so."""
    return {
        "field": statement.field.value,
        "value": statement.value,
        "origin": statement.origin.value,
        "locator": statement.locator,
    }


def span_record(span: Span) -> list[int]:
    """`[start, end]`, half open."""
    return [span.start, span.end]


def _parties(reading: CaptionReading) -> Record:
    credit = reading.credit or Credit(line="", flags=tuple(_label_flags(reading.dating)))
    return {
        "creators": [creator.name for creator in credit.creators],
        "organisations": [_organisation(body) for body in credit.organisations],
        "role": credit.role.value,
        "flags": [flag.value for flag in credit.flags],
        "licence": credit.licence,
    }


def _label_flags(dating: DateReading) -> list[Flag]:
    """A caption without a credit can still carry a label (`Archivbild`)."""
    return [*([Flag.FILE] if dating.file_label else []), *([Flag.UNDATED] if dating.undated else [])]


def _credit(reading: CaptionReading) -> Record:
    origin = reading.credit_origin
    return {**_parties(reading), "origin": origin.value if origin else None}


def _organisation(body: Organisation) -> Record:
    return {"id": body.id, "name": body.name}


def _asset_id(asset: AssetId) -> Record:
    return {
        "supplier": asset.supplier,
        "id": asset.id,
        "date": asset.date.value if asset.date else None,
        "from": asset.origin.value,
    }


def _reading_spans(reading: CaptionReading) -> Record:
    """Only what the caption itself holds: a credit that stands elsewhere has no span."""
    single = {
        "description": reading.description_span,
        "credit_line": reading.credit_span,
        "date": reading.dating.date.span if reading.dating.date else None,
    }
    spans: Record = {name: span_record(span) for name, span in single.items() if span}
    if reading.usage_terms:
        spans["usage_terms"] = [span_record(span) for span in reading.usage_terms]
    return spans


def _block(block: Block) -> Record:
    return {"kind": block.kind.value, "start": block.span.start, "end": block.span.end, "item": block.item}
