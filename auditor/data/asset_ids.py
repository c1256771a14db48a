"""Typed, cached reader of `asset_ids.toml`: how suppliers write the numbers of their pictures."""

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from tomllib import loads


@dataclass(frozen=True, slots=True, kw_only=True)
class AssetForm:
    """One way one supplier writes its numbers; the head of the table says what each key means."""

    supplier: str
    expression: str
    hint: str
    where: frozenset[str]
    source: str
    example: str
    finds: str
    digits: int = 0
    date: str | None = None
    needs_credit: bool = False

    @property
    def pattern(self) -> re.Pattern[str]:
        """Compiled where a text first holds the hint: most runs meet few suppliers."""
        return _compiled(self.expression)


_compiled = cache(re.compile)


@lru_cache(maxsize=1)
def asset_forms() -> tuple[AssetForm, ...]:
    """All forms, those that stand on their own before those that need the credit."""
    table = loads((files("auditor.data") / "asset_ids.toml").read_text(encoding="utf-8"))
    forms = [
        AssetForm(supplier=supplier, expression=row.pop("pattern"), where=frozenset(row.pop("where")), **row)
        for supplier, rows in table.items()
        for row in rows
    ]
    return tuple(sorted(forms, key=lambda form: form.needs_credit))
