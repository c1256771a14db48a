"""Is a text the name of a picture or video file and nothing else?"""

import re

from auditor.data.asset_ids import asset_forms

MAX_NAME = 255
"""Characters of a file name on common file systems."""
MAX_WORDS = 12
"""Words of a name with spaces in it; longer ones are a sentence that ends in a name."""

_EXTENSION = re.compile(
    r"\.(?:jpe?g|jfif|png|gif|webp|avif|hei[cf]|tiff?|bmp|svg|psd|eps|dng|cr2|nef|arw|mp4|mov)$", re.IGNORECASE
)
_CAMERA = re.compile(
    r"""(?:[A-Z]{3}[A-Z0-9_]\d{4}|P[0-9A-C]\d{6}         # DCF: four characters, four digits (JEITA CP-3461): DSC_0123, P1010001
      |(?:DSC[FN]?|(?:MV)?IMG|IMAGE|SCREENSHOT|VID|PXL|MVI|PANO|GOPR)[-_]?\d{3,9}
       (?:[-_](?:WA)?\d{4,9})?                           # telephones: IMG_20240502_101112, IMG-20240502-WA0003
      |[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}       # UUID (RFC 9562)
      |(?=[0-9a-f]*\d)(?=[0-9a-f]*[a-f])[0-9a-f]{16,64}  # a hash in hexadecimal
      )(?:[-_~(][\w-]{1,40}\)?)?""",
    re.VERBOSE | re.IGNORECASE,
)
_SLUG = re.compile(r"[\w.][\w.-]*[-_][\w.]+")
_LONG_NUMBER = re.compile(r"\d{5}")
_SENTENCE = re.compile(r"[.!?:;]\s|[\n|©]")
"""No name is two sentences."""
_SIGN = re.compile(r"[.\d]")
"""Every name holds a point or a digit."""


def may_be_file_name(text: str) -> bool:
    """Whether it could be one, asked cheaply: every name is one word or ends in a point and the letters of a kind of file."""
    name = text.strip()
    return len(name) <= MAX_NAME and ("." in name[-5:-3] or " " not in name)


def is_file_name(text: str) -> bool:
    """Whether it is: `harbour-1228224227.jpg`, `DSC_0123`, `GettyImages-2242056166-scaled`, a UUID."""
    name = text.strip()
    if not may_be_file_name(name) or name[:1] == "@" or not _SIGN.search(name) or _SENTENCE.search(name):
        return False
    words = len(name.split())
    if extension := _EXTENSION.search(name):
        is_credit = words > 1 and "/" in name  # a path has slashes, and a name spaces, but few have both
        return words <= MAX_WORDS and not is_credit and any(map(str.isalnum, name[: extension.start()]))
    return words == 1 and (_CAMERA.fullmatch(name) is not None or _is_numbered(name))


def _is_numbered(name: str) -> bool:
    """Words joined to a long number, or a supplier's number."""
    if _SLUG.fullmatch(name) and _LONG_NUMBER.search(name):
        return True
    lower = name.lower()
    forms = (form for form in asset_forms() if not form.needs_credit and "file" in form.where and form.hint in lower)
    return any(form.pattern.search(name) for form in forms)
