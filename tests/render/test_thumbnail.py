"""Thumbnails: small, upright, and refused where decoding would cost too much."""

import io
import zlib

from PIL import Image

from auditor.limits import MAX_PIXELS
from auditor.render.thumbnail import thumbnail
from tests.embedded.building import app1_exif, drawn, jpeg


def opened(data: bytes | None) -> Image.Image:
    assert data is not None
    return Image.open(io.BytesIO(data))


def test_narrow_enough_and_in_proportion() -> None:
    small = opened(thumbnail(drawn("JPEG", (960, 640)), width=240))
    assert (small.format, small.size) == ("JPEG", (240, 160))
    assert opened(thumbnail(drawn("PNG"), width=240)).size == (96, 64)


def test_turned_as_exif_says() -> None:
    turned = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x06\0\0\0\0\0\0\0"
    assert opened(thumbnail(jpeg(app1_exif(turned)), width=240)).size == (64, 96)


def test_see_through_stays_so() -> None:
    out = io.BytesIO()
    Image.new("RGBA", (400, 400), (255, 0, 0, 80)).save(out, "PNG")
    small = opened(thumbnail(out.getvalue(), width=100))
    assert (small.format, small.mode, small.size) == ("PNG", "RGBA", (100, 100))


def test_bomb_and_damage_give_none() -> None:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

    for side in (10_001, 60_000):
        assert side * side > MAX_PIXELS
        header = side.to_bytes(4, "big") * 2 + bytes((8, 2, 0, 0, 0))
        bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(bytes(99))) + chunk(b"IEND", b"")
        assert thumbnail(bomb, width=240) is None
    assert thumbnail(b"", width=240) is None
    assert thumbnail(b"<html>", width=240) is None
    assert thumbnail(drawn("JPEG")[:300], width=240) is None
    assert thumbnail(b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", width=240) is None


def test_a_very_tall_picture_fits() -> None:
    out = io.BytesIO()
    Image.new("RGB", (3, 90_000)).save(out, "PNG")
    assert opened(thumbnail(out.getvalue(), width=100)).size == (1, 1000)
