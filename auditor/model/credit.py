"""A credit line, understood.

Roles and flags are a closed vocabulary; the most specific role that the words themselves support wins, in the order given here.
"""

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.statement import Span


class Role(StrEnum):
    """What kind of supply a credit line states, most specific first."""

    AI = "ai"
    COMPOSITE = "composite"
    ILLUSTRATION = "illustration"
    GRAPHIC = "graphic"
    SCREENGRAB = "screengrab"
    CREATIVE_COMMONS = "creative-commons"
    PUBLIC_DOMAIN = "public-domain"
    POOL = "pool"
    COURTESY = "courtesy"
    SOCIAL = "social"
    HANDOUT = "handout"
    ARCHIVE = "archive"
    STOCK = "stock"
    AGENCY = "agency"
    STAFF = "staff"
    UNKNOWN = "unknown"


class Flag(StrEnum):
    """What the whole text says besides, caption included."""

    FILE = "file"
    POOL = "pool"
    HANDOUT = "handout"
    VIA = "via"
    FOR = "for"
    ILLUSTRATION = "illustration"
    COMPOSITE = "composite"
    AI = "ai"
    COURTESY = "courtesy"
    SYMBOL_PICTURE = "symbol-picture"
    UNDATED = "undated"


class OrganisationKind(StrEnum):
    """What an organisation of the table is (`data/agencies.toml`, key `kind`)."""

    WIRE = "wire"
    AGENCY = "agency"
    STOCK = "stock"
    ARCHIVE = "archive"
    PUBLIC_BODY = "public-body"
    BROADCASTER = "broadcaster"
    PUBLISHER = "publisher"
    SOCIAL_PLATFORM = "social-platform"
    UGC = "ugc"
    AI_GENERATOR = "ai-generator"
    TOOL = "tool"
    STATE_MEDIA = "state-media"
    FOOTAGE = "footage"
    COMPANY = "company"
    """A firm that gives pictures of itself and its goods."""


class Relation(StrEnum):
    """An organisation's place in the chain of supply."""

    ORIGINATOR = "originator"
    PROVIDER = "provider"
    """Gave the picture away: a handout's giver, the owner of a courtesy picture."""
    CLIENT = "client"
    """Commissioned it (`for The Washington Post`)."""
    DISTRIBUTOR = "distributor"


class Medium(StrEnum):
    """What was made, as far as the words or the suppliers say."""

    PHOTO = "photo"
    FOOTAGE = "footage"
    ILLUSTRATION = "illustration"
    GRAPHIC = "graphic"
    COMPOSITE = "composite"
    SCREENSHOT = "screenshot"
    AI = "ai"


@dataclass(frozen=True, slots=True, kw_only=True)
class Creator:
    """A person (or account) credited as maker."""

    name: str
    """Natural case, base form: `Lena Ostrow`."""
    printed: str
    """As it stands on the page: `LENA OSTROW`."""
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Organisation:
    """A body of the chain of supply."""

    name: str
    """The usual name where all spellings go under one (`Getty` -> Getty Images), else as printed; `id` tells the same house."""
    printed: str
    span: Span
    id: str | None = None
    """Key in `data/agencies.toml`; None for a body the table does not know."""
    kind: OrganisationKind | None = None
    relation: Relation = Relation.ORIGINATOR
    misspelt: bool = False
    """Found through a known misspelling of its name."""
    short_form: bool = False
    """Named by a form shorter than the supplier's own name (`Getty` for Getty Images)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Credit:
    """One credit line and what it says. All spans are offsets into `line`."""

    line: str
    """Verbatim, with label and brackets."""
    creators: tuple[Creator, ...] = ()
    organisations: tuple[Organisation, ...] = ()
    """From originator to distributor: the last one delivered the picture."""
    lenders: tuple[str, ...] = ()
    """Persons who lent the picture (`Courtesy of Ann Example`): neither makers nor suppliers."""
    role: Role = Role.UNKNOWN
    flags: tuple[Flag, ...] = ()
    licence: str | None = None
    usage_terms: tuple[str, ...] = ()
    medium: Medium | None = None
    formulas: tuple[str, ...] = ()
    """Words that stand where a name should and name nobody: `DR`, `Internet`, `Supplied`, `Stringer`, `HO`."""
    placeholder: str | None = None
    """Why the line only looks filled in, in plain words (`only invisible characters (U+00A0)`), else None."""
    is_ambiguous: bool = False
    """The words allow two readings (`X`: a letter or the platform)."""

    @property
    def names_creator(self) -> bool:
        """Whether a person is named."""
        return bool(self.creators)

    @property
    def names_anybody(self) -> bool:
        """Whether a person, or an organisation that is no mere platform, is named."""
        return bool(self.creators or self.lenders) or any(
            o.kind is not OrganisationKind.SOCIAL_PLATFORM for o in self.organisations
        )
