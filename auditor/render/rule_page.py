"""A rule's page in Markdown, out of the rule itself: what `auditor explain` prints and `reports/rules/` holds."""

from collections.abc import Iterator, Sequence

from auditor.model import RegisterEntry
from auditor.policy import OFF, PRESETS, load_policy
from auditor.rules.base import Example, Rule


def rule_page(rule: Rule) -> str:
    """The whole page, ending in a line break."""
    return "\n".join(_lines(rule)) + "\n"


def rule_index(rules: Sequence[Rule]) -> str:
    """A table of all rules with links to their pages."""
    lines = [
        "# Rules",
        "",
        f"| rule | finds | {' | '.join(f'`{name}`' for name in PRESETS)} |",
        f"|---|---|{'---|' * len(PRESETS)}",
    ]
    lines += [f"| [{r.id}]({page_path(r)}) | {r.title} | {' | '.join(_severity(r, name) for name in PRESETS)} |" for r in rules]
    return "\n".join(lines) + "\n"


def page_path(rule: Rule) -> str:
    """Where the page stands in a folder of pages: `credit/missing.md`."""
    return f"{rule.id}.md"


def _lines(rule: Rule) -> Iterator[str]:
    presets = ", ".join(f"{_severity(rule, name)} in preset `{name}`" for name in PRESETS)
    yield from (f"# {rule.title}", "", f"`{rule.id}` · {presets} · since {rule.since}", "", rule.rationale, "")
    options = [s for s in load_policy("default").settings if s.key.startswith(f'options."{rule.id}".')]
    if options:
        yield from ("Options of the policy, with the values of preset `default`:", "")
        yield from (f"- `{s.key.rpartition('.')[2]}`: {_words(s.value)}" for s in options)
        yield ""
    is_dated = rule.id.startswith(("date/", "rights/"))
    for heading, examples in (("Bad", rule.bad), ("Good", rule.good)):
        yield from (f"## {heading}", "")
        for example in examples:
            yield from (f"- {line}" if n == 0 else f"  - {line}" for n, line in enumerate(_told(example, is_dated)))
        yield ""
    yield from ("## In a policy", "", "```toml", "[rules]", f'"{rule.id}" = "{OFF}"  # or "block", "warn", "note"', "```")


def _severity(rule: Rule, preset: str) -> str:
    severity = load_policy(preset).severity_of(rule.id, rule.severity)
    return severity.value if severity else OFF


def _words(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _told(example: Example, is_dated: bool) -> Iterator[str]:
    """The example in words: what stands under the picture, then whatever differs from an ordinary picture."""
    plain = Example()
    yield f"Under the picture: {_code(example.caption)}" if example.caption else "No caption stands under the picture"
    told = {
        "credit, apart from the caption": example.credit,
        "marked": example.at,
        "introduced by the line": example.header,
        "alternative text": None if example.alt == plain.alt else example.alt or "none",
        "headline of the article": None if example.title == plain.title else example.title,
        "address of the picture": None if example.image == plain.image else example.image,
        "published": (example.published or "unknown") if is_dated else None,
        "inside the file, EXIF Artist": example.exif_artist,
        "the file holds": "coordinates of where it was taken" if example.has_location else None,
        "address of the page": None if example.url == plain.url else example.url,
        "content credentials inside the file": example.credentials,
        "policy": example.policy,
        **{f"in the register, {entry.place}": _row(entry) for entry in example.register},
        **{f"inside the file, {field}": value for field, value in example.embedded},
        **{f"inside the original file, {field}": value for field, value in example.original},
        **{f"in the page's structured data, {key}": value for key, value in example.structured},
    }
    yield from (f"{what}: {_code(value)}" for what, value in told.items() if value)
    for other in example.also:
        yield f"another picture: {_code(other.image)}, under it {_code(other.caption)}"
        if other.credit:
            yield f"its credit: {_code(other.credit)}"


def _row(entry: RegisterEntry) -> str:
    said: dict[str, object] = {
        "id": entry.id,
        "file_name": entry.file_name,
        "name": entry.name,
        "until": entry.until,
        "credit": entry.credit,
    }
    said["territory"] = ", ".join(entry.territories)
    return ", ".join(f"{key} = {value}" for key, value in said.items() if value)


def _code(text: str | None) -> str:
    """The text as Markdown code, on one line; characters that cannot be seen by their numbers."""
    shown = " ⏎ ".join(line for line in (text or "").splitlines() if line)
    return f"`{''.join(c if c.isprintable() else f'<U+{ord(c):04X}>' for c in shown)}`"
