"""PSD and PSB: the image resource section (Adobe Photoshop File Formats Specification, "File Header Section")."""

from auditor.embedded.parts import Size, Trouble, Walk, number
from auditor.embedded.photoshop import walk_resources

_HEADER = 26


def is_psd(data: bytes) -> bool:
    """Whether the data begins with a Photoshop signature."""
    return data[:4] == b"8BPS"


def walk(data: bytes) -> Walk:
    """Yield the metadata blocks of a Photoshop file."""
    height, width = (number(data, at, ">I", "PSD header") for at in (14, 18))
    yield Size(width, height)
    start = _HEADER + 4 + number(data, _HEADER, ">I", "PSD colour mode section")
    length = number(data, start, ">I", "PSD image resource section")
    start += 4
    if start + length > len(data):
        yield Trouble(f"PSD image resource section at byte {start}: {length} bytes announced, {max(0, len(data) - start)} left")
    yield from walk_resources(data[start : start + length], "the PSD")
