"""More sentences than the house allows

A caption is read at a glance, before the story. How many sentences it may have is the option `sentences`; the credit is
left out of the count. A sentence ends at a full stop, question or exclamation mark that a capital, a figure or a quotation
mark follows, but not after an initial or a short title (`J.`, `Sen.`).
"""

from collections.abc import Iterator
from itertools import pairwise

from auditor.model import Hit, MediaItem, Severity
from auditor.rules.base import Context, Example, Rule, span_of_words, words_of

_ENDS = (".", "!", "?", "…")
_WIDE_ENDS = ("。", "\uff01", "\uff1f")
"""Full stop, exclamation and question mark of Chinese and Japanese, behind which no space stands."""
_QUOTES = "\"'“”’»«)]"
_TITLE = 3
"""Letters up to which a capitalised word with a full stop is taken for a title or an abbreviation (`Sen.`, `Mr.`)."""
_LONG_TITLES = frozenset(("capt", "prof", "sept"))


def check(item: MediaItem, context: Context) -> Iterator[Hit]:
    """A caption with more sentences than the policy allows."""
    allowed = context.policy.number("caption/too-long", "sentences")
    if item.description and (found := _sentences(words_of(item))) > allowed:
        yield Hit(message=f"The caption has {found} sentences; the house allows {allowed}.", span=span_of_words(item))


def _sentences(text: str) -> int:
    words = text.split()
    ends = sum(_ends(word, after) for word, after in pairwise(words))
    wide = sum(text.rstrip("".join(_WIDE_ENDS)).count(mark) for mark in _WIDE_ENDS)
    return 1 + ends + wide


def _ends(word: str, after: str) -> bool:
    bare = word.rstrip(_QUOTES)
    stem = bare.rstrip("".join(_ENDS))
    opens = not after.lstrip("([").lstrip(_QUOTES)[:1].islower()
    if bare == stem or not opens:
        return False
    is_short = stem[:1].isupper() and len(stem) <= _TITLE and not stem.isupper()
    is_short = is_short or stem.casefold() in _LONG_TITLES
    return bare[len(stem) :] != "." or not (len(stem) == 1 or "." in stem or is_short)


_ON = '[rules]\n"caption/too-long" = "warn"\n'
_LONG = "Ferries wait in Port Elin. Their crews went on strike. The company asked for talks. Nobody came on Monday."

_WIDE = "港で船が待つ。乗組員は話し合う。会社は黙る。町は静かだ。"

RULE = Rule(
    id="caption/too-long",
    since="0.1",
    severity=Severity.NOTE,
    doc=__doc__,
    check=check,
    bad=(
        Example(caption=f"{_LONG} Photo: Lena Ostrow/Reuters", policy=_ON, at=_LONG),
        Example(caption=_WIDE, policy=_ON, at=_WIDE, language="ja"),
    ),
    good=(
        Example(caption="Sen. J. Marsh and Dr. Ada Brandt wait in Port Elin, Mon. 6 p.m. Photo: Lena Ostrow/Reuters", policy=_ON),
        Example(caption="Who waits? Ferries in Port Elin! Their crews talk. Photo: Lena Ostrow/Reuters", policy=_ON),
        Example(caption="Ferries wait in Port Elin. “No talks,” says the crew. The town is quiet.", policy=_ON),
    ),
)
