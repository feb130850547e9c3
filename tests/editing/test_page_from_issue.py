"""Pages and entries made of issue forms, from text that anybody may have typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from campaign_outputs import LANGUAGES, on_day
from content_factory import Content
from emptychair.editing.issue_form import forms, plain_body, plain_line, read_issue
from emptychair.editing.page_from_issue import case_of, correction_of, given_by, record_named
from emptychair.front_matter.document import parse_page
from emptychair.text.problems import errors
from for_each import for_each
from issue_texts import CASE_VALUES, form
from properties import not_empty, share_of_examples, tried

if TYPE_CHECKING:
    from collections.abc import Mapping

    from emptychair.editing.draft import Draft


FIELDS = ("name-latin", "description", "event-text", "story", "notes", "place", "source-title")


NASTY = [
    'a: "b" #c',
    "---\nevil: true\n---",
    "'; rm -rf / #",
    "<script>alert(1)</script>",
    "[x](javascript:alert(1))",
    "![x](https://example.org/x.png)",
    "me@example.org",
    "### Anything else for the editors",
    "\u202edcba\u200b",
    "&anchor *alias !!python/object:os.system",
    "{a: b, c}",
    "#" * 80,
    "[" * 80,
    "\\",
    "%TAG",
    "x" * 9_000,
    "# Heading\n\n## Another {#letter}",
    "\x00\x07",
]


def case_from(content: Content, values: Mapping[str, str], language: str = "en") -> Draft:
    """The draft of a new case."""
    folder = content.write()
    issue = read_issue(form("new-case", values, language))
    return case_of(issue, folder, content.read(folder).index, content.day("2020-05-15"), "en")


@for_each("language", LANGUAGES)
def test_a_case(language: str, content: Content) -> None:
    """A page that passes every check, with an address that says nothing unless one was chosen."""
    values = CASE_VALUES | {
        "name-zh": "王五",
        "roles": "editor",
        "region": "CN-GD",
        "earlier-events": "- 2020-02：Questioned.\n2020-01-05: Summoned.",
        "source-url": "https://example.org/paper",
        "story": "Wang Wu is an editor.",
    }
    draft = case_from(content, values, language)
    assert draft.problems() == []
    assert draft.file.as_posix().endswith(f"content/{language}/cases/c-0001.md")
    document = parse_page("x.md", draft.text)[0]
    case = document.meta["case"]
    assert case["names"] == {"en": "Wang Wu", "zh": "王五"}
    assert [(one["id"], one["date"]) for one in case["events"]] == [
        ("earlier-1", "2020-01-05"),
        ("earlier-2", "2020-02"),
        ("in-custody", "2020-05-01"),
    ]
    assert (case["consent"]["scope"], case["as_of"], case["regions"]) == (
        ["name", "story"],
        "2020-05-01",
        {"held": "CN-GD"},
    )
    assert document.body == "Wang Wu is an editor.\n"


def test_a_release_without_its_type_is_told_as_not_known(content: Content) -> None:
    """Nothing is guessed that the form did not ask; that one source is not enough is told."""
    draft = case_from(content, CASE_VALUES | {"event-status": "released", "event-verification": "confirmed"})
    assert [problem.code for problem in draft.problems()] == ["release-on-one-source", "release-without-custody"]
    assert parse_page("x.md", draft.text)[0].meta["case"]["events"][0]["release_type"] == "not-known"


def test_what_does_not_fit_is_listed(content: Content) -> None:
    """Under its label, with the reason; the rest of the page is made."""
    values = CASE_VALUES | {
        "slug": "Wang Wu",
        "pronoun": "zir",
        "source-date": "last week",
        "earlier-events": "nonsense\n2021: later",
        "notes": "Thanks.\n---\ntitle: x",
    }
    draft = case_from(content, values)
    assert draft.problems() == []
    head = draft.text.partition("\n---\n")[0]
    for line in (
        "## Address of the page, if the name should not be in it: Wang Wu",
        "## Pronoun, as the person uses it: zir",
        "## Date of the source: last week",
        "## ! 'last week' is not a date; write 2020, 2020-04, 2020-04-14, 2020-04~ (about)",
        "## Earlier events, one to a line: date, colon, what happened: nonsense",
        "## Anything else for the editors: Thanks.\n## ---\n## title: x",
    ):
        assert line in head


def test_dates_are_taken_as_they_were_typed(content: Content) -> None:
    """In the fields and before earlier events; one of two meanings is left out with both, and nothing is chosen."""
    values = {
        "event-date": "１ May 2020",
        "source-date": "3/5/2020",
        "earlier-events": "\n".join(
            (
                "March 5, 2020: Questioned: twice.",
                "• 2020年1月5日（星期日），Summoned.",
                "2020-02-01 14:30: Called.",
                "4/2/2020: Which day?",
                "People were arrested in 2020: five.",
            )
        ),
    }
    draft = case_from(content, CASE_VALUES | values)
    assert draft.problems() == []
    case = parse_page("x.md", draft.text)[0].meta["case"]
    assert [(one["date"], one["text"]) for one in case["events"]] == [
        ("2020-01-05", "Summoned."),
        ("2020-02-01", "Called."),
        ("2020-03-05", "Questioned: twice."),
        ("2020-05-01", "Police took Wang Wu."),
    ]
    label = forms()["new-case"]["earlier-events"]["en"]
    assert draft.notes == [
        "Date of the source: 3/5/2020\n! this can mean 2020-05-03, 2020-03-05: write the one that the source has",
        f"{label}: 4/2/2020: Which day?\n! this can mean 2020-02-04, 2020-04-02: write the one that the source has",
        f"{label}: People were arrested in 2020: five.",
    ]


# In every field at once; but what is long in one field after the other, or the page would be refused as too large.
HOSTILE = [
    *((FIELDS, text) for text in NASTY if len(text) < 1_000),
    *(((field,), text) for text in NASTY if len(text) >= 1_000 for field in FIELDS),
]


@for_each("fields, text", HOSTILE, ids=lambda one: repr(one)[:100])
def test_hostile_text_is_only_text(fields: tuple[str, ...], text: str, content: Content) -> None:
    """No key, no second document, no HTML, no script, no picture, no address comes in, whatever was typed."""
    draft = case_from(content, CASE_VALUES | dict.fromkeys(fields, text))
    document, problems = parse_page("x.md", draft.text)
    assert [problem.code for problem in problems] in ([], ["too-large"])
    assert set(document.meta) <= {"description", "updated", "added", "case"}
    assert "<script" not in document.body
    assert "javascript:" not in document.body
    assert "](http" not in document.body
    assert "@" not in document.body
    assert not any(line.startswith("#") for line in document.body.split("\n"))


@not_empty(50)
@share_of_examples(3)
@given(st.dictionaries(st.sampled_from(list(CASE_VALUES)), st.text(max_size=60)))
def test_whatever_was_typed_a_check_decides(values: dict[str, str]) -> None:
    """The reader never fails, and what it reads has the fields of the form only."""
    try:
        issue = read_issue(form("new-case", CASE_VALUES | values))
    except ValueError:
        return
    tried()
    assert set(issue.values) <= set(forms()["new-case"])


@for_each(
    "address, path",
    [
        ("https://example.org/zh/cases/li-si.html#timeline", "cases/li-si"),
        ("content/en/cases/li-si.md", "cases/li-si"),
        ("https://example.org/empty-chair/actions/write.html?x=1", "actions/write"),
        ("li-si", "cases/li-si"),
        ("https://example.org/cases/nobody.html", None),
        ("../../etc/passwd", None),
        ("", None),
    ],
)
def test_a_page_is_named_by_its_address(address: str, path: str | None, content: Content) -> None:
    """On the site, in the folder, or by its slug; nothing else."""
    found = record_named(on_day(content).campaign, address)
    assert (found.path if found else None) == path


def test_a_correction_gives_entries_to_put_in(content: Content) -> None:
    """A new event and its source in block style; the rest as comments."""
    record = on_day(content).campaign.cases["li-si"]
    values = {
        "page": "li-si",
        "wrong": "The date.",
        "event-date": "2020-05-04",
        "event-status": "in-custody",
        "event-text": 'He is "well".',
        "source-title": "Another paper",
        "source-date": "tomorrow",
    }
    text = correction_of(read_issue(form("correction", values)), record)
    assert text.startswith("## A correction of content/en/cases/li-si.md.")
    assert "## What is wrong on it: The date.\n" in text
    assert "## Date of the source: tomorrow\n## ! 'tomorrow' is not a date" in text
    assert text.endswith(
        'events:\n  - id: in-custody\n    date: 2020-05-04\n    status: in-custody\n    text: "He is \\"well\\"."\n'
        'sources:\n  source-1:\n    title: "Another paper"\n'
    )
    document, problems = parse_page("x.md", f"---\n{text}---\n")
    assert problems == []
    assert set(document.meta) == {"events", "sources"}


def test_an_event_without_a_status_is_named_by_its_date(content: Content) -> None:
    """An id is needed, and nothing is invented."""
    record = on_day(content).campaign.cases["li-si"]
    values = {"page": "li-si", "event-date": "2020-05-04", "event-text": "x", "source-title": "A paper"}
    assert "  - id: on-2020-05-04\n" in correction_of(read_issue(form("correction", values, "zh")), record)


def test_a_translation_gives_words_where_their_number_is_right(content: Content) -> None:
    """One line too many, and none can be placed: all are listed."""
    record = on_day(content).campaign.cases["li-si"]
    paths = [("description",), ("events", "taken", "text"), ("body",)]
    values = {"page": "li-si", "description": "编辑。", "words": "被<b>带走</b>。", "title": "x"}
    values["body"] = "正文<script>。"
    given_words = given_by(read_issue(form("translation", values)), record, paths)
    assert given_words.words == {
        ("description",): "编辑。",
        ("events", "taken", "text"): "被 带走 。",
        ("body",): "正文&lt;script>。",
    }
    assert given_words.notes == ("Title, where the page has one: x",)
    values["words"] += "\n第二行"
    given_words = given_by(read_issue(form("translation", values)), record, paths)
    assert ("events", "taken", "text") not in given_words.words
    assert "第二行" in given_words.notes[-1]


def test_a_translated_body_keeps_the_headings_of_its_source(content: Content) -> None:
    """Their ids are known; other headings become text."""
    record = on_day(content).campaign.actions["write"]
    values = {"page": "write", "title": "写信", "body": "正文。\n\n## 信 {#letter}\n\n我写信。\n\n## 别的\n\n话。"}
    body = given_by(read_issue(form("translation", values)), record, [("title",), ("body",)]).words["body",]
    assert body == "正文。\n\n## 信 {#letter}\n\n我写信。\n\n别的\n\n话。"


def test_plain_texts() -> None:
    """Tags go, less-than signs stay; headings lose their signs."""
    assert plain_line("a <b>bold</b>\n word < 3") == "a bold word < 3"
    assert plain_body("# A\n<img src=x>") == "A\n&lt;img src=x>"


def test_errors_of_a_form_that_is_too_poor_are_told(content: Content) -> None:
    """A status that needs a finder, and no publisher: the page is refused by the checks, not made up."""
    draft = case_from(content, CASE_VALUES | {"event-status": "enforced-disappearance"})
    assert [problem.code for problem in errors(draft.problems())] == []
    assert "enforced-disappearance" in draft.text.partition("\n---\n")[0]
