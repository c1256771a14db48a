"""What the blocks inside one picture file say. Values stay apart per block; the reconciled value is only a view."""

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.statement import Statement


class CredentialState(StrEnum):
    """How content credentials (a C2PA manifest) stand."""

    TRUSTED = "trusted"
    """Intact, and the signer is among the trust anchors given."""
    INTACT = "intact, signer unknown"
    """Picture and manifest are as they were signed; nothing is known of who signed."""
    BROKEN = "broken"
    """Picture, manifest or signature were changed afterwards."""
    ELSEWHERE = "kept elsewhere"
    """The file only names an address, which is not asked."""
    UNREADABLE = "unreadable"
    UNVERIFIED = "present, not verified"
    """The extra that verifies is not installed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credentials:
    """Content credentials of one picture file (C2PA Technical Specification 2.1)."""

    state: CredentialState
    signer: str | None = None
    """Organisation of the signing certificate."""
    generator: str | None = None
    """The program that made the claim."""
    actions: tuple[str, ...] = ()
    """What was done, in order: `c2pa.created`, `c2pa.cropped`."""
    codes: tuple[str, ...] = ()
    """Codes of failed checks, but for the next."""
    identity_codes: tuple[str, ...] = ()
    """Codes of failed checks of an identity (CAWG), which cannot all be checked offline and prove no change of the picture."""
    detail: str | None = None
    """The address for `ELSEWHERE`, the cause for `UNREADABLE`."""


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
    credentials: Credentials | None = None
    """None where the file has none."""
    has_location: bool = False
    """The file says where on earth it was taken; the place itself is personal data and is not read."""
    has_contact: bool = False
    """The file says how to reach its maker or licensor (address, telephone, mail); personal data, read only when asked for."""
    problems: tuple[str, ...] = ()
    """Each one line that names block, place and cause."""
