"""How content systems dress a picture: each shape at the head of the story and inside it, with what a reader sees of it."""

import pytest

from auditor.model import Field
from auditor.readers.html import read_html

CAPTION = "Divers search the wreck of the ferry on Monday."
IMG = '<img src="/media/2024/ferry-wreck.jpg" width="800" height="500" alt="Wreck">'
BODY = (
    "The harbour of Lindsund was closed for a third day on Monday while divers searched the wreck of the ferry for survivors.",
    "Officials said that nobody had been reported missing since the weekend, but the lists of the shipping line were incomplete.",
    "A spokeswoman for the town, Ida Qvist, said the sea wall would be repaired before the autumn storms begin in earnest.",
    "The shipping line has promised to pay for the rescue, and its director, Jon Berg, will speak to the families on Thursday.",
)
C, K = Field.CAPTION, Field.CREDIT_LINE

SHAPES = {
    "a box with a class name and a paragraph": (
        f'<div id="attachment_12" class="wp-caption"><a href="/media/ferry-wreck.jpg">{IMG}</a>'
        f'<p class="wp-caption-text">{CAPTION} (Photo: A)</p></div>',
        [(C, f"{CAPTION} (Photo: A)")],
    ),
    "hidden labels say which words are which": (
        f'<figure><div class="s-3"><span>{IMG}<span role="text" class="s-5">'
        '<span class="visually-hidden">Image source, </span>Reuters</span></span></div>'
        f'<figcaption><span class="visually-hidden">Image caption, </span><div><p>{CAPTION}</p></div></figcaption></figure>',
        [(K, "Reuters"), (C, CAPTION)],
    ),
    "hashed class names and a shown label": (
        f'<figure class="css-1"><div class="css-2">{IMG}</div><figcaption class="css-4"><span class="css-5">{CAPTION}</span>'
        '<span class="css-6"><span class="css-7">Credit...</span><span><span>Ole Brandt for The Example</span></span>'
        '</span></figcaption></figure>',
        [(C, CAPTION), (K, "Ole Brandt for The Example")],
    ),
    "a label in its own element stays part of the line": (
        f'<figure>{IMG}<figcaption><p>{CAPTION}</p><div class="x"><span>Foto: </span>Ole Brandt / dpa</div>'
        '</figcaption></figure>',
        [(C, CAPTION), (K, "Foto: Ole Brandt / dpa")],
    ),
    "a caption element and a figcaption that is the credit": (
        f'<div class="image"><div class="image__box">{IMG}</div><div class="image__meta">'
        f'<div itemprop="caption" class="image__caption">{CAPTION}</div>'
        '<figcaption class="image__credit">Ole Brandt/AFP</figcaption></div></div>',
        [(C, CAPTION), (K, "Ole Brandt/AFP")],
    ),
    "two elements without a telling name": (
        f'<figure>{IMG}<figcaption class="a_p"><span>{CAPTION}</span><span class="a_m">Ole Brandt (EFE)</span>'
        '</figcaption></figure>',
        [(C, CAPTION), (K, "Ole Brandt (EFE)")],
    ),
    "a credit that links to its maker": (
        f'<figure>{IMG}<figcaption>{CAPTION} Photo by <a href="https://photos.example/@ole">Ole Brandt</a>'
        '</figcaption></figure>',
        [(C, f"{CAPTION} Photo by Ole Brandt")],
    ),
    "a table": (
        f'<table align="right"><tr><td>{IMG}</td></tr><tr><td class="small">{CAPTION} <i>(Ole Brandt/AP)</i></td></tr>'
        '</table>',
        [(C, CAPTION), (K, "(Ole Brandt/AP)")],
    ),
    "a name in an element of its own, last": (
        f'<figure>{IMG}<figcaption>{CAPTION} <b>Ada Holm</b></figcaption></figure>',
        [(C, CAPTION), (K, "Ada Holm")],
    ),
    "a name in a line of its own, last": (
        f'<figure>{IMG}<figcaption><p>{CAPTION}</p><p>Ada Holm</p></figcaption></figure>',
        [(C, CAPTION), (K, "Ada Holm")],
    ),
    "a credit that two links are": (
        f'<figure>{IMG}<figcaption>{CAPTION} <a href="/p/3">Ada Holm</a> / <a href="https://agency.example">Reuters</a>'
        '</figcaption></figure>',
        [(C, CAPTION), (K, "Ada Holm /Reuters")],
    ),
    "a name that closes the sentence": (
        f'<figure>{IMG}<figcaption>The wreck was found by the diver <em>Ada Holm</em></figcaption></figure>',
        [(C, "The wreck was found by the diver Ada Holm")],
    ),
    "a speaker below a quotation": (
        f'<figure>{IMG}<figcaption><p>“The sea keeps what it takes.”</p><p>Ada Holm</p></figcaption></figure>',
        [(C, "“The sea keeps what it takes.”"), (C, "Ada Holm")],
    ),
    "a labelled credit before the caption": (
        f'<figure>{IMG}<figcaption><span class="x1">Foto: Ada Holm</span> {CAPTION}</figcaption></figure>',
        [(K, "Foto: Ada Holm"), (C, CAPTION)],
    ),
    "a caption whose class names the attribution too": (
        f'<figure>{IMG}<div class="image__caption attribution"><span>{CAPTION}</span></div><figcaption class="image__credit">'
        'Ole Brandt/AFP</figcaption></figure>',
        [(C, CAPTION), (K, "Ole Brandt/AFP")],
    ),
    "a labelled credit in bold that goes on the caption": (
        f'<figure>{IMG}<figcaption>Divers search the wreck <strong>Photo: Ada Holm</strong></figcaption></figure>',
        [(C, "Divers search the wreck"), (K, "Photo: Ada Holm")],
    ),
    "a credit that opens with a stroke": (
        f'<figure>{IMG}<figcaption>{CAPTION} <span class="x9">| Bild: Ada Holm/dpa</span></figcaption></figure>',
        [(C, CAPTION), (K, "Bild: Ada Holm/dpa")],
    ),
    "a credit on a button": (
        f'<figure>{IMG}<figcaption><span>{CAPTION}</span> <button class="t">Foto: Ada Holm</button></figcaption></figure>',
        [(C, CAPTION), (K, "Foto: Ada Holm")],
    ),
    "a box that opens": (
        f'<figure>{IMG}<details><summary>Show description</summary><p>{CAPTION}</p></details></figure>',
        [(C, CAPTION)],
    ),
    "a definition list": (f"<dl><dt>{IMG}</dt><dd>{CAPTION} Foto: A</dd></dl>", [(C, f"{CAPTION} Foto: A")]),
    "a credit laid over the picture": (
        f'<div class="pic"><div class="wrap">{IMG}<span class="sign">© dpa</span></div>'
        f'<p class="bildunterschrift">{CAPTION}</p></div>',
        [(C, CAPTION), (C, "© dpa")],
    ),
    "small print after the figure": (
        f"<div><figure>{IMG}<figcaption>{CAPTION}</figcaption></figure><footer>Imago/A. Holm</footer></div>",
        [(C, CAPTION), (C, "Imago/A. Holm")],
    ),
    "one paragraph with a line break": (f"<p>{IMG}<br><em>{CAPTION} Photo: A</em></p>", [(C, f"{CAPTION} Photo: A")]),
    "a slanted paragraph of its own": (f"<p>{IMG}</p><p><em>{CAPTION} Photo: A</em></p>", [(C, f"{CAPTION} Photo: A")]),
    "a heading as caption": (
        f'<div class="media">{IMG}<h3>{CAPTION}</h3><p class="media__source">Source: Reuters</p></div>',
        [(C, CAPTION), (K, "Source: Reuters")],
    ),
    "a background": (
        f'<figure><div style="background-image: url(/media/2024/ferry-wreck.jpg)"></div>'
        f'<figcaption>{CAPTION}</figcaption></figure>',
        [(C, CAPTION)],
    ),
    "controls and counters": (
        f'<figure>{IMG}<button>Open image in gallery</button><span>1 / 3</span>'
        f'<figcaption>Legende: {CAPTION} <a role="button">Vis mer</a></figcaption></figure>',
        [(C, CAPTION)],
    ),
    "a credit before the caption": (
        f'<figure>{IMG}<figcaption><span class="credit">Ole Brandt/AP</span><span class="text">{CAPTION}</span>'
        '</figcaption></figure>',
        [(K, "Ole Brandt/AP"), (C, CAPTION)],
    ),
    "a credit that goes on outside of its element": (
        f'<figure>{IMG}<figcaption>{CAPTION} <span class="credit">OLE BRANDT</span> /AFP via Getty Images</figcaption>'
        '</figure>',
        [(C, CAPTION), (K, "OLE BRANDT /AFP via Getty Images")],
    ),
}  # fmt: skip


def page(lead: str, inside: str) -> bytes:
    """A page with a headline, a head, four paragraphs and a teaser of another story."""
    first, second, *rest = (f"<p>{text}</p>" for text in BODY)
    return (
        "<html lang=en><head><title>Ferry sinks</title></head><body><nav><a href=/><img src=/static/logo.png></a></nav>"
        "<main><article>"
        f"<h1>Ferry sinks</h1>{lead}<div class=story>{first}{second}{inside}{''.join(rest)}</div></article></main>"
        f"<aside><a href=/other><img src=/t/other-story.jpg><span>Another story of the day</span></a></aside></body></html>"
    ).encode()


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("place", ["lead", "inside"])
def test_shape(shape, place):
    markup, expected = SHAPES[shape]
    found = read_html(page(markup if place == "lead" else "", markup if place == "inside" else ""))
    assert [[(s.field, s.value) for s in item.statements if s.origin.is_displayed] for item in found.media] == [expected]
    assert found.body == BODY
    assert found.media[0].is_lead == (place == "lead")
