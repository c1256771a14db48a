"""Questions to an archive of invented pages whose answers are known."""

import csv
import hashlib
import io
import json
import random
import re
import subprocess
from datetime import date

import pytest

from auditor.archive.intervals import difference, wilson
from tests.archive.building import BARE, CREDITED, page, record, warc

OTHER = "Nets dry on the quay of Port Elin. Photo: Ivo Marsh/AP"


def archive(place, *records):
    """Parts made from these records, in this process."""
    from auditor.archive.engines import Pulse
    from auditor.archive.run import Wish, run_archive
    from auditor.archive.shard_audit import audit_shard
    from auditor.archive.stores import open_store
    from auditor.policy import load_policy

    class Here:
        def run(self, shards, options, folder, watch):
            watch(Pulse())
            yield from (audit_shard(shard, options, folder) for shard in shards)

    place.mkdir(exist_ok=True)
    half = len(records) // 2
    warc(place / "a.warc.gz", records[:half])
    warc(place / "b.warc.gz", records[half:])
    wish = Wish(sources=(str(place),), into=open_store(place / "audit"), policy=load_policy("default"), today=date(2026, 1, 1))
    run_archive(wish, Here(), lambda progress: None)
    return place / "audit"


def story(n, caption=CREDITED, *, site="news.example", section="harbour", day="2024-03-06T10:00:00Z", **how):
    return record(f"https://{site}/{section}/{n}.html", page(n, caption=caption, site=site, **how), date=day)


def as_jpeg(picture, quality):
    file = io.BytesIO()
    picture.save(file, "JPEG", quality=quality)
    return file.getvalue()


@pytest.fixture(scope="module")
def filed(tmp_path_factory):
    """Twelve uses of one picture, one of them credited differently; three bare pictures; an old and a new capture of a page."""
    same = [story(n, published="2023-05-01") for n in range(11)]
    bare = [story(20 + n, BARE, section="sport", picture=f"boat-leaves-{n}", published="2024-06-02") for n in range(3)]
    captures = [
        story(30, BARE, picture="captured-twice", day="2024-01-01T00:00:00Z"),
        story(30, picture="captured-twice", day="2025-01-01T00:00:00Z"),
    ]
    return archive(
        tmp_path_factory.mktemp("filed") / "in", *same, story(11, OTHER), *bare, *captures, story(5, published="2023-05-01")
    )


@pytest.fixture
def report(filed, tmp_path, auditor):
    result = auditor("archive", "report", filed, "--format", "json", "--format", "html", "--format", "xlsx", "--output", tmp_path)
    assert result.code == 0, result.err
    tables = json.loads((tmp_path / "archive.json").read_text())
    return {table["id"]: table["rows"] for table in tables["tables"]}, tmp_path


def test_shares_and_denominators(report):
    [overall] = report[0]["overall"]
    assert (overall["pictures"], overall["credited"], overall["person named"]) == (16, 13, 13)
    assert overall["credited %"] == 81.2


def test_breakdowns(report):
    tables, _ = report
    assert {row["year"]: row["pictures"] for row in tables["by-year"]} == {2023: 11, 2024: 5}
    assert {row["agency"]: row["pictures"] for row in tables["by-agency"]} == {"Reuters": 12, "AP": 1, "not known": 3}
    assert {row["section"]: row["pictures"] for row in tables["by-section"]} == {"harbour": 13, "sport": 3}


def test_same_picture_with_different_credits(report):
    rows = report[0]["different-credits"]
    assert [(row["credit"], row["uses with this credit"]) for row in rows] == [
        ("lena ostrow / Reuters", 11),
        ("ivo marsh / AP", 1),
    ]
    assert rows[0]["proposed: what most uses say"] == "lena ostrow / Reuters"


def test_terms_that_ended_and_pictures_still_shown(tmp_path, auditor):
    limited = "Nets dry on the quay. NO ARCHIVES. Photo: Lena Ostrow/Reuters"
    filed = archive(
        tmp_path / "in",
        story(1, limited, published="2024-01-02", day="2024-03-06T10:00:00Z"),
        story(2, limited, published="2024-03-02", day="2024-03-06T10:00:00Z", picture="another-of-elin"),
    )
    auditor("archive", "report", filed, "--format", "json", "--output", tmp_path)
    tables = {table["id"]: table["rows"] for table in json.loads((tmp_path / "archive.json").read_text())["tables"]}
    [row] = tables["terms"]
    assert (row["term"], row["pictures"], row["shown against it"]) == ("no-archive", 2, 1)


