"""What counts where a file has several blocks of one kind, or a block says a thing several times; the rest is kept."""

from dataclasses import dataclass, field

from auditor.embedded.parts import BlockKind
from auditor.model import Field, Statement

LISTS = frozenset(
    (
        Field.CREATOR,
        Field.LICENSOR_URL,
        Field.LICENSOR_NAME,
        Field.LICENSOR_ID,
        Field.COPYRIGHT_OWNER,
        Field.COPYRIGHT_OWNER_ID,
        Field.ARTWORK_TITLE,
        Field.ARTWORK_CREATOR,
        Field.ARTWORK_COPYRIGHT,
        Field.ARTWORK_OWNER,
        Field.ARTWORK_SOURCE,
        Field.CONTACT,
    )
)
"""Fields of which all values of a block count, not the first alone."""


@dataclass(slots=True)
class Reading:
    """What one block says; of a field its first statement counts, or all of a list."""

    statements: list[Statement] = field(default_factory=list)
    asides: list[Statement] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)
    has_location: bool = False
    credentials_at: str | None = None
    """Address at which content credentials are kept."""


def ranked(kind: BlockKind | None, readings: list[Reading]) -> tuple[list[Statement], list[Statement]]:
    """The statements that count, in order of their fields, and the rest.

    Of several EXIF blocks or XMP packets the later counts, field by field; of several IIM records the first alone, which is the
    one that the digest is about. No kind: what stands in the container itself.
    """
    kept: dict[Field, list[Statement]] = {}
    rest = [statement for reading in readings for statement in reading.asides]
    for reading in readings[:1] if kind is BlockKind.IIM else reversed(readings):
        earlier = set(kept)
        for statement in reading.statements:
            name = statement.field
            if name in earlier or (name in kept and name not in LISTS):
                rest.append(statement)
            else:
                kept.setdefault(name, []).append(statement)
    if kind is BlockKind.IIM:
        rest += [statement for reading in readings[1:] for statement in reading.statements]
    return [statement for name in Field for statement in kept.get(name, ())], rest


def disagreement(kind: BlockKind, readings: list[Reading]) -> list[str]:
    """One line where two blocks of one kind say different things of a field."""
    values: dict[Field, set[tuple[str, ...]]] = {}
    for reading in readings:
        for name in {s.field for s in reading.statements}:
            values.setdefault(name, set()).add(tuple(s.value for s in reading.statements if s.field is name))
    unequal = sorted(name.value for name, said in values.items() if len(said) > 1)
    return [f"{kind.value}: {len(readings)} blocks disagree on {', '.join(unequal)}"] if unequal else []
