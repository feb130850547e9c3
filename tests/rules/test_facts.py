"""Values: what is right up to the day, the sign and the scope."""

import pytest

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, Content, Edit, above, codes, events
from emptychair.load.load import Loaded
from faults.rows import ENDED, RADIO, VERDICT
from for_each import for_each
from work import growth, not_for_ever

HELD = "id: h, date: 2020-04-01, status: in-custody, sources: [paper,radio]"
RELEASED = "id: a, date: 2020-05-01, status: released, release_type: no-charge, sources: [paper,radio]"
PART = "  sentences:\n    - id: a\n      given: 2020-05-01\n      parts:\n        - kind: {part}"


def facts(text: str) -> Edit:
    return above(CASE, "  sources:", text)


@pytest.fixture
def one_page(content: Content) -> Content:
    """The case without its translation, whose words name the events that a test replaces."""
    return content.remove(CASE_ZH)


@for_each(
    "edits",
    [
        (events("id: a, date: 2020-04-01", "id: b, date: 2020-04-01"),),
        (events("id: a, date: 2020-04-20", "id: b, date: 2020-04"),),
        (events("id: a, date: 2020", "id: b, date: 2020-01-01"),),
        (events("id: a, date: 2020-04-01", "id: b, date: ../2020-04"),),
        (events("id: a, date: 2020-04-01, reported: 2020-04-01"),),
        (events("id: a, date: 2020-04-20, reported: 2020-04"),),
        (
            events(
                "id: a, date: 2020-05-01, status: died-in-custody, sources: [paper,radio]",
                "id: b, date: 2020-05-01, sources: [paper]",
            ),
            RADIO,
            ENDED,
        ),
        (events(HELD, f"{RELEASED}, verification: confirmed"), RADIO, ENDED),
        (events(HELD, f"{RELEASED}, verification: official"), RADIO, ENDED),
        (events("id: a, date: 2020-05-01, stage: case-dropped, how: acquitted"),),
        (events("id: a, date: 2020-05-01, status: bail, verification: disputed"),),
        (events("id: a, date: 2020-05-01, status: enforced-disappearance"),),
        (events("id: a, date: 2020-05-01, reported: 2020-06-01"), Edit(CASE, "as_of: 2020-05-01", "as_of: 2020-06")),
        (facts("  ahead:\n    - id: a\n      date: 2030-01-01\n      what: term-end"),),
        (facts("  flags:\n    - flag: incommunicado\n      until: 2030-01-01"),),
        (facts("  flags:\n    - flag: torture-alleged\n      verification: alleged"),),
        (VERDICT, facts(PART.format(part="life"))),
        (VERDICT, facts(PART.format(part="death"))),
        (VERDICT, facts(PART.format(part="fixed-term\n          months: 6"))),
        (VERDICT, facts(PART.format(part="fine\n          amount: 999999\n          currency: CNY"))),
        (
            VERDICT,
            facts(PART.format(part="life").replace("given", "ends: 2040-01-01\n      ends_source: paper\n      given")),
        ),
        (facts("  custody:\n    - id: a\n      letters: closed"),),
        (facts("  related:\n    - case: li-si\n      relation: colleague"),),
        (Edit(CASE, "kind: person", "kind: group\n  count: 9\n  count_is: at-least"),),
        (Edit(CASE, "kind: person", "kind: group\n  members: [li-si]"),),
        (Edit(CASE, "kind: person", "kind: group\n  members: [li-si]"), Edit(CASE, "[name, story]", "[story]")),
        (Edit(CASE, "kind: person", "kind: person\n  visibility: minimal"), Edit(CASE, "[name, story]", "[name]")),
        (Edit(CASE, "[name, story]", "[name, story, health]"), facts("  flags:\n    - flag: health-concern")),
        (Edit(CASE, "[name, story]", "[name, story, family]"), facts("  flags:\n    - flag: minor-children")),
        (Edit(CASE, "[name, story]", "[name, story, letters]"), facts("  custody:\n    - id: a\n      letters: open")),
    ],
)
def test_what_is_right_is_not_told(edits: tuple[Edit, ...], one_page: Content) -> None:
    """At the very edge of each rule there is no problem."""
    assert one_page.edit(*edits).lines() == []


