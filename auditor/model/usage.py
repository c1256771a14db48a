"""Terms of use that a caption or credit prints, understood."""

from dataclasses import dataclass
from enum import StrEnum

from auditor.model.dates import DateRange
from auditor.model.statement import Span


class UsageKind(StrEnum):
    """What a term of use forbids or demands; the keys of `data/usage_terms.toml`."""

    MANDATORY_CREDIT = "mandatory-credit"
    EDITORIAL_ONLY = "editorial-only"
    TERRITORY_OUT = "territory-out"
    MEDIUM_OUT = "medium-out"
    NO_RESALE = "no-resale"
    NO_ARCHIVE = "no-archive"
    NO_COMMERCE = "no-commerce"
    ONE_TIME = "one-time"
    DAYS_LIMIT = "days-limit"
    USE_UNTIL = "use-until"
    EMBARGO = "embargo"
    THIRD_PARTY = "third-party"
    SERVICE_TO_CLIENTS = "service-to-clients"
    ILLUSTRATE_ONLY = "illustrate-only"
    NO_ALTERATION = "no-alteration"
    CLIENT_ONLY = "client-only"
    KILL = "kill"
    DESK_NOTE = "desk-note"
    GRAPHIC_CONTENT = "graphic-content"


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRule:
    """One term of use."""

    kind: UsageKind
    text: str
    """As printed."""
    span: Span
    """Where it stands in the caption."""
    territories: tuple[str, ...] = ()
    """Places as printed (`GERMANY`), for `TERRITORY_OUT`."""
    medium: str | None = None
    """For `MEDIUM_OUT`: the medium as printed."""
    days: int | None = None
    """For `DAYS_LIMIT`: days from transmission."""
    until: str | None = None
    """For `USE_UNTIL` and `EMBARGO`: the moment as printed."""
    until_day: DateRange | None = None
    """The day of that moment; None where the words hold no whole date. Time of day and zone are not read."""
