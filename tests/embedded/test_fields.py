"""Every property of the list of rights fields, in files made here: where it is written, and under which key it is printed."""

import pytest

from auditor.embedded import read_metadata
from auditor.embedded.reconcile import metadata_record
from tests.embedded.building import UTF_8, app1_xmp, app13, iim, jpeg, listed, png, resources, xmp

ALT = "@xml:lang='x-default'|"


def struct(path: str, **fields: str) -> str:
    prefix = path.partition(":")[0]
    inside = "".join(f"<{prefix}:{name}>{text}</{prefix}:{name}>" for name, text in fields.items())
    return f"<rdf:li rdf:parseType='Resource'>{inside}</rdf:li>"


def structs(path: str, kind: str, *entries: str) -> str:
    return f"<{path}><rdf:{kind}>{''.join(entries)}</rdf:{kind}></{path}>"


XMP = {
    "creator": (listed("dc:creator", "Seq", "Lena Ostrow", "Jonas Weyland"), ["Lena Ostrow", "Jonas Weyland"]),
    "job_title": ("<photoshop:AuthorsPosition>STAFF</photoshop:AuthorsPosition>", "STAFF"),
    "credit": ("<photoshop:Credit>Nordlys Foto</photoshop:Credit>", "Nordlys Foto"),
    "copyright": (listed("dc:rights", "Alt", f"{ALT}© 2026 Nordlys"), "© 2026 Nordlys"),
    "copyright_owner": (
        structs("plus:CopyrightOwner", "Seq", struct("plus:x", CopyrightOwnerName="Nordlys AS")),
        ["Nordlys AS"],
    ),
    "copyright_owner_id": (
        structs("plus:CopyrightOwner", "Seq", struct("plus:x", CopyrightOwnerID="https://id.example/7")),
        ["https://id.example/7"],
    ),
    "source": ("<photoshop:Source>Nordlys</photoshop:Source>", "Nordlys"),
    "caption": (listed("dc:description", "Alt", f"{ALT}A harbour"), "A harbour"),
    "headline": ("<photoshop:Headline>Ferries</photoshop:Headline>", "Ferries"),
    "title": (listed("dc:title", "Alt", f"{ALT}N-7"), "N-7"),
    "date_created": ("<photoshop:DateCreated>2026-05</photoshop:DateCreated>", "2026-05"),
    "usage_terms": (listed("xmpRights:UsageTerms", "Alt", f"{ALT}Editorial use only"), "Editorial use only"),
    "instructions": ("<photoshop:Instructions>NO SALES</photoshop:Instructions>", "NO SALES"),
    "web_statement": ("<xmpRights:WebStatement>https://n.example/r</xmpRights:WebStatement>", "https://n.example/r"),
    "rights_marked": ("<xmpRights:Marked>True</xmpRights:Marked>", "True"),
    "licensor_url": (structs("plus:Licensor", "Seq", struct("plus:x", LicensorURL="https://n.example")), ["https://n.example"]),
    "licensor_name": (structs("plus:Licensor", "Seq", struct("plus:x", LicensorName="Nordlys")), ["Nordlys"]),
    "licensor_id": (structs("plus:Licensor", "Seq", struct("plus:x", LicensorID="N1")), ["N1"]),
    "image_supplier": (structs("plus:ImageSupplier", "Seq", struct("plus:x", ImageSupplierName="Nordlys")), "Nordlys"),
    "supplier_image_id": ("<plus:ImageSupplierImageID>N-7</plus:ImageSupplierImageID>", "N-7"),
    "image_guid": ("<Iptc4xmpExt:DigImageGUID>urn:x</Iptc4xmpExt:DigImageGUID>", "urn:x"),
    "job_id": ("<photoshop:TransmissionReference>ELN1</photoshop:TransmissionReference>", "ELN1"),
    "caption_writer": ("<photoshop:CaptionWriter>lo</photoshop:CaptionWriter>", "lo"),
    "digital_source_type": ("<Iptc4xmpExt:DigitalSourceType>x:y</Iptc4xmpExt:DigitalSourceType>", "x:y"),
    "ai_system": ("<Iptc4xmpExt:AISystemUsed>Model</Iptc4xmpExt:AISystemUsed>", "Model"),
    "ai_system_version": ("<Iptc4xmpExt:AISystemVersionUsed>3</Iptc4xmpExt:AISystemVersionUsed>", "3"),
    "ai_prompt": ("<Iptc4xmpExt:AIPromptInformation>a harbour</Iptc4xmpExt:AIPromptInformation>", "a harbour"),
    "ai_prompt_writer": ("<Iptc4xmpExt:AIPromptWriterName>Lena</Iptc4xmpExt:AIPromptWriterName>", "Lena"),
    "data_mining": ("<plus:DataMining>https://d.example/DMI-PROHIBITED</plus:DataMining>", "https://d.example/DMI-PROHIBITED"),
    "other_constraints": (listed("plus:OtherConstraints", "Alt", f"{ALT}Ask first"), "Ask first"),
    "alt_text": (listed("Iptc4xmpCore:AltTextAccessibility", "Alt", f"{ALT}Two ferries"), "Two ferries"),
    "model_release": ("<plus:ModelReleaseStatus>MR-NON</plus:ModelReleaseStatus>", "MR-NON"),
    "property_release": ("<plus:PropertyReleaseStatus>PR-NON</plus:PropertyReleaseStatus>", "PR-NON"),
}
IIM = {
    "title": (5, "N-7", "N-7"),
    "instructions": (40, "NO SALES", "NO SALES"),
    "date_created": (55, "20260500", "2026-05"),
    "creator": (80, "Lena Ostrow", ["Lena Ostrow"]),
    "job_title": (85, "STAFF", "STAFF"),
    "job_id": (103, "ELN1", "ELN1"),
    "headline": (105, "Ferries", "Ferries"),
    "credit": (110, "Nordlys", "Nordlys"),
    "source": (115, "Nordlys", "Nordlys"),
    "copyright": (116, "© Nordlys", "© Nordlys"),
    "caption": (120, "Køen", "Køen"),
    "caption_writer": (122, "lo", "lo"),
}


