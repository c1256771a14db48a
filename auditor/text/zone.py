"""Where in a caption the credit line stands.

Candidates are cut at the places where a credit can begin (bracket, label, bar, dash, end of a sentence, a name before a slash),
surest first; the first that parses as nothing but a credit is taken. What the parser cannot account for speaks against it.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.data.load import markers
from auditor.model import OrganisationKind
from auditor.text.credit_parser import Reading, read_line
from auditor.text.names import PARTICLES, Likeness
from auditor.text.normalise import fold, squeeze
from auditor.text.parties import Party
from auditor.text.tokens import Joint
from auditor.text.vocabulary import UNSPACED, Vocabulary, vocabulary

MAX_TAIL = 400
"""Characters at the end of a caption in which a credit is looked for."""
_SUPPLIERS = frozenset((OrganisationKind.WIRE, OrganisationKind.AGENCY, OrganisationKind.STOCK, OrganisationKind.FOOTAGE))
_MARK = re.compile(r"\||(?<=\s)-(?=\s)|=|\n|\t|;")
_SENTENCE_END = re.compile(r"[.!?…\"](?:[)\]\"'])*\s+(?=\S)|(?<=[^\W\d_]{3})[.!?…](?=[A-Z(])")
_JOINT = re.compile(r"/|(?<!\w)via(?!\w)")
_WORD = re.compile(r"\S+")


@lru_cache(maxsize=1)
def _label_pattern() -> re.Pattern[str]:
    """Where a label with its sign stands: `Foto:`, `Photo by`, `©`."""
    table = markers()
    groups = [*table.labels.values(), *table.makers.values(), *(g for m in table.meanings.values() for g in m.words.values())]
    words = {fold(w) for group in groups for w in group if len(w) > 1}
    signed = _alternatives(words)
    spoken = _alternatives(
        {w for w in words if re.search(r" (?:by|of|von|av|af|via|from|de|di|por|par|door|przez)$", w)} - {"picture of"}
    )
    bare = r"(?:via|courtesy of|copyright)"
    return re.compile(rf"(?<!\w)(?:(?:{signed})(?:/\w+)?(?:\s?[:=]|\s+(?=©))|(?:{spoken})(?=\s)|{bare}(?=\s))|©|\(c\)")


def _alternatives(words: set[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def find_credit(text: str, folded: str, where: str | None) -> tuple[int, int, Reading] | None:
    """Start, end and reading of the credit line inside a caption; None where it holds none."""
    for start, end in _candidates(text, folded):
        line = text[start:end]
        reading = read_line(line, folded[start:end], "")
        if is_credit(reading, line, folded[start:end], where=where, is_whole=start == 0 and end == len(text)):
            return start, end, reading
    return None


def _candidates(text: str, folded: str) -> Iterator[tuple[int, int]]:
    end = len(text.rstrip())
    cut = max(0, end - MAX_TAIL)
    labels = [m.start() for m in _label_pattern().finditer(folded, cut)]
    if end <= MAX_TAIL and all(_is_attached(text, folded, at) for at in labels):
        yield len(text) - len(text.lstrip()), end
    yield from _brackets(text, folded)
    for at in labels:
        yield at, end
    yield from ((cut_at(text, m.end()), end) for m in _MARK.finditer(folded, cut))
    yield from ((m.end(), end) for m in _SENTENCE_END.finditer(folded, cut))
    yield from _glued(text, folded, cut)
    for at in labels:
        yield from ((at, stop) for stop in _ends(folded, at))
    yield from _heads(text, folded)


def cut_at(text: str, at: int) -> int:
    """The next character that is no blank."""
    return at + len(text[at:]) - len(text[at:].lstrip())


def _is_attached(text: str, folded: str, at: int) -> bool:
    """Whether what stands before a label is part of the same credit: nothing, a sign, or a credit of its own."""
    before = folded[:at].rstrip()
    if not before or before[-1] in "/(" or before.endswith(" -"):
        return True
    head = read_line(text[: len(before)], before, "")
    return any(p.agency is not None for p in head.bodies) or bool(head.found.labels or head.found.meanings)


def _brackets(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """The last bracket, with those before it that stand directly beside it."""
    closing = len(text.rstrip(" ."))
    if not closing or folded[closing - 1] not in ")]":
        return
    starts: list[int] = []
    end = closing
    while end and folded[end - 1] in ")]" and len(starts) < 4:
        start = max(folded.rfind("(", 0, end), folded.rfind("[", 0, end))
        if start < 0:
            break
        starts.append(start)
        end = len(text[:start].rstrip())
    for start in reversed(starts):
        yield start, closing


def _glued(text: str, folded: str, cut: int) -> Iterator[tuple[int, int]]:
    """A tail that no sign parts from the caption: the name before the first slash or `via` of the last words."""
    sentences = [m.end() for m in _SENTENCE_END.finditer(folded, cut)]
    start = sentences[-1] if sentences else cut
    end = len(text.rstrip())
    for joint in _JOINT.finditer(folded, start):
        words = [(m.start(), m.end()) for m in _WORD.finditer(text, start, joint.start())][-6:]
        for count in _name_lengths(text, folded, words, vocabulary()):
            yield words[-count][0], end


def _name_lengths(text: str, folded: str, words: list[tuple[int, int]], vocabulary_: Vocabulary) -> Iterator[int]:
    """How many of the last words can be the name, likeliest first: a supplier's, an account, two names, a longer one."""
    most = len(words)
    for count in range(min(4, most), 0, -1):
        hit = vocabulary_.known.get(squeeze(folded[words[-count][0] : words[-1][1]]))
        if hit is not None and (hit.agency or hit.meaning):
            yield count
    if most and text[words[-1][0]] == "@":
        yield 1
    names = 0
    while names < most and _is_name_part(text[slice(*words[-1 - names])]):
        names += 1
    while names and text[slice(*words[-names])].lower() in PARTICLES:
        names -= 1
    middle = [n for n in (3, 4) if n <= names and _is_inner(text[slice(*words[-n + 1])])]
    yield from (n for n in (*middle, 2, 3, 1) if n <= names)


