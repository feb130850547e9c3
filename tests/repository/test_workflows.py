"""The workflows: hardened, pinned, least in rights, and every line that they run is run as it stands.

The lines of the check are run in test_pull_requests.py.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import Any

import pytest

from for_each import for_each
from repository.hosted import BIN, GITHUB, WORKFLOWS, create_repository, read, run, run_lines
from whole_site.builder import ROOT, SAMPLE

PINNED = re.compile(r"^ +(?:- )?uses: actions/[a-z-]+@[0-9a-f]{40} # v[0-9]+\.[0-9]+\.[0-9]+$")
TRIGGERS: dict[str, Any] = {
    "check": {"pull_request": None},
    "publish": {
        "push": {"branches": ["main"]},
        "workflow_dispatch": None,
        "schedule": [{"cron": "17 0 * * *"}],
    },
    "links": {"workflow_dispatch": None, "schedule": [{"cron": "41 3 * * 1"}]},
    "weekly": {"workflow_dispatch": None, "schedule": [{"cron": "23 4 * * 3"}]},
}
RIGHTS = {
    ("check", "change"): {},
    ("check", "record"): {},
    ("check", "tests"): {},
    ("check", "sample"): {},
    ("check", "second-host"): {},
    ("publish", "build"): {"contents": "read"},
    ("publish", "deploy"): {"pages": "write", "id-token": "write"},
    ("links", "ask"): {"contents": "read"},
    ("weekly", "properties"): {"contents": "read"},
    ("weekly", "browsers"): {"contents": "read"},
}


def jobs() -> list[tuple[str, str, dict[str, Any]]]:
    """(workflow, job, its entries) of all jobs."""
    return [(name, job, entries) for name in WORKFLOWS for job, entries in read(name)["jobs"].items()]


def steps(name: str) -> list[dict[str, Any]]:
    """All steps of a workflow."""
    return [step for workflow, _, entries in jobs() if workflow == name for step in entries["steps"]]


def program(name: str, *arguments: object, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """A program of the environment."""
    return subprocess.run(
        [str(BIN / name), *map(str, arguments)], cwd=cwd, capture_output=True, text=True, timeout=300, check=False
    )


def test_zizmor_finds_nothing() -> None:
    """With its strictest persona, and without asking a host."""
    done = program("zizmor", "--offline", "--persona", "pedantic", "--no-progress", GITHUB)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr


@for_each("schema, pattern", [("vendor.github-workflows", "workflows/*.yml"), ("vendor.dependabot", "dependabot.yml")])
def test_the_files_fit_their_schemas(schema: str, pattern: str) -> None:
    """GitHub would read them."""
    files = sorted(GITHUB.glob(pattern))
    done = program("check-jsonschema", "--builtin-schema", schema, *files)
    assert files
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_triggers() -> None:
    """A pull request starts the check alone; nothing runs with the rights of the project on somebody else's code."""
    assert {name: read(name)[True] for name in WORKFLOWS} == TRIGGERS


def test_the_rights() -> None:
    """None for a workflow, and for each job what it needs and no more; no job knows a secret."""
    assert all(read(name)["permissions"] == {} for name in WORKFLOWS)
    assert {(name, job): entries.get("permissions", {}) for name, job, entries in jobs()} == RIGHTS
    assert not [name for name, file in WORKFLOWS.items() if "secrets" in file.read_text(encoding="utf-8")]


@for_each("name", WORKFLOWS)
def test_every_action_is_pinned(name: str) -> None:
    """By its full commit, with the version beside it; only those of GitHub itself."""
    lines = [line for line in WORKFLOWS[name].read_text(encoding="utf-8").splitlines() if "uses:" in line]
    assert lines
    assert [line for line in lines if not PINNED.match(line)] == []


def test_one_version_of_each_action() -> None:
    """The same everywhere, so that they are raised together."""
    used = {step["uses"] for name in WORKFLOWS for step in steps(name) if "uses" in step}
    assert len(used) == len({one.partition("@")[0] for one in used})


@for_each("name, job, entries", jobs())
def test_every_job_ends(name: str, job: str, entries: dict[str, Any]) -> None:
    """After ten minutes at the latest, where nobody waits after an hour, on a system that is named by its version."""
    assert entries["timeout-minutes"] <= (60 if name == "weekly" else 10)
    assert entries["runs-on"] == "ubuntu-24.04"
    assert read(name)["concurrency"]["group"]


def test_no_credentials_and_no_cache_stay() -> None:
    """The token is not left where what a pull request brought could read it; nothing is carried from run to run."""
    for name in WORKFLOWS:
        for step in steps(name):
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False
            assert "cache" not in step.get("with", {})
            assert "actions/cache" not in step.get("uses", "")


def test_no_expression_stands_in_what_is_run() -> None:
    """What somebody typed into a title or the name of a branch cannot become a command."""
    assert not [line for name in WORKFLOWS for line in run_lines(steps(name)) if "${{" in line]


def test_publishing_refuses_before_it_builds() -> None:
    """And deploys only what the same run built."""
    lines = run_lines(steps("publish"))
    assert lines.index(".venv/bin/emptychair publishable") < lines.index("make site")
    assert read("publish")["jobs"]["deploy"]["needs"] == "build"
    assert not [step for step in read("publish")["jobs"]["deploy"]["steps"] if "run" in step]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project as a run finds it, with the frozen sample."""
    return create_repository(tmp_path_factory.mktemp("run") / "project", SAMPLE)


def test_the_lines_of_publishing(project: Path) -> None:
    """The sample is refused; test_started_campaign.py has a campaign that is not. The build is that of the check."""
    first, refusing, *others = run_lines(steps("publish"))
    assert others == ["make site"]
    assert run(first, project)[0] == 0
    status, out, _ = run(refusing, project)
    assert (status, "this is the sample" in out) == (1, True)


def test_the_lines_of_the_links(project: Path) -> None:
    """The addresses are listed and reported on, here as in a network that answers nothing."""
    script = project / "scripts" / "check_links.py"
    # No host is asked by a test.
    quiet = script.read_text(encoding="utf-8").replace("manners = Manners(PAUSE, ", "manners = Manners(0, ")
    script.write_text(quiet.replace("+ BUDGET, is_public)", "+ BUDGET, lambda _: False)"), encoding="utf-8")
    found = [run(line, project) for line in run_lines(steps("links"))]
    assert [out for status, out, _ in found if status] == []
    assert "## Links to other sites" in found[-1][2]
    assert "lambda _: False" in script.read_text(encoding="utf-8")
