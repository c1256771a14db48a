"""`auditor credit`: credit lines, and captions that hold one, understood."""

from collections.abc import Iterator
from typing import Annotated

import typer

EXAMPLE = 'auditor credit "Photo: Ann Example/Reuters"'


def credit(
    texts: Annotated[
        list[str] | None, typer.Argument(metavar="TEXT", help="Credit lines or captions; without, stdin is read.")
    ] = None,
) -> None:
    """Parse credit lines, and captions that hold one.

    Prints JSON Lines. Without TEXT, standard input is read: plain lines, or JSON Lines {"text", "where"?, "language"?} where
    `where` says what is known of the text's place: figure, alt, structured or text.
    """
    from auditor.cli.lines import print_record
    from auditor.render.records import credit_reading_record
    from auditor.text.splitter import split_caption

    for text, where, language in ((text, None, None) for text in texts) if texts else _from_stdin():
        print_record(credit_reading_record(text, split_caption(text, where=where, language=language)))


def _from_stdin() -> Iterator[tuple[str, str | None, str | None]]:
    """Text, place and language of each line; a line that begins with `{` is taken for JSON."""
    from auditor.cli.lines import input_lines, json_object, optional_text

    for number, line in input_lines():
        if line.lstrip().startswith("{"):
            row = json_object(line, number, "text")
            yield row["text"], optional_text(row, "where", number), optional_text(row, "language", number)
        else:
            yield line, None, None
