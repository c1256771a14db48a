"""Who does the shards: a pool of processes here, or a Ray cluster. Both call the same function and yield what it returns."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from auditor.archive.shard import Counts, Failure, Options, Receipt, Shard

MAX_DEATHS = 3
"""Workers a shard may kill before it is set aside."""


@dataclass(slots=True)
class Pulse:
    """What is known of the work that is not finished yet."""

    counts: Counts = field(default_factory=Counts)
    shards: list[str] = field(default_factory=list)
    """Names of those being worked on."""


Watch = Callable[[Pulse], None]


class Engine(Protocol):
    """Yields one result for every shard, in the order in which they end."""

    def run(self, shards: Sequence[Shard], options: Options, folder: str, watch: Watch) -> Iterator[Receipt | Failure]:
        """Do the shards; stop early when the generator is closed."""
