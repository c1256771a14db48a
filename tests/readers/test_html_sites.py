"""Golden pages: every `fixtures/sites/*.html` (our own writing, one or more traps each) against the `.json` beside it.

`AUDITOR_REWRITE=1 pytest tests/readers/test_html_sites.py` writes the files anew; the difference is then reviewed by hand.
"""

import json
import os
from pathlib import Path

import pytest

from auditor.model import Page
from auditor.readers.html import read_html

FOLDER = Path(__file__).parents[2] / "fixtures" / "sites"
PAGES = sorted(FOLDER.glob("*.html"))


def reading(page: Page) -> dict[str, object]:
    """What the golden file holds."""
    return {
        "title": page.title,
        "language": page.language,
        "date_published": page.date_published,
        "byline": list(page.byline),
        "body": list(page.body),
        "media": [
            {
                "kind": item.kind.value,
                "url": item.url,
                "addresses": len(item.urls),
                "is_lead": item.is_lead,
                "header": item.header,
                "duration": item.duration,
                "displayed": [[s.field.value, s.value, s.locator] for s in item.statements if s.origin.is_displayed],
                "hidden": [[s.field.value, s.value, s.origin.value] for s in item.statements if not s.origin.is_displayed],
            }
            for item in page.media
        ],
        "problems": list(page.problems),
    }


def test_there_are_pages():
    assert len(PAGES) >= 9


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_page_reads_as_the_golden_file_says(path):
    found = reading(read_html(path.read_bytes()))
    golden = path.with_suffix(".json")
    if os.environ.get("AUDITOR_REWRITE"):
        golden.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", "utf-8")
    assert found == json.loads(golden.read_text("utf-8"))


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_no_words_stand_in_both_body_and_captions(path):
    page = read_html(path.read_bytes())
    captions = {s.value for item in page.media for s in item.statements if s.origin.is_displayed}
    assert not captions & set(page.body)
