"""Creative Commons credit lacks its author or the licence's version

Every Creative Commons licence asks for the author as the work names one, and for the licence itself: “CC BY-SA” alone may
be any of five versions that differ. A platform (Wikimedia Commons, Flickr) hosts the picture and is no author. The version may
stand behind a link that words do not show, so a line without it is of low confidence. Not judged: the title that versions
before 4.0 ask for, and the link to the source. Source: https://creativecommons.org/licenses/by/4.0/legalcode#s3a and
https://wiki.creativecommons.org/wiki/Recommended_practices_for_attribution.
"""

from collections.abc import Iterator

from auditor.model import Confidence, Credit, Hit, MediaItem, OrganisationKind, Severity, Span
from auditor.rules.base import Context, Example, Rule, in_caption

_HOSTS = {OrganisationKind.SOCIAL_PLATFORM, OrganisationKind.UGC, OrganisationKind.STOCK, OrganisationKind.ARCHIVE}


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit for a shown Creative Commons credit that lacks either."""
    credit = item.credit
    if not credit or not credit.licence or not _asks_for_author(credit.licence):
        return
    lacks_author, lacks_version = not _names_author(credit), not any(sign.isdigit() for sign in credit.licence)
    missing = [words for words, lacks in (("the author", lacks_author), ("the version of the licence", lacks_version)) if lacks]
    if missing:
        yield Hit(
            message=f"“{credit.licence}” asks for {' and '.join(missing)}.",
            span=in_caption(item, Span(0, len(credit.line))),
            confidence=Confidence.HIGH if lacks_author else Confidence.LOW,
        )


def _asks_for_author(licence: str) -> bool:
    """Creative Commons but for its waiver, CC0; other open licences have rules of their own."""
    return licence.startswith("CC BY") or licence == "Creative Commons"


def _names_author(credit: Credit) -> bool:
    return bool(credit.creators or credit.lenders or any(body.kind not in _HOSTS for body in credit.organisations))


RULE = Rule(
    id="rights/licence-line-incomplete",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in Port Elin. Photo: Wikimedia Commons, CC BY-SA 4.0", at="Photo: Wikimedia Commons, CC BY-SA 4.0"
        ),
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow, CC BY-SA", at="Photo: Lena Ostrow, CC BY-SA"),
    ),
    good=(
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow/Wikimedia Commons, CC BY-SA 4.0"),
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow, CC0"),
        Example(caption="Ferries in Port Elin. Photo: Elin Museum, CC BY 3.0"),
    ),
)
