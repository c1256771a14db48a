"""Read -> split -> understand -> judge: the one part that joins the others.

Pure but for the pictures it is handed: no clock (today is an argument), no network, no printing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, TypeVar

from auditor.identity.hashes import picture_hash
from auditor.model import Document, DocumentAudit, Page, Skipped, UnreadableError
from auditor.pipeline.collecting import uncollected
from auditor.pipeline.judge import field_text, judge, summarise, verdicts
from auditor.pipeline.picture_files import PictureFiles, Pictures
from auditor.pipeline.registered import register_index
from auditor.pipeline.understand import understand
from auditor.policy import Policy
from auditor.readers import read_page
from auditor.rules.base import Context

if TYPE_CHECKING:
    from auditor.readers.sites.site_file import Site

__all__ = ["Pictures", "audit", "audit_all", "field_text", "split", "split_all", "summarise"]

Result = TypeVar("Result")


@uncollected()
def split(document: Document, *, sites: "Sequence[Site]" = ()) -> Page:
    """The article as a reader sees it, every caption and credit line understood. Raises UnreadableError.

    `sites` are the house's site files, which correct the reader on their own pages.
    """
    page = read_page(document, sites=sites)
    return replace(page, media=tuple(understand(item, page) for item in page.media))


@uncollected()
def audit(  # noqa: PLR0913  each is one thing a house knows of its own
    document: Document,
    *,
    policy: Policy,
    today: date,
    images: Pictures | None = None,
    published: str | None = None,
    sites: "Sequence[Site]" = (),
) -> DocumentAudit:
    """One document, split and judged. `published` (ISO 8601) goes before what the page says. Raises UnreadableError."""
    page = read_page(document, sites=sites)
    page = replace(page, date_published=published or page.date_published)
    index = register_index(policy.registers)
    files = PictureFiles(
        images,
        language=page.language,
        trust_anchors=policy.trust_anchors,
        hashing=picture_hash if index.compares_pictures else None,
    )
    media = tuple(files.joined(understand(item, page)) for item in page.media)
    if policy.registers:
        media = tuple(replace(item, registered=index.matches(item)) for item in media)
    page = replace(page, media=media, problems=(*page.problems, *files.problems))
    context = Context(page=page, policy=policy.at(page.url, document.name), today=today)
    findings, not_checked = judge(context)
    return DocumentAudit(
        document=document.name,
        sha256=document.sha256 or hashlib.sha256(document.data).hexdigest(),
        size=len(document.data),
        page=page,
        verdicts=verdicts(context),
        findings=findings,
        not_checked=not_checked,
    )


def audit_all(  # noqa: PLR0913  as `audit`
    documents: Iterable[Document | Skipped],
    *,
    policy: Policy,
    today: date,
    images: Callable[[Document], Pictures | None] = lambda document: None,
    published: str | None = None,
    sites: "Sequence[Site]" = (),
) -> Iterator[DocumentAudit | Skipped]:
    """Each document audited in turn; one that cannot be read becomes a `Skipped` and the run goes on.

    `images` says where the picture files of a document are looked up.
    """
    return _each(
        documents,
        lambda document: audit(document, policy=policy, today=today, images=images(document), published=published, sites=sites),
    )


def split_all(documents: Iterable[Document | Skipped], *, sites: "Sequence[Site]" = ()) -> Iterator[tuple[str, Page] | Skipped]:
    """Each document's name and page in turn; one that cannot be read becomes a `Skipped` and the run goes on."""
    return _each(documents, lambda document: (document.name, split(document, sites=sites)))


def _each(documents: Iterable[Document | Skipped], work: Callable[[Document], Result]) -> Iterator[Result | Skipped]:
    for document in documents:
        if isinstance(document, Skipped):
            yield document
            continue
        try:
            yield work(document)
        except UnreadableError as error:
            yield Skipped(document=document.name, reason=str(error))
        except Exception as error:  # one document must not end the run (design §9); the type and place make it reportable
            yield Skipped(document=document.name, reason=_bug(error))


def _bug(error: Exception) -> str:
    frame = error.__traceback__
    while frame and frame.tb_next:
        frame = frame.tb_next
    place = f"{frame.tb_frame.f_globals.get('__name__')}:{frame.tb_lineno}" if frame else "?"
    return f"a fault in the auditor itself ({type(error).__name__} at {place}: {error}); please report it with this file"
