"""XMP: properties read by namespace (XMP Specification part 1, clause 7; ISO 16684-1), in every way RDF/XML writes them."""

import struct
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from itertools import chain, islice

from lxml import etree

from auditor.data.embedded import Property, folded_namespace, small_initial, xmp_properties
from auditor.embedded.parts import Aside, Block, Mark, Pointer, Said, Trouble
from auditor.embedded.text import iso_date, trimmed
from auditor.embedded.xmp_packet import FRAME, RDF, parse_packet
from auditor.limits import MAX_BLOCK_BYTES, MAX_XMP_PROPERTIES
from auditor.model import Field, Origin, Statement

_DESCRIPTION, _ITEM, _VALUE, _RESOURCE = (f"{{{RDF}}}{name}" for name in ("Description", "li", "value", "resource"))
_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"
_EXTENDED = (folded_namespace("http://ns.adobe.com/xmp/note/"), "hasExtendedXMP")
_LATITUDE = (folded_namespace("http://ns.adobe.com/exif/1.0/"), "gPSLatitude")
_PROVENANCE = (folded_namespace("http://purl.org/dc/terms/"), "provenance")  # C2PA 2.1, 11.4: where the manifest is kept

Key = tuple[str, str]
"""Namespace, folded, and name, its first letter small."""
Value = tuple[str, str]
"""A text and what the locator says of it beside the property."""


def read_xmp(block: Block, extensions: Sequence[Block] = ()) -> Said:
    """Yield what the packet states; of language alternatives the default first, of a property written twice the later.

    `extensions` are the pieces of extended XMP in the file: those whose GUID the packet names are joined and read too.
    """
    root, troubles = parse_packet(block)
    yield from troubles
    if root is None:
        return
    properties = list(islice(_properties(root), MAX_XMP_PROPERTIES + 1))
    if len(properties) > MAX_XMP_PROPERTIES:
        yield Trouble(f"XMP in {block.place}: more than {MAX_XMP_PROPERTIES} of the properties read here, the rest is not read")
    if guid := next((_values(node) for key, node in properties if key == _EXTENDED), None):
        joined = _joined(extensions, guid[0][0], block.place)
        yield from read_xmp(joined) if isinstance(joined, Block) else (joined,)
    for key, node in reversed(properties):
        yield from _marks(key, node)
        for declared in xmp_properties().get(key, ()):
            yield from _statements(declared, node, block.place)


def _marks(key: Key, node: etree._Element | str) -> Said:
    """What a property says that is no statement about a field."""
    if key == _LATITUDE:
        yield Mark.LOCATION
    if key == _PROVENANCE and (values := _values(node)):
        yield Pointer(trimmed(values[0][0]))


def _joined(extensions: Sequence[Block], guid: str, place: str) -> Block | Trouble:
    """The pieces with this GUID in order of their offsets (XMP Specification part 3, 1.1.3.1)."""
    pieces: dict[int, bytes] = {}
    announced = 0
    for extension in extensions:
        if extension.data[:32].decode("latin-1") == guid and len(extension.data) >= 40:
            announced, offset = struct.unpack_from(">II", extension.data, 32)
            pieces[offset] = extension.data[40:]
    if announced > MAX_BLOCK_BYTES:
        return Trouble(f"extended XMP of {place}: {announced} bytes announced, more than {MAX_BLOCK_BYTES}, not read")
    data = b"".join(pieces[offset] for offset in sorted(pieces))
    if not pieces or len(data) != announced:
        return Trouble(f"extended XMP of {place}: {announced or 'some'} bytes announced, {len(data)} there, not read")
    return Block(extensions[0].kind, data, f"extension of {place}")


@lru_cache(maxsize=1024)
def _key(tag: str) -> Key:
    """Namespace and name of an element or attribute."""
    namespace, _, name = tag.rpartition("}")
    return folded_namespace(namespace.lstrip("{")), small_initial(name)


def _properties(root: etree._Element) -> Iterator[tuple[Key, etree._Element | str]]:
    """Every known property: child elements and attributes of the packet's descriptions, not those inside other properties."""
    known = {*xmp_properties(), _EXTENDED, _LATITUDE, _PROVENANCE}
    waiting = [root]
    while waiting:
        node = waiting.pop()
        yield from _fields(node, known)
        waiting += reversed([child for child in node.iterchildren("*") if _is_wrapper(child)])


