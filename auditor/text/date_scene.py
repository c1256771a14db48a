"""Which of the dates in a caption is the day the picture was made.

A caption says in its first sentence what the picture shows; a date that belongs to that statement dates the picture. A date bound
to something else does not: a limit (`since April 27`), a plan (`expected to sell on June 26`), a birth or release (`released on
May 29`), an attribute (`the May 3 attack`), a clause about a part of the scene (`a diver who was rescued on March 3`).
"""

from enum import IntEnum

from auditor.text.date_reasons import LOOSE, NEAR, Reasons
from auditor.text.date_sentences import REACH
from auditor.text.date_sighting import Form, Sighting
from auditor.text.date_words import PICTURE, Kind


class Weight(IntEnum):
    """How surely a date is the picture's."""

    NO = 0
    WEAK = 1
    """It may be, if nothing else is dated."""
    LOOSE = 2
    """It is, unless another date of the same sentence is bound to it less loosely (`abducted on April 14`)."""
    PLAIN = 3
    STRONG = 4
    """The caption says so (`taken on`), or the date stands at the head with a colon."""


class Scene(Reasons):
    """Weighs the dates of one caption."""

    def weigh(self, sighting: Sighting) -> Weight:
        """How surely it is the day the picture was made."""
        start = max(self.starts[self.sentence(sighting)], sighting.first - REACH)
        sentence = range(start, sighting.first)
        clause = range(self._clause_start(start, sighting.first), sighting.first)
        if self._is_quoted(sighting) or self._is_asked(sighting):
            return Weight.NO
        if sighting.form <= Form.MONTH and self._is_head(sighting):
            return Weight.STRONG
        if (
            self._is_bound(sighting)
            or self._is_figure(sighting, sentence)
            or self._is_planned(sighting, sentence)
            or self._is_elsewhere(sighting, clause)
            or self._is_to_come(sighting)
        ):
            return Weight.NO
        if sighting.form is Form.YEAR and sighting.last - sighting.first == 1:
            return self._weigh_year(sighting, clause)
        if self._is_name(sighting) or self._is_nowadays(sighting):
            return Weight.NO
        return self._weigh_words(sighting, clause)

    def _weigh_words(self, sighting: Sighting, clause: range) -> Weight:
        if self._is(sighting.last + (self._text(sighting.last) == ","), Kind.TAKEN):  # `In this Feb. 6, 2013, photo`
            return Weight.STRONG
        if self._is_attribute(sighting):
            return Weight.NO if self._is(sighting.first - 2, Kind.LINKS, Kind.BOUND) else Weight.WEAK
        if self._is_told_aside(sighting, clause) or self._is_told_later(sighting, clause):
            return Weight.NO
        if self._in_clause(clause) or self._any(clause, Kind.SAID):
            return Weight.WEAK
        if self._any(clause, Kind.TAKEN):
            return Weight.STRONG
        is_loose = self._any(clause[-LOOSE:], Kind.AFTER, Kind.AHEAD, Kind.ENDED) or self._any(clause[-NEAR:], Kind.PAST)
        return Weight.LOOSE if is_loose or self._is_possessive(sighting) else Weight.PLAIN

    def _weigh_year(self, sighting: Sighting, clause: range) -> Weight:
        """A bare year: the picture's, or the event's that is shown; not a report of what was that year."""
        is_taken = self._any(clause, *PICTURE) or self._is(sighting.last, Kind.TAKEN)
        if not is_taken and sighting.first >= self._first_sentence().stop:
            return Weight.NO
        behind = range(sighting.last, min(sighting.last + NEAR, len(self.tokens)))
        if self._text(sighting.first - 1) == "(":
            return Weight.WEAK if self._is_named_in_brackets(sighting) else Weight.NO
        if self._is_lifetime(sighting) or self._in_clause(clause) or self._is_notice(sighting):
            return Weight.NO
        if is_taken or self._is_at_event(sighting, clause) or self._is_head(sighting):
            return Weight.PLAIN
        if self._any(behind, Kind.ELSEWHERE) or self._is_title(sighting):
            return Weight.NO
        if self._is(sighting.first - 1, Kind.ARTICLE) and not self._is(sighting.first - 1, Kind.WITHIN):
            is_event = self._text(sighting.last).isalpha() and self._is(sighting.first - 2, Kind.WITHIN, Kind.ON)
            return Weight.PLAIN if is_event else Weight.NO
        if self._is(sighting.first - 1, Kind.WITHIN) and self._is_event(sighting):
            return Weight.PLAIN
        is_report = any(not self._is_aside(i) for i in self._found(self._first_sentence()[1:], Kind.PAST))
        return Weight.NO if is_report else Weight.PLAIN
