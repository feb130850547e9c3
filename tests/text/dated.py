"""Days for properties, and whether a parser refuses a text."""

from collections.abc import Callable
from datetime import date

from hypothesis import strategies as st


def refused(parse: Callable[[str], object], text: str) -> bool:
    """Does the parser raise ValueError, and nothing else?"""
    try:
        parse(text)
    except ValueError:
        return True
    return False


DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))
