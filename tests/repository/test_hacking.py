"""HACKING.md: somebody new finds the file for a change by the page and the listing of the folders alone."""

from __future__ import annotations

import re
from pathlib import Path

from test_house import CORE, ORDER, ROOT

PAGE = (ROOT / "HACKING.md").read_text(encoding="utf-8")
# What stands in backquotes and looks like a file or a folder; <name> stands for any.
NAMED = re.compile(r"`([\w./<>*-]+(?:/|\.(?:py|yml|html|md|txt)))`")
# Change -> the noun that leads to the row of its folder, and its file. Where the page itself names the file, the noun
# stands in the same paragraph or step.
CHANGES = {
    "an approximate date may be written 2020-04?": ("dates", "text/dates.py"),
    "the message about a wrong date gives another example": ("message", "text/strings/problems.yml"),
    "residential surveillance is stale after five months": ("how long a status", "text/vocabulary/statuses.yml"),
    "a case has a field for the lawyer's licence": ("field", "record/models/case.py"),
    "the mark on share cards is larger": ("share cards", "images/card.py"),
    "a sentence before the arrest is a problem": ("facts of one page", "rules/facts.py"),
    "a status fades by another rule": ("faded", "as_of/status.py"),
    "a list of all prisons is a page": ("pages exist", "as_of/routes.py"),
    "the close of a letter stands below its date": ("close", "views/letters.py"),
    "the blocks <details> and <summary> may stand in bodies": ("Markdown may hold", "html/sanitise.py"),
    "items of the RSS feed have categories": ("feed", "outputs/feed_formats.py"),
    "the table of cases has one column more": ("tables", "outputs/open_data_csv.py"),
    "`emptychair new action` asks for a salutation": ("asks", "editing/questions.py"),
    "another site generator builds the site": ("generator", "hosts/mkdocs.py"),
}


def found(name: str) -> list[Path]:
    """The files or folders that a name in the page may mean: below the core, or below the root."""
    pattern = re.sub(r"<[^>]+>", "*", name).rstrip("/")
    return [path for folder in (CORE, ROOT) for path in folder.glob(pattern)]


def parts() -> list[str]:
    """The rows, steps and paragraphs of the page."""
    return re.split(r"\n(?=\||\d\. |\n|\*\*)", PAGE)


def test_what_the_page_names_is_there() -> None:
    """A file that was moved or renamed is missed here."""
    # What a campaign owns may be another one's.
    names = sorted(name for name in set(NAMED.findall(PAGE)) if not name.startswith("content/"))
    assert len(names) > 60
    assert [name for name in names if not found(name)] == []


def test_the_folders_stand_in_their_order() -> None:
    """The picture of the house has each folder of the core once, in the order that the imports keep."""
    rows = [
        name for row in re.findall(r"^\| (`.*?) \|", PAGE, re.MULTILINE) for name in re.findall(r"`([\w/.]+)`", row)
    ]
    shown = [name.rstrip("/").removesuffix(".py") for name in rows]
    assert [name for name in shown if name in ORDER] == ORDER


def test_a_change_leads_to_its_file() -> None:
    """The page says in one place what the change is about and where it goes; the file is in the listing there."""
    assert len(CHANGES) >= 10
    lost = [
        change
        for change, (noun, file) in CHANGES.items()
        if not (CORE / file).is_file()
        or not any(
            noun in part and (f"`{file}`" in part or f"`{file.rpartition('/')[0]}/`" in part) for part in parts()
        )
    ]
    assert lost == []


def test_every_way_to_add_has_five_steps() -> None:
    """A field, a rule, a kind of page, a language, an output and more: five steps, and each names a file or folder."""
    adding = PAGE.partition("## How to add\n")[2].partition("\n## ")[0]
    ways = re.split(r"^\*\*", adding, flags=re.MULTILINE)[1:]
    steps = {way.partition("**")[0]: re.split(r"^\d\. ", way, flags=re.MULTILINE)[1:] for way in ways}
    assert list(steps) == ["A field", "A rule", "A kind of page", "A language", "An output", "A command", "A host"]
    assert {name: len(found) for name, found in steps.items()} == dict.fromkeys(steps, 5)
    without = [(name, step) for name, found in steps.items() for step in found if not NAMED.search(step)]
    assert [one for one in without if "`make " not in one[1]] == []
