"""Every label of the table is found before its sign, however the places where none can be are passed over."""

import pytest

from auditor.data.load import markers
from auditor.text.labels import _is_label, label_starts
from auditor.text.normalise import fold, phrase_key

PHRASES = [
    fold(p) for group in markers().labels.values() for p in group if p.replace(" ", "").isalpha() and _is_label(phrase_key(p))
]


@pytest.mark.parametrize("sign", [":", "="])
def test_each_label_is_found_before_a_sign(sign: str) -> None:
    assert len(PHRASES) > 100
    assert [phrase for phrase in PHRASES if 0 not in label_starts(f"{phrase}{sign} x")] == []


@pytest.mark.parametrize("words", ["photo by", "foto von", "photo courtesy of", "picture by"])
def test_a_word_closes_a_label_without_a_sign(words: str) -> None:
    assert label_starts(f"the quay. {words} ann example") == [10]


@pytest.mark.parametrize("prose", ["the port of elin", "a view to the sea", "der hafen: ein bild", "he said: no", "fot.example"])
def test_prose_holds_none(prose: str) -> None:
    assert label_starts(prose) == []


def test_an_abbreviation_is_a_label_before_its_full_stop_only() -> None:
    assert label_starts("fot. ann example") == [0]
    assert label_starts("the end. ann example") == []
