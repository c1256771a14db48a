"""What a picture file says of itself: its EXIF, IIM and XMP blocks.

Headers alone are read; no pixel is decoded, nothing is fetched.
"""

from auditor.model import Metadata


def read_metadata(data: bytes, *, trust_anchors: str | None = None, with_contact: bool = False) -> Metadata:
    """Read the metadata blocks of a picture file.

    Any bytes give a value: what cannot be read is named in `problems`, one line each with block, place and cause.
    `trust_anchors` are certificates in PEM by which signers of content credentials are known (extra `[c2pa]`). How to reach maker
    and licensor is personal data, read only `with_contact`.
    """
    from auditor.embedded.metadata import read  # lxml is loaded with it

    return read(data, trust_anchors, with_contact)
