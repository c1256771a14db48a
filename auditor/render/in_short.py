"""What an editor in a hurry must know, in a sentence or two: the same in the terminal, in HTML and in Markdown."""

from collections import Counter

from auditor.model import Audit, Severity
from auditor.render import labels

_MANY_NAMES = 8
"""Pictures named one by one; more are counted."""


def in_short(audit: Audit) -> str:
    """What an editor in a hurry must know: `Must not run as it is: Picture 2. To be looked at: Picture 5.`"""
    stopped, doubtful = _pictures_with(audit, Severity.BLOCK), _pictures_with(audit, Severity.WARN)
    doubtful = [which for which in doubtful if which not in stopped]
    if stopped:
        said = [f"Must not run as {'it is' if len(stopped) == 1 else 'they are'}: {_which(audit, stopped)}."]
    elif any(document.page.media for document in audit.documents):
        said = ["No finding says that a picture must not run."]
    else:
        said = ["There was no picture to judge."]
    return " ".join([*said, f"To be looked at: {_which(audit, doubtful)}."] if doubtful else said)


def _pictures_with(audit: Audit, severity: Severity) -> list[tuple[int, str]]:
    """Number of the document and name of each picture with an open finding of this severity, in order."""
    return [
        (number, labels.picture_name(item) if item else "the page as a whole")
        for number, document in enumerate(audit.documents)
        for item in (None, *document.page.media)
        if any(
            finding.severity is severity and not finding.waived and finding.picture == (item.position if item else None)
            for finding in document.findings
        )
    ]


def _which(audit: Audit, pictures: list[tuple[int, str]]) -> str:
    if len(audit.documents) == 1 and len(pictures) <= _MANY_NAMES:
        return ", ".join(name for _, name in pictures)
    several = f" of {labels.counted(len({number for number, _ in pictures}), 'document')}" if len(audit.documents) > 1 else ""
    return f"{labels.counted(len(pictures), 'picture')}{several}"


def uncounted(audit: Audit) -> str | None:
    """`1 video and 2 embeds are listed and not counted.`; None where all are pictures."""
    kinds = Counter(item.kind.value for document in audit.documents for item in document.page.media if not item.kind.is_picture)
    if not kinds:
        return None
    said = [f"{number:,} audio" if kind == "audio" else labels.counted(number, kind) for kind, number in kinds.items()]
    return f"{' and '.join(said)} {'is' if kinds.total() == 1 else 'are'} listed and not counted."
