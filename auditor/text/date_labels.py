"""FILE, Archivbild, (FILES), /File Photo: does the caption say that the picture is an old one?"""

from collections.abc import Sequence

from auditor.model import Span
from auditor.text.date_words import Kind, Token

_OPENING = frozenset("([|/,:;=-.!?")
_CLOSING = frozenset(")]|/,:;=-.")


def file_label(tokens: Sequence[Token], known: Sequence[int]) -> Span | None:
    """Where the label stands; `known`: places of the tokens that the vocabulary knows.

    A word such as `file` counts only between separators; a plain `file photo` counts anywhere.
    """
    for i in known:
        token = tokens[i]
        is_label = Kind.LABEL in token.kinds or (Kind.FOREIGN_LABEL in token.kinds and _is_head(tokens, i))
        if Kind.LABEL_WORD in token.kinds or (is_label and _is_alone(tokens, i)):
            return Span(token.start, token.end)
    return None


def _is_head(tokens: Sequence[Token], i: int) -> bool:
    return i + 1 < len(tokens) and (i == 0 or (i == 1 and tokens[0].text in "(["))


def _is_alone(tokens: Sequence[Token], i: int) -> bool:
    before = tokens[i - 1].text if i else "."
    after = tokens[i + 1].text if i + 1 < len(tokens) else "."
    return before in _OPENING and after in _CLOSING
