"""The number that all appearances of one picture share, as far as the page tells."""

import hashlib
import zlib
from collections.abc import Iterable

from auditor.model import MediaItem
from auditor.model.address import address_parts
from auditor.readers.image_url import picture_key


def identity_of(item: MediaItem, site: str | None) -> int | None:
    """By the supplier's number, which survives every rename, else by the address without size, crop and host; else None.

    An address names a picture within one publication only (`site`): two content systems both keep an `uploads/2024/05/img_0042`.
    """
    if sure := next((asset for asset in item.asset_ids if not asset.needs_credit), None):
        return key_of_asset(sure.supplier, sure.id)
    return key_of_address(item.url, site) if item.url else None


def key_of_asset(supplier: str, number: str) -> int:
    """The number of a picture of which only supplier and supplier's number are known."""
    return _number(f"{supplier}:{number}")


def key_of_address(url: str, site: str | None) -> int | None:
    """The number of a picture by its address; None for one that tells nothing."""
    key = picture_key(url)
    return _number(f"{site or _host(url)} {key}") if key else None


def key_of_names(names: Iterable[str]) -> int | None:
    """32 bits for the persons or the body that a credit names, in any order and case; None where it names none."""
    known = sorted(" ".join(name.split()).casefold() for name in names)
    return zlib.crc32("\0".join(known).encode("utf-8", "replace")) if known else None


def _host(url: str) -> str:
    return address_parts(url).hostname or ""


def _number(text: str) -> int:
    """64 bits: among 10 million pictures two share one by chance with a probability of 3 in a million."""
    return int.from_bytes(hashlib.blake2b(text.encode("utf-8", "replace"), digest_size=8).digest(), "big")
