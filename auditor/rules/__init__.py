"""One rule a file; `load_rules` finds them by walking the families below."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from auditor.rules.base import Rule


@cache
def load_rules() -> tuple[Rule, ...]:
    """Every rule, by id. A rule is the value `RULE` of a module in a family (a package below this one)."""
    rules: list[Rule] = []
    for family in iter_modules(__path__):
        if family.ispkg:
            package = import_module(f"{__name__}.{family.name}")
            rules += [import_module(f"{package.__name__}.{module.name}").RULE for module in iter_modules(package.__path__)]
    return tuple(sorted(rules, key=lambda rule: rule.id))
