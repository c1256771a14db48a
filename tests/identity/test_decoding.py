"""Pixels of damaged files: a picture or None, whatever the decoder raises."""

import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from auditor.identity.decoding import decoded
from tests.embedded.building import drawn, tiff

PICTURES = [drawn(kind) for kind in ("JPEG", "PNG", "WEBP", "GIF", "TIFF", "AVIF")]


@given(st.sampled_from(PICTURES), st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=12))
@settings(max_examples=200, deadline=None)
def test_overwritten_bytes(data: bytes, changes: list[tuple[float, int]]) -> None:
    damaged = bytearray(data)
    for share, value in changes:
        damaged[int(len(damaged) * share)] = value
    picture = decoded(bytes(damaged), size=64)
    assert picture is None or picture.mode in ("RGB", "RGBA")


def test_tags_of_a_wrong_type() -> None:
    assert decoded(tiff((700, 4, b"\0" * 8), (33432, 4, b"\0" * 8)), size=64) is None


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "I;16", "F", "CMYK", "YCbCr", "RGBA"])
def test_every_mode_becomes_one_that_can_be_shown(mode: str) -> None:
    out = io.BytesIO()
    picture = Image.new(mode, (40, 30))
    picture.save(out, "TIFF")
    found = decoded(out.getvalue(), size=16)
    assert found is not None
    assert found.mode == ("RGBA" if mode in ("LA", "RGBA") else "RGB")
    grey = decoded(out.getvalue(), size=16, grey=True)
    assert grey is not None
    assert grey.mode == "L"
