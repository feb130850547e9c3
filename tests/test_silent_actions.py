"""The action of a person who asked to wait: it has a title and a banner, and is nowhere else."""

from __future__ import annotations

import json

import pytest

from campaign_outputs import (
    LANGUAGES,
    SITE,
    article,
    article_of,
    by_class,
    elements,
    files_of,
    on_day,
    pages,
    pages_of,
    text_of,
)
from content_factory import ACTION, CASE, CASE_ZH, UPDATE, Content, Edit
from emptychair.as_of.routes import Routes
from emptychair.html.head import head_of, sitemap
from for_each import for_each
from sample_images import picture


def silent(content: Content, more: str = "") -> None:
    """Pause the case of the small folder, whose action then is silent; an update names that action."""
    content.edit(Edit(CASE, "  as_of: 2020-05-01", "  visibility: paused\n  as_of: 2020-05-01"))
    content.swap(UPDATE, "  cases: [li-si]", "  cases: [li-si]\n  actions: [write]").swap(
        UPDATE, "News of Li Si", "News"
    )
    if more:
        content.swap(ACTION, "  demands:", f"{more}  demands:")


OUTCOME = """\
  outcomes:
    - id: home
      case: li-si
      state: closed
      date: 2020-06-05
      text: "Li Si is at home."
      sources: [paper]
  sources:
    paper:
      title: "A talk with Li Si"
"""


# day, what stands in the action besides, state
STATES_OF_SILENCE = [
    ("2020-06-10", "", "paused"),
    ("2020-06-24", "", "paused"),
    ("2020-06-25", "", "ended"),
    ("2020-06-10", OUTCOME, "closed"),
]


@for_each("language", LANGUAGES)
def test_the_page_of_a_silent_action_has_title_and_banner(language: str) -> None:
    """Links to it do not break: the title, the banner with the ways on, the dates; nothing of the person."""
    html = article("actions/for-folded-map", language)
    assert len(elements(html, "h1")) == 1
    assert by_class(html, "ec-banner--paused")
    assert elements(html, "h2") == elements(html, "h3") == []
    for name in ("ec-description", "ec-story", "ec-demands", "ec-card", "ec-entries", "ec-recipient", "ec-sources"):
        assert by_class(html, name) == [], name
    assert "../cases/" not in html
    head = head_of(pages(language), pages(language).routes.by_path["actions/for-folded-map"])
    assert head.noindex
    assert head.description == ""


@for_each("day, more, state", STATES_OF_SILENCE)
def test_a_silent_action_is_in_no_list(content: Content, day: str, more: str, state: str) -> None:
    """However it ended: it keeps its page, and no list, table, news or index of pages leads there.

    The pages of its letters do, which name nobody: somebody may come by an address from before.
    """
    silent(content, more)
    made = on_day(content, day)
    action = made.actions["write"]
    assert (action.state, action.silent, action.listed, action.open) == (state, True, False, False)
    assert made.open_actions == made.past_actions == made.actions_of("li-si") == []
    assert "actions/write" not in {record.path for record in made.records_out}
    for language in LANGUAGES:
        own = pages_of(made, language)
        assert "actions/write" in own.routes.by_path
        letters = {path for path in own.routes.by_path if path.startswith("actions/write/letter-")}
        assert len(letters) == 2
        for path in own.routes.by_path.keys() - {"actions/write"} - letters:
            assert "write.html" not in article_of(own, path), path
    assert not [row.loc for row in sitemap(made, Routes(made), SITE) if "write" in row.loc]


@for_each("day, more, state", STATES_OF_SILENCE)
def test_a_silent_action_is_in_no_file(content: Content, day: str, more: str, state: str) -> None:
    """No feed, calendar or data holds it: what is left are the addresses of its letters."""
    silent(content, more)
    found = {path: text_of(data) for path, data in files_of(on_day(content, day)).items()}
    assert [path for path, text in found.items() if "actions/write.html" in text] == []
    assert json.loads(found["data/v1/actions.json"])["actions"] == []
    others = {path: text for path, text in found.items() if not path.startswith("actions/write/letter-")}
    assert len(others) == len(found) - 4
    assert [path for path, text in others.items() if "Li Si" in text or "李四" in text] == []


@for_each("day, more, state", STATES_OF_SILENCE)
def test_the_letter_of_a_silent_action_names_nobody(content: Content, day: str, more: str, state: str) -> None:
    """What stands in the place of a letter has no title, whatever became of the action."""
    silent(content, more)
    made = files_of(on_day(content, day))
    for language in LANGUAGES:
        text = made[f"actions/write/letter-police-{language}.txt"].decode()
        assert "lease do not send this letter" in text
        assert "Li Si" not in text
        assert "李四" not in text


def test_an_outcome_of_a_silent_action_is_not_told(content: Content) -> None:
    """What became of a person who asked to wait stands nowhere."""
    silent(content, OUTCOME)
    html = article_of(pages_of(on_day(content), "en"), "actions/write")
    assert "Li Si is at home" not in html
    assert "#source-1" not in html


def series(content: Content, waits: str) -> str:
    """The page of an action that is told, in a series with one for a person who waits."""
    other = str(content.files[CASE]).replace("Li Si", "Wang Wu").replace("李四", "王五")
    content.put("en/cases/wang-wu.md", other)
    text = str(content.files[ACTION]).replace("Li Si", "Wang Wu").replace("[li-si]", "[wang-wu]")
    content.put("en/actions/later.md", text.replace("issued: 2020-05-10", "issued: 2020-05-20\n  follows: write"))
    file = {"li-si": CASE, "wang-wu": "en/cases/wang-wu.md"}[waits]
    content.swap(file, "  as_of: 2020-05-01", "  visibility: paused\n  as_of: 2020-05-01")
    return article_of(pages_of(on_day(content), "en"), "actions/later" if waits == "li-si" else "actions/write")


@for_each("waits, name", [("wang-wu", "Wang Wu"), ("li-si", "Li Si")])
def test_a_series_does_not_name_a_silent_action(content: Content, waits: str, name: str) -> None:
    """Neither the successor nor the predecessor is told by its title, which is a name."""
    assert name not in series(content, waits)


def test_a_term_that_only_a_minimal_case_uses_is_not_listed(content: Content) -> None:
    """A count of nought beside a region tells where the one person who is there by name only is held."""
    content.swap(CASE, "  kind: person\n", "  kind: person\n  visibility: minimal\n  regions:\n    held: CN-GS\n")
    assert "Gansu" not in article_of(pages_of(on_day(content), "en"), "status")


@pytest.mark.parametrize("path", ["cases/li-si", "actions/write"])
@pytest.mark.parametrize("visibility", ["paused", "minimal"])
def test_a_page_that_waits_has_no_picture(content: Content, path: str, visibility: str) -> None:
    """A photo is shown on a full page only."""
    content.put("assets/li-si.png", picture()).swap(CASE, "scope: [name, story]", "scope: [name, story, photo]")
    rows = '  photo:\n    file: li-si.png\n    credit: "A"\n    licence: "B"\n    alt: "C"\n  sources:'
    content.swap(CASE, "  sources:", rows).swap(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "丙"\n')
    content.swap(CASE, "  as_of: 2020-05-01", f"  visibility: {visibility}\n  as_of: 2020-05-01")
    assert "li-si-png" not in article_of(pages_of(on_day(content), "en"), path)
    found = files_of(on_day(content))
    assert not [name for name, data in found.items() if "li-si-png" in name or b"li-si.png" in data or b"-png-" in data]
