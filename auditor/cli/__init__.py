"""The command `auditor`: one module a command; parse, call, print.

Exit codes: 0 nothing at or above `--fail-on`; 1 findings; 2 wrong usage or policy, nothing done;
3 some documents could not be read.
"""

import atexit
import gc
import sys
from collections.abc import Sequence
from io import TextIOWrapper

OK, FINDINGS, USAGE, UNREADABLE = 0, 1, 2, 3


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command line; always ends in SystemExit."""
    from auditor.cli.app import app
    from auditor.model.errors import AuditorError

    atexit.register(gc.freeze)  # the tables live until the end: looking for garbage among them there costs a tenth of a short run
    _write_utf8(sys.stdout)
    _write_utf8(sys.stderr)
    try:
        app(arguments, prog_name="auditor")
    except AuditorError as error:
        print(f"auditor: {' '.join(str(error).split())}", file=sys.stderr)
        raise SystemExit(USAGE) from None


def _write_utf8(stream: object) -> None:
    """Pipes carry UTF-8 whatever the locale; a terminal keeps its own encoding and shows what it cannot print as escapes."""
    if isinstance(stream, TextIOWrapper):
        stream.reconfigure(encoding=stream.encoding if stream.isatty() else "utf-8", errors="backslashreplace")
