"""Content credentials of the picture are broken

The file carries a signed record of how it was made (C2PA), and picture, record or signature were changed after signing.
Most often a content system resized the picture; but a forgery looks the same. Publish the picture from the original
file, or remove the record. What can be read but not verified is counted as not checked, and so is a record that is kept
elsewhere: nothing is fetched.
"""

from collections.abc import Iterator

from auditor.model import CredentialState, Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, not_checked

_OPEN = (CredentialState.UNVERIFIED, CredentialState.ELSEWHERE, CredentialState.UNREADABLE)


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A picture file whose record fails its verification."""
    credentials = item.file.metadata.credentials if item.file else None
    if credentials is None:
        return
    if credentials.state in _OPEN:
        yield not_checked(f"content credentials: {credentials.state}")
    elif item.file and credentials.state is CredentialState.BROKEN:
        codes = f" ({', '.join(credentials.codes[:3])})" if credentials.codes else ""
        yield Hit(message=f"The file {item.file.name} was changed after its content credentials were signed{codes}.")


RULE = Rule(
    id="ai/credentials-broken",
    since="0.1",
    severity=Severity.WARN,
    doc=__doc__,
    check=check,
    bad=(Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", credentials=CredentialState.BROKEN),),
    good=(
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", credentials=CredentialState.INTACT),
        Example(caption="Ferries in Port Elin. Photo: Lena Ostrow", credentials=CredentialState.ELSEWHERE),
    ),
)