@for_each(
    "until, found",
    [
        ("2020-05-10", []),
        ("2020-05-09", ["deadline-before-issue"]),
        ("2020-06-24~", ["deadline-not-a-day"]),
        ("2020", ["deadline-not-a-day"]),
        ("../2020-06-24", ["deadline-not-a-day"]),
        ("ongoing\n  review_by: 2020-12-01", []),
        ("ongoing\n  review_by: 2020-12-02", ["review-too-late"]),
        ("ongoing", ["ongoing-without-review"]),
        ("ongoing\n  review_by: 2020-12", ["bad-day"]),
        ("2020-06-24\n  review_by: 2020-06-24", ["review-of-deadline"]),
    ],
)
def test_the_deadline_of_an_action(until: str, found: list[str], content: Content) -> None:
    """One day, from the day of issue on; or ongoing, with a review within six months."""
    assert codes(content.swap(ACTION, "until: 2020-06-24", f"until: {until}").load()) == found


@for_each("verification", ["reported", "alleged", "presumed", "unconfirmed", "disputed"])
def test_a_release_is_told_only_when_it_is_sure(verification: str, one_page: Content) -> None:
    """Neither a report nor a rumour makes a release."""
    one_page.edit(events(HELD, f"{RELEASED}, verification: {verification}"), RADIO)
    assert codes(one_page.load()) == ["not-verified-enough"]


@for_each(
    "day, found",
    [("2020-06-01", []), ("2020-06", []), ("2020-06-02", ["later-than-updated"]), ("2021", ["later-than-updated"])],
)
def test_no_date_is_later_than_its_page(day: str, found: list[str], content: Content) -> None:
    """A month may contain the day of the page; a later day is told, wherever in the facts it stands."""
    assert codes(content.swap(CASE, '      publisher: "A newspaper"', f"      date: {day}").load()) == found


@for_each(
    "as_of, found",
    [
        ("2020-05-01", []),
        ("2020-05", []),
        ("2020", []),
        ("2020-04-30", ["as-of-too-early"]),
        ("2020-04", ["as-of-too-early"]),
    ],
)
def test_the_newest_news_is_not_older_than_the_events(as_of: str, found: list[str], content: Content) -> None:
    """As far as the dates are known."""
    assert codes(content.swap(CASE, "as_of: 2020-05-01", f"as_of: {as_of}").load()) == found


def test_an_entry_is_not_put_in_after_the_page(one_page: Content) -> None:
    """`added` of an event is a date of the page as well."""
    one_page.edit(events("id: a, date: 2020-05-01, added: 2020-06-02"))
    assert [(problem.code, problem.field) for problem in one_page.load().problems] == [
        ("later-than-updated", "case.events.a.added")
    ]


def test_the_newest_news_is_compared_once(one_page: Content) -> None:
    """Two events after `as_of` are one wrong `as_of`."""
    one_page.edit(events("id: a, date: 2020-05-01", "id: b, date: 2020-05-02"))
    assert codes(one_page.swap(CASE, "as_of: 2020-05-01", "as_of: 2019").load()) == ["as-of-too-early"]


def test_sources_decide_who_found_a_disappearance(one_page: Content) -> None:
    """The publisher is that of the sources that the event names."""
    disappeared = "id: a, date: 2020-05-01, status: enforced-disappearance, sources: [{}]"
    one_page.swap(CASE, "    paper:", '    blog:\n      title: "A blog"\n    paper:').edit(
        events(disappeared.format("blog"))
    )
    assert codes(one_page.load()) == ["finding-without-finder"]
    assert one_page.swap(CASE, "[blog]", "[blog, paper]").lines() == []


def test_rules_about_values_speak_beside_a_wrong_value(content: Content) -> None:
    """A wrong value silences only the rules that ask for it: the others speak in the same run."""
    content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-04-01").swap(CASE, "kind: person", "kind: people")
    assert codes(content.load()) == ["not-one-of", "as-of-too-early"]


def test_years_of_nothing_are_no_duration(one_page: Content) -> None:
    """Zero years and zero months are no length of a sentence."""
    part = PART.format(part="fixed-term\n          years: 0\n          months: 0")
    assert codes(one_page.edit(VERDICT, facts(part)).load()) == ["part-without-duration"]


def test_an_event_is_not_before_any_event_above_it(one_page: Content) -> None:
    """A partial date between two events does not hide that they are the wrong way round."""
    one_page.edit(events("id: a, date: 2020-04-01", "id: b, date: ../2020-05", "id: c, date: 2019-03-30"))
    assert codes(one_page.load()) == ["dates-out-of-order"]


def test_a_fine_has_an_amount(one_page: Content) -> None:
    """The words of the rule: a fine its amount with a currency."""
    assert one_page.edit(facts(PART.format(part="fine"))).lines()


def test_a_flag_does_not_end_before_it_begins(one_page: Content) -> None:
    """`until` is not before `since`."""
    assert one_page.edit(facts("  flags:\n    - flag: incommunicado\n      since: 2020-04\n      until: 2019")).lines()


