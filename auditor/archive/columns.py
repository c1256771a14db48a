"""The rows of a part: one a picture, with the page it stands on; a page without pictures, or one not readable, has one row.

This table is the contract for everything that reads the parts. A credit that stands in the caption is kept as two offsets, not as
words a second time, and so are the words that a finding rests on; what repeats from row to row costs next to nothing in Parquet.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict
from datetime import UTC
from typing import Any

from auditor.archive.containers.entry import Entry
from auditor.archive.picture_identity import identity_of, key_of_names
from auditor.extras import load
from auditor.model import DocumentAudit, Field, Finding, MediaItem, PictureVerdict, RegisterMatch, Skipped
from auditor.model.address import address_parts

Row = dict[str, Any]

_TEXT, _WORD, _TEXTS = "text", "word", "texts"
_PROSE, _ADDRESS = "prose", "address"
"""Kinds of their own, since they are packed otherwise (`auditor.archive.packing`)."""
COLUMNS: tuple[tuple[str, str], ...] = (
    # The page. `name` is its path or the place of its record, where it has no address.
    ("doc", "rising"),  # number of the page within its part
    ("first", "bool"),  # whether this is the page's first row: every page has exactly one
    ("url", _ADDRESS),
    ("name", _TEXT),
    ("canonical", _ADDRESS),  # what a page that was saved without its address says that it is; nothing vouches for it
    ("site", _WORD),
    ("section", _WORD),  # first folder of the address
    ("title", _TEXT),
    ("language", _WORD),
    ("published", "date"),
    ("author", _WORD),
    ("captured", "time"),
    ("source", _WORD),  # the file or archive it was read from
    ("sha256", "digest"),  # the first 16 of 32 bytes, of the page as archived
    ("record_offset", "rising"),  # where the record begins
    ("problem", _TEXT),  # why the page could not be read; such a row has nothing behind this column
    ("problems", _TEXTS),  # what was amiss with a page that could be read; on its first row
    # The picture.
    ("position", "int16"),
    ("kind", _WORD),
    ("is_lead", "bool"),
    ("picture", _ADDRESS),  # its address
    ("picture_key", "uint64"),  # the same number: the same picture, by supplier's number, else by address
    ("asset_ids", _TEXTS),  # `supplier:number`
    ("file_sha256", "digest"),
    ("look", "uint64"),  # perceptual hash
    ("caption", _PROSE),
    ("credit_start", "int32"),
    ("credit_end", "int32"),
    ("credit_elsewhere", _TEXT),  # the credit line where it does not stand in the caption
    ("credit_origin", _WORD),
    ("creators", _TEXTS),
    ("organisations", _TEXTS),  # from originator to distributor
    ("agency", _WORD),  # the last of them: who delivered the picture
    ("maker_key", "uint32"),  # numbers of the creators and of the agency: the same for the same names, quick to compare
    ("agency_key", "uint32"),
    ("role", _WORD),
    ("flags", _TEXTS),
    ("licence", _WORD),
    ("usage_terms", _TEXTS),  # as printed
    ("usage_kinds", _TEXTS),  # what they forbid or demand
    ("usage_days", "int32"),  # the least number of days after which the picture must not be shown
    ("date", "date"),  # first day of the surest evidence
    ("date_precision", _WORD),
    ("date_source", _WORD),
    ("registered", _TEXTS),  # what the house's registers say: JSON, one object an entry, with its place and what it was known by
    ("credited", _WORD),
    ("person_named", _WORD),
    ("dated", _WORD),
    ("findings", "findings"),
)


def schema() -> Any:  # noqa: ANN401
    """The columns as Arrow types."""
    arrow = load("pyarrow")
    word = arrow.dictionary(arrow.int32(), arrow.string())
    finding = arrow.struct(
        [
            ("rule", arrow.string()),
            ("severity", arrow.string()),
            ("confidence", arrow.string()),
            ("outcome", arrow.string()),
            ("message", arrow.string()),
            ("start", arrow.int32()),
            ("end", arrow.int32()),
            ("text", arrow.string()),
            ("on_page", arrow.bool_()),
        ]
    )
    types = {
        _TEXT: arrow.string(),
        _WORD: word,
        _TEXTS: arrow.list_(arrow.string()),
        _PROSE: arrow.string(),
        _ADDRESS: arrow.string(),
        "int16": arrow.int16(),
        "int32": arrow.int32(),
        "rising": arrow.int64(),
        "uint32": arrow.uint32(),
        "uint64": arrow.uint64(),
        "bool": arrow.bool_(),
        "date": arrow.date32(),
        "time": arrow.timestamp("s", tz="UTC"),
        "digest": arrow.binary(16),
        "findings": arrow.list_(finding),
    }
    return arrow.schema([(name, types[kind]) for name, kind in COLUMNS])


def rows_of(audit: DocumentAudit, place: Row, look_of: Callable[[MediaItem], int | None]) -> Iterator[Row]:
    """A page's rows, in the order of its pictures."""
    page = audit.page
    shared = {
        **place,
        "title": page.title,
        "language": page.language,
        "published": page.published_on,
        "author": "; ".join(page.byline) or None,
    }
    if not place["url"] and page.url:
        site, section = _site(page.url)
        shared |= {"canonical": page.url, "site": site, "section": section}
    first: Row = {"first": True, "problems": list(page.problems) or None}
    on_page = [_finding(finding) for finding in audit.findings if finding.picture is None]
    if not page.media:
        yield {**shared, **first, "findings": on_page or None}
    for item, verdict in zip(page.media, audit.verdicts, strict=True):
        findings = [_finding(finding, item.caption) for finding in audit.findings if finding.picture == item.position]
        yield {
            **shared,
            **first,
            **_picture(item, shared["site"]),
            "look": look_of(item),
            **_answers(verdict),
            "findings": on_page + findings or None,
        }
        first, on_page = {"first": False}, []


