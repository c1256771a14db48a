"""The three questions of every report's opening table, answered for one picture: credited? person named? dated?

A placeholder, a platform or a formula names nobody. A credit that no reader sees does not credit the picture; one that stands in
data from which a script may show it leaves the question open, and so does a line that allows two readings or cannot be read.
What a platform shows inside its frame (a post, a chart) no page tells: without words of the page's own it cannot be told.
"""

from enum import StrEnum

from auditor.model import Answer, Credit, MediaItem, MediaKind, OrganisationKind, Origin, Role
from auditor.policy import DateSource, Policy

# A script of the page may print what these hold; whether it does cannot be told without running it.
_MAY_BE_SHOWN = (Origin.DATA, Origin.SCRIPT)


class CreditState(StrEnum):
    """What becomes of a picture's credit line, worst first; each state but `GOOD` has its own rule."""

    MISSING = "missing"
    PLACEHOLDER = "placeholder"
    UNCLEAR = "unclear"
    NOBODY = "nobody"
    """Only a platform, a search engine or a formula."""
    HIDDEN = "hidden"
    GOOD = "good"


def credit_state(item: MediaItem) -> CreditState:
    """The one state that this picture's credit is in."""
    credit = item.credit
    if credit is None:
        return CreditState.MISSING
    if credit.placeholder:
        return CreditState.PLACEHOLDER
    if credit.is_ambiguous:
        return CreditState.UNCLEAR
    if not _names_somebody(credit):
        return CreditState.NOBODY if _names_platform(credit) else CreditState.UNCLEAR
    return CreditState.HIDDEN if is_hidden(item) else CreditState.GOOD


def is_hidden(item: MediaItem) -> bool:
    """Whether the picture's credit stands where no reader sees it."""
    origin = item.reading.credit_origin
    return item.credit is not None and origin is not None and not origin.is_displayed


def may_be_shown(item: MediaItem) -> bool:
    """Whether a hidden credit stands in data that a script of the page may print."""
    return item.reading.credit_origin in _MAY_BE_SHOWN


def credited(item: MediaItem, policy: Policy) -> Answer:
    """Whether the page tells its readers whose picture this is."""
    match credit_state(item):
        case CreditState.GOOD:
            return Answer.YES
        case CreditState.UNCLEAR:
            return Answer.CANNOT_TELL
        case CreditState.HIDDEN if may_be_shown(item):
            return Answer.CANNOT_TELL
        case CreditState.MISSING if is_frame(item):
            return Answer.CANNOT_TELL
    return Answer.NO


def person_named(item: MediaItem, policy: Policy) -> Answer:
    """Whether the page tells its readers who made it."""
    answer = credited(item, policy)
    if answer is Answer.YES and not (item.credit and item.credit.names_creator):
        return Answer.NO
    return answer


def dated(item: MediaItem, policy: Policy) -> Answer:
    """Whether some evidence that the policy accepts says when it was made."""
    accepted = [e.date for e in item.dates if DateSource.of(e) in policy.date_evidence]
    if any(date.other_reading is None for date in accepted):
        return Answer.YES
    if accepted or item.reading.dating.impossible or is_frame(item):
        return Answer.CANNOT_TELL
    return Answer.NO


def is_frame(item: MediaItem) -> bool:
    """Whether all that it says stands inside the frame of a platform, which no page tells."""
    return item.kind is MediaKind.EMBED and not item.caption


def _names_somebody(credit: Credit) -> bool:
    """Whether it says whose picture it is; one in the public domain is nobody's, and says so."""
    return credit.names_anybody or credit.role is Role.PUBLIC_DOMAIN


def _names_platform(credit: Credit) -> bool:
    return bool(credit.formulas) or any(o.kind is OrganisationKind.SOCIAL_PLATFORM for o in credit.organisations)
