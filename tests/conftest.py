"""What every test may ask for."""

import signal
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

import guard
from content_factory import Content
from whole_site.builder import SAMPLE
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
    """`--sample`: another project in place of tests/sample. For tests/browser: another browser, and more pages."""
    parser.addoption("--engine", choices=["chromium", "firefox"], default="chromium")
    parser.addoption("--both-languages", action="store_true", help="open each kind of page in both, not in one")
    parser.addoption("--sample", default=str(SAMPLE), help="a folder with content/ and mkdocs.yml")
    parser.addoption("--sample-states", default=str(SAMPLE / "states.yml"), help="the states of its actions")


def pytest_configure(config: pytest.Config) -> None:
    """Watch which files the tests open, unless they were asked to look at another sample."""
    if not _has_another_sample(config):
        guard.watch()


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """With another sample, only the tests that look at its sites."""
    _refuse_noted("the modules of the tests")
    if _has_another_sample(config):
        items[:] = [item for item in items if isinstance(item, pytest.Function) and _looks_at_the_sample(item)]


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Generator[None, None, None]:
    """What a fixture opens counts for the first test that asks for it."""
    yield
    _refuse_noted(item.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Generator[None, None, None]:
    """A test that depends on content/ fails, because a campaign would make it fail one day."""
    yield
    _refuse_noted(item.nodeid)


def _refuse_noted(where: str) -> None:
    if noted := guard.take():
        pytest.fail(f"{where} read what a campaign owns, instead of tests/sample or tests/campaign: {noted}")


def _has_another_sample(config: pytest.Config) -> bool:
    return bool(config.getoption("--sample") != str(SAMPLE))


def _looks_at_the_sample(item: pytest.Function) -> bool:
    chosen = item.callspec.params.values() if hasattr(item, "callspec") else ()
    asked = {"sample", "past", "each"} & set(item.fixturenames) or "today" in chosen
    return bool(asked) and "campaign" not in chosen
