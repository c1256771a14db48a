"""Addresses of pictures: reading them, and telling the same picture."""

import time

import pytest

from auditor.readers.image_url import Addresses, parse_srcset, picture_addresses, picture_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://img.example/2024/ferry-wreck.jpg?w=300", "https://cdn.example/2024/ferry-wreck.jpg?w=1200&q=80"),
        ("/media/w_400,c_fill/ferry-wreck.jpg", "/media/w_1600,c_limit/ferry-wreck.jpg"),
        (
            "https://proxy.example/resize/280/https%3A%2F%2Fimg.example%2Fa%2Fferry-wreck.jpeg",
            "https://img.example/a/ferry-wreck.jpeg",
        ),
        ("/a/ferry-wreck-300x200.jpg", "/a/ferry-wreck-1024x683.jpg"),
        ("/a/ferry-wreck.jpg", "/a/ferry-wreck.webp"),
        ("/images/?imageId=77120011&width=980", "/images/?imageId=77120011&width=320"),
        ("/a/ferry-wreck-scaled.jpg", "/a/ferry-wreck.jpg"),
        ("/wp-content/320x180/ferry-wreck.jpg", "/wp-content/ferry-wreck.jpg"),
    ],
)
def test_one_picture_has_one_key(one, other):
    assert picture_key(one) == picture_key(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/a/ferry-4711.jpg", "/a/ferry-4712.jpg"),
        ("/images/?imageId=77120011&width=980", "/images/?imageId=77120042&width=980"),
        ("/a/2024/GettyImages-1228224227.jpg", "/a/2024/GettyImages-1228224228.jpg"),
        ("/north/harbour-view.jpg", "/south/harbour-view.jpg"),
        ("/a/IMG_1240.jpg", "/a/IMG_1260.jpg"),
        ("https://img.example/a//ferry-wreck.jpg", "https://img.example/a//harbour-view.jpg"),
    ],
)
def test_two_pictures_have_two_keys(one, other):
    assert picture_key(one) != picture_key(other)


def test_srcset_with_widths_densities_and_commas_in_addresses():
    assert parse_srcset("/w_400,c_fill/a.jpg 400w, /w_800,c_fill/a.jpg 800w") == [
        ("/w_400,c_fill/a.jpg", 400),
        ("/w_800,c_fill/a.jpg", 800),
    ]
    assert parse_srcset("a.jpg, b.jpg 2x") == [("a.jpg", 2.0), ("b.jpg", 2000)]
    assert parse_srcset("a.jpg oddw") == [("a.jpg", 2.0)]


def test_addresses_come_widest_first_without_placeholders():
    image = {
        "src": "data:image/gif;base64,R0lGOD",
        "data-src": "/a/ferry-600.jpg",
        "srcset": "/a/ferry-400.jpg 400w, /a/ferry-1200.jpg 1200w",
        "class": "lazy /not/an/address.jpg",
    }
    assert picture_addresses([image, {"srcset": "/a/spacer.gif 1w"}]) == Addresses(
        ("/a/ferry-1200.jpg", "/a/ferry-600.jpg"), ("/a/ferry-400.jpg",)
    )


def test_a_drawing_stands_back_where_there_is_a_picture():
    assert picture_addresses([{"src": "/static/wait.svg", "data-src": "/a/ferry.jpg"}]).best == ("/a/ferry.jpg",)
    assert picture_addresses([{"src": "/static/map.svg"}]).best == ("/static/map.svg",)


HOSTILE = {
    "separators": "/a/" + "-_" * 50_000 + "x.jpg",
    "schemes": "http" * 40_000,
    "folders": "/" * 100_000,
    "sizes": "/a/w_" + "1x" * 50_000,
    "just short enough": "/a/" + "-_" * 1_900 + "x.jpg",
    "sizes, short enough": "/a/f" + "-1x1" * 900 + "!.jpg",
    "proxies": "/a/" + "https://x/" * 390,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_addresses_take_no_time(name):
    started = time.process_time()
    picture_key(HOSTILE[name])
    picture_addresses([{"src": HOSTILE[name], "srcset": HOSTILE[name] + " 1w"}])
    assert time.process_time() - started < 1
