"""Plain text: pairs of text and expectation under fixtures/text, the seed's shape with other facts, and any text at all."""

import json
import re
import textwrap
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor import limits
from auditor.model import Block, BlockKind, Field, MediaItem, MediaKind, Page
from auditor.readers.plain_text import read_plain_text

ROOT = Path(__file__).parents[2]
FIXTURES = ROOT / "fixtures" / "text"
SEED = ROOT.parent / "shared" / "seed" / "article.txt"


def source(path: Path) -> str:
    return path.read_bytes().decode("utf-8")


def shown(item: MediaItem) -> dict[str, str]:
    """What the text shows of an item, as the expectations give it."""
    values = {"kind": item.kind.value, "header": item.header, "duration": item.duration}
    for name, field in (("caption", Field.CAPTION), ("credit", Field.CREDIT_LINE)):
        values[name] = " | ".join(statement.value for statement in item.stating(field)) or None
    return {name: value for name, value in values.items() if value}


def tile(text: str, page: Page) -> bool:
    edges = [0, *(block.span.end for block in page.blocks)]
    return [block.span.start for block in page.blocks] == edges[:-1] and edges[-1] == len(text)


def words(text: str, block: Block) -> str:
    return block.span.of(text).strip()


@pytest.mark.parametrize("path", sorted(FIXTURES.glob("*.txt")), ids=lambda path: path.stem)
def test_fixture(path: Path) -> None:
    text = source(path)
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    page = read_plain_text(text)
    assert [shown(item) for item in page.media] == expected["media"]
    assert page.title == expected["title"]
    assert page.byline == tuple(expected.get("byline", ()))
    assert page.date_published == expected.get("date_published")
    assert len(page.body) == expected.get("body", len(page.body))
    assert tile(text, page)


def test_locators_name_the_line() -> None:
    text = source(FIXTURES / "row.txt")
    lines = text.split("\n")
    for item in read_plain_text(text).media:
        for statement in item.statements:
            assert lines[int(statement.locator.removeprefix("line ")) - 1] == statement.value


def test_blocks_say_what_each_line_is() -> None:
    text = source(FIXTURES / "file_name.txt")
    blocks = read_plain_text(text).blocks
    assert [(block.kind.value, block.item) for block in blocks] == [
        ("headline", None),
        ("body", None),
        ("header", 0),
        ("caption", 0),
        ("credit", 0),
        ("body", None),
        ("header", 1),
        ("residue", None),
        ("residue", None),
    ]
    assert words(text, blocks[-1]) == "."


def test_a_caption_s_own_credit_is_a_block() -> None:
    text = source(FIXTURES / "glued.txt")
    credits = [words(text, block) for block in read_plain_text(text).blocks if block.kind is BlockKind.CREDIT]
    assert credits == ["(Photo: Cem Beispiel/AFP)", "Photo: Dora Muster / Getty Images"]


@pytest.mark.skipif(not SEED.exists(), reason=f"the seed article is not beside the checkout ({SEED})")
def test_seed() -> None:
    text = source(SEED)
    page = read_plain_text(text)
    assert tile(text, page)
    assert [(item.kind, item.duration) for item in page.media] == [(MediaKind.VIDEO, "01:22")] + [(MediaKind.IMAGE, None)] * 3
    assert [set(shown(item)) for item in page.media] == [{"kind", "header", "duration"}] + [
        {"kind", "header", "caption", "credit"}
    ] * 3
    assert [shown(item)["credit"] for item in page.media[1:]] == [
        "VASILY FEDOSENKO / REUTERS",
        "Misha Friedman / Getty",
        "Pool Pervogo / Handout via Reuters TV",
    ]
    assert page.media[2].header == "belarus-protest-police-1228224227.jpg"
    assert len(page.body) == 11
    assert page.blocks[0].kind is BlockKind.HEADLINE
    assert [(block.kind, words(text, block)) for block in page.blocks if block.kind is BlockKind.RESIDUE] == [
        (BlockKind.RESIDUE, ".")
    ]
    assert (page.language, page.date_published, page.byline) == (None, None, ())


SHAPE = """{leader} offers “{thing}” to {neighbour} in case “the flood gets worse”


{city} – {leader} said on {weekday} that the country would send {thing} to its neighbour.

Speaking on the news, {leader} said that {neighbour} had asked for help, and “{neighbour} shall have it,” adding, “We wait. ”


{neighbour} wades through the market

{duration}

Rescuers have worked for days – some of them without a break – in the towns along the river.

Helpers carry a boat through {city}
Helpers who carried a boat through the market were seen by a photographer of {agency1} in {city}, {date1}.

{creator1} / {AGENCY1}


The offer is the first sign that the two countries speak to each other again.

flood-market-{number}.jpg
A policeman asks {neighbour} to leave a flooded house, while a neighbour watches from a boat, {date2} in {city}.

{creator2} / {agency2}


The water is expected to fall by the end of the week.

{leader} in the flooded quarter
{leader} walks through the flooded quarter of {city} in this still image of a video made on {date3}.

{giver} / Handout via {agency3}


."""

