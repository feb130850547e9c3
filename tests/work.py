"""Work that is counted instead of timed: a slow machine does as much of it as a fast one."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from types import FrameType

FOR_EVER = 60


def calls_of(action: Callable[[], object]) -> int:
    """How many functions, of Python and of its libraries, are called while an action runs."""
    count = 0

    def watch(frame: FrameType, event: str, argument: Any) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(watch)
    try:
        action()
    finally:
        sys.setprofile(before)
    return count


def growth(action: Callable[[int], object], size: int) -> float:
    """By how much the calls grow where the input is twice as long: about 2 where the work grows with the input.

    The first run fills what is kept from run to run, and is not counted.
    """
    action(size)
    return calls_of(lambda: action(2 * size)) / calls_of(lambda: action(size))


@contextmanager
def not_for_ever() -> Iterator[None]:
    """A guard against what would never end: after a minute the test fails, and the run goes on."""

    def stop(number: int, frame: FrameType | None) -> None:
        raise AssertionError(f"it did not end within {FOR_EVER} seconds")

    before = signal.signal(signal.SIGALRM, stop)
    signal.alarm(FOR_EVER)
    try:
        yield
    finally:
        signal.alarm(0)
        signal.signal(signal.SIGALRM, before)