def row_of_skipped(skipped: Skipped, place: Row) -> Row:
    """The row of a page that could not be read, with the reason."""
    return {**place, "first": True, "problem": skipped.reason}


def place_of(entry: Entry | Skipped, source: str, number: int) -> Row:
    """Where a page comes from: the columns that all its rows share."""
    if isinstance(entry, Skipped):
        return {"doc": number, "source": source, "name": entry.document}
    site, section = _site(entry.document.url)
    url = entry.document.url
    return {
        "doc": number,
        "source": source,
        "url": url,
        "name": None if entry.name == url else entry.name,
        "site": site,
        "section": section,
        "captured": entry.captured.astimezone(UTC) if entry.captured else None,
        "sha256": bytes.fromhex(entry.sha256)[:16],
        "record_offset": entry.offset,
    }


def _site(url: str | None) -> tuple[str | None, str | None]:
    """Host without `www.`, and the first folder of the path."""
    parts = address_parts(url)
    folders = parts.path.strip("/").split("/")
    return (parts.hostname or "").removeprefix("www.") or None, folders[0] if len(folders) > 1 else None


def _picture(item: MediaItem, site: str | None) -> Row:
    reading, credit = item.reading, item.credit
    span = reading.credit_span
    rung = item.dates[0] if item.dates else None
    names = [body.name for body in credit.organisations] if credit else []
    return {
        "position": min(item.position, 32767),
        "kind": item.kind.value,
        "is_lead": item.is_lead,
        "picture": item.url,
        "picture_key": identity_of(item, site),
        "asset_ids": [f"{asset.supplier}:{asset.id}" for asset in item.asset_ids] or None,
        "file_sha256": bytes.fromhex(item.file.sha256)[:16] if item.file else None,
        "caption": reading.caption,
        "credit_start": span.start if span else None,
        "credit_end": span.end if span else None,
        "credit_elsewhere": credit.line if credit and not span else None,
        "credit_origin": reading.credit_origin.value if reading.credit_origin else None,
        "creators": [creator.name for creator in credit.creators] or None if credit else None,
        "organisations": names or None,
        "agency": names[-1] if names else None,
        "maker_key": key_of_names(creator.name for creator in credit.creators) if credit else None,
        "agency_key": key_of_names(names[-1:]),
        "role": credit.role.value if credit else None,
        "flags": [flag.value for flag in credit.flags] or None if credit else None,
        "licence": credit.licence if credit else None,
        "usage_terms": _terms(item) or None,
        "usage_kinds": list(dict.fromkeys(rule.kind.value for rule in reading.usage_rules)) or None,
        "usage_days": min((rule.days for rule in reading.usage_rules if rule.days is not None), default=None),
        "date": rung.date.start if rung else None,
        "date_precision": rung.date.precision.value if rung else None,
        "date_source": rung.origin.value if rung else None,
        "registered": [_entry(match) for match in item.registered] or None,
    }


def _entry(match: RegisterMatch) -> str:
    said = {name: value for name, value in asdict(match.entry).items() if value is not None and value != ()}
    known = {"by": match.by.value, **({"of": match.of} if match.of else {})}
    return json.dumps({**said, **known}, ensure_ascii=False, default=str)


def _terms(item: MediaItem) -> list[str]:
    printed = [span.of(item.caption or "") for span in item.reading.usage_terms]
    return list(dict.fromkeys([*printed, *(item.credit.usage_terms if item.credit else ())]))


def _answers(verdict: PictureVerdict) -> Row:
    return {"credited": verdict.credited.value, "person_named": verdict.person_named.value, "dated": verdict.dated.value}


def _finding(finding: Finding, caption: str | None = None) -> Row:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "confidence": finding.confidence.value,
        "outcome": finding.outcome.value,
        "message": finding.message,
        **_words(finding, caption),
        "on_page": finding.picture is None,
    }


def _words(finding: Finding, caption: str | None) -> Row:
    """The words it rests on: offsets into the caption where they stand there (too), else the words themselves."""
    if finding.span and finding.field is Field.CAPTION:
        return {"start": finding.span.start, "end": finding.span.end, "text": None}
    start = caption.find(finding.text) if caption and finding.text else -1
    if start >= 0:
        return {"start": start, "end": start + len(finding.text or ""), "text": None}
    return {"start": None, "end": None, "text": finding.text}
