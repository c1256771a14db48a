"""Content credentials: present, intact and signer known are three things; nothing is ever fetched."""

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from auditor.embedded import read_metadata
from auditor.embedded.c2pa import _verdict
from auditor.model import Credentials, CredentialState
from tests.embedded.building import app1_xmp, jpeg, xmp

SHARED = Path(__file__).parents[3] / "shared" / "images" / "c2pa"
needs_extra = pytest.mark.skipif(importlib.util.find_spec("c2pa") is None, reason="the extra [c2pa] is not installed")
needs_shared = pytest.mark.skipif(not SHARED.is_dir(), reason="../shared/images/c2pa is not there")
STORE = b"JP\0\1\0\0\0\1" + (40).to_bytes(4, "big") + b"jumb" + bytes(32)


def store(validation: list[str], passed: list[str] = (), **manifest: object) -> dict[str, object]:  # type: ignore[assignment]
    success = [{"code": code, "url": "self#jumbf=/c2pa/urn:x/c2pa.signature"} for code in passed]
    return {
        "active_manifest": "urn:x",
        "manifests": {"urn:x": {"signature_info": {"issuer": "Nordlys Foto"}, **manifest}},
        "validation_status": [{"code": code} for code in validation],
        "validation_results": {"activeManifest": {"success": success}},
    }


@pytest.mark.parametrize(
    ("validation", "failed", "passed", "state"),
    [
        ("Trusted", [], ["signingCredential.trusted"], CredentialState.TRUSTED),
        ("Valid", ["signingCredential.untrusted"], [], CredentialState.INTACT),
        ("Invalid", ["signingCredential.untrusted", "cawg.ica.did_unavailable"], [], CredentialState.INTACT),
        ("Invalid", ["cawg.ica.did_unavailable"], ["signingCredential.trusted"], CredentialState.TRUSTED),
        ("Invalid", ["assertion.dataHash.mismatch"], ["signingCredential.trusted"], CredentialState.BROKEN),
    ],
)
def test_identity_checks_do_not_make_a_sound_picture_broken(
    validation: str, failed: list[str], passed: list[str], state: CredentialState
) -> None:
    credentials, _ = _verdict(store(failed, passed), validation)
    assert credentials.state is state
    assert all(not code.startswith("cawg.") for code in credentials.codes)


def test_source_types_come_from_actions_with_stray_space() -> None:
    actions = [{"action": "c2pa.created", "digitalSourceType": " http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture"}]
    credentials, said = _verdict(store([], assertions=[{"label": "c2pa.actions.v2", "data": {"actions": actions}}]), "Valid")
    assert credentials.actions == ("c2pa.created",)
    assert [(s.value, s.locator) for s in said] == [  # type: ignore[union-attr]
        ("http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture", "C2PA active manifest, action c2pa.created")
    ]


@pytest.mark.parametrize(
    "manifest",
    [
        {"assertions": [{"label": "c2pa.actions", "data": []}, "x", {"label": 5}]},
        {"assertions": [{"label": "c2pa.actions", "data": {"actions": ["x", {"digitalSourceType": ["y"]}]}}]},
        {"signature_info": [], "claim_generator_info": {}, "claim_generator": 7},
    ],
)
def test_manifests_of_any_shape(manifest: dict[str, object]) -> None:
    credentials, said = _verdict(store([], **manifest), "Valid")
    assert credentials.state is CredentialState.INTACT
    assert said == []
    assert _verdict({"active_manifest": "urn:lost", "manifests": {}}, "Invalid")[0].state is CredentialState.UNREADABLE
    assert _verdict(store([], **manifest), "Invalid")[0].state is CredentialState.BROKEN


def test_without_the_extra_they_are_present_but_not_verified(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "c2pa", None)
    credentials = read_metadata(jpeg((0xEB, STORE))).credentials
    assert credentials == Credentials(state=CredentialState.UNVERIFIED, detail="install media-caption-auditor[c2pa]")


def test_an_address_in_the_file_is_reported_and_not_asked() -> None:
    packet = xmp("<t:provenance xmlns:t='http://purl.org/dc/terms/'>https://credentials.example/1</t:provenance>")
    credentials = read_metadata(jpeg(app1_xmp(packet))).credentials
    assert credentials == Credentials(state=CredentialState.ELSEWHERE, detail="https://credentials.example/1")
    assert read_metadata(jpeg()).credentials is None


@needs_extra
def test_a_store_of_zeros_is_unreadable_and_named() -> None:
    metadata = read_metadata(jpeg((0xEB, STORE)))
    assert metadata.credentials
    assert metadata.credentials.state is CredentialState.UNREADABLE
    assert metadata.problems[0].startswith("C2PA manifest store: ")


@needs_extra
@needs_shared
def test_verdicts_on_signed_pictures() -> None:
    names = {"Trusted": CredentialState.TRUSTED, "Valid": CredentialState.INTACT, "Invalid": CredentialState.BROKEN}
    expected = json.loads((SHARED / "expected.json").read_text())
    for name, file in expected.items():
        metadata = read_metadata((SHARED / "files" / name).read_bytes())
        assert metadata.credentials, name
        state = file["no_anchors"]["state"]
        if state and not any("cawg" in code for code in file["no_anchors"]["status"]):
            assert metadata.credentials.state is names[state], name
        elif not state:
            assert metadata.credentials.state in (CredentialState.ELSEWHERE, CredentialState.UNREADABLE), name


@needs_extra
@needs_shared
@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_verdicts_are_the_same_without_any_network_interface() -> None:
    program = (
        "import pathlib, sys; from auditor.embedded import read_metadata\n"
        "for file in sorted(pathlib.Path(sys.argv[1]).iterdir()): print(read_metadata(file.read_bytes()).credentials)"
    )
    command = [sys.executable, "-c", program, str(SHARED / "files")]
    apart = subprocess.run(["unshare", "--map-root-user", "--net", *command], capture_output=True, text=True, check=False)
    if apart.returncode and "unshare" in apart.stderr:
        pytest.skip("no right to make a network namespace")
    here = subprocess.run(command, capture_output=True, text=True, check=True)
    assert apart.stdout == here.stdout
    assert here.stdout.count("Credentials(") == len(list((SHARED / "files").iterdir()))
