"""One audit in every format: the numbers agree, nothing is lost, nothing a page says does anything."""

import csv
import io
import json
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from bs4 import BeautifulSoup
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft4Validator

from auditor.cli.report_files import FORMATS
from auditor.model import Severity
from auditor.policy import load_policy
from auditor.policy.gate import Gate
from auditor.render.credits import render_credits, render_credits_html
from auditor.render.csv import COLUMNS, render_csv
from auditor.render.html import render_html
from auditor.render.json import render_json
from auditor.render.junit import render_junit
from auditor.render.markdown import render_markdown
from auditor.render.sarif import render_sarif
from auditor.render.terminal import render_terminal
from auditor.render.xlsx import render_xlsx
from tests.render.values import NO_CREDIT, SHA, WAIVER, audit, bare, document, mixed, picture
from tests.render.workbook import sheets

SCHEMA = Path(__file__).parents[2] / "fixtures" / "schemas" / "sarif-2.1.0-rtm.5.json"
FIGURES = {"block": 3, "warn": 2, "note": 3, "waived": 1}
HEADLINE = "5 pictures: credited 2, person named 2, dated 2, cannot tell 3"
UNREAD = "binary data, no article; save the page again"


def gate(severity: Severity | None = Severity.BLOCK) -> Gate:
    return Gate(severity=severity, policy=load_policy("default"))


def rows(report: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(report, newline="")))


def test_every_format_has_the_same_numbers():
    made = mixed()
    summary = json.loads(render_json(made))["summary"]
    assert {**summary["findings"], "waived": summary["waived"]} == FIGURES
    assert (summary["pictures"], summary["credited"], summary["person_named"], summary["dated"]) == (5, 2, 2, 2)
    counted = {
        "html": Counter(
            tag["data-severity"] for tag in BeautifulSoup(render_html(made, thumbnails={}), "html.parser").select("li.finding")
        ),
        "csv": Counter(
            "waived" if row["waived"] else row["severity"] for row in rows(render_csv(made)) if row["row"] == "finding"
        ),
        "xlsx": Counter("waived" if row[10:11] > [""] else row[2] for row in sheets(render_xlsx(made))["Findings"].rows[1:]),
        "sarif": Counter(
            "waived" if "suppressions" in result else {"error": "block", "warning": "warn", "note": "note"}[result["level"]]
            for result in json.loads(render_sarif(made))["runs"][0]["results"]
        ),
        "junit": Counter(
            "waived" if "(waived by" in said.get("message") else said.get("message").partition(":")[0]
            for tag in ("failure", "skipped")
            for said in ElementTree.fromstring(render_junit(made, gate=gate())).iter(tag)
        ),
        "markdown": Counter(
            "waived" if "\n  * waived by" in found else re.match(r"\*\*(\w+)", found)[1]
            for found in re.findall(r"(?m)^\* (\*\*(?:block|warn|note)\??\*\*.*(?:\n  .*)*)", render_markdown(made))
        ),
    }
    assert counted == dict.fromkeys(counted, FIGURES)


def test_every_format_opens_with_the_same_line():
    made = mixed()
    assert render_terminal(made).startswith(f"{HEADLINE}\n")
    assert f"<h1>{HEADLINE}</h1>" in render_html(made, thumbnails={})
    assert f"<h1>{HEADLINE}</h1>" in render_credits_html(made)
    assert render_credits(made).startswith(f"{HEADLINE}\n")
    assert render_markdown(made).startswith(f"# {HEADLINE}\n")
    assert sheets(render_xlsx(made))["Summary"].rows[0] == [HEADLINE]
    assert json.loads(render_sarif(made))["runs"][0]["properties"]["headline"] == HEADLINE
    assert ElementTree.fromstring(render_junit(made, gate=gate())).get("name") == HEADLINE
    answers = [row for row in rows(render_csv(made)) if row["row"] == "picture"]
    assert [sum(row[key] == "yes" for row in answers) for key in ("credited", "person_named", "dated")] == [2, 2, 2]


@pytest.mark.parametrize("part", ["0.1.0", "cd" * 32, SHA, "2026-03-06", UNREAD])
def test_every_format_states_tool_policy_inputs_and_what_was_not_read(part):
    made = mixed()
    workbook = "\n".join("\t".join(row) for sheet in sheets(render_xlsx(made)).values() for row in sheet.rows)
    texts = [render_json(made), render_html(made, thumbnails={}), render_csv(made), workbook, render_terminal(made)]
    texts += [render_sarif(made), render_junit(made, gate=gate()), render_markdown(made), render_credits(made)]
    assert [part in " ".join(text.split()) for text in (*texts, render_credits_html(made))] == [True] * 10


def test_waiver_and_its_owner_are_shown_and_so_is_one_without_use():
    made = mixed()
    workbook = "\n".join("\t".join(row) for sheet in sheets(render_xlsx(made)).values() for row in sheet.rows)
    shown = [render_html(made, thumbnails={}), render_csv(made), workbook, render_sarif(made), render_junit(made, gate=gate())]
    assert all(WAIVER.owner in text for text in (*shown, render_markdown(made), render_json(made)))
    assert all("e" * 16 in text for text in (shown[0], workbook, render_markdown(made), render_json(made), render_terminal(made)))


def test_sarif_is_valid_against_the_public_schema():
    validator = Draft4Validator(json.loads(SCHEMA.read_text("utf-8")))
    for made in (mixed(), audit(), audit(document())):
        log = json.loads(render_sarif(made))
        assert [error.message for error in validator.iter_errors(log)] == []
    log["runs"][0]["results"] = [{"level": "fatal"}]
    assert not validator.is_valid(log)


