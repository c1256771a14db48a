"""What the tokens of a credit line come to: its parties, and the words beside them."""

import re
from dataclasses import dataclass, field

from auditor.data.load import Agency, Meaning
from auditor.text.names import Likeness
from auditor.text.normalise import fold, word_keys
from auditor.text.vocabulary import Known, vocabulary

_BROADCASTER = re.compile(
    r"""[KW][A-Z]{3}(?:-?(?:TV|FM|AM))?                                       # a call sign of the United States
      | (?:[A-Z]\w*|\d+)?-?(?:TV|FM|News|NEWS|Radio|RADIO)(?:\d+|[A-Z]\w*)?   # 9News · TVN24 · DawnNewsTV
      | [\w\-]+\.(?:com|net|org|info|tv|news|[a-z]{2})                         # a site named by its address""",
    re.VERBOSE,
)

_BETWEEN_WORDS = re.compile(r"(?<=\bl)'|-")
"""An article's apostrophe and a hyphen part the words of a title (`L'Écho`, `Tribune-Review`)."""


@dataclass(slots=True)
class Party:
    """One name of the line."""

    joint: str
    """What binds it to the name before (`tokens.Joint`)."""
    start: int
    end: int
    name: str
    """As printed."""
    key: str
    """The squeezed name: two spellings of one name agree."""
    likeness: int
    """One of `Likeness`."""
    known: Known | None = None
    agency: Agency | None = None
    """Its entry in the table."""
    is_lender: bool = False
    """Named after words such as `courtesy of`."""
    is_account: bool = False
    is_loose: bool = False
    """Left over beside a supplier's name of the same run, and no person's."""

    @property
    def is_lending_person(self) -> bool:
        """Whether a person lent the picture."""
        return self.is_lender and self.agency is None and self.likeness == Likeness.PERSON

    @property
    def is_low(self) -> bool:
        """Printed without a capital."""
        return self.name.islower()

    @property
    def is_mixed(self) -> bool:
        """Printed with capitals or signs inside (`PR-Video`)."""
        return not (self.name.islower() or self.name.istitle())

    @property
    def is_agency_like(self) -> bool:
        """Whether its name says that it deals in pictures (`Fjord Press Photo`)."""
        return self._has_word(vocabulary().trade_words)

    @property
    def is_official(self) -> bool:
        """Whether its name says that it gives pictures away (`Westshire Police`)."""
        if self.agency is None and fold(self.name).startswith(vocabulary().body_starts):
            return True
        return self._has_word(vocabulary().official_words)

    @property
    def is_paper(self) -> bool:
        """Whether its name is a medium's: a title's word, a broadcaster's sign (`Westshire Echo`, `KXYZ-TV`)."""
        return self.agency is None and is_medium(self.name)

    def _has_word(self, words: frozenset[str]) -> bool:
        return self.agency is None and not words.isdisjoint(word_keys(fold(self.name).split()))


def is_medium(name: str) -> bool:
    """Whether an unknown name is a newspaper's, magazine's, broadcaster's or news site's."""
    folded, lookup = fold(name), vocabulary()
    words = (_BETWEEN_WORDS.sub(" ", folded) if "-" in folded or "'" in folded else folded).split()
    keys = words if name.isascii() else word_keys(words)
    if not (lookup.paper_words.isdisjoint(keys) and lookup.title_words.isdisjoint(keys)):
        return True
    return any(w.endswith(lookup.paper_endings) for w in words) or any(_BROADCASTER.fullmatch(w) for w in name.split())


@dataclass(slots=True)
class Parties:
    """What a line's tokens came to."""

    parties: list[Party] = field(default_factory=list)
    meanings: list[Meaning] = field(default_factory=list)
    labels: list[str] = field(default_factory=list)
    """Squeezed labels, in order: they tell a video from a photo."""
    first_mark: int | None = None
    """Where the first label or meaning stands."""
    formulas: list[tuple[int, int]] = field(default_factory=list)
    is_prose: bool = False
    """A name stands before a colon, the head of a caption and no label; or reading stopped at words that are no name."""
    has_unknown_label: bool = False
    """A single word that is no label of the tables stands before a colon."""
    has_position: bool = False
    """A place in the picture is named (`left`, `v.l.`)."""
    joints: set[str] = field(default_factory=set)

    @property
    def has_loose(self) -> bool:
        """Whether a party is left over beside a supplier's name."""
        return any(party.is_loose for party in self.parties)
