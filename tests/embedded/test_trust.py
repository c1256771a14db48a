"""Content credentials on pictures signed here: there, intact, and signer known are three answers; nothing is fetched."""

import datetime as dt
import subprocess
import sys
import time

import pytest

pytest.importorskip("c2pa", reason="the extra [c2pa] is not installed")

from auditor.embedded import read_metadata
from auditor.embedded.reconcile import metadata_record
from auditor.model import CredentialState
from tests.embedded.building import drawn
from tests.embedded.signing import CAPTURED, GENERATED, Desk

KINDS = {
    "JPEG": "image/jpeg",
    "PNG": "image/png",
    "WEBP": "image/webp",
    "TIFF": "image/tiff",
    "GIF": "image/gif",
    "AVIF": "image/avif",
}


@pytest.fixture(scope="module")
def desk() -> Desk:
    return Desk()


@pytest.mark.parametrize("kind", KINDS)
def test_the_signer_is_known_by_the_anchors_alone(desk: Desk, kind: str) -> None:
    picture = desk.signed(drawn(kind), CAPTURED, kind=KINDS[kind])
    anchors = {None: CredentialState.INTACT, desk.authority: CredentialState.TRUSTED, Desk().authority: CredentialState.INTACT}
    for pem, state in anchors.items():
        found = read_metadata(picture, trust_anchors=pem).credentials
        assert found
        assert (found.state, found.signer, found.generator) == (state, "Nordlys Foto", "Nordlys Desk 1")


def test_one_changed_dot_breaks_them_whoever_signed(desk: Desk) -> None:
    picture = bytearray(desk.signed(drawn("JPEG"), CAPTURED))
    picture[-30] ^= 1
    for pem in (None, desk.authority):
        found = read_metadata(bytes(picture), trust_anchors=pem).credentials
        assert found
        assert found.state is CredentialState.BROKEN
        assert "assertion.dataHash.mismatch" in found.codes


def test_a_certificate_that_expired_since_is_no_change_of_the_picture() -> None:
    desk = Desk(valid_for=dt.timedelta(seconds=3))
    picture = desk.signed(drawn("JPEG"), CAPTURED)
    time.sleep(4)
    found = read_metadata(picture, trust_anchors=desk.authority).credentials
    assert found
    assert found.state is CredentialState.INTACT
    assert "signingCredential.expired" in found.codes


def test_what_the_record_says_of_the_making(desk: Desk) -> None:
    record = metadata_record(read_metadata(desk.signed(drawn("JPEG"), GENERATED)))
    assert record["making"] == {
        "verdict": "ai",
        "evidence": [{"value": GENERATED["digitalSourceType"], "locator": "C2PA active manifest, action c2pa.created"}],
    }


@pytest.mark.skipif(sys.platform != "linux", reason="network namespaces are Linux's")
def test_a_known_signer_is_known_without_any_network_interface(desk: Desk, tmp_path) -> None:
    (tmp_path / "a.jpg").write_bytes(desk.signed(drawn("JPEG"), CAPTURED))
    (tmp_path / "anchors.pem").write_text(desk.authority)
    command = [sys.executable, "-m", "auditor", "metadata", str(tmp_path), "--trust", str(tmp_path / "anchors.pem")]
    apart = subprocess.run(["unshare", "--map-root-user", "--net", *command], capture_output=True, text=True, check=False)
    if apart.returncode and "unshare" in apart.stderr:
        pytest.skip("no right to make a network namespace")
    assert '"state": "trusted"' in apart.stdout
