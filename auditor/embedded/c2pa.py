"""Content credentials (C2PA), verified by c2pa-python where the extra `[c2pa]` is installed; strictly offline.

By default the library fetches remote manifests, asks OCSP servers and looks up did:web identities. All are switched off, and
with no host allowed nothing else can be asked either. An identity that needs the network then fails its check, which says
nothing about the picture, and neither does a certificate that has expired since: the verdict rests on the other codes (C2PA
Technical Specification 2.1, 15.2).
"""

import io
import json
from functools import lru_cache
from importlib import import_module
from typing import Any

from auditor.embedded.parts import Aside
from auditor.model import Credentials, CredentialState, Field, Origin, Statement

_OFFLINE = {"verify": {"remote_manifest_fetch": False, "ocsp_fetch": False}, "core": {"allowed_network_hosts": []}}
_TYPES = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "webp": "image/webp",
    "gif": "image/gif",
    "tiff": "image/tiff",
    "heif": "image/heif",
}
_UNTRUSTED, _TRUSTED = "signingCredential.untrusted", "signingCredential.trusted"
_SIGNER = ("signingCredential.", "timeStamp.", "claimSignature.outsideValidity")
"""Codes about the certificate alone (untrusted, expired, revoked): picture and manifest are still as they were signed."""
_IDENTITY = "cawg."
_ACTIONS = "c2pa.actions"

Verified = tuple[Credentials, list[Statement | Aside]]
"""The verdict, and the source types that the manifests state; those of ingredients aside."""


def verify(data: bytes, container: str, trust_anchors: str | None) -> Verified:
    """Verify the manifest store in a picture file.

    `trust_anchors` are certificates of authorities, in PEM, whose signers count as known; without them every signer is unknown.
    """
    try:
        c2pa: Any = import_module("c2pa")
    except ImportError:
        return Credentials(state=CredentialState.UNVERIFIED, detail="install media-caption-auditor[c2pa]"), []
    try:
        reader = c2pa.Reader.try_create(_TYPES.get(container, "image/jpeg"), io.BytesIO(data), context=_context(trust_anchors))
        if reader is None:
            return Credentials(state=CredentialState.UNREADABLE, detail="the store holds no manifest"), []
        with reader:
            return _verdict(_mapping(json.loads(reader.json())), str(reader.get_validation_state()))
    except c2pa.C2paError as error:
        state = CredentialState.ELSEWHERE if "must fetch remote" in str(error) else CredentialState.UNREADABLE
        return Credentials(state=state, detail=" ".join(str(error).split())), []


@lru_cache(maxsize=4)
def _context(trust_anchors: str | None) -> Any:  # noqa: ANN401
    c2pa: Any = import_module("c2pa")
    trust = {"trust": {"trust_anchors": trust_anchors}} if trust_anchors else {}
    return c2pa.Context(c2pa.Settings.from_dict({**_OFFLINE, **trust}))


def _verdict(store: dict[str, Any], validation: str) -> Verified:
    """The verdict on a store as the library tells it; what its manifests hold is the file's, and may have any shape."""
    manifests, label = _mapping(store.get("manifests")), str(store.get("active_manifest"))
    if label not in manifests:
        return Credentials(state=CredentialState.UNREADABLE, detail=f"the store lacks its active manifest {label}"), []
    active = _mapping(manifests[label])
    failed = list(dict.fromkeys(str(entry.get("code")) for entry in _rows(store.get("validation_status"))))
    codes = tuple(code for code in failed if not code.startswith(_IDENTITY))
    identity_codes = tuple(code for code in failed if code.startswith(_IDENTITY))
    explained = identity_codes or any(code != _UNTRUSTED for code in codes)
    broken = validation.endswith("Invalid") and (not explained or not all(code.startswith(_SIGNER) for code in codes))
    doubted = any(code.startswith(_SIGNER) for code in codes)
    sound = CredentialState.INTACT if doubted else _sound_state(store)
    credentials = Credentials(
        state=CredentialState.BROKEN if broken else sound,
        signer=_text(_mapping(active.get("signature_info")).get("issuer")),
        generator=_generator(active),
        actions=tuple(name for action in _actions(active) if (name := _text(action.get("action")))),
        codes=codes,
        identity_codes=identity_codes,
    )
    stated: list[Statement | Aside] = [*_source_types(active, "active manifest")]
    for other, manifest in manifests.items():
        if other != label:
            stated += (Aside(statement) for statement in _source_types(_mapping(manifest), f"ingredient {other}"))
    return credentials, stated


def _sound_state(store: dict[str, Any]) -> CredentialState:
    """The signer is known only by a signature of the claim itself that the anchors vouch for."""
    passed = _rows(_mapping(_mapping(store.get("validation_results")).get("activeManifest")).get("success"))
    trusted = any(e.get("code") == _TRUSTED and str(e.get("url")).endswith("/c2pa.signature") for e in passed)
    return CredentialState.TRUSTED if trusted else CredentialState.INTACT


def _generator(manifest: dict[str, Any]) -> str | None:
    if claimed := _text(manifest.get("claim_generator")):
        return claimed
    info = next(iter(_rows(manifest.get("claim_generator_info"))), {})
    return " ".join(part for key in ("name", "version") if (part := _text(info.get(key)))) or None


def _actions(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        action
        for assertion in _rows(manifest.get("assertions"))
        if str(assertion.get("label")).split("__")[0] in (_ACTIONS, f"{_ACTIONS}.v2")
        for action in _rows(_mapping(assertion.get("data")).get("actions"))
    ]


def _source_types(manifest: dict[str, Any], place: str) -> list[Statement]:
    return [
        Statement(
            field=Field.DIGITAL_SOURCE_TYPE,
            value=source_type,
            origin=Origin.C2PA,
            locator=f"C2PA {place}, action {action.get('action')}",
        )
        for action in _actions(manifest)
        if (source_type := _text(action.get("digitalSourceType")))
    ]


def _mapping(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _rows(value: object) -> list[dict[str, Any]]:
    return [row for row in value if isinstance(row, dict)] if isinstance(value, list) else []


def _text(value: object) -> str | None:
    """The words on one line, None for anything else."""
    return " ".join(value.split()) or None if isinstance(value, str) else None
