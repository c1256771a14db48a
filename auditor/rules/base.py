"""What a rule is, and what it is handed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from auditor.model import (
    Comparison,
    CredentialState,
    Credit,
    DateEvidence,
    Field,
    Hit,
    MediaItem,
    Outcome,
    Page,
    RegisterEntry,
    Severity,
    Span,
)
from auditor.policy import DateSource, Policy


class Scope(StrEnum):
    """What a rule is asked about."""

    ITEM = "item"
    PAGE = "page"


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What an item is judged in."""

    page: Page
    policy: Policy
    today: date


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One published picture, run through the real pipeline: a test of its rule and a part of its page."""

    caption: str | None = None
    """The text under the picture; None for a picture without any."""
    at: str | None = None
    """Bad examples: the words the finding marks; None for a finding about something that is not there."""
    credit: str | None = None
    """The credit line, where it stands in an element (in plain text: on a line) of its own."""
    alt: str | None = "A view of the harbour"
    image: str = "https://news.example/picture-9f3b.jpg"
    title: str = "Harbour reopens"
    """Headline of the article."""
    published: str | None = "2026-07-08"
    language: str = "en"
    header: str | None = None
    """The line that introduces the picture: makes the example a plain text without mark-up."""
    embedded: tuple[tuple[Field, str], ...] = ()
    """What XMP inside the picture file says."""
    exif_artist: str | None = None
    """What EXIF inside the picture file says of its maker."""
    has_location: bool = False
    """Whether the picture file holds the coordinates of where it was taken."""
    original: tuple[tuple[Field, str], ...] = ()
    """What XMP inside the file says that the published picture was made from."""
    policy: str = ""
    """What the policy says besides the preset `default`, in TOML."""
    structured: tuple[tuple[str, str], ...] = ()
    """Properties of the page's schema.org ImageObject for the picture."""
    register: tuple[RegisterEntry, ...] = ()
    """What the house's registers hold."""
    url: str = "https://news.example/harbour"
    """Address of the page."""
    credentials: CredentialState | None = None
    """How content credentials inside the picture file stand when they are verified."""
    also: tuple["Example", ...] = ()
    """Further pictures of the page, below the first; only what describes a picture counts of them."""


Check = Callable[[MediaItem, Context], Iterator[Hit]]
CheckPage = Callable[[Page, Context], Iterator[Hit]]


def _nothing(_: object, __: Context) -> Iterator[Hit]:
    yield from ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """One question put to every picture, or to every page."""

    id: str
    """Equal to the file's path below `rules`, hyphens for underscores; never reused."""
    since: str
    """Version that brought it."""
    severity: Severity
    """In the preset `default`."""
    doc: str
    """Title line, blank line, rationale in Markdown."""
    comparison: Comparison | None = None
    """What a finding says of the page against another witness of the picture, for rules that compare them."""
    scope: Scope = Scope.ITEM
    check: Check = _nothing
    check_page: CheckPage = _nothing
    bad: tuple[Example, ...]
    good: tuple[Example, ...]

    @property
    def title(self) -> str:
        """What it finds, in one line."""
        return self.doc.strip().partition("\n")[0]

    @property
    def rationale(self) -> str:
        """Why it matters and how it decides, in Markdown."""
        return self.doc.strip().partition("\n")[2].strip()


@cache
def not_checked(reason: str) -> Hit:
    """The hit of a rule that has nothing to check this item with: counted, no finding."""
    return Hit(message=reason, outcome=Outcome.NOT_CHECKED)


def in_caption(item: MediaItem, span: Span) -> Span | None:
    """A span of the credit line as a span of the caption; None where the credit is not in the caption."""
    start = item.reading.credit_span
    return span.shifted(start.start) if start else None


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, spaces and a closing full stop."""
    first, second = one.split(), other.split()
    return len(first) == len(second) and _plain(first) == _plain(second) != ""


def _plain(words: list[str]) -> str:
    return " ".join(words).rstrip(".").casefold()


def noun(item: MediaItem) -> str:
    """What the item is, for a message: `picture`, `video`."""
    return "picture" if item.kind.is_picture else item.kind.value


def ago(days: int) -> str:
    """`1 day`, `400 days`, `43 years` that are over: nobody counts the days of years."""
    return f"{days:,} day{'s' if days != 1 else ''}" if days < _YEARS_FROM else f"{int(days / 365.25)} years"


_YEARS_FROM = 730
"""Days from which a message speaks of years."""

_SAYS = {
    DateSource.CAPTION: "its caption",
    DateSource.ALT: "its alternative text",
    DateSource.EMBEDDED: "the metadata inside its file",
    DateSource.STRUCTURED: "the page's data",
    DateSource.SUPPLIER_ID: "its supplier's number",
    DateSource.FILE_NAME: "its address",
}


def dated_by(evidence: DateEvidence) -> str:
    """A rung of the ladder, for a message: `2024-05-02 by its caption`."""
    return f"{evidence.date.value} by {_SAYS[DateSource.of(evidence)]}"


def is_printed(evidence: DateEvidence) -> bool:
    """Whether the words of the caption are the evidence: its span is one of the caption."""
    return DateSource.of(evidence) is DateSource.CAPTION


def span_of_words(item: MediaItem) -> Span | None:
    """Where the caption stands without its credit line; None where nothing but the credit does."""
    reading = item.reading
    if reading.description_span or not reading.caption:
        return reading.description_span
    end = reading.credit_span.start if reading.credit_span else len(reading.caption)
    return Span(0, end) if end else None


def words_of(item: MediaItem) -> str:
    """The caption without its credit, placeholders too, without spaces around it; empty where there is none."""
    span = span_of_words(item)
    return span.of(item.caption or "").strip() if span else ""


def named_in(credit: Credit) -> str:
    """Everybody but the makers whom a credit names, for a message: `Reuters and AP`."""
    return " and ".join((*(o.name for o in credit.organisations), *credit.lenders)) or credit.line.strip()


_SHORT = 4
"""Letters of a word up to which a label of an address can be the same by chance (`news`, `foto`)."""


def is_own_house(name: str, url: str | None) -> bool:
    """Whether the page's own address holds the name, or a label of it is one of its words.

    `Elin Post` on `www.elinpost.example`, `Port Elin Nachrichten` on `www.nachrichten.example`.
    """
    host = (url or "").partition("//")[2].partition("/")[0].casefold()
    house, whole = ("".join(c for c in text if c.isalnum()) for text in (host, name.casefold()))
    words = {word for word in name.casefold().split() if len(word) > _SHORT}
    return (len(whole) > 3 and whole in house) or not words.isdisjoint(host.split("."))
