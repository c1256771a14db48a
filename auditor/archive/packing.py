"""How the columns of a part are packed, by what they hold; `make bench-archive MEASURES=storage` shows what each takes."""

from typing import Any

from auditor.archive.columns import COLUMNS, schema

ORDER = ("url", "name", "doc", "position")
"""Rows are sorted by address: what is alike stands together, which saves four bytes of a hundred and twenty."""

ENCODINGS = {
    "prose": "DELTA_LENGTH_BYTE_ARRAY",
    "address": "DELTA_BYTE_ARRAY",
    "rising": "DELTA_BINARY_PACKED",
    "digest": "PLAIN",
    "uint64": "PLAIN",
}
"""By kind of column (https://parquet.apache.org/docs/file-format/data-pages/encodings/); all others get a dictionary. Captions
seldom repeat; an address begins like the one before it; numbers drawn at random would stand in a dictionary in full, and take an
index besides."""
LEVEL, LEVELS = 12, {"address": 17}
"""Of Zstandard. 17 for all would save three bytes more a picture and take three times as long (0.1 ms a picture)."""
PAGE_BYTES = 8 * 1024 * 1024
"""A page is packed by itself: in one of the usual megabyte there is less to refer back to."""
PRUNED = ("url", "name", "site", "published")
"""Columns whose least and greatest value the footer holds; those of the others would help no question and double it."""


def packing() -> dict[str, Any]:
    """What Arrow's writer is told."""
    kinds = dict(_leaves())
    return {
        "compression": "zstd",
        "compression_level": {place: LEVELS.get(kind, LEVEL) for place, kind in kinds.items()},
        "use_dictionary": [place for place, kind in kinds.items() if kind not in ENCODINGS],
        "column_encoding": {place: ENCODINGS[kind] for place, kind in kinds.items() if kind in ENCODINGS},
        "write_statistics": list(PRUNED),
        "data_page_size": PAGE_BYTES,
        "store_schema": False,  # Arrow's own copy of it: a third of a small part's footer
    }


def _leaves() -> "list[tuple[str, str]]":
    """Where each column's values stand, as Parquet names it, and their kind."""
    found = []
    for (name, kind), column in zip(COLUMNS, schema(), strict=True):
        if kind == "findings":
            found += [(f"{name}.list.element.{field.name}", kind) for field in column.type.value_type]
        else:
            found.append((f"{name}.list.element" if kind == "texts" else name, kind))
    return found
