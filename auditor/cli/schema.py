"""`auditor schema`: the JSON schemas of what the tool prints."""

from typing import Annotated

import typer

EXAMPLE = "auditor schema split > split.schema.json"


def schema(name: Annotated[str, typer.Argument(metavar="check|split", help="Which output.")] = "check") -> None:
    """Print the JSON schema of what check or split writes."""
    from auditor.model.errors import UsageError
    from auditor.render.schema import SCHEMAS, schema_text

    if name not in SCHEMAS:
        raise UsageError(f'no schema is called "{name}"; there are: {", ".join(SCHEMAS)}')
    typer.echo(schema_text(name), nl=False)
