"""Whether two printed names can be one person's."""

import unicodedata


def same_person(one: str, other: str) -> bool:
    """Whether the names agree: case, accents and punctuation aside, in any order, with initials for given names.

    `L. OSTROW` and `Lena Ostrow` agree, `Lena Ostrow` and `Jonas Ostrow` do not. A single word agrees with a name that holds it.
    """
    short, long = sorted((_words(one), _words(other)), key=len)
    if not short:
        return False
    rest = list(long)
    for word in sorted(short, key=len, reverse=True):
        match = next((w for w in rest if w == word), None) or next((w for w in rest if _is_initial(word, w)), None)
        if match is None:
            return False
        rest.remove(match)
    return any(len(word) > 1 and word in long for word in short)


def _is_initial(one: str, other: str) -> bool:
    return min(len(one), len(other)) == 1 and one[0] == other[0]


def _words(name: str) -> list[str]:
    """The words of a name, folded; a full stop or hyphen parts them."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).casefold()
    return "".join(c if c.isalnum() else " " for c in plain).split()
