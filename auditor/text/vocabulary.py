"""The tables of `auditor.data` as lookups: one dictionary from squeezed words to what they mean."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from auditor.data.load import Agency, Meaning, agencies, markers
from auditor.model import Flag
from auditor.text.normalise import fold, phrase_key, words_in
from auditor.text.patterns import any_of


@dataclass(frozen=True, slots=True)
class Known:
    """What a squeezed phrase stands for: a supplier, a meaning, or a label that only opens or closes a credit."""

    agency: Agency | None = None
    meaning: Meaning | None = None
    is_weak: bool = False
    """Counts as a supplier only beside a sign."""
    is_acronym: bool = False
    """Its capitals tell it from a first name (`ANA`, `MIA`)."""
    is_misspelt: bool = False
    is_short: bool = False
    also: "Known | None" = None
    """What the same word is as a label or meaning (`MAP`: an agency; `Map:` a label)."""
    is_maker: bool = False
    """Stands beside the maker's name."""
    is_rank: bool = False
    """A rank before a name or a place in the picture (`left`): no part of the name, and no sign of a credit."""
    is_trailer: bool = False
    """May close a credit (`nuotr.`)."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Everything the grammar looks up."""

    known: dict[str, Known]
    longest: int
    """Words of the longest phrase."""
    body_words: frozenset[str]
    body_endings: tuple[str, ...]
    glued_heads: re.Pattern[str]
    """Labels and meanings that scripts without spaces write before the name, longest first."""
    glued_tails: re.Pattern[str]
    ands: frozenset[str]
    betweens: frozenset[str]
    """Words that may part two names of one run: `and`, `on`, and the words of a maker (`PHOTOGRAPHER`)."""
    partings: frozenset[str]
    """Those of them that part two names even where the table knows neither: all but `on`."""
    ons: frozenset[str]
    after_label: frozenset[str]
    letter_names: frozenset[str]
    """Names of Latin letters, as other scripts spell an acronym (`پی ٹی آئی`)."""
    says_little: frozenset[str]
    unsigned: frozenset[str]
    """Folded labels that open a credit without a sign (`copyright`)."""
    source_labels: frozenset[str]
    footage_labels: frozenset[str]
    photo_labels: frozenset[str]
    author_labels: frozenset[str]
    """Labels that alone behind a word for a photo say that the writer took it (`Foto: Autor`)."""
    genitive_labels: frozenset[str]
    """Labels beside which Lithuanian names stand in the genitive."""
    trade_words: frozenset[str]
    official_words: frozenset[str]
    paper_words: frozenset[str]
    title_words: frozenset[str]
    """Words of newspapers' titles that are surnames too: they tell a medium from another body, not from a person."""
    paper_endings: tuple[str, ...]
    body_starts: tuple[str, ...]
    """Beginnings of compounds that name an authority (`Polizeiinspektion`)."""
    before_thing: frozenset[str]
    offices: frozenset[str]
    bearers: frozenset[str]
    """Jobs and offices before the name of who is shown (`Minister Ann Example`)."""
    genitives: frozenset[str]
    """Words behind a word for a picture that say what it shows (`Bild der Woche`)."""
    positions: frozenset[str]
    lone_surnames: frozenset[str]
    surname_endings: tuple[str, ...]
    picture_endings: tuple[str, ...]
    """Ends of compounds that are labels of a picture with a flag (`Archivbild`)."""
    photo_endings: tuple[str, ...]
    """Those of them that say photo."""
    surname_words: frozenset[str]
    """Words of bodies that are surnames too."""
    companies: frozenset[str]
    articles: frozenset[str]
    indefinite: frozenset[str]
    prose_words: frozenset[str]
    menu_words: frozenset[str]
    reporters: frozenset[str]
    caption_labels: re.Pattern[str]
    """Words that open the caption behind a credit (`Image caption`)."""
    article_sources: re.Pattern[str]
    """Folded phrases that name the sources of the article, or navigate."""
    abbreviations: frozenset[str]
    name_keys: dict[str, str]
    """The squeezed name of each supplier, by its id."""
    flag_of: dict[str, Flag]
    """Words that raise a flag in a caption, and which; `flag_pattern` finds them."""

    def bears(self, words: list[str]) -> bool:
        """Whether folded words open with a job or office."""
        return any("".join(words[:size]).replace(".", "") in self.bearers for size in (1, 2)[: len(words)])


