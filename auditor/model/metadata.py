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
    """What counts of each block: one value a field, several for lists (creator, licensor, copyright owner)."""
    others: tuple[Statement, ...] = ()
    """Said besides, kept as evidence: by an earlier block of the same kind, in other languages, repeats, Windows' own tags."""
    iim_is_stale: bool | None = None
    """True where the digest stored with XMP differs from the IIM block: a program edited IIM alone, later. None: no digest."""
    has_content_credentials: bool = False
    """A C2PA manifest store is in the file; whether it holds is not said here."""
    problems: tuple[str, ...] = ()
    """Each one line that names block, place and cause."""
