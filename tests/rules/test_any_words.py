"""Whatever is printed: every span lies on the words it quotes, and the same page is judged the same way twice."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.pipeline import field_text
from auditor.rules.base import Example
from tests.rules.published import audited

PIECES = (
    "Ferries wait. ",
    "Photo: ",
    "Lena Ostrow",
    "/Reuters",
    " via Getty",
    "Handout ",
    "July 7, 2062",
    "Sunday, July 7 , 2026",
    "February 30, 2026",
    "03/04/2026",
    "NO ARCHIVES",
    "14 DAY USE ONLY",
    "DSC_0412.JPG",
    "n/a",
    "\u200b",
    "…",
    "FILE - ",
    "(",
    ")",
    "写真・",
)
WORDS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=8).map("".join)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(caption=WORDS, credit=WORDS, alt=WORDS)
def test_spans_lie_on_the_words_they_quote(caption, credit, alt):
    example = Example(caption=caption, credit=credit, alt=alt)
    findings = audited(example).findings
    for finding in findings:
        text = field_text(audited(example).page.media[finding.picture], finding.field)
        if finding.span:
            assert 0 <= finding.span.start < finding.span.end <= len(text)
            assert finding.text == finding.span.of(text)
    assert audited(example).findings == findings
    assert len({finding.fingerprint for finding in findings}) == len(findings)
