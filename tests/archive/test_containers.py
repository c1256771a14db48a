"""What pages come out of which packing, and what becomes of damage."""

import gzip
import io
import json
import random
import tarfile
import zipfile
import zlib
from pathlib import Path

import pytest

from auditor.archive.containers import read_entries
from auditor.archive.containers.entry import Entry
from auditor.archive.containers.record_starts import cuts
from auditor.archive.plan import make_plan
from auditor.archive.shard import Tally
from auditor.model import Skipped, UnreadableError
from tests.archive.building import page, pages, record, warc


def read(*sources: Path):
    """Entries, skipped and the tally of all shards of these sources."""
    tally = Tally()
    plan = make_plan([str(source) for source in sources])
    assert not plan.unreadable
    found = [entry for shard in plan.shards for entry in read_entries(shard, tally)]
    return [e for e in found if isinstance(e, Entry)], [e for e in found if isinstance(e, Skipped)], tally


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz"])
def test_warc(tmp_path, name):
    picture = record("https://news.example/a.jpg", b"\xff\xd8\xff", content_type="image/jpeg")
    moved = record("https://news.example/old", b"<html>gone</html>", status=b"HTTP/1.1 404 Not Found")
    entries, skipped, tally = read(warc(tmp_path / name, [*pages(3), picture, moved]))
    assert [e.document.url for e in entries] == [f"https://news.example/harbour/{n}.html" for n in range(3)]
    assert [e.document.data for e in entries] == [page(n) for n in range(3)]
    assert entries[0].captured.isoformat() == "2024-03-06T10:00:00+00:00"
    assert (skipped, tally.counts.passed_over, tally.problems) == ([], 2, [])


def test_warc_zstd(tmp_path):
    import pyarrow

    frames = [pyarrow.Codec("zstd").compress(one, asbytes=True) for one in pages(3)]
    (tmp_path / "a.warc.zst").write_bytes(b"".join(frames))
    entries, _, tally = read(tmp_path / "a.warc.zst")
    assert (len(entries), tally.problems) == (3, [])


def test_wacz(tmp_path):
    warc(tmp_path / "data.warc.gz", pages(3))
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.write(tmp_path / "data.warc.gz", "archive/data.warc.gz")
        packed.writestr("pages/pages.jsonl", "{}")
    (tmp_path / "data.warc.gz").unlink()
    assert len(read(tmp_path / "a.wacz")[0]) == 3


@pytest.mark.parametrize(
    ("header", "pack"),
    [
        (b"Content-Encoding: gzip", gzip.compress),
        (b"Content-Encoding: deflate", zlib.compress),
        (b"Transfer-Encoding: chunked", lambda data: b"%x\r\n%b\r\n0\r\n\r\n" % (len(data), data)),
        (b"Content-Encoding: gzip", bytes),  # unpacked by the crawler, which kept the header
    ],
)
def test_http_codings(tmp_path, header, pack):
    entries, skipped, _ = read(warc(tmp_path / "a.warc.gz", [record("https://news.example/1", pack(page()), headers=(header,))]))
    assert skipped == []
    assert entries[0].document.data == page()


def test_charset_of_the_server_counts(tmp_path):
    body = "<html><body><p>Fähre</p></body></html>".encode("iso-8859-1")
    packed = record("https://news.example/1", body, content_type="text/html; charset=iso-8859-1")
    [entry], _, _ = read(warc(tmp_path / "a.warc", [packed]))
    assert "Fähre" in entry.document.data.decode("utf-8-sig")


def test_damage_in_the_middle_costs_its_record(tmp_path):
    members = [gzip.compress(one) for one in pages(6)]
    members[2] = members[2][:40] + b"\xff" * 20 + members[2][60:]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(members))
    entries, _, tally = read(tmp_path / "a.warc.gz")
    assert [e.document.url[-6] for e in entries] == list("01345")
    assert len(tally.problems) == 1
    assert f"reading went on at byte {sum(map(len, members[:3])):,}" in tally.problems[0]


