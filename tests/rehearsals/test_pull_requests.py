"""Pull requests acted out: an action added, a recipient changed, a case withdrawn, the whole campaign replaced.

Each is merged in a copy of the project, and every line that check.yml would run for it is run as it stands. The tests
themselves are not: test_independence.py shows that none of them can depend on what these change.
"""

from __future__ import annotations

import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from content_factory import ACTION, ACTION_ZH, MINIMAL
from repository.hosted import create_repository, merge_change, read, run, run_lines, undo_change
from whole_site.builder import SAMPLE, put_campaign
from whole_site.sites import CAMPAIGN

JOBS = read("check")["jobs"]
# A job that is skipped counts as passed; where nothing was decided it runs.
UNLESS_CONTENT = "${{ !cancelled() && needs.change.outputs.needs != 'content' }}"
SUMMARY = '.venv/bin/emptychair summary before/content content >> "$GITHUB_STEP_SUMMARY"'
CHECK = ".venv/bin/emptychair check --format github --changed-since HEAD^1"
# The second would run this test, and the first stands beside it in `make test`; of the third, which sets up what tests
# need, the script itself is run; the fourth sets up an environment of its own.
NOT_RUN = {"make lint", "make coverage", "make check-sample", "make second-host"}


class Result(NamedTuple):
    """What became of a pull request: the jobs that ran, and (status, output, added to the summary) of each line."""

    jobs: list[str]
    lines: dict[str, tuple[int, str, str]]

    @property
    def failures(self) -> list[tuple[str, str]]:
        """The lines that failed, with their output."""
        return [(line, output) for line, (status, output, _) in self.lines.items() if status]


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project with the frozen sample, for all pull requests one after the other."""
    return create_repository(tmp_path_factory.mktemp("hosted") / "project", SAMPLE)


@pytest.fixture
def project(repository: Path) -> Iterator[Path]:
    """The project, put right again after each pull request."""
    yield repository
    undo_change(repository)


def check(project: Path) -> Result:
    """Merge what was changed and run the jobs of check.yml that the change needs."""
    merge_change(project)
    (decide,) = run_lines(JOBS["change"]["steps"])
    status, output, needs = run(decide, project)
    assert status == 0, output
    jobs = [name for name, job in JOBS.items() if "if" not in job or needs != "needs=content\n"]
    steps = [step for name in jobs for step in JOBS[name]["steps"] if "if" not in step]
    lines = [line for line in run_lines(steps) if line not in NOT_RUN]
    return Result(jobs, {line: run(line, project) for line in lines})


def swap(file: Path, *pairs: tuple[str, str]) -> None:
    text = file.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new)
    file.write_text(text, encoding="utf-8")


def test_jobs_are_left_out_for_content_alone() -> None:
    """By one condition, in the jobs that run the tests and in no other."""
    left_out = ("tests", "sample", "second-host")
    assert {name: job["if"] for name, job in JOBS.items() if "if" in job} == dict.fromkeys(left_out, UNLESS_CONTENT)
    assert all(JOBS[name]["needs"] == "change" for name in left_out)


def test_an_action_is_added(project: Path) -> None:
    """In both languages; the summary tells of it, and its letter is in the site."""
    names = {"Li Si": "Wei Xiaobing", "李四": "卫小兵", "[li-si]": "[wei-xiaobing]", "police": "lushan-office"}
    for path, text in ((ACTION, MINIMAL[ACTION]), (ACTION_ZH, MINIMAL[ACTION_ZH])):
        for old, new in names.items():
            text = text.replace(old, new)  # noqa: PLW2901 - one name after the other
        (project / "content" / path).write_text(text.replace("2020-0", "2026-0"), encoding="utf-8")
    result = check(project)
    assert result.failures == []
    assert result.jobs == ["change", "record"]
    assert "Write for Wei Xiaobing" in result.lines[SUMMARY][2]
    assert list((project / "site" / "actions" / "write").glob("letter-*-zh.docx"))


def test_a_recipient_is_changed(project: Path) -> None:
    """Another postcode is told of in both languages; the address is old, which is a warning at its line."""
    swap(project / "content" / "recipients.yml", ('"518118"', '"518119"'))
    result = check(project)
    assert result.failures == []
    assert result.jobs == ["change", "record"]
    assert result.lines[SUMMARY][2].count("| 51811<del>8</del> | 51811<ins>9</ins> |") == 2
    assert "::warning file=content/" in result.lines[CHECK][1]
    # What stands in the summary where something is wrong.
    (chinese,) = run_lines([step for step in JOBS["record"]["steps"] if step.get("if") == "${{ failure() }}"])
    status, _, added = run(chinese, project)
    assert status == 0
    assert "个错误" in added


def test_a_case_is_withdrawn(project: Path) -> None:
    """With the action that is about nobody else: no page of either is left, and no file names the person."""
    status, output, _ = run(shlex.join([".venv/bin/emptychair", "withdraw", "wei-xiaobing", "--yes"]), project)
    assert status == 0, output
    result = check(project)
    assert result.failures == []
    assert result.jobs == ["change", "record"]
    site = project / "site"
    assert (site / "index.html").is_file()
    assert [path for path in site.rglob("*") if "wei-xiaobing" in path.name] == []


def test_the_campaign_is_replaced(project: Path) -> None:
    """Content, settings and address are another campaign's: the forms are written anew, and no sample is looked for."""
    put_campaign(CAMPAIGN, project)
    # Its pictures take longer to draw than all the rest, and whether they can be drawn is not asked here.
    with (project / "content" / "campaign.yml").open("a", encoding="utf-8") as settings:
        settings.write("share_cards: false\nqr_codes: false\n")
    status, output, _ = run(".venv/bin/python scripts/make_forms.py", project)
    assert status == 0, output
    result = check(project)
    assert result.failures == []
    assert result.jobs == list(JOBS)
    assert "https://campaign.example/" in (project / "site" / "sitemap.xml").read_text(encoding="utf-8")
    status, output, _ = run(".venv/bin/python scripts/check_sample.py", project)
    assert (status, output) == (0, "content/ is not the sample: nothing is promised of it here.\n")