def test_broken_terms_are_among_the_worst_exposures(tmp_path, auditor):
    words = "Nets dry on the quay of Port Elin. {} Photo: Lena Ostrow/Reuters"
    filed = archive(
        tmp_path / "in",
        story(1, words.format("NO USE AFTER March 5, 2024."), published="2024-03-01", picture="first-of-elin"),
        story(2, words.format("NO USE AFTER May 5, 2024."), published="2024-03-01", picture="second-of-elin"),
        story(3, words.format("EMBARGOED UNTIL March 9, 2024."), published="2024-03-01", picture="third-of-elin"),
        story(4, BARE, published="2024-03-01", picture="fourth-of-elin"),
        story(5, BARE, published="2024-03-02", picture="fourth-of-elin"),
    )
    auditor("archive", "report", filed, "--format", "json", "--output", tmp_path)
    tables = {table["id"]: table["rows"] for table in json.loads((tmp_path / "archive.json").read_text())["tables"]}
    exposed = [(row["picture"].rpartition("/")[2], row["why"], row["uses"]) for row in tables["exposures"]]
    assert exposed == [
        ("third-of-elin.jpg", "rights/embargo-not-over", 1),
        ("first-of-elin.jpg", "rights/last-day-passed", 1),
        ("fourth-of-elin.jpg", "no credit", 2),
    ]
    terms = {row["term"]: (row["pictures"], row["shown against it"]) for row in tables["terms"]}
    assert terms == {"use-until": (2, 1), "embargo": (1, 1)}


def test_dossier_holds_the_rows_of_the_registers(tmp_path, auditor):
    (tmp_path / "licences.csv").write_text("Asset,Until,Credit\n1228224227,2024-01-31,Lena Ostrow/Reuters\n")
    (tmp_path / "registers.toml").write_text(
        '[licences]\nfile = "licences.csv"\ncolumns = { id = "Asset", until = "Until", credit = "Credit" }\n'
    )
    warc(tmp_path / "a.warc.gz", [story(1, picture="harbour-gettyimages-1228224227"), story(2)])
    into, options = tmp_path / "audit", ("--registers", tmp_path / "registers.toml", "--workers", 1)
    result = auditor("archive", "run", tmp_path / "a.warc.gz", "--into", into, *options)
    assert result.code == 0, result.err
    auditor("archive", "dossier", into, "getty:1228224227", "--output", tmp_path / "claim")
    facts = json.loads((tmp_path / "claim" / "dossier.json").read_text())
    [[entry]] = [use["registered"] for use in facts["uses"]]
    assert (entry["place"], entry["by"], entry["until"]) == ("licences.csv, row 2", "supplier id", "2024-01-31")
    assert [register["file"].rpartition("/")[2] for register in facts["edition"]["registers"]] == [
        "registers.toml",
        "licences.csv",
    ]
    (tmp_path / "licences.csv").write_text("Asset,Until,Credit\n1228224227,2030-01-31,Lena Ostrow/Reuters\n")
    again = auditor("archive", "run", tmp_path / "a.warc.gz", "--into", into, *options)
    assert "1 shards audited, 0 done before" in again.out


def test_html_is_one_file_with_charts(report):
    html = (report[1] / "archive.html").read_text()
    assert html.count("<svg") >= 2
    assert not re.search(r'src="https?:|href="https?:[^"]*"(?! rel="noreferrer")', html)  # nothing is loaded; links tell nothing
    assert "<script" not in html


def test_xlsx_opens(report):
    import zipfile

    with zipfile.ZipFile(report[1] / "archive.xlsx") as book:
        assert len([name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]) == len(report[0])


def test_all_versions_on_request(filed, auditor):
    ask = ("archive", "query", filed, "select count(*) as n from pictures where picture like '%captured-twice%'")
    assert json.loads(auditor(*ask).out) == {"n": 1}
    assert json.loads(auditor(*ask, "--all-versions").out) == {"n": 2}


def test_same_bytes_in_two_shards_count_once(filed, auditor):
    ask = ("archive", "query", filed, "select count(*) as n from pages where url like '%/5.html'", "--all-versions")
    assert json.loads(auditor(*ask).out) == {"n": 1}


