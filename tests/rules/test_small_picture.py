"""A file far below the others of its page; the house's least is tested by the rule's own examples."""

from dataclasses import replace

from auditor.model import Metadata, Outcome, PictureFile
from auditor.rules.page.small_picture import RULE
from tests.rules.items import context, picture


def of_size(position, width, height):
    file = PictureFile(
        name=f"{position}.jpg", sha256="0" * 64, size=1, matched_by="file name", metadata=Metadata(width=width, height=height)
    )
    return replace(picture(file=file), position=position)


def found(*items):
    where = context(*items)
    return [item.position for item in items for hit in RULE.check(item, where) if hit.outcome is Outcome.FAIL]


def test_far_below_the_others():
    assert found(of_size(0, 1600, 1067), of_size(1, 1500, 1000), of_size(2, 200, 300)) == [2]


def test_a_portrait_among_wide_ones_is_no_small_picture():
    assert found(of_size(0, 1600, 1067), of_size(1, 1500, 1000), of_size(2, 600, 900)) == []


def test_one_other_says_nothing():
    assert found(of_size(0, 1600, 1067), of_size(1, 200, 300)) == []
