"""Reasons for which a date in a caption is not, or surely is, the day the picture was made: one claim a method.

A claim looks at the words around a date, a few tokens to either side, never at whole captions.
"""

from bisect import bisect_right

from auditor.text.date_sentences import CLAUSE_SIGNS, REACH, SentenceView
from auditor.text.date_sighting import Form, Sighting
from auditor.text.date_words import PICTURE, Kind

HEAD_TOKENS = 10
"""How far into the caption a dateline may reach (`SYDNEY, AUSTRALIA - MAY 02:`)."""
CLAUSE = 8
"""Tokens behind a date in which a verb that closes the clause is looked for."""
NOTICE = 8
"""Tokens from a copyright sign to its year."""
NEAR = 3
"""Tokens from a date to a verb that stands beside it."""
LOOSE = 5
"""Tokens between `after` and a date that belongs to what it governs (`after the attack on October 7`)."""
AMOUNTS = frozenset("%$€£¥₹")
_BEFORE_DATE = (Kind.ON, Kind.ARTICLE, Kind.THIS, Kind.LINKS, Kind.WITHIN)


class Reasons(SentenceView):
    """What the words around a date say of it."""

    def _is_head(self, sighting: Sighting) -> bool:
        """`24.04.2024, Berlin: ...`, `SYDNEY, AUSTRALIA - MAY 02: ...`, `Archivbild (16.08.2024): ...`."""
        if sighting.form is Form.COUNTED or sighting.last > HEAD_TOKENS * 2:
            return False
        led = [self.tokens[i] for i in range(sighting.first)]
        if len(led) > HEAD_TOKENS or any(self.caption[t.start].islower() for t in led):
            return False
        end = sighting.last + (self._text(sighting.last) == ")")
        if self._text(end) == ":":
            return True
        return sighting.first == 0 and any(self._text(i) == ":" for i in range(end, min(end + HEAD_TOKENS, len(self.tokens))))

    def _is_quoted(self, sighting: Sighting) -> bool:
        """What somebody said, or a title, is not the caption's own word."""
        at = bisect_right(self.quotes, (self.tokens[sighting.first].start, len(self.caption))) - 1
        return at >= 0 and self.tokens[sighting.last - 1].end <= self.quotes[at][1]

    def _is_asked(self, sighting: Sighting) -> bool:
        """A question shows nothing: `Will the rate fall on Thursday?`"""
        number = self.sentence(sighting) + 1
        end = self.starts[number] if number < len(self.starts) else len(self.tokens)
        return self._text(end - 1) in ("?", "？")

    def _is_bound(self, sighting: Sighting) -> bool:
        at = sighting.first - 1
        if self._is_part_of_name(sighting):
            return True
        if sighting.is_span:  # `from 6 to 8 February`: the scene lies between
            return False
        for _ in range(3):
            if self._is(at, Kind.BOUND, Kind.NEXT, Kind.HABIT):
                return not self._is_kept(sighting, at)
            if not self._is(at, *_BEFORE_DATE):
                break
            at -= 1
        return self._is(sighting.last, Kind.NEXT)

    def _is_part_of_name(self, sighting: Sighting) -> bool:
        """`rue du 4 septembre`, `Windows 2000`, `5th of May Avenue`."""
        at = sighting.first - 1
        is_behind = sighting.form <= Form.DAY and self._is_upper(sighting.last) and self._is(sighting.last, Kind.NAMING_AFTER)
        at -= self._is(at, Kind.LINKS, Kind.ARTICLE)
        if is_behind or self._is(at, Kind.NAMING):
            return True
        is_model = self._is_upper(at) or self._text(at).isdecimal()  # `una Fiat Topolino del 1936`, `un Seat 600 de 1957`
        return is_model and self._is(at + 1, Kind.LINKS) and self._is(at - 1, Kind.NAMING) and sighting.form is Form.YEAR

    def _is_kept(self, sighting: Sighting, at: int) -> bool:
        """A bound date that is the scene's nevertheless: `photo from May 2`, `damage from Sunday's storm`."""
        if self._is(at - 1, *PICTURE):
            return True
        is_after = self._is(at, Kind.AFTER) or (self._is_possessive(sighting) and not self._is(at, Kind.AHEAD))
        return sighting.form is Form.COUNTED and (is_after or sighting.is_last)

    def _is_possessive(self, sighting: Sighting) -> bool:
        """`Sunday's`."""
        return "ʼ" in self._text(sighting.last - 1)

    def _is_planned(self, sighting: Sighting, sentence: range) -> bool:
        """`is expected to open on June 26`, `Am 1. Juni soll`; `the trial begins Monday`, unless the day is whole."""
        ending = self._text(sighting.last) == "-" and self._touches(sighting.last)  # Hungarian `1-jén`
        behind = range(sighting.last + 2 * ending, min(sighting.last + 2 + 2 * ending, len(self.tokens)))
        if self._is_dateline(sighting):
            return False
        if any(not self._is_aside(i) for i in self._found((*sentence, *behind), Kind.COMING)):
            return True
        is_open = sighting.year is None or sighting.form is Form.YEAR or self._is_ahead(sighting)
        return is_open and (self._any(sentence, Kind.OPENING) or self._any(behind, Kind.OPENING))

    def _is_dateline(self, sighting: Sighting) -> bool:
        """`..., Ansel, Ardania, 24 August 2018.`: a whole date between signs is the picture's, whatever the sentence plans."""
        return sighting.form is Form.FULL and self._text(sighting.first - 1) in CLAUSE_SIGNS and not sighting.is_span

    def _is_aside(self, i: int) -> bool:
        """Whether the word stands in a clause set off by commas (`Ann Toll, who will retire, speaks on May 5`)."""
        start = self._clause_start(max(0, i - LOOSE), i)
        return self._text(start - 1) == "," and self._any(range(start, i), Kind.CLAUSE)

    def _is_elsewhere(self, sighting: Sighting, clause: range) -> bool:
        """`born in Ansel on March 3, 1950`, `killed on October 13`, `am 3. März 1950 in Ansel geboren`."""
        shows = next((i for i in reversed(clause) if self._is(i, Kind.SHOWS)), clause.start)
        if self._any(range(shows, clause.stop), Kind.ELSEWHERE) or self._any(clause[-NEAR:], Kind.ENDED):
            return True
        behind = self._clause_of(range(sighting.last, min(sighting.last + CLAUSE, len(self.tokens))))
        is_history = (
            sighting.form >= Form.MONTH
            and self._is_other_year(sighting)
            and self._any((*clause[-LOOSE:], *behind[:NEAR]), Kind.HISTORY)
        )
        return is_history or self._any(behind, Kind.VERB_LAST)

    def _is_other_year(self, sighting: Sighting) -> bool:
        """Whether it lies in another year than the publication: what was built or destroyed then is not the scene."""
        return sighting.year is not None and (self.published is None or sighting.year != self.published.year)

    def _is_to_come(self, sighting: Sighting) -> bool:
        """Whether a month or year begins after the day of publication."""
        if self.published is None or sighting.form < Form.MONTH or not sighting.year or sighting.year < 100:
            return False
        return (sighting.year, sighting.month or 1) > (self.published.year, self.published.month if sighting.month else 12)

    def _is_ahead(self, sighting: Sighting) -> bool:
        """Whether a whole day lies after the day of publication."""
        if self.published is None or sighting.form is not Form.FULL or not sighting.year or sighting.year < 100:
            return False
        day = (sighting.year, sighting.month or 1, sighting.day or 1)
        return day > (self.published.year, self.published.month, self.published.day)

    def _is_name(self, sighting: Sighting) -> bool:
        """`USA Today`, `the Sunday Mirror`: a word that counts days inside a name."""
        if sighting.form is not Form.COUNTED:
            return False
        word = self.tokens[sighting.first]
        if Kind.RELATIVE in word.kinds:
            is_first = sighting.first in self.starts
            return self._text(sighting.last) == "ʼ" or (self._is_upper(sighting.first) and not is_first)
        follows = sighting.last if not self._is(sighting.last - 1, Kind.PARTS) else -1
        is_led = self._is(sighting.first - 1, Kind.ON) and not self._is(sighting.first - 1, Kind.ARTICLE)
        is_capital = word.text.isascii() and self._is_upper(sighting.first)  # not Finnish `keskiviikkona Anselissa`
        return is_capital and not is_led and self._is_upper(follows) and self._text(follows).isalpha()

    def _is_nowadays(self, sighting: Sighting) -> bool:
        """`The bridge of Ansel. Today it is closed.`, `closed in 1987, as it looks today`."""
        if sighting.counted != "0d":
            return False
        led = range(max(0, sighting.first - REACH), sighting.first)
        return self.sentence(sighting) > 0 or any(self._year_at(i) for i in led)

    def _is_figure(self, sighting: Sighting, sentence: range) -> bool:
        """`exports worth $166 million in August 2021`: the month or year of a figure."""
        if sighting.form < Form.MONTH:
            return False
        return any(self.tokens[i].text in AMOUNTS for i in sentence) or self._any(sentence, Kind.AMOUNT)

    def _in_clause(self, clause: range) -> bool:
        """Whether the date stands in a clause about a part of the scene."""
        if self._any(clause, Kind.CLAUSE):
            return True
        return bool(clause) and self._text(clause[0] - 1) == "," and self._is(clause[0], Kind.COMMA_CLAUSE)

    def _is_told_aside(self, sighting: Sighting, clause: range) -> bool:
        """`a nurse, who tested positive on Friday, waits`: set off by a comma, it tells what happened before the scene."""
        if not clause or self._text(clause[0] - 1) != "," or not self._is(clause[0], Kind.WHO):
            return False
        behind = self._clause_of(range(sighting.last, min(sighting.last + CLAUSE, len(self.tokens))))
        return self._any((*clause, *behind), Kind.PAST)

    def _is_told_later(self, sighting: Sighting, clause: range) -> bool:
        """`The mayor at her desk. She resigned on Friday.`: the first sentence shows the scene, the next tells how it came."""
        is_later = sighting.form is Form.COUNTED and sighting.first >= self._first_sentence().stop
        return is_later and self._any(clause, Kind.PAST) and not self._any(clause, *PICTURE)

    def _is_attribute(self, sighting: Sighting) -> bool:
        """`the May 3, 2024 attack`: an article before, a noun behind."""
        after = sighting.last + (self._text(sighting.last) == ",")
        is_noun = self._text(after).isalpha() and not self._is(after, Kind.ON, Kind.WITHIN, Kind.BOUND, Kind.CLAUSE, Kind.TAKEN)
        return self._is(sighting.first - 1, Kind.ARTICLE) and is_noun and sighting.form < Form.COUNTED

    def _is_notice(self, sighting: Sighting) -> bool:
        """`© 2024`, `Copyright (c) Example Press 2024`."""
        led = range(max(0, sighting.first - NOTICE), sighting.first)
        return any(self._text(i) in ("©", "copyright") for i in led)

    def _is_named_in_brackets(self, sighting: Sighting) -> bool:
        """`Ida Novak (2019)`: alone in brackets behind a name, at the end of what is said; not behind a title in quotes."""
        end = sighting.last + 1
        is_last = end >= len(self.tokens) or end in self.starts or self._text(end) in ".:("
        return self._text(sighting.last) == ")" and is_last and self._is_upper(sighting.first - 2)

    def _is_lifetime(self, sighting: Sighting) -> bool:
        """`Ida Novak (b. 1961)`, `(f. 1961)`, `(d. 1999)`; `(c. 1910)` is about then."""
        at = sighting.first - 2
        return self._text(at - 1) == "(" and self._text(at + 1) == "." and len(self._text(at)) == 1 and self._text(at) != "c"

    def _is_event(self, sighting: Sighting) -> bool:
        """`at the 2024 Harbour Games`, `during a 2020 debate`: an article before the year, a noun behind it."""
        return " " in self._text(sighting.first - 1) and self._text(sighting.last).isalpha()

    def _is_title(self, sighting: Sighting) -> bool:
        """`Ida Novak, 2024 laureate in chemistry`: behind a comma, before a noun."""
        words = (Kind.WITHIN, Kind.ON, Kind.LINKS, Kind.ARTICLE, Kind.BOUND, Kind.CLAUSE, Kind.TAKEN, Kind.TO, Kind.EVENT)
        after = sighting.last
        return self._text(sighting.first - 1) == "," and self._text(after).isalpha() and not self._is(after, *words)

    def _is_at_event(self, sighting: Sighting, clause: range) -> bool:
        """`bei der Bundestagswahl 2021`, `at Glastonbury 2022`: a name before the year, and a word like *at* before the name."""
        name = sighting.first - 1
        kinds = (Kind.WITHIN, Kind.ON, Kind.BOUND, Kind.LINKS, Kind.ARTICLE, Kind.TO)
        return (
            self._text(name).isalpha() and not self._is(name, *kinds) and any(self._is(i, Kind.EVENT) for i in clause[-LOOSE:-1])
        )