def test_damaged_payload_does_not_spoil_the_next(tmp_path):
    broken = record("https://news.example/bad", gzip.compress(page())[:200] + b"\0" * 50, headers=(b"Content-Encoding: gzip",))
    entries, skipped, _ = read(warc(tmp_path / "a.warc.gz", [broken, *pages(2)]))
    assert len(entries) == 2
    assert [s.document for s in skipped] == ["https://news.example/bad"]
    assert "cut off" in skipped[0].reason


def test_cut_off_is_said(tmp_path):
    whole = b"".join(gzip.compress(one) for one in pages(3))
    (tmp_path / "a.warc.gz").write_bytes(whole[:-100])
    entries, skipped, tally = read(tmp_path / "a.warc.gz")
    assert len(entries) == 2
    assert [s.reason for s in skipped if "cut off" in s.reason] or [p for p in tally.problems if "cut off" in p]


def test_record_that_claims_more_than_it_holds(tmp_path):
    lie = pages(1)[0].replace(b"msgtype=response\r\nContent-Length: ", b"msgtype=response\r\nContent-Length: 4")
    entries, skipped, _ = read(warc(tmp_path / "a.warc", [lie]))
    assert entries == []
    assert "cut off" in skipped[0].reason


def test_record_too_large_is_named_unread(tmp_path):
    size = 40_000_000
    huge = pages(1)[0]
    begin = huge.index(b"\r\n\r\n", huge.index(b"msgtype=response"))
    head = huge[:begin].rpartition(b" ")[0] + b" %d" % size
    path = tmp_path / "a.warc"
    with path.open("wb") as file:
        file.write(head + huge[begin : begin + 200])
        file.seek(len(head) + 4 + size)  # a hole: no disk is used
        file.write(b"\r\n\r\n" + pages(1, first=7)[0])
    entries, skipped, _ = read(path)
    assert "too large" in skipped[0].reason
    assert [e.document.url for e in entries] == ["https://news.example/harbour/7.html"]


def test_bomb_is_named(tmp_path):
    bomb = gzip.compress(b"<html>" + b" " * 100_000_000)
    entries, skipped, _ = read(
        warc(tmp_path / "a.warc.gz", [record("https://news.example/b", bomb, headers=(b"Content-Encoding: gzip",)), *pages(1)])
    )
    assert len(entries) == 1
    assert "unpacks to more than" in skipped[0].reason


def test_zip(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        packed.writestr("2024/one.html", page(1))
        packed.writestr("2024/two.html.gz", gzip.compress(page(2)))
        packed.writestr("../climbs.html", page(3))
        packed.writestr("bomb.html", b" " * 64_000_000)
        packed.writestr("style.css", b"p {}")
    entries, skipped, tally = read(tmp_path / "a.zip")
    assert [e.document.data for e in entries] == [page(1), page(2)]
    assert [s.document.rpartition("#")[2] for s in skipped] == ["../climbs.html", "bomb.html"]
    assert tally.counts.passed_over == 1


@pytest.mark.parametrize("mode", ["", "gz", "zst"])
def test_tar(tmp_path, mode):
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as packed:
        for name, data in (("one.html", page(1)), ("/etc/absolute.html", page(2)), ("notes.bin", b"\0")):
            member = tarfile.TarInfo(name)
            member.size = len(data)
            packed.addfile(member, io.BytesIO(data))
        link = tarfile.TarInfo("link.html")
        link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
        packed.addfile(link)
    data = plain.getvalue()
    path = tmp_path / ("a.tar." + mode).rstrip(".")
    if mode == "zst":
        import pyarrow

        data = pyarrow.Codec("zstd").compress(data, asbytes=True)
    path.write_bytes(gzip.compress(data) if mode == "gz" else data)
    entries, skipped, tally = read(path)
    assert [e.document.data for e in entries] == [page(1)]
    assert "climbs out" in skipped[0].reason
    assert tally.counts.passed_over == 2


def test_json_lines(tmp_path):
    rows = [
        {"url": "https://news.example/1", "html": page(1).decode(), "published": "2024-02-01"},
        {"url": "https://news.example/2"},
    ]
    (tmp_path / "a.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "not json\n")
    entries, skipped, _ = read(tmp_path / "a.jsonl")
    assert (entries[0].document.url, entries[0].published) == ("https://news.example/1", "2024-02-01")
    assert ["html" in skipped[0].reason, "not JSON" in skipped[1].reason] == [True, True]


def test_json_lines_in_slices_lose_and_double_nothing(tmp_path, monkeypatch):
    monkeypatch.setattr("auditor.archive.plan.SLICE_BYTES", 2_500)
    lines = [json.dumps({"url": f"https://news.example/{n}", "html": page(n).decode()}) for n in range(9)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines) + "\n")
    assert len(make_plan([str(tmp_path / "a.jsonl")]).shards) > 3
    entries, _, _ = read(tmp_path / "a.jsonl")
    assert [e.document.url[-1] for e in entries] == list("012345678")


def test_parquet(tmp_path):
    import pyarrow
    import pyarrow.parquet

    table = pyarrow.table({"url": ["https://news.example/1", None], "html": [page(1).decode(), None], "other": [1, 2]})
    pyarrow.parquet.write_table(table, tmp_path / "a.parquet")
    entries, skipped, _ = read(tmp_path / "a.parquet")
    assert ([e.name for e in entries], len(skipped)) == (["https://news.example/1"], 1)


def test_folder_with_everything(tmp_path):
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "one.html").write_bytes(page(1))
    (tmp_path / "notes.bin").write_bytes(b"\0\1")
    warc(tmp_path / "deep" / "a.warc.gz", pages(2))
    plan = make_plan([str(tmp_path)])
    assert ([shard.kind for shard in plan.shards], plan.passed_over) == (["warc", "files"], 1)
    assert len(read(tmp_path)[0]) == 3


