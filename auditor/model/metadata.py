"""What the blocks inside one picture file say. Values stay apart per block; the reconciled value is only a view."""

from dataclasses import dataclass

from auditor.model.statement import Statement


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """Statements of every metadata block of one picture file."""

    container: str | None = None
    """`jpeg`, `png`, ...; None where the bytes are no picture."""
    width: int | None = None
    height: int | None = None
    statements: tuple[Statement, ...] = ()
    problems: tuple[str, ...] = ()
    """Each one line that names block, place and cause."""
