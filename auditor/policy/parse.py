"""TOML -> `Policy`.

The preset `default` states every key there is, with its value and a comment, so it is the schema too: a key that it lacks is
unknown, and a value has the type of the default's. A policy states only what differs; `extends` names a preset or a file
(relative to the policy's own folder) to start from, `default` where it is absent.
"""

import difflib
import hashlib
import json
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files
from pathlib import Path

from auditor.limits import MAX_POLICY_BYTES, MAX_POLICY_CHAIN
from auditor.model import Confidence, PolicyError, Role, Severity
from auditor.policy.model import DateSource, Policy, Setting, Value

PRESETS = ("default", "strict", "wire", "eu", "archive")
"""Names of the policies that come with the package."""

OFF = "off"
"""The severity that switches a rule off."""

_PATHS = "paths"
"""The table of overrides: `[paths."/sport/*".rules]`."""

_Path = tuple[str, ...]
"""A key with the tables it stands in: `("rules", "credit/missing")`."""

_CHOICES: Mapping[_Path, type[StrEnum]] = {
    ("date_evidence",): DateSource,
    ("gate_confidence",): Confidence,
    ("options", "credit/creator-missing", "exempt_roles"): Role,
    ("options", "date/missing", "exempt_roles"): Role,
}
"""Keys whose words are a closed list (those of `[rules]` apart)."""


@dataclass(frozen=True, slots=True)
class _Source:
    """One TOML text of the chain, for messages and origins."""

    label: str
    text: str

    def error(self, key: _Path, what: str) -> PolicyError:
        """An error at this key, with its line where one can be told."""
        line = next((n for n, line in enumerate(self.text.splitlines(), 1) if _opens(line, key[-1])), None)
        place = f"{self.label}, line {line}" if line else self.label
        return PolicyError(f"{place}: {_dotted(key)}: {what}")


def load_policy(name_or_path: str) -> Policy:
    """The policy of this preset name or TOML file.

    Raises `PolicyError` for a file that cannot be read, TOML that is none, an unknown key, rule or value, or a
    circle of `extends`.
    """
    values: dict[_Path, tuple[Value, str]] = {}
    for source, settings in reversed(list(_chain(name_or_path))):
        for key, value in settings.items():
            if not (value == {} and _is_table(key)):
                values[key] = (_checked(source, key, value), source.label)
    return _policy(name_or_path, values)


def preset_text(name: str) -> str:
    """The TOML of a preset, to be copied and changed."""
    return (files("auditor.policy") / "presets" / f"{name}.toml").read_text(encoding="utf-8")


def _chain(name_or_path: str) -> Iterator[tuple[_Source, dict[_Path, object]]]:
    """The policy itself, then what it extends, down to `default`."""
    where, folder = name_or_path, Path()
    seen: list[str] = []
    while len(seen) < MAX_POLICY_CHAIN:
        source, folder = _read(where, folder)
        if source.label in seen:
            break
        seen.append(source.label)
        settings = dict(_flat(_toml(source)))
        parent = settings.pop(("extends",), None if where == "default" else "default")
        yield source, settings
        if parent is None:
            return
        if not isinstance(parent, str):
            raise source.error(("extends",), "must be the name of a preset or the path of a policy file")
        where = parent
    raise PolicyError(f"{name_or_path}: extends goes in a circle or too far: {' > '.join([*seen, where])}")


def _read(where: str, folder: Path) -> tuple[_Source, Path]:
    """The TOML text of a preset or file, and the folder from which its own `extends` starts."""
    if where in PRESETS:
        return _Source(f"preset {where}", preset_text(where)), folder
    path = folder / where
    try:
        if path.stat().st_size > MAX_POLICY_BYTES:
            raise PolicyError(f"{path}: too large for a policy (more than {MAX_POLICY_BYTES} bytes)")
        return _Source(str(path), path.read_text(encoding="utf-8-sig")), path.parent
    except FileNotFoundError:
        presets = ", ".join(PRESETS)
        raise PolicyError(f"{where}: neither a preset ({presets}) nor a file{_nearest(where, PRESETS)}") from None
    except (OSError, UnicodeDecodeError, ValueError) as error:
        raise PolicyError(f"{path}: cannot be read: {error}") from None


