"""The collector waits while a page is worked on, and is as before afterwards."""

import gc
import traceback

import pytest

from auditor import split_page
from auditor.pipeline.collecting import uncollected

PAGE = b"<h1>Ferry</h1><article>" + b"<p>The harbour was closed for a third day, officials said on <i>Monday</i>.</p>" * 400


def test_no_search_begins_in_the_middle_of_a_page():
    begun: list[str] = []

    def note(phase: str, _: object) -> None:
        if phase == "start":
            begun.extend(frame.name for frame in traceback.extract_stack())

    split_page(PAGE)
    gc.callbacks.append(note)
    try:
        split_page(PAGE)
    finally:
        gc.callbacks.remove(note)
    assert "read_page" not in begun
    assert gc.isenabled()


@pytest.mark.parametrize("was_on", [True, False])
def test_it_is_as_it_was_even_after_an_error(was_on):
    (gc.enable if was_on else gc.disable)()
    try:
        with pytest.raises(ValueError, match="page"), uncollected():
            assert not gc.isenabled()
            raise ValueError("page")
        assert gc.isenabled() is was_on
    finally:
        gc.enable()