def test_pages_of_a_pattern_share_their_shards(tmp_path, monkeypatch):
    for n in range(5):
        (tmp_path / f"{n}.html").write_bytes(page(n))
    monkeypatch.setattr("auditor.archive.plan.SLICE_FILES", 2)
    plan = make_plan([str(tmp_path / "*.html")])
    assert [len(shard.files) for shard in plan.shards] == [2, 2, 1]


def test_an_empty_archive_is_named(tmp_path):
    (tmp_path / "a.warc").touch()
    plan = make_plan([str(tmp_path)])
    assert ([skipped.reason for skipped in plan.unreadable], plan.shards) == (["empty (0 bytes); fetch it again"], [])


def test_any_bytes_are_named_not_raised(tmp_path):
    for name in ("a.warc.gz", "b.warc", "c.tar.gz", "d.jsonl.gz", "e.parquet", "f.tar"):
        (tmp_path / name).write_bytes(bytes(range(256)) * 20)
    entries, _, tally = read(tmp_path)
    assert entries == []
    assert len(tally.problems) >= 4


def incompressible(number, size):
    """A page of so many bytes that gzip cannot pack."""
    noise = random.Random(number).randbytes(size).translate(bytes(range(128)) * 2)
    return page(number).replace(b"</article>", b"<!--" + noise.replace(b"-", b"_") + b"--></article>")


def sliced(path, monkeypatch, step):
    """Shards and addresses of pages, in order, when the archive is cut every so many bytes."""
    monkeypatch.setattr("auditor.archive.plan.SLICE_BYTES", step)
    tally = Tally()
    shards = make_plan([str(path)]).shards
    found = [entry.document.url for shard in shards for entry in read_entries(shard, tally) if isinstance(entry, Entry)]
    return shards, found, tally


def zstd_warc(path, records):
    import pyarrow

    path.write_bytes(b"".join(pyarrow.Codec("zstd").compress(one, asbytes=True) for one in records))
    return path


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst"])
def test_slices_of_a_web_archive_lose_and_double_nothing(tmp_path, monkeypatch, name):
    records = [record(f"https://news.example/{n}", incompressible(n, 3_000 + 700 * n)) for n in range(60)]
    path = (zstd_warc if name.endswith("zst") else warc)(tmp_path / name, records)
    whole = [entry.document.url for entry in read(path)[0]]
    assert len(whole) == 60
    for step in (100_000, 217_000, 400_001):
        shards, found, tally = sliced(path, monkeypatch, step)
        assert len(shards) == path.stat().st_size // step
        assert (found, tally.problems) == (whole, [])
        assert [shard.start for shard in shards[1:]] == [shard.end for shard in shards[:-1]]


