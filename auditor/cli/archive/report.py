"""`auditor archive report`: the figures of the archive."""

from pathlib import Path

from auditor.cli.archive.options import AllVersions, Edition, Folder, Formats, Output, opened, show

EXAMPLE = "auditor archive report audit --format html --format xlsx"


def report(
    folder: Folder,
    formats: Formats = None,
    output: Output = Path("reports"),
    edition: Edition = None,
    all_versions: AllVersions = False,
) -> None:
    """Print the archive's figures: credited, person named, dated; by year, agency, section, author, source; worst exposures."""
    from auditor.archive.report import figures

    show(figures(opened(folder, edition, all_versions)), formats, output, "archive")
