import json
from dataclasses import replace
from datetime import date

import pytest

from auditor.model import Confidence, PolicyError, Severity
from auditor.policy import load_policy
from auditor.policy.gate import Gate
from auditor.policy.waivers import apply_waivers, baseline, load_baseline, load_waivers
from tests.render.values import NO_CREDIT, UNSURE, WAIVER, audit, bare, document

FAULT = replace(NO_CREDIT, picture=0, fingerprint="a" * 16)
OTHER = replace(FAULT, rule="caption/missing", fingerprint="b" * 16)
ENTRY = """[[waiver]]
fingerprint = "aaaaaaaaaaaaaaaa"
owner = "Ann Example, photo desk"
reason = "agreed with the agency"
until = 2026-12-31
"""


def story(*findings, name="stories/nets.html"):
    """Audited on 2026-03-06."""
    return document(bare(0), findings=findings, name=name)


def waiver(**more):
    return replace(WAIVER, fingerprint="a" * 16, **more)


def waived(made):
    return [[finding.waived for finding in document.findings] for document in made.documents]


def test_a_waiver_covers_its_finding_alone():
    made = apply_waivers(audit(story(FAULT, OTHER)), [waiver()])
    assert waived(made) == [[waiver(), None]]
    assert made.expired_waivers == made.unused_waivers == ()


@pytest.mark.parametrize(("until", "holds"), [("2026-03-05", False), ("2026-03-06", True), ("2026-03-07", True)])
def test_it_holds_through_its_last_day_and_then_the_finding_is_open_again(until, holds):
    ending = waiver(until=date.fromisoformat(until))
    made = apply_waivers(audit(story(FAULT)), [ending])
    assert waived(made) == [[ending if holds else None]]
    assert made.expired_waivers == (() if holds else (ending,))
    assert made.unused_waivers == ()


def test_a_renewed_waiver_lets_the_old_one_rest():
    old = waiver(until=date(2026, 1, 1))
    made = apply_waivers(audit(story(FAULT)), [old, waiver()])
    assert waived(made) == [[waiver()]] and made.expired_waivers == made.unused_waivers == ()


@pytest.mark.parametrize("name", ["nets.html", "stories/nets.html", "https://news.example/nets"])
def test_a_waiver_for_one_document_names_it_by_file_path_or_address(name):
    second = story(FAULT, name="stories/other.html")
    second = replace(second, page=replace(second.page, url=None))
    made = apply_waivers(audit(story(FAULT), second), [waiver(document=name)])
    assert waived(made) == [[waiver(document=name)], [None]]


def test_what_no_finding_answers_to_is_unused_unless_its_document_was_not_audited():
    spare, elsewhere = replace(waiver(), fingerprint="c" * 16), waiver(document="gone.html")
    made = apply_waivers(audit(story(OTHER)), [spare, elsewhere, waiver(document="nets.html")])
    assert made.unused_waivers == (spare, waiver(document="nets.html"))


def test_somebodys_word_goes_before_the_baseline():
    entry = replace(waiver(), is_baseline=True, until=None)
    assert waived(apply_waivers(audit(story(FAULT)), [entry, waiver()])) == [[waiver()]]


def test_baseline_holds_what_is_open_and_covers_it_in_its_own_document(tmp_path):
    made = apply_waivers(audit(story(FAULT, OTHER)), [waiver()])
    file = tmp_path / "baseline.json"
    file.write_text(json.dumps(baseline(made)))
    (entry,) = load_baseline(str(file))
    assert (entry.fingerprint, entry.document, entry.is_baseline) == ("b" * 16, "https://news.example/nets", True)
    assert entry.reason == "in the baseline of 2026-03-06"
    elsewhere = replace(story(OTHER), page=replace(story().page, url="https://news.example/second"))
    again = apply_waivers(audit(story(FAULT, OTHER), elsewhere), [entry])
    assert waived(again) == [[None, entry], [None]]


def test_a_file_of_waivers_is_read(tmp_path):
    file = tmp_path / "waivers.toml"
    quoted = ENTRY.replace("2026-12-31", '"2026-12-31"')
    file.write_text(f'# the desk\n{ENTRY}document = "nets.html"\n{quoted}')
    first, second = load_waivers(str(file))
    assert first == replace(second, document="nets.html")
    assert second.until == date(2026, 12, 31) and second.owner == "Ann Example, photo desk" and second.source == str(file)
    file.write_text("")
    assert load_waivers(str(file)) == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (ENTRY + ENTRY.replace("owner", "ownr"), "line 6: unknown key 'ownr'; did you mean 'owner'?"),
        (ENTRY.replace("until = 2026-12-31\n", ""), "line 1: until must be the last day"),
        (ENTRY.replace("2026-12-31", "2026-12-31T10:00:00"), "until must be"),
        (ENTRY.replace("2026-12-31", '"soon"'), "until must be"),
        (ENTRY.replace("agreed with the agency", " "), "reason is missing"),
        (ENTRY.replace("aaaaaaaaaaaaaaaa", "all"), "fingerprint 'all' is none"),
        (ENTRY.replace("[[waiver]]", "[waiver]"), "a list of tables"),
        ("waivers = []", "unknown key 'waivers'"),
        ("[[waiver", "not valid TOML"),
        ("waiver = 3", "a list of tables"),
    ],
)
def test_what_is_wrong_with_a_waiver_is_said_with_its_place(tmp_path, text, words):
    file = tmp_path / "waivers.toml"
    file.write_text(text)
    with pytest.raises(PolicyError) as error:
        load_waivers(str(file))
    assert words in str(error.value) and str(file) in str(error.value)


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"schema": "1", "findings": [1]}', '{"schema": "1"}', "[" * 10_000])
def test_what_is_no_baseline_is_refused(tmp_path, text):
    file = tmp_path / "baseline.json"
    file.write_text(text)
    with pytest.raises(PolicyError, match="not a baseline"):
        load_baseline(str(file))


@pytest.mark.parametrize("load", [load_waivers, load_baseline])
def test_files_that_cannot_be_read(tmp_path, load):
    with pytest.raises(PolicyError, match="there is no such file"):
        load(str(tmp_path / "gone"))
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PolicyError, match="cannot be read"):
        load(str(tmp_path / "bytes"))


def test_the_gate_lets_waived_and_unsure_findings_pass():
    gate = Gate(severity=Severity.WARN, policy=load_policy("default"))
    assert gate.stops(FAULT) and not gate.stops(replace(FAULT, waived=WAIVER))
    assert not gate.stops(UNSURE) and gate.stops(replace(UNSURE, confidence=Confidence.HIGH))
    assert not gate.stops(replace(FAULT, severity=Severity.NOTE))
    assert not Gate(severity=None, policy=load_policy("default")).stops(FAULT)