def _packed(path, names):
    """A ZIP or tar of pages of these names, which are too long for a plain header of a tar."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for n, name in enumerate(names):
                packed.writestr(name, incompressible(n, 3_000 + 700 * n))
    else:
        with tarfile.open(path, "w") as packed:
            for n, name in enumerate(names):
                member = tarfile.TarInfo(name)
                data = incompressible(n, 3_000 + 700 * n)
                member.size = len(data)
                packed.addfile(member, io.BytesIO(data))
    return path


@pytest.mark.parametrize("name", ["a.zip", "a.tar"])
def test_slices_of_a_packed_file_lose_and_double_nothing(tmp_path, monkeypatch, name):
    path = _packed(tmp_path / name, [f"{'long-' * 30}{n % 3}/{n}.html" for n in range(60)])
    whole = [entry.name for entry in read(path)[0]]
    assert len(whole) == 60
    for step in (100_000, 217_000, 400_001):
        monkeypatch.setattr("auditor.archive.plan.SLICE_BYTES", step)
        shards = make_plan([str(path)]).shards
        assert abs(len(shards) - path.stat().st_size // step) <= 1
        tally = Tally()
        found = [[entry.name for entry in read_entries(shard, tally)] for shard in shards]
        assert [name for part in found for name in part] == whole
        assert all(found) and not tally.problems


def test_a_packed_tar_is_one_shard(tmp_path, monkeypatch):
    path = tmp_path / "a.tar.gz"
    path.write_bytes(gzip.compress(_packed(tmp_path / "a.tar", [f"{n}.html" for n in range(20)]).read_bytes()))
    monkeypatch.setattr("auditor.archive.plan.SLICE_BYTES", 50_000)
    assert len(make_plan([str(path)]).shards) == 1


@pytest.mark.parametrize("name", ["a.warc.gz", "a.warc.zst"])
def test_a_web_archive_inside_a_web_archive_is_not_cut(tmp_path, monkeypatch, name):
    """Its records lie there as they are, for what is packed already is stored; none passes for one of the outer archive."""
    noise = random.Random(1)
    inner = [record(f"https://inner.example/{n}", b"<html>" + noise.randbytes(9_000)) for n in range(80)]
    write = zstd_warc if name.endswith("zst") else warc
    packed = write(tmp_path / ("inner" + name[1:]), inner).read_bytes()
    records = [*pages(5), record("https://news.example/crawl", packed, content_type="application/warc"), *pages(200, first=5)]
    path = write(tmp_path / name, records)
    assert path.read_bytes().count(b"\x1f\x8b\x08" if name.endswith("gz") else b"\x28\xb5\x2f\xfd") > 270
    for step in range(50_000, 250_000, 25_000):
        _, found, tally = sliced(path, monkeypatch, step)
        assert (len(found), tally.counts.passed_over, tally.problems) == (205, 1, [])


def test_damage_where_a_web_archive_is_cut_costs_its_record(tmp_path, monkeypatch):
    members = [gzip.compress(record(f"https://news.example/{n}", incompressible(n, 20_000))) for n in range(20)]
    for number in (9, 10, 11):
        members[number] = members[number][:400] + b"\xff" * 20 + members[number][420:]
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"".join(members))
    shards, found, tally = sliced(path, monkeypatch, sum(map(len, members[:10])) - 100)
    assert len(shards) == 2
    assert [url.rpartition("/")[2] for url in found] == [str(n) for n in range(20) if n not in (9, 10, 11)]
    assert shards[0].end == sum(map(len, members[:12]))  # a record that cannot be read is no place to cut
    assert len(tally.problems) == 1


def test_one_damage_is_one_line_whatever_records_lie_before_it(tmp_path):
    asked = [one.replace(b"WARC-Type: response", b"WARC-Type: request ") for one in pages(6)]
    members = [gzip.compress(one) for pair in zip(asked, pages(6), strict=True) for one in pair]
    members[7] = members[7][:40] + b"\xff" * 20 + members[7][60:]
    (tmp_path / "a.warc.gz").write_bytes(b"".join(members))
    entries, _, tally = read(tmp_path / "a.warc.gz")
    assert (len(entries), len(tally.problems)) == (5, 1)


@pytest.mark.parametrize("packing", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_slices_of_a_wacz(tmp_path, monkeypatch, packing):
    records = [record(f"https://news.example/{n}", incompressible(n, 5_000)) for n in range(40)]
    with zipfile.ZipFile(tmp_path / "a.wacz", "w", packing) as packed:
        packed.write(warc(tmp_path / "data.warc.gz", records), "archive/data.warc.gz")
    (tmp_path / "data.warc.gz").unlink()
    shards, found, _ = sliced(tmp_path / "a.wacz", monkeypatch, 80_000)
    assert (len(shards), found) == (2, [f"https://news.example/{n}" for n in range(40)])


@pytest.mark.parametrize("data", [b"", b"\x1f\x8b\x08" * 5000, b"WARC/1.1\r\n" * 5000, b"\x28\xb5\x2f\xfd\0" * 5000])
def test_what_cannot_be_cut_stays_whole(data):
    assert cuts(io.BytesIO(data), 1000) == []


PICTURED = page(1).replace(b"https://news.example/pictures/nets-on-the-quay-of-elin.jpg", b"../pictures/nets%20dry.jpg")
BESIDE = page(2)  # its picture has an address elsewhere, and lies beside the page under the same name
PACKED = {
    "site/pictures/nets dry.jpg": b"one",
    "site/2024/one.html": PICTURED,
    "site/2024/two.html": BESIDE,
    "site/2024/nets-on-the-quay-of-elin.jpg": b"two",
    "../site/pictures/climbs.jpg": b"three",
}


def write_packed(path):
    if path.suffix == ".zip":
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as packed:
            for name, data in PACKED.items():
                packed.writestr(name, data)
        return
    plain = io.BytesIO()
    with tarfile.open(fileobj=plain, mode="w") as packed:
        for name, data in PACKED.items():
            member = tarfile.TarInfo(name)
            member.size = len(data)
            packed.addfile(member, io.BytesIO(data))
    path.write_bytes(gzip.compress(plain.getvalue()) if path.suffix == ".gz" else plain.getvalue())


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz"])
def test_pictures_packed_beside_their_pages(tmp_path, name):
    from auditor.archive.containers.packed_pictures import packed_pictures
    from auditor.pipeline import split

    write_packed(tmp_path / name)
    [shard] = make_plan([str(tmp_path / name)]).shards
    entries = [entry for entry in read_entries(shard, Tally()) if isinstance(entry, Entry)]
    with packed_pictures(shard, tally := Tally()) as pictures:
        found = [pictures.of_document(e.document).find(item) for e in entries for item in split(e.document).media]
        assert [(one.path.rpartition("#")[2], one.read()) for one in found] == [
            ("site/pictures/nets dry.jpg", b"one"),
            ("site/2024/nets-on-the-quay-of-elin.jpg", b"two"),
        ]
    assert tally.problems == []


def test_pictures_of_a_damaged_tar_are_those_before_the_damage(tmp_path):
    from auditor.archive.containers.packed_pictures import packed_pictures

    write_packed(tmp_path / "a.tar.gz")
    whole = (tmp_path / "a.tar.gz").read_bytes()
    (tmp_path / "a.tar.gz").write_bytes(whole[: len(whole) // 2])
    [shard] = make_plan([str(tmp_path / "a.tar.gz")]).shards
    with packed_pictures(shard, tally := Tally()) as pictures:
        assert pictures.members.read("site/pictures/nets dry.jpg") == b"one"
    assert len(tally.problems) == 1


def test_a_packed_picture_that_is_too_large_is_named(tmp_path, monkeypatch):
    from auditor.archive.containers.packed_pictures import packed_pictures

    monkeypatch.setattr("auditor.limits.MAX_WARC_PICTURE_BYTES", 2)
    for name in ("a.zip", "a.tar", "a.tar.gz"):
        write_packed(tmp_path / name)
        [shard] = make_plan([str(tmp_path / name)]).shards
        with packed_pictures(shard, Tally()) as pictures, pytest.raises(UnreadableError, match="too large"):
            pictures.members.read("site/pictures/nets dry.jpg")
