"""The auditor's figures on the shared gold material, which stands beside the checkout and not in it.

Every figure goes the whole way a user goes: the command line prints, the shared adapter translates, the shared scorer counts.
"""

import importlib.util
import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

from tests.quality.renamed import renamed_rows
from tests.quality.unnamed import unnamed_articles

ROOT = Path(__file__).resolve().parents[2]
SHARED = ROOT.parent / "shared"
GOLD = SHARED / "gold"
IMAGES = SHARED / "images"
ADAPTERS = SHARED / "adapters"
HIGHER_IS_WORSE = {"cap_false", "cred_false", "cap_extra", "leak", "conflicts_false"}


def auditor(*arguments: str, stdin: str | None = None) -> str:
    """What the command line prints; findings and damaged files are no failure of the run, wrong usage is."""
    return _run([sys.executable, "-m", "auditor", *arguments], stdin, codes=(0, 1, 3))


def splitting(work: Path, articles: Path = GOLD / "articles") -> dict[str, float]:
    """score.py over the 123 gold pages, in percent."""
    pages = sorted(str(path) for path in articles.glob("*/page.html.gz"))
    predictions = work / "predictions"
    _run([sys.executable, str(ADAPTERS / "split_predictions.py"), str(predictions)], auditor("split", *pages))
    result = work / "splitting.json"
    _run([sys.executable, str(GOLD / "score.py"), str(articles), str(predictions), "--json", str(result)])
    summary = json.loads(result.read_text("utf-8"))["predictions"]["summary"]
    return {name: 100 * value for name, value in summary.items() if isinstance(value, float)}


def splitting_unnamed(work: Path) -> dict[str, float]:
    """The same where no class name, id or role tells what an element is."""
    return splitting(work, unnamed_articles(GOLD / "articles", work / "unnamed"))


def credits(work: Path, gold: Path = GOLD / "credits-dev.jsonl") -> dict[str, float]:
    """score_credits.py on the credit lines: credit or not from the text alone, the rest with the place a reader knows."""
    alone = _rows(work, gold, "text-only", "credit", "out")
    placed = _rows(work, gold, "in", "credit", "out")
    figures = {f"text-only {name}": alone[name] for name in ("is-credit precision", "is-credit recall")}
    return figures | {name.split(" (")[0].strip(): value for name, value in placed.items() if isinstance(value, float)}


def credits_renamed(work: Path) -> dict[str, float]:
    """The same with every photographer called by another name."""
    return credits(work, renamed_rows(GOLD / "credits-dev.jsonl", work / "renamed.jsonl"))


def dates(work: Path) -> dict[str, float]:
    """score_credits.py on the caption dates."""
    rows = _rows(work, GOLD / "dates-dev.jsonl", "dates-in", "date", "dates-out")
    return {name.split(" (")[0].strip(): value for name, value in rows.items() if isinstance(value, float)}


def metadata(work: Path) -> dict[str, float]:
    """images/score.py on the picture corpus."""
    corpus = IMAGES / "corpus"
    printed = auditor("metadata", str(corpus / "files"))
    result = _run([sys.executable, str(ADAPTERS / "metadata_result.py"), str(corpus / "files")], printed)
    (work / "metadata.json").write_text(result, "utf-8")
    expected = json.loads((corpus / "expected.json").read_text("utf-8"))
    score = _module(IMAGES / "score.py").score(json.loads(result), expected, quiet=True)
    damaged, conflicts = score["corrupt"], score["conflicts"] or {"tp": 0, "fp": 0, "fn": 0}
    return {
        "agree_all": score["agree_all"],
        "agree_core": score["agree_core"],
        "files_all_right": score["files_all_right"],
        "conflicts_found": 100 * conflicts["tp"] / max(1, conflicts["tp"] + conflicts["fn"]),
        "conflicts_false": float(conflicts["fp"]),
        "damaged_answered": 100 * damaged["answered"] / damaged["files"],
        "damaged_values": 100 * damaged["agree"] / damaged["values"],
    }


MEASURES: dict[str, Callable[[Path], dict[str, float]]] = {
    "splitting": splitting,
    "splitting_unnamed": splitting_unnamed,
    "credits": credits,
    "credits_renamed": credits_renamed,
    "dates": dates,
    "metadata": metadata,
}


def _rows(work: Path, gold: Path, into: str, command: str, back: str) -> dict[str, float]:
    adapter = str(ADAPTERS / "credit_rows.py")
    printed = auditor(command, stdin=_run([sys.executable, adapter, into, str(gold)]))
    predictions = work / f"{gold.stem}-{into}.jsonl"
    predictions.write_text(_run([sys.executable, adapter, back], printed), "utf-8")
    scored = json.loads(_run([sys.executable, str(GOLD / "score_credits.py"), str(gold), str(predictions), "--json"]))
    result: dict[str, float] = scored[gold.name]
    return result


def _run(command: list[str], stdin: str | None = None, codes: tuple[int, ...] = (0,)) -> str:
    done = subprocess.run(command, input=stdin, capture_output=True, encoding="utf-8", cwd=ROOT, check=False)
    if done.returncode not in codes:
        raise RuntimeError(f"{' '.join(command)[:200]} ended with {done.returncode}: {done.stderr[-2000:]}")
    return done.stdout


def _module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("shared_" + path.stem, path)
    assert spec and spec.loader, path
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
