"""Draws the reference pictures of `fixtures/images`, each with metadata of one kind that news pictures have.

`python -m tests.embedded.reference_pictures` writes them. `expected.json` beside them holds what an independent reader makes of
them: ExifTool 12.57 through the shared picture scorer (`score.py --expect fixtures/images`, keys `by_block` and `conflicts`).
"""

from pathlib import Path

from tests.embedded.building import (
    UTF_8,
    app1_exif,
    app1_xmp,
    app13,
    digest,
    exif,
    gif,
    heif,
    iim,
    jpeg,
    listed,
    png,
    psd,
    raw_profile,
    resources,
    tiff,
    webp,
    xmp,
)

FOLDER = Path(__file__).parents[2] / "fixtures" / "images"
SOURCE_TYPE = "http://cv.iptc.org/newscodes/digitalsourcetype/"
FERRY = "A ferry leaves the quay of Port Elin, May 12, 2026."

_EXIF = exif(
    {0x010E: FERRY, 0x013B: "Ines Okoro; Per Lindqvist", 0x8298: b"2026 Ines Okoro\0Nordlys Foto"},
    {0x9003: "2026:05:12 07:45:09", 0x9291: "25", 0x9011: "+02:00"},
)
_IIM = iim(
    UTF_8,
    (2, 5, "ferry"),
    (2, 40, "NO SALES"),
    (2, 55, "20260512"),
    (2, 60, "074509+0200"),
    (2, 80, "Inès Okoro"),
    (2, 85, "STRINGER"),
    (2, 105, "First ferry of the summer"),
    (2, 110, "Nordlys Foto"),
    (2, 115, "Nordlys Foto"),
    (2, 116, "© 2026 Inès Okoro"),
    (2, 120, FERRY),
    (2, 122, "pl"),
)
_XMP = xmp(
    listed("dc:creator", "Seq", "Inès Okoro")
    + listed("dc:description", "Alt", f"@xml:lang='x-default'|{FERRY}", "@xml:lang='nb'|En ferge forlater kaia.")
    + listed("xmpRights:UsageTerms", "Alt", "@xml:lang='x-default'|Editorial use only")
    + "<plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'><plus:LicensorName>Nordlys Foto</plus:LicensorName>"
    "<plus:LicensorURL>https://nordlys.example/licence</plus:LicensorURL></rdf:li></rdf:Seq></plus:Licensor>",
    'photoshop:Credit="Nordlys Foto" photoshop:DateCreated="2026-05-12T07:45:09.25+02:00" photoshop:Source="Nordlys Foto" '
    'xmpRights:WebStatement="https://nordlys.example/terms"',
)
_EDITED = iim(UTF_8, (2, 80, "Per Lindqvist"), (2, 110, "Nordlys Foto"), (2, 120, FERRY))
_LATIN = iim((2, 80, "Inès Okoro".encode("cp1252")), (2, 120, "Fähre – Port Elin".encode("cp1252")))
_MODEL = xmp(
    attributes=f'photoshop:Credit="Made with a model" Iptc4xmpExt:DigitalSourceType="{SOURCE_TYPE}trainedAlgorithmicMedia" '
    'Iptc4xmpExt:AISystemUsed="Model 3"'
)


def pictures() -> dict[str, bytes]:
    """The files by name."""
    return {
        "all-blocks.jpg": jpeg(app1_exif(_EXIF), app13(resources((0x0404, _IIM), digest(_IIM))), app1_xmp(_XMP)),
        "iim-edited-later.jpg": jpeg(app13(resources((0x0404, _EDITED), digest(_IIM))), app1_xmp(_XMP)),
        "iim-windows-1252.jpg": jpeg(app13(resources((0x0404, _LATIN)))),
        "made-by-model.png": png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + _MODEL)),
        "raw-profiles.png": png(raw_profile("exif", b"Exif\0\0" + _EXIF), raw_profile("iptc", resources((0x0404, _IIM)))),
        "exif-and-xmp.webp": webp((b"EXIF", _EXIF), (b"XMP ", _XMP)),
        "packet.gif": gif(_XMP),
        "resources.psd": psd((0x0404, _IIM), (0x0422, _EXIF), (0x0424, _XMP)),
        "tags.tif": tiff((700, 1, _XMP), (33723, 7, _IIM)),
        "items.avif": heif(exif_block=_EXIF, packet=_XMP),
        "utf-16.jpg": jpeg(app1_xmp(_XMP.decode().encode("utf-16-le"))),
        "nothing.jpg": jpeg(),
    }


if __name__ == "__main__":
    for name, data in pictures().items():
        (FOLDER / name).write_bytes(data)
