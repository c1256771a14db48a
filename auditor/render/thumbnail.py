"""A small picture of a picture, for reports: pixels are decoded here, and never more than `limits.MAX_PIXELS`."""

import io
import warnings
from typing import TYPE_CHECKING

from auditor.limits import MAX_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image


_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF", "PSD")
"""None that runs another program (Pillow reads EPS through Ghostscript)."""


def thumbnail(data: bytes, *, width: int) -> bytes | None:
    """A JPEG (PNG where the picture is see-through) at most `width` pixels wide, upright as EXIF orientation says.

    None for bytes that are no picture, a damaged one, or one of more than `limits.MAX_PIXELS`.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of size and odd files; both are answered by None or a picture
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    return None
                opened.draft("RGB", (width, width))  # JPEG: decoded at a fraction of its size
                return _encoded(_scaled(ImageOps.exif_transpose(opened), width))
    except (OSError, ValueError, SyntaxError, EOFError, MemoryError, OverflowError, Image.DecompressionBombError):
        return None  # what Pillow raises on damaged files


def _scaled(picture: "Image", width: int) -> "Image":
    if picture.width <= width:
        return picture
    return _direct(picture).resize((width, max(1, round(picture.height * width / picture.width))), reducing_gap=2.0)


def _direct(picture: "Image") -> "Image":
    """In a mode that can be resized and encoded: RGB, or RGBA where something is see-through."""
    mode = "RGBA" if picture.has_transparency_data else "RGB"
    return picture if picture.mode == mode else picture.convert(mode)


def _encoded(picture: "Image") -> bytes:
    picture = _direct(picture)
    encoded = io.BytesIO()
    if picture.mode == "RGBA":
        picture.save(encoded, "PNG")
    else:
        picture.save(encoded, "JPEG", quality=80, optimize=True)
    return encoded.getvalue()
