"""The invented campaign on any day: as if it were written for it, with the same open actions."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
import yaml

import demo
from demo import CAMPAIGN, WRITTEN_FOR, main, moved_date, moved_text, write_campaign
from emptychair.as_of.snapshot import snapshot_of
from emptychair.load.load import load
from emptychair.text.problems import errors
from for_each import for_each

DAYS = [date(2024, 2, 29), date(2026, 6, 30), date(2027, 12, 31), date(2029, 1, 1), date(2031, 3, 1)]


def states(content: Path, day: date) -> dict[str, str]:
    """The state of each action of a folder without errors, on a day."""
    loaded = load(content)
    assert errors(loaded.problems) == []
    assert loaded.campaign
    return {slug: action.state for slug, action in snapshot_of(loaded.campaign, day).actions.items()}


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_on_any_day_the_same_actions_are_open(day: date, tmp_path: Path) -> None:
    """Without an error, in leap years and at the ends of months and years."""
    write_campaign(tmp_path / "demo", day)
    wanted = states(CAMPAIGN / "content", WRITTEN_FOR)
    assert len([state for state in wanted.values() if state in ("open", "closing-soon")]) == 6
    assert states(tmp_path / "demo" / "content", day) == wanted


def test_on_its_own_day_it_is_as_it_was_written(tmp_path: Path) -> None:
    """Every page, name and register, byte for byte."""
    write_campaign(tmp_path / "demo", WRITTEN_FOR)
    made = tmp_path / "demo" / "content"
    assert {path.relative_to(made): path.read_bytes() for path in made.rglob("*") if path.is_file()} == {
        path.relative_to(CAMPAIGN / "content"): path.read_bytes()
        for path in (CAMPAIGN / "content").rglob("*")
        if path.is_file()
    }


def test_updates_have_the_names_of_their_days(tmp_path: Path) -> None:
    """Moved by one day, no name is taken for another's; the folder that was there is replaced."""
    folder = tmp_path / "demo"
    (folder / "content").mkdir(parents=True)
    (folder / "content" / "old.md").write_text("", encoding="utf-8")
    write_campaign(folder, WRITTEN_FOR + timedelta(days=1))
    names = {path.name for path in (folder / "content").rglob("*/updates/*")}
    wanted = {path.name for path in (CAMPAIGN / "content").rglob("*/updates/*")}
    assert len(names) == len(wanted)
    assert "2026-06-11-reading-on-the-landing.md" in names
    assert not (folder / "content" / "old.md").exists()


@for_each(
    "text, days, moved",
    [
        ("2026-06-15", 1, "2026-06-16"),
        ("2024-02-28", 1, "2024-02-29"),
        ("2026-06", 29, "2026-06"),
        ("2026-06", 30, "2026-07"),
        ("2026", 364, "2026"),
        ("2026", -1, "2025"),
        ("2020-04~", 31, "2020-05~"),
        ("../2020-04", -1, "../2020-03"),
        ("2020-08-31/2020-09-04", 1, "2020-09-01/2020-09-05"),
        ("2017/2019-09-10", 400, "2018/2020-10-14"),
    ],
)
def test_a_date_is_moved(text: str, days: int, moved: str) -> None:
    """A month and a year become those of their moved first day; what stands around the figures stays."""
    assert moved_date(text, days) == moved


def test_only_fields_that_hold_a_date_are_moved() -> None:
    """No sentence, no slug, no figure, and nothing of the body."""
    page = (
        "---\nadded: 2026-06-01   # a day\naction:\n  follows: pen-and-paper-2025\n  until: ongoing\n  events:\n"
        '    - date: 2026-06-01\n      text: "On 2026-06-01."\n  amount: 2025\n---\ndate: 2026-06-01\n'
    )
    moved = page.replace("added: 2026-06-01", "added: 2026-06-02").replace("- date: 2026-06-01", "- date: 2026-06-02")
    assert moved_text(page, 1) == moved


def test_a_folder_that_holds_the_project_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither the project itself nor a folder above it."""
    project = tmp_path / "project"
    project.mkdir()
    monkeypatch.setattr(demo, "ROOT", project)
    monkeypatch.chdir(project)
    for folder in (".", "..", str(project)):
        assert main([folder]) == 2
        assert project.exists()


def test_the_day_is_that_of_the_build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH decides, in the campaign's time zone, in which a day begins before that of UTC."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1811894400")  # 2027-06-01, 20:00 in UTC
    assert main([str(tmp_path / "demo")]) == 0
    assert list((tmp_path / "demo" / "content").rglob("2027-05-28-reading-on-the-landing.md"))
    config = (tmp_path / "demo" / "mkdocs.yml").read_text(encoding="utf-8")
    assert all(Path(path).exists() for path in yaml.safe_load(config)["hooks"])
    assert main([]) == 2
