"""Where a long run stands: one line that renews itself on a terminal, a plain line now and then elsewhere."""

import shutil
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from auditor.archive.run import Progress

ON_TERMINAL, IN_LOG = 0.5, 30.0
"""Seconds between two lines."""
BAR = 10


class Display:
    """Prints to standard error; standard output stays clean."""

    def __init__(self) -> None:
        self._is_terminal = sys.stderr.isatty()
        self._begin = self._last = time.monotonic()
        self._width = 0

    def show(self, progress: "Progress") -> None:
        """Renew the line when it is due."""
        now = time.monotonic()
        if now - self._last < (ON_TERMINAL if self._is_terminal else IN_LOG):
            return
        self._last = now
        line = progress_line(progress)
        if not self._is_terminal:
            print(line, file=sys.stderr, flush=True)
            return
        room = shutil.get_terminal_size().columns - 1
        line = f"{line}  {', '.join(progress.pulse.shards)}"[:room]
        self._width = max(self._width, len(line))
        print(f"\r{line:<{self._width}}", end="", file=sys.stderr, flush=True)

    def end(self) -> None:
        """Wipe the line."""
        if self._width:
            print(f"\r{'':<{self._width}}\r", end="", file=sys.stderr, flush=True)


def progress_line(progress: "Progress") -> str:
    """`[###       ] 12 of 40 shards, 4 min left, 31,000 pages (480/s), 52,113 findings`: within 80 columns."""
    done = progress.done_before + progress.done + len(progress.failures)
    filled = BAR * done // max(progress.shards, 1)
    now = progress.counts_now
    rate = now.documents / progress.seconds if progress.seconds else 0.0
    left = progress.seconds_left
    return (
        f"[{'#' * filled:<{BAR}}] {done} of {progress.shards} shards, {f'{_time(left)} left, ' if left is not None else ''}"
        f"{now.documents:,} pages ({rate:,.0f}/s), {now.findings:,} findings"
    )


def _time(seconds: float) -> str:
    if seconds < 90:
        return f"{seconds:.0f} s"
    return f"{seconds / 60:.0f} min" if seconds < 90 * 60 else f"{seconds / 3600:.1f} h"
