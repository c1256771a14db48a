"""Which container a file is, by its first bytes, and the walk that finds its metadata blocks. Only headers are read."""

from collections.abc import Callable

from auditor.embedded import gif, heif, jpeg, png, psd, tiff, webp
from auditor.embedded.parts import Trouble, Walk

_CONTAINERS: tuple[tuple[str, Callable[[bytes], bool], Callable[[bytes], Walk]], ...] = (
    ("jpeg", jpeg.is_jpeg, jpeg.walk),
    ("png", png.is_png, png.walk),
    ("webp", webp.is_webp, webp.walk),
    ("gif", gif.is_gif, gif.walk),
    ("heif", heif.is_heif, heif.walk),
    ("psd", psd.is_psd, psd.walk),
    ("tiff", tiff.is_tiff, tiff.walk),
)


_SEARCHED = 1024
"""Bytes in which a JPEG is looked for that stray bytes stand before."""


def identify(data: bytes) -> tuple[str, Walk] | None:
    """Name of the container and the walk through it; None where the bytes are no picture that is read here."""
    for name, matches, walk in _CONTAINERS:
        if matches(data):
            return name, walk(data)
    start = data.find(b"\xff\xd8\xff", 0, _SEARCHED)
    return ("jpeg", _after_stray_bytes(data, start)) if start > 0 else None


def _after_stray_bytes(data: bytes, start: int) -> Walk:
    yield Trouble(f"JPEG: begins at byte {start} after bytes that do not belong to it; places are counted from there")
    yield from jpeg.walk(data[start:])
