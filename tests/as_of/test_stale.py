"""Warnings about what time has overtaken: from which day, and from which not yet."""

from content_factory import ACTION, CASE, CASE_ZH, RECIPIENTS, Content, Edit, above, codes, events
from emptychair.as_of.snapshot import snapshot_of
from emptychair.as_of.stale import check_stale, recipient_is_checked
from emptychair.text.dates import parse_partial_date
from emptychair.text.problems import errors
from for_each import for_each

FINAL = events("id: taken, date: 2020-05-01, status: imprisoned, stage: final")


def warnings(content: Content, today: str) -> list[str]:
    """The codes of the warnings of a day."""
    content.files.pop(CASE_ZH, None)
    loaded = content.load()
    assert loaded.campaign
    assert errors(loaded.problems) == []
    return [problem.code for problem in check_stale(snapshot_of(loaded.campaign, content.day(today)), loaded.index)]


@for_each(
    "edit, code, last_day, first_day",
    [
        (Edit(CASE, "status: taken-away", "status: taken-away"), "faded-status", "2020-05-31", "2020-06-01"),
        (Edit(CASE, "reviewed: 2020-05", "reviewed: 2018-06"), "consent-expired", "2020-06-30", "2020-07-01"),
        (
            Edit(RECIPIENTS, "checked: 2020-05-01", "checked: 2019-05"),
            "recipient-not-checked",
            "2020-05-31",
            "2020-06-01",
        ),
    ],
)
def test_a_warning_begins_on_its_day(edit: Edit, code: str, last_day: str, first_day: str, content: Content) -> None:
    """On the last good day there is none, on the next there is."""
    content.edit(edit)
    assert code not in warnings(content, last_day)
    assert code in warnings(content, first_day)


def test_who_has_looked_lately_is_not_asked_again(content: Content) -> None:
    """A faded status is not told again to an editor who looked within the period."""
    content.swap(CASE, "as_of: 2020-05-01", "as_of: 2020-05-01\n  checked: 2020-05-31")
    assert "faded-status" not in warnings(content, "2021-05-31")
    assert "faded-status" in warnings(content, "2021-06-01")


@for_each(
    "edits, warned",
    [
        ((FINAL,), True),
        ((), False),
        ((events("id: taken, date: 2020-05-01, status: imprisoned, stage: sentenced"),), False),
        ((FINAL, Edit(ACTION, "until: 2020-06-24", "until: 2020-05-15")), False),
        ((FINAL, Edit(RECIPIENTS, "kind: police", "kind: prison")), False),
        (
            (
                FINAL,
                Edit(ACTION, "- recipient: police", "- recipient: police\n    - recipient: police\n      cc: true"),
            ),
            True,
        ),
    ],
)
def test_the_police_are_wrong_after_a_final_judgment(edits: tuple[Edit, ...], warned: bool, content: Content) -> None:
    """Only for an open action, only after a final judgment, only where nobody else is written to."""
    content.edit(*edits)
    assert ("police-after-judgment" in warnings(content, "2020-05-20")) is warned


def test_a_copy_to_another_office_does_not_count(content: Content) -> None:
    """An office that gets a copy is not asked to act."""
    text = content.files[RECIPIENTS]
    assert isinstance(text, str)
    content.put(RECIPIENTS, text + text.replace("police:\n  kind: police", "prison:\n  kind: prison"))
    content.edit(
        FINAL, Edit(ACTION, "- recipient: police", "- recipient: police\n    - recipient: prison\n      cc: true")
    )
    assert "police-after-judgment" in warnings(content, "2020-05-20")
    content.swap(ACTION, "      cc: true\n", "")
    assert "police-after-judgment" not in warnings(content, "2020-05-20")


def test_a_warning_names_the_field(content: Content) -> None:
    """Line and field are those of the date that has passed."""
    content.edit(above(CASE, "  sources:", "  place: Beijing"))
    loaded = content.load()
    assert loaded.campaign
    (warning,) = check_stale(snapshot_of(loaded.campaign, content.day("2020-06-01")), loaded.index)
    assert (warning.path, warning.field, warning.values) == (
        f"content/{CASE}",
        "case.as_of",
        {"status": "taken-away", "as_of": "2020-05-01"},
    )


@for_each("today, checked", [("2021-05-01", True), ("2021-05-02", False), ("2020-04-01", True), ("2020-03-31", False)])
def test_an_address_is_good_for_a_year(today: str, checked: bool, content: Content) -> None:
    """A year after it was checked the buttons close; so they do where the day lies more than a month ahead."""
    assert recipient_is_checked(content.day(today), parse_partial_date("2020-05-01")) is checked


@for_each("checked", ["2062-05-01", "2199-12-31", "2199"])
def test_a_year_typed_wrong_does_not_keep_an_address_open(checked: str, content: Content) -> None:
    """It is told, and is no exception."""
    content.swap(RECIPIENTS, "checked: 2020-05-01", f"checked: {checked}")
    assert warnings(content, "2020-05-20") == ["recipient-not-checked"]


def test_a_far_year_is_no_exception(content: Content) -> None:
    """A year in which nobody lives yet is no date at all."""
    assert codes(content.swap(RECIPIENTS, "checked: 2020-05-01", "checked: 9999-05-01").load()) == ["bad-date"]


@for_each("checked", ["2020", "2020-01/2020-12"])
def test_an_address_that_was_checked_this_year_is_open(checked: str, content: Content) -> None:
    """A partial date that may lie in the past is no typing error."""
    content.swap(RECIPIENTS, "checked: 2020-05-01", f"checked: {checked}")
    assert "recipient-not-checked" not in warnings(content, "2020-05-20")
