"""What every test may ask for."""

import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from content_factory import Content
from whole_site.sites import each, every, invented, past, sample

__all__ = ["content", "each", "every", "invented", "past", "sample"]

# The same examples on every machine, so that a failure is a change of the code and not of luck.
settings.register_profile(
    "fixed",
    derandomize=True,
    max_examples=300,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
# `make properties`: many more, others each time, and what repeats a failure is printed.
settings.register_profile(
    "weekly", settings.get_profile("fixed"), derandomize=False, max_examples=3_000, print_blob=True
)
settings.load_profile("fixed")

# Ctrl-C stops what tests start on a terminal: a shell that runs us in its background has all of us ignore it.
signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session")
def run_folder(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder that all processes of the run have in common."""
    own = tmp_path_factory.getbasetemp()
    return own if worker_id == "master" else own.parent


@pytest.fixture(scope="session", autouse=True)
def own_cache(run_folder: Path) -> Iterator[None]:
    """What builds draw is kept for the other builds of the run, and not among what a user keeps."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(run_folder / "cache"))
        yield


@pytest.fixture
def content(tmp_path: Path) -> Content:
    """A content folder without a fault."""
    return Content(tmp_path)


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--engine firefox` runs the tests of tests/browser in another browser."""
    parser.addoption("--engine", choices=["chromium", "firefox"], default="chromium")
