"""Code of a page that stands in its words as it is: a text was escaped twice, or pasted as code."""

import re
from html.entities import html5

from auditor.model import Span

_CODE = re.compile(
    r"&(?:(?P<name>[a-zA-Z][a-zA-Z0-9]{1,30})|#\d{2,7}|#[xX][0-9a-fA-F]{2,6});"
    r"|</?(?:p|br|b|i|u|em|strong|small|span|div|a|img|font|figure|figcaption)(?:\s[^<>]{0,500})?/?>"
    r"|\[/?(?:caption|gallery|embed|video|audio|img)(?:\s[^\[\]]{0,500})?\]"
)
"""Characters' names (HTML Living Standard, 13.5), elements of running text, short codes of content systems."""


def printed_code(text: str) -> Span | None:
    """The first piece of such code: `&nbsp;`, `<br>`, `[caption id="7"]`; None where there is none."""
    found = (code for code in _CODE.finditer(text) if not code["name"] or f"{code['name']};" in html5)
    return next((Span(*code.span()) for code in found), None)
