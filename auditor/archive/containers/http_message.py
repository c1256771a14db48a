"""The HTTP message in a WARC record (RFC 9110, RFC 9112): its head first, its body only when asked for, unpacked within a cap."""

import io
from typing import Any

from auditor.extras import load
from auditor.ingest.gzip_data import inflate
from auditor.model import UnreadableError

HEAD = 64 * 1024
"""Bytes of a record that are looked at before the rest is worth reading."""
MAX_CODINGS = 4
"""Content codings unpacked one after the other; a server applies one, a proxy may add another."""


class Message:
    """A response as the server sent it; a record without HTTP (a `resource`) counts as one that succeeded."""

    def __init__(self, record: Any) -> None:  # noqa: ANN401
        self._record = record
        head = record.reader.read(min(HEAD, record.content_length))
        self._read = len(head)
        if not record.is_http:
            self.status, self._start, self._headers = 200, head, None
            self.content_type = _media_type(record.headers.get("Content-Type"))
            self.charset: str | None = None
            return
        copy = load("fastwarc.warc").WarcRecord()
        copy.set_bytes_content(head)
        copy.is_http = True
        try:
            copy.parse_http(auto_decode="none")
        except (OSError, ValueError) as error:
            raise UnreadableError(f"the record holds no HTTP message that can be read ({error})") from error
        self._headers = copy.http_headers
        self.status = (self._headers.status_code or 0) if self._headers else 0
        self.content_type = _media_type(self._headers.get("Content-Type") if self._headers else None)
        self.charset = copy.http_charset
        self._start = copy.reader.read(HEAD)

    def body(self, cap: int) -> bytes:
        """The body, unpacked. Raises UnreadableError for one that is cut off, damaged or larger than `cap` bytes."""
        record = self._record
        if record.content_length > cap:
            raise UnreadableError(f"the record is too large ({record.content_length:,} bytes; at most {cap:,} are read)")
        rest = record.reader.read(record.content_length - self._read)
        held = self._read + len(rest)
        if held < record.content_length:
            raise UnreadableError(f"the record is cut off: it holds {held:,} of {record.content_length:,} bytes")
        body = self._unpacked(self._start + rest, cap)
        if len(body) > cap:
            raise UnreadableError(f"the record unpacks to more than {cap:,} bytes, the most that is read")
        return body

    def _unpacked(self, body: bytes, cap: int) -> bytes:
        if self._headers is None:
            return body
        streams = load("fastwarc.stream_io")
        readers = {
            "chunked": streams.ChunkedReader,
            "deflate": lambda stream: streams.GzipReader(stream, zlib=True),
            "br": streams.BrotliReader,
            "zstd": streams.ZstdReader,
        }
        stated = (self._headers.get("Transfer-Encoding") or "", self._headers.get("Content-Encoding") or "")
        for codings in stated:
            for coding in reversed([name.strip().lower() for name in codings.split(",")][:MAX_CODINGS]):
                if coding in ("gzip", "x-gzip"):
                    body, _ = inflate(body)  # bytes that are not packed stay as they are
                elif reader := readers.get(coding):
                    body = _all_of(reader, coding, body, cap)
        return body


def _all_of(reader: Any, coding: str, body: bytes, cap: int) -> bytes:  # noqa: ANN401
    """One coding undone; crawlers often store the body without it and leave the header, so what is not packed stays as it is."""
    try:
        return bytes(reader(io.BytesIO(body)).read(cap + 1))
    except (OSError, ValueError) as error:
        if body.lstrip()[:1] == b"<":
            return body
        raise UnreadableError(f"the body of the record does not unpack as {coding} ({error})") from error


def _media_type(stated: str | None) -> str:
    return (stated or "").partition(";")[0].strip().lower()
