"""Many cases of one promise in one test: all of them are tried, and one failure names all that do not hold."""

from __future__ import annotations

import functools
import inspect
import traceback
from collections.abc import Callable, Iterable
from typing import Any

import pytest

from content_factory import Content

LINES_OF_A_CASE = 8
OUTCOMES = (pytest.fail.Exception, pytest.skip.Exception)


def for_each(
    names: str, cases: Iterable[Any], ids: Callable[[Any], str] = repr
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """A decorator as `pytest.mark.parametrize`, but of one test: what many cases cost is then what they do.

    names: the arguments, parted by ", "; cases: for each case its value, or a tuple of values where there are several
    names; ids: how the value of one argument is written in the failure. A content folder that a fixture gives is one
    of its own for each case, every other fixture is shared by them. Fails where there is no case, or one is skipped:
    the others would be skipped with it. A coroutine is refused, because nothing would await it.
    """
    arguments, rows = names.split(", "), list(cases)

    def decorate(test: Callable[..., None]) -> Callable[..., None]:
        if inspect.iscoroutinefunction(test):
            raise TypeError(test.__name__)

        @functools.wraps(test)
        def every_case(**fixtures: Any) -> None:
            assert rows, "there is no case"
            found = []
            for row in rows:
                values = row if len(arguments) > 1 else (row,)
                asked = {name: own(value) for name, value in fixtures.items()}
                try:
                    test(**asked, **dict(zip(arguments, values, strict=True)))
                # The outcomes of pytest are no Exception: pytest.fail, an error that was not raised, a skip.
                except (Exception, *OUTCOMES) as error:
                    found.append(f"{', '.join(map(ids, values))}\n{reason(error)}")
            if found:
                pytest.fail("\n".join([f"{len(found)} of {len(rows)} cases do not hold:", *found]), pytrace=False)

        signature = inspect.signature(test)
        rest = [one for name, one in signature.parameters.items() if name not in arguments]
        asking: Any = every_case
        asking.__signature__ = signature.replace(parameters=rest)
        return every_case

    return decorate


def own(fixture: Any) -> Any:
    """A fixture as one case gets it."""
    return Content(fixture.root, dict(fixture.files)) if isinstance(fixture, Content) else fixture


def reason(error: BaseException) -> str:
    """Where in the test a case failed, and with what."""
    inside = [one for one in traceback.extract_tb(error.__traceback__) if not one.filename.endswith("for_each.py")]
    place = f"{inside[0].filename}:{inside[0].lineno}: {inside[0].line}" if inside else ""
    words = f"{type(error).__name__}: {error}".split("\n")[:LINES_OF_A_CASE]
    return "\n".join(f"    {line}" for line in (place, *words))
