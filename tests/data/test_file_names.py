"""File names that stand where words should, and words that only look like one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.data.file_names import is_file_name, may_be_file_name
from auditor.identity import file_names
from auditor.text.placeholders import placeholder_reason


@pytest.mark.parametrize(
    "text",
    [
        "harbour-police-1228224227.jpg",
        " Port Ansel at dawn.JPG ",
        "image001.png",
        "DSC_0123",
        "IMG_0042",
        "IMG_20240502_101112",
        "IMG-20240502-WA0003",
        "PXL_20240502_101112345",
        "GettyImages-2242056166-scaled",
        "AP24010820434600",
        "3f0c2b54-7c1e-4a35-9f6e-0d8a5b1c2e3f",
        "9e107d9d372bb6826bd81d3542a419d6",
        "harbour_20240502",
        "Bildschirmfoto 2024-05-02 um 10.11.12.png",
        "P1010001",
        "Image-0042",
        "dsc_123",
        "ferry (final).mp4",
        "...-harbour.jpg",
        "pictures/harbour.jpg",
    ],
)
def test_file_name(text):
    assert is_file_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "   ",
        ".jpg",
        "Ida Novak",
        "@ida_novak99999",
        "Covid-19",
        "Mercedes-Benz",
        "F-16",
        "2024",
        "Port Ansel, 2 May 2024",
        "The file was found. It is called harbour.jpg",
        "dpa/Ida Novak",
        "Ida_Novak",
        "abba",
        "1234567890",
        "Halle-Neustadt",
        "Ida Novak/Reuters/harbour.jpg",
        "Photo: harbour.jpg",
        "...jpg",
        "P-5",
        "image",
    ],
)
def test_no_file_name(text):
    assert not is_file_name(text)


@given(st.text())
def test_any_text_is_judged(text):
    assert is_file_name(text) in (True, False)
    assert may_be_file_name(text.strip()) or not is_file_name(text)


def test_a_credit_and_a_caption_are_judged_alike():
    assert file_names.is_file_name is is_file_name
    for name in ("GettyImages-2242056166-scaled", "IMG_20240502_101112", "9e107d9d372bb6826bd81d3542a419d6", "ferry.mov"):
        assert placeholder_reason(name, name.casefold()) == f"only a file name (“{name}”)"
    for words in ("Ida Novak, Port Ansel", "Ida Novak 2024", "Novak.Press"):
        assert placeholder_reason(words, words.casefold()) is None


@pytest.mark.parametrize("end", ["", "!", "_!", ".jpg", "..jpg"])
@pytest.mark.parametrize("unit", ["a-", "a_", "a", "1", "a.", "f0", "IMG_", "img123_a", "0a_1"])
def test_hostile_text_stays_in_time(unit, end):
    start = time.process_time()
    text = unit * ((255 - len(end)) // len(unit)) + end
    is_file_name(text)
    placeholder_reason(text, text.casefold())
    is_file_name(unit * 500_000 + end)
    assert time.process_time() - start < 0.5
