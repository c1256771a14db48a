"""`auditor metadata`: paths of all kinds, personal data on request alone, and certificates that are none."""

import gzip
import json

import pytest

from tests.embedded.building import app1_xmp, jpeg, xmp

CREDITED = jpeg(app1_xmp(xmp("<photoshop:Credit>Nordlys Foto</photoshop:Credit>")))
CONTACT = jpeg(
    app1_xmp(
        xmp(
            "<Iptc4xmpCore:CreatorContactInfo rdf:parseType='Resource'>"
            "<Iptc4xmpCore:CiEmailWork>lena@nordlys.example</Iptc4xmpCore:CiEmailWork></Iptc4xmpCore:CreatorContactInfo>"
            "<plus:Licensor><rdf:Seq><rdf:li rdf:parseType='Resource'><plus:LicensorName>Nordlys Foto</plus:LicensorName>"
            "<plus:LicensorTelephone1>+47 555 01 23</plus:LicensorTelephone1></rdf:li></rdf:Seq></plus:Licensor>"
        )
    )
)


def records(result):
    return [json.loads(line) for line in result.out.splitlines()]


def test_files_folders_and_patterns_each_once(auditor, tmp_path):
    for name in ("b.jpg", "a.jpg", "notes.txt"):
        (tmp_path / name).write_bytes(CREDITED)
    (tmp_path / "c.jpg.gz").write_bytes(gzip.compress(CREDITED))
    for given in ((tmp_path,), (f"{tmp_path}/*.jpg*",), (tmp_path, tmp_path / "a.jpg")):
        found = records(auditor("metadata", *given))
        assert [record["file"].rpartition("/")[2] for record in found] == ["a.jpg", "b.jpg", "c.jpg.gz"]
        assert {record["credit"] for record in found} == {"Nordlys Foto"}


def test_standard_input(auditor):
    (record,) = records(auditor("metadata", "-", stdin=CREDITED))
    assert (record["file"], record["credit"]) == ("-", "Nordlys Foto")


def test_a_missing_file_and_a_damaged_gzip_file_are_named(auditor, tmp_path):
    (tmp_path / "cut.jpg.gz").write_bytes(gzip.compress(CREDITED)[:-20])
    result = auditor("metadata", tmp_path / "cut.jpg.gz", tmp_path / "none.jpg")
    assert result.code == 3
    assert "cut off" in result.err and "there is no such file" in result.err


def test_how_to_reach_people_is_told_on_request_alone(auditor, tmp_path):
    path = tmp_path / "a.jpg"
    path.write_bytes(CONTACT)
    result = auditor("metadata", path)
    assert records(result)[0]["contact"] == "present"
    assert "lena@" not in result.out and "555" not in result.out
    assert {reach["value"] for reach in records(auditor("metadata", path, "--contact"))[0]["contact"]} == {
        "lena@nordlys.example",
        "+47 555 01 23",
    }


@pytest.mark.parametrize(
    ("content", "cause"),
    [
        (b"", "no certificate in PEM"),
        (b"\x30\x82\x03\x21\x30", "no certificate in PEM"),
        (b"-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n", "no certificate in PEM"),
        (b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "certificate 1 of 1 is damaged"),
        (b"-----BEGIN CERTIFICATE-----\nAAA\n-----END CERTIFICATE-----\n", "certificate 1 of 1 is damaged"),
        (None, "there is no such file"),
    ],
)
@pytest.mark.parametrize("command", ["metadata", "check"])
def test_a_file_without_certificates_ends_the_run_in_one_line(auditor, story, tmp_path, command, content, cause):
    pytest.importorskip("c2pa", reason="the extra [c2pa] is not installed")
    anchors = tmp_path / "anchors.pem"
    if content is not None:
        anchors.write_bytes(content)
    result = auditor(command, story, "--trust", anchors)
    assert (result.code, result.out) == (2, "")
    assert result.err.count("\n") == 1
    assert f"--trust {anchors}: " in result.err and cause in result.err


def test_without_the_extra_certificates_are_refused(auditor, tmp_path, monkeypatch):
    monkeypatch.setattr("auditor.cli.trust.find_spec", lambda name: None)
    result = auditor("metadata", tmp_path, "--trust", "anchors.pem")
    assert result.code == 2
    assert "install media-caption-auditor[c2pa]" in result.err


def test_check_tells_of_content_credentials_with_a_known_signer(auditor, story, tmp_path):
    pytest.importorskip("c2pa", reason="the extra [c2pa] is not installed")
    from tests.embedded.building import drawn
    from tests.embedded.signing import GENERATED, Desk

    desk = Desk()
    (tmp_path / "nets.jpg").write_bytes(desk.signed(drawn("JPEG"), GENERATED))
    (tmp_path / "anchors.pem").write_text(desk.authority)
    for trust, state in ((), "intact, signer unknown"), (("--trust", tmp_path / "anchors.pem"), "trusted"):
        auditor("check", story, "--format", "json", "--format", "html", "--output", tmp_path, "--name", "report", *trust)
        picture = json.loads((tmp_path / "report.json").read_text("utf-8"))["documents"][0]["pictures"][0]
        assert picture["file"]["credentials"]["state"] == state
        assert picture["making"]["verdict"] == "ai"
        assert f"{state}; signed by Nordlys Foto" in (tmp_path / "report.html").read_text("utf-8")


def test_a_file_that_is_no_picture_is_named_on_standard_error(auditor, tmp_path):
    (tmp_path / "a.jpg").write_text("<html>")
    result = auditor("metadata", tmp_path / "a.jpg")
    assert result.code == 3
    assert result.err.count("\n") == 1 and "no picture format" in result.err
