"""Sources from the command line -> shards, in a stable order: web archives and packed files each, folders in slices."""

import glob
import os
import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from pathlib import Path

from auditor.archive.containers.opening import files_of, is_url, open_bytes, stamp_of
from auditor.archive.containers.packed import tar_cuts
from auditor.archive.containers.record_starts import cuts
from auditor.archive.containers.warc import open_warc
from auditor.archive.shard import Kind, Shard
from auditor.ingest.document_file import printable_name
from auditor.ingest.folder import find_documents, is_article_name
from auditor.model import Skipped, UnreadableError

SLICE_FILES = 500
"""Saved pages in a shard: some ten seconds of work."""
SLICE_BYTES = 256 * 1024 * 1024
"""Least length of a slice of a web archive, a ZIP, or an unpacked tar or JSON Lines: some 4,000 pages, a minute of work."""

_WACZ = re.compile(r"\.wacz$", re.IGNORECASE)
_KINDS = (
    (re.compile(r"\.warc(?:\.gz|\.zst)?$", re.IGNORECASE), Kind.WARC),
    (re.compile(r"\.zip$", re.IGNORECASE), Kind.ZIP),
    (re.compile(r"\.(?:tar(?:\.gz|\.zst|\.bz2|\.xz)?|tgz|tzst)$", re.IGNORECASE), Kind.TAR),
    (re.compile(r"\.(?:jsonl|ndjson)(?:\.gz|\.zst)?$", re.IGNORECASE), Kind.JSONL),
    (re.compile(r"\.parquet$", re.IGNORECASE), Kind.PARQUET),
)
_WARC_IN_WACZ = re.compile(r"^archive/[^/]+\.warc(?:\.gz|\.zst)?$", re.IGNORECASE)


@dataclass(slots=True)
class Plan:
    """What a run will do."""

    shards: list[Shard] = field(default_factory=list)
    unreadable: list[Skipped] = field(default_factory=list)
    """Sources that could not even be listed."""
    passed_over: int = 0
    """Files inside folders that are no known kind."""


def make_plan(sources: Sequence[str]) -> Plan:
    """List the shards of files, folders (with all below), glob patterns and URLs. Nothing on the disk makes this raise."""
    plan = Plan()
    for source in sources:
        pages: list[str] = []
        for match in _expand(source, plan):
            _add(match, plan, pages)
        _add_pages(_absolute(source), pages, plan)
    plan.shards = list(dict.fromkeys(plan.shards))
    return plan


def _expand(source: str, plan: Plan) -> Iterator[str]:
    if is_url(source):
        yield from _listed(source, plan) if glob.has_magic(source) else [source]
        return
    path = _absolute(source)
    if os.path.lexists(path) or not glob.has_magic(path):
        yield path
    else:
        yield from sorted(glob.glob(path, recursive=True)) or [path]  # noqa: PTH207


def _add(source: str, plan: Plan, pages: list[str]) -> None:
    """Put the shards of one match into the plan; a single page is only noted, for a pattern may match a million."""
    if not is_url(source) and Path(source).is_dir():
        _add_folder(source, plan)
    elif not is_url(source) and not os.path.lexists(source):
        plan.unreadable.append(Skipped(document=printable_name(source), reason="there is nothing of this name; check the path"))
    elif _WACZ.search(source) or _kind(source):
        _add_file(source, plan)
    elif not is_url(source) or is_article_name(source):
        pages.append(source)
    else:
        _add_far_folder(source, plan)


def _absolute(source: str) -> str:
    return os.path.abspath(os.path.expanduser(source))  # noqa: PTH100, PTH111 - links stay as named


def _add_folder(folder: str, plan: Plan) -> None:
    archives = sorted(
        os.path.join(parent, name)  # noqa: PTH118 - a million files
        for parent, folders, names in os.walk(folder)
        for name in names
        if not name.startswith(".") and (_WACZ.search(name) or _kind(name))
    )
    for archive in archives:
        _add_file(archive, plan)
    found = find_documents([folder])
    pages = [entry for entry in found.entries if isinstance(entry, str)]
    plan.unreadable.extend(entry for entry in found.entries if isinstance(entry, Skipped))
    plan.passed_over += max(0, found.passed_over - len(archives))
    _add_pages(folder, pages, plan)


