"""What is in the way of publishing is found, each at its line, and a list that is worked off is empty."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from content_factory import CASE, RECIPIENTS, SETTINGS, Content
from emptychair.as_of.snapshot import snapshot_of
from emptychair.load.load import load
from emptychair.publishing import obstacles as publishing
from emptychair.publishing import sample_sentences
from emptychair.publishing.campaign_files import CampaignFiles
from emptychair.publishing.obstacles import check_publishable
from emptychair.publishing.sample_sentences import Sentence
from emptychair.text.problems import Problem, in_order
from for_each import for_each
from obstacles import CONFIG, DAY, INDEX, OBSTACLES, OF_THE_SAMPLE, OWNERS, Obstacle, mended, ready

CAMPAIGN = Path(__file__).parents[1] / "campaign" / "content"
Rule = Callable[[CampaignFiles], Iterator[Problem]]


@pytest.fixture(autouse=True)
def known_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    """The package knows one sentence of a sample."""
    digest = Sentence(OF_THE_SAMPLE, "", 1).digest
    monkeypatch.setattr(sample_sentences, "sample_digests", lambda: {digest: "en/index"})


def campaign_files(content: Content, day: str) -> CampaignFiles:
    """The campaign and the files beside it, on a day."""
    loaded = content.load()
    snapshot = snapshot_of(loaded.campaign, content.day(day)) if loaded.campaign else None
    texts = {path.removeprefix("../"): text for path, text in content.files.items() if isinstance(text, str)}
    return CampaignFiles(loaded, snapshot, texts)


def found(content: Content, day: str = DAY) -> list[Problem]:
    """Everything that is in the way on a day, in order."""
    return in_order(check_publishable(campaign_files(content, day)))


def test_nothing_is_in_the_way_of_what_is_ready(content: Content) -> None:
    """Without a fault nothing is found: what a row finds, its change has made."""
    assert ready(content).lines() == []
    assert found(content) == []


@for_each("row", OBSTACLES, ids=str)
def test_an_obstacle_is_found_at_its_line(row: Obstacle, content: Content) -> None:
    """One change, one problem: its file, line and field, as an error, with a cure in both languages."""
    problems = found(ready(content).edit(row.edit))
    assert sorted(problem.code for problem in problems) == sorted([row.code, *row.also])
    (problem,) = (one for one in problems if one.code == row.code)
    assert (problem.path, problem.line, problem.field, problem.severity) == (row.path, row.line, row.field, "error")
    assert all(problem.message(language) and problem.hint(language) for language in ("en", "zh"))


def test_each_rule_finds_what_no_other_finds(content: Content) -> None:
    """Without it, one of the faults would be published."""
    found_by: dict[str, set[Rule]] = {}
    for number, row in enumerate(OBSTACLES):
        files = ready(Content(content.root / str(number))).edit(row.edit)
        campaign = campaign_files(files, DAY)
        found_by[str(row)] = {rule for rule in publishing.RULES if row.code in {one.code for one in rule(campaign)}}
    assert [row for row, rules in found_by.items() if len(rules) != 1] == []
    assert set().union(*found_by.values()) == set(publishing.RULES)


def test_a_list_that_is_worked_off_is_empty(content: Content) -> None:
    """All faults at once: each cure is followed in the line that is named, and its message goes, until none is left."""
    ready(content)
    replaced = {row.edit.path for row in OBSTACLES if not row.edit.old}
    for row in OBSTACLES:
        if row.edit.path not in replaced or not row.edit.old:
            content.edit(row.edit)
    seen: set[str] = set()
    for _ in range(2 * len(OBSTACLES)):
        problems = found(content)
        if not problems:
            break
        # The errors come last: some of them follow from what the other messages name.
        problem = min(problems, key=lambda one: one.code == "publish-errors")
        seen.add(problem.code)
        assert problem not in found(mended(content, problem)), problem
    assert found(content) == []
    assert seen == {row.code for row in OBSTACLES}


def test_a_fault_of_the_record_is_not_listed_twice(content: Content) -> None:
    """A consent without its review is an error, and so it is one of those that a check lists."""
    ready(content).swap(CASE, "    reviewed: 2020-05\n", "")
    assert [(one.code, one.values) for one in found(content)] == [("publish-errors", {"count": "1"})]


def test_settings_that_cannot_be_read(content: Content) -> None:
    """What needs no day is told all the same."""
    ready(content).swap(SETTINGS, "page_size: 2", "page_size: two").swap(SETTINGS, "chairs.cat", "site.test")
    assert [one.code for one in found(content)] == ["publish-example-id", "publish-errors"]


def test_a_language_without_a_first_page_is_told_of(content: Content) -> None:
    """Its readers would get the one of another language."""
    (problem,) = found(ready(content).remove("zh/index.md"))
    assert (problem.code, problem.path, problem.line) == ("publish-no-first-page", "content/zh/index.md", 1)


def test_past_actions_ask_for_nobody(content: Content) -> None:
    """An old address is in the way of an action that is open, and of no other."""
    ready(content).swap(RECIPIENTS, "checked: 2020-05-01", "checked: 2019-05-01")
    assert [one.code for one in found(content, "2020-07-01")] == []
    assert [one.code for one in found(content)] == ["publish-recipient-not-checked"]


def test_where_answers_go_was_checked_too(content: Content) -> None:
    """The recipient to whom supporters report is one of the open action."""
    text = content.files[RECIPIENTS]
    assert isinstance(text, str)
    office = text.replace("police:", "office:", 1).replace("checked: 2020-05-01", "checked: 2019-05-01")
    ready(content).put(RECIPIENTS, text + office)
    assert found(content) == []
    content.swap(SETTINGS, "page_size: 2", "page_size: 2\nreport_to: office")
    assert [(one.code, one.values["recipient"]) for one in found(content)] == [
        ("publish-recipient-not-checked", "office")
    ]


def test_the_sample_may_say_what_it_is(content: Content) -> None:
    """Its own sentences are not listed in it."""
    ready(content).swap(INDEX, "We keep", f"{OF_THE_SAMPLE} We keep").swap(SETTINGS, "sample: false", "sample: true")
    assert [one.code for one in found(content)] == ["publish-sample"]


@pytest.fixture(scope="module")
def invented_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The invented campaign with hosts that are no examples."""
    folder = tmp_path_factory.mktemp("invented") / "content"
    shutil.copytree(CAMPAIGN, folder)
    for file in (*folder.rglob("*.md"), *folder.glob("*.yml")):
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"\bexample\.(?:org|net|com)\b", "chairs.cat", text)
        file.write_text(re.sub(r"\.example\b", ".cat", text), encoding="utf-8")
    return folder


@for_each("rule", publishing.RULES, ids=lambda rule: rule.__name__)
def test_a_rule_is_silent_where_nothing_is_wrong(rule: Rule, invented_folder: Path) -> None:
    """A whole campaign with every kind of page; one address in it is old on purpose."""
    loaded = load(invented_folder)
    assert loaded.campaign
    snapshot = snapshot_of(loaded.campaign, Content.day("2026-06-15"))
    campaign = CampaignFiles(loaded, snapshot, {"mkdocs.yml": "site_url: https://chairs.cat/\n"})
    expected = {"noplace-ridge-office.checked"} if rule.__name__ == "recipients_checked" else set()
    assert {problem.field for problem in rule(campaign)} == expected


def test_files_beside_the_content_may_be_missing(content: Content) -> None:
    """Another host has no mkdocs.yml, another code host no CODEOWNERS."""
    assert found(ready(content).remove(CONFIG, OWNERS)) == []