def test_sarif_points_at_document_and_picture():
    run = json.loads(render_sarif(mixed()))["runs"][0]
    place = run["results"][5]["locations"][0]
    assert place["physicalLocation"]["artifactLocation"]["uri"] == "stories/+hostile%3D1.html"
    assert place["logicalLocations"][0]["name"] == "Picture 1"
    assert {result["ruleId"] for result in run["results"]} == {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    assert run["invocations"][0]["executionSuccessful"] is False
    assert run["invocations"][0]["endTimeUtc"] == "2026-03-06T12:00:00Z"


@pytest.mark.parametrize(("severity", "failures"), [(Severity.BLOCK, 3), (Severity.WARN, 4), (Severity.NOTE, 7), (None, 0)])
def test_junit_fails_what_the_gate_stops(severity, failures):
    """One warning is of low confidence and one is waived: neither stops the default gate."""
    root = ElementTree.fromstring(render_junit(mixed(), gate=gate(severity)))
    assert root.get("failures") == str(failures) == str(len(list(root.iter("failure"))))
    assert root.get("errors") == "1"
    assert int(root.get("tests")) == len(list(root.iter("testcase"))) == 9 + 1 + 1
    assert all(len(case) <= 1 for case in root.iter("testcase"))


def test_csv_is_one_table_whose_cells_are_no_formulas():
    table = rows(render_csv(mixed()))
    assert Counter(row["row"] for row in table) == {"document": 2, "picture": 5, "finding": 9, "unread": 1}
    assert not [cell for row in table for cell in row.values() if cell.lstrip().startswith(tuple("=+-@"))]
    hostile = next(row for row in table if row["fingerprint"] == "a" * 16)
    assert hostile["words"] == '\'=HYPERLINK("https://evil.example")|<script>`*<U+202E><U+0007><U+FFFE><U+D800>'
    assert tuple(table[0]) == COLUMNS
    for header in (rows(render_csv(audit(document()))), table):
        assert all(set(row) == set(COLUMNS) for row in header)


def test_workbook_has_four_sheets_with_frozen_headers_and_filters():
    book = sheets(render_xlsx(mixed()))
    assert list(book) == ["Summary", "Pictures", "Findings", "Credit list"]
    assert all('state="frozen"' in sheet.xml for sheet in book.values())
    assert all("<autoFilter" in book[name].xml for name in ("Pictures", "Findings", "Credit list"))
    assert [len(book[name].rows) - 1 for name in ("Pictures", "Findings", "Credit list")] == [5, 9, 5]
    assert not any("<f>" in sheet.xml or "<hyperlink" in sheet.xml for sheet in book.values())
    cells = [cell for sheet in book.values() for row in sheet.rows for cell in row]
    assert "'@here" in cells and not [cell for cell in cells if cell.startswith(tuple("=+-@"))]


def test_workbook_is_the_same_every_time_and_takes_an_empty_audit():
    assert render_xlsx(mixed()) == render_xlsx(mixed())
    assert [len(sheet.rows) for sheet in sheets(render_xlsx(audit(document()))).values()][1:] == [1, 1, 1]


def test_workbook_cuts_a_cell_that_would_not_fit_and_says_so():
    cells = sheets(render_xlsx(audit(document(bare(0, "\U0001f600" * 20_000)))))["Pictures"].rows[1]
    assert max(cells, key=len).endswith("… (cut)") and len(max(cells, key=len).encode("utf-16-le")) // 2 < 32_767


def test_markdown_shows_words_as_they_are():
    text = render_markdown(mixed())
    assert "\\<script\\>\\`\\*" in text and "<script>" not in text
    assert "https\\://evil" in text
    assert all(line.replace("\\|", "").count("|") == 7 for line in text.splitlines() if line.startswith("|"))


def test_credit_list_names_once_and_leaves_nobody_out():
    text = render_credits(audit(document(picture(), bare(1, "A boat."), picture(2))))
    assert "Pictures: Lena Ostrow/Getty Images (1, 3)\n" in text
    assert "NOT CREDITED: Picture 2 (A boat.): nothing names a maker or supplier\n" in text
    assert "CHECK FIRST: Picture 1 (Nets dry on the quay of Port Elin, March 3, 2026.): The page credits Lena" in render_credits(
        audit()
    )


def test_credit_list_as_html_escapes_and_asks_nothing():
    page = BeautifulSoup(render_credits_html(mixed()), "html.parser")
    assert not page.select("script, link, img") and "HYPERLINK" in page.get_text()
    assert [" ".join(tag.get_text().split()) for tag in page.select(".credits")] == [
        "Pictures: Lena Ostrow/Getty Images (1)",
        "Pictures: Lena Ostrow/Getty Images (3)",
    ]


def test_every_format_has_a_file_ending_of_its_own():
    assert len(set(FORMATS.values())) == len(FORMATS) == 9


@settings(max_examples=60, deadline=None)
@given(st.text(st.characters(exclude_categories=()), max_size=60))
def test_no_caption_breaks_a_format(caption):
    fault = replace(NO_CREDIT, picture=0, message=caption, text=caption, suggestion=caption)
    made = audit(document(bare(0, caption), findings=(fault,), name=caption or "-"))
    assert ElementTree.fromstring(render_junit(made, gate=gate()).encode()).get("failures") == "1"
    assert json.loads(render_sarif(made).encode())["runs"][0]["results"][0]["ruleId"] == fault.rule
    table = rows(render_csv(made).encode().decode())
    assert [row["row"] for row in table] == ["document", "unread", "picture", "finding"]
    assert not [cell for row in table for cell in row.values() if cell.lstrip().startswith(tuple("=+-@"))]
    assert len(sheets(render_xlsx(made))["Findings"].rows) == 2
    assert render_markdown(made).encode() and render_credits(made).encode() and render_credits_html(made).encode()
