"""What properties need besides Hypothesis: a share of the examples, and a count of those that were to the point."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from hypothesis import settings

_tried: list[None] = []


def share_of_examples(part: int) -> settings:
    """One of `part` of the profile's examples, where an example costs as much as many of another property."""
    return settings(max_examples=settings().max_examples // part)


def tried() -> None:
    """Say that an example came to what the property is about."""
    _tried.append(None)


def not_empty(least: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator above `@given`: the property holds only where at least `least` examples came to `tried()`."""

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        @functools.wraps(test)
        def counted(*args: Any, **kwargs: Any) -> None:
            _tried.clear()
            test(*args, **kwargs)
            assert len(_tried) >= least, f"only {len(_tried)} examples came to what this property is about"

        return counted

    return decorate
