"""Where in a caption a credit can begin and end: bracket, label, bar, end of a sentence, a name before a slash."""

import re
from collections.abc import Iterator

from auditor.model import Role
from auditor.text.credit_parser import read_line
from auditor.text.labels import label_starts
from auditor.text.names import NUMERALS, PARTICLES
from auditor.text.normalise import fold, squeeze
from auditor.text.vocabulary import vocabulary

MAX_TAIL = 400
"""Characters at the end of a caption in which a credit is looked for."""
MAX_LINE = 240
"""Characters of a credit line that no label opens."""
_GIVEN = (Role.HANDOUT, Role.COURTESY, Role.POOL)
# Alternatives begin with a plain character each, or all with one class: the engine passes over every other character untried.
_MARK = re.compile(r"\||=|\n|\t|;|-(?:(?<=\s-)(?=\s)|-*(?=\s?(?:photo|foto)))")
_SENTENCE_END = re.compile(
    r"""[.!?…"。](?:(?<=。)
    | (?:(?<=[\w)\]"%]{2}\.)|(?<!\.))(?:[)\]"'])*\s+(?=\S)(?!\d{1,4}[.,]\s)  # no initial, no date
    | (?=\()(?<=[^\W\d_]{3}[.!?…]))""",
    re.VERBOSE,
)
_JOINT = re.compile(r"/|via(?!\w)(?<!\wvia)")
_HOUSE_BREAK = re.compile(r"\.\s+|!\s+|\?\s+|\|\s+|-(?<=\s-)\s+")
_NAME_BREAK = re.compile(r"\.\s+|!\s+|\?\s+|\|\s|-(?<=\s-)\s|。")
_SPACED_SLASH = re.compile(r"/(?=\s)(?<=\s/)")
BEFORE = " \t\n\u00a0/|,;-–—=＝"
"""What may stand between a caption and its credit and belongs to neither."""
_BRACKET = re.compile(r"[()\[\]]")
_WORD = re.compile(r"\S+")


def candidates(text: str, folded: str, where: str | None, labels: list[int]) -> Iterator[tuple[int, int]]:
    """Start and end of each part that may be the credit, surest first, some of them twice; `labels`: where labels start."""
    end = len(text.rstrip())
    cut = max(0, end - MAX_TAIL)
    brackets = list(_brackets(text, folded))
    opening = brackets[0][0] if brackets else end
    yield from ((at, end) for at in labels if at < opening < end and _is_short(folded[at:opening]))
    yield from ((start, end) for at in labels if at < end for start in _houses_before(text, folded, at))
    signs = [at for at in labels if folded[at] == "©"]
    yield from ((start, end) for at in (*signs, opening) if at < end for start in _names_before(text, folded, at))
    yield from brackets
    yield from ((at, end) for at in labels if not _is_behind_slash(folded, at))
    near = max(cut, end - MAX_LINE)
    yield from _shouted(text, folded, near)
    for stop in _SENTENCE_END.finditer(folded, near):
        if stop.group()[0] != '"' or not text[stop.end()].islower():  # `"…," said Ann Example`
            yield stop.end(), end
    yield from ((next_character(text, m.end()), end) for m in _MARK.finditer(folded, near))
    yield from ((wide + 1, end) for wide in sorted(text.rfind(sign, near, end) for sign in "、，／") if wide > 0)
    yield from _glued(text, folded, near)
    yield from ((next_character(text, m.end()), end) for m in _SPACED_SLASH.finditer(folded, near))
    yield from _known_tail(text, folded, where)
    for at in labels:
        if folded[at] not in "©(" and not folded.startswith("copyright", at):
            yield from ((at, stop) for stop in _ends(folded, at))
    yield from _heads(text, folded)


def _names_before(text: str, folded: str, at: int) -> Iterator[int]:
    """`… - Ann EXAMPLE © 2019 AFP`: a name between a dash or full stop and the sign."""
    cut = max(0, at - 50)
    for mark in list(_NAME_BREAK.finditer(folded[cut:at]))[-1:]:
        start = cut + mark.end()
        known = vocabulary().known.get(squeeze(folded[start:at]))  # `。新华社发（…`
        if start < at and (text[start].isupper() or (known is not None and known.agency is not None)):
            yield start


