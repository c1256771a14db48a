"""`auditor archive`: audits of whole archives, one module a subcommand."""

import typer

from auditor.cli.archive import compact, diff, dossier, kill, query, report, run, sample

app = typer.Typer(
    help="Audit an archive of published pages and put questions to it.",
    no_args_is_help=True,
    epilog=f"Example: {run.EXAMPLE}",
)

for module in (run, report, query, diff, dossier, kill, compact):
    name = module.__name__.rpartition(".")[2]
    app.command(name, epilog=f"Example: {module.EXAMPLE}")(getattr(module, name))
app.add_typer(sample.app, name="sample")
