"""The reports of `auditor check` as files: which formats there are, what a report is called, and writing it."""

import os
import re
from collections.abc import Callable, Iterator, Sequence
from difflib import get_close_matches
from importlib import import_module
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from auditor.model import UsageError

if TYPE_CHECKING:
    from auditor.model import Audit
    from auditor.policy.gate import Gate

ENDINGS = re.compile(r"(?i)\.(?:gz|html?|xhtml|txt|text)$")


FORMATS = {
    "json": "json",
    "html": "html",
    "csv": "csv",
    "xlsx": "xlsx",
    "sarif": "sarif",
    "junit": "junit.xml",
    "markdown": "md",
    "credits": "credits.txt",
    "credits-html": "credits.html",
}
"""Format -> ending of its file. `json` is written by `render_json` of `auditor.render.json`, and so for all."""

_MODULES = {"credits-html": "credits"}
"""Formats whose module has another name."""


def _rendered(wanted: str, audit: "Audit", gate: "Gate") -> bytes:
    """The report's bytes; lone surrogates, which UTF-8 cannot hold, come out escaped."""
    module = import_module(f"auditor.render.{_MODULES.get(wanted, wanted)}")
    render: Callable[..., str | bytes] = getattr(module, f"render_{wanted.replace('-', '_')}")
    report = render(audit, **_more(wanted, audit, gate))
    return report if isinstance(report, bytes) else report.encode("utf-8", "backslashreplace")


def _more(wanted: str, audit: "Audit", gate: "Gate") -> dict[str, object]:
    """What some formats need besides the audit."""
    if wanted == "html":
        from auditor.cli.thumbnails import thumbnails

        return {"thumbnails": thumbnails(audit)}
    return {"gate": gate} if wanted == "junit" else {}


def check_formats(formats: Sequence[str], name: str | None) -> list[str]:
    """The formats, each once. Raises UsageError for one that does not exist, or a name that is no file name."""
    for wanted in formats:
        if wanted not in FORMATS:
            near = get_close_matches(wanted, FORMATS, n=1)
            hint = f'; did you mean "{near[0]}"?' if near else ""
            raise UsageError(f'--format "{wanted}" does not exist; there are: {", ".join(FORMATS)}{hint}')
    if name is not None and (not name.strip(". ") or PurePath(name).name != name):
        raise UsageError(f'--name "{name}" is no file name; give the folder with --output and a plain name here')
    return list(dict.fromkeys(formats))


def check_folder(folder: Path) -> None:
    """Raises UsageError for a folder that cannot be written to, before anything is done. A new folder is made later."""
    above = next(p for p in (folder, *folder.parents) if p == p.parent or os.path.exists(p))  # noqa: PTH110 - it never raises
    if not above.is_dir():
        raise UsageError(f"{above} is a file and takes no reports; choose another folder with --output")
    if not os.access(above, os.W_OK):
        raise UsageError(f"{above}: you may not write there; choose another folder with --output")


def write_reports(audit: "Audit", formats: Sequence[str], *, gate: "Gate", folder: Path, name: str | None) -> Iterator[Path]:
    """Write each report to `folder` and yield its path. Raises UsageError where the disk refuses."""
    for wanted in formats:
        path = folder / f"{name or report_name(audit)}.{FORMATS[wanted]}"
        try:
            folder.mkdir(parents=True, exist_ok=True)
            path.write_bytes(_rendered(wanted, audit, gate))
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
