"""A picture file's pixels, decoded small: for thumbnails and hashes, and nowhere else."""

import io
import struct
import warnings
import zlib
from typing import TYPE_CHECKING

from auditor.limits import MAX_PIXELS

if TYPE_CHECKING:
    from PIL.Image import Image

_FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF", "PSD")
"""None that runs another program (Pillow reads EPS through Ghostscript)."""
_ON_DAMAGE = (
    ArithmeticError, AttributeError, EOFError, LookupError, MemoryError, OSError, RuntimeError, SyntaxError, TypeError,
    ValueError, struct.error, zlib.error,
)  # fmt: skip
"""What Pillow was seen to raise on damaged files."""


def decoded(data: bytes, *, size: int, grey: bool = False) -> "Image | None":
    """The picture in RGB (RGBA where it is see-through, L if `grey`), upright as its EXIF orientation says.

    A JPEG is decoded at a fraction of its size, but with no side under `size` pixels unless it is smaller.
    None for bytes that are no picture, a damaged one, or one of more than `limits.MAX_PIXELS`.
    """
    from PIL import Image, ImageOps

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # Pillow warns of size and odd files; both are answered by None or a picture
            with Image.open(io.BytesIO(data), formats=_FORMATS) as opened:
                if opened.width * opened.height > MAX_PIXELS:
                    return None
                opened.draft("L" if grey else "RGB", (size, size))
                picture = ImageOps.exif_transpose(opened)
                mode = "L" if grey else "RGBA" if picture.has_transparency_data else "RGB"
                return picture if picture.mode == mode else picture.convert(mode)
    except (*_ON_DAMAGE, Image.DecompressionBombError):
        return None
