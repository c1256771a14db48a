"""How the page stands to its witnesses, in every report where a rights manager would filter by it."""

import html
import json
import re
from dataclasses import replace

import pytest

from auditor.model import Comparison
from auditor.render.html import render_html
from auditor.render.json import audit_record
from auditor.render.tables import finding_rows
from tests.render.test_browser import CHROMIUM, browse, with_script
from tests.render.values import AGAINST_FILE, NO_CREDIT, SUPPLIER_FORM, audit, bare, document, picture

AGAINST = replace(AGAINST_FILE, comparison=Comparison.CONTRADICTION)
MORE = replace(SUPPLIER_FORM, comparison=Comparison.SAYS_MORE)
REPORT = audit(document(picture(), bare(1, "A boat."), findings=(AGAINST, MORE, NO_CREDIT)))

ONE_KIND = """
for (const name of ["contradiction", "apart"]) document.querySelector(`.filter [name=${name}]`).click();
const shown = [...document.querySelectorAll(".finding")].filter((tag) => tag.checkVisibility());
document.body.insertAdjacentHTML("beforeend", "<pre id=seen></pre>");
document.querySelector("#seen").textContent = JSON.stringify(shown.map((tag) => tag.dataset.comparison));
"""


def test_json_and_tables_name_it():
    findings = audit_record(REPORT)["documents"][0]["findings"]
    assert [finding["comparison"] for finding in findings] == ["contradiction", "page-says-more", None]
    assert [row["comparison"] for row in finding_rows(REPORT)] == ["contradiction", "page says more", ""]


def test_html_names_it_and_offers_a_filter_only_where_there_is_one():
    page = render_html(REPORT, thumbnails={})
    assert re.findall(r'name="([\w-]+)" data-comparison checked> ([\w ]+) ', page) == [
        ("contradiction", "contradiction"),
        ("page-says-more", "page says more"),
        ("apart", "all else"),
    ]
    assert "· page says more" in page
    assert "data-comparison checked" not in render_html(audit(document(bare(0), findings=())), thumbnails={})


@pytest.mark.skipif(CHROMIUM is None, reason="no chromium: apt-get install chromium runs the report in a browser")
def test_one_kind_alone_can_be_shown(tmp_path):
    dom, log = browse(tmp_path, with_script(render_html(REPORT, thumbnails={}), ONE_KIND))
    assert json.loads(html.unescape(re.search(r'<pre id="seen">(.*?)</pre>', dom)[1])) == ["page-says-more"]
    assert "CONSOLE" not in log
