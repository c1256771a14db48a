"""Lines, their places, the gaps between them, and broken lines put together."""

from auditor.readers.plain_lines import read_lines, usual_gap


def texts(source: str) -> list[str]:
    return [line.text for line in read_lines(source)[0]]


def test_every_kind_of_line_end_counts_once() -> None:
    lines, _ = read_lines("one\r\n\r\ntwo\rthree\u2028\n four \n")
    assert [(line.text, line.number, line.gap) for line in lines] == [
        ("one", 1, 0),
        ("two", 3, 1),
        ("three", 4, 0),
        ("four", 6, 1),
    ]


def test_spans_are_without_the_space_around() -> None:
    source = "\ufeff  one\u00a0\n\t\u200btwo"
    assert [line.span.of(source) for line in read_lines(source)[0]] == ["one", "two"]


def test_a_line_that_goes_on_in_lower_case_is_one() -> None:
    assert texts("Divers inspect the second pier of the bridge over the\nriver Alder.\nPhoto: Abel Muster") == [
        "Divers inspect the second pier of the bridge over the river Alder.",
        "Photo: Abel Muster",
    ]
    assert texts("Ferry\nruns again") == ["Ferry", "runs again"]


def test_text_wrapped_at_one_width_is_unwrapped() -> None:
    title = "The Harbour Of Nordby Took In Its First Ships On Monday After The Storm And All Were Glad Of It That Day"
    words = title.split() * 4
    wrapped = [[]]
    for word in words:
        if len(" ".join([*wrapped[-1], word])) > 60:
            wrapped.append([])
        wrapped[-1].append(word)
    assert texts("\n".join(" ".join(line) for line in wrapped)) == [" ".join(words)]


def test_free_lines_stay_apart() -> None:
    verses = [f"Verse {n} of a song that nobody knows{' by heart' * (n % 3)}" for n in range(20)]
    assert texts("\n".join(verses)) == verses


def test_usual_gap_is_that_between_paragraphs() -> None:
    paragraph = "A sentence long enough to be a paragraph of a story. " * 4
    source = f"Headline\n\n\n\n{paragraph}\n\n{paragraph}\n\n\n\nHeader\nCaption\n\n\n\n{paragraph}\n\n{paragraph}"
    assert usual_gap(read_lines(source)[0]) == 1
    assert usual_gap(read_lines(source.replace("\n\n", "\n"))[0]) == 0
    assert usual_gap(read_lines("One\nTwo\n\nThree\nFour")[0]) == 1
    assert usual_gap(()) == 0
