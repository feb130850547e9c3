"""What every test may ask for."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from content_factory import Content

# The same examples on every machine, so that a failure is a change of the code and not of luck.
settings.register_profile(
    "fixed", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
settings.load_profile("fixed")


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder without a fault."""
    return Content(tmp_path)