def test_words_of_findings_and_credit_are_cut_from_the_caption(filed, auditor):
    row = json.loads(
        auditor("archive", "query", filed, "select credit_line, caption from pictures where url like '%/11.html'").out
    )
    assert row == {"credit_line": "Photo: Ivo Marsh/AP", "caption": OTHER}


def test_wrong_sql_is_wrong_usage(filed, auditor):
    result = auditor("archive", "query", filed, "select nonsense from pictures")
    assert (result.code, "nonsense" in result.err, "Traceback" in result.err) == (2, True, False)


def test_compact_changes_no_answer_and_resume_still_knows(filed, tmp_path, auditor):
    into = tmp_path / "audit"
    subprocess.run(["cp", "-r", filed, into], check=True)
    ask = (
        "select url, position, caption, credit_line, rule, text from media left join findings using (url, position) order by all",
    )
    before = auditor("archive", "query", into, *ask).out
    assert auditor("archive", "compact", into).out == "2 files before, 1 after\n"
    assert auditor("archive", "query", into, *ask).out == before
    assert not list(into.glob("*/part-*"))
    again = auditor("archive", "run", filed.parent / "a.warc.gz", filed.parent / "b.warc.gz", "--into", into)
    assert "0 shards audited, 2 done before" in again.out


def test_parts_left_beside_their_compacted_copy_count_once(filed, tmp_path, auditor):
    into = tmp_path / "audit"
    subprocess.run(["cp", "-r", filed, into], check=True)
    auditor("archive", "compact", into)
    for part in filed.glob("*/part-*"):
        subprocess.run(["cp", part, next(into.glob("*/edition.json")).parent], check=True)
    assert json.loads(auditor("archive", "query", into, "select count(*) as n from pictures").out) == {"n": 16}


def test_diff(filed, tmp_path, auditor):
    later = archive(
        tmp_path / "later",
        *(story(n, BARE if n < 4 else CREDITED, published="2023-05-01") for n in range(11)),
        story(50),
    )
    result = auditor("archive", "diff", filed, later, "--format", "json", "--output", tmp_path)
    assert result.code == 0, result.err
    tables = {table["id"]: table["rows"] for table in json.loads((tmp_path / "diff.json").read_text())["tables"]}
    assert tables["pages"] == [
        {"pages in both": 11, "only in the new audit": 1, "only in the old audit": 5, "gone from their sources": 0}
    ]
    assert next(row["page"] for row in tables["only-old"]) == "https://news.example/harbour/11.html"
    by_rule = {row["rule"]: row for row in tables["rules"]}
    assert (by_rule["credit/missing"]["new"], by_rule["credit/missing"]["gone"]) == (4, 0)
    assert by_rule["credit/missing"]["on pages only the old audit has"] == 3


def test_sample_is_the_same_for_the_same_seed_and_in_proportion(filed, tmp_path, auditor):
    sheets = []
    for seed in (7, 7, 8):
        result = auditor("archive", "sample", filed, "-n", 8, "--seed", seed, "--by", "section", "--output", tmp_path / str(seed))
        assert result.code == 0, result.err
        sheets.append((tmp_path / str(seed) / "sample.csv").read_text())
    assert sheets[0] == sheets[1] != sheets[2]
    rows = list(csv.DictReader(io.StringIO(sheets[0])))
    assert sorted(row["stratum"] for row in rows) == ["harbour"] * 7 + ["sport"]
    html = (tmp_path / "7" / "sample.html").read_text()
    assert html.count("<article>") == 8


def test_marks_become_precision_and_recall(filed, tmp_path, auditor):
    auditor("archive", "sample", filed, "-n", 100, "--output", tmp_path)
    rows = list(csv.DictReader(io.StringIO((tmp_path / "sample.csv").read_text())))
    for row in rows:
        row["true_credited"] = "no" if row["page"].endswith("/11.html") else row["credited"]
    with (tmp_path / "marked.csv").open("w") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    result = auditor("archive", "sample", "score", tmp_path / "marked.csv", "--format", "json", "--output", tmp_path)
    [table] = json.loads((tmp_path / "score.json").read_text())["tables"]
    found = {(row["question"], row["measure"]): (row["hits"], row["out of"]) for row in table["rows"]}
    assert result.code == 0
    assert found["credited", "precision"] == (12, 13)
    assert found["credited", "recall"] == (12, 12)
    assert found["dated", "precision"] == (0, 0)


