"""Mark-up made to exhaust a parser, found on the bytes before lexbor sees them: its time cannot be interrupted.

lexbor (selectolax 1.0) takes time quadratic in unclosed nesting and in the attributes of one tag, and memory quadratic in
unclosed formatting elements, which HTML repeats in every paragraph that follows (HTML Living Standard, 13.2.4.3).
"""

import re
from collections import Counter
from math import isqrt

from auditor.limits import MAX_ATTRIBUTES, MAX_NESTING, MAX_REPEATED_FORMATTING

_RAW = (
    rb"(?:[sS][cC][rR][iI][pP][tT]\b(?:[^<]++|<(?!/script))*+"
    rb"|[sS][tT][yY][lL][eE]\b(?:[^<]++|<(?!/style))*+"
    rb"|!--(?:[^-]++|-(?!->))*+)"
)
"""What holds no tags, whatever it looks like: scripts, style sheets, comments."""
_REST = rb"[^>=]*+(?:=(?:\"[^\"]*+\"|'[^']*+'|\s++(?:\"[^\"]*+\"|'[^']*+')?+)?+[^>=]*+)*+"
"""A tag's attributes, roughly: a quoted `>` ends no tag. Where a `=` follows no name, more is taken than the tag holds."""
_ATTRIBUTE = rb"[^\s/>][^\s/>=]*+(?:\s*+=\s*+(?:\"[^\"]*+\"|'[^']*+'|[^\s>\"'][^\s>]*+)?+)?+"
"""HTML Living Standard, 13.2.5.32 to 13.2.5.39: quotes delimit a value only where it begins, and a name may begin with `=`."""
_ATTRIBUTES = rb"(?:[\s/]++|" + _ATTRIBUTE + rb")*+"
_OPEN_TAG = re.compile(rb"<(?:" + _RAW + rb"|([A-Za-z]" + _REST + rb"))")
_TAG = re.compile(rb"<(?:" + _RAW + rb"|(/?)([A-Za-z][^\s/>]*+)(" + _ATTRIBUTES + rb")>?)")
_EACH = re.compile(_ATTRIBUTE)
_PARTS = re.compile(rb"[^\s/>]*+(" + _ATTRIBUTES + rb")")
_FORMATTING = re.compile(
    rb"<(/?)(?:[bisu]|em|tt|big|code|font|nobr|small|strike|strong|[BISU]|EM|TT|BIG|CODE|FONT|STRONG)(?=[\s/>])"
)
_FORMATTING_NAMES = frozenset(b"b big code em font i nobr s small strike strong tt u".split())
_MAY_FORMAT = frozenset(
    form for name in _FORMATTING_NAMES for form in ((name + c)[:2] for c in (b" ", b"\t", b"\n", b"\r", b"\f", b"/", b""))
)
_MAY_FORMAT |= frozenset(form.upper() for form in _MAY_FORMAT) | frozenset(form.title() for form in _MAY_FORMAT)
"""How the tags begin that may be of these; others begin so too."""
_VOID = frozenset(b"area base br col embed hr img input link meta param source track wbr".split())
_LESS = ord("<")
_FEW_TAGS = 10_000
"""Tags up to which no nesting hurts: lexbor takes 0.05 s for 10,000 that never close, 25 s for 200,000."""
_TOO_FEW_TO_REPEAT = isqrt(MAX_REPEATED_FORMATTING)
"""Tags that cannot repeat as much, whichever are formatting: f of t are repeated in t - f others, with their ends twice."""
_LONG_TAG = 2_000
"""Bytes of a tag from which its attributes are looked at; nearly all of what is longer is one long value."""


def without_traps(html: bytes) -> tuple[bytes, list[str]]:
    """The page without what would exhaust the parser, and a line for each thing that was left out."""
    tags = _OPEN_TAG.findall(html)
    doubtful = [tag for tag in tags if _LESS in tag or len(tag) > _LONG_TAG]
    formatting = max(3, MAX_REPEATED_FORMATTING // (1 + 2 * len(tags)))
    is_harmless = (
        len(tags) <= _FEW_TAGS
        and not any(map(_is_overfull, doubtful))
        and (len(tags) <= _TOO_FEW_TO_REPEAT or _may_format(tags) <= formatting or _unclosed(html) <= formatting)
    )
    if is_harmless:
        return html, []
    tamer = _Tamer(formatting)
    return _TAG.sub(tamer.tamed, html), tamer.problems()


def _is_overfull(tag: bytes) -> bool:
    """Whether a tag has too many attributes, or ends before what was taken for it does."""
    parts = _PARTS.match(tag)
    return parts is None or parts.end() < len(tag) or _has_many(parts[1])


def _has_many(attributes: bytes) -> bool:
    return len(_EACH.findall(attributes)) > MAX_ATTRIBUTES


def _may_format(tags: list[bytes]) -> int:
    """How many tags begin as those of formatting elements do, at least all of these."""
    return len([tag for tag in tags if tag[:2] in _MAY_FORMAT])


def _unclosed(html: bytes) -> int:
    """The most formatting elements that are open at one place."""
    most = now = 0
    for closing in _FORMATTING.findall(html):
        now = max(0, now - 1) if closing else now + 1
        most = max(most, now)
    return most


class _Tamer:
    """Walks the tags of a page in order and leaves out those that go too far."""

    def __init__(self, formatting: int) -> None:
        self._most_formatting = formatting
        self._formatting = self._depth = 0
        self._dropped = Counter[str]()

    def tamed(self, tag: re.Match[bytes]) -> bytes:
        """The tag, or what may stand for it."""
        if tag[2] is None:
            return tag[0]
        closing, name, rest = tag[1], tag[2].lower(), tag[3]
        if closing:
            self._depth = max(0, self._depth - 1)
            self._formatting = max(0, self._formatting - (name in _FORMATTING_NAMES))
            return tag[0]
        if name not in _VOID and not rest.endswith(b"/"):
            self._depth += 1
            self._formatting += name in _FORMATTING_NAMES
            if self._depth > MAX_NESTING or (name in _FORMATTING_NAMES and self._formatting > self._most_formatting):
                self._dropped["nested"] += 1
                return b""
        if len(rest) > _LONG_TAG and _has_many(rest):
            self._dropped["attributes"] += 1
            return b"<" + name + b">"
        return tag[0]

    def problems(self) -> list[str]:
        """What was left out, in plain words."""
        found = []
        if count := self._dropped["nested"]:
            found.append(
                f"elements are nested deeper than {MAX_NESTING} or never closed: {count:,} tags were ignored, not their text"
            )
        if count := self._dropped["attributes"]:
            found.append(f"{count:,} tags have hundreds of attributes, which were ignored")
        return found
