"""What the house's registers say of one item, for the rules that ask them."""

from collections.abc import Iterator

from auditor.model import Confidence, Field, MatchedBy, MediaItem, Origin, RegisterEntry, RegisterKind, RegisterMatch, Statement

_RANK = {sign: rank for rank, sign in enumerate(MatchedBy)}


def entries_about(item: MediaItem, kind: RegisterKind) -> Iterator[RegisterMatch]:
    """The entries of one register about this picture, surest sign first."""
    return iter(sorted([m for m in item.registered if m.entry.kind is kind], key=lambda match: _RANK[match.by]))


def sureness(match: RegisterMatch) -> Confidence:
    """A file's name may be another picture's too, and so may a person's be; the other signs are the picture's own."""
    return Confidence.LOW if match.by in (MatchedBy.FILE_NAME, MatchedBy.SIMILAR_NAME) else Confidence.HIGH


def known_by(match: RegisterMatch) -> str:
    """To be said beside a message, as a row may move: `See kill-list.csv, row 2, found by its supplier id.`"""
    return f"See {match.entry.place}, found by its {match.by.value}."


def witness(entry: RegisterEntry, field: Field, value: str | None) -> tuple[Statement, ...]:
    """The entry as evidence; nothing where it does not say this."""
    return (Statement(field=field, value=value, origin=Origin.REGISTER, locator=entry.place),) if value else ()
