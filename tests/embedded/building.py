"""Picture files made of nothing: metadata blocks written here by the standards, and containers around a drawn picture."""

import hashlib
import io
import struct
import zlib
from collections.abc import Mapping
from functools import cache

from PIL import Image, ImageDraw

NAMESPACES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "photoshop": "http://ns.adobe.com/photoshop/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
    "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
    "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    "xmpNote": "http://ns.adobe.com/xmp/note/",
}
UTF_8 = (1, 90, b"\x1b%G")


@cache
def drawn(kind: str, size: tuple[int, int] = (96, 64)) -> bytes:
    """A harbour in a few strokes, without metadata."""
    picture = Image.new("RGB", size, "#9fc5e8")
    draw = ImageDraw.Draw(picture)
    width, height = size
    draw.rectangle((0, height * 2 // 3, width, height), fill="#2f5d7c")
    draw.polygon([(width // 4, height * 2 // 3), (width * 3 // 4, height * 2 // 3), (width // 2, height // 4)], fill="#a33")
    out = io.BytesIO()
    picture.save(out, kind)
    return out.getvalue()


def iim(*datasets: tuple[int, int, str | bytes]) -> bytes:
    """Datasets in order; text as UTF-8."""
    out = b""
    for record, number, value in datasets:
        raw = value.encode() if isinstance(value, str) else value
        length = struct.pack(">H", len(raw)) if len(raw) < 0x8000 else struct.pack(">HI", 0x8004, len(raw))
        out += bytes((0x1C, record, number)) + length + raw
    return out


def resources(*entries: tuple[int, bytes]) -> bytes:
    """Photoshop image resources."""
    out = b""
    for number, data in entries:
        out += b"8BIM" + struct.pack(">H", number) + b"\0\0" + struct.pack(">I", len(data)) + data + b"\0" * (len(data) % 2)
    return out


def digest(record: bytes) -> tuple[int, bytes]:
    """The resource with which Photoshop remembers an IIM record."""
    return 0x0425, hashlib.md5(record, usedforsecurity=False).digest()


def exif(
    ifd0: Mapping[int, str | bytes], exif_ifd: Mapping[int, str | bytes] | None = None, *, order: str = "<", big: bool = False
) -> bytes:
    """A TIFF structure with ASCII values, and an Exif directory if one is given."""
    out = bytearray(b"II" if order == "<" else b"MM")
    out += struct.pack(order + "HHHQ", 43, 8, 0, 16) if big else struct.pack(order + "HI", 42, 8)
    if exif_ifd is None:
        out += _directory(ifd0, len(out), order, big)
        return bytes(out)
    pointer = len(out) + len(_directory(ifd0, len(out), order, big, pointer=0))
    out += _directory(ifd0, len(out), order, big, pointer=pointer)
    out += _directory(exif_ifd, len(out), order, big)
    return bytes(out)


def _directory(tags: Mapping[int, str | bytes], at: int, order: str, big: bool, pointer: int | None = None) -> bytes:
    width, count_layout, head, value = (8, "Q", "HHQ", "Q") if big else (4, "H", "HHI", "I")
    entries: list[tuple[int, int, bytes | int]] = [
        (tag, 1 if 0x9C9B <= tag <= 0x9C9F else 2, _ascii(text)) for tag, text in tags.items()
    ]
    if pointer is not None:
        entries.append((0x8769, 4, pointer))
    entries.sort()
    out = bytearray(struct.pack(order + count_layout, len(entries)))
    after = bytearray()
    start = at + len(out) + len(entries) * (struct.calcsize(order + head) + width) + width
    for tag, kind, content in entries:
        if isinstance(content, int):
            out += struct.pack(order + head, tag, kind, 1) + struct.pack(order + "I", content).ljust(width, b"\0")
            continue
        out += struct.pack(order + head, tag, kind, len(content))
        if len(content) <= width:
            out += content.ljust(width, b"\0")
        else:
            out += struct.pack(order + value, start + len(after))
            after += content
    return bytes(out + bytes(width) + after)


def _ascii(text: str | bytes) -> bytes:
    return (text.encode() if isinstance(text, str) else text) + b"\0"


def xmp(properties: str = "", attributes: str = "") -> bytes:
    """A packet with these child elements and attributes of its description."""
    names = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?><x:xmpmeta xmlns:x="adobe:ns:meta/">'
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">'
        f'<rdf:Description rdf:about="" {names} {attributes}>{properties}</rdf:Description></rdf:RDF></x:xmpmeta>'
        '<?xpacket end="w"?>'
    ).encode()


def listed(path: str, kind: str, *items: str) -> str:
    """A property holding a list: `<dc:creator><rdf:Seq><rdf:li>..`; an item may carry its attributes as `@attributes|text`."""
    entries = ""
    for item in items:
        attributes, _, text = item[1:].partition("|") if item.startswith("@") else ("", "", item)
        entries += f"<rdf:li {attributes}>{text}</rdf:li>"
    return f"<{path}><rdf:{kind}>{entries}</rdf:{kind}></{path}>"


def jpeg(*segments: tuple[int, bytes]) -> bytes:
    """The drawn picture with these segments after its start."""
    picture = drawn("JPEG")
    out = picture[:2]
    for marker, data in segments:
        out += struct.pack(">BBH", 0xFF, marker, len(data) + 2) + data
    return out + picture[2:]


def app1_exif(block: bytes) -> tuple[int, bytes]:
    """An EXIF segment."""
    return 0xE1, b"Exif\0\0" + block


def app1_xmp(packet: bytes) -> tuple[int, bytes]:
    """An XMP segment."""
    return 0xE1, b"http://ns.adobe.com/xap/1.0/\0" + packet


def app13(data: bytes) -> tuple[int, bytes]:
    """A segment of Photoshop resources."""
    return 0xED, b"Photoshop 3.0\0" + data


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """The drawn picture with these chunks after its header."""
    picture = drawn("PNG")
    out = picture[:33]
    for kind, data in chunks:
        out += struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
    return out + picture[33:]


def raw_profile(kind: str, data: bytes, *, name: str | None = None) -> tuple[bytes, bytes]:
    """A compressed text chunk with a whole block in hexadecimal, as ImageMagick writes it."""
    digits = data.hex()
    lines = "\n".join(digits[at : at + 72] for at in range(0, len(digits), 72))
    text = f"\n{name or kind}\n{len(data):8}\n{lines}\n"
    return b"zTXt", f"Raw profile type {kind}".encode() + b"\0\0" + zlib.compress(text.encode())


def webp(*chunks: tuple[bytes, bytes]) -> bytes:
    """A WebP of the drawn picture with these chunks after the picture's own."""
    picture = drawn("WEBP")
    body = picture[12:]
    for kind, data in chunks:
        body += kind + struct.pack("<I", len(data)) + data + b"\0" * (len(data) % 2)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body


def gif(packet: bytes) -> bytes:
    """A GIF with an XMP packet before the picture."""
    picture = drawn("GIF")
    start = 13 + (3 << ((picture[10] & 7) + 1) if picture[10] & 0x80 else 0)
    trailer = b"\1" + bytes(range(255, -1, -1)) + b"\0"
    return picture[:start] + b"\x21\xff\x0bXMP DataXMP" + packet + trailer + picture[start:]


def psd(*entries: tuple[int, bytes]) -> bytes:
    """A Photoshop file of one pixel with these resources."""
    section = resources(*entries)
    header = b"8BPS" + struct.pack(">H6xHIIHH", 1, 3, 1, 1, 8, 3)
    return header + struct.pack(">II", 0, len(section)) + section + bytes(9)


def tiff(*tags: tuple[int, int, bytes]) -> bytes:
    """A little-endian TIFF of one pixel with these tags (number, type, bytes; type 1, 4 or 7)."""
    entries = sorted([(256, 3, b"\1\0"), (257, 3, b"\1\0"), *tags])
    out = bytearray(b"II*\0" + struct.pack("<IH", 8, len(entries)))
    start = len(out) + 12 * len(entries) + 4
    after = b""
    for tag, kind, data in entries:
        out += struct.pack("<HHI", tag, kind, len(data) // {1: 1, 3: 2, 4: 4, 7: 1}[kind])
        out += data.ljust(4, b"\0") if len(data) <= 4 else struct.pack("<I", start + len(after))
        after += data if len(data) > 4 else b""
    return bytes(out) + bytes(4) + after


def box(kind: bytes, data: bytes) -> bytes:
    """A box of the ISO base media file format."""
    return struct.pack(">I", len(data) + 8) + kind + data


def heif(*, exif_block: bytes = b"", packet: bytes = b"", in_data_box: bool = False) -> bytes:
    """An AVIF without a picture: its size, an Exif and an XMP item, in the file or in the meta box's own data."""
    contents = [bytes(4) + exif_block, packet]
    infos = [
        box(b"infe", b"\2\0\0\0" + struct.pack(">HH", 1, 0) + b"Exif\0"),
        box(b"infe", b"\2\0\0\0" + struct.pack(">HH", 2, 0) + b"mime\0application/rdf+xml\0"),
    ]

    def meta(first: int) -> bytes:
        offsets = (first, first + len(contents[0]))
        places = b"".join(
            struct.pack(">HHHHII", i, int(in_data_box), 0, 1, at, len(data))
            for i, (at, data) in enumerate(zip(offsets, contents, strict=True), 1)
        )
        size = box(b"iprp", box(b"ipco", box(b"ispe", bytes(4) + struct.pack(">II", 96, 64))))
        body = box(b"iinf", bytes(4) + struct.pack(">H", 2) + b"".join(infos)) + size
        body += box(b"iloc", b"\1\0\0\0\x44\0" + struct.pack(">H", 2) + places)
        return box(b"meta", bytes(4) + body + (box(b"idat", b"".join(contents)) if in_data_box else b""))

    head = box(b"ftyp", b"avif\0\0\0\0mif1")
    if in_data_box:
        return head + meta(0)
    return head + meta(len(head) + len(meta(0)) + 8) + box(b"mdat", b"".join(contents))
