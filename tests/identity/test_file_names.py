"""File names that stand where words should, and words that only look like one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.identity.file_names import is_file_name


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
    ],
)
def test_no_file_name(text):
    assert not is_file_name(text)


@given(st.text())
def test_any_text_is_judged(text):
    assert is_file_name(text) in (True, False)


@pytest.mark.parametrize("unit", ["a-", "a", "1", "a.", "f0", "IMG_"])
def test_hostile_text_stays_in_time(unit):
    start = time.process_time()
    is_file_name(unit * (255 // len(unit)))
    is_file_name(unit * 500_000)
    assert time.process_time() - start < 0.5
