"""Standard input as lines, plain or JSON, and JSON Lines out."""

import json
import os
import sys
from collections.abc import Iterator, Sequence
from typing import Any

from auditor import limits
from auditor.model.errors import UsageError
from auditor.render.json_text import json_line
from auditor.render.printable import printable, printable_path
from auditor.render.records import Record


def print_record(record: Record) -> None:
    """One JSON line on standard output."""
    sys.stdout.write(json_line(record))


def say(text: str) -> None:
    """One text on standard output, at once; a reader that has seen enough (`| head -1`) ends neither the work nor its exit code.

    How: https://docs.python.org/3/library/signal.html#note-on-sigpipe
    """
    try:
        print(text, flush=True)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def say_if_nothing_was_read(paths: Sequence[str], number: int) -> None:
    """One line on standard error where the paths hold no article at all: an empty run is seldom what was meant."""
    if number == 0:
        print(f"auditor: no article in {', '.join(map(printable_path, paths))}; nothing was read", file=sys.stderr)


def print_skipped(name: str, reason: str) -> None:
    """One line on standard error for a document or file that could not be read."""
    print(f"auditor: {printable_path(name)}: {printable(reason)}", file=sys.stderr)


def input_lines() -> Iterator[tuple[int, str]]:
    """Each line of standard input that is not blank, with its number from 1; bytes that are no UTF-8 become U+FFFD."""
    for number, line in enumerate(iter(lambda: sys.stdin.buffer.readline(limits.MAX_PAGE_BYTES), b""), 1):
        text = line.decode("utf-8", "replace").strip("\r\n")
        if text.strip():
            yield number, text


def json_object(line: str, number: int, key: str) -> dict[str, Any]:
    """The object on this line, whose `key` is a string. Raises UsageError naming the line."""
    try:
        row = json.loads(line)
    except ValueError as error:
        raise UsageError(f'stdin, line {number}: not JSON ({error}); give one object a line, as {{"{key}": ...}}') from None
    if not isinstance(row, dict) or not isinstance(row.get(key), str):
        raise UsageError(f'stdin, line {number}: no text under "{key}"; give one object a line, as {{"{key}": ...}}')
    return row


def optional_text(row: dict[str, Any], key: str, number: int) -> str | None:
    """The string under `key`, None where there is none. Raises UsageError for any other value."""
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value
    raise UsageError(f'stdin, line {number}: "{key}" is not text; leave it out or give a string')
