"""What a rule is, and what it is handed."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from auditor.model import Field, Hit, MediaItem, Outcome, Page, Severity, Span
from auditor.policy import Policy


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
    structured: tuple[tuple[str, str], ...] = ()
    """Properties of the page's schema.org ImageObject for the picture."""


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


def not_checked(reason: str) -> Hit:
    """The hit of a rule that has nothing to check this item with: counted, no finding."""
    return Hit(message=reason, outcome=Outcome.NOT_CHECKED)


def in_caption(item: MediaItem, span: Span) -> Span | None:
    """A span of the credit line as a span of the caption; None where the credit is not in the caption."""
    start = item.reading.credit_span
    return span.shifted(start.start) if start else None


def same_words(one: str, other: str) -> bool:
    """Whether two texts are the same but for case, spaces and a closing full stop."""
    first, second = (" ".join(text.split()).rstrip(".").casefold() for text in (one, other))
    return bool(first) and first == second
