"""A started campaign is checked, built and published by what was written into it, without this repository."""

from __future__ import annotations

import os
import re
import subprocess
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from check_site import main as check_site
from emptychair.cli import main
from repository.hosted import BIN, DAY, git, read, run_lines
from repository.test_workflows import PINNED, program
from whole_site.builder import ROOT, environment

if TYPE_CHECKING:
    from pathlib import Path

WORKFLOWS = ("check", "links", "publish")
# Of an own host and in the order that is not ours: Chinese at the root.
ANSWERS = [
    *("--languages", "zh, en", "--name", "折起的地图 / Folded Maps", "--speaker", "读书会 / a circle of readers"),
    *("--contact", "letters@chairs.cat", "--repository", "https://github.com/chairs-cat/record"),
    *("--owners", "@chairs-cat/editors, @chairs-cat/addresses", "--address", "https://chairs.cat/maps/"),
]


@pytest.fixture(scope="module")
def campaign(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A started campaign as a run finds it: committed, a change upon it, its environment set up."""
    folder = tmp_path_factory.mktemp("started") / "campaign"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", DAY)
        assert main(["start", str(folder), *ANSWERS]) == 0
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", ".")
    git(folder, "commit", "--quiet", "--message=Start")
    git(folder, "commit", "--quiet", "--allow-empty", "--message=A change")
    (folder / ".venv").mkdir()
    for entry in BIN.parent.iterdir():
        (folder / ".venv" / entry.name).symlink_to(entry)
    (folder / ".venv" / ".ready").touch()
    return folder


def workflow(folder: Path, name: str) -> dict[Any, Any]:
    """A workflow as GitHub reads it."""
    found: dict[Any, Any] = yaml.safe_load((folder / ".github/workflows" / f"{name}.yml").read_text(encoding="utf-8"))
    return found


def run(folder: Path, line: str) -> tuple[int, str]:
    """A line as the host runs it, with this core in the place of the wheel: its status, and what it said."""
    more = {"GITHUB_STEP_SUMMARY": str(folder.parent / "summary"), "PYTHONPATH": str(ROOT / "hooks")}
    done = subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", line],  # noqa: S607 - the one there is
        cwd=folder,
        env=environment(int(DAY), **more),
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def test_the_lines_of_the_check(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """All of them pass at once, the strict build among them, and every link of the site leads somewhere."""
    steps = workflow(campaign, "check")["jobs"]["record"]["steps"]
    found = [(line, *run(campaign, line)) for line in run_lines(steps)]
    assert [one for one in found if one[1]] == []
    assert "make site" in [line for line, _, _ in found]
    assert check_site([str(campaign / "site")]) == 0
    assert " pages, 0 broken links." in capsys.readouterr().out
    assert {path.name for path in (campaign / "site").iterdir()} >= {"index.html", "en", "safety.html", "feed.xml"}
    status, out = run(campaign, "git status --short")
    assert (status, out) == (0, "?? before/\n")


def test_make_check_and_help(campaign: Path) -> None:
    """What an editor types first: no problem is found, and the list says what else there is."""
    status, out = run(campaign, "make check")
    assert (status, out) == (0, "0 errors, 0 warnings.\n")
    listed = run(campaign, "make")[1].splitlines()
    assert [line.split()[0] for line in listed] == ["help", "site", "serve", "check", "clean"]


def test_the_lines_of_the_links(campaign: Path) -> None:
    """The addresses are listed; the script that asks for them is ours."""
    listing, asking, _ = run_lines(workflow(campaign, "links")["jobs"]["ask"]["steps"])[1:]
    assert run(campaign, listing)[0] == 0
    assert asking.startswith(".venv/bin/python scripts/check_links.py ")
    own = campaign / "scripts" / "check_links.py"
    assert own.read_bytes() == (ROOT / "scripts" / "check_links.py").read_bytes()
    assert run(campaign, ".venv/bin/python scripts/check_links.py --help")[0] == 0


def test_publishing_is_that_of_this_repository(campaign: Path) -> None:
    """The same steps with the same rights, set up by its own Makefile."""
    ours = read("publish")
    for step in ours["jobs"]["build"]["steps"]:
        if step.get("run") == "make .venv/.site-ready":
            step["run"] = "make .venv/.ready"
    assert workflow(campaign, "publish") == ours


def test_nothing_that_was_written_is_in_the_way_of_publishing(campaign: Path) -> None:
    """No example, no placeholder, no sentence of the sample: with answers of one's own it may be published."""
    (refusing,) = [
        line for line in run_lines(workflow(campaign, "publish")["jobs"]["build"]["steps"]) if "able" in line
    ]
    assert run(campaign, refusing) == (0, "This content may be published.\n")


def test_zizmor_and_the_schemas_find_nothing(campaign: Path) -> None:
    """GitHub would read workflows, forms and updates; the strictest persona of zizmor is content."""
    github = campaign / ".github"
    done = program("zizmor", "--offline", "--persona", "pedantic", "--no-progress", github)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "No findings to report" in done.stdout + done.stderr
    forms = [file for file in (github / "ISSUE_TEMPLATE").iterdir() if file.name != "config.yml"]
    for schema, files in {
        "github-workflows": list((github / "workflows").iterdir()),
        "dependabot": [github / "dependabot.yml"],
        "github-issue-forms": forms,
        "github-issue-config": [github / "ISSUE_TEMPLATE" / "config.yml"],
    }.items():
        assert files
        done = program("check-jsonschema", "--builtin-schema", f"vendor.{schema}", *files)
        assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_that_of_this_repository(campaign: Path) -> None:
    """Pinned by its full commit; raised here, it is raised for campaigns that are started later."""
    texts = [(campaign / ".github/workflows" / f"{name}.yml").read_text(encoding="utf-8") for name in WORKFLOWS]
    ours = {line.strip() for file in (ROOT / ".github/workflows").iterdir() for line in file.read_text().splitlines()}
    used = [line for text in texts for line in text.splitlines() if "uses:" in line]
    assert len(used) > 6
    assert [line for line in used if not PINNED.match(line) or line.strip() not in ours] == []


def test_nothing_reaches_for_anything_newer(campaign: Path) -> None:
    """Who stays with a version builds with it for ever: what is installed has one version, hashes, and no more."""
    lines = (campaign / "Makefile").read_text().replace("\\\n", "").splitlines()
    installing = [line for line in lines if " -m pip " in line]
    assert len(installing) == 1
    assert {"--no-deps", "--require-hashes"} <= set(installing[0].split())
    wanted = [
        line for line in (campaign / "requirements.txt").read_text().splitlines() if line[:1] not in (" ", "#", "")
    ]
    assert len(wanted) > 40
    assert [line for line in wanted if not re.match(r"[\w.-]+==[\w.]+(?: |$)", line)] == []
    asked = [
        run
        for name in WORKFLOWS
        for job in workflow(campaign, name)["jobs"].values()
        for run in run_lines(job["steps"])
    ]
    assert [run for run in asked if re.search(r"\b(?:pip|npm|curl|wget|upgrade)\b", run)] == []


def test_each_owner_owns_a_file(campaign: Path) -> None:
    """No line of CODEOWNERS is for a file that a campaign lacks, but for the wheel, which comes with one."""
    rows = [
        line.split() for line in (campaign / ".github/CODEOWNERS").read_text().splitlines() if line[:1] in ("*", "/")
    ]
    lost = [pattern for pattern, *_ in rows if not (pattern == "*" or (campaign / pattern.strip("/")).exists())]
    assert lost == ["/wheels/"]


def test_make_refuses_a_linked_environment(campaign: Path) -> None:
    """What a link leads to is another's, and would be emptied."""
    copy = campaign.parent / "linked"
    copy.mkdir()
    for name in ("Makefile", "requirements.txt"):
        (copy / name).write_bytes((campaign / name).read_bytes())
    (copy.parent / "other").mkdir()
    (copy.parent / "other" / "mine.txt").write_text("mine")
    (copy / ".venv").symlink_to(copy.parent / "other")
    status, out = run(copy, "make check")
    assert status != 0
    assert "remove the link first" in out
    assert os.listdir(copy.parent / "other") == ["mine.txt"]  # noqa: PTH208
