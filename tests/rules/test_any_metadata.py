"""Whatever a picture file says, every rule answers, twice the same, and no prompt is told."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.model import Field
from auditor.rules.base import Example
from tests.rules.published import XMP_ELEMENTS, audited

PIECES = (
    *("Lena Ostrow", "Jonas Weyland", "/", "; ", "Reuters", " via Getty Images", "© 2026 ", "AI-generated", "Midjourney"),
    *(
        "2026-07-07",
        "2026",
        "2026-07-07T10:00:00+02:00",
        "9999-12-31",
        "0001-01-01T00:00:01+14:00",
        "²",
        "GettyImages-1228224227",
    ),
    *(
        "http://cv.iptc.org/newscodes/digitalsourcetype/",
        "compositeSynthetic",
        "digitalCapture",
        "NO ARCHIVES",
        "\u202e",
        "<&>\"'",
    ),
)
WORDS = st.lists(
    st.one_of(st.sampled_from(PIECES), st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=6)), max_size=5
)
SAID = st.lists(st.tuples(st.sampled_from(list(XMP_ELEMENTS)), WORDS.map("".join)), max_size=6).map(tuple)
SECRET = "in the manner of my neighbour"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(embedded=SAID, original=SAID, caption=st.lists(st.sampled_from(PIECES), max_size=5).map(" ".join))
def test_any_metadata(embedded, original, caption):
    prompt = ((Field.AI_PROMPT, SECRET),)
    example = Example(
        caption=f"Ferries in Port Elin, July 7, 2026. {caption}",
        image="https://news.example/GettyImages-2242056166.jpg",
        embedded=(*embedded, *prompt),
        original=(*original, *prompt),
    )
    done = audited(example)
    assert done.findings == audited(example).findings
    assert SECRET not in repr(done.findings) + repr(done.page.media)
