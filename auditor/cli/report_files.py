"""The reports of `auditor check` as files: which formats there are, what a report is called, and writing it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from auditor.model import UsageError

if TYPE_CHECKING:
    from auditor.model import Audit

ENDINGS = re.compile(r"(?i)\.(?:gz|html?|xhtml|txt|text)$")


def _json(audit: "Audit") -> str:
    from auditor.render.json import render_json

    return render_json(audit)


def _html(audit: "Audit") -> str:
    from auditor.cli.thumbnails import thumbnails
    from auditor.render.html import render_html

    return render_html(audit, thumbnails=thumbnails(audit))


WRITERS: Mapping[str, Callable[["Audit"], str]] = {"html": _html, "json": _json}


def check_formats(formats: Sequence[str], name: str | None) -> list[str]:
    """The formats, each once. Raises UsageError for one that does not exist, or a name that is no file name."""
    for wanted in formats:
        if wanted not in WRITERS:
            near = get_close_matches(wanted, WRITERS, n=1)
            hint = f'; did you mean "{near[0]}"?' if near else ""
            raise UsageError(f'--format "{wanted}" does not exist; there are: {", ".join(WRITERS)}{hint}')
    if name is not None and (not name.strip(". ") or PurePath(name).name != name):
        raise UsageError(f'--name "{name}" is no file name; give the folder with --output and a plain name here')
    return list(dict.fromkeys(formats))


def write_reports(audit: "Audit", formats: Sequence[str], *, folder: Path, name: str | None) -> Iterator[Path]:
    """Write each report to `folder` and yield its path. Raises UsageError where the disk refuses."""
    for wanted in formats:
        path = folder / f"{name or report_name(audit)}.{wanted}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_text(WRITERS[wanted](audit), encoding="utf-8", errors="backslashreplace", newline="\n")
        except OSError as error:
            raise UsageError(f"{path} cannot be written ({error.strerror}); choose another folder with --output") from error
        yield path


def report_name(audit: "Audit") -> str:
    """The one document's own name without its endings, else `audit`."""
    names = [document.document for document in audit.documents] + [skipped.document for skipped in audit.skipped]
    if len(names) != 1:
        return "audit"
    name = "stdin" if names[0] == "-" else PurePath(names[0]).name
    while ENDINGS.search(name):
        name = ENDINGS.sub("", name)
    return name.strip(". ") or "audit"
