"""Names of persons: which words can be one, and their natural case."""

import re

from auditor.data.load import markers
from auditor.text.normalise import squeeze, word_keys
from auditor.text.vocabulary import Vocabulary


class Likeness:
    """How much a run of words looks like a person's name: plain numbers, because every line asks for many."""

    BODY = 0
    EITHER = 1
    PERSON = 2


PARTICLES = frozenset(markers().word_classes["particle"])
"""Words that stay low inside a name."""
NUMERALS = frozenset(("II", "III", "IV", "VI", "JR", "SR"))
"""Endings of a name that are no surname."""
_MOST_WORDS = 6
"""Words of the longest person's name."""
MAX_CASELESS = 4
"""Words of the longest person's name in a script without capitals."""
_HAN = re.compile(r"[\u4e00-\u9fff\u3005]{2,5}")
_KANA_NAME = re.compile(r"[\u3040-\u30ff\u4e00-\u9fff\u3005・ー=＝ ]{2,16}")
_HANGUL = re.compile(r"[\uac00-\ud7af]{2,4}")
_NO_VOWEL = re.compile(r"[B-DF-HJ-NP-TV-XZ]{3,}")
"""An acronym among capitals (`VRT NWS`); surnames without a vowel are rare, and short."""
_EASTERN = re.compile(r"[\u4e00-\u9fff\u3005]{2,5}|[\uac00-\ud7af]{2,4}")
_GLUED = re.compile(r"(?:[aAeE][dlnrstzh]{1,2}-|(?:ash|adh|ath)-|[dDlL]['’])(?=\w)", re.ASCII)
"""Arabic articles and French or Italian particles, glued to the name."""
_HANDLE = re.compile(r"@[\w.\-]{2,40}")
_NO_PERSON = re.compile(r"[\d&+]|[a-z\d]\.[A-Za-z]{2,6}(?!\w)")
"""Digits, signs and the dot of a web address."""


def likeness(name: str, folded: str, vocabulary: Vocabulary) -> int:
    """Whether these words, unknown to the tables, can be a person's name.

    Not by a list of first names, which would know half the world: by the words that only bodies have, by case, by length.
    """
    words = name.split()
    if not words or (not "".join(words).isalpha() and _NO_PERSON.search(name)):
        return Likeness.EITHER if len(words) == 1 and name[:1].islower() and "." not in name else Likeness.BODY
    if not name.isascii() and (unspaced := _unspaced(name, folded, vocabulary)) is not None:
        return unspaced
    if len(words) > _MOST_WORDS:
        return Likeness.BODY
    low_words = folded.split() or [folded]
    if low_words[0] == "the" or not vocabulary.body_words.isdisjoint(word_keys(low_words)) or _is_title(low_words, vocabulary):
        return Likeness.BODY
    if len(words) == 1:
        return Likeness.EITHER
    if len(words) < 4 and name.istitle() and low_words[0] not in vocabulary.articles and len(words[-1]) > 1:
        return Likeness.PERSON  # most names, without looking closer
    if len(words) == 2 and low_words[0] in vocabulary.articles:
        return Likeness.BODY
    return _spaced(words)


def _is_title(words: list[str], vocabulary: Vocabulary) -> bool:
    """Authorities and titles of the press by the parts of their words, or an article before a word like `Voz`; letters' names."""
    first = words[0]
    if len(words) > 1 and first in vocabulary.letter_names:
        return vocabulary.letter_names.issuperset(words)
    if (
        first.startswith(vocabulary.body_starts)
        or first.endswith(vocabulary.paper_endings)
        or (first[1:2] == "'" and first[2:] in vocabulary.paper_words)
    ):
        return True
    if first in vocabulary.articles and not vocabulary.title_words.isdisjoint(words):
        return True
    return "-" in words[-1] and not vocabulary.paper_words.isdisjoint(words[-1].split("-"))


def _spaced(words: list[str]) -> int:
    if words[-1] in PARTICLES or (len(words) > MAX_CASELESS and is_caseless(words[0])):
        return Likeness.BODY
    named = [_without_particle(w) for w in words if not (w.lower() in PARTICLES and (w.islower() or w.isupper()))]
    if not named or any(not w[0].isalpha() for w in named):
        return Likeness.BODY
    lower = sum(is_low(w) for w in named)
    if lower:
        return Likeness.EITHER if lower == len(named) and len(words) <= 3 else Likeness.BODY
    if all(w.isupper() for w in named) and any(_NO_VOWEL.fullmatch(w) for w in words):
        return Likeness.BODY
    letters = [w for w in named if len(w.strip(".")) > 1]
    if not letters or len(named) < 2 or (len(words[-1]) == 1 and words[-1] != words[0]) or _is_acronym_among_names(letters):
        return Likeness.EITHER
    return Likeness.PERSON


