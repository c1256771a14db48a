"""Content credentials (C2PA), verified by c2pa-python where the extra `[c2pa]` is installed; strictly offline.

By default the library fetches remote manifests, asks OCSP servers and looks up did:web identities. All are switched off, and
with no host allowed nothing else can be asked either. An identity that needs the network then fails its check, which says
nothing about the picture: the verdict rests on the other codes (C2PA Technical Specification 2.1, 15.2).
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
_UNTRUSTED = "signingCredential.untrusted"
_IDENTITY = "cawg."
_ACTIONS = "c2pa.actions"

Verified = tuple[Credentials, list[Statement | Aside]]
"""The verdict, and the source types that the manifests state; those of ingredients aside."""


def verify(data: bytes, container: str, trust_anchors: str | None) -> Verified:
    """Verify the manifest store in a picture file.

    `trust_anchors` are certificates in PEM whose signatures count as known; without them every signer is unknown.
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
            return _verdict(json.loads(reader.json()), str(reader.get_validation_state()))
    except c2pa.C2paError as error:
        state = CredentialState.ELSEWHERE if "must fetch remote" in str(error) else CredentialState.UNREADABLE
        return Credentials(state=state, detail=" ".join(str(error).split())), []


@lru_cache(maxsize=4)
def _context(trust_anchors: str | None) -> Any:  # noqa: ANN401
    c2pa: Any = import_module("c2pa")
    trust = {"trust": {"trust_anchors": trust_anchors}} if trust_anchors else {}
    return c2pa.Context(c2pa.Settings.from_dict({**_OFFLINE, **trust}))


def _verdict(store: dict[str, Any], validation: str) -> Verified:
    active = store["manifests"][store["active_manifest"]]
    failed = [entry["code"] for entry in store.get("validation_status", ())]
    codes = tuple(dict.fromkeys(code for code in failed if not code.startswith(_IDENTITY)))
    signature = active.get("signature_info", {})
    credentials = Credentials(
        state=_state(store, validation, codes),
        signer=signature.get("issuer"),
        generator=_generator(active),
        actions=tuple(action["action"] for action in _actions(active)),
        codes=codes,
        identity_codes=tuple(dict.fromkeys(code for code in failed if code.startswith(_IDENTITY))),
    )
    stated: list[Statement | Aside] = [*_source_types(active, "active manifest")]
    for label, manifest in store["manifests"].items():
        if label != store["active_manifest"]:
            stated += (Aside(statement) for statement in _source_types(manifest, f"ingredient {label}"))
    return credentials, stated


def _state(store: dict[str, Any], validation: str, codes: tuple[str, ...]) -> CredentialState:
    """Broken only by a failed check of picture, manifest or signature; known only by a signature that the anchors vouch for."""
    if validation.endswith("Invalid") and any(code != _UNTRUSTED for code in codes):
        return CredentialState.BROKEN
    passed = store.get("validation_results", {}).get("activeManifest", {}).get("success", ())
    trusted = any(e["code"] == "signingCredential.trusted" and e["url"].endswith("/c2pa.signature") for e in passed)
    return CredentialState.TRUSTED if trusted else CredentialState.INTACT


def _generator(manifest: dict[str, Any]) -> str | None:
    if claimed := manifest.get("claim_generator"):
        return str(claimed)
    infos = manifest.get("claim_generator_info") or [{}]
    return " ".join(str(infos[0][key]) for key in ("name", "version") if key in infos[0]) or None


def _actions(manifest: dict[str, Any]) -> list[dict[str, Any]]:
    return [
        action
        for assertion in manifest.get("assertions", ())
        if assertion["label"].split("__")[0] in (_ACTIONS, f"{_ACTIONS}.v2")
        for action in assertion["data"].get("actions", ())
    ]


def _source_types(manifest: dict[str, Any], place: str) -> list[Statement]:
    return [
        Statement(
            field=Field.DIGITAL_SOURCE_TYPE,
            value=action["digitalSourceType"].strip(),
            origin=Origin.C2PA,
            locator=f"C2PA {place}, action {action['action']}",
        )
        for action in _actions(manifest)
        if action.get("digitalSourceType")
    ]
