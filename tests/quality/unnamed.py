"""The gold's pages with the names of their elements taken away: what the reader knows by structure and words alone.

A publisher nobody prepared for may call its captions anything, or have its class names made by a machine. Each class, id, role
and test id becomes a meaningless word, the same one wherever it stands; addresses, texts and scripts stay as they are.
"""

import gzip
import hashlib
import re
import shutil
from pathlib import Path

_SCRIPTS = re.compile(rb"(<(?:script|style)\b.*?</(?:script|style)>)", re.DOTALL | re.IGNORECASE)
_NAMES = re.compile(rb"""(\s(?:class|id|role|data-testid|data-qa|data-component)\s*=\s*["'])([^"'<>]*)""", re.IGNORECASE)


def unnamed_articles(articles: Path, into: Path) -> Path:
    """A folder of such articles with the same truth."""
    for page in sorted(articles.glob("*/page.html.gz")):
        folder = into / page.parent.name
        folder.mkdir(parents=True)
        shutil.copy(page.parent / "gold.json", folder)
        (folder / page.name).write_bytes(gzip.compress(without_names(gzip.decompress(page.read_bytes())), 1))
    return into


def without_names(html: bytes) -> bytes:
    """One page, every name outside of its scripts replaced."""
    parts = _SCRIPTS.split(html)
    parts[::2] = [_NAMES.sub(lambda found: found[1] + b" ".join(map(_word, found[2].split())), part) for part in parts[::2]]
    return b"".join(parts)


def _word(name: bytes) -> bytes:
    return b"c" + bytes(97 + byte % 26 for byte in hashlib.sha256(name).digest()[:6])