def _houses_before(text: str, folded: str, at: int) -> Iterator[int]:
    """`… at the quay. GAZETTE PHOTO: ANN EXAMPLE`: a house's name between a full stop or dash and the label."""
    if text[at - 1 : at] != " " or not text[at - 2 : at - 1].isalnum():
        return
    cut = max(0, at - 30)
    for mark in list(_HOUSE_BREAK.finditer(folded, cut, at))[-1:]:
        words = text[mark.end() : at].split()
        if 0 < len(words) < 4 and all(word[0].isupper() for word in words):
            yield mark.end()


def _is_short(words: str) -> bool:
    """Whether a label and its name, not a sentence, stand before the closing bracket (`Foto: Ann Example (Reuters)`)."""
    return len(words.split()) <= 6 and not re.search(r"\w\w[.!?](?:\s|$)", words) and not words.rstrip().endswith("/")


def _is_behind_slash(folded: str, at: int) -> bool:
    """`Ann Example/Copyright 2026 …`: the name before the slash belongs to the credit."""
    return folded[:at].endswith("/")


def next_character(text: str, at: int, blanks: str | None = None) -> int:
    """The next character that is no blank."""
    return at + len(text[at:]) - len(text[at:].lstrip(blanks))


def _brackets(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """The last bracket, with those before it that stand directly beside it."""
    closing = len(text.rstrip(" .\n"))
    if not closing or folded[closing - 1] not in ")]":
        return
    starts: list[int] = []
    end = closing
    while end and folded[end - 1] in ")]" and len(starts) < 4:
        start = opening_bracket(folded, end)
        if start < 0 or (starts and not _says_credit(text[start:end], folded[start:end])):
            break
        starts.append(start)
        end = len(text[:start].rstrip())
    for start in reversed(starts):
        yield start, closing


def opening_bracket(folded: str, end: int) -> int:
    """Where the bracket opens that closes right before `end`; -1 where none does."""
    if folded[end - 1 : end] not in (")", "]"):
        return -1
    inner = max(folded.rfind("(", 0, end), folded.rfind("[", 0, end))
    if end - MAX_LINE <= inner and folded.find(")", inner, end - 1) < 0 and folded.find("]", inner, end - 1) < 0:
        return inner
    depth = 0
    for bracket in reversed(list(_BRACKET.finditer(folded, max(0, end - MAX_LINE), end))):
        depth += 1 if bracket.group() in ")]" else -1
        if not depth:
            return bracket.start()
    return -1


def _says_credit(line: str, folded: str) -> bool:
    return any(p.agency is not None for p in read_line(line, folded).bodies) or bool(label_starts(folded))


def _glued(text: str, folded: str, near: int) -> Iterator[tuple[int, int]]:
    """A tail that no sign parts from the caption: the name before a slash or `via`."""
    end = len(text.rstrip())
    for joint in list(_JOINT.finditer(folded, near))[:6]:
        words = [(m.start(), m.end()) for m in _WORD.finditer(text, near, joint.start())][-6:]
        for count in _name_lengths(text, folded, words):
            yield words[-count][0], end


def _shouted(text: str, folded: str, near: int) -> Iterator[tuple[int, int]]:
    """`… au parc PHOTO ANN EXAMPLE, LE COURRIER`: capitals that a word for a photo opens, up to the end."""
    end = len(text.rstrip())
    if not text[end - 1 : end].isupper():
        return
    for word in reversed(list(_WORD.finditer(text, near, end))[-10:]):
        if not word.group().isupper():
            return
        if word.start() and squeeze(folded[word.start() : word.end()]) in vocabulary().photo_labels:
            yield word.start(), end


def _known_tail(text: str, folded: str, where: str | None) -> Iterator[tuple[int, int]]:
    """A caption that ends in words that no sign parts from it: `… from the ground up Supplied`, `… in Oslo Getty Images`."""
    end = len(text.rstrip())
    if next(iter(folded.split(None, 1)), "") in vocabulary().says_little:
        return
    words = [(m.start(), m.end()) for m in _WORD.finditer(text, max(0, end - 120), end)][-9:]
    least = 3 if vocabulary().bears(folded.split(None, 2)[:2]) else 5  # `Minister Ann Example Getty Images`
    for count in range(min(4, len(words) - least), 0, -1):
        start = words[-count][0]
        hit = vocabulary().known.get(squeeze(folded[start:end]))
        if hit is None or not text[start].isupper() or end - start < 3:
            continue
        before = text[slice(*words[-count - 1])]
        is_formula = hit.meaning is not None and hit.meaning.names_nobody and hit.meaning.role in _GIVEN
        is_supplier = where != "text" and hit.agency is not None and not hit.is_weak
        shouted = where in ("figure", "caption") and end - start > 4 and text[start:end].isupper()  # `… after the match REUTERS`
        if is_formula or (is_supplier and (before[0].isupper() or shouted) and fold(before) not in vocabulary().articles):
            yield start, end


def _name_lengths(text: str, folded: str, words: list[tuple[int, int]]) -> Iterator[int]:
    """How many of the last words can be the name, likeliest first: a supplier's, an account, two names, a longer one."""
    most, known = len(words), vocabulary().known
    for count in range(min(4, most), 0, -1):
        hit = known.get(squeeze(folded[words[-count][0] : words[-1][1]]))
        if hit is not None and (hit.agency or hit.meaning):
            yield count
    if most and text[words[-1][0]] == "@":
        yield 1
    names = 0
    while names < most and _is_name_part(text[slice(*words[-1 - names])]):
        names += 1
    while names and text[slice(*words[-names])].lower() in PARTICLES:
        names -= 1
    if names > 1 and text[slice(*words[-1])].strip(".").upper() in NUMERALS:
        yield min(names, 3)
    middle = [n for n in (3, 4) if n <= names and _is_inner(text[slice(*words[-n + 1])])]
    yield from (n for n in (*middle, 2, 3, 1) if n <= names)


def _is_name_part(word: str) -> bool:
    return (word[0].isupper() or word.lower() in PARTICLES) and word[-1] not in ",;:!?" and (word[-1] != "." or len(word) < 4)


def _is_inner(word: str) -> bool:
    """A word that stands inside a name only: an initial, a particle, a numeral."""
    return word.lower() in PARTICLES or len(word.rstrip(".")) == 1


def _ends(folded: str, at: int) -> Iterator[int]:
    """Ends of a credit in the middle of a caption: a line's or sentence's end, or a supplier's name before plain words."""
    for mark in list(re.finditer(r"\n|\s\|\s|[.!?)](?=\s)", folded[at : at + MAX_LINE]))[:4]:
        yield at + mark.start() + (1 if mark.group() in ".!?)" else 0)
    joints = [m.end() for m in _JOINT.finditer(folded, at, at + 120)]
    if joints:
        words = [m.end() for m in _WORD.finditer(folded, joints[-1], joints[-1] + 80)][:4]
        for end in reversed(words):
            hit = vocabulary().known.get(squeeze(folded[joints[-1] : end]))
            if hit is not None and hit.agency is not None:
                yield end


def _heads(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """A credit before the caption: on its own line or before a bar, a supplier's name of several words, or one behind a slash."""
    if mark := re.match(r"[^\n|(]{2,120}?(?=\n|\s\|\s)", text):
        yield 0, mark.end()
    if label := vocabulary().caption_labels.search(folded, 8, 140):
        yield 0, label.start()
    words = [m.span() for m in _WORD.finditer(text, 0, 60)][:5]
    for count in range(len(words) - 1, 0, -1):
        opening = folded[: words[count - 1][1]]
        hit = vocabulary().known.get(squeeze(opening.rpartition("/")[2]))
        named = hit is not None and hit.agency is not None and ("/" in opening or (count > 1 and not hit.is_weak))
        if named and text[words[count][0]].isupper() and text.rstrip().endswith("."):
            yield 0, words[count - 1][1]
