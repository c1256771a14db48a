"""The article as a reader sees it: body, pictures, and what each picture's words say."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from auditor.model.credit import Credit, Flag, Medium
from auditor.model.dates import DateEvidence, DateRange, DateReading
from auditor.model.fields import Field
from auditor.model.metadata import Metadata
from auditor.model.register import RegisterMatch
from auditor.model.statement import Origin, Span, Statement
from auditor.model.usage import UsageRule


class MediaKind(StrEnum):
    """What an item of the page is."""

    IMAGE = "image"
    VIDEO = "video"
    GRAPHIC = "graphic"
    AUDIO = "audio"
    EMBED = "embed"

    @property
    def is_picture(self) -> bool:
        """Whether credit and date rules speak of it with full severity (design §3)."""
        return self in (MediaKind.IMAGE, MediaKind.GRAPHIC)


class BlockKind(StrEnum):
    """What a run of characters in plain text is."""

    HEADLINE = "headline"
    BODY = "body"
    HEADER = "header"
    CAPTION = "caption"
    CREDIT = "credit"
    DURATION = "duration"
    RESIDUE = "residue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A run of characters of a plain-text source; the blocks of a page tile it."""

    kind: BlockKind
    span: Span
    item: int | None = None
    """Position of the media item it belongs to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetId:
    """A supplier's number for a picture, read from a file name, URL or caption."""

    supplier: str
    """Key in `data/agencies.toml`."""
    id: str
    date: DateRange | None = None
    """The day some suppliers' numbers hold."""
    origin: Origin = Origin.FILE_NAME
    needs_credit: bool = False
    """A bare number that proves nothing alone: it counts only where the credit names this supplier."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CaptionReading:
    """The published words of one picture, split and understood. All spans are offsets into `caption`."""

    caption: str | None = None
    """The whole published text under the picture, parts of separate elements joined by a line break; no page furniture."""
    description: str | None = None
    """The caption without its credit line."""
    description_span: Span | None = None
    credit: Credit | None = None
    """From the caption, else from the first hidden origin that states one (`credit_origin` tells)."""
    credit_span: Span | None = None
    """None where the credit is not in the caption."""
    credit_origin: Origin | None = None
    declared_credits: tuple[tuple[Statement, Credit], ...] = ()
    """Each creator or credit that the page's data states where no reader sees it, with its reading."""
    usage_terms: tuple[Span, ...] = ()
    """Runs of terms of use and desk instructions."""
    usage_rules: tuple[UsageRule, ...] = ()
    """Each term inside those runs, understood."""
    dating: DateReading = field(default_factory=DateReading)
    flags: tuple[Flag, ...] = ()
    """What the words shown say besides (`AI-generated`, `combination of pictures`), where no credit is shown to bear it."""
    placeholder: str | None = None
    """Why the description only looks filled in, in plain words; None for a real one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureFile:
    """The file published for an item, as found beside the page."""

    name: str
    """Path as found."""
    sha256: str
    size: int
    """Bytes."""
    matched_by: str
    """`file name` or `supplier id`."""
    metadata: Metadata
    picture_hash: int | None = None
    """Of what it shows (`auditor.identity.hashes`); worked out only where a register is to be compared."""
    credits: tuple[tuple[Statement, Credit], ...] = ()
    """Each statement inside the file that names a creator or credit, with its reading."""
    owners: tuple[tuple[Statement, Credit], ...] = ()
    """Each copyright notice and owner inside the file, read as the credit line it resembles."""
    disagreements: tuple[Field, ...] = ()
    """Fields of which the blocks inside the file (EXIF, IIM, XMP) do not say the same."""
    terms: tuple[tuple[Statement, tuple[UsageRule, ...]], ...] = ()
    """Each instruction or terms of use inside the file, with its reading; spans are offsets into the statement's value."""
    original: "PictureFile | None" = None
    """The file that this one was made from, where `--originals` holds it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MediaItem:
    """One picture, video, graphic or embed of the page, with everything said about it."""

    kind: MediaKind
    position: int
    """From 0, in order of the page."""
    statements: tuple[Statement, ...] = ()
    """All that any origin says, in reading order; displayed `CAPTION` and `CREDIT_LINE` ones make up the caption."""
    urls: tuple[str, ...] = ()
    """Every address of the picture, best first."""
    is_lead: bool = False
    header: str | None = None
    alt_text: str | None = None
    duration: str | None = None
    asset_ids: tuple[AssetId, ...] = ()
    reading: CaptionReading = field(default_factory=CaptionReading)
    dates: tuple[DateEvidence, ...] = ()
    """The ladder of evidence, surest first."""
    file: PictureFile | None = None
    registered: tuple[RegisterMatch, ...] = ()
    """What the house's registers say of it, where it has any."""

    @property
    def files(self) -> tuple[str, ...]:
        """Its addresses, best first, without those that differ from another in their query alone: they are the same file."""
        return tuple({url.partition("?")[0]: url for url in reversed(self.urls)}.values())[::-1]

    @property
    def url(self) -> str | None:
        """The best address, None where there is none (plain text)."""
        return self.urls[0] if self.urls else None

    @property
    def caption(self) -> str | None:
        """The whole published text under the picture."""
        return self.reading.caption

    @property
    def description(self) -> str | None:
        """IPTC Description: the caption without its credit line."""
        return self.reading.description

    @property
    def credit(self) -> Credit | None:
        """The credit line, understood."""
        return self.reading.credit

    @property
    def date(self) -> DateRange | None:
        """The date the caption states."""
        return self.reading.dating.date

    @property
    def medium(self) -> Medium | None:
        """What was made: from the credit, else footage for a video."""
        if self.credit and self.credit.medium:
            return self.credit.medium
        return Medium.FOOTAGE if self.kind is MediaKind.VIDEO else None

    def stating(self, *fields: Field) -> tuple[Statement, ...]:
        """The statements about any of these fields, in reading order."""
        return tuple(s for s in self.statements if s.field in fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """Bytes to be audited and where they came from."""

    name: str
    """The path or URL as the user gave it; `document` in every output."""
    data: bytes
    """Decompressed."""
    url: str | None = None
    folder: str | None = None
    """Folder of the file, where pictures beside the story are looked for; None for standard input and URLs."""
    problems: tuple[str, ...] = ()
    """What was amiss on the way in, each one line (`12 bytes after the end of the gzip data were not read`)."""
    sha256: str | None = None
    """Of `data`, where whoever read it knows it already; an archive takes it to tell repeated pages."""
    wants_body: bool = True
    """Whether anybody asks for the page's running text: no rule does, and an archive keeps none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One article, split."""

    url: str | None = None
    title: str | None = None
    language: str | None = None
    """BCP 47 as the page says, or None."""
    date_published: str | None = None
    """ISO 8601, with time and zone where the page gives them."""
    byline: tuple[str, ...] = ()
    body: tuple[str, ...] = ()
    """Standfirst, paragraphs and subheads in order, not the headline."""
    media: tuple[MediaItem, ...] = ()
    blocks: tuple[Block, ...] = ()
    """Plain text only: tiles the source."""
    problems: tuple[str, ...] = ()

    @property
    def published_on(self) -> date | None:
        """The day of publication, None where unknown or unreadable."""
        try:
            return date.fromisoformat((self.date_published or "")[:10])
        except ValueError:
            return None