def is_caseless(name: str) -> bool:
    """Whether its script has no capitals (Arabic, Hebrew, Hindi): there nothing but its length tells a name from a sentence."""
    return not name.isascii() and name.lower() == name.upper()


def is_low(word: str) -> bool:
    """Whether a word opens with a small letter, a glued particle aside; Georgian names are written without capitals."""
    if not word[0].islower() or "\u10d0" <= word[0] <= "\u10ff":
        return False
    return word.isalpha() or _without_particle(word)[0].islower()


def _without_particle(word: str) -> str:
    """The name behind a particle that a hyphen or apostrophe glues to it (`al-Masri`, `d'Example`)."""
    glued = _GLUED.match(word)
    return word[glued.end() :] if glued else word


def _is_acronym_among_names(words: list[str]) -> bool:
    """`Prisma TPX`, `SZ Photo`: a short word in capitals, no surname of a name that is otherwise in natural case."""
    capitals = [w for w in words if w.isupper() and w.isascii() and w not in NUMERALS]
    return 0 < len(capitals) < len(words) and all(len(w.strip(".")) <= 3 for w in capitals)


def _unspaced(name: str, folded: str, vocabulary: Vocabulary) -> int | None:
    """Chinese, Japanese and Korean names; None for other scripts."""
    if _HANGUL.fullmatch(name) or _HAN.fullmatch(name) or _KANA_NAME.fullmatch(name):
        return Likeness.BODY if folded.endswith(vocabulary.body_endings) else Likeness.EITHER
    if re.search(r"[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]", name):
        return Likeness.BODY
    return None


def is_eastern_name(name: str) -> bool:
    """Whether this can be a Chinese, Japanese or Korean person's name by script and length."""
    return _EASTERN.fullmatch(name) is not None


def is_lone_maker(name: str, folded: str, vocabulary: Vocabulary) -> bool:
    """Whether a word is a surname by the tables or its ending, or a desk's initials (`Müller`, `kmu`); or a whole name is low."""
    if not name.isalpha():
        return is_low_name(name)
    if name.islower():
        return 2 <= len(name) <= 4
    named = squeeze(folded) in vocabulary.lone_surnames or (len(name) > 5 and folded.endswith(vocabulary.surname_endings))
    return named and (name.istitle() or name.isupper())


def is_low_name(name: str) -> bool:
    """Whether this can be a whole name in small letters (`anna berg`), as houses print that write all of a credit so."""
    return name.islower() and 2 <= len(name.split()) <= 3 and name.replace(" ", "").isalpha()


def is_handle(name: str) -> bool:
    """Whether this is an account's name (`@name`)."""
    return _HANDLE.fullmatch(name) is not None


def natural_case(name: str) -> str:
    """Upper case turned natural; a name that is already mixed stays as it is.

    >>> natural_case("LOÏC MCDONALD-VAN DER BERG"), natural_case("Loïc VENANCE"), natural_case("JEAN DE LA TOUR")
    ('Loïc McDonald-Van der Berg', 'Loïc Venance', 'Jean de la Tour')
    """
    if name.istitle() or name.islower() or not any(c.isupper() for c in name):
        return name
    words = name.split()
    shouting = len(words) > 1 and all(w.isupper() or not any(c.isalpha() for c in w) for w in words)
    return " ".join(_word_case(w, shouting=shouting, is_first=i == 0) for i, w in enumerate(words))


def _word_case(word: str, *, shouting: bool, is_first: bool) -> str:
    letters = sum(c.isalpha() for c in word)
    if not word.isupper() or letters < 2 or word in NUMERALS or "." in word[:-1] or not (shouting or letters > 3):
        return word
    if shouting and not is_first and word.lower() in PARTICLES:
        return word.lower()
    return re.sub(r"[^\W\d_]+", lambda m: _capitalised(m.group()), word) if letters > 2 or _is_short_name(word) else word


def _is_short_name(word: str) -> bool:
    """Two letters with a vowel are a name (`LI`, `WU`), without one initials (`JR`)."""
    return any(c in "AEIOUY" for c in word)


def _capitalised(word: str) -> str:
    if len(word) > 3 and word.startswith("MC"):
        return "Mc" + word[2:].capitalize()
    return word.capitalize()
