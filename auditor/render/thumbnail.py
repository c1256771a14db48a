"""A small picture of a picture, for reports."""

import io

from auditor.identity.decoding import decoded

_TALLEST = 10
"""Heights of a thumbnail in widths: a column of dots a hundred thousand high would not fit a JPEG."""


def thumbnail(data: bytes, *, width: int) -> bytes | None:
    """A JPEG (PNG where the picture is see-through) at most `width` pixels wide.

    None for bytes that are no picture, a damaged one, or one of more than `limits.MAX_PIXELS`.
    """
    picture = decoded(data, size=width)
    if picture is None:
        return None
    picture.thumbnail((width, _TALLEST * width))
    encoded = io.BytesIO()
    if picture.mode == "RGBA":
        picture.save(encoded, "PNG")
    else:
        picture.save(encoded, "JPEG", quality=80, optimize=True)
    return encoded.getvalue()
