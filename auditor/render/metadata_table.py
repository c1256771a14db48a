"""A picture file's metadata for people at a terminal: one line a value, with the blocks that hold it."""

from collections.abc import Iterator, Mapping

from auditor.render.printable import printable, printable_path, wrapped
from auditor.render.records import Record

WIDTH = 80
_LABEL = 20


def metadata_table(record: Record) -> str:
    """What `auditor metadata` prints on a terminal; `record` is the JSON line that a pipe gets."""
    lines = [f"{printable_path(record['file'])} ({record['container'] or 'no picture'})"]
    blocks = {**record["by_block"], **record.get("besides", {})}
    for key in dict.fromkeys(key for block in blocks.values() for key in block):
        lines += _value_lines(key, blocks, in_conflict=key in record["conflicts"])
    for key in ("location", "contact"):
        lines += _labelled(key, _text(record[key])) if record.get(key) else []
    for problem in record["problems"]:
        lines += _labelled("PROBLEM", problem)
    if len(lines) == 1:
        lines.append("  no metadata")
    return "\n".join(lines) + "\n"


def _value_lines(key: str, blocks: Mapping[str, Record], *, in_conflict: bool) -> Iterator[str]:
    """The blocks that agree share a line; where the reconciler sees a conflict each line says so."""
    holders: dict[str, list[str]] = {}
    for name, block in blocks.items():
        if value := _text(block.get(key)):
            holders.setdefault(value, []).append(name)
    for value, names in holders.items():
        doubt = "; BLOCKS DISAGREE" if in_conflict else ""
        yield from _labelled(key.replace("_", " "), f"{value} ({', '.join(names)}{doubt})")


def _text(value: object) -> str:
    if isinstance(value, Mapping):  # a location that was asked for, by block
        return "; ".join(f"{held} ({block})" for block, held in value.items())
    return "; ".join(map(str, value)) if isinstance(value, list) else "" if value is None else str(value)


def _labelled(label: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrapped(printable(text), WIDTH, indent=" " * _LABEL)):
        yield line if number else f"  {label:<{_LABEL - 2}}{line[_LABEL:]}"
