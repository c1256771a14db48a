"""`make bench`: every figure on the shared gold, and pages per CPU second beside trafilatura in the same run.

python -m tests.quality.bench [--speed-only] [--write]      --write keeps the figures in reports/quality.json
"""

import gzip
import json
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from tests.quality.measure import GOLD, MEASURES, ROOT

ROUNDS = 3


def main() -> None:
    """Print the figures, each measure under its name."""
    if not GOLD.exists():
        sys.exit(f"no gold material at {GOLD}: the figures cannot be taken here")
    figures: dict[str, dict[str, float]] = {}
    if "--speed-only" not in sys.argv:
        with tempfile.TemporaryDirectory() as work:
            for name, measure in MEASURES.items():
                figures[name] = measure(Path(work))
                show(name, figures[name])
    figures["speed"] = speed()
    show("speed (medians of paired rounds; trafilatura.extract with its defaults)", figures["speed"])
    if "--write" in sys.argv:
        (ROOT / "reports" / "quality.json").write_text(json.dumps(figures, indent=1, sort_keys=True) + "\n", "utf-8")


def speed() -> dict[str, float]:
    """CPU seconds of split_page, a full audit and trafilatura.extract, interleaved page by page."""
    import trafilatura

    import auditor
    from auditor.render.json import render_json

    policy = auditor.load_policy("default")

    def full_audit(data: bytes) -> None:
        from datetime import date

        document = auditor.Document(name="page.html", data=data)
        render_json(auditor.audit(document, policy=policy, today=date(2026, 1, 1)))

    routes: dict[str, Callable[[bytes], object]] = {
        "trafilatura": lambda data: trafilatura.extract(data.decode("utf-8", "replace")),
        "split_page": auditor.split_page,
        "audit": full_audit,
    }
    pages = [gzip.decompress(path.read_bytes()) for path in sorted(GOLD.glob("articles/*/page.html.gz"))]
    for route in routes.values():
        route(pages[0])
    rounds = [_one_round(routes, pages) for _ in range(ROUNDS)]
    result = {f"{name} pages per CPU second": len(pages) / statistics.median(r[name] for r in rounds) for name in routes}
    for name in ("split_page", "audit"):
        result[f"{name} against trafilatura (x)"] = statistics.median(r["trafilatura"] / r[name] for r in rounds)
    return result


def _one_round(routes: dict[str, Callable[[bytes], object]], pages: list[bytes]) -> dict[str, float]:
    total = dict.fromkeys(routes, 0.0)
    for page in pages:
        for name, route in routes.items():
            start = time.process_time()
            route(page)
            total[name] += time.process_time() - start
    return total


def show(name: str, figures: dict[str, float]) -> None:
    """One measure a line."""
    print(f"== {name} ==")
    for key, value in figures.items():
        print(f"  {key:<58}{value:>9.2f}")
    print(flush=True)


if __name__ == "__main__":
    main()
