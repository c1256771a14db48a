"""A picture library's preview is published

Libraries hand out small or watermarked copies for layout, under names of their own (`…-612x612`, `360_F_…`). Such a
copy on the page means that the licensed file was never fetched, and often that it was never paid for. Confidence is
low for sizes at which a content system may have made the copy itself out of the licensed file.
"""

from collections.abc import Iterator

from auditor.identity.preview_copies import preview_form
from auditor.model import Confidence, Field, Hit, MediaItem, Origin, Severity, Statement
from auditor.rules.base import Context, Example, Rule


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """One hit for the first address of the picture that has a preview's name."""
    found = ((url, form) for url in item.files if (form := preview_form(url)))
    for url, form in found:
        yield Hit(
            message=f"The file has the name of a preview of {form.supplier}, which may not be published.",
            related=(Statement(field=Field.TITLE, value=url, origin=Origin.URL, locator=url),),
            confidence=Confidence.HIGH if form.is_sure else Confidence.LOW,
        )
        return


RULE = Rule(
    id="rights/preview-copy",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption="Ferries in Port Elin.", image="https://news.example/gettyimages-1228224227-612x612.jpg"),
        Example(caption="Ferries in Port Elin.", image="https://news.example/360_F_123456789_abcDEFghiJKLmnop.jpg"),
        Example(caption="Ferries in Port Elin.", image="https://news.example/gettyimages-1228224227-1024x1024.jpg"),
    ),
    good=(
        Example(caption="Ferries in Port Elin.", image="https://news.example/GettyImages-1228224227-1024x683.jpg"),
        Example(caption="Ferries in Port Elin.", image="https://news.example/ferries-612x612.jpg"),
    ),
)
