"""Python's search for garbage, put off while a page is worked on.

It begins whenever so many more objects were made than given up (`gc.set_threshold`), and a page makes thousands that all live
until its end: the search finds nothing then, and costs a twentieth of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """No search inside, unless another thread turns it on; afterwards it is as it was."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
