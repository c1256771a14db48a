"""Editorial picture in commercial content

“EDITORIAL USE ONLY” and “NO COMMERCIAL USE” bar advertising, sponsored pages and shops: the people shown have not
agreed to it, and the licence does not cover it. What is commercial is told by the page's address: one of its parts is
a word of the option `paths`. A page without an address is not checked. The words are read in the caption and in the
instructions inside the file.
"""

from collections.abc import Iterator

from auditor.model import Field, Hit, MediaItem, Severity, UsageKind
from auditor.model.address import address_parts
from auditor.rules.base import Context, Example, Rule, not_checked
from auditor.rules.terms import terms_of

_KINDS = (UsageKind.EDITORIAL_ONLY, UsageKind.NO_COMMERCE)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """The first such term on a page whose address says that it is commercial."""
    terms = [term for kind in _KINDS for term in terms_of(item, kind)]
    if not terms:
        return
    if not context.page.url:
        yield not_checked("the page states no address")
    elif part := _commercial_part(context.page.url, context.policy.words("rights/editorial-in-commercial", "paths")):
        term = terms[0]
        yield Hit(message=f"“{term.rule.text}”, and the page's address says “{part}”.", span=term.span, related=term.witness)


def _commercial_part(url: str, words: tuple[str, ...]) -> str | None:
    """The part of the address (a folder, or the first name of the host) that the policy calls commercial."""
    parts = address_parts(url)
    host = (parts.hostname or "").partition(".")[0]
    return next((part for part in (host, *parts.path.casefold().split("/")) if part in words), None)


_ADDRESS = "https://news.example/advertorial/harbour"

RULE = Rule(
    id="rights/editorial-in-commercial",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(
            caption="Ferries in Port Elin. EDITORIAL USE ONLY. Photo: Lena Ostrow/Reuters", url=_ADDRESS, at="EDITORIAL USE ONLY"
        ),
        Example(caption="Ferries in Port Elin.", embedded=((Field.INSTRUCTIONS, "NO COMMERCIAL USE"),), url=_ADDRESS),
    ),
    good=(
        Example(caption="Ferries in Port Elin. EDITORIAL USE ONLY. Photo: Lena Ostrow/Reuters"),
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow/Reuters", url=_ADDRESS),
    ),
)
