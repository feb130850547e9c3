"""From a content folder to a campaign."""

import os
from datetime import date
from ipaddress import IPv4Address
from pathlib import Path

import pytest

from content_factory import (
    ACTION,
    ACTION_ZH,
    CASE,
    CASE_ZH,
    MINIMAL,
    RECIPIENTS,
    SETTINGS,
    UPDATE,
    Content,
    above,
    codes,
)
from emptychair.front_matter.document import parse_page
from emptychair.images.metadata import TYPES
from emptychair.load.load import load
from emptychair.record.campaign import Text
from emptychair.record.field_types import Fact
from emptychair.record.validation import validate
from sample_images import picture

REPORT = """\
---
title: "A report"
description: "Long."
updated: 2020-06-01
report:
  published: 2020-05
---
Words.
"""


def test_a_folder_becomes_a_campaign(content: Content) -> None:
    """Cases, actions, updates and reports by slug, prose by path; settings, languages and recipients."""
    content.put("en/reports/all.md", REPORT).put("en/about.md", MINIMAL[UPDATE].split("update:")[0] + "---\nWords.\n")
    campaign = content.campaign()
    assert campaign.languages == ("en", "zh")
    assert campaign.default_language == "en"
    assert (list(campaign.cases), list(campaign.actions)) == (["li-si"], ["write"])
    assert (list(campaign.updates), list(campaign.reports)) == (["2020-05-20-news"], ["all"])
    assert list(campaign.prose) == ["about"]
    assert list(campaign.recipients) == ["police"]
    assert campaign.settings.confirm_within_months == 12
    paths = [record.path for record in campaign.records()]
    assert paths == ["about", "cases/li-si", "actions/write", "updates/2020-05-20-news", "reports/all"]
    assert [record and record.path for record in map(campaign.record_at, [*paths, "cases/nobody", "nothing"])] == [
        *paths,
        None,
        None,
    ]


def test_a_record_has_its_pages(content: Content) -> None:
    """One set of facts, a page in each language, and the source page where one is missing."""
    campaign = content.campaign()
    case, update = campaign.cases["li-si"], campaign.updates["2020-05-20-news"]
    assert (case.source, set(case.pages), case.is_fallback("zh")) == ("en", {"en", "zh"}, False)
    assert (update.is_fallback("zh"), update.page("zh")) == (True, update.source_page)
    assert case.page("zh").body == "李四组织工人。\n"
    assert MINIMAL[CASE].split("\n")[case.page("en").body_line - 1] == "Li Si organised workers."
    assert (case.slug, case.added) == ("li-si", date(2020, 6, 1))


def test_words_in_a_language(content: Content) -> None:
    """The translation's word where there is one, else the source's with its language."""
    campaign = content.campaign()
    case, action, update = campaign.cases["li-si"], campaign.actions["write"], campaign.updates["2020-05-20-news"]
    text = case.facts.events[0].text
    assert case.words("zh", text, "events", "taken", "text") == Text("警方从办公室将李四带走。", "zh")
    assert case.words("en", text, "events", "taken", "text") == Text(text, "en")
    assert case.words("zh", text, "events", "nothing", "text") == Text(text, "en")
    assert case.words("zh", text, "events", "taken", "how") == Text(text, "en")
    assert case.words("zh", text, "events") == Text(text, "en")
    assert case.words("zh", None, "events", "taken", "text") == Text("", "en")
    assert not case.words("zh", None, "place")
    assert action.title("zh") == Text("为李四写信", "zh")
    assert update.title("zh") == Text("News of Li Si", "en")
    assert str(action.description("zh")) == "Letters for an organiser of workers."
    assert case.description("zh") == Text("劳工组织者。", "zh")
    assert update.description("en") == Text("", "en")
    assert case.title("en") == Text("", "en")


def test_the_source_page_may_be_chinese(content: Content) -> None:
    """Whichever page was written first holds the facts."""
    content.put("zh/cases/li-si.md", MINIMAL[CASE]).put("en/cases/li-si.md", MINIMAL[CASE_ZH])
    case = content.campaign().cases["li-si"]
    assert case.source == "zh"
    assert case.words("en", case.facts.events[0].text, "events", "taken").language == "en"


def test_a_page_without_added_was_added_when_it_was_updated(content: Content) -> None:
    """`added` may be left out."""
    assert content.swap(CASE, "added: 2020-06-01\n", "").campaign().cases["li-si"].added == date(2020, 6, 1)


