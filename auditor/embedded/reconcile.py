"""One value per field out of several blocks: a view for reports, nothing is replaced. Where blocks disagree is part of it.

XMP counts before IIM before EXIF. The digest test (Metadata Working Group, Guidelines for Handling Image Metadata 2.0) puts IIM
in front where a program edited it alone, unless its value is merely the XMP one cut at IIM's limit.
"""

import re
from dataclasses import asdict
from itertools import combinations

from auditor.data.embedded import iim_limits
from auditor.embedded.ranking import LISTS
from auditor.identity.making import making_record, read_making
from auditor.limits import MAX_CAPTION_CHARS, MAX_CREDITS_IN_FILE
from auditor.model import Field, Metadata, Origin

Values = tuple[str, ...]
"""What one block says of one field; several for lists."""

_ORDER = (Origin.XMP, Origin.IIM, Origin.EXIF)
_BESIDES = (Origin.PNG_TEXT, Origin.PHOTOSHOP)
"""What the file says outside the three blocks; the reconciled view knows nothing of it."""
_FIELDS = (
    Field.CREATOR,
    Field.JOB_TITLE,
    Field.CREDIT_LINE,
    Field.COPYRIGHT_NOTICE,
    Field.COPYRIGHT_OWNER,
    Field.COPYRIGHT_OWNER_ID,
    Field.SOURCE,
    Field.DESCRIPTION,
    Field.HEADLINE,
    Field.TITLE,
    Field.DATE_CREATED,
    Field.USAGE_TERMS,
    Field.INSTRUCTIONS,
    Field.WEB_STATEMENT,
    Field.RIGHTS_MARKED,
    Field.LICENSOR_URL,
    Field.LICENSOR_NAME,
    Field.LICENSOR_ID,
    Field.IMAGE_SUPPLIER,
    Field.SUPPLIER_IMAGE_ID,
    Field.IMAGE_GUID,
    Field.JOB_ID,
    Field.CAPTION_WRITER,
    Field.DIGITAL_SOURCE_TYPE,
    Field.AI_SYSTEM,
    Field.AI_SYSTEM_VERSION,
    Field.AI_PROMPT,
    Field.AI_PROMPT_WRITER,
    Field.DATA_MINING,
    Field.OTHER_CONSTRAINTS,
    Field.ALT_TEXT,
    Field.MODEL_RELEASE,
    Field.PROPERTY_RELEASE,
    Field.ARTWORK_TITLE,
    Field.ARTWORK_CREATOR,
    Field.ARTWORK_COPYRIGHT,
    Field.ARTWORK_OWNER,
    Field.ARTWORK_SOURCE,
)
_SHORT = {Field.DESCRIPTION: "caption", Field.CREDIT_LINE: "credit", Field.COPYRIGHT_NOTICE: "copyright"}
_KEYS = {field: _SHORT.get(field, field.value) for field in _FIELDS}
"""Key of each field in `auditor metadata`."""

_DATE = re.compile(r"(?P<day>[\d-]+)(?:T(?P<time>[\d:]+)(?:\.\d+)?(?P<zone>.*))?", re.ASCII)


def metadata_record(metadata: Metadata) -> dict[str, object]:
    """What `auditor metadata` prints of one file, besides its name."""
    blocks = {origin: _block(metadata, origin) for origin in _ORDER}
    record: dict[str, object] = {}
    for field, key in _KEYS.items():
        said = _said(blocks, field)
        winner = _winner(field, said, metadata.iim_is_stale)
        record[key] = _printed(field, said[winner]) if winner else [] if field in LISTS else None
    return {
        **record,
        "by_block": {origin.value: _printed_block(blocks[origin]) for origin in reversed(_ORDER)},
        "besides": {origin.value: _printed_block(outside) for origin in _BESIDES if (outside := _block(metadata, origin))},
        "conflicts": [_KEYS[field] for field in disagreements(metadata)],
        "container": metadata.container,
        "iim_is_stale": metadata.iim_is_stale,
        "credentials": asdict(metadata.credentials) if metadata.credentials else None,
        "making": _making(metadata),
        "location": "present" if metadata.has_location else None,
        "contact": _contact(metadata) or ("present" if metadata.has_contact else None),
        "problems": list(metadata.problems),
    }


