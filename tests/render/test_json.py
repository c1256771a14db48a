import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from auditor.model import CaptionReading, DateReading, Flag, Page, Span
from auditor.render.json import audit_record, render_json
from auditor.render.json_text import json_line, json_text
from auditor.render.records import credit_reading_record, date_record, page_record
from auditor.render.schema import SCHEMAS, schema_text
from tests.render.values import CAPTION, CREDIT_LINE, WAIVER, audit, bare, document, mixed, picture, reading


def validator(name: str) -> Draft202012Validator:
    schema = json.loads(schema_text(name))
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)


def test_report_keeps_its_schema():
    validator("check").validate(json.loads(render_json(audit())))
    waived = json.loads(render_json(replace(mixed(), expired_waivers=(WAIVER,))))
    validator("check").validate(waived)
    assert waived["documents"][0]["findings"][4]["waived"] == {
        "fingerprint": "fedcba9876543210",
        "owner": "Ann Example, photo desk",
        "reason": "the video's end titles name the crew",
        "until": "2026-12-31",
        "document": None,
        "source": "waivers.toml",
        "baseline": False,
    }


def test_split_keeps_its_schema():
    page = Page(title="Nets", body=("One.",), media=(picture(), bare(1)), byline=("Ann Example",))
    validator("split").validate(page_record("nets.html", page))


@pytest.mark.parametrize("name", SCHEMAS)
def test_a_key_that_the_schema_does_not_know_is_refused(name):
    record = page_record("nets.html", Page(media=(picture(),))) if name == "split" else audit_record(audit())
    place = record["media"][0] if name == "split" else record["documents"][0]["pictures"][0]
    place["surprise"] = 1
    assert [error.validator for error in validator(name).iter_errors(record)] == ["unevaluatedProperties"]


def test_report_states_tool_policy_inputs_and_what_was_not_read():
    report = audit_record(audit())
    assert report["tool"]["name"] == "auditor"
    assert report["policy"] == {"name": "default", "sha256": "cd" * 32}
    assert report["run"] == {
        "time": "2026-03-06T12:00:00+00:00",
        "inputs": [{"document": "stories/nets.html", "sha256": "ab" * 32, "bytes": 4321}],
        "registers": [],
        "sites": [],
    }
    assert report["skipped"] == [{"document": "stories/broken.html", "reason": "binary data, no article; save the page again"}]
    assert report["summary"] == {
        "pictures": 2,
        "credited": 1,
        "person_named": 1,
        "dated": 1,
        "cannot_tell": 1,
        "findings": {"block": 2, "warn": 1, "note": 1},
        "not_checked": {"witness/page-against-file": 1},
        "documents": 1,
        "skipped": 1,
        "passed_over": 3,
        "waived": 0,
    }


def test_spans_of_a_picture_are_offsets_into_its_caption():
    media = page_record("nets.html", Page(media=(picture(),)))["media"][0]
    words = {name: media["caption"][slice(*span)] for name, span in media["spans"].items()}
    assert words == {"description": media["description"], "credit_line": CREDIT_LINE, "date": "March 3, 2026"}


def test_finding_points_at_exact_words():
    first = audit_record(audit())["documents"][0]["findings"][0]
    assert first["span"]["text"] == CAPTION[first["span"]["start"] : first["span"]["end"]] == CREDIT_LINE
    assert first["related"] == [{"field": "creator", "value": "Jonas Weyland", "origin": "iim", "locator": "2:80"}]


def test_credit_line_understood():
    assert credit_reading_record(CAPTION, reading()) == {
        "text": CAPTION,
        "credit_line": CREDIT_LINE,
        "description": CAPTION.partition("\n")[0],
        "creators": ["Lena Ostrow"],
        "organisations": [{"id": "getty-images", "name": "Getty Images"}],
        "role": "agency",
        "flags": [],
        "licence": None,
        "usage_terms": [],
        "spans": {"description": [0, 49], "credit_line": [50, 69], "date": [35, 48]},
    }


def test_a_label_without_credit_raises_its_flag():
    label = CaptionReading(caption="Archivbild", description="Archivbild", dating=DateReading(file_label=True))
    assert credit_reading_record("Archivbild", label)["flags"] == [Flag.FILE.value]


def test_terms_of_use_come_as_words():
    caption = "A quay. NO SALES"
    record = credit_reading_record(caption, CaptionReading(caption=caption, usage_terms=(Span(8, 16),)))
    assert record["usage_terms"] == ["NO SALES"]
    assert record["spans"]["usage_terms"] == [[8, 16]]


def test_no_date_is_said_as_none():
    assert date_record("A quay.", DateReading()) == {
        "caption": "A quay.",
        "date": None,
        "precision": "none",
        "explicit": False,
        "file_label": False,
        "span": None,
    }


def test_lines_are_utf8_whatever_the_text_holds():
    assert json_line({"text": "Café 東京"}) == '{"text": "Café 東京"}\n'
    lonely = json_line({"text": "\ud800 Café"})
    assert json.loads(lonely.encode("utf-8"))["text"] == "\ud800 Café"


PLAIN = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
NESTED = st.recursive(PLAIN, lambda inner: st.lists(inner) | st.lists(inner).map(tuple) | st.dictionaries(st.text(), inner))


@given(st.dictionaries(st.text(), NESTED))
def test_indented_text_is_that_of_the_standard_library(record):
    assert json_text(record) == json.dumps(record, ensure_ascii=False, indent=2) + "\n"


def test_indented_text_is_utf8_whatever_it_holds():
    assert json_text({"text": ["\ud800 Café"]}) == json.dumps({"text": ["\ud800 Café"]}, indent=2) + "\n"


def test_videos_are_listed_but_not_counted():
    from auditor.model import MediaKind

    video = replace(bare(1), kind=MediaKind.VIDEO)
    report = audit_record(audit(document(picture(), video)))
    assert report["summary"]["pictures"] == 1
    assert [item["kind"] for item in report["documents"][0]["pictures"]] == ["image", "video"]
