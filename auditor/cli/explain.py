"""`auditor explain`: one rule's page."""

from typing import Annotated

import typer

EXAMPLE = "auditor explain credit/missing"


def explain(rule: Annotated[str, typer.Argument(metavar="RULE", help="Id, as reports print it.", show_default=False)]) -> None:
    """Print a rule's page: what it finds, why, examples."""
    from auditor.model import UsageError
    from auditor.render.rule_page import rule_page
    from auditor.rules import load_rules

    pages = {known.id: known for known in load_rules()}
    if rule not in pages:
        raise UsageError(f'there is no rule "{rule}"{_nearest(rule, list(pages))}; `auditor rules` lists them')
    typer.echo(rule_page(pages[rule]), nl=False)


def _nearest(name: str, names: list[str]) -> str:
    from difflib import get_close_matches

    near = get_close_matches(name, names, n=1)
    return f' (nearest: "{near[0]}")' if near else ""
