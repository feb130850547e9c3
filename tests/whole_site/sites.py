"""Three sites, each built once: the frozen sample today and as it stood on 20 May 2019, the invented campaign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

import pytest

from emptychair.load.load import load
from emptychair.record.campaign import Campaign
from emptychair.text.clock import noon_of
from whole_site import builder
from whole_site.action_outputs import ASKED, Day, Expectation, Told, Ways, create_day, read_expectations
from whole_site.build_process import Build
from whole_site.site_reader import Site
from whole_site.source_files import Written

CAMPAIGN = builder.ROOT / "tests" / "campaign"
# Today, for the sample: a day after everything in it. For the invented campaign: a day with open actions.
DAYS = {"today": date(2026, 11, 29), "2019": date(2019, 5, 20), "campaign": date(2026, 6, 15)}
SITE_URL = re.compile(r"^site_url: (\S+)$", re.MULTILINE)


@dataclass(frozen=True)
class Edited:
    """A campaign on a day: what was written, the core's campaign, and the site that is built from it in `target`."""

    content: Path
    config: Path
    url: str
    today: date
    target: Path
    states: Path
    days: dict[date, Day] = field(default_factory=dict, repr=False)

    @cached_property
    def written(self) -> Written:
        """What editors wrote."""
        return Written(self.content)

    @cached_property
    def campaign(self) -> Campaign:
        """What the core makes of it."""
        campaign = load(self.content).campaign
        assert campaign
        return campaign

    @property
    def epoch(self) -> int:
        """Noon of the day in the site's time zone."""
        return noon_of(self.today, self.written.settings["timezone"])

    def start(self) -> Build | None:
        """Begin the build, beside the other ones, where no other process has."""
        return builder.start_once(self.config, self.target, builder.environment(self.epoch))

    @cached_property
    def folder(self) -> Path:
        """The folder of the built site; whoever asks for it waits until the site is whole."""
        builder.await_site(self.target)
        return self.target

    @cached_property
    def site(self) -> Site:
        """The built site."""
        return Site(self.folder, self.url)

    def day(self, today: date) -> Day:
        """The outputs of another day, from the core alone."""
        if today not in self.days:
            self.days[today] = create_day(self.campaign, today)
        return self.days[today]

    def wanted(self, slug: str, language: str, day: date) -> Told:
        """What must be told of an action on a day, by the table of states and by what was written."""
        known = self.written.checked(slug, day)
        by_mail = "email" in self.written.facts(f"actions/{slug}")["channels"] and any("email" in one for one in known)
        people = [self.written.facts(f"cases/{one}") for one in self.written.facts(f"actions/{slug}")["cases"]]
        silent = any(facts.get("visibility") == "paused" for facts in people)
        asked = [one for one in self.expectations.values() if one.state(day) in ASKED]
        first = min(asked, key=lambda one: (one.deadline or "ongoing", one.slug), default=None)
        is_first = first is not None and first.slug == slug
        ways = Ways(bool(known), by_mail, language in self.written.pages[f"actions/{slug}"], silent, is_first)
        return self.expectations[slug].told(day, ways)

    @cached_property
    def expectations(self) -> dict[str, Expectation]:
        """What its actions must be, written by hand: of those that the table knows and that are still there."""
        known = set(self.written.slugs("actions"))
        return {one.slug: one for one in read_expectations(self.states) if one.slug in known}


def edited(root: Path, states: Path, today: date, folder: Path) -> Edited:
    """The campaign of a project (its content/ and mkdocs.yml) on a day, to be built into a folder."""
    found = SITE_URL.search((root / "mkdocs.yml").read_text("utf-8"))
    assert found
    return Edited(root / "content", root / "mkdocs.yml", found[1], today, folder, states)


@pytest.fixture(scope="session")
def every(run_folder: Path, request: pytest.FixtureRequest) -> Iterator[dict[str, Edited]]:
    """All three, by name. The builds run side by side, once for all processes of the run."""
    folder = run_folder / "sites"
    folder.mkdir(exist_ok=True)
    sample, states = (Path(request.config.getoption(name)) for name in ("--sample", "--sample-states"))
    roots = {"today": (sample, states), "2019": (sample, states), "campaign": (CAMPAIGN, CAMPAIGN / "states.yml")}
    found = {name: edited(*roots[name], day, folder / name) for name, day in DAYS.items()}
    builds = [one.start() for one in found.values()]
    yield found
    for build in builds:
        if build:
            build.end(builder.PATIENCE)


@pytest.fixture(scope="session", params=list(DAYS))
def each(request: pytest.FixtureRequest, every: dict[str, Edited]) -> Edited:
    """Each of the three in turn."""
    return every[request.param]


@pytest.fixture(scope="session")
def sample(every: dict[str, Edited]) -> Edited:
    """The sample today."""
    return every["today"]


@pytest.fixture(scope="session")
def past(every: dict[str, Edited]) -> Edited:
    """The sample as it stood on 20 May 2019."""
    return every["2019"]


@pytest.fixture(scope="session")
def invented(every: dict[str, Edited]) -> Edited:
    """The invented campaign, which has open actions."""
    return every["campaign"]
