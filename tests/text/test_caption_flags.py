"""Every word of the tables that raises a flag raises it wherever a word may stand, and nowhere else."""

import pytest

from auditor.model import Flag
from auditor.text.normalise import words_in
from auditor.text.roles import caption_flags
from auditor.text.vocabulary import UNSPACED, vocabulary

WORDS = vocabulary().flag_of


def flags(folded: str) -> set[Flag]:
    return caption_flags(folded, words_in(folded))


@pytest.mark.parametrize("around", ["{}", "the quay {}", "{} ann example", "a quay, {}, and", "港 {} 港"])
def test_each_word_raises_its_flag(around: str) -> None:
    missed = [word for word, flag in WORDS.items() if flag not in flags(around.format(word))]
    assert len(WORDS) > 300
    assert missed == []


def test_no_word_counts_inside_another() -> None:
    inside = [w for w in WORDS if w.isalpha() and not UNSPACED.search(w)]
    assert [w for w in inside if flags(f"x{w}x")] == []


def test_words_may_share_the_sign_between_them() -> None:
    assert len(flags("file:montage:illustration:")) == 3
