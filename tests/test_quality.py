"""The quality gate: scores on the gold beside the checkout may not fall under their floors, and floors only rise.

Floors stand in tests/quality/floors.toml with a digest of the gold they were measured on: another gold, other floors.
"""

import hashlib
import tomllib
from pathlib import Path

import pytest

from tests.quality.measure import GOLD, HIGHER_IS_WORSE, IMAGES, MEASURES, SHARED

FLOORS = tomllib.loads((Path(__file__).parent / "quality" / "floors.toml").read_text("utf-8"))

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"no gold material at {SHARED}: quality cannot be measured")


def gold_digest() -> str:
    files = [*sorted(GOLD.glob("articles/*/gold.json")), *sorted(GOLD.glob("*-dev.jsonl")), IMAGES / "corpus/expected.json"]
    return hashlib.sha256(b"".join(hashlib.sha256(f.read_bytes()).digest() for f in files)).hexdigest()[:16]


def test_floors_belong_to_this_gold():
    assert FLOORS["gold"] == gold_digest(), "the gold changed: measure again with `make bench` and set the floors anew"


@pytest.mark.parametrize("name", MEASURES)
def test_no_figure_falls_under_its_floor(name, tmp_path):
    floors = FLOORS[name]
    figures = MEASURES[name](tmp_path)
    assert floors.keys() <= figures.keys(), floors.keys() - figures.keys()
    worse = {
        key: f"{figures[key]:.2f} against {floor}"
        for key, floor in floors.items()
        if (figures[key] > floor if key in HIGHER_IS_WORSE else figures[key] < floor)
    }
    assert not worse, worse
