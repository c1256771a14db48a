"""Records as JSON text: one line each for pipes, indented for files."""

import json
from functools import lru_cache
from json.encoder import encode_basestring as quoted

from auditor.render.records import Record

_one_line = json.JSONEncoder(ensure_ascii=False).encode
_whole_or_constant = lru_cache(maxsize=1024, typed=True)(_one_line)
"""Offsets, yes and no, nothing: few values, met often. By type, as 1 equals True."""
_LISTS = (list, tuple)


def json_line(record: Record) -> str:
    """One line of JSON Lines; escaped as `json_text` is."""
    text = _one_line(record)
    return (text if _is_utf8(text) else json.dumps(record)) + "\n"


def json_text(record: Record) -> str:
    """JSON indented by two, with its line end; where text holds lone surrogates, which UTF-8 cannot, all of it is escaped."""
    text = _indented(record, "\n")
    return (text if _is_utf8(text) else json.dumps(record, indent=2)) + "\n"


def _indented(value: object, margin: str) -> str:
    """What `json.dumps` writes with `indent=2`, in half its time: its C code knows no indent."""
    if isinstance(value, str):
        return quoted(value)
    if isinstance(value, dict):
        deeper = margin + "  "
        return _framed("{}", [f"{quoted(key)}: {_indented(entry, deeper)}" for key, entry in value.items()], margin)
    if isinstance(value, _LISTS):
        deeper = margin + "  "
        return _framed("[]", [_indented(entry, deeper) for entry in value], margin)
    return _one_line(value) if isinstance(value, float) else _whole_or_constant(value)


def _framed(brackets: str, entries: list[str], margin: str) -> str:
    return f"{brackets[0]}{margin}  {f',{margin}  '.join(entries)}{margin}{brackets[1]}" if entries else brackets


def _is_utf8(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
