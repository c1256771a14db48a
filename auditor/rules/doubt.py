"""Whether a picture may be none of the story after all, or have words that only a browser shows.

What is missing at such a picture may be missing for a good reason, so the rules that ask for it are not sure.
"""

import unicodedata
from functools import cache
from itertools import takewhile

from auditor.data.load import markers
from auditor.identity.default_pictures import default_picture
from auditor.model import MediaItem
from auditor.rules.base import Context
from auditor.rules.verdicts import CreditState, credit_state, is_frame

_FILM = ("video", "player")
"""Words in addresses and in the names of elements, in the mark-up of most languages."""
_PRICES = 2
"""Signs of a currency: offers state the old price and the new one."""
_NAME = (2, 5)
"""Words of a name, with its supplier's."""
_BRACKETS = {")": "(", "]": "[", "）": "（", "】": "【"}
_STROKES = ("|", "/", "•", "·", "–", "—", "-")
_STOPS = (".", "!", "?", "。", "…")
_ALONE = 3
"""Words of a name that is the whole caption."""
_PARTICLE = 4
"""Letters of the longest small word between names: `van`, `dos`, `pour`."""
_SENTENCE = 6
"""Words that make an alternative text with a full stop a sentence."""


def doubt(item: MediaItem, context: Context) -> str | None:
    """Why, as a sentence for a message; None for a plain picture and for a video, which is what it is."""
    if not item.kind.is_picture:
        return None
    places = "\n".join((*item.urls, *(s.locator for s in item.statements if not s.origin.is_embedded))).casefold()
    if any(word in places for word in _FILM):
        return "The page's mark-up speaks of a video, so it may be the still of a player."
    if default_picture(item, context.page.url):
        return "By the name of its file it may be a stand-in of the site."
    caption = (item.caption or "").strip()
    if _has_prices(caption):
        return "Prices stand at it, so it may be an offer of a shop."
    if caption:
        return None
    if any(credit_state(other) is CreditState.GOOD for other in context.page.media if other.kind.is_picture):
        return "Nor do any other words stand at it, though the page credits others."
    alt = (item.alt_text or "").strip()
    if alt.endswith(".") and len(alt.split()) >= _SENTENCE:
        return "Its alternative text is a whole sentence, so a script may show it as the caption."
    return None


def _has_prices(caption: str) -> bool:
    currencies = [sign for sign in set(caption) if unicodedata.category(sign) == "Sc"]
    return bool(currencies) and (sum(map(caption.count, currencies)) >= _PRICES or any(map(_is_price, caption.splitlines())))


def _is_price(words: str) -> bool:
    """`£129`, `59,99 €`: an amount that stands by itself."""
    kinds = {unicodedata.category(sign) for sign in words.strip()}
    return "Sc" in kinds and "Nd" in kinds and kinds <= {"Sc", "Nd", "Po", "Zs"}


def may_end_in_credit(caption: str) -> bool:
    """Whether the last words of a caption in which no credit was read look like one all the same.

    They begin with a word that labels pictures (`Photo by the author.`), stand in the shape of a name in a part of their own
    (the first one, or the only one, may be of whom the picture shows), behind a full stop or a stroke or in brackets, or in
    capitals behind words that do not.
    """
    text = caption.strip()
    *before, last = text.splitlines() or [""]
    sentence = last.rstrip(" .").rpartition(". ")[2]
    if (before or sentence != last.rstrip(" .")) and _opens_with_label(sentence):
        return True
    first = text.partition("\n")[0].split()  # alone it must be capitals throughout, and short: a caption may be five words long
    if (bool(before) and _is_like_name(last.split())) or (
        len(first) <= _ALONE and _is_like_name(first) and all(word[0].isupper() for word in first)
    ):
        return True
    return _is_name_set_apart(last) or _is_name_in_capitals(text)


def _opens_with_label(sentence: str) -> bool:
    words = sentence.strip(" (").casefold().split(maxsplit=1)
    return len(words) > 1 and words[0].rstrip(":") in _labels()


@cache
def _labels() -> frozenset[str]:
    """Words that label pictures, each by itself."""
    return frozenset(label for labels in markers().labels.values() for label in labels)


def _is_name_set_apart(line: str) -> bool:
    """`... at the pier (Lena Ostrow)`, `... at the pier | Lena Ostrow`, `... at the pier. Lena Ostrow`."""
    text = line.rstrip(" .")
    if opening := _BRACKETS.get(text[-1:]):
        before, _, inside = text[:-1].rpartition(opening)
        return bool(before.strip()) and _is_like_name(inside.split(), fewest=1)
    words = text.split()
    ends = (place for place in range(len(words) - 1, 0, -1) if words[place - 1] in _STROKES or words[place - 1].endswith(_STOPS))
    return _is_like_name(words[next(ends, len(words)) :])


def _is_like_name(words: list[str], *, fewest: int = _NAME[0]) -> bool:
    """Two to five words without a digit, beginning and ending in ones that are not small; none is long and small."""
    if not fewest <= len(words) <= _NAME[1] or any(c.isdigit() or c in ".!?:;" for word in words for c in word[-1:]):
        return False
    if words[0][0].islower() or words[-1][0].islower():
        return False
    return all(len(word) <= _PARTICLE or not word[0].islower() for word in words)


def _is_name_in_capitals(text: str) -> bool:
    """`... on Saturday LENA OSTROW`, `... at the pier. LO/ELIN POST`."""
    words = text.split()
    tail = list(takewhile(lambda word: word.isupper() and not any(map(str.isdigit, word)), reversed(words)))
    letters = sum(map(str.isalpha, "".join(tail)))
    return _NAME[0] <= len(tail) <= _NAME[1] < len(words) and letters > _NAME[1] and not text.isupper()


def speaks_for_itself(item: MediaItem) -> bool:
    """Whether it is a frame, or a player without a word of the page's own: author and day stand inside, unseen."""
    return is_frame(item) or not (item.kind.is_picture or item.caption or item.header)
