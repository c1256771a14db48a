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
    for label, text in (*_credentials(record.get("credentials")), *_making(record.get("making"))):
        lines += _labelled(label, text)
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


def _credentials(found: Record | None) -> Iterator[tuple[str, str]]:
    """How the signed record stands: that it is there, that it is intact and that its signer is known are three things."""
    if found:
        failed = [code for code in (*found["codes"], *found["identity_codes"]) if code != "signingCredential.untrusted"]
        details = [str(found["detail"])] if found["detail"] else []
        details += [f"signed by {found['signer']}"] if found["signer"] else []
        details += [f"made with {found['generator']}"] if found["generator"] else []
        details += [f"{', '.join(found['actions'])}"] if found["actions"] else []
        details += [f"failed: {', '.join(failed)}"] if failed else []
        yield "credentials", "; ".join((str(found["state"]), *details))


def _making(found: Record | None) -> Iterator[tuple[str, str]]:
    """Nothing where nothing is known: that is no sign of a camera."""
    if found and found["verdict"] != "unknown":
        evidence = "; ".join(f"{trace['value']} ({trace['locator']})" for trace in found["evidence"])
        yield "making", f"{found['verdict']}: {evidence}"


def _text(value: object) -> str:
    if isinstance(value, Mapping):  # a location that was asked for, by block
        return "; ".join(f"{held} ({block})" for block, held in value.items())
    if isinstance(value, list):
        return "; ".join(f"{v['value']} ({v['locator']})" if isinstance(v, Mapping) else str(v) for v in value)
    return "" if value is None else str(value)


def _labelled(label: str, text: str) -> Iterator[str]:
    for number, line in enumerate(wrapped(printable(text), WIDTH, indent=" " * _LABEL)):
        yield line if number else f"  {label:<{_LABEL - 2}}{line[_LABEL:]}"
