"""A sample of pictures as a page to be marked by hand; its script only gathers the marks into a CSV file."""

import base64
import hashlib
from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from auditor.model.figures import Cell
from auditor.render.printable import visible

_TEMPLATES = Path(__file__).parent / "templates"
QUESTIONS = (("credited", "Credited?"), ("person_named", "Person named?"), ("dated", "Dated?"))


def sample_html(rows: Sequence[dict[str, Cell]], seed: int, pictures: int) -> str:
    """The sheet; links to pages and pictures are plain links, nothing is loaded from anywhere."""
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters["visible"] = visible
    environment.tests["web_address"] = lambda value: isinstance(value, str) and value.startswith(("http://", "https://"))
    script = (_TEMPLATES / "sample.js").read_text("utf-8")
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return environment.get_template("sample.html").render(
        rows=rows,
        seed=seed,
        pictures=pictures,
        questions=QUESTIONS,
        columns=list(rows[0]) if rows else [],
        script=script,
        script_hash=f"sha256-{digest}",
        style=(_TEMPLATES / "report.css").read_text("utf-8"),
    )
