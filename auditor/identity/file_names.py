"""Is a text the name of a picture file and nothing else?"""

import re

from auditor.identity.supplier_ids import find_asset_ids
from auditor.model import Origin

MAX_NAME = 255
"""Characters of a file name on common file systems."""
MAX_WORDS = 12
"""Words of a name with spaces in it; longer ones are a sentence that ends in a name."""

_EXTENSION = re.compile(r"\.(?:jpe?g|jfif|png|gif|webp|avif|heic|heif|tiff?|bmp|svg|psd|eps|dng|cr2|nef|arw)$", re.IGNORECASE)

_CAMERA = re.compile(
    r"""(?:[A-Z]{3}[A-Z0-9_]\d{4}              # DCF: four characters, four digits (JEITA CP-3461): DSC_0123, IMG_0042
      |(?:IMG|VID|PXL|MVI|PANO)[-_]\d{4,8}(?:[-_](?:WA)?\d{4,9})?   # telephones: IMG_20240502_101112, IMG-20240502-WA0003
      |[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}                   # UUID (RFC 9562)
      |(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,64}              # a hash in hexadecimal
      )(?:[-_~(]\w{1,12}\)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_SLUG = re.compile(r"[\w.]+(?:[-_][\w.]+)+")
_LONG_NUMBER = re.compile(r"\d{5}")
_SENTENCE = re.compile(r"[.!?:;]\s|[\n|©]")


def is_file_name(text: str) -> bool:
    """Whether it is: `harbour-1228224227.jpg`, `DSC_0123`, `GettyImages-2242056166-scaled`, a UUID."""
    name = text.strip()
    if not name or len(name) > MAX_NAME or name[0] == "@":
        return False
    if _EXTENSION.search(name):
        return not _SENTENCE.search(name) and len(name.split()) <= MAX_WORDS and name[0] != "."
    if len(name.split()) > 1:
        return False
    return _CAMERA.fullmatch(name) is not None or _is_numbered(name)


def _is_numbered(name: str) -> bool:
    """Words joined to a supplier's number or another long one."""
    if _SLUG.fullmatch(name) and _LONG_NUMBER.search(name):
        return True
    return any(
        asset.id.lower() in name.lower() and not asset.needs_credit for asset in find_asset_ids(name, origin=Origin.FILE_NAME)
    )