def _toml(source: _Source) -> dict[str, object]:
    try:
        return tomllib.loads(source.text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise PolicyError(f"{source.label}: not valid TOML: {error}") from None


def _flat(table: Mapping[str, object], path: _Path = ()) -> Iterator[tuple[_Path, object]]:
    """Every value with the keys that lead to it."""
    for key, value in table.items():
        if isinstance(value, dict) and value and len(path) < 3:
            yield from _flat(value, (*path, key))
        else:
            yield (*path, key), value


@cache
def _defaults() -> Mapping[_Path, Value]:
    """Every key there is, with the value of the default preset."""
    return {key: _value(raw) for key, raw in _flat(tomllib.loads(preset_text("default")))}


def _value(raw: object) -> Value:
    """A TOML value as a policy holds it; lists become tuples. What a policy cannot hold raises TypeError."""
    match raw:
        case str() | int():
            return raw
        case list() if all(isinstance(word, str) for word in raw):
            return tuple(raw)
    raise TypeError(type(raw).__name__)


def _checked(source: _Source, key: _Path, value: object) -> Value:
    """The value, if the key exists and may hold it."""
    defaults = _defaults()
    known = ("rules", key[3]) if key[0] == _PATHS and len(key) == 4 and key[2] == "rules" else key
    if known[0] == _PATHS:
        raise source.error(key, f'only rules differ by path: [{_PATHS}."/sport/*".rules]')
    if known not in defaults:
        raise source.error(*_unknown(known, defaults))
    default = defaults[known]
    try:
        held = _value(value)
    except TypeError:
        held = None
    if type(held) is not type(default):
        raise source.error(key, f"must be {_kind(default)}, for example {json.dumps(default)}")
    if isinstance(held, int) and held < 0:
        raise source.error(key, "must not be negative")
    choices = _choices(known)
    for word in held if isinstance(held, tuple) else (held,):
        if choices and word not in choices:
            raise source.error(key, f"{word!r} is not one of {', '.join(choices)}{_nearest(str(word), choices)}")
    return held


def _is_table(key: _Path) -> bool:
    return key[0] == _PATHS or any(len(known) > len(key) and known[: len(key)] == key for known in _defaults())


def _unknown(key: _Path, known: Iterable[_Path]) -> tuple[_Path, str]:
    """The first part of an unknown key that is wrong, and what to say of it."""
    for depth in range(1, len(key) + 1):
        siblings = {k[depth - 1] for k in known if k[: depth - 1] == key[: depth - 1] and len(k) >= depth}
        if key[depth - 1] not in siblings:
            what = "rule" if key[0] in ("rules", "options") and depth == 2 else "key"
            return key[:depth], f"unknown {what}{_nearest(key[depth - 1], siblings)}"
    return key, "must be a table of keys"


def _choices(key: _Path) -> tuple[str, ...]:
    if key[0] == "rules":
        return (*map(str, Severity), OFF)
    if key == ("video_rules",):
        return tuple(known[1] for known in _defaults() if known[0] == "rules")
    return tuple(map(str, _CHOICES.get(key, ())))


def _policy(name: str, values: Mapping[_Path, tuple[Value, str]]) -> Policy:
    """The frozen policy of these checked values."""
    ordered = {key: values[key] for key in (*_defaults(), *(key for key in values if key[0] == _PATHS))}
    effective = {_dotted(key): value for key, (value, _) in ordered.items()}
    options: dict[str, dict[str, Value]] = {}
    for key, (value, _) in ordered.items():
        if key[0] == "options":
            options.setdefault(key[1], {})[key[2]] = value
    return Policy(
        name=name,
        sha256=hashlib.sha256(json.dumps(effective, sort_keys=True, ensure_ascii=False).encode()).hexdigest(),
        severities={key[1]: _severity(v) for key, (v, _) in ordered.items() if key[0] == "rules"},
        options=options,
        date_evidence=frozenset(map(DateSource, _words(effective["date_evidence"]))),
        file_label_after_days=int(str(effective["file_label_after_days"])),
        territories=frozenset(word.casefold() for word in _words(effective["territories"])),
        media=frozenset(word.casefold() for word in _words(effective["media"])),
        video_rules=frozenset(_words(effective["video_rules"])),
        paths=_by_path(ordered),
        gate_confidence=Confidence(str(effective["gate_confidence"])),
        settings=tuple(Setting(key=_dotted(key), value=value, origin=origin) for key, (value, origin) in ordered.items()),
    )


def _severity(value: Value) -> Severity | None:
    return None if value == OFF else Severity(str(value))


def _by_path(values: Mapping[_Path, tuple[Value, str]]) -> tuple[tuple[str, Mapping[str, Severity | None]], ...]:
    """The overrides, in the order in which their patterns are first named."""
    paths: dict[str, dict[str, Severity | None]] = {}
    for key, (value, _) in values.items():
        if key[0] == _PATHS:
            paths.setdefault(key[1], {})[key[3]] = _severity(value)
    return tuple(paths.items())


def _words(value: Value) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else ()


def _dotted(key: _Path) -> str:
    return ".".join(part if part.isidentifier() else json.dumps(part) for part in key)


def _opens(line: str, key: str) -> bool:
    """Whether this line of TOML is the one that sets the key, or opens its table."""
    return line.split("=")[0].strip().strip("[]").split(".")[-1].strip().strip("\"'") == key


def _nearest(word: str, known: Iterable[str]) -> str:
    match = difflib.get_close_matches(word, list(known), n=1)
    return f"; did you mean {match[0]!r}?" if match else ""


def _kind(value: Value) -> str:
    return {bool: "true or false", int: "a whole number", str: "a word in quotes"}.get(type(value), "a list of words")
