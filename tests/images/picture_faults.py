"""Pictures with a fault, and what the check says of them."""

from __future__ import annotations

from emptychair.images.metadata import fault_of


def fault(name: str, data: bytes) -> tuple[str, str]:
    """The code of what is wrong, and what was found."""
    found = fault_of(name, data)
    return (found.code, found.values.get("found", "")) if found else ("", "")
