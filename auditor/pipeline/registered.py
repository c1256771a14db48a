"""A picture -> what the house's registers say of it, and by what it was recognised."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cached_property, lru_cache

from auditor.identity.hashes import Likeness, compare
from auditor.ingest.picture_names import is_picture_name, names_in_url, rendition_stem
from auditor.model import Field, MatchedBy, MediaItem, RegisterEntry, RegisterMatch, Registers

SIMILAR = 0.88
"""Least similarity (difflib's ratio) of two spellings of one name: a letter or two in a name of some length."""

_SAME_PICTURE = (Likeness.SAME, Likeness.MIRRORED)


@dataclass(frozen=True)
class RegisterIndex:
    """The entries of a house's registers by everything they can be found by."""

    registers: Registers

    @property
    def compares_pictures(self) -> bool:
        """Whether any entry holds the hash of what a picture shows."""
        return bool(self._hashed)

    def matches(self, item: MediaItem) -> tuple[RegisterMatch, ...]:
        """Each entry about this picture once, with the surest sign; then the people whose names are nearly those credited."""
        found: dict[RegisterEntry, MatchedBy] = {}
        if not self.registers.entries:
            return ()
        for entry, sign in self._of_picture(item):
            found.setdefault(entry, sign)
        return (*(RegisterMatch(entry=entry, by=sign) for entry, sign in found.items()), *self._nearly_named(item))

    def _of_picture(self, item: MediaItem) -> Iterator[tuple[RegisterEntry, MatchedBy]]:
        if item.file:
            yield from ((entry, MatchedBy.SHA256) for entry in self._by_sha256.get(item.file.sha256, ()))
        for number in _numbers(item):
            yield from ((entry, MatchedBy.SUPPLIER_ID) for entry in self._by_id.get(number.casefold(), ()))
        if item.file and (shown := item.file.picture_hash) is not None:
            for entry, known in self._hashed:
                if compare(shown, known) in _SAME_PICTURE:
                    yield entry, MatchedBy.PICTURE_HASH
        for name in _file_names(item):
            yield from ((entry, MatchedBy.FILE_NAME) for entry in self._by_name.get(rendition_stem(name), ()))

    def _nearly_named(self, item: MediaItem) -> Iterator[RegisterMatch]:
        """People whose names differ by little from a maker's; a maker whom the register names is spelt right."""
        for creator in item.credit.creators if item.credit else ():
            if creator.name.casefold() not in self._people:
                for name in get_close_matches(creator.name.casefold(), self._people, n=1, cutoff=SIMILAR):
                    yield RegisterMatch(entry=self._people[name], by=MatchedBy.SIMILAR_NAME, of=creator.name)

    @cached_property
    def _by_sha256(self) -> Mapping[str, list[RegisterEntry]]:
        return _grouped((entry.sha256, entry) for entry in self.registers.entries)

    @cached_property
    def _by_id(self) -> Mapping[str, list[RegisterEntry]]:
        return _grouped((entry.id, entry) for entry in self.registers.entries)

    @cached_property
    def _by_name(self) -> Mapping[str, list[RegisterEntry]]:
        return _grouped((rendition_stem(entry.file_name) if entry.file_name else None, entry) for entry in self.registers.entries)

    @cached_property
    def _hashed(self) -> tuple[tuple[RegisterEntry, int], ...]:
        return tuple((entry, entry.picture_hash) for entry in self.registers.entries if entry.picture_hash is not None)

    @cached_property
    def _people(self) -> Mapping[str, RegisterEntry]:
        return {entry.name.casefold(): entry for entry in self.registers.entries if entry.name}


@lru_cache(maxsize=8)
def register_index(registers: Registers) -> RegisterIndex:
    """The index of these registers, built once a run."""
    return RegisterIndex(registers)


def _grouped(pairs: Iterable[tuple[str | None, RegisterEntry]]) -> Mapping[str, list[RegisterEntry]]:
    groups: dict[str, list[RegisterEntry]] = {}
    for key, entry in pairs:
        if key:
            groups.setdefault(key, []).append(entry)
    return groups


def _numbers(item: MediaItem) -> Iterator[str]:
    """Suppliers' numbers of the picture, from its names and words and from inside its file."""
    yield from (asset.id for asset in item.asset_ids)
    yield from (statement.value.strip() for statement in item.stating(Field.SUPPLIER_IMAGE_ID, Field.IMAGE_GUID))


def _file_names(item: MediaItem) -> Iterator[str]:
    """Names under which the picture is published or lies in a folder."""
    for url in item.urls:
        yield from names_in_url(url)
    if item.file:
        yield item.file.name
    if item.header and is_picture_name(item.header.strip()):
        yield item.header.strip()