def test_dossier_proves_itself_and_reports_a_changed_byte(filed, tmp_path, auditor):
    result = auditor("archive", "dossier", filed, "https://news.example/harbour/11.html", "--output", tmp_path / "claim")
    assert result.code == 0, result.err
    facts = json.loads((tmp_path / "claim" / "dossier.json").read_text())
    assert [use["credit_line"] for use in facts["uses"]] == ["Photo: Ivo Marsh/AP"]
    copy = (tmp_path / "claim" / facts["uses"][0]["copy"]).read_bytes()
    assert copy == page(11, caption=OTHER)
    assert facts["uses"][0]["archived_sha256"] == hashlib.sha256(copy).hexdigest()
    assert auditor("archive", "dossier", tmp_path / "claim", "--verify").code == 0
    (tmp_path / "claim" / "page-001.html").write_bytes(copy[:-1] + b"?")
    changed = auditor("archive", "dossier", tmp_path / "claim", "--verify")
    assert (changed.code, "page-001.html: changed" in changed.out) == (1, True)


def test_dossier_of_a_picture_holds_all_its_uses(filed, tmp_path, auditor):
    picture = "https://news.example/pictures/nets-on-the-quay-of-elin.jpg"
    auditor("archive", "dossier", filed, picture, "--output", tmp_path / "claim")
    assert len(json.loads((tmp_path / "claim" / "dossier.json").read_text())["uses"]) == 12
    assert len(list((tmp_path / "claim").glob("page-*.html"))) == 12


def test_dossier_of_a_saved_page(tmp_path, auditor):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "story.html").write_bytes(page(3))
    auditor("archive", "run", tmp_path / "in" / "*.html", "--into", tmp_path / "audit", "--workers", 1)
    result = auditor("archive", "dossier", tmp_path / "audit", tmp_path / "in" / "story.html", "--output", tmp_path / "claim")
    assert result.code == 0, result.err
    assert (tmp_path / "claim" / "page-001.html").read_bytes() == page(3)


def test_dossier_holds_the_picture_and_what_it_says_of_itself(tmp_path, auditor):
    from tests.demo.pictures import arrival

    jpeg = as_jpeg(arrival(), 90)
    records = [record("https://news.example/pictures/a-boat.jpg", jpeg, content_type="image/jpeg"), story(1, picture="a-boat")]
    warc(tmp_path / "a.warc.gz", records)
    auditor("archive", "run", tmp_path / "a.warc.gz", "--into", tmp_path / "audit", "--pictures", "--workers", 1)
    result = auditor(
        "archive", "dossier", tmp_path / "audit", "https://news.example/pictures/a-boat.jpg", "--output", tmp_path / "d"
    )
    assert result.code == 0, result.out + result.err
    [use] = json.loads((tmp_path / "d" / "dossier.json").read_text())["uses"]
    assert (tmp_path / "d" / use["picture_copy"]).read_bytes() == jpeg
    assert use["metadata"]["container"] == "jpeg"
    warc(
        tmp_path / "a.warc.gz",
        [record("https://news.example/pictures/a-boat.jpg", jpeg[:-9], content_type="image/jpeg"), records[1]],
    )
    gone = auditor("archive", "dossier", tmp_path / "audit", "https://news.example/harbour/1.html", "--output", tmp_path / "e")
    assert gone.code == 3


def test_dossier_of_nothing(filed, tmp_path, auditor):
    result = auditor("archive", "dossier", filed, "https://news.example/none", "--output", tmp_path / "claim")
    assert (result.code, "nothing in this archive" in result.err) == (2, True)


