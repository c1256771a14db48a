from auditor.render.metadata_table import WIDTH, metadata_table
from auditor.render.printable import columns

RECORD = {
    "file": "nets.jpg",
    "container": "jpeg",
    "by_block": {
        "exif": {},
        "iim": {"creator": ["Jonas Weyland"], "credit": "REUTERS"},
        "xmp": {"creator": ["Lena Ostrow", "Ann Example"], "credit": "REUTERS"},
    },
    "conflicts": ["creator"],
    "problems": ["EXIF: the directory at byte 8 points outside the block"],
}


def test_a_line_a_value_with_its_blocks():
    assert metadata_table(RECORD).splitlines() == [
        "nets.jpg (jpeg)",
        "  creator           Jonas Weyland (iim; BLOCKS DISAGREE)",
        "  creator           Lena Ostrow; Ann Example (xmp; BLOCKS DISAGREE)",
        "  credit            REUTERS (iim, xmp)",
        "  PROBLEM           EXIF: the directory at byte 8 points outside the block",
    ]


def test_no_metadata_is_said():
    empty = {**RECORD, "container": None, "by_block": {"exif": {}}, "conflicts": [], "problems": []}
    assert metadata_table(empty) == "nets.jpg (no picture)\n  no metadata\n"


def test_hostile_values_stay_on_their_lines():
    hostile = {**RECORD, "by_block": {"xmp": {"caption": "\x1b[2J\n" * 60}}, "conflicts": []}
    for line in metadata_table(hostile).splitlines():
        assert columns(line) <= WIDTH and line.isprintable()


def test_what_stands_outside_the_blocks_is_shown_and_personal_data_is_only_named():
    record = {**RECORD, "by_block": {}, "conflicts": [], "problems": [], "besides": {"png-text": {"creator": ["Lena Ostrow"]}}}
    assert metadata_table({**record, "location": None, "contact": "present"}).splitlines() == [
        "nets.jpg (jpeg)",
        "  creator           Lena Ostrow (png-text)",
        "  contact           present",
    ]
