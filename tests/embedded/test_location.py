import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ExifTags, Image

from auditor.embedded import read_metadata
from auditor.embedded.location import read_location
from auditor.embedded.reconcile import metadata_record
from auditor.render.metadata_table import metadata_table
from tests.quality.measure import auditor


def picture(gps=None, xmp=b""):
    exif = Image.Exif()
    if gps:
        exif[ExifTags.IFD.GPSInfo] = gps
    stream = io.BytesIO()
    Image.new("RGB", (8, 8)).save(stream, "JPEG", exif=exif, xmp=xmp)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("gps", "place"),
    [
        ({1: "N", 2: (53.0, 32.0, 10.0), 3: "E", 4: (9.0, 59.0, 1.0)}, "53.536111, 9.983611"),
        ({1: "S", 2: (33.0, 30.0, 0.0), 3: "W", 4: (70.0, 15.0, 0.0)}, "-33.500000, -70.250000"),
    ],
)
def test_coordinates_of_exif_are_decimal_degrees(gps, place):
    assert read_location(picture(gps)) == {"exif": place}


def test_coordinates_of_xmp_stay_as_written():
    packet = (
        b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#'>"
        b"<rdf:Description xmlns:exif='http://ns.adobe.com/exif/1.0/' exif:GPSLatitude='53,32.2N' exif:GPSLongitude='9,59.0E'/>"
        b"</rdf:RDF></x:xmpmeta>"
    )
    assert read_location(picture(xmp=packet)) == {"xmp": "53,32.2N 9,59.0E"}


def test_a_picture_without_says_nothing():
    assert read_location(picture()) == {}
    assert read_location(picture({1: "N", 2: (53.0, 32.0, 10.0)})) == {}


@given(st.binary(max_size=200), st.integers(0, 400), st.binary(max_size=8))
def test_no_bytes_make_it_fail(data, at, patch):
    read_location(data)
    whole = picture({1: "N", 2: (53.0, 32.0, 10.0), 3: "E", 4: (9.0, 59.0, 1.0)})
    read_location(whole[:at] + patch + whole[at + len(patch) :])


def test_it_is_told_only_when_asked_for(tmp_path):
    file = tmp_path / "ferry.jpg"
    file.write_bytes(picture({1: "N", 2: (53.0, 32.0, 10.0), 3: "E", 4: (9.0, 59.0, 1.0)}))
    silent, asked = (json.loads(auditor("metadata", str(file), *option)) for option in ((), ("--location",)))
    assert silent["location"] == "present"
    assert asked["location"] == {"exif": "53.536111, 9.983611"}


def test_the_table_prints_it_by_block():
    record = {"file": "ferry.jpg", **metadata_record(read_metadata(picture())), "location": {"exif": "53.5, 9.9"}}
    assert "53.5, 9.9 (exif)" in metadata_table(record)