def test_kill_finds_certain_and_probable_and_later_says_gone(tmp_path, auditor):
    small = "harbour-gettyimages-1228224227-800x600"
    large = "harbour-gettyimages-1228224227"
    place = tmp_path / "in"
    filed = archive(place, story(1, picture=large), story(2, picture=small), story(3, picture="other-picture-of-elin"), story(4))
    (tmp_path / "list.csv").write_text("# withdrawn on Tuesday\ngetty:1228224227,by mail\nother-picture-of-elin.jpg\n")
    first = auditor("archive", "kill", filed, tmp_path / "list.csv", "--output", tmp_path / "out")
    assert (first.code, "2 certain and 1 probable uses are published, 0 are gone" in first.out) == (1, True)
    clean = archive(tmp_path / "clean", story(1, picture="new-picture-of-elin"), story(4))
    second = auditor("archive", "kill", clean, tmp_path / "list.csv", "--output", tmp_path / "out")
    assert (second.code, "0 certain and 0 probable uses are published, 3 are gone" in second.out) == (0, True)


def test_empty_kill_list_is_wrong_usage(filed, tmp_path, auditor):
    (tmp_path / "list.csv").write_text("# nothing\n")
    assert auditor("archive", "kill", filed, tmp_path / "list.csv", "--output", tmp_path).code == 2


def test_pictures_in_the_archive_link_renamed_copies(tmp_path, auditor):
    """Two names, one picture, once smaller and compressed harder: one picture with two credits."""
    from auditor.archive.catalogue import open_catalogue
    from auditor.archive.clusters import differing_credits, number_clusters
    from auditor.archive.stores import open_store
    from tests.demo.pictures import arrival

    large, small = as_jpeg(arrival(), 90), as_jpeg(arrival().resize((480, 320)), 60)
    records = [
        record("https://news.example/pictures/first-name-of-it.jpg", large, content_type="image/jpeg"),
        story(1, picture="first-name-of-it"),
        record("https://news.example/pictures/another-name-of-it.jpg", small, content_type="image/jpeg"),
        story(2, OTHER, picture="another-name-of-it"),
    ]
    warc(tmp_path / "a.warc.gz", records)
    result = auditor("archive", "run", tmp_path / "a.warc.gz", "--into", tmp_path / "audit", "--pictures", "--workers", 1)
    assert result.code == 0, result.out + result.err
    catalogue = open_catalogue(open_store(tmp_path / "audit"))
    assert catalogue.ask("select count(*), count(look), count(file_sha256) from pictures") == [(2, 2, 2)]
    number_clusters(catalogue)
    assert differing_credits(catalogue, 10)[0] == 1


def test_pictures_beside_saved_pages(tmp_path, auditor):
    from auditor.archive.catalogue import open_catalogue
    from auditor.archive.stores import open_store
    from tests.demo.pictures import arrival

    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "story.html").write_bytes(page(1))
    (tmp_path / "in" / "nets-on-the-quay-of-elin.jpg").write_bytes(as_jpeg(arrival(), 80))
    result = auditor("archive", "run", tmp_path / "in", "--into", tmp_path / "audit", "--pictures", "--workers", 1)
    assert result.code == 0, result.out + result.err
    assert open_catalogue(open_store(tmp_path / "audit")).ask("select count(look), count(file_sha256) from pictures") == [(1, 1)]


def test_pictures_packed_beside_their_pages(tmp_path, auditor):
    import zipfile

    from auditor.archive.catalogue import open_catalogue
    from auditor.archive.stores import open_store
    from tests.demo.pictures import arrival

    with zipfile.ZipFile(tmp_path / "a.zip", "w") as packed:
        packed.writestr("in/story.html", page(1))
        packed.writestr("in/nets-on-the-quay-of-elin.jpg", as_jpeg(arrival(), 80))
    result = auditor("archive", "run", tmp_path / "a.zip", "--into", tmp_path / "audit", "--pictures", "--workers", 1)
    assert result.code == 0, result.out + result.err
    catalogue = open_catalogue(open_store(tmp_path / "audit"))
    assert catalogue.ask("select count(look), count(file_sha256) from pictures") == [(1, 1)]


def test_source_by_url(tmp_path, auditor):
    place = warc(tmp_path / "a.warc.gz", [story(1), story(2)])
    result = auditor("archive", "run", f"file://{place}", "--into", tmp_path / "audit", "--workers", 1)
    assert (result.code, "2 pages" in result.out) == (0, True), result.err


def test_no_archive_is_wrong_usage(tmp_path, auditor):
    result = auditor("archive", "report", tmp_path)
    assert (result.code, "holds no archive audit" in result.err) == (2, True)