def test_one_language_is_enough(content: Content) -> None:
    """A campaign may begin in Chinese alone."""
    for path in (CASE, ACTION, UPDATE):
        content.put(path.replace("en/", "zh/", 1), MINIMAL[path]).remove(path)
    campaign = content.campaign()
    assert (campaign.languages, campaign.default_language) == (("zh",), "zh")


@pytest.mark.parametrize("name", [SETTINGS, RECIPIENTS])
def test_a_missing_register_is_named(name: str, content: Content) -> None:
    """A file that every campaign has is missed by name."""
    problems = content.remove(name).load().problems
    missing = [problem for problem in problems if problem.code == "file-missing"]
    assert [(problem.path, problem.line) for problem in missing] == [(f"content/{name}", 1)]


def test_without_settings_there_is_no_campaign_but_every_problem(content: Content) -> None:
    """The other files are read all the same."""
    loaded = content.swap(SETTINGS, "sample: true", "sample:").swap(CASE, "kind: person", "kind: people").load()
    assert loaded.campaign is None
    assert codes(loaded) == ["empty-value", "not-one-of"]


@pytest.mark.parametrize("text", [b"\xff", b"police:\xff\n"])
def test_a_register_that_is_not_utf8(text: bytes, content: Content) -> None:
    """The encoding of a register is checked like that of a page."""
    assert "not-utf8" in codes(content.put(RECIPIENTS, text).load())


def test_a_register_that_is_too_large(content: Content) -> None:
    """A register of more than 1 MB is a problem that can be told."""
    lines = content.put(SETTINGS, "#" * (1024 * 1024 + 1)).lines()
    assert lines[-1].startswith("content/campaign.yml:1: the file is larger than")


def test_an_id_of_the_register_is_a_slug(content: Content) -> None:
    """An id of recipients.yml has the form of an id."""
    problems = content.swap(RECIPIENTS, "police:\n", "The Police:\n").load().problems
    assert ("content/recipients.yml", "bad-slug") in {(problem.path, problem.code) for problem in problems}


def test_a_fault_of_a_register_is_told_once(content: Content) -> None:
    """An empty entry is an empty entry, and not a wrong address as well."""
    assert codes(content.edit(above(RECIPIENTS, "  country: CN", "  email:")).load()) == ["empty-value"]


def test_a_symbolic_link_is_refused(content: Content) -> None:
    """Neither a file nor a folder elsewhere is published through a link, and what it leads to is not read."""
    folder = content.write()
    outside = content.root / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "en/secret.md").symlink_to(outside / "secret.md")
    (folder / "en/cases/all").symlink_to(outside)
    (folder / "assets").mkdir()
    (folder / "assets/a.jpg").symlink_to(outside / "secret.md")
    loaded = content.read(folder)
    assert [(problem.path, problem.code) for problem in loaded.problems] == [
        ("content/assets/a.jpg", "symlink"),
        ("content/en/cases/all", "symlink"),
        ("content/en/secret.md", "symlink"),
    ]
    assert loaded.campaign
    assert "secret" not in loaded.campaign.prose


@pytest.mark.parametrize("name", ["assets/li-si.png", "assets/a.webp", "assets/a.jpg"])
def test_pictures_are_known(name: str, content: Content) -> None:
    """A picture in assets/ can be linked to, from both pages."""
    text = f"![Li Si](../../{name})\n"
    drawn = picture(file_format=TYPES[Path(name).suffix])
    content.put(name, drawn).swap(CASE, "Li Si organised workers.\n", text).swap(CASE_ZH, "李四组织工人。\n", text)
    assert content.lines() == []


@pytest.mark.parametrize("path", ["en/cases/li-si.markdown", "en/cases/li-si.MD", "en/.hidden", "en/cases/.md"])
def test_other_files_are_not_read(path: str, content: Content) -> None:
    """What is no page is told and left out."""
    assert codes(content.put(path, "x").load()) in (["unexpected-file"], ["bad-file-name"])


@pytest.mark.parametrize(("length", "problem"), [(64, []), (65, ["bad-file-name"])])
def test_a_slug_has_a_limit(length: int, problem: list[str], content: Content) -> None:
    """64 signs are an address, 65 are not."""
    page = MINIMAL[UPDATE].split("update:")[0] + "---\nWords.\n"
    assert codes(content.put(f"en/{'a' * length}.md", page).load()) == problem