FACTS = {
    "leader": "President Ada Example",
    "neighbour": "Bo Sample",
    "thing": "boats",
    "city": "Nordby",
    "weekday": "Thursday",
    "duration": "01:22",
    "agency1": "Reuters",
    "AGENCY1": "REUTERS",
    "agency2": "Getty",
    "agency3": "Reuters TV",
    "creator1": "CEM BEISPIEL",
    "creator2": "Dora Muster",
    "giver": "Kanal Pervyi",
    "number": "1403500011",
    "date1": "August 27, 2020",
    "date2": "27 August , 2020",
    "date3": "Sunday, August 23, 2020",
}
OTHER_FACTS = (
    {"creator1": "Jean-Luc d'Exemple", "AGENCY1": "AFP", "agency1": "AFP", "date1": "3 March 2011", "duration": "12:07"},
    {"creator2": "Ngũgĩ wa Mfano", "agency2": "AP", "leader": "Chancellor Lena Vzor", "city": "Oberfels", "number": "42"},
    {"giver": "Ministry of Floods", "agency3": "AP", "date3": "Monday, May 6, 2024", "neighbour": "Prime Minister Ivo Primjer"},
    {
        "creator1": "ŁUKASZ PRZYKŁAD",
        "creator2": "MARIA DA SILVA EXEMPLO",
        "AGENCY1": "EPA",
        "agency1": "EPA",
        "agency2": "Alamy",
        "date2": "May 2024",
    },
    {
        "creator1": "Kenji Rei",
        "AGENCY1": "Kyodo",
        "agency1": "Kyodo",
        "giver": "Qurum TV",
        "agency3": "AFP",
        "thing": "pumps",
        "weekday": "Friday",
    },
)


@pytest.mark.parametrize("changes", ({}, *OTHER_FACTS))
def test_changing_people_agencies_and_dates_changes_those_values_only(changes: dict[str, str]) -> None:
    facts = FACTS | changes
    text = SHAPE.format_map(facts)
    page = read_plain_text(text)
    pattern = read_plain_text(SHAPE.format_map(FACTS))
    assert [(block.kind, block.item) for block in page.blocks] == [(block.kind, block.item) for block in pattern.blocks]
    assert [words(text, block) for block in page.blocks] == [line.format_map(facts) for line in SHAPE.splitlines() if line]
    assert [block.kind.value for block in page.blocks] == (
        ["headline", "body", "body", "header", "duration", "body"]
        + ["header", "caption", "credit", "body"] * 2
        + ["header", "caption", "credit", "residue"]
    )
    assert [shown(item).get("credit") for item in page.media] == [
        None,
        "{creator1} / {AGENCY1}".format_map(facts),
        "{creator2} / {agency2}".format_map(facts),
        "{giver} / Handout via {agency3}".format_map(facts),
    ]


FORMS = {
    "CRLF": lambda text: text.replace("\n", "\r\n"),
    "byte order mark": lambda text: "\ufeff" + text,
    "one empty line at most": lambda text: re.sub(r"\n{2,}", "\n\n", text),
    "no empty line": lambda text: re.sub(r"\n+", "\n", text),
    "twice the empty lines": lambda text: text.replace("\n", "\n\n"),
    "space around": lambda text: "\n\n  " + text.replace("\n", " \t\n\u00a0"),
    "wrapped": lambda text: "\n".join(textwrap.fill(line, 66) for line in text.split("\n")),
    "no-break spaces": lambda text: text.replace(" ", "\u00a0"),
}


@pytest.mark.parametrize("form", FORMS)
def test_the_same_story_however_it_was_saved(form: str) -> None:
    text = SHAPE.format_map(FACTS)
    saved = FORMS[form](text)
    page, pattern = read_plain_text(saved), read_plain_text(text)
    assert tile(saved, page)
    assert [(block.kind, block.item) for block in page.blocks] == [(block.kind, block.item) for block in pattern.blocks]


LINES = st.sampled_from(
    [
        "",
        "",
        " ",
        "01:22",
        "Photo: Ada Example / Reuters",
        "a.jpg",
        "The ferry runs again.",
        "Ferry in port",
        "1. Ferry",
        "Left: Ferry",
        ".",
    ]
) | st.text(max_size=30)


@given(st.lists(st.tuples(LINES, st.sampled_from(["\n", "\r\n", "\r", "\f", "\u2028"]))))
def test_blocks_tile_any_text(lines: list[tuple[str, str]]) -> None:
    text = "".join(line + end for line, end in lines)
    page = read_plain_text(text)
    assert tile(text, page)
    owners = {block.item for block in page.blocks if block.item is not None}
    assert owners <= set(range(len(page.media)))
    assert [item.position for item in page.media] == list(range(len(page.media)))


@pytest.mark.parametrize(
    "text",
    [
        "a" * limits.MAX_PAGE_BYTES,
        "\n" * limits.MAX_PAGE_BYTES,
        "a\n" * 3_000_000,
        "a " * 10_000_000,
        "1:" * 10_000_000,
        "(" * 5_000_000,
    ],
    ids=["one line", "no line", "short lines", "words", "times", "brackets"],
)
def test_hostile_text_is_read_in_bounded_time(text: str) -> None:
    started = time.process_time()
    page = read_plain_text(text)
    assert time.process_time() - started < 10
    assert tile(text, page)
    assert page.media == ()
    assert bool(page.problems) == (text.count("\n") > limits.MAX_TEXT_LINES and "a" in text)


def test_what_was_not_read_is_named_and_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_TEXT_CHARS", 200)
    text = source(FIXTURES / "row.txt")
    page = read_plain_text(text)
    assert page.problems == ("the text is too long: what follows line 6 was not read",)
    assert tile(text, page)
    assert page.blocks[-1].kind is BlockKind.RESIDUE
    assert words(text, page.blocks[-1]).startswith("Paper lanterns")


def test_more_pictures_than_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "MAX_MEDIA_ITEMS", 2)
    page = read_plain_text(source(FIXTURES / "row.txt"))
    assert len(page.media) == 2
    assert page.problems == ("the text has 3 pictures; those after the first 2 were not read",)
