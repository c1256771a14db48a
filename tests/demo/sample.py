"""Writes the demo's reports to `reports/sample/`: `python -m tests.demo.sample`.

The time is fixed, so that a report only changes when the tool or the story does.
"""

import contextlib
import io
import os
from pathlib import Path
from unittest import mock

from auditor.cli import main

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "reports" / "sample"
NOON = "1778587200"
"""2026-05-12T12:00:00Z, the day the story was published."""


def write_reports(folder: Path) -> str:
    """Audit the demo story as `make demo` does, its reports into `folder`; returns what the terminal shows, without the paths."""
    command = "check fixtures/demo/story.html --published 2026-05-12 --format html --format json --name demo --fail-on never"
    screen = io.StringIO()
    fixed = mock.patch.dict(os.environ, SOURCE_DATE_EPOCH=NOON)
    with fixed, contextlib.chdir(ROOT), contextlib.redirect_stdout(screen), contextlib.suppress(SystemExit):
        main([*command.split(), "--output", str(folder)])
    return "".join(line for line in screen.getvalue().splitlines(keepends=True) if not line.startswith("Report: "))


if __name__ == "__main__":
    (SAMPLE / "demo.txt").write_text(write_reports(SAMPLE), encoding="utf-8")
