"""Whom and what a register knows: each sign by itself, the surest first, one entry once."""

import io
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image, ImageOps

from auditor.identity.hashes import picture_hash
from auditor.model import Creator, MatchedBy, RegisterEntry, RegisterKind, Registers, Span
from auditor.pipeline.registered import RegisterIndex
from tests.render.values import SHA, picture

FERRY = Path(__file__).parents[2] / "fixtures" / "demo" / "ferry-arrival.jpg"


def entry(kind=RegisterKind.LICENCES, **known) -> RegisterEntry:
    return RegisterEntry(kind=kind, place="register.csv, row 2", **known)


def signs(item, *entries) -> list[MatchedBy]:
    return [match.by for match in RegisterIndex(Registers(entries=entries)).matches(item)]


@pytest.mark.parametrize(
    ("known", "by"),
    [
        ({"sha256": SHA}, MatchedBy.SHA256),
        ({"id": "1228224227"}, MatchedBy.SUPPLIER_ID),
        ({"file_name": "Nets-1228224227-1024x683.JPG"}, MatchedBy.FILE_NAME),
        ({"file_name": "nets.jpg"}, MatchedBy.FILE_NAME),
        ({"file_name": "nets.jpg", "id": "1228224227", "sha256": SHA}, MatchedBy.SHA256),
    ],
)
def test_each_sign(known, by):
    assert signs(picture(), entry(**known)) == [by]


@pytest.mark.parametrize("known", [{"sha256": "cd" * 32}, {"id": "122822422"}, {"file_name": "net.jpg"}, {"picture_hash": 1}])
def test_what_is_another_picture(known):
    assert signs(picture(), entry(**known)) == []


@pytest.mark.parametrize(("header", "found"), [("Boats.JPG", [MatchedBy.FILE_NAME]), ("Boats", []), (None, [])])
def test_a_header_is_a_file_name_only_if_it_looks_like_one(header, found):
    assert signs(replace(picture(), header=header), entry(file_name="boats.jpg")) == found


def test_what_it_shows_is_known_small_recompressed_and_mirrored():
    with Image.open(FERRY) as opened:
        small = ImageOps.mirror(opened.resize((320, 213)))
    out = io.BytesIO()
    small.save(out, "JPEG", quality=40)
    item = picture()
    shown = replace(item, file=replace(item.file, picture_hash=picture_hash(out.getvalue())))
    assert signs(shown, entry(picture_hash=picture_hash(FERRY.read_bytes()))) == [MatchedBy.PICTURE_HASH]
    gulls = picture_hash((FERRY.parent / "ferry-gulls.jpg").read_bytes())
    assert signs(shown, entry(picture_hash=gulls)) == []


@pytest.mark.parametrize(
    ("name", "found"),
    [("Lena Ostrow", []), ("lena ostrow", []), ("Lena Ostrov", [MatchedBy.SIMILAR_NAME]), ("Lena Brandt", []), ("Karl Reck", [])],
)
def test_people_are_known_by_nearly_their_name(name, found):
    item = picture()
    creator = Creator(name="Lena Ostrow", printed="Lena Ostrow", span=Span(0, 11))
    item = replace(item, reading=replace(item.reading, credit=replace(item.reading.credit, creators=(creator,))))
    assert signs(item, entry(RegisterKind.PEOPLE, name=name)) == found


def test_no_registers_no_work():
    index = RegisterIndex(Registers())
    assert index.matches(picture()) == () and not index.compares_pictures
    assert RegisterIndex(Registers(entries=(entry(picture_hash=0),))).compares_pictures
