"""What is right in a page with faults is still checked, and nothing is told that only follows from a fault."""

from datetime import date

from content_factory import ACTION, CASE, MINIMAL, Content, Edit, above, events
from emptychair.front_matter.document import parse_page
from emptychair.record.salvage import LOST, read_partly
from emptychair.rules import actions, facts
from faults import FAULTS
from faults.rows import SENTENCE, Fault, case
from for_each import for_each

VALUE_RULES = {rule.__name__ for rule in (*facts.RULES, *actions.RULES)}
# A wrong value beside which every rule can speak, for each file.
SHAPES = {
    CASE: above(CASE, "  consent:", "  pronoun: hee"),
    ACTION: above(ACTION, "  recipients:", "  channels: [posst]"),
}
BESIDE = [row for row in FAULTS if row.rule in VALUE_RULES and row.edits[0].path in SHAPES]
GROUP = Edit(CASE, "  kind: person", "  kind: group\n  count: 9\n  count_iz: about")
FINE = "\n        - kind: fine\n          amount: 100\n          curency: CNY"
MISSPELT = {
    "release_type": events(
        "id: taken, date: 2020-05-01, status: released, release_tipe: acquitted, verification: confirmed"
    ),
    "verification": events(
        "id: taken, date: 2020-05-01, status: released, release_type: acquitted, verificaton: confirmed"
    ),
    "publisher": Edit(CASE, "      publisher:", "      publsher:"),
    "source": Edit(CASE, "    paper:", "    Paper:"),
    "count_is": GROUP,
    "years": case("  sources:", SENTENCE.replace("years", "yers")),
    "currency": case("  sources:", SENTENCE + FINE),
    "scope": Edit(CASE, "scope: [name, story]", "scope: [nmae, story]"),
    "until": Edit(ACTION, "until: 2020-06-24", "until: ongoing\n  reviewby: 2020-07-01"),
    "updated": Edit(CASE, "updated: 2020-06-01", "updated: soon"),
    "issued": Edit(ACTION, "issued: 2020-05-10", "issued: 2020-5-10"),
    "flag": case("  sources:", "  flags:\n    - flag: incomunicado\n      sources: [paper]"),
    "flags": case("  sources:", "  flags:\n    - incommunicado"),
}


@for_each("row", BESIDE, ids=str)
def test_a_rule_speaks_beside_a_wrong_value(row: Fault, content: Content) -> None:
    """All problems of a file in one run: what a rule finds alone it finds beside a value of the wrong shape too."""
    alone = content.edit(*row.edits).load().problems
    both = content.edit(SHAPES[row.edits[0].path]).load().problems
    assert sorted(one.code for one in both) == sorted([*(one.code for one in alone), "unknown-term"])


@for_each("field", MISSPELT)
def test_nothing_follows_from_a_misspelt_field(field: str, content: Content) -> None:
    """A fault is told once: that a field is missing is not told of one whose key or value could not be read."""
    problems = content.edit(MISSPELT[field]).load().problems
    assert len(problems) == 1


def test_a_value_that_is_no_mapping_loses_only_itself() -> None:
    """The items of a list keep their places, so that problems with them name the right line."""
    text = MINIMAL[CASE].replace("  sources:", "  flags:\n    - wrong\n    - flag: incommunicado\n  sources:", 1)
    page, lost = read_partly(parse_page("a.md", text)[0])
    assert page
    assert page.case
    assert [str(flag.flag) for flag in page.case.flags][1:] == ["incommunicado"]
    assert lost == frozenset()


def test_of_a_lost_value_nothing_can_be_shown() -> None:
    """No comparison holds, nothing is missing in it, and what is computed from it is lost as well."""
    day = date(2020, 5, 1)
    assert not any((day == LOST, day != LOST, day < LOST, day <= LOST, day > LOST, day >= LOST))
    assert "anything" in LOST
    assert list(LOST) == []
    assert LOST.latest.isoformat() is LOST
    assert (LOST - 1) is LOST
