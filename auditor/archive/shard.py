"""What a run is cut into, and what comes back: plain values that travel between processes and machines."""

import hashlib
import json
from dataclasses import asdict, dataclass, field, fields
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.policy import Policy

if TYPE_CHECKING:
    from auditor.readers.sites.site_file import Site

SCHEMA_VERSION = "2"
"""Of the rows in a part; a part of another one is never mixed with these."""


class Kind(StrEnum):
    """What a shard holds its pages in."""

    FILES = "files"
    WARC = "warc"
    ZIP = "zip"
    TAR = "tar"
    JSONL = "jsonl"
    PARQUET = "parquet"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """A piece of work that one worker does alone and that one part records."""

    kind: Kind
    uri: str
    """Absolute path, or the URL as given. For `FILES` the folder or file that was named."""
    stamp: str
    """Size and time of change (or etag): another content is another shard."""
    member: str | None = None
    """A web archive inside a WACZ."""
    files: tuple[str, ...] = ()
    """`FILES` only: absolute paths."""
    start: int = 0
    """First byte of the slice of a file that can be cut; 0 for its beginning. In a web archive a record begins there."""
    end: int | None = None
    """Byte before which its last record begins (in a web archive, ends); None for the end of the file."""

    @property
    def size(self) -> int:
        """Bytes, as far as the source says."""
        sizes = [int(stamp.partition("-")[0]) for stamp in self.stamp.split() if stamp.partition("-")[0].isdigit()]
        return (sum(sizes) if self.end is None else self.end) - self.start

    @property
    def name(self) -> str:
        """For people: which file, which slice of it."""
        if self.files:
            return f"{self.files[0]} and {len(self.files) - 1} more" if len(self.files) > 1 else self.files[0]
        whole = f"{self.uri}#{self.member}" if self.member else self.uri
        if not self.start and self.end is None:
            return whole
        return f"{whole} bytes {self.start:,} to {'its end' if self.end is None else f'{self.end:,}'}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything besides the shard that decides what a part holds."""

    policy: Policy
    tool: str
    """Digest of the code and tables that judge; a changed rule never takes an old part for its own."""
    today: date
    """For pages whose day of capture nobody recorded; the day of the edition's first run, so that going on changes nothing."""
    pictures: bool = False
    """Whether picture files inside or beside the archive are read."""
    sites: "tuple[Site, ...]" = ()
    """The house's site files."""

    @property
    def edition(self) -> str:
        """Name of the parts that may be counted together: same rules, same policy, same options, same knowledge of the house."""
        registers = [sha256 for _, sha256 in self.policy.registers.sources]
        house = (registers, self.policy.trust_anchors, [asdict(site) for site in self.sites])
        return _digest(SCHEMA_VERSION, self.tool, self.policy.sha256, self.pictures, *house)[:12]

    def key_of(self, shard: Shard) -> str:
        """The part's name: the same for the same content under the same options, whoever does the work and how often."""
        return _digest(self.edition, asdict(shard))[:32]


@dataclass(slots=True, kw_only=True)
class Counts:
    """What was found, in a shard or in all of them."""

    documents: int = 0
    """Pages audited."""
    pictures: int = 0
    findings: int = 0
    skipped: int = 0
    """Pages that could not be read: rows with a reason."""
    duplicates: int = 0
    """Pages left out because the same bytes came from the same address before."""
    passed_over: int = 0
    """Records and members that are no pages."""

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(**{name: getattr(self, name) + getattr(other, name) for name in COUNTED})


COUNTED = tuple(one.name for one in fields(Counts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """What a part says of itself, in its footer."""

    key: str
    uri: str
    name: str
    counts: Counts = field(default_factory=Counts)
    rows: int = 0
    seconds: float = 0.0
    problems: tuple[str, ...] = ()
    """Damage of the shard itself, each one line."""
    tool_version: str = ""
    edition: str = ""
    first_page: int = 0
    """Number of its first page in a compacted file."""
    pages: int | None = None
    """Numbers it has there; None in a part of its own."""

    def to_json(self) -> str:
        """As it stands in the footer: flat, for people with other tools."""
        values = asdict(self)
        return json.dumps({**values, **values.pop("counts")}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str | bytes) -> "Receipt":
        """Back from the footer."""
        values = json.loads(text)
        counts = Counts(**{name: values.pop(name) for name in COUNTED})
        return cls(**{**values, "counts": counts, "problems": tuple(values["problems"])})


@dataclass(frozen=True, slots=True, kw_only=True)
class Failure:
    """A shard that gave no part."""

    shard: Shard
    reason: str
    is_fatal: bool = False
    """Whether the next shards would fare no better (a full disk)."""
    is_poison: bool = False
    """Whether it kills its workers: not tried again unless asked for."""


@dataclass(slots=True)
class Tally:
    """What is noted while a shard is worked on; becomes the receipt."""

    counts: Counts = field(default_factory=Counts)
    problems: list[str] = field(default_factory=list)


def _digest(*parts: object) -> str:
    return hashlib.sha256(json.dumps(parts, sort_keys=True, default=str).encode()).hexdigest()