@for_each("letter", ["", "Release **Li Si**.", "See [this](../cases/li-si.md).", "- one\n- two"])
def test_a_letter_is_plain_paragraphs(letter: str, content: Content) -> None:
    """A letter is not empty, and holds no markup that would be printed as signs."""
    assert content.swap(ACTION, "I am writing about Li Si.", letter).lines()


@for_each("amount", ["3000000", "1000000"])
def test_a_fine_may_be_of_millions(amount: str, one_page: Content) -> None:
    """Fines and confiscations of millions of yuan are usual in cases of publishers."""
    assert (
        one_page.edit(
            VERDICT, facts(PART.format(part=f"fine\n          amount: {amount}\n          currency: CNY"))
        ).lines()
        == []
    )


def letter_lines(content: Content, letter: str) -> list[tuple[int, str]]:
    """Line and code of every problem of a letter; its first line is line 20 of the file."""
    content.remove(ACTION_ZH).swap(ACTION, "I am writing about Li Si.", letter)
    return [(problem.line, problem.code) for problem in content.load().problems]


@for_each("letter, line", [("**One.**", 20), ("One.\n\nPlease release **Li Si**.", 22), ("One.\n\n- two\n- three", 22)])
def test_markup_in_a_letter_is_told_on_its_line(letter: str, line: int, content: Content) -> None:
    """The line that an editor has to change."""
    assert letter_lines(content, letter) == [(line, "letter-with-markup")]


@for_each(
    "letter",
    [
        "Release him *now*.",
        "Release him _now_.",
        "See [this][1].",
        "<b>Now</b>",
        "<!-- later -->",
        "One.\n\n---\n\nTwo.",
        "| a | b |\n| - | - |",
    ],
)
def test_other_markup_is_no_letter_either(letter: str, content: Content) -> None:
    """It would be printed as signs; a remark alone is a letter without a word."""
    assert letter_lines(content, letter)


@for_each(
    "letter",
    ["She was taken in the spring of\n2020. Since then", "She was taken on\n1. May", "Nobody\n- not even she - knows"],
)
def test_a_wrapped_line_is_no_list(letter: str, content: Content) -> None:
    """A list begins a paragraph; within one, Markdown and the letter print the same."""
    assert letter_lines(content, letter) == []


def test_the_letter_of_a_translation_is_read(content: Content) -> None:
    """It is sent as the letter of the source page is: with a sign of Markdown it is refused, and so is none."""
    content.swap(ACTION_ZH, "我为李四的事写信。", "我为**李四**的事写信。")
    assert codes(content.load()) == ["letter-with-markup"]
    content.swap(ACTION_ZH, "我为**李四**的事写信。", "")
    assert codes(content.load()) == ["empty-letter"]


@for_each(
    "letter, line",
    [
        ("Bread &amp; water, 20&nbsp;May, the &quot;Seven Steps&quot;.", 20),
        ("One.\n\nFive \\* six.", 22),
        ("A word&#160;more.", 20),
        ("One.{: .big}", 20),
        ("A ~~wrong~~ word.", 20),
    ],
)
def test_what_a_letter_would_show_as_code(letter: str, line: int, content: Content) -> None:
    """Entities, escapes and attributes are for pages: a letter prints them as they stand."""
    assert letter_lines(content, letter) == [(line, "letter-with-code")]


@for_each(
    "letter, line",
    [
        ("I ask you:\n1. to release him;\n2. to pay him.", 21),
        ("我请您：\n1、释放他；\n2、赔偿他。", 21),
        ("我请您\n（一）释放他；\n（二）赔偿他。", 21),
        ("One.\n\nTwo:\n- three", 23),
    ],
)
def test_a_list_in_a_paragraph_of_a_letter(letter: str, line: int, content: Content) -> None:
    """Its lines would be joined into one."""
    assert letter_lines(content, letter) == [(line, "letter-with-list")]


@for_each("letter", ["Mr & Mrs Li; R&D; AT&T.", "1、释放他；\n\n2、赔偿他。", "一家企业{注册}。"])
def test_what_a_letter_may_say(letter: str, content: Content) -> None:
    """An ampersand between words, points that are paragraphs, brackets."""
    assert letter_lines(content, letter) == []


def test_a_letter_of_empty_lines_is_read(content: Content) -> None:
    """No letter stops the build: twice as many lines are about twice the work."""

    def read(lines: int) -> Loaded:
        return Content(content.root).swap(ACTION, "I am writing about Li Si.", "One." + "\n" * lines + "Two.").load()

    assert growth(read, 3_000) < 2.5
    with not_for_ever():
        read(60_000)
