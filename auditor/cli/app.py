"""The typer app: the commands in the order of `auditor --help`."""

from typing import Annotated

import typer

from auditor.cli import archive, baseline, check, credit, date, explain, metadata, policy, rules, schema, site, split

app = typer.Typer(
    help="Audits the captions and credits of published pictures: who made it, who supplied it, when, and which words say so.",
    epilog="Example: auditor check story.html --format html",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,  # plain help: rich costs 60 ms at start-up
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"auditor {version('media-caption-auditor')}")
        raise typer.Exit


@app.callback()
def auditor(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Options of the command itself."""


for module in (check, split, credit, date, metadata, rules, explain, schema):
    name = module.__name__.rpartition(".")[2]
    app.command(name, epilog=f"Example: {module.EXAMPLE}")(getattr(module, name))
app.add_typer(policy.app, name="policy")
app.add_typer(baseline.app, name="baseline")
app.add_typer(site.app, name="site")
app.add_typer(archive.app, name="archive")