def _add_far_folder(url: str, plan: Plan) -> None:
    """All archives and pages below a URL; there, a page is told by its name alone."""
    found = _listed(url, plan)
    archives = [name for name in found if _WACZ.search(name) or _kind(name)]
    pages = [name for name in found if is_article_name(name)]
    for archive in archives:
        _add_file(archive, plan)
    _add_pages(url, pages, plan)
    plan.passed_over += len(found) - len(archives) - len(pages)


def _listed(url: str, plan: Plan) -> list[str]:
    """What a pattern matches or a folder holds; when that is nothing, the plan says so."""
    try:
        if found := files_of(url):
            return found
        reason = "there is nothing of this name; check the address, and name the files where the store cannot list them"
    except UnreadableError as error:
        reason = str(error)
    plan.unreadable.append(Skipped(document=url, reason=reason))
    return []


def _add_pages(source: str, pages: Sequence[str], plan: Plan) -> None:
    for at in range(0, len(pages), SLICE_FILES):
        files = tuple(pages[at : at + SLICE_FILES])
        stamps = []
        for file in files:
            try:
                stamps.append(stamp_of(file))
            except UnreadableError:
                stamps.append("")  # the reader names it
        plan.shards.append(Shard(kind=Kind.FILES, uri=source, files=files, stamp=" ".join(stamps)))


def _add_file(uri: str, plan: Plan) -> None:
    try:
        stamp = stamp_of(uri)
        if stamp.startswith("0-"):
            raise UnreadableError("empty (0 bytes); fetch it again")
        if _WACZ.search(uri):
            wholes = [Shard(kind=Kind.WARC, uri=uri, member=member, stamp=stamp) for member in _members(uri)]
        else:
            kind = _kind(uri)
            assert kind is not None  # asked by the caller
            wholes = [Shard(kind=kind, uri=uri, stamp=stamp)]
        for whole in wholes:
            edges = [0, *_cuts(whole), None]
            plan.shards += [replace(whole, start=start or 0, end=end) for start, end in pairwise(edges)]
    except UnreadableError as error:
        plan.unreadable.append(Skipped(document=printable_name(uri), reason=str(error)))


def _members(uri: str) -> list[str]:
    """The web archives in a WACZ (https://specs.webrecorder.net/wacz/1.1.1/: in `archive/`)."""
    try:
        with open_bytes(uri) as stream, zipfile.ZipFile(stream) as packed:
            members = sorted(name for name in packed.namelist() if _WARC_IN_WACZ.match(name))
    except (zipfile.BadZipFile, OSError) as error:
        raise UnreadableError(f"no WACZ that can be read ({error}); fetch it again") from error
    if not members:
        raise UnreadableError("the WACZ holds no web archive in its folder archive/")
    return members


def _cuts(whole: Shard) -> list[int]:
    """Where the slices of a large file begin that workers do side by side."""
    size = whole.stamp.partition("-")[0]
    if not size.isdigit() or int(size) <= SLICE_BYTES:
        return []
    name, is_far = (whole.member or whole.uri).lower(), is_url(whole.uri)
    match whole.kind:
        case Kind.WARC if not (is_far and name.endswith(".warc")):  # there each record would be a request
            with open_warc(whole) as stream:
                return cuts(stream, SLICE_BYTES)
        case Kind.TAR if name.endswith(".tar") and not is_far:
            with open_bytes(whole.uri) as stream:
                return tar_cuts(stream, SLICE_BYTES)
        case Kind.JSONL if name.endswith((".jsonl", ".ndjson")) and not is_far:
            return list(range(SLICE_BYTES, int(size), SLICE_BYTES))
        case Kind.ZIP:  # each member belongs to the slice that it begins in; the list of members at the end is none
            return list(range(SLICE_BYTES, int(size) - SLICE_BYTES + 1, SLICE_BYTES))
    return []


def _kind(name: str) -> Kind | None:
    return next((kind for pattern, kind in _KINDS if pattern.search(name)), None)
