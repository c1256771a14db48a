"""Bytes that are empty, packed, cut off, too large or no article: one clear line each."""

import gzip
import io
import random
import time
import tracemalloc
import zlib
from pathlib import Path

import pytest

from auditor import limits
from auditor.ingest.document_file import read_document
from auditor.model import Document, Skipped

PAGE = b"<!doctype html><title>Ferry back in service</title><p>The ferry runs again."


def read(data: bytes) -> Document | Skipped:
    return read_document("-", stdin=io.BytesIO(data))


def content(data: bytes) -> bytes:
    document = read(data)
    assert isinstance(document, Document), document
    return document.data


def reason(data: bytes) -> str:
    skipped = read(data)
    assert isinstance(skipped, Skipped)
    assert "\n" not in skipped.reason
    return skipped.reason


def test_gzip_of_anything_is_read_as_what_it_holds() -> None:
    packed = gzip.compress(PAGE)
    assert content(packed) == PAGE
    assert content(gzip.compress(packed)) == PAGE
    assert content(packed + gzip.compress(b"<p>More.")) == PAGE + b"<p>More."
    assert content(packed + bytes(512)) == PAGE


def test_bytes_after_the_gzip_data_are_named() -> None:
    document = read(gzip.compress(PAGE) + b"rest")
    assert isinstance(document, Document)
    assert document.problems == ("4 bytes after the end of the gzip data were not read",)


def test_gzip_suffix_is_no_proof(tmp_path: Path) -> None:
    (tmp_path / "page.html.gz").write_bytes(PAGE)
    document = read_document(str(tmp_path / "page.html.gz"))
    assert isinstance(document, Document)
    assert document.data == PAGE


def test_gzip_cut_off_or_damaged() -> None:
    packed = gzip.compress(random.Random(1).randbytes(3000))
    assert reason(packed[:1000]) == "the gzip file is cut off: it ends before its data does; fetch it again"
    assert reason(packed[:5]) == "the gzip file is cut off: it ends before its data does; fetch it again"
    assert reason(packed[:-8] + bytes(8)).startswith("the gzip file is damaged")
    assert reason(packed[:500] + bytes(20) + packed[520:]).startswith("the gzip file is")


def test_gzip_bombs_cost_no_more_than_an_honest_file() -> None:
    packer = zlib.compressobj(9, wbits=31)
    zeros = bytes(1 << 20)
    bomb = b"".join([*(packer.compress(zeros) for _ in range(200)), packer.flush()])
    tracemalloc.start()
    assert "unpacks to more than" in reason(bomb)
    assert "unpacks to more than" in reason(gzip.compress(bomb))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * limits.MAX_PAGE_BYTES
    layered = PAGE
    for _ in range(limits.MAX_PACKED_LAYERS + 1):
        layered = gzip.compress(layered)
    assert reason(layered) == "packed by gzip more than 3 times; unpack it and try again"


@pytest.mark.parametrize(
    ("data", "start"),
    [
        (b"", "empty (0 bytes)"),
        (b" \r\n\t", "holds nothing but white space"),
        (gzip.compress(b"", mtime=0), "holds nothing but white space"),
        (b"\xff\xd8\xff\xe0" + bytes(60), "a JPEG picture, not an article"),
        (b"PK\x03\x04" + bytes(60), "a ZIP archive or an Office document, not an article"),
        (b"\x00\x01\x02\x03" * 300, "binary data, not an article"),
        (b'{"headline": "Ferry"}', "a JSON file, not an article"),
        (b"<?xml version='1.0'?><rss/>", "an XML file, not an article"),
    ],
)
def test_what_is_no_article(data: bytes, start: str) -> None:
    assert reason(data).startswith(start)


def test_zero_byte_picture_and_binary_named_as_page(tmp_path: Path) -> None:
    (tmp_path / "empty.jpg").touch()
    (tmp_path / "page.html").write_bytes(random.Random(2).randbytes(5000))
    assert read_document(str(tmp_path / "empty.jpg")) == Skipped(
        document=str(tmp_path / "empty.jpg"), reason="empty (0 bytes); save or fetch it again"
    )
    binary = read_document(str(tmp_path / "page.html"))
    assert isinstance(binary, Skipped)
    assert binary.reason.startswith("binary data, not an article")


def test_file_of_200_mb_is_not_read(tmp_path: Path) -> None:
    huge = tmp_path / "huge.txt"
    with huge.open("wb") as file:
        file.truncate(200_000_000)  # sparse: the size is what counts
    started = time.process_time()
    tracemalloc.start()
    skipped = read_document(str(huge))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert isinstance(skipped, Skipped)
    assert skipped.reason == "too large (200,000,000 bytes; at most 67,108,864 are read); give a part of it"
    assert peak < 1_000_000
    assert time.process_time() - started < 1


def test_endless_standard_input_is_cut() -> None:
    class Endless(io.RawIOBase):
        asked = 0

        def read(self, size: int = -1) -> bytes:
            assert size > 0
            self.asked += size
            return b"a" * size

    endless = Endless()
    skipped = read_document("-", stdin=endless)  # type: ignore[arg-type]
    assert isinstance(skipped, Skipped)
    assert "too large" in skipped.reason
    assert endless.asked == limits.MAX_INPUT_BYTES + 1
