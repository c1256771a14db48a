"""Names of previews: every form of the table finds its example, ordinary names are none."""

import pytest

from auditor.identity.preview_copies import preview_form, preview_forms


@pytest.mark.parametrize("form", preview_forms(), ids=lambda form: form.example)
def test_a_form_finds_its_example(form):
    assert preview_form(f"https://cdn.example/2026/07/{form.example}?w=800#x") is form


@pytest.mark.parametrize(
    "name",
    [
        "GettyImages-1228224227.jpg",
        "GettyImages-1228224227-1024x683.jpg",
        "ferries-612x612.jpg",
        "AdobeStock_123456789.jpeg",
        "harbour-600w.jpg",
        "360_F_.jpg",
        "",
        "-" * 5000,
    ],
)
def test_other_names_are_none(name):
    assert preview_form(f"https://cdn.example/{name}") is None
