"""Waivers and the baseline through the command line: what they let pass, what opens again, what is said."""

import json

import pytest


def fingerprints(auditor, story, tmp_path) -> dict[str, str]:
    auditor("check", story, "--format", "json", "--output", tmp_path, "--name", "now")
    findings = json.loads((tmp_path / "now.json").read_text("utf-8"))["documents"][0]["findings"]
    return {finding["rule"]: finding["fingerprint"] for finding in findings}


def write_waiver(path, fingerprint, until="2999-12-31"):
    path.write_text(
        f'[[waiver]]\nfingerprint = "{fingerprint}"\nowner = "Ann Example"\nreason = "agreed"\nuntil = {until}\n', "utf-8"
    )
    return path


def test_a_waiver_lets_the_gate_pass_and_stays_in_the_report(auditor, story, tmp_path):
    waivers = write_waiver(tmp_path / "waivers.toml", fingerprints(auditor, story, tmp_path)["credit/missing"])
    assert auditor("check", story).code == 1
    result = auditor("check", story, "--waivers", waivers, "--format", "json", "--output", tmp_path, "--name", "waived")
    assert result.code == 0
    assert "waived by Ann Example until 2999-12-31: agreed" in " ".join(result.out.split())
    report = json.loads((tmp_path / "waived.json").read_text("utf-8"))
    assert report["summary"]["waived"] == 1 and report["summary"]["findings"]["block"] == 0
    (finding,) = [finding for finding in report["documents"][0]["findings"] if finding["waived"]]
    assert finding["rule"] == "credit/missing" and finding["waived"]["owner"] == "Ann Example"


def test_past_its_end_the_finding_fails_again(auditor, story, tmp_path):
    print_of = fingerprints(auditor, story, tmp_path)["credit/missing"]
    result = auditor("check", story, "--waivers", write_waiver(tmp_path / "waivers.toml", print_of, until="2020-01-01"))
    assert result.code == 1 and f"Expired waiver: {print_of}" in result.out


def test_one_without_a_finding_is_listed(auditor, story, tmp_path):
    result = auditor("check", story, "--waivers", write_waiver(tmp_path / "waivers.toml", "0" * 16))
    assert result.code == 1 and "Unused waiver: 0000000000000000" in result.out


def test_with_a_baseline_only_new_findings_fail(auditor, story, tmp_path):
    file = tmp_path / "baseline.json"
    written = auditor("baseline", "write", story, "--output", file)
    assert written.code == 0 and written.out.startswith(f"{file}: ")
    assert auditor("check", story, "--baseline", file, "--fail-on", "note").code == 0
    text = story.read_text("utf-8")
    figure = text[text.index("<figure>") : text.index("</figure>") + 9]
    bare = figure.replace("nets.jpg", "gulls.jpg").replace("Photo: Lena Ostrow/Reuters", "").replace("Nets dry on", "Gulls over")
    edited = text.replace("<p>Fishing", "<p>Hardly any fishing").replace(figure, bare + figure)
    story.write_text(edited, "utf-8")
    result = auditor("check", story, "--baseline", file)
    assert result.code == 1
    assert result.out.count("BLOCK") == 1 and "known: in the baseline of" in " ".join(result.out.split())
    story.write_text(text.replace("harbour of Port Elin.<", "harbour, March 2, 2026. Photo: Ann Example/Reuters<"), "utf-8")
    mended = auditor("check", story, "--baseline", file)
    assert mended.code == 0 and "No longer found: " in mended.out


def test_baseline_show_lists_findings_by_document(auditor, story, tmp_path):
    file = tmp_path / "baseline.json"
    auditor("baseline", "write", story, "--output", file)
    lines = auditor("baseline", "show", file).out.splitlines()
    assert ", in the baseline of " in lines[0] and lines[2] == "harbour.html"
    assert any("block credit/missing: " in line for line in lines)


def test_baseline_leaves_out_what_is_waived(auditor, story, tmp_path):
    waivers = write_waiver(tmp_path / "waivers.toml", fingerprints(auditor, story, tmp_path)["credit/missing"])
    auditor("baseline", "write", story, "--waivers", waivers, "--output", tmp_path / "baseline.json")
    assert "credit/missing" not in (tmp_path / "baseline.json").read_text("utf-8")


def test_baseline_of_what_cannot_be_read_says_so(auditor, story, tmp_path):
    result = auditor("baseline", "write", story, tmp_path / "gone.html", "--output", tmp_path / "baseline.json")
    assert result.code == 3 and "gone.html" in result.err and "1 documents" not in result.out


@pytest.mark.parametrize("option", ["--waivers", "--baseline"])
def test_a_file_that_is_not_there_is_wrong_usage(auditor, story, tmp_path, option):
    result = auditor("check", story, option, tmp_path / "gone")
    assert (result.code, result.out) == (2, "") and "there is no such file" in result.err


def test_baseline_that_cannot_be_written(auditor, story, tmp_path):
    assert auditor("baseline", "write", story, "--output", tmp_path / "no" / "such" / "folder").code == 2


def test_baseline_write_takes_all_that_decides_what_check_finds(auditor, story, tmp_path):
    for option in ("--policy", "--images", "--originals", "--registers", "--site", "--trust", "--waivers"):
        gone = tmp_path / "gone"
        result = auditor("baseline", "write", story, option, gone, "--output", tmp_path / "baseline.json")
        assert (result.code, result.out) == (2, "") and f"{gone}: " in result.err, option
        assert not (tmp_path / "baseline.json").exists()
    assert auditor("baseline", "write", story, "--published", "May", "--output", tmp_path / "baseline.json").code == 2