def test_wilson_against_published_values():
    """Newcombe 1998, table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29."""
    published = {(81, 263): (0.2553, 0.3662), (15, 148): (0.0624, 0.1605), (0, 20): (0.0, 0.1611), (1, 29): (0.0061, 0.1718)}
    for counted, bounds in published.items():
        assert wilson(*counted) == pytest.approx(bounds, abs=5e-5)


def test_difference_against_published_values():
    """Newcombe 1998 (comparison of methods for the difference), method 10: 56/70 - 48/80 lies in 0.0524 to 0.3339."""
    assert difference((48, 80), (56, 70)) == pytest.approx((0.0524, 0.3339), abs=5e-5)


def test_near_looks_are_found_without_comparing_all_pairs():
    """Bits flipped at random: every pair within the bound is found, none beyond it."""
    import duckdb

    from auditor.archive.clusters import NEAR

    source = random.Random(3)
    looks = [source.getrandbits(63) for _ in range(200)]
    near = [(look, look ^ sum(1 << bit for bit in source.sample(range(63), source.randint(1, 8)))) for look in looks[:100]]
    far = [(look, look ^ sum(1 << bit for bit in source.sample(range(63), 9))) for look in looks[100:]]
    database = duckdb.connect()
    database.execute(
        "create table looks as select unnest(?::ubigint[]) as look", [[look for pair in (*near, *far) for look in pair]]
    )
    found = set(database.execute(NEAR).fetchall())
    assert {tuple(sorted(pair)) for pair in near} <= found
    assert not {tuple(sorted(pair)) for pair in far} & found


@pytest.mark.parametrize(
    "damage", [lambda data: b"junk", lambda data: data[:500], lambda data: data[:200] + b"\xff" * 1000 + data[1200:]]
)
def test_a_damaged_part_is_one_line(filed, tmp_path, auditor, damage):
    into = tmp_path / "audit"
    subprocess.run(["cp", "-r", filed, into], check=True)
    part = next(into.glob("*/part-*"))
    part.write_bytes(damage(part.read_bytes()))
    for command in (("report", into), ("compact", into), ("sample", into, "--output", tmp_path / "s")):
        result = auditor("archive", *command)
        assert (result.code, result.err.count("\n"), "Traceback" in result.err) == (2, 1, False), result.err
        assert "run the audit again" in result.err


def test_a_damaged_record_of_an_edition_is_one_line(filed, tmp_path, auditor):
    subprocess.run(["cp", "-r", filed, tmp_path / "audit"], check=True)
    next((tmp_path / "audit").glob("*/edition.json")).write_text("{")
    result = auditor("archive", "dossier", tmp_path / "audit", "https://news.example/harbour/3.html", "--output", tmp_path / "d")
    assert (result.code, "edition.json is damaged" in result.err) == (2, True)


@pytest.mark.parametrize("sql", ["", "select", "drop table x", "select 1; select nonsense"])
def test_what_is_no_query_is_wrong_usage(filed, auditor, sql):
    result = auditor("archive", "query", filed, sql)
    assert (result.code, "Traceback" in result.err, result.err.count("\n")) == (2, False, 1)


def test_a_source_that_is_not_there_is_named_and_makes_nothing(tmp_path, auditor):
    result = auditor("archive", "run", tmp_path / "none", "--into", tmp_path / "audit")
    assert (result.code, "there is nothing of this name" in result.out, (tmp_path / "audit").exists()) == (3, True, False)


def test_saved_pages_are_known_by_the_address_they_state(tmp_path, auditor):
    saved = tmp_path / "saved"
    saved.mkdir()
    address = "https://www.courier.example/sport/regatta.html"
    head = f'<link rel="canonical" href="{address}"></head>'.encode()
    (saved / "a.html").write_bytes(page().replace(b"</head>", head))
    (saved / "b.html").write_bytes(page(1).replace(b"</head>", head))  # a page that calls itself by the address of another
    auditor("archive", "run", saved, "--into", tmp_path / "a", "--workers", "1")
    found = auditor("archive", "query", tmp_path / "a", "select url, site, section, canonical from pages")
    wanted = {"url": None, "site": "courier.example", "section": "sport", "canonical": address}
    assert list(map(json.loads, found.out.splitlines())) == [wanted, wanted]
    assert auditor("archive", "dossier", tmp_path / "a", address, "--output", tmp_path / "d").out.startswith("2 uses")
