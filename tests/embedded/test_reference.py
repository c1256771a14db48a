"""The reference pictures of `fixtures/images`, read as an independent reader reads them."""

import json

import pytest

from auditor.embedded import read_metadata
from auditor.embedded.reconcile import metadata_record
from tests.embedded.reference_pictures import FOLDER, pictures

EXPECTED = json.loads((FOLDER / "expected.json").read_text(encoding="utf-8"))


def test_the_set_is_whole() -> None:
    assert set(EXPECTED) == set(pictures()) == {file.name for file in FOLDER.iterdir()} - {"expected.json"}


@pytest.mark.parametrize("name", EXPECTED)
def test_values_and_conflicts_agree(name: str) -> None:
    record = metadata_record(read_metadata((FOLDER / name).read_bytes()))
    said = {block: {key: _folded(value) for key, value in values.items()} for block, values in record["by_block"].items()}  # type: ignore[attr-defined]
    assert said == EXPECTED[name]["by_block"]
    assert record["conflicts"] == EXPECTED[name]["conflicts"]
    assert record["problems"] == []


@pytest.mark.parametrize("name", EXPECTED)
def test_files_hold_what_the_generator_writes(name: str) -> None:
    written = metadata_record(read_metadata(pictures()[name]))
    assert written == metadata_record(read_metadata((FOLDER / name).read_bytes()))


def _folded(value: str | list[str]) -> str | list[str]:
    """White space as the reference has it: one space."""
    return [" ".join(v.split()) for v in value] if isinstance(value, list) else " ".join(value.split())
