"""`auditor site`: what a site file does on the pages it is for."""

from typing import TYPE_CHECKING, Annotated

import typer

from auditor.cli import FINDINGS, OK, UNREADABLE
from auditor.cli.options import Paths

if TYPE_CHECKING:
    from auditor.readers.site_check import SiteCheck
    from auditor.readers.sites.site_file import Site

EXAMPLE = "auditor site check daily.toml saved-pages/"

app = typer.Typer(help="Check a site file on the pages it is for.", no_args_is_help=True, epilog=f"Example: {EXAMPLE}")


@app.callback()
def site() -> None:
    """Keep `check` a command by its name (typer drops the name of an only command)."""


@app.command(epilog=f"Example: {EXAMPLE}")
def check(
    file: Annotated[str, typer.Argument(metavar="FILE", help="The site file (TOML).", show_default=False)], pages: Paths
) -> None:
    """Say what each selector of a site file matches on each page.

    Exit code: 0 each selector matches something on a page of the site; 1 one matches nothing; 2 the file has a wrong key or
    selector, named with its place and the nearest right one; 3 some documents could not be read.
    """
    from auditor.cli.lines import print_skipped
    from auditor.ingest.folder import find_documents
    from auditor.model import Skipped
    from auditor.readers.site_check import check_site
    from auditor.readers.sites.site_file import load_site

    layout = load_site(file)
    typer.echo(_heading(layout))
    alive: set[int] = set()
    is_unreadable = False
    for document in find_documents(pages):
        if isinstance(document, Skipped):
            is_unreadable = True
            print_skipped(document.document, document.reason)
            continue
        result = check_site(layout, document)
        typer.echo("\n".join(_lines(document.name, result)))
        if result.refusal is None:
            alive |= {place for place, match in enumerate(result.matches) if match.count}
    idle = [selector for place, selector in enumerate(layout.selectors) if place not in alive]
    for selector in idle:
        typer.echo(f"{selector.part} {selector.css}: matches nothing on any page of the site")
    raise typer.Exit(UNREADABLE if is_unreadable else FINDINGS if idle else OK)


def _heading(layout: "Site") -> str:
    bounds = [("from", layout.valid_from), ("until", layout.valid_until)]
    when = " ".join(f"{word} {day}" for word, day in bounds if day) or "at any time"
    return f"{layout.name}: good; pages of {', '.join(layout.hosts)} published {when}"


def _lines(name: str, result: "SiteCheck") -> list[str]:
    """One page: whether it is the site's, then a line a selector."""
    from auditor.render.printable import printable, printable_path

    lines = [
        f"{printable_path(name)}: {'read through this file' if result.refusal is None else 'not touched: ' + result.refusal}"
    ]
    width = max(len(match.selector.css) for match in result.matches)
    for match in result.matches:
        found = (
            f'{match.count:>4}  "{printable(match.sample)}"'
            if match.count
            else f"{'-':>4}  nothing{match.hint and '; ' + match.hint}"
        )
        lines.append(f"  {match.selector.part:<8} {match.selector.css:<{width}} {found}".rstrip())
    return lines
