"""Which container a file is, by its first bytes, and the walk that finds its metadata blocks. Only headers are read."""

from collections.abc import Callable

from auditor.embedded import jpeg, tiff
from auditor.embedded.parts import Walk

_CONTAINERS: tuple[tuple[str, Callable[[bytes], bool], Callable[[bytes], Walk]], ...] = (
    ("jpeg", jpeg.is_jpeg, jpeg.walk),
    ("tiff", tiff.is_tiff, tiff.walk),
)


def identify(data: bytes) -> tuple[str, Callable[[bytes], Walk]] | None:
    """Name and walk of the container; None where the bytes are no picture that is read here."""
    return next(((name, walk) for name, matches, walk in _CONTAINERS if matches(data)), None)
