"""`auditor archive`: audits of whole archives, one module a subcommand."""

import typer

app = typer.Typer(
    help="Audit an archive of published pages and put questions to it.",
    no_args_is_help=True,
    epilog="Example: auditor archive run crawl/*.warc.gz --into audit",
)


def _add_commands() -> None:
    from auditor.cli.archive import run

    for module in (run,):
        name = module.__name__.rpartition(".")[2]
        app.command(name, epilog=f"Example: {module.EXAMPLE}")(getattr(module, name))


_add_commands()
