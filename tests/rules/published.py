"""An example of a rule, published: the page, the plain text and the picture file that the real pipeline reads."""

import html
import io
import json
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from unittest import mock

from PIL import ExifTags, Image

from auditor.embedded import read_metadata
from auditor.model import Credentials, Document, DocumentAudit, Field, MediaItem, Metadata, Registers
from auditor.pipeline import audit
from auditor.policy import Policy, load_policy
from auditor.rules.base import Example
from tests.rules.items import TODAY

PARAGRAPHS = (
    "The harbour of Port Elin opened again on Wednesday after a strike of nine days, and the first ferry left at noon.",
    "Crews had asked for longer rests between two crossings; the company agreed on Tuesday night after long talks.",
    "Travellers who had waited since the weekend were taken first, said the harbour master, and nobody was left behind.",
)
MORE = "By the evening every crossing of the day was booked, and the company put on two more boats for the weekend."

XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
 xmlns:Iptc4xmpExt="http://iptc.org/std/Iptc4xmpExt/2008-02-29/">{}</rdf:Description></rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>"""

XMP_ELEMENTS = {
    Field.CREATOR: "<dc:creator><rdf:Seq><rdf:li>{}</rdf:li></rdf:Seq></dc:creator>",
    Field.CREDIT_LINE: "<photoshop:Credit>{}</photoshop:Credit>",
    Field.DATE_CREATED: "<photoshop:DateCreated>{}</photoshop:DateCreated>",
    Field.COPYRIGHT_NOTICE: '<dc:rights><rdf:Alt><rdf:li xml:lang="x-default">{}</rdf:li></rdf:Alt></dc:rights>',
    Field.EXPIRY_DATE: "<plus:LicenseEndDate xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/'>{}</plus:LicenseEndDate>",
    Field.INSTRUCTIONS: "<photoshop:Instructions>{}</photoshop:Instructions>",
    Field.SUPPLIER_IMAGE_ID: "<plus:ImageSupplierImageID xmlns:plus='http://ns.useplus.org/ldf/xmp/1.0/'>{}</plus:ImageSupplierImageID>",
    Field.AI_PROMPT: "<Iptc4xmpExt:AIPromptInformation>{}</Iptc4xmpExt:AIPromptInformation>",
    Field.DIGITAL_SOURCE_TYPE: "<Iptc4xmpExt:DigitalSourceType>{}</Iptc4xmpExt:DigitalSourceType>",
}


@dataclass(frozen=True)
class OneFile:
    """The picture file of the only picture, as `auditor.pipeline` looks it up."""

    data: bytes
    path: str = "picture.jpg"
    matched_by: str = "file name"
    original: "OneFile | None" = None

    def find(self, item: MediaItem):
        return self

    def read(self):
        return self.data


def audited(example: Example, policy: str = "default") -> DocumentAudit:
    """The example's page through the whole pipeline."""
    document = _plain_text(example) if example.header else page(example)
    has_file = example.embedded or example.has_location or example.exif_artist or example.credentials or example.original
    original = OneFile(picture_file(Example(embedded=example.original)), "original.jpg") if example.original else None
    images = OneFile(picture_file(example), original=original) if has_file else None
    published = example.published if example.header else None
    house = replace(_policy(policy, example.policy), registers=Registers(entries=example.register))
    with mock.patch(
        "auditor.pipeline.picture_files.read_metadata", lambda data, **how: _verified(read_metadata(data, **how), example)
    ):
        return audit(document, policy=house, today=TODAY, images=images, published=published)


def _verified(metadata: Metadata, example: Example) -> Metadata:
    """Signing a picture takes keys and the extra `[c2pa]`; what the verification says is put in here, tests/embedded tests it."""
    return replace(metadata, credentials=Credentials(state=example.credentials)) if example.credentials else metadata


def _policy(preset: str, more: str) -> Policy:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "policy.toml")
        path.write_text(f'extends = "{preset}"\n{more}', "utf-8")
        return load_policy(str(path))


def page(example: Example) -> Document:
    """The page of an example, in mark-up."""
    published = f'<meta property="article:published_time" content="{example.published}">' if example.published else ""
    first, *rest = (f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
    figures = f"<p>{MORE}</p>".join(map(_figure, (example, *example.also)))
    text = f"""<!doctype html><html lang="{example.language}"><head><meta charset="utf-8">
<title>{html.escape(example.title)}</title>
{published}{_json_ld(example)}</head><body><article><h1>{html.escape(example.title)}</h1>{first}
{figures}
{"".join(rest)}</article></body></html>"""
    return Document(name="example.html", data=text.encode(), url=example.url)


def _figure(example: Example) -> str:
    alt = "" if example.alt is None else f' alt="{html.escape(example.alt)}"'
    credit = f' <span class="credit">{html.escape(example.credit)}</span>' if example.credit else ""
    caption = f"<figcaption><span>{html.escape(example.caption or '')}</span>{credit}</figcaption>"
    caption = caption if example.caption or credit else ""
    return f'<figure><img src="{html.escape(example.image)}" width="1200" height="800"{alt}>{caption}</figure>'


def _json_ld(example: Example) -> str:
    if not example.structured:
        return ""
    image = {"@type": "ImageObject", "url": example.image, **dict(example.structured)}
    article = {"@context": "https://schema.org", "@type": "NewsArticle", "headline": example.title, "image": image}
    return f'<script type="application/ld+json">{json.dumps(article)}</script>'


def _plain_text(example: Example) -> Document:
    first, *rest = PARAGRAPHS
    blocks = [example.title, first, f"{example.header}\n{example.caption}", *filter(None, [example.credit]), *rest]
    return Document(name="example.txt", data="\n\n".join(blocks).encode())


def picture_file(example: Example) -> bytes:
    """A small JPEG with the metadata that the example asks for."""
    elements = "".join(XMP_ELEMENTS[field].format(html.escape(value)) for field, value in example.embedded)
    out = io.BytesIO()
    exif = Image.Exif()
    if example.exif_artist:
        exif[ExifTags.Base.Artist] = example.exif_artist
    if example.has_location:
        exif[ExifTags.IFD.GPSInfo] = {1: "N", 2: (53.0, 32.0, 10.0), 3: "E", 4: (9.0, 59.0, 1.0)}
    Image.new("RGB", (48, 32), "navy").save(out, "JPEG", xmp=XMP.format(elements).encode(), exif=exif)
    return out.getvalue()