@pytest.mark.parametrize("key", XMP)
def test_xmp(key: str) -> None:
    written, printed = XMP[key]
    record = metadata_record(read_metadata(jpeg(app1_xmp(xmp(written)))))
    assert record[key] == printed
    assert record["by_block"] == {"exif": {}, "iim": {}, "xmp": {key: printed}}
    assert record["problems"] == []


@pytest.mark.parametrize("key", IIM)
def test_iim(key: str) -> None:
    number, written, printed = IIM[key]
    record = metadata_record(read_metadata(jpeg(app13(resources((0x0404, iim(UTF_8, (2, number, written))))))))
    assert record[key] == printed
    assert record["by_block"] == {"exif": {}, "iim": {key: printed}, "xmp": {}}


def test_a_picture_of_pictures_keeps_the_makers_and_owners_of_what_it_shows() -> None:
    mural = (
        "<rdf:li rdf:parseType='Resource'><Iptc4xmpExt:AOTitle><rdf:Alt><rdf:li xml:lang='x-default'>The Wave</rdf:li>"
        "<rdf:li xml:lang='de'>Die Welle</rdf:li></rdf:Alt></Iptc4xmpExt:AOTitle><Iptc4xmpExt:AOCreator><rdf:Seq>"
        "<rdf:li>Ines Okoro</rdf:li><rdf:li>Per Lindqvist</rdf:li></rdf:Seq></Iptc4xmpExt:AOCreator>"
        "<Iptc4xmpExt:AOCopyrightNotice>© Ines Okoro</Iptc4xmpExt:AOCopyrightNotice></rdf:li>"
    )
    print_ = struct("Iptc4xmpExt:x", AOTitle="Harbour", AOSource="Port Elin Museum", AOCurrentCopyrightOwnerName="Museum Trust")
    metadata = read_metadata(
        png((b"iTXt", b"XML:com.adobe.xmp\0\0\0\0\0" + xmp(structs("Iptc4xmpExt:ArtworkOrObject", "Bag", mural, print_))))
    )
    record = metadata_record(metadata)
    assert {key: value for key, value in record.items() if key.startswith("artwork_")} == {
        "artwork_title": ["The Wave", "Harbour"],
        "artwork_creator": ["Ines Okoro", "Per Lindqvist"],
        "artwork_copyright": ["© Ines Okoro"],
        "artwork_owner": ["Museum Trust"],
        "artwork_source": ["Port Elin Museum"],
    }
    assert record["creator"] == []
    owner = next(s for s in metadata.statements if s.value == "Museum Trust")
    assert owner.locator == "XMP Iptc4xmpExt:ArtworkOrObject[2]/Iptc4xmpExt:AOCurrentCopyrightOwnerName"


def test_contact_in_iim_is_told_on_request_alone() -> None:
    picture = jpeg(app13(resources((0x0404, iim((2, 80, "Lena Ostrow"), (2, 118, "+47 555 01 23"))))))
    assert metadata_record(read_metadata(picture))["contact"] == "present"
    assert metadata_record(read_metadata(picture, with_contact=True))["contact"] == [
        {"value": "+47 555 01 23", "locator": "IIM 2:118"}
    ]


def test_the_words_of_a_credit_say_how_a_picture_was_made() -> None:
    record = metadata_record(read_metadata(jpeg(app1_xmp(xmp("<photoshop:Credit>AI-generated image</photoshop:Credit>")))))
    assert record["making"] == {
        "verdict": "ai",
        "evidence": [{"value": "AI-generated image", "locator": "XMP photoshop:Credit"}],
    }