@pytest.mark.parametrize(("size", "problem"), [(64 * 1024, []), (64 * 1024 + 1, ["file-too-large"])])
def test_a_page_has_a_limit(size: int, problem: list[str], content: Content) -> None:
    """64 KB are a page, one byte more is not; a report may be four times as long."""
    words = "".join("words words words\n" for _ in range(4000))
    page = (MINIMAL[UPDATE].split("update:")[0] + "---\n" + words)[: size - 1]
    page += "\n" * (size - len(page))
    assert codes(content.put("en/about.md", page).load()) == problem
    assert codes(content.remove("en/about.md").put("en/reports/all.md", REPORT + "words\n" * 12_000).load()) == []


def test_the_order_of_the_disk_makes_no_difference(content: Content) -> None:
    """Files are read in the order of their names, whatever the disk gives."""
    content.put("en/b.md", "b").put("en/a.md", "a").put("zh/0.md", "0")
    assert [problem.path for problem in content.load().problems] == [
        "content/en/a.md",
        "content/en/b.md",
        "content/zh/0.md",
    ]


def test_a_refused_page_still_exists(content: Content) -> None:
    """Nothing follows from a case that cannot be read: what names it names a case."""
    assert codes(content.swap(CASE, "---\ndescription", "description").load()) == ["no-front-matter"]


def test_a_case_with_a_wrong_field_is_no_record_but_exists(content: Content) -> None:
    """A case whose facts are refused is in no list, and its references are still checked."""
    loaded = content.swap(CASE, "kind: person", "kind: people").load()
    assert codes(loaded) == ["not-one-of"]
    assert loaded.campaign
    assert list(loaded.campaign.cases) == []
    assert list(loaded.campaign.actions) == ["write"]


def test_a_page_without_its_facts_is_no_record(content: Content) -> None:
    """An update without `update:` is told and left out."""
    text = MINIMAL[UPDATE]
    loaded = content.put(UPDATE, text[: text.index("update:\n")] + "---\nThere is news.\n").load()
    assert codes(loaded) == ["missing"]
    assert loaded.campaign
    assert list(loaded.campaign.updates) == []


def test_a_translation_that_cannot_be_read_is_left_out(content: Content) -> None:
    """The record stays with its source page."""
    loaded = content.swap(ACTION_ZH, "updated: 2020-06-01", "updated: soon").load()
    assert codes(loaded) == ["bad-day"]
    assert loaded.campaign
    assert set(loaded.campaign.actions["write"].pages) == {"en"}


def test_an_event_is_found_by_its_id(content: Content) -> None:
    """A charge or a sentence names the event that it hangs on."""
    case = content.campaign().cases["li-si"].facts
    assert [event and event.id for event in map(case.event, ["taken", "nothing", None])] == ["taken", None, None]


def test_the_sample_has_no_problem() -> None:
    """What real documents told is right, without an error or a warning."""
    assert load(Path(__file__).parents[1] / "sample" / "content").problems == ()


@pytest.mark.parametrize(
    ("follows", "code", "field"),
    [
        ('\n    title: "An older one"\n    url: javascript:x', "bad-link", "action.follows.url"),
        ('\n    title: "An older one"\n    ulr: "https://example.org/"', "unknown-key", "action.follows.ulr"),
        ('\n    url: "https://example.org/"', "missing", "action.follows.title"),
    ],
)
def test_a_document_outside_has_fields_of_its_own(follows: str, code: str, field: str, content: Content) -> None:
    """What is wrong in it is told once, at its field."""
    loaded = content.edit(above(ACTION, "  demands:", f"  follows:{follows}")).load()
    assert [(problem.code, problem.field) for problem in loaded.problems] == [(code, field)]


# --- what was not so once


@pytest.mark.parametrize("name", ["2020-13-45-news", "2020-02-30-news"])
def test_an_update_begins_with_a_day_that_exists(name: str, content: Content) -> None:
    """The 30th of February is no day of an update."""
    assert codes(content.put(f"en/updates/{name}.md", MINIMAL[UPDATE]).load()) == ["bad-file-name"]


def test_an_update_is_not_later_than_its_page(content: Content) -> None:
    """The date in the name of an update is a date of its page."""
    assert codes(content.put("en/updates/2021-01-01-news.md", MINIMAL[UPDATE]).load()) == ["later-than-updated"]


@pytest.mark.parametrize("text", ["---\n---\nWords.\n", "---\n# a remark\n---\nWords.\n"])
def test_an_empty_front_matter_is_told(text: str, content: Content) -> None:
    """A page that is not published is told."""
    assert content.put("en/about.md", text).lines()


