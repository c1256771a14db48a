"""`auditor policy`: show, check or start a house policy."""

from pathlib import Path
from typing import Annotated

import typer

EXAMPLE = "auditor policy init house.toml && auditor policy check house.toml"

app = typer.Typer(help="Show, check or start a house policy.", no_args_is_help=True, epilog=f"Example: {EXAMPLE}")

Name = Annotated[str, typer.Argument(metavar="FILE|PRESET", help="A TOML file, or a preset.")]


@app.command(epilog="Example: auditor policy show strict")
def show(name: Name = "default") -> None:
    """Print the policy in force as TOML, each value with its origin."""
    import json

    from auditor.policy import load_policy

    house = load_policy(name)
    typer.echo(f"# policy {house.name}, sha256 {house.sha256}")
    lines = [(f"{setting.key} = {json.dumps(setting.value, ensure_ascii=False)}", setting.origin) for setting in house.settings]
    width = max(len(line) for line, _ in lines if len(line) <= 60)
    for line, origin in lines:
        typer.echo(f"{line:<{width}}  # {origin}")


@app.command(epilog="Example: auditor policy check house.toml")
def check(name: Name) -> None:
    """Say whether a policy can be used.

    A wrong key or value is named with its place and the nearest valid one.
    """
    from auditor.policy import load_policy

    house = load_policy(name)
    typer.echo(f"{house.name}: good, sha256 {house.sha256}")


@app.command(epilog="Example: auditor policy init house.toml --preset strict")
def init(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The file to write; it must not exist.", show_default=False)],
    preset: Annotated[str, typer.Option("--preset", help="The preset to start from.")] = "default",
) -> None:
    """Write a policy file to start from: a commented copy of a preset."""
    from auditor.model import UsageError
    from auditor.policy import PRESETS, preset_text

    if preset not in PRESETS:
        raise UsageError(f'there is no preset "{preset}"; there are: {", ".join(PRESETS)}')
    try:
        with file.open("x", encoding="utf-8") as new:
            new.write(preset_text(preset))
    except FileExistsError:
        raise UsageError(f"{file} is there already; name another file") from None
    except OSError as error:
        raise UsageError(f"{file} cannot be written ({error.strerror}); name another place") from None
    typer.echo(f"{file} written; use it with --policy {file}")
