"""A line of progress on standard error, when that is a terminal and the work is long."""

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds of silence before the first line."""
INTERVAL = 0.2
"""Seconds between two updates."""


def with_progress(things: Iterable[T], *, total: int, noun: str) -> Iterator[T]:
    """The same things; meanwhile `12 of 123 documents` stands on a terminal's standard error and is wiped at the end."""
    if not sys.stderr.isatty():
        yield from things
        return
    due, width = time.monotonic() + PATIENCE, 0
    for done, thing in enumerate(things, 1):
        yield thing
        if time.monotonic() >= due:
            line = f"{done} of {total} {noun}"
            width = max(width, len(line))
            print(f"\r{line:<{width}}", end="", file=sys.stderr, flush=True)
            due = time.monotonic() + INTERVAL
    if width:
        print(f"\r{'':<{width}}\r", end="", file=sys.stderr, flush=True)
