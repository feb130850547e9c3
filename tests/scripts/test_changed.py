"""What a change touches: content alone, or anything else."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from changed import changed_paths, decide, main
from for_each import for_each
from repository.hosted import git


@for_each(
    "paths, decision",
    [
        (["content/en/cases/li-si.md", "content/recipients.yml"], "content"),
        (["content/en/cases/li-si.md", "mkdocs.yml"], "everything"),
        (["content/en/cases/li-si.md", "hooks/mkdocs_hooks.py"], "everything"),
        (["tests/sample/content/en/index.md"], "everything"),
        (["content"], "everything"),
        (["contents/a.md"], "everything"),
        ([], "everything"),
    ],
)
def test_content_alone_is_every_path_below_content(paths: list[str], decision: str) -> None:
    """A link in the place of the folder is no content, and nothing is no change that could be judged."""
    assert decide(paths) == decision


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A repository with a page and a script."""
    for name in ("content/en/a.md", "scripts/b.py"):
        file = tmp_path / name
        file.parent.mkdir(parents=True)
        file.write_text("words\n" * 20, encoding="utf-8")
    git(tmp_path, "init", "--quiet")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "--quiet", "--message=First")
    return tmp_path


def test_what_is_committed_changed_and_new_is_a_change(project: Path) -> None:
    """Compared with a commit, whatever has been committed since; a name with blanks and Chinese stays as it is."""
    (project / "content" / "en" / "一 页.md").write_text("words\n", encoding="utf-8")
    git(project, "add", ".")
    git(project, "commit", "--quiet", "--message=Second")
    assert changed_paths(project, "HEAD^1") == ["content/en/一 页.md"]
    (project / "content" / "en" / "a.md").write_text("other words\n", encoding="utf-8")
    (project / "new.py").write_text("", encoding="utf-8")
    assert changed_paths(project, "HEAD^1") == ["content/en/a.md", "content/en/一 页.md", "new.py"]


def test_a_name_that_is_no_text_is_a_change(project: Path) -> None:
    """The check of the content says what is wrong with it."""
    Path(os.fsdecode(b"%s/content/en/\xff.md" % os.fsencode(project))).touch()
    assert decide(changed_paths(project, "HEAD")) == "content"


def test_a_file_that_was_moved_into_content_is_missing_elsewhere(project: Path) -> None:
    """Both names are told."""
    git(project, "mv", "scripts/b.py", "content/en/b.md")
    assert decide(changed_paths(project, "HEAD")) == "everything"


@pytest.mark.parametrize("base", ["HEAD^1", "nothing", "--output=x"])
def test_what_cannot_be_compared_is_everything(project: Path, base: str) -> None:
    """The first commit has no parent; a branch may be unknown; an option is no commit."""
    assert decide(changed_paths(project, base)) == "everything"
    assert not (project / "x").exists()


def test_no_repository_is_everything(tmp_path: Path) -> None:
    """An archive of the project has no history."""
    assert decide(changed_paths(tmp_path, "HEAD")) == "everything"


def test_without_a_base_it_is_everything(capsys: pytest.CaptureFixture[str]) -> None:
    """As in a fresh clone."""
    assert main([]) == main([""]) == 0
    assert capsys.readouterr().out == "everything\neverything\n"
