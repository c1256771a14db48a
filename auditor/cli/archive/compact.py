"""`auditor archive compact`: many parts into few files."""

from auditor.cli.archive.options import Edition, Folder, opened

EXAMPLE = "auditor archive compact audit"


def compact(folder: Folder, edition: Edition = None) -> None:
    """Merge the parts and sort them by article: questions about one page become quick, the others no slower."""
    from auditor.archive.compact import compact as merge
    from auditor.archive.stores import open_store

    catalogue = opened(folder, edition)
    catalogue.close()
    before, after = merge(catalogue.edition, open_store(folder))
    print(f"{before:,} files before, {after:,} after")
