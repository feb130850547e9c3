"""When anything is wrong, every problem is told in one line, and `site/` is what it was."""

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from subprocess import CompletedProcess

import pytest

from content_factory import Content
from emptychair.text.clock import noon_of
from for_each import for_each
from whole_site import builder

CASE = "content/en/cases/wei-zhili.md"
TWIN = "content/zh/cases/wei-zhili.md"
OTHER = "content/zh/cases/ke-chengbing.md"
ABOUT = "content/en/about.md"
RECIPIENTS = "content/recipients.yml"
ENV = builder.environment(noon_of(date(2026, 11, 29), "UTC"))
# path:line: field: what was found and what must be
PROBLEM = re.compile(r"content/\S+:\d+: .+")
KEPT = {"index.html": b"<p>What readers see today.</p>\n", "zh/cases/wei-zhili.html": b"\x00\xff old\r\n"}


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project with a site that must not be lost."""
    project = builder.copy_project(tmp_path_factory.mktemp("projects") / "project")
    for name, data in KEPT.items():
        file = project / "site" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return project


@pytest.fixture
def project(original: Path) -> Iterator[Path]:
    """The copy, whose content is put right again after each test."""
    yield original
    builder.put_campaign(builder.SAMPLE, original)


def swap(project: Path, path: str, old: str, new: str) -> None:
    """Put `new` in the place of the first `old` of a file."""
    file = project / path
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def problems(made: CompletedProcess[str]) -> list[str]:
    return [found[0] for line in (made.stdout + made.stderr).splitlines() if (found := PROBLEM.search(line))]


def errors(made: CompletedProcess[str]) -> list[str]:
    lines = (made.stdout + made.stderr).splitlines()
    return [found[0] for line in lines if line.startswith("ERROR") and (found := PROBLEM.search(line))]


def assert_kept(project: Path, made: CompletedProcess[str]) -> None:
    """It failed without a traceback, and without a trace."""
    assert made.returncode != 0
    assert "Traceback" not in made.stdout + made.stderr
    assert_untouched(project)


def assert_untouched(project: Path) -> None:
    """The site is byte for byte what it was, and nothing of the work beside it is left."""
    site = project / "site"
    assert {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()} == KEPT
    assert [path.name for path in project.iterdir() if path.name.startswith(".site")] == []


def test_broken_facts_leave_the_site_as_it_was(project: Path) -> None:
    """Every problem of several files is told, each in one line with its file, line and field."""
    swap(project, CASE, "held: CN-GD", "held: CN-DG")
    swap(project, CASE, "status: rsdl", "status: indicted")
    swap(project, TWIN, "rsdl:", "rsdll:")
    swap(project, OTHER, "---\n", "---\ncase: {a: b\n")
    made = builder.make_site(project, ENV)
    assert_kept(project, made)
    found = errors(made)
    assert {line.partition(":")[0] for line in found} == {CASE, TWIN, OTHER}
    assert [line for line in found if "case.regions.held" in line]
    assert [line for line in found if "case.events.rsdl.status" in line]
    assert [line for line in found if "words.events.rsdll" in line]


def test_a_broken_link_leaves_the_site_as_it_was(project: Path) -> None:
    """A link in Markdown to a page or to an id that is not there stops the build, in either language."""
    for path in (ABOUT, "content/zh/about.md"):
        file = project / path
        text = file.read_text("utf-8")
        file.write_text(text + "\n[gone](cases/nobody-here.md) [lost](safety.md#no-such-id)\n", "utf-8")
    made = builder.make_site(project, ENV)
    assert_kept(project, made)
    output = made.stdout + made.stderr
    for path in (ABOUT, "content/zh/about.md"):
        lines = [line for line in problems(made) if line.startswith(path)]
        assert [line for line in lines if "nobody-here" in line], output
        assert [line for line in lines if "no-such-id" in line], output


def test_a_broken_register_of_recipients_leaves_the_site_as_it_was(project: Path) -> None:
    """recipients.yml that is no YAML, or has a wrong entry, stops the build with its line."""
    swap(project, RECIPIENTS, "checked: 2019-04-20", "checked: 20 April 2019")
    swap(project, RECIPIENTS, "email: ", "e-mail: ")
    made = builder.make_site(project, ENV)
    assert_kept(project, made)
    assert len([line for line in errors(made) if line.startswith(RECIPIENTS)]) == 2
    with (project / RECIPIENTS).open("a", encoding="utf-8") as file:
        file.write("broken: [\n")
    made = builder.make_site(project, ENV)
    assert_kept(project, made)
    assert [line for line in errors(made) if line.startswith(RECIPIENTS)]


def test_a_day_that_is_none_leaves_the_site_as_it_was(project: Path) -> None:
    """`make site TODAY=2019-05-32` builds nothing, and says so in one line."""
    made = builder.make_site(project, ENV, "TODAY=2019-05-32")
    assert_kept(project, made)


def test_a_build_that_fails_half_way_leaves_the_site_as_it_was(project: Path) -> None:
    """When pages are already written, they were written beside the site: it is not touched, and they are gone."""
    frame = project / "overrides" / "main.html"
    text = frame.read_text("utf-8")
    frame.write_text(text.replace("{{ head }}", "{{ head }}{{ 1 / 0 if page.url == 'zh/status.html' }}"), "utf-8")
    try:
        made = builder.make_site(project, ENV)
    finally:
        frame.write_text(text, "utf-8")
    assert "ZeroDivisionError" in made.stdout + made.stderr
    assert made.returncode != 0
    assert_untouched(project)


HOSTILE = {
    "content/en/evil.html": b"<script>alert(1)</script>",
    "content/en/cases/evil.js": b"alert(1)",
    "content/assets/evil.svg": b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
    "content/assets/javascripts/bundle.js": b"alert(1)",
    "content/zh/style.css": b"body{}",
    "content/zh/data.json": b"{}",
    "content/robots.txt": b"User-agent: *",
    "content/en/.htaccess": b"Redirect / https://evil.example/",
    "content/en/sub/page.md": b"---\ntitle: a\n---\n",
    "content/fr/index.md": b"---\ntitle: a\n---\n",
    "content/en/UPPER.md": b"---\ntitle: a\n---\n",
}


def test_a_file_that_has_no_place_stops_the_build(project: Path) -> None:
    """Every file in content/ but pages, pictures and the two registers is refused by its name, and so is a link."""
    for path, data in HOSTILE.items():
        file = project / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    links = {"content/en/cases/environ.md": "/proc/self/environ", "content/assets/etc": "/etc"}
    for path, target in links.items():
        (project / path).symlink_to(target)
    made = builder.build(project, ENV)
    assert made.returncode != 0
    assert "Traceback" not in made.stdout + made.stderr
    assert {line.partition(":")[0] for line in errors(made)} == {*HOSTILE, *links}
    assert not (project / "built").exists() or not list((project / "built").iterdir())


@for_each("name", ["404", "status-2", "actions-2", "updates-3"])
def test_a_page_takes_no_address_of_the_generator(content: Content, name: str) -> None:
    """A page that would replace the error page, or a later page of a list and the people on it, is refused."""
    content.put(f"en/{name}.md", '---\ntitle: "Mine"\nupdated: 2020-06-01\n---\nMy own words.\n')
    assert [line for line in content.lines() if f"en/{name}.md" in line]


def test_a_complete_site_takes_the_place_of_the_old_one(project: Path) -> None:
    """After a good build nothing of the old site is left, and nothing of the work beside it."""
    site = project / "site"
    saved = project / "saved"
    shutil.copytree(site, saved)
    try:
        made = builder.make_site(project, ENV)
        assert made.returncode == 0, made.stdout + made.stderr
        assert (site / "index.html").read_bytes() != KEPT["index.html"]
        assert (site / "zh" / "status.html").is_file()
        assert [path.name for path in project.iterdir() if path.name.startswith(".site")] == []
    finally:
        shutil.rmtree(site)
        saved.rename(site)
