"""Whether a picture may be none of the story after all, or have words that only a browser shows.

What is missing at such a picture may be missing for a good reason, so the rules that ask for it are not sure.
"""

import unicodedata

from auditor.identity.default_pictures import default_picture
from auditor.model import MediaItem
from auditor.rules.base import Context
from auditor.rules.verdicts import CreditState, credit_state, is_frame

_FILM = ("video", "player")
"""Words in addresses and in the names of elements, in the mark-up of most languages."""
_PRICES = 2
"""Signs of a currency: offers state the old price and the new one."""
_SENTENCE = 6
"""Words that make an alternative text with a full stop a sentence."""


def doubt(item: MediaItem, context: Context) -> str | None:
    """Why, as a sentence for a message; None for a plain picture and for a video, which is what it is."""
    if not item.kind.is_picture:
        return None
    places = (*item.urls, *(s.locator for s in item.statements if not s.origin.is_embedded))
    if any(word in place.casefold() for place in places for word in _FILM):
        return "The page's mark-up speaks of a video, so it may be the still of a player."
    if default_picture(item, context.page.url):
        return "By the name of its file it may be a stand-in of the site."
    caption = (item.caption or "").strip()
    if sum(unicodedata.category(sign) == "Sc" for sign in caption) >= _PRICES:
        return "Prices stand at it, so it may be an offer of a shop."
    if caption:
        return None
    if any(credit_state(other) is CreditState.GOOD for other in context.page.media if other.kind.is_picture):
        return "Nor do any other words stand at it, though the page credits others."
    alt = (item.alt_text or "").strip()
    if alt.endswith(".") and len(alt.split()) >= _SENTENCE:
        return "Its alternative text is a whole sentence, so a script may show it as the caption."
    return None


def speaks_for_itself(item: MediaItem) -> bool:
    """Whether it is a frame, or a player without a word of the page's own: author and day stand inside, unseen."""
    return is_frame(item) or not (item.kind.is_picture or item.caption or item.header)
