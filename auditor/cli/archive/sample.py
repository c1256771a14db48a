"""`auditor archive sample`: a random sample to mark by hand, and its score."""

from pathlib import Path
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from auditor.cli.archive.options import Edition, Folder, Formats, Output, opened, show, write

EXAMPLE = "auditor archive sample audit -n 400 --seed 7"


class _DrawUnlessScore(TyperGroup):
    """`sample DIR` draws, `sample score SHEET` scores."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:  # noqa: ANN401 - typer brings a click of its own
        if args and args[0] not in (*self.commands, *ctx.help_option_names):
            args = ["draw", *args]
        return super().parse_args(ctx, args)


app = typer.Typer(
    help="Draw a random sample to mark by hand (`sample DIR`), or turn marks into precision and recall (`sample score SHEET`).",
    cls=_DrawUnlessScore,
    no_args_is_help=True,
    epilog=f"Example: {EXAMPLE}",
)


@app.command(epilog=f"Example: {EXAMPLE}", hidden=True)
def draw(
    folder: Folder,
    size: Annotated[int, typer.Option("-n", min=1, max=100_000, help="Pictures to draw.")] = 400,
    seed: Annotated[int, typer.Option("--seed", help="The same seed draws the same pictures.")] = 1,
    by: Annotated[str, typer.Option("--by", metavar="COLUMN[,COLUMN]", help="Strata, each drawn in proportion.")] = "site,year",
    output: Output = Path("reports"),
    edition: Edition = None,
) -> None:
    """Draw pictures; writes sample.csv, to be marked there or in sample.html."""
    from auditor.archive.sample import draw as draw_sample
    from auditor.archive.sample import sheet
    from auditor.render.sample_sheet import sample_html

    names = [name.strip() for name in by.split(",") if name.strip()]
    sample = draw_sample(opened(folder, edition), size=size, seed=seed, by=names)
    write(output / "sample.csv", sheet(sample).encode("utf-8", "backslashreplace"))
    write(output / "sample.html", sample_html(sample.rows, sample.seed, sample.pictures).encode("utf-8", "backslashreplace"))
    print(f"{len(sample.rows):,} of {sample.pictures:,} pictures, seed {seed}, {len(sample.strata):,} strata by {by}")
    print(f"Mark them in {output / 'sample.html'} or in {output / 'sample.csv'}, then: auditor archive sample score SHEET")


@app.command(epilog="Example: auditor archive sample score sample-marked.csv")
def score(
    sheet: Annotated[Path, typer.Argument(metavar="SHEET", help="The marked CSV.", show_default=False)],
    formats: Formats = None,
    output: Output = Path("reports"),
) -> None:
    """Turn the marks into precision, recall and shares, each with its interval."""
    from auditor.archive.sample import score as score_sheet
    from auditor.model import UsageError

    try:
        text = sheet.read_text("utf-8-sig", "replace")
    except OSError as error:
        raise UsageError(f"{sheet} cannot be read ({error.strerror}); check the path") from error
    show(score_sheet(text), formats, output, "score")