def test_report_to_of_the_settings_is_a_recipient(content: Content) -> None:
    """The settings name only recipients that exist."""
    assert codes(content.edit(above(SETTINGS, "sample: true", "report_to: nobody")).load()) == ["unknown-recipient"]


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [(UPDATE, '"News of Li Si"', '""'), (CASE, 'en: "Li Si"', 'en: " "'), (ACTION, '"Let Li Si see a lawyer."', '""')],
)
def test_a_text_in_quotes_is_not_empty(path: str, old: str, new: str, content: Content) -> None:
    """A title, a name and a demand say something."""
    assert content.swap(path, old, new).lines()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ACTION, "[li-si]", "[Li-Si]"),
        (ACTION, "recipient: police", "recipient: The Police"),
        (ACTION, "- id: lawyer", "- id: Lawyer"),
        (ACTION, "- recipient: police", "- recipient: police\n      cc: maybe"),
        (ACTION, "until: 2020-06-24", "until: [2020-06-24]"),
        (ACTION, "until: 2020-06-24", "until: 2020-06-24\n  follows: Before"),
        (CASE_ZH, "translates: 2020-06-01", "translates: 2020-6-1"),
        (CASE, "kind: person", "kind: group\n  count_is: about"),
        (CASE, "workers.\n", "workers.\n\n## A\n\n## B\n"),
    ],
)
def test_a_fault_is_told_once(path: str, old: str, new: str, content: Content) -> None:
    """One fault is one problem (two headings without an id are two)."""
    content.swap(path, old, new)
    if path == CASE_ZH or "Lawyer" in new:
        content.files[ACTION_ZH] = (
            MINIMAL[ACTION_ZH].replace("lawyer:", "Lawyer:") if "Lawyer" in new else MINIMAL[ACTION_ZH]
        )
    assert len(content.load().problems) == (2 if "## B" in new else 1)


def test_a_list_of_sources_is_a_problem(content: Content) -> None:
    """Sources written as a list are told, also where the translation has words for them."""
    content.swap(CASE, "    paper:\n      title", "    - id: paper\n      title")
    content.swap(CASE_ZH, "words:\n", 'words:\n  sources:\n    paper: "报纸"\n')
    assert "must-be-mapping" in codes(content.load())


def test_a_far_year_is_a_problem(content: Content) -> None:
    """A year typed wrong is told, and no exception."""
    content.swap(ACTION, "updated: 2020-06-01", "updated: 9999-12-31").swap(
        ACTION, "until: 2020-06-24", "until: ongoing\n  review_by: 2020-08-01"
    )
    assert content.lines()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (CASE, "organised workers", "organised\x08workers"),
        (UPDATE, '"News', '"\\x08News'),
        (UPDATE, '"News', '"\u202eNews'),
    ],
)
def test_no_sign_that_nobody_sees(path: str, old: str, new: str, content: Content) -> None:
    """Control signs and signs that turn the reading order are told in bodies and in front matter."""
    assert content.swap(path, old, new).lines()


class Strange(Fact):
    """A model with a type for which no row of problems.yml was made."""

    address: IPv4Address


def test_a_fault_that_nobody_foresaw_is_told(content: Content) -> None:
    """What the library says for itself is told as it is, at its field, and is no exception."""
    page, problems = validate(Strange, parse_page("a.md", "---\naddress: here\n---\n")[0])
    assert page is None
    assert [(problem.line, problem.field, problem.code) for problem in problems] == [(2, "address", "bad-value")]
    assert problems[0].message("en").startswith("the value cannot be used: ")


def test_the_message_of_a_wrong_day_is_ours(content: Content) -> None:
    """A list where a day belongs is told in our words, in both languages."""
    (line,) = content.swap(UPDATE, "updated: 2020-06-01", "updated: [2020-06-01]").lines("zh")
    assert "Input" not in line


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_a_file_name_that_is_not_utf8_can_be_told(content: Content) -> None:
    """The problem with such a name can be printed."""
    folder = content.write()
    (folder / os.fsdecode(b"en/\xff.md")).write_text("x", encoding="utf-8")
    (problem,) = content.read(folder).problems
    assert problem.message("en").encode()


def test_a_list_of_what_an_action_follows_is_one_fault(content: Content) -> None:
    """An action follows one other."""
    assert len(content.edit(above(ACTION, "  demands:", "  follows: [write]")).load().problems) == 1
