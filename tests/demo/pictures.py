"""Draws the pictures of the demo story and writes metadata into them: `python -m tests.demo.pictures`.

Everything is drawn from the numbers below, so that nobody's picture is used; faces are dots on purpose.
"""

import io
import math
import random
import struct
from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

from tests.embedded.building import UTF_8, app1_xmp, app13, iim, listed, resources, xmp

FOLDER = Path(__file__).parents[2] / "fixtures" / "demo"
WIDTH, HEIGHT = 960, 640
Draw = ImageDraw.ImageDraw


def scene(top: str, bottom: str, sea: str) -> tuple[Image.Image, Draw]:
    """Sky from one colour to another, a sea with a few lines of swell."""
    sky = Image.linear_gradient("L").resize((WIDTH, HEIGHT))
    picture = Image.composite(Image.new("RGB", sky.size, bottom), Image.new("RGB", sky.size, top), sky)
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 420, WIDTH, HEIGHT), fill=sea)
    swell = random.Random(7)
    for _ in range(26):
        x, y = swell.randrange(WIDTH), swell.randrange(430, HEIGHT)
        draw.line((x, y, x + swell.randrange(30, 140), y), fill="#ffffff30", width=2)
    return picture, draw


def ferry(draw: Draw, x: int, y: int, size: float) -> None:
    """A white ferry with a red funnel; (x, y) is its waterline at the stern."""

    def at(*points: tuple[float, float]) -> list[tuple[float, float]]:
        return [(x + px * size, y + py * size) for px, py in points]

    draw.polygon(at((0, 0), (10, -60), (330, -60), (380, -85), (345, 0)), fill="#f7f5ef")
    draw.polygon(at((0, 0), (4, -18), (353, -18), (345, 0)), fill="#24405e")
    draw.rectangle(at((40, -105), (290, -60)), fill="#ffffff")
    draw.rectangle(at((210, -140), (285, -105)), fill="#f1ede2")
    draw.polygon(at((105, -165), (150, -165), (158, -105), (97, -105)), fill="#c0392b")
    for window in range(9):
        draw.ellipse(at((58 + window * 25, -92), (70 + window * 25, -78)), fill="#5b7c99")


def people(draw: Draw, spots: range, y: int, colours: list[str], size: float = 1) -> None:
    """Figures in a row: a coat and a head."""
    for number, x in enumerate(spots):
        draw.rounded_rectangle((x, y - 80 * size, x + 40 * size, y), 14 * size, fill=colours[number % len(colours)])
        draw.ellipse((x + 7 * size, y - 112 * size, x + 33 * size, y - 84 * size), fill="#e6b894")


def arrival() -> Image.Image:
    picture, draw = scene("#8fc3e8", "#fbe9c6", "#3b7a99")
    draw.polygon([(0, 420), (0, 330), (170, 300), (360, 380), (520, 420)], fill="#6d8b63")
    draw.rectangle((90, 215, 112, 310), fill="#f4f1e8")
    draw.rectangle((86, 200, 116, 217), fill="#c0392b")
    ferry(draw, 330, 470, 1.5)
    draw.rectangle((0, 560, WIDTH, HEIGHT), fill="#8d8375")
    people(draw, range(40, 900, 96), 640, ["#34495e", "#b0653a", "#7a8f5a", "#8e5a7a"], 0.9)
    return picture


def passengers() -> Image.Image:
    picture, draw = scene("#a9d3ee", "#e8f3f5", "#4a88a3")
    people(draw, range(20, 940, 78), 470, ["#b03a2e", "#34495e", "#d4a017", "#4f7a5a", "#6c4f7a"], 1.5)
    draw.rectangle((0, 440, WIDTH, HEIGHT), fill="#f7f5ef")
    for x in range(0, WIDTH, 60):
        draw.rectangle((x, 395, x + 8, 445), fill="#ffffff")
    draw.rectangle((0, 385, WIDTH, 400), fill="#7b4a2a")
    return picture


def ribbon() -> Image.Image:
    picture, draw = scene("#9cc9e6", "#fdf1d8", "#4a88a3")
    ferry(draw, 420, 450, 2.2)
    draw.polygon([(0, 640), (0, 560), (560, 400), (640, 430), (240, 640)], fill="#8d8375")
    people(draw, range(150, 420, 110), 560, ["#1f5c4d", "#7a2e3a", "#34495e"], 1.7)
    draw.line((60, 500, 300, 520, 560, 440), fill="#d62839", width=12, joint="curve")
    return picture


def engine() -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), "#2d3436")
    draw = ImageDraw.Draw(picture)
    for x in range(0, WIDTH, 120):
        draw.rectangle((x, 0, x + 14, HEIGHT), fill="#3b4447")
    draw.rounded_rectangle((330, 230, 900, 520), 30, fill="#2f7d6b")
    for x in range(370, 860, 84):
        draw.rounded_rectangle((x, 170, x + 56, 260), 12, fill="#c9a227")
        draw.ellipse((x, 350, x + 60, 410), fill="#23594d")
    draw.rectangle((330, 520, 900, 560), fill="#1e272a")
    people(draw, range(110, 300, 110), 600, ["#d35400", "#d35400"], 2.4)
    return picture


