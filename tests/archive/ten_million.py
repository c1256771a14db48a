"""Ten million invented rows, written as a run writes them."""

from pathlib import Path


def ten_million(folder: Path) -> Path:
    """Parts of 10 million invented rows, written as a run writes them (columns, types, receipts), then compacted."""
    import duckdb
    import pyarrow as pa
    import pyarrow.parquet as pq

    from auditor.archive.columns import schema
    from auditor.archive.compact import compact
    from auditor.archive.packing import packing
    from auditor.archive.parts import FOOTER_KEY, part_name
    from auditor.archive.shard import Counts, Receipt
    from auditor.archive.stores import open_store

    into = folder / "ten-million"
    edition = into / "abcdefabcdef"
    if (into / "done").exists():
        return into
    edition.mkdir(parents=True, exist_ok=True)
    (edition / "edition.json").write_text('{"today": "2026-01-01"}')
    database = duckdb.connect()
    for part in range(20):
        reader = database.sql(INVENTED_ROWS, params=[part * 500_000, (part + 1) * 500_000]).to_arrow_reader(20_000)
        receipt = Receipt(key=f"{part:032x}", uri="invented", name="invented", rows=500_000, counts=Counts(pictures=500_000))
        wanted = schema()
        with pq.ParquetWriter(edition / part_name(receipt.key), wanted, **packing()) as writer:
            for batch in reader:
                missing = [name for name in wanted.names if name not in batch.schema.names]
                table = pa.Table.from_batches([batch])
                for name in missing:
                    table = table.append_column(name, pa.nulls(len(table), wanted.field(name).type))
                writer.write_table(table.select(wanted.names).cast(wanted))
            writer.add_key_value_metadata({FOOTER_KEY.decode(): receipt.to_json()})
    compact(open_store(edition), open_store(into))
    (into / "done").touch()
    return into


INVENTED_ROWS = """
select (n // 3)::bigint as doc, n % 3 = 0 as first, 'https://' || site || '/' || section || '/' || (n // 3) || '.html' as url,
    site, section, 'Story number ' || (n // 3) as title, 'en' as language, date '2006-01-01' + (h % 7300)::int as published,
    'Author ' || (h % 3000) as author, timestamp '2026-02-03 10:00:00' as captured, unhex(md5((n // 3)::varchar)) as sha256,
    (n * 20000)::bigint as record_offset, (n % 3)::smallint as position, 'image' as kind, n % 3 = 0 as is_lead,
    'https://cdn.example/pictures/' || picture || '.jpg' as picture, hash(picture) as picture_key,
    w1 || ' ' || w2 || ' ' || w3 || ' at the ' || w4 || ' of ' || w1 || '. Photo: Maker ' || (g % 9000) as caption,
    40 as credit_start, 60 as credit_end, case when g % 3 > 0 then ['Maker ' || who] end as creators,
    ['Agency ' || agency_number] as organisations, case when g % 5 > 0 then 'Agency ' || agency_number end as agency,
    case when g % 5 > 0 then agency_number::uinteger end as agency_key, case when g % 3 > 0 then who::uinteger end as maker_key,
    'agency' as role, if(g % 7 > 0, 'yes', 'no') as credited, if(g % 3 > 0, 'yes', 'no') as person_named,
    if(g % 4 = 0, 'yes', 'no') as dated,
    case when g % 7 = 0 then [{'rule': 'credit/missing', 'severity': 'block', 'confidence': 'high', 'outcome': 'fail',
        'message': 'Nobody is credited.', 'start': null::int, 'end': null::int, 'text': null::varchar, 'on_page': false}]
        end as findings
from (
    select n, h, g, 'word' || (g % 5000) as w1, 'word' || (g // 7 % 5000) as w2, 'word' || (g // 11 % 5000) as w3,
        'word' || (h % 997) as w4, 'site-' || (h % 400) || '.example' as site, 'section-' || (h % 12) as section,
        g % 6000000 as picture, g % 6000000 % 400 as agency_number,
        if(g % 6000000 % 50 = 0, g % 8999, g % 6000000 % 9000) as who
    from (select n, hash(n // 3) as h, hash(n + 17) as g from range(?, ?) t(n))
)"""
