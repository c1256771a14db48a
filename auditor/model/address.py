"""An address taken apart, whatever a page gives for one."""

from urllib.parse import SplitResult, urlsplit


def address_parts(url: str | None) -> SplitResult:
    """Its parts; all are empty for what can be no address, such as `http://[domain]/`, which a template left unfilled."""
    try:
        return urlsplit(url or "")
    except ValueError:
        return SplitResult("", "", "", "", "")
