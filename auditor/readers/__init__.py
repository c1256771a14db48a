"""A document's bytes -> `Page` with its media items and everything the page states about them, not yet understood."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from auditor.identity.content_kind import ContentKind, recognise_article
from auditor.model import Document, Page

if TYPE_CHECKING:
    from auditor.readers.sites.site_file import Site


def read_page(document: Document, *, sites: "Sequence[Site]" = ()) -> Page:
    """Read a document with the reader for what it holds. Raises UnreadableError for bytes that are no article.

    `sites` are the site files of the run; the first whose page this is corrects the reader.
    """
    if recognise_article(document.data, document.name) is ContentKind.HTML:
        from auditor.readers.html import read_html

        page = read_html(document.data, url=document.url, sites=sites, wants_body=document.wants_body)
    else:
        from auditor.readers.plain_text import read_plain_text
        from auditor.readers.text_encoding import decode_text

        text, problems = decode_text(document.data)
        page = read_plain_text(text)
        page = replace(page, url=document.url, problems=(*problems, *page.problems))
    return replace(page, problems=(*document.problems, *page.problems)) if document.problems else page
