"""What in a repository must fit the campaign: issue forms and owners."""

from __future__ import annotations

from pathlib import Path

import pytest

from check_repository import form_problems, owner_problems
from make_forms import create_files

FITS = "* @a/editors\n\n# Why.\n/content/recipients.yml @a/recipients\n/.github/ @a/maintainers\n"


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with the files that have owners."""
    (tmp_path / "content").mkdir()
    (tmp_path / ".github").mkdir()
    (tmp_path / "content" / "recipients.yml").write_text("", encoding="utf-8")
    (tmp_path / "root.yml").write_text("", encoding="utf-8")
    return tmp_path


def test_forms_of_another_address_are_told() -> None:
    """Those that hold an address, one that is missing, and one that nobody writes."""
    wanted = create_files("https://chairs.cat/")
    assert list(form_problems(wanted, wanted)) == []
    found = {**create_files("https://moved.example/"), "own.yml": ""}
    del found["translation.yml"]
    names = [line.partition(":")[0].rpartition("/")[2] for line in form_problems(wanted, found)]
    assert names == sorted([*wanted, "own.yml"])


def test_owners_that_fit(project: Path) -> None:
    """Every line fits a file, and what must have owners of its own has them."""
    assert list(owner_problems(FITS, project)) == []


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("/.github/ ", "/.githib/ ", ["/.githib/ fits no file", "/.github/ has no owners of its own"]),
        ("@a/recipients", "@a/editors", ["/content/recipients.yml has no owners of its own"]),
        ("* @a/editors\n", "", ["the first line is not that of all files"]),
        (" @a/maintainers", "", ["/.github/ has no owners of its own"]),
        ("/.github/ @", "/content/ @a/editors\n/.github/ @", ["/content/recipients.yml has no owners of its own"]),
        ("/.github/ @", "*.yml @a/editors\n/.github/ @", ["/content/recipients.yml has no owners of its own"]),
    ],
)
def test_owners_that_do_not_fit(project: Path, old: str, new: str, told: list[str]) -> None:
    """A file that was moved would lose its owners without a word; so would one that fits a later line too."""
    found = list(owner_problems(FITS.replace(old, new), project))
    assert len(found) == len(told)
    assert all(words in line for words, line in zip(told, found, strict=True)), found