def disagreements(metadata: Metadata) -> tuple[Field, ...]:
    """The fields of which the blocks of one file do not say the same."""
    blocks = {origin: _block(metadata, origin) for origin in _ORDER}
    return tuple(
        field for field in _KEYS if any(not _same(field, a, b) for a, b in combinations(_said(blocks, field).values(), 2))
    )


def _said(blocks: dict[Origin, dict[Field, Values]], field: Field) -> dict[Origin, Values]:
    return {origin: values for origin in _ORDER if (values := blocks[origin].get(field))}


def _contact(metadata: Metadata) -> list[dict[str, str]]:
    """How to reach maker and licensor, where that was asked for."""
    said = (s for s in (*metadata.statements, *metadata.others) if s.field is Field.CONTACT)
    return [{"value": s.value, "locator": s.locator} for s in said]


def _making(metadata: Metadata) -> dict[str, object]:
    """How the picture came to be, as far as the file says, and the words it rests on."""
    from auditor.text.credit_parser import parse_credit  # with all its tables; only where a file has a credit

    said = [s for s in metadata.statements if s.field in (Field.CREATOR, Field.CREDIT_LINE)]
    credits = [(s.locator, parse_credit(s.value[:MAX_CAPTION_CHARS])) for s in said[:MAX_CREDITS_IN_FILE]]
    return making_record(read_making(metadata.statements, credits, others=metadata.others))


def _block(metadata: Metadata, origin: Origin) -> dict[Field, Values]:
    found: dict[Field, Values] = {}
    for statement in metadata.statements:
        if statement.origin is origin and statement.field in _KEYS:
            found[statement.field] = (*found.get(statement.field, ()), statement.value)
    return found


def _printed_block(block: dict[Field, Values]) -> dict[str, object]:
    return {_KEYS[field]: _printed(field, values) for field, values in block.items()}


def _printed(field: Field, values: Values) -> str | list[str]:
    return list(values) if field in LISTS else values[0]


def _winner(field: Field, said: dict[Origin, Values], iim_is_stale: bool | None) -> Origin | None:
    if iim_is_stale and Origin.IIM in said and not (Origin.XMP in said and _same(field, said[Origin.IIM], said[Origin.XMP])):
        return Origin.IIM
    return next(iter(said), None)


def _same(field: Field, a: Values, b: Values) -> bool:
    """Whether two blocks say the same, but for case, white space, order of creators, precision of a date, and IIM's limit."""
    if _folded(a) == _folded(b):
        return True
    if field is Field.DATE_CREATED:
        return _same_date(a[0], b[0])
    one, other = (" ".join("; ".join(values).split()) for values in (a, b))
    return one.casefold() == other.casefold() or _is_cut(field, one, other) or _is_cut(field, other, one)


def _folded(values: Values) -> list[str]:
    return sorted(" ".join(value.split()).casefold() for value in values)


def _is_cut(field: Field, short: str, long: str) -> bool:
    """Whether `short` is `long` cut at IIM's limit; a cut inside a character of several bytes leaves up to three fewer."""
    limit = iim_limits().get(field)
    return limit is not None and long.startswith(short) and limit - 3 <= len(short.encode()) <= limit


def _same_date(a: str, b: str) -> bool:
    """Whether the coarser date lies in the finer one and times and zones, where both have them, agree."""
    one, other = _DATE.fullmatch(a), _DATE.fullmatch(b)
    if not one or not other:
        return False
    shared = min(len(one["day"]), len(other["day"]))
    return one["day"][:shared] == other["day"][:shared] and all(
        not one[part] or not other[part] or one[part] == other[part] for part in ("time", "zone")
    )
