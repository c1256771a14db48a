"""The perceptual hash: what it survives, what it tells apart, what it refuses."""

import io
import random
from collections.abc import Callable

import pytest
from PIL import Image, ImageDraw, ImageEnhance, ImageOps

from auditor.identity.hashes import Likeness, compare, distance, mirrored, picture_hash
from tests.embedded.building import app1_exif, jpeg

Change = Callable[[Image.Image], Image.Image]


def scene(seed: int) -> Image.Image:
    """Coloured shapes of all sizes on a gradient."""
    chance = random.Random(seed)
    picture = Image.linear_gradient("L").resize((480, 320)).rotate(chance.randrange(4) * 90).convert("RGB").resize((480, 320))
    draw = ImageDraw.Draw(picture)
    for _ in range(40):
        x, y, r = chance.randrange(480), chance.randrange(320), chance.randrange(10, 90)
        draw.ellipse((x - r, y - r, x + r, y + r), fill=tuple(chance.randrange(256) for _ in range(3)))
    return picture


def encoded(picture: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()


def hash_of(picture: Image.Image) -> int:
    found = picture_hash(encoded(picture))
    assert found is not None
    return found


@pytest.mark.parametrize(
    "change",
    [
        lambda p: p.resize((160, 107)),
        lambda p: p.convert("L"),
        lambda p: ImageEnhance.Brightness(p).enhance(1.2),
        lambda p: Image.open(io.BytesIO(encoded(p, "JPEG", quality=30))),
        lambda p: Image.open(io.BytesIO(encoded(p, "WEBP", quality=40))),
    ],
)
def test_survives(change: Change) -> None:
    for seed in range(8):
        assert compare(hash_of(scene(seed)), hash_of(change(scene(seed)))) is Likeness.SAME


def test_mirrored_is_told() -> None:
    for seed in range(8):
        turned = hash_of(ImageOps.mirror(scene(seed)))
        assert distance(mirrored(hash_of(scene(seed))), turned) <= 2
        assert compare(hash_of(scene(seed)), turned) is Likeness.MIRRORED


def test_others_are_unrelated() -> None:
    hashes = [hash_of(scene(seed)) for seed in range(30)]
    assert {compare(a, b) for i, a in enumerate(hashes) for b in hashes[:i]} == {Likeness.UNRELATED}


def test_upright_as_exif_says() -> None:
    upside_down = b"II*\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0\x03\0\0\0\0\0\0\0"
    plain, turned = picture_hash(jpeg()), picture_hash(jpeg(app1_exif(upside_down)))
    assert plain is not None
    assert turned is not None
    assert distance(plain, turned) > 8
    assert distance(turned, hash_of(Image.open(io.BytesIO(jpeg())).rotate(180))) <= 2


@pytest.mark.parametrize("data", [b"", b"<html>", jpeg()[:200], encoded(Image.new("RGB", (300, 200), "#aabbcc"))])
def test_no_picture_or_a_plain_one_has_none(data: bytes) -> None:
    assert picture_hash(data) is None
