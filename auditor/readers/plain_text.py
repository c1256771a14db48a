"""Plain text without mark-up -> Page: headline, body, items, and blocks that tile the source exactly.

Lines are classified in sequence: item header (title, alternative text or bare file name) -> caption -> credit line -> body; a
title followed by `mm:ss` is a video.
"""

from collections.abc import Sequence

from auditor import limits
from auditor.model import Block, BlockKind, Field, MediaItem, Origin, Page, Span, Statement
from auditor.readers.plain_credit import Sign
from auditor.readers.plain_front import Front, read_front
from auditor.readers.plain_items import Draft, ItemFinder
from auditor.readers.plain_lines import read_lines, usual_gap
from auditor.readers.plain_shapes import Shape, Shaped

_Role = tuple[BlockKind, int | None]


def read_plain_text(text: str) -> Page:
    """Split a text into headline, body and media items. Any text gives a page; what was not read is named in its problems."""
    lines, is_cut = read_lines(text)
    shaped = tuple(map(Shaped, lines))
    front = read_front(shaped)
    head = front.lines if front.headline is None else front.lines | {front.headline}
    finder = ItemFinder(shaped, usual_gap(lines), head)
    drafts = finder.find()
    problems = [f"the text is too long: what follows line {lines[-1].number:,} was not read"] if is_cut else []
    if len(drafts) > limits.MAX_MEDIA_ITEMS:
        problems.append(f"the text has {len(drafts):,} pictures; those after the first {limits.MAX_MEDIA_ITEMS:,} were not read")
        drafts = drafts[: limits.MAX_MEDIA_ITEMS]
    outside = [_outside_items(one, is_edge=finder.is_edge(i)) for i, one in enumerate(shaped)]
    roles = _roles(outside, front, drafts)
    first_body = next((i for i, (kind, _) in enumerate(roles) if kind is BlockKind.BODY), len(roles))
    return Page(
        title=lines[front.headline].text if front.headline is not None else None,
        date_published=front.date_published,
        byline=front.byline,
        body=tuple(line.text for line, (kind, _) in zip(lines, roles, strict=True) if kind is BlockKind.BODY),
        media=tuple(_item(draft, n, shaped, is_lead=n == 0 and draft.lines[0] < first_body) for n, draft in enumerate(drafts)),
        blocks=_tiles(text, shaped, roles, is_cut=is_cut),
        problems=tuple(problems),
    )


def _roles(outside: Sequence[BlockKind], front: Front, drafts: Sequence[Draft]) -> list[_Role]:
    """What each line is, and which item it belongs to."""
    roles: list[_Role] = [(kind, None) for kind in outside]
    for front_line in front.lines:
        roles[front_line] = BlockKind.RESIDUE, None
    if front.headline is not None:
        roles[front.headline] = BlockKind.HEADLINE, None
    for position, draft in enumerate(drafts):
        kinds = ((draft.header, BlockKind.HEADER), (draft.duration, BlockKind.DURATION), (draft.caption, BlockKind.CAPTION))
        for i, kind in (*kinds, *((credit, BlockKind.CREDIT) for credit in draft.credits)):
            if i is not None:
                roles[i] = kind, position
    return roles


def _outside_items(one: Shaped, *, is_edge: bool) -> BlockKind:
    """A paragraph, or what is none: marks without a word, and the text's source or writers before and after the story."""
    is_source = is_edge and one.shape is Shape.CREDIT and one.credit.sign >= Sign.PARTY
    return BlockKind.RESIDUE if is_source or one.shape is Shape.NOISE else BlockKind.BODY


def _tiles(text: str, shaped: Sequence[Shaped], roles: Sequence[_Role], *, is_cut: bool) -> tuple[Block, ...]:
    """One block a line, a caption's own credit apart; each reaches to the next, the first begins with the text."""
    starts: list[tuple[int, BlockKind, int | None]] = []
    for one, (kind, item) in zip(shaped, roles, strict=True):
        start = one.line.span.start
        starts.append((start, kind, item))
        if kind is BlockKind.CAPTION and one.shape is Shape.GLUED:
            starts[-1:] = [(start + offset, part, item) for offset, part in _parts(one)]
    if is_cut:
        starts.append((shaped[-1].line.span.end, BlockKind.RESIDUE, None))
    if not starts:
        return (Block(kind=BlockKind.RESIDUE, span=Span(0, len(text))),) if text else ()
    starts[0] = (0, *starts[0][1:])
    ends = [start for start, _, _ in starts[1:]] + [len(text)]
    return tuple(
        Block(kind=kind, span=Span(start, end), item=item) for (start, kind, item), end in zip(starts, ends, strict=True)
    )


def _parts(one: Shaped) -> list[tuple[int, BlockKind]]:
    """Where caption and credit begin within a line that holds both; a credit amid the words stays one with them."""
    span, text = one.credit.span, one.line.text
    is_unwrapped = one.line.span.end - one.line.span.start == len(text)
    if span and is_unwrapped and span.start == 0:
        return [(0, BlockKind.CREDIT), (span.end, BlockKind.CAPTION)]
    if span and is_unwrapped and not any(map(str.isalnum, text[span.end :])):
        return [(0, BlockKind.CAPTION), (span.start, BlockKind.CREDIT)]
    return [(0, BlockKind.CAPTION)]


def _item(draft: Draft, position: int, shaped: Sequence[Shaped], *, is_lead: bool) -> MediaItem:
    header = shaped[draft.header].line.text if draft.header is not None else None
    statements = [_statement(Field.HEADER, Origin.HEADER, shaped[draft.header])] if draft.header is not None else []
    places = sorted({i for i in (draft.caption, *draft.credits) if i is not None})
    for i in places:
        is_caption = i == draft.caption
        field, origin = (Field.CAPTION, Origin.CAPTION) if is_caption else (Field.CREDIT_LINE, Origin.CREDIT_ELEMENT)
        statements.append(_statement(field, origin, shaped[i]))
    return MediaItem(
        kind=draft.kind,
        position=position,
        statements=tuple(statements),
        header=header,
        duration=shaped[draft.duration].duration if draft.duration is not None else None,
        is_lead=is_lead,
    )


def _statement(field: Field, origin: Origin, one: Shaped) -> Statement:
    """What a line says, without a number or a `Caption:` before it."""
    text = one.line.text[max(one.label_end, one.number_end) :] if field is Field.CAPTION else one.line.text
    return Statement(field=field, value=text, origin=origin, locator=one.line.locator)
