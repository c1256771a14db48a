"""What a house's own registers say of a picture, and by what they know it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class RegisterKind(StrEnum):
    """What a register is about."""

    LICENCES = "licences"
    """Pictures the house may use: how long, under which credit."""
    KILLED = "killed"
    """Pictures that must not be used."""
    PEOPLE = "people"
    """Photographers and staff, as their names are to be spelt."""


class MatchedBy(StrEnum):
    """By what an entry is known to be about a picture, surest first."""

    SHA256 = "SHA-256"
    SUPPLIER_ID = "supplier id"
    PICTURE_HASH = "perceptual hash"
    FILE_NAME = "file name"
    SIMILAR_NAME = "similar name"
    """A person's name that differs by a letter or two."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterEntry:
    """One row of a register."""

    kind: RegisterKind
    place: str
    """File and row, for a person to find it again: `licences.csv, row 12`."""
    id: str | None = None
    """The supplier's number."""
    sha256: str | None = None
    picture_hash: int | None = None
    """`auditor.identity.hashes`."""
    file_name: str | None = None
    name: str | None = None
    """A person's."""
    until: date | None = None
    """The last day of use."""
    territories: tuple[str, ...] = ()
    """Where it may be published, in small letters; empty where the entry does not say."""
    credit: str | None = None
    """The credit that the licence asks for."""
    note: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterMatch:
    """An entry about this picture, or about a person it is credited to."""

    entry: RegisterEntry
    by: MatchedBy
    of: str | None = None
    """The credited person, for an entry about people."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Registers:
    """Every entry of every register, and what was read for it. One value is equal to itself alone, so that it can be a key."""

    entries: tuple[RegisterEntry, ...] = ()
    sources: tuple[tuple[str, str], ...] = ()
    """Path and SHA-256 of each file."""
    problems: tuple[str, ...] = ()
    """Cells that say nothing that can be understood, each one line."""


NO_REGISTERS = Registers()
"""A house without registers."""