MAKER = Known(is_maker=True, is_trailer=True)
_CLASSES = {
    "after_label": "after_label",
    "says_little": "says_little",
    "source_labels": "source",
    "letter_names": "letter_name",
    "author_labels": "author",
    "trade_words": "trade",
    "footage_labels": "footage",
    "photo_labels": "photo",
    "official_words": "official",
    "paper_words": "paper",
    "title_words": "title",
    "bearers": "bearer",
    "genitives": "genitive",
    "positions": "position",
    "lone_surnames": "lone_surname",
    "surname_words": "surname",
    "before_thing": "before_thing",
    "offices": "office",
    "companies": "company",
    "articles": "article",
    "indefinite": "indefinite",
    "prose_words": "prose",
    "menu_words": "menu",
    "reporters": "reporter",
    "abbreviations": "abbreviation",
}
LABEL = Known()
TRAILER = Known(is_trailer=True)
UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0e00-\u0e7f]")


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The lookups, built once."""
    table = markers()
    known: dict[str, Known] = {}
    for agency in agencies().values():
        _add_agency(known, agency)
    makers = _all(table.makers.values())
    for phrase in makers:
        _add_word(known, phrase, MAKER)
    for meaning in table.meanings.values():
        for phrase in _all(meaning.words.values()):
            _add_word(known, phrase, Known(meaning=meaning, is_trailer=True))
    trailers = _all(table.trailers.values())
    for phrase in trailers:
        _add_word(known, phrase, TRAILER)
    for phrase in _all(table.labels.values()):
        _add_word(known, phrase, LABEL)
    for phrase in (*table.word_classes["rank"], *table.word_classes["position"]):
        _add_word(known, phrase, Known(is_rank=True))
    known.pop("", None)
    meant = [p for m in table.meanings.values() for p in _all(m.words.values())]
    flag_of = {
        fold(word): meaning.flag for meaning in table.meanings.values() for word in _all(meaning.caption.values()) if meaning.flag
    }
    ons, ands = (frozenset(fold(w) for w in _all(table.relations[kind].values())) for kind in ("on", "and"))
    return Vocabulary(
        known=known,
        longest=6,
        body_words=frozenset(
            phrase_key(w)
            for w in (*_all(table.body_words.values()), *table.word_classes["paper"], *table.word_classes["official"])
        ),
        body_starts=tuple(fold(w) for w in table.word_classes["body_start"]),
        paper_endings=tuple(fold(w) for w in table.word_classes["paper_ending"]),
        surname_endings=tuple(fold(w) for w in table.word_classes["surname_ending"]),
        picture_endings=tuple(fold(w) for w in table.word_classes["picture"]),
        photo_endings=tuple(fold(w) for w in table.word_classes["picture"] if w in table.word_classes["photo"]),
        body_endings=tuple({fold(w) for w in _all(table.body_endings.values())}),
        glued_heads=re.compile(_glued(meant + makers + _all(table.labels.values()) + _names())),
        glued_tails=re.compile(_glued(meant + makers + trailers) + "$"),
        ons=ons,
        ands=ands,
        betweens=ons | ands | frozenset(map(fold, makers)),
        partings=ands | frozenset(map(fold, makers)),
        unsigned=frozenset(fold(w) for w in table.word_classes["unsigned"]),
        genitive_labels=frozenset(phrase_key(w) for w in (*table.trailers["lt"], *table.labels["lt"])),
        **{name: frozenset(phrase_key(w) for w in table.word_classes[key]) for name, key in _CLASSES.items()},
        caption_labels=re.compile(rf"(?<!\w){any_of(fold(w) for w in table.word_classes['caption_label'])}(?!\w)"),
        article_sources=re.compile(any_of(fold(w) for w in table.word_classes["article_source"])),
        flag_of=flag_of,
        name_keys={agency.id: phrase_key(agency.name) for agency in agencies().values()},
    )


def _add_agency(known: dict[str, Known], agency: Agency) -> None:
    weak = {phrase_key(a) for a in agency.weak_aliases}
    entries = [
        (a, Known(agency=agency, is_weak=phrase_key(a) in weak, is_acronym=a.isupper()))
        for a in (agency.name, *agency.aliases, *agency.weak_aliases)
    ]
    entries += [(a, Known(agency=agency, is_short=True)) for a in agency.short_forms]
    entries += [(a, Known(agency=agency, is_misspelt=True)) for a in agency.misspellings]
    for alias, entry in entries:
        known.setdefault(phrase_key(alias), entry)


def _add_word(known: dict[str, Known], phrase: str, entry: Known) -> None:
    """A label or meaning; a supplier of the same name stays, and keeps the word beside it."""
    key = phrase_key(phrase)
    there = known.setdefault(key, entry)
    if there.agency is not None and there.also is None:
        known[key] = replace(there, also=entry)


def _names() -> list[str]:
    return [
        name for agency in agencies().values() for name in (agency.name, *agency.aliases, *agency.weak_aliases) if len(name) > 2
    ]


def _all(groups: Iterable[tuple[str, ...]]) -> list[str]:
    return [word for group in groups for word in group]


def _glued(phrases: list[str]) -> str:
    return any_of({fold(p) for p in phrases if UNSPACED.search(p)})


@lru_cache(maxsize=1)
def flag_words() -> frozenset[str]:
    """A word of each spaced phrase of `flag_of`, the rarest as a rule: the longest that is no word for a photo."""
    words = vocabulary()
    phrases = (words_in(phrase) for phrase in words.flag_of if not UNSPACED.search(phrase))
    return frozenset(max(phrase - words.photo_labels or phrase, key=lambda word: (len(word), word)) for phrase in phrases)


@lru_cache(maxsize=3)
def flag_pattern(*, spaced: bool, ascii_only: bool = False) -> re.Pattern[str]:
    """The words of `flag_of`, which may not begin or end inside another word, but for those of scripts without spaces.

    For a `spaced` text the latter are left out, and the character before each word is taken with it: a place where words begin is
    found four times as fast by what stands there as by a border. Each letter that a word can begin with costs at every such
    place: a text of ASCII letters need not be asked for others.
    """
    words = [w for w in vocabulary().flag_of if not ascii_only or w.isascii()]
    unspaced = {w for w in words if UNSPACED.search(w)}
    signed = [w for w in words if not w[0].isalnum() and w not in unspaced]
    lettered = _closed(w for w in words if w[0].isalnum() and w not in unspaced)
    behind = (
        rf"(?<={re.escape(sign)}){_closed(w[1:] for w in signed if w[0] == sign)}" for sign in sorted({w[0] for w in signed})
    )
    if spaced:
        return re.compile(rf"\W(?:{'|'.join(behind)}|{lettered})")
    return re.compile(rf"(?<!\w){lettered}|{_closed(signed)}|{any_of(unspaced)}")


def _closed(words: Iterable[str]) -> str:
    """Any of the words, none that ends inside another."""
    words = list(words)
    groups = (([w for w in words if not w[-1].isalnum()], ""), ([w for w in words if w[-1].isalnum()], r"(?!\w)"))
    return f"(?:{'|'.join(any_of(group) + end for group, end in groups if group)})"
