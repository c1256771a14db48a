"""Options and small steps that the questions to an archive share."""

import json
import os
import shutil
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from auditor.model import UsageError

if TYPE_CHECKING:
    from auditor.archive.catalogue import Catalogue
    from auditor.model.figures import Figures

Folder = Annotated[
    str, typer.Argument(metavar="DIR", help="Folder that `auditor archive run` wrote to, or its URL.", show_default=False)
]
Edition = Annotated[
    str | None, typer.Option("--edition", metavar="ID", help="Rules and policy of another run (folders in DIR); else the newest.")
]
AllVersions = Annotated[
    bool, typer.Option("--all-versions", help="Count every capture of an address whose bytes differ, not only the newest.")
]
FORMATS = ("html", "json", "xlsx")
Formats = Annotated[
    list[str] | None, typer.Option("--format", metavar="|".join(FORMATS), help="Also write this report; repeatable.")
]
Output = Annotated[Path, typer.Option("--output", metavar="DIR", help="Folder for the reports.")]


def opened(into: str, edition: str | None, all_versions: bool = False) -> "Catalogue":
    """The parts, ready for questions. Raises UsageError."""
    from auditor.archive.catalogue import Versions, open_catalogue
    from auditor.archive.stores import open_store

    return open_catalogue(open_store(into), edition, Versions.ALL if all_versions else Versions.NEWEST)


def show(figures: "Figures", formats: list[str] | None, output: Path, name: str) -> None:
    """Print the figures and write the reports asked for. Raises UsageError."""
    from auditor.render.figures import figures_html, figures_json, figures_text, figures_xlsx

    writers: dict[str, Callable[[Figures], str | bytes]] = {"html": figures_html, "json": figures_json, "xlsx": figures_xlsx}
    for wanted in formats or []:
        if wanted not in writers:
            raise UsageError(f'--format "{wanted}" does not exist; there are: {", ".join(FORMATS)}')
    print(figures_text(figures, width=_width()), end="")
    for wanted in dict.fromkeys(formats or []):
        content = writers[wanted](figures)
        write(output / f"{name}.{wanted}", content if isinstance(content, bytes) else content.encode("utf-8", "backslashreplace"))
        print(f"Report: {output / f'{name}.{wanted}'}")


def _width() -> int | None:
    """Of the terminal; what is piped on is not cut to size."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() or "COLUMNS" in os.environ else None


def write(path: Path, content: bytes) -> None:
    """A file and its folder. Raises UsageError where the disk refuses."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise UsageError(f"{path} cannot be written ({error.strerror}); choose another folder with --output") from error


def json_value(value: Any) -> Any:  # noqa: ANN401
    """What JSON has no form for."""
    return value.hex() if isinstance(value, bytes) else value.isoformat() if isinstance(value, (date, datetime)) else str(value)


def json_line(names: list[str], row: tuple[Any, ...]) -> str:
    """One row of an answer."""
    return json.dumps(dict(zip(names, row, strict=True)), ensure_ascii=False, default=json_value)
