"""The option `--trust`: certificates of the authorities whose signers of content credentials count as known.

No trust list comes with this package: whom to trust is the house's own decision. Nothing is fetched.
"""

import re
from importlib.util import find_spec
from pathlib import Path

_CERTIFICATE = re.compile(r"-----BEGIN CERTIFICATE-----[A-Za-z0-9+/=\s]*-----END CERTIFICATE-----", re.ASCII)


def house_trust(file: str | None) -> str | None:
    """The certificates in a PEM file (RFC 7468), whatever else stands in it; None where no file is given.

    Raises UsageError where it cannot be read, holds no certificate or a damaged one, or the extra that verifies is not installed.
    """
    if file is None:
        return None
    from auditor import limits
    from auditor.ingest.document_file import printable_name, read_file
    from auditor.model import UnreadableError, UsageError

    name = printable_name(file)
    if find_spec("c2pa") is None:
        raise UsageError(f"--trust {name} needs what verifies content credentials; install media-caption-auditor[c2pa]")
    try:
        data = read_file(Path(file), limits.MAX_TRUST_BYTES)
    except UnreadableError as error:
        raise UsageError(f"--trust {name}: {error}") from None
    found = _CERTIFICATE.findall(data.decode("utf-8", "replace"))
    if not found:
        raise UsageError(f"--trust {name}: no certificate in PEM (-----BEGIN CERTIFICATE-----); give the authorities' own file")
    for number, certificate in enumerate(found, 1):
        if not _is_sound(certificate):
            raise UsageError(f"--trust {name}: certificate {number} of {len(found)} is damaged; fetch the file again")
    return "\n".join(found) + "\n"


def _is_sound(certificate: str) -> bool:
    import ssl  # its parser alone; no connection is made

    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(cadata=certificate)
    except (ssl.SSLError, ValueError):
        return False
    return True
