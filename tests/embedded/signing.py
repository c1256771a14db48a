"""Pictures signed here, by a desk whose certificate an invented authority vouches for (extra `[c2pa]`)."""

import datetime as dt
import io
from typing import Any

import c2pa
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

CODES = "http://cv.iptc.org/newscodes/digitalsourcetype/"
CAPTURED = {"action": "c2pa.created", "digitalSourceType": f"{CODES}digitalCapture"}
GENERATED = {"action": "c2pa.created", "digitalSourceType": f"{CODES}trainedAlgorithmicMedia"}
_NOBODY_SIGNS = dict.fromkeys(("content_commitment", "key_encipherment", "data_encipherment", "key_agreement"), False)
_USES = {**_NOBODY_SIGNS, "encipher_only": False, "decipher_only": False}


class Desk:
    """A desk that signs pictures; `authority` and `certificate` are PEM."""

    def __init__(self, *, valid_for: dt.timedelta = dt.timedelta(days=30)) -> None:
        now = dt.datetime.now(dt.UTC)
        root, self._key = ec.generate_private_key(ec.SECP256R1()), ec.generate_private_key(ec.SECP256R1())
        parent = _name("Nordlys Root")
        authority = (
            _draft(parent, parent, root.public_key(), now, dt.timedelta(days=900))
            .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(digital_signature=False, key_cert_sign=True, crl_sign=True, **_USES), critical=True)
            .sign(root, hashes.SHA256())
        )
        certificate = (
            _draft(parent, _name("Nordlys Desk"), self._key.public_key(), now, valid_for)
            .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
            .add_extension(x509.KeyUsage(digital_signature=True, key_cert_sign=False, crl_sign=False, **_USES), critical=True)
            .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.EMAIL_PROTECTION]), critical=False)
            .add_extension(x509.AuthorityKeyIdentifier.from_issuer_public_key(root.public_key()), critical=False)
            .sign(root, hashes.SHA256())
        )
        self.authority, self.certificate = (c.public_bytes(serialization.Encoding.PEM).decode() for c in (authority, certificate))

    def signed(self, picture: bytes, *actions: dict[str, str], kind: str = "image/jpeg") -> bytes:
        """The picture with content credentials that state these actions."""
        signer = c2pa.Signer.from_callback(self._sign, c2pa.C2paSigningAlg.ES256, self.certificate + self.authority, None)
        manifest: dict[str, Any] = {
            "claim_generator_info": [{"name": "Nordlys Desk", "version": "1"}],
            "format": kind,
            "assertions": [{"label": "c2pa.actions.v2", "data": {"actions": list(actions)}}],
        }
        out = io.BytesIO()
        c2pa.Builder(manifest).sign(signer, kind, io.BytesIO(picture), out)
        return out.getvalue()

    def _sign(self, data: bytes) -> bytes:
        numbers = decode_dss_signature(self._key.sign(bytes(data), ec.ECDSA(hashes.SHA256())))
        return b"".join(number.to_bytes(32, "big") for number in numbers)


def _name(common: str) -> x509.Name:
    names = {NameOID.COMMON_NAME: common, NameOID.ORGANIZATION_NAME: "Nordlys Foto"}
    return x509.Name([x509.NameAttribute(kind, value) for kind, value in names.items()])


def _draft(
    issuer: x509.Name, subject: x509.Name, key: ec.EllipticCurvePublicKey, now: dt.datetime, valid_for: dt.timedelta
) -> x509.CertificateBuilder:
    draft = x509.CertificateBuilder().issuer_name(issuer).subject_name(subject).public_key(key)
    draft = draft.serial_number(x509.random_serial_number()).not_valid_before(now - dt.timedelta(days=1))
    return draft.not_valid_after(now + valid_for).add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
