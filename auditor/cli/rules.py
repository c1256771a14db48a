"""`auditor rules`: what is checked, and how severe it is in a policy."""

import typer

from auditor.cli.options import PolicyOption

EXAMPLE = "auditor rules --policy strict"


def rules(policy: PolicyOption = "default") -> None:
    """List the rules with their severity under a policy.

    `auditor explain RULE` prints one rule's page.
    """
    from auditor.policy import load_policy
    from auditor.rules import load_rules

    house = load_policy(policy)
    listed = load_rules()
    width = max(len(rule.id) for rule in listed)
    for rule in listed:
        severity = house.severity_of(rule.id, rule.severity)
        typer.echo(f"{severity.value if severity else 'off':<6}{rule.id:<{width}}  {rule.title}")
