"""`auditor date`: the day a caption says its picture was made."""

import datetime

EXAMPLE = """echo '{"caption": "Minsk, Aug. 27", "published": "2020-08-28"}' | auditor date"""


def date() -> None:
    """Find the day a caption says its picture was made.

    Reads JSON Lines {"caption", "published"?, "language"?} from standard input and prints JSON Lines.
    """
    from auditor.cli.lines import input_lines, json_object, optional_text, print_record
    from auditor.render.records import date_record
    from auditor.text.dates import parse_caption_date

    for number, line in input_lines():
        row = json_object(line, number, "caption")
        published = _day(optional_text(row, "published", number), number)
        reading = parse_caption_date(row["caption"], published=published, language=optional_text(row, "language", number))
        print_record(date_record(row["caption"], reading))


def _day(text: str | None, number: int) -> datetime.date | None:
    from auditor.model.errors import UsageError

    try:
        return datetime.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        raise UsageError(f'stdin, line {number}: "published" is "{text}", no date; write it as 2024-05-02') from None
