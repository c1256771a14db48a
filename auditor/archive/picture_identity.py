"""The number that all appearances of one picture share, as far as page and file tell."""

import hashlib

from auditor.model import MediaItem
from auditor.readers.image_url import picture_key


def identity_of(item: MediaItem) -> int | None:
    """By the supplier's number, which survives every rename, else by the address without size, crop and host; else None."""
    if sure := next((asset for asset in item.asset_ids if not asset.needs_credit), None):
        return _number(f"{sure.supplier}:{sure.id}")
    key = picture_key(item.url) if item.url else ""
    return _number(key) if key else None


def key_of_asset(supplier: str, number: str) -> int:
    """The same number for a picture of which only supplier and number are known."""
    return _number(f"{supplier}:{number}")


def _number(text: str) -> int:
    """64 bits: among 10 million pictures two share one by chance with a probability of 3 in a million."""
    return int.from_bytes(hashlib.blake2b(text.encode(), digest_size=8).digest(), "big")
