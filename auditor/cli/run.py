"""One run over published articles, as `auditor check` and `auditor baseline write` make it."""

import hashlib
import os
import sys
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    from auditor.model import Audit, Waiver
    from auditor.policy import Policy
    from auditor.readers.sites.site_file import Site


@dataclass(frozen=True, slots=True)
class HouseSites:
    """The site files of a run."""

    layouts: "tuple[Site, ...]" = ()
    sources: tuple[tuple[str, str], ...] = ()
    """Path and SHA-256 of each file."""


NO_SITES = HouseSites()


def run_audit(
    paths: list[str],
    *,
    policy: "Policy",
    images: Path | None,
    originals: Path | None = None,
    published: str | None,
    sites: HouseSites = NO_SITES,
    waivers: "Collection[Waiver]" = (),
) -> "Audit":
    """Every document audited in turn, its findings waived where `waivers` say so. Raises UsageError before anything is done."""
    from auditor.cli.lines import say_if_nothing_was_read
    from auditor.cli.progress import with_progress
    from auditor.ingest.folder import find_documents
    from auditor.ingest.pictures import PictureFinder
    from auditor.model import Audit, DocumentAudit, Skipped
    from auditor.pipeline import audit_all

    now, day = _now(), _day(published)
    finder = PictureFinder(images, originals=originals)
    for problem in finder.problems:
        print(f"auditor: {problem}", file=sys.stderr)
    documents = find_documents(paths)
    results = audit_all(
        documents, policy=policy, today=now.date(), images=finder.for_document, published=day, sites=sites.layouts
    )
    done = list(with_progress(results, total=len(documents), noun="documents"))
    say_if_nothing_was_read(paths, len(done))
    audit = Audit(
        documents=tuple(result for result in done if isinstance(result, DocumentAudit)),
        skipped=tuple(result for result in done if isinstance(result, Skipped)),
        policy_name=policy.name,
        policy_sha256=policy.sha256,
        today=now.date(),
        time=now,
        passed_over=documents.passed_over,
        registers=policy.registers.sources,
        sites=sites.sources,
    )
    if not waivers:
        return audit
    from auditor.policy.waivers import apply_waivers

    return apply_waivers(audit, waivers)


def house_sites(files: list[str] | None) -> HouseSites:
    """The site files of a run, in the order given. Raises UsageError."""
    if not files:
        return NO_SITES
    from auditor.readers.sites.site_file import load_site

    layouts = tuple(map(load_site, files))
    return HouseSites(layouts, tuple((file, hashlib.sha256(Path(file).read_bytes()).hexdigest()) for file in files))


def house_policy(name_or_path: str, registers: str | None, trust: str | None) -> "Policy":
    """The policy with the house's registers and the authorities it trusts.

    What cannot be understood in the registers is named on standard error.
    """
    from auditor.cli.trust import house_trust
    from auditor.policy import load_policy

    policy = load_policy(name_or_path)
    if registers is not None:
        from auditor.policy.registers import load_registers

        known = load_registers(registers)
        for problem in known.problems:
            print(f"auditor: {problem}", file=sys.stderr)
        policy = replace(policy, registers=known)
    return replace(policy, trust_anchors=house_trust(trust))


def _now() -> datetime:
    """The clock; or, for a report that stays the same, SOURCE_DATE_EPOCH (https://reproducible-builds.org/specs/source-date-epoch/)."""
    from auditor.model import UsageError

    fixed = os.environ.get("SOURCE_DATE_EPOCH")
    if not fixed:
        return datetime.now(UTC).replace(microsecond=0)
    try:
        return datetime.fromtimestamp(int(fixed), UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError(f'SOURCE_DATE_EPOCH is "{fixed}", not a number of seconds; correct or unset it') from None


def _day(published: str | None) -> str | None:
    from auditor.model import UsageError

    try:
        return date.fromisoformat(published).isoformat() if published else None
    except ValueError:
        raise UsageError(f'--published is "{published}", no date; write it as 2024-05-02') from None
