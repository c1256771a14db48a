"""Records as JSON text: one line each for pipes, indented for files."""

import json
import re

from auditor.render.records import Record

_SURROGATE = re.compile("[\ud800-\udfff]")


def json_line(record: Record) -> str:
    """One line of JSON Lines."""
    return json_text(record, indent=None)


def json_text(record: Record, *, indent: int | None = 2) -> str:
    """JSON with its line end; where text holds lone surrogates, which UTF-8 cannot, all of it is escaped."""
    text = json.dumps(record, ensure_ascii=False, indent=indent)
    return (json.dumps(record, indent=indent) if _SURROGATE.search(text) else text) + "\n"
