"""The Jinja templates of reports in HTML: no logic beyond loops and conditions."""

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from auditor.render.printable import visible

FOLDER = Path(__file__).parent


@cache
def environment() -> Environment:
    """Escapes all that it prints; the filter `visible` names what cannot be seen."""
    templates = Environment(
        loader=FileSystemLoader(FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    templates.filters["visible"] = visible
    return templates
