"""Names of pictures that belong to the site, and names that only look like it."""

import pytest

from auditor.identity.default_pictures import DefaultKind, default_name

PAGE = "https://www.elinpost.example/harbour"


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("no-image.png", DefaultKind.STAND_IN),
        ("NoImageAvailable.jpg", DefaultKind.STAND_IN),
        ("placeholder_v2-1200x630.svg", DefaultKind.STAND_IN),
        ("article-default-thumbnail.webp?v=3", DefaultKind.STAND_IN),
        ("elinpost-default-image.jpg", DefaultKind.STAND_IN),
        ("og-image-1200x630.png", DefaultKind.SHARED),
        ("logo_dark@2x.png", DefaultKind.EMBLEM),
        ("elinpost-logo.png", DefaultKind.EMBLEM),
        ("otherpost-logo.png", None),
        ("default.jpg", None),
        ("maxresdefault.jpg", None),
        ("loan-default-crisis.jpg", None),
        ("missing-ferry.jpg", None),
        ("facebook.jpg", None),
        ("9f3b.jpg", None),
        ("", None),
    ],
)
def test_name(name, kind):
    assert default_name(f"https://cdn.example/img/{name}", PAGE) is kind


def test_an_address_that_is_none():
    assert default_name("http://[", "http://[") is None
