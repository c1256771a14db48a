"""Audits picture captions and credits in published journalism: who made it, who supplied it, when, proven by which words.

The functions here are the whole public interface, with the values of `auditor.model` they return. Everything is loaded on the
first call, so `import auditor` stays cheap.
"""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from auditor.model import Audit, AuditorError, Credit, DateReading, Document, Finding, MediaItem, Metadata, Page, Severity

if TYPE_CHECKING:
    from auditor.pipeline import Pictures
    from auditor.policy import Policy

__all__ = [
    "Audit",
    "AuditorError",
    "Credit",
    "DateReading",
    "Document",
    "Finding",
    "MediaItem",
    "Metadata",
    "Page",
    "Severity",
    "audit",
    "load_policy",
    "parse_caption_date",
    "parse_credit",
    "read_metadata",
    "split_page",
    "split_text",
]


def split_page(data: bytes, *, url: str | None = None) -> Page:
    """The article in an HTML page (bytes as served, or as saved), as a reader sees it. Raises UnreadableError."""
    from auditor.pipeline import split

    return split(Document(name=url or "page.html", data=data, url=url))


def split_text(text: str) -> Page:
    """The article in plain text without mark-up; the blocks of the page tile `text`."""
    from auditor.pipeline import split

    return split(Document(name="article.txt", data=text.encode()))


def parse_credit(text: str, *, where: str | None = None, language: str | None = None) -> Credit | None:
    """The credit in `text` (a credit line, or a caption that holds one); None where it states none.

    `where` is what is known of its place: `figure`, `alt`, `structured` or `text`; `language` a BCP 47 tag.
    """
    from auditor.text.splitter import split_caption

    return split_caption(text, where=where, language=language).credit


def parse_caption_date(caption: str, *, published: date | None = None, language: str | None = None) -> DateReading:
    """The day a caption says its picture was made; `published` resolves weekdays and missing years."""
    from auditor.text.dates import parse_caption_date as parse

    return parse(caption, published=published, language=language)


def read_metadata(picture: bytes | Path, *, trust_anchors: str | None = None) -> Metadata:
    """The metadata inside a picture file, block by block; `trust_anchors` as PEM make signers of content credentials known.

    Raises OSError for a path that cannot be read.
    """
    from auditor.embedded import read_metadata as read

    return read(picture.read_bytes() if isinstance(picture, Path) else picture, trust_anchors=trust_anchors)


def load_policy(name_or_path: str = "default") -> "Policy":
    """A preset (`default`, `strict`, `wire`, `eu`, `archive`) or a policy file.

    Raises PolicyError with the place and the nearest valid name.
    """
    from auditor.policy import load_policy as load

    return load(name_or_path)


def audit(document: Document, *, policy: "Policy", images: "Pictures | None" = None, today: date) -> Audit:
    """One document judged under a policy; `images` finds its picture files. Raises UnreadableError."""
    from auditor.pipeline import audit as audit_document

    judged = audit_document(document, policy=policy, images=images, today=today)
    return Audit(documents=(judged,), skipped=(), policy_name=policy.name, policy_sha256=policy.sha256, today=today)
