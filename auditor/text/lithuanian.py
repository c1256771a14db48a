"""Base forms of Lithuanian names: credits print them in the genitive (`Tomo Petrausko nuotr.`, of Tomas Petrauskas).

Only surnames of unmistakably Lithuanian make are turned back; `-io` may come of `-is`, `-ys` and `-ius`, and foreign names stay
as they are. Declensions after the Lithuanian grammar (five of nouns); the source is common knowledge.
"""

_SURNAMES = (
    ("ienės", "ienė"),
    ("aitės", "aitė"),
    ("utės", "utė"),
    ("ytės", "ytė"),
    ("ūtės", "ūtė"),
    ("evičiaus", "evičius"),
    ("avičiaus", "avičius"),
    ("aičio", "aitis"),
    ("ausko", "auskas"),
    ("insko", "inskas"),
    ("ėno", "ėnas"),
    ("ūno", "ūnas"),
)
"""Genitive and nominative endings of surnames that no other language's names have."""
_GIVEN = (("aus", "us"), ("os", "a"), ("ės", "ė"), ("o", "as"))
"""The same of given names; `-io` is left out."""


def base_form(name: str) -> str:
    """The nominative of a name printed in the genitive; the name itself where that is not certain.

    >>> base_form("Tomo Petrausko"), base_form("R. Vaitkutės"), base_form("Marco Rosso")
    ('Tomas Petrauskas', 'R. Vaitkutė', 'Marco Rosso')
    """
    *given, surname = name.split()
    base = _turned(surname, _SURNAMES)
    bases = [word if word.endswith(".") else _turned(word, _GIVEN) for word in given]
    if base is None or None in bases or not given:
        return name
    return " ".join((*(word for word in bases if word), base))


def _turned(word: str, endings: tuple[tuple[str, str], ...]) -> str | None:
    """The word with its ending exchanged; None where it has none of them."""
    for genitive, nominative in endings:
        if word.endswith(genitive) and not (genitive == "o" and word.endswith("io")):
            return word.removesuffix(genitive) + nominative
    return None
