"""split, credit, date, metadata, schema: JSON Lines in and out."""

import json
import sys

import pytest
from jsonschema import Draft202012Validator
from PIL import Image


def rows(result):
    return [json.loads(line) for line in result.out.splitlines()]


def test_split_prints_one_object_a_document_in_order(auditor, story, tmp_path):
    second = tmp_path / "second.html"
    second.write_bytes(story.read_bytes())
    result = auditor("split", second, story)
    assert (result.code, result.err) == (0, "")
    assert [row["document"] for row in rows(result)] == [str(second), str(story)]
    media = rows(result)[1]["media"]
    assert media[0]["credit"]["creators"] == ["Lena Ostrow"] and media[1]["credit_line"] is None


def test_split_keeps_the_schema_it_prints(auditor, story):
    schema = json.loads(auditor("schema", "split").out)
    Draft202012Validator(schema).validate(rows(auditor("split", story))[0])


def test_split_names_what_cannot_be_read_and_does_the_rest(auditor, story, tmp_path):
    empty = tmp_path / "empty.html"
    empty.touch()
    result = auditor("split", empty, story, tmp_path / "gone.html")
    assert result.code == 3
    assert [row["document"] for row in rows(result)] == [str(story)]
    assert [line.split(": ")[1] for line in result.err.splitlines()] == [str(empty), str(tmp_path / "gone.html")]


def test_split_reads_standard_input(auditor, story):
    assert rows(auditor("split", "-", stdin=story.read_bytes()))[0]["document"] == "-"


def test_credit_of_an_argument(auditor):
    (row,) = rows(auditor("credit", "Photo: Ann Example/Reuters"))
    assert list(row) == [
        "text", "credit_line", "description", "creators", "organisations", "role", "flags", "licence", "usage_terms", "spans",
    ]  # fmt: skip
    assert (row["creators"], row["organisations"]) == (["Ann Example"], [{"id": "reuters", "name": "Reuters"}])


def test_credit_of_lines_plain_and_json(auditor):
    lines = 'Photo: Ann Example/Reuters\r\n\n{"text": "(AP)", "where": "figure", "language": null}\n'
    assert [row["text"] for row in rows(auditor("credit", stdin=lines))] == ["Photo: Ann Example/Reuters", "(AP)"]


def test_date_of_lines(auditor):
    lines = '{"caption": "Port Elin, March 3, 2026.", "published": "2026-03-05T10:00:00Z"}\n{"caption": "Port Elin."}\n'
    first, second = rows(auditor("date", stdin=lines))
    assert list(first) == ["caption", "date", "precision", "explicit", "file_label", "span"]
    assert (first["date"], first["precision"], first["explicit"]) == ("2026-03-03", "day", True)
    assert first["caption"][slice(*first["span"])] == "March 3, 2026"
    assert (second["date"], second["precision"], second["span"]) == (None, "none", None)


@pytest.mark.parametrize(
    ("command", "line", "words"),
    [
        ("date", "Port Elin", "line 1: not JSON"),
        ("date", '{"text": "Port Elin"}', 'no text under "caption"'),
        ("date", '{"caption": "x", "published": "March"}', '"published" is "March", no date'),
        ("credit", '{"text": 3}', 'no text under "text"'),
        ("credit", '{"text": "AP", "where": ["x"]}', '"where" is not text'),
        ("credit", "{broken", "line 1: not JSON"),
    ],
)
def test_wrong_lines_are_named(auditor, command, line, words):
    result = auditor(command, stdin=line)
    assert result.code == 2
    assert words in result.err and len(result.err.splitlines()) == 1


def test_lone_surrogates_survive_as_escapes(auditor):
    result = auditor("credit", stdin='{"text": "\\ud800 Photo: Ann Example/Reuters"}')
    assert result.code == 0 and rows(result)[0]["text"].startswith("\ud800")


def test_metadata_of_files_and_folders(auditor, tmp_path):
    Image.new("RGB", (8, 6)).save(tmp_path / "b.jpg")
    Image.new("RGB", (8, 6)).save(tmp_path / "a.jpg")
    (tmp_path / "notes.txt").write_text("no picture")
    result = auditor("metadata", tmp_path)
    assert result.code == 0
    assert [row["file"] for row in rows(result)] == [str(tmp_path / "a.jpg"), str(tmp_path / "b.jpg")]
    assert {"creator", "credit", "by_block", "conflicts", "problems"} <= rows(result)[0].keys()


def test_metadata_is_a_table_on_a_terminal(auditor, tmp_path, monkeypatch):
    Image.new("RGB", (8, 6)).save(tmp_path / "a.jpg")
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    assert auditor("metadata", tmp_path).out == f"{tmp_path / 'a.jpg'} (jpeg)\n  no metadata\n"


def test_metadata_names_what_is_no_picture(auditor, tmp_path):
    wrong, gone = tmp_path / "wrong.jpg", tmp_path / "gone.jpg"
    wrong.write_bytes(b"not a picture")
    result = auditor("metadata", wrong, gone)
    assert result.code == 3
    assert rows(result)[0]["file"] == str(wrong) and rows(result)[0]["problems"]
    first, second = result.err.splitlines()
    assert first.startswith(f"auditor: {wrong}: ") and second.startswith(f"auditor: {gone}: ")


def test_schemas_are_schemas(auditor):
    for arguments in (("schema",), ("schema", "check"), ("schema", "split")):
        Draft202012Validator.check_schema(json.loads(auditor(*arguments).out))
    assert auditor("schema").out == auditor("schema", "check").out
    wrong = auditor("schema", "spilt")
    assert (wrong.code, wrong.out) == (2, "") and "check, split" in wrong.err