def farewell() -> Image.Image:
    picture, draw = scene("#3a2e5c", "#f2a65a", "#2c3e5c")
    draw.ellipse((640, 330, 760, 450), fill="#ffd28a")
    draw.rectangle((0, 420, WIDTH, HEIGHT), fill="#2c3e5c")
    draw.polygon([(640, 420), (760, 420), (730, 640), (670, 640)], fill="#a9745c")
    ferry(draw, 170, 470, 1.1)
    return picture


def children() -> Image.Image:
    picture, draw = scene("#8fd0f0", "#eaf7ff", "#3f8fa8")
    ferry(draw, 640, 440, 0.7)
    draw.rectangle((0, 500, 620, 540), fill="#7b5a3a")
    for x in range(20, 620, 120):
        draw.rectangle((x, 540, x + 26, HEIGHT), fill="#5f442b")
    colours = ["#e74c3c", "#f1c40f", "#2ecc71", "#9b59b6"]
    people(draw, range(40, 580, 62), 500, colours, 0.9)
    for number, x in enumerate(range(40, 580, 62)):
        draw.line((x + 30, 440, x + 52, 392), fill=colours[number % 4], width=9)
    return picture


def wheelhouse() -> Image.Image:
    picture = Image.new("RGB", (WIDTH, HEIGHT), "#10141c")
    draw = ImageDraw.Draw(picture)
    for x in (60, 350, 640):
        draw.polygon([(x, 60), (x + 260, 60), (x + 250, 280), (x + 10, 280)], fill="#1d3557")
    draw.polygon([(0, 640), (60, 400), (900, 400), (960, 640)], fill="#2b2f36")
    for x, colour in ((130, "#2ecc71"), (330, "#f4d35e"), (530, "#4ea8de"), (730, "#2ecc71")):
        draw.rounded_rectangle((x, 430, x + 140, 520), 10, fill="#0b0f14", outline=colour, width=4)
        draw.line([(x + 15 + step, 475 + 22 * math.sin(step / 9 + x)) for step in range(0, 112, 4)], fill=colour, width=3)
    draw.ellipse((400, 500, 560, 660), outline="#a97142", width=18)
    return picture


def gulls() -> Image.Image:
    picture, draw = scene("#b7d7ea", "#fff6e0", "#447f99")
    draw.polygon([(430, 420), (530, 420), (760, 640), (200, 640)], fill="#d8ebf0")
    flight = random.Random(11)
    for _ in range(15):
        x, y, span = flight.randrange(60, 900), flight.randrange(40, 400), flight.randrange(22, 60)
        draw.arc((x - span, y, x, y + span), 200, 340, fill="#2f3640", width=6)
        draw.arc((x, y, x + span, y + span), 200, 340, fill="#2f3640", width=6)
    return picture


def embedded(creator: str, credit: str, day: str) -> list[tuple[int, bytes]]:
    """The same three facts as IPTC-IIM (IIM 4.2: 2:80 by-line, 2:110 credit, 2:55 date) and as XMP."""
    record = iim(UTF_8, (2, 80, creator), (2, 110, credit), (2, 55, day.replace("-", "")))
    packet = xmp(listed("dc:creator", "Seq", creator), f'photoshop:Credit="{credit}" photoshop:DateCreated="{day}"')
    return [app13(resources((0x0404, record))), app1_xmp(packet)]


PICTURES: dict[str, tuple[Callable[[], Image.Image], list[tuple[int, bytes]]]] = {
    "ferry-arrival": (arrival, embedded("Ilse Varn", "REUTERS", "2026-05-08")),
    "ferry-passengers": (passengers, embedded("Tomas Reck", "REUTERS", "2026-05-08")),
    "ferry-ribbon": (ribbon, embedded("Ilse Varn", "REUTERS", "2026-05-08")),
    "ferry-engine": (engine, embedded("Marek Dolan", "REUTERS", "2026-05-07")),
    "ferry-farewell-2022": (farewell, embedded("Piet Hallen", "AP", "2022-09-30")),
    "ferry-children": (children, embedded("Jonah Pell", "Getty Images", "2026-05-09")),
    "ferry-wheelhouse": (wheelhouse, []),
    "ferry-gulls": (gulls, embedded("Ada Brandt", "AFP via Getty Images", "2026-05-09")),
}
"""File name without its ending -> how it is drawn, and the segments that go into it. One has none: it was stripped on the way."""


def picture_file(name: str) -> bytes:
    """The JPEG with its metadata segments behind the start of the picture."""
    draw, segments = PICTURES[name]
    out = io.BytesIO()
    draw().save(out, "JPEG", quality=82, optimize=True)
    start, rest = out.getvalue()[:2], out.getvalue()[2:]
    return start + b"".join(struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data for marker, data in segments) + rest


if __name__ == "__main__":
    for name in PICTURES:
        (FOLDER / f"{name}.jpg").write_bytes(picture_file(name))