def _is_name_part(word: str) -> bool:
    return (word[0].isupper() or word.lower() in PARTICLES) and word[-1] not in ",;:!?" and (word[-1] != "." or len(word) < 4)


def _is_inner(word: str) -> bool:
    """A word that stands inside a name only: an initial or a particle."""
    return word.lower() in PARTICLES or len(word.rstrip(".")) == 1


def _ends(folded: str, at: int) -> Iterator[int]:
    """Ends of a credit in the middle of a caption: the end of its sentence, or of a supplier's name before plain words."""
    for mark in list(_SENTENCE_END.finditer(folded, at))[:3]:
        yield mark.start() + 1
    joints = [m.end() for m in _JOINT.finditer(folded, at, at + 120)]
    if joints:
        words = [m.end() for m in _WORD.finditer(folded, joints[-1], joints[-1] + 80)][:4]
        for end in reversed(words):
            hit = vocabulary().known.get(squeeze(folded[joints[-1] : end]))
            if hit is not None and hit.agency is not None:
                yield end


def _heads(text: str, folded: str) -> Iterator[tuple[int, int]]:
    """A credit before the caption: on its own line or before a bar, after a label, or a supplier's name of several words."""
    if mark := re.match(r"[^\n|]{2,120}?(?=\n|\s\|\s)", folded):
        yield 0, mark.end()
    words = [m.span() for m in _WORD.finditer(text, 0, 60)][:5]
    for count in range(len(words) - 1, 1, -1):
        hit = vocabulary().known.get(squeeze(folded[: words[count - 1][1]]))
        if hit is not None and hit.agency is not None and text[words[count][0]].isupper() and text.rstrip().endswith("."):
            yield 0, words[count - 1][1]


def is_credit(reading: Reading, line: str, folded: str, *, where: str | None, is_whole: bool) -> bool:
    """Whether a parsed string says who made or supplied a picture, and nothing else."""
    if not all(_is_name(p, line) for p in (*reading.persons, *reading.bodies)) or _is_page_notice(reading, folded, where):
        return False
    labels = [label for label in reading.found.labels if label not in vocabulary().says_little]
    if len(labels) < len(reading.found.labels) and where != "figure" and not labels:
        return False
    unknown = [p for p in reading.bodies if p.agency is None]
    if len(unknown) > 3 or len(reading.persons) > 4:
        return False
    if any(p.agency is not None for p in reading.bodies):
        return not _has_loose_words(reading)
    return _is_stated(reading, bool(labels), line) or (where == "figure" and is_whole and bool(reading.persons))


def _is_stated(reading: Reading, has_label: bool, line: str) -> bool:
    """Whether a credit without a known supplier says that it is one: a label, a sign, a bracket, a slash after a person."""
    named = bool(reading.persons or reading.bodies or reading.credit.lenders)
    joints = reading.found.joints
    if has_label or reading.found.meanings or Joint.SIGN in joints:
        return named or bool(reading.found.formulas)
    if line.startswith(("(", "（", "[")):
        return named and len(line) < 60
    return bool(reading.persons and reading.bodies) and Joint.SLASH in joints and Joint.COMMA not in joints


def _has_loose_words(reading: Reading) -> bool:
    """`AP Images Spotlight`: a supplier's name inside a longer one."""
    return any(p.is_loose for p in reading.bodies)


def _is_name(party: Party, line: str) -> bool:
    """Whether an unknown party can be a name at all, not prose."""
    if party.agency is not None:
        return True
    name = line[party.start : party.end]
    if UNSPACED.search(name):
        return len(name) <= 10 or (party.likeness is Likeness.BODY and len(name) <= 16 and name[-1] not in "るたで。")
    words = name.split()
    low = sum(w[0].islower() and w.lower() not in PARTICLES for w in words)
    digits = sum(c.isdigit() for c in name)
    return len(words) <= 7 and digits <= 4 and not (low > 1 or (low == 1 and len(words) > 2))


def _is_page_notice(reading: Reading, folded: str, where: str | None) -> bool:
    """`© 2026 The Gazette`: the page's own copyright, or the article's source."""
    if where == "figure" or reading.persons or len(reading.bodies) != 1:
        return where != "figure" and not reading.persons and not reading.bodies and Joint.SIGN in reading.found.joints
    agency = reading.bodies[0].agency
    supplier = agency is not None and agency.kind in _SUPPLIERS
    if Joint.SIGN in reading.found.joints or "copyright" in reading.found.labels or reading.found.formulas:
        return not supplier or bool(re.search(r"\b(?:19|20)\d\d\b", folded))
    return any(label in vocabulary().source_labels for label in reading.found.labels) and "." in folded and not supplier