def _fields(node: etree._Element, wanted: Collection[Key]) -> Iterator[tuple[Key, etree._Element | str]]:
    """The wanted attributes and child elements of a description or structure."""
    for name in node.attrib:  # not its items: to list them costs the square of their number
        if (key := _key(name)) in wanted:
            yield key, node.get(name, "")
    for child in node.iterchildren("*"):
        if (key := _key(child.tag)) in wanted:
            yield key, child


def _is_wrapper(node: etree._Element) -> bool:
    """Whether it stands around properties: rdf:RDF, rdf:Description, and the XMP or XAP meta element in any namespace."""
    tag: str = node.tag
    return tag.startswith(f"{{{RDF}}}") or tag.endswith(("}xmpmeta", "}xapmeta")) or tag == FRAME


def _statements(declared: Property, node: etree._Element | str, place: str) -> Said:
    values = _member_values(node, declared) if declared.member else _values(node)
    for text, beside in values:
        value = trimmed(text)
        if value and declared.field is Field.DATE_CREATED:
            value = iso_date(value) or ""
            if not value:
                yield Trouble(f"XMP {declared.path} in {place}: {text.strip()[:40]!r} is no date")
        if value:
            statement = Statement(field=declared.field, value=value, origin=Origin.XMP, locator=f"XMP {declared.path}{beside}")
            yield Aside(statement) if declared.aside else statement


def _values(node: etree._Element | str) -> list[Value]:
    """The texts of a property: its own, those of its list, or of its language alternatives with the default in front."""
    if isinstance(node, str):
        return [(node, "")]
    items = _items(node)
    if not items:
        return [(text, "")] if (text := _text(node)) is not None else []
    if any(item.get(_LANGUAGE) for item in items):
        return _alternatives(items)
    many = len(items) > 1
    return [(text, f"[{i}]" if many else "") for i, item in enumerate(items, 1) if (text := _text(item)) is not None]


def _alternatives(items: list[etree._Element]) -> list[Value]:
    """The default in front, or an entry without a language (XMP Specification part 1, 8.2.2.4); the later of two of them."""
    default: list[Value] = []
    others: list[Value] = []
    for item in items:
        if (text := _text(item)) is None:
            continue
        language = item.get(_LANGUAGE, "x-default")
        value = text, f"[@xml:lang='{language}']"
        if language.lower() == "x-default":
            default.insert(0, value)
        else:
            others.append(value)
    return default + others


def _items(node: etree._Element) -> list[etree._Element]:
    """The entries of the list inside a property; none for a property that holds no list."""
    lists = (child for child in node.iterchildren("*") if child.tag.startswith(f"{{{RDF}}}"))
    return list(islice((item for child in lists for item in child.iterchildren(_ITEM)), MAX_XMP_PROPERTIES))


def _text(node: etree._Element) -> str | None:
    """The text of a simple value, written as text, attribute or qualified value; None for a structure."""
    for holder in chain((node,), node.iterchildren(_DESCRIPTION)):
        if (text := holder.get(_VALUE, holder.get(_RESOURCE))) is not None:
            return str(text)
        if (child := holder.find(_VALUE)) is not None:
            return _text(child)
    return None if node.find("*") is not None else "".join(node.itertext())


def _member_values(node: etree._Element | str, declared: Property) -> list[Value]:
    """One field of each structure of a list, or of the one structure (XMP Specification part 1, 7.6)."""
    if isinstance(node, str):
        return []
    found: list[Value] = []
    for i, item in enumerate(_items(node) or [node], 1):
        for holder in (item, *item.iterchildren(_DESCRIPTION)):
            for _, value in _fields(holder, (declared.member_key,)):
                found += [(text, f"[{i}]/{declared.member}") for text, _ in _main(_values(value))]
    return found


def _main(values: list[Value]) -> list[Value]:
    """Of language alternatives the first, of a list all."""
    return values[:1] if values and "lang=" in values[0][1] else values
