"""The garbage collector of Python while a record is read, and after it."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many objects are made before the collector looks for rings: those of a few pages.
YOUNG_OBJECTS = 20_000


@contextmanager
def collector_at_rest() -> Iterator[None]:
    """While the record is read, no search for garbage; after it, none in the record.

    What is kept until the end: the collector walks it neither while it grows nor again for each few pages. The rubbish
    of a page (its Markdown parser is a ring) is far less than what it would be asked to look through.
    """
    gc.unfreeze()
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
    gc.freeze()
    gc.set_threshold(YOUNG_OBJECTS)
