"""Copies for a dossier: each page as archived, the picture files of its uses, and what those files say of themselves."""

import hashlib
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from typing import Any

from auditor.archive.containers.beside import FindPictures, pictures_beside
from auditor.archive.containers.entry import Entry
from auditor.archive.shard import Tally
from auditor.archive.single_entry import read_one
from auditor.embedded import read_metadata
from auditor.embedded.reconcile import metadata_record
from auditor.ingest.picture_names import is_picture_name
from auditor.model import AuditorError, UnreadableError
from auditor.pipeline import split

MAX_PAGES = 50
"""Pages copied into one dossier; further uses are listed."""

Use = dict[str, Any]
"""One appearance of a picture, as the dossier lists it; copies are noted in it."""


def copy_evidence(uses: list[Use], folder: Path) -> Iterator[str]:
    """Copy the pages of these uses and their pictures; yields what could not be copied, each one line."""
    pages: dict[str, list[Use]] = {}
    for use in uses:
        pages.setdefault(use["page"], []).append(use)
    numbered = list(enumerate(pages.items(), 1))
    # One archive after the other: its pictures are listed once.
    for number, (page, shown) in sorted(numbered[:MAX_PAGES], key=lambda pair: pair[1][1][0]["source"]):
        try:
            yield from _copy_page(page, shown, folder / f"page-{number:03}")
        except AuditorError as error:
            yield f"{page}: {error}"
    if len(pages) > MAX_PAGES:
        yield f"{len(pages) - MAX_PAGES} more pages: only {MAX_PAGES} are copied"


def _copy_page(page: str, uses: list[Use], stem: Path) -> Iterator[str]:
    """What is there now must begin with the digest that was audited."""
    found = read_one(uses[0]["source"], page, uses[0]["record_offset"])
    if found is None or not found[1].sha256.startswith(uses[0]["sha256"]):
        yield f"{page}: {uses[0]['source']} no longer holds the page that was audited"
        return
    shard, entry = found
    copy = stem.with_suffix(".html")
    copy.write_bytes(entry.original or entry.document.data)
    for use in uses:
        use["copy"], use["archived_sha256"] = copy.name, entry.sha256
    with_files = [use for use in uses if use["file_sha256"]]
    if with_files:
        with pictures_beside(shard, Tally()) as pictures:
            yield from _copy_pictures(entry, with_files, stem, pictures)


def _copy_pictures(entry: Entry, uses: list[Use], stem: Path, find: FindPictures) -> Iterator[str]:
    items = {item.position: item for item in split(entry.document).media}
    beside = find(entry.document)
    for use in uses:
        item = items.get(use["position"])
        picture = beside.find(item) if beside and item else None
        try:
            data = picture.read() if picture else b""
        except UnreadableError as error:
            yield f"{use['picture']}: {error}"
            continue
        if picture is None or not hashlib.sha256(data).hexdigest().startswith(use["file_sha256"]):
            yield f"{use['picture']}: {use['source']} no longer holds the file that was audited"
            continue
        suffix = PurePosixPath(picture.path).suffix.lower() if is_picture_name(picture.path) else ".bin"
        copy = stem.with_name(f"{stem.name}-picture-{use['position']}{suffix}")
        copy.write_bytes(data)
        use["picture_copy"], use["metadata"] = copy.name, metadata_record(read_metadata(data))
