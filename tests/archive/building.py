"""Small archives of invented pages, written by the tests themselves."""

import gzip
from pathlib import Path

HTTP_OK = b"HTTP/1.1 200 OK"

PAGE = """<!doctype html><html lang="en"><head><title>Nets of Port Elin {n}</title>
<meta property="article:published_time" content="{published}T08:00:00Z"></head><body><article><h1>Nets of Port Elin {n}</h1>
<p>The boats of Port Elin went out on Tuesday for the first time since the storm, and most of them came back full.</p>
<figure><img src="https://{site}/pictures/{picture}.jpg" alt="Nets on a quay" width="800" height="600">
<figcaption>{caption}</figcaption></figure>
<p>Fishing had been forbidden for eleven days, and the fish market on the quay had stood empty for as long as that.</p>
<p>The harbour master said that the channel was free again and that nobody had been hurt in any of the eleven days.</p>
</article></body></html>"""
CREDITED = "Nets dry on the quay of Port Elin, March 3, 2024. Photo: Lena Ostrow/Reuters"
BARE = "A boat leaves the harbour of Port Elin."


def page(n=0, *, caption=CREDITED, published="2024-03-05", picture="nets-on-the-quay-of-elin", site="news.example"):
    return PAGE.format(n=n, caption=caption, published=published, picture=picture, site=site).encode()


def record(url, body, *, status=HTTP_OK, content_type="text/html", headers=(), date="2024-03-06T10:00:00Z"):
    """A response record (ISO 28500, 6.3), not packed."""
    head = [status, b"Content-Type: " + content_type.encode(), *headers, b"Content-Length: %d" % len(body)]
    message = b"\r\n".join(head) + b"\r\n\r\n" + body
    lines = [
        b"WARC/1.1",
        b"WARC-Type: response",
        b"WARC-Target-URI: " + url.encode(),
        b"WARC-Date: " + date.encode(),
        b"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-%012d>" % (hash(url) % 10**12),
        b"Content-Type: application/http; msgtype=response",
        b"Content-Length: %d" % len(message),
    ]
    return b"\r\n".join(lines) + b"\r\n\r\n" + message + b"\r\n\r\n"


def warc(path: Path, records) -> Path:
    """A web archive of these records, a gzip member each where the name says so."""
    pack = gzip.compress if path.name.endswith(".gz") else bytes
    path.write_bytes(b"".join(pack(one) for one in records))
    return path


def pages(count, *, first=0, **how):
    return [record(f"https://news.example/harbour/{n}.html", page(n, **how)) for n in range(first, first + count)]
