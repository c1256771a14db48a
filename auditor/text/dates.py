"""Dates in a caption -> the day the picture was made, or nothing.

Three steps: every expression that has the form of a date (`date_scan`; `date_east` for scripts without spaces), a judgement which
of them dates the picture (`date_scene`), the days it means given the day of publication (`date_resolve`). Most captions hold no
date: they leave after one look at their digits and words.
"""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from auditor.data.calendar import orders
from auditor.limits import MAX_CAPTION_CHARS
from auditor.model import DateReading, Span
from auditor.text.date_choice import Candidate, choose
from auditor.text.date_east import HAS_EAST, east_word, read_east
from auditor.text.date_labels import file_label
from auditor.text.date_languages import languages_of
from auditor.text.date_resolve import is_impossible, resolve
from auditor.text.date_scan import Scanner
from auditor.text.date_scene import Scene, Weight
from auditor.text.date_sighting import YEARS, Form, Sighting
from auditor.text.date_vocabulary import vocabulary
from auditor.text.date_words import Kind, Token, fold, tokens, words_of

_DIGIT = re.compile(r"\d")


def parse_caption_date(caption: str, *, published: date | None = None, language: str | None = None) -> DateReading:
    """What a caption says about the day its picture was made.

    `published` is the day of publication: weekdays, `yesterday` and days without a year count from it and stay unread without it.
    `language` is a BCP 47 tag; None lets the words tell. Spans are offsets into `caption`.
    """
    caption = caption[:MAX_CAPTION_CHARS]
    if published and published.year not in YEARS:
        published = None
    folded = fold(caption)
    words = dict.fromkeys(words_of(folded))  # in their order: what they tell of the language must not hang on a hash
    languages = languages_of(words, language)
    known, east = vocabulary(languages), read_east(folded, languages)
    if known.anchors.isdisjoint(words) and not east and not HAS_EAST.search(folded) and not _DIGIT.search(folded):
        return DateReading()
    found = tokens(folded, known)
    places = [i for i, token in enumerate(found) if token.kinds]
    sightings = _with_years(Scanner(found, places, _order(language)).sightings())
    weighed = (_weighed(sightings, Scene(caption, found, published)) if sightings else []) + east
    label = file_label(found, places) or east_word(folded, "label_word")
    undated = any(Kind.UNDATED in found[i].kinds for i in places) or east_word(folded, "undated") is not None
    return DateReading(
        date=None if undated else choose(list(_resolved(caption, weighed, published))),
        file_label=label is not None,
        file_label_span=label,
        undated=undated,
        impossible=tuple(s.place for _, _, s in weighed if s.place and is_impossible(s)),
    )


def _weighed(sightings: Sequence[Sighting], scene: Scene) -> list[tuple[Weight, int, Sighting]]:
    return [(scene.weigh(s), scene.sentence(s), s._replace(place=_span(scene.tokens, s))) for s in sightings]


def _order(language: str | None) -> str:
    if language is None:
        return "either"
    known = orders()
    parts = language.replace("_", "-").split("-")
    region = f"{parts[0].lower()}-{parts[-1].upper()}"
    return known.get(region) or known.get(parts[0].lower(), "either")


def _span(found: Sequence[Token], sighting: Sighting) -> Span:
    return Span(found[sighting.first].start, found[sighting.last - 1].end)


def _with_years(sightings: list[Sighting]) -> list[Sighting]:
    """A day without a year takes it from the same day printed whole elsewhere (`PARIS - MAY 02: ... on May 02, 2024`)."""
    years = {(s.month, s.day): s.year for s in sightings if s.form is Form.FULL}
    return [
        s._replace(form=Form.FULL, year=years[s.month, s.day]) if s.form is Form.DAY and (s.month, s.day) in years else s
        for s in sightings
    ]


def _resolved(caption: str, weighed: Sequence[tuple[Weight, int, Sighting]], published: date | None) -> Iterator[Candidate]:
    for weight, sentence, sighting in weighed:
        if weight is not Weight.NO and sighting.place and not is_impossible(sighting):
            days = resolve(sighting, published, sighting.place, sighting.place.of(caption))
            if days is not None:
                yield Candidate(weight, sentence, sighting.form, days)
