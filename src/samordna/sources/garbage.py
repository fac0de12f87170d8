"""When should Python not look for garbage?

While hundreds of thousands of values are made and kept. Python's cyclic collector walks through all of them
again and again as they grow in number, which takes a third of the time of reading and checking a large
ledger, and finds nothing: tuples of texts and numbers refer to no circle. What is no longer used is freed
all the same, by its count of references. It is a switch of the whole process: only what reads or takes a whole
ledger turns it, and for no longer than that.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def no_garbage_collection() -> Iterator[None]:
    """Keep the collector still until the block is left; one inside another leaves it still until the outer ends."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
