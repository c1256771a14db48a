"""The JSON schemas (2020-12) of what the tool prints."""

import json
from pathlib import Path

from auditor.render.json_text import json_text

SCHEMAS = ("check", "split")


def schema_text(name: str) -> str:
    """The schema of `check` or `split`, whole: the definitions that both share are put into each."""
    folder = Path(__file__).parent / "schemas"
    schema, shared = (json.loads((folder / f"{part}.json").read_text("utf-8")) for part in (name, "definitions"))
    schema["$defs"] = {**shared, **schema.get("$defs", {})}
    return json_text(schema)
