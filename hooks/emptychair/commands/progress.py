"""Progress on stderr, for whatever takes longer than a second."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Timer

PATIENCE = 1.0


@contextmanager
def progress(words: str) -> Iterator[None]:
    """Print `words` to stderr if the block has not ended after a second."""
    timer = Timer(PATIENCE, lambda: print(words, file=sys.stderr, flush=True))
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
