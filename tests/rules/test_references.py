"""References: what may be named, and that nothing is told that is right."""

from content_factory import ACTION, CASE, CASE_ZH, MINIMAL, RECIPIENTS, UPDATE, Content, Edit, above, codes, events
from for_each import for_each

OUTCOME = "  outcomes:\n    - id: out\n      case: {case}\n      state: closed\n      date: 2020-05-20\n      text: So."
SENTENCE = "  sentences:\n    - id: {id}\n      given: 2020-05-02\n      parts:\n        - kind: life"


@for_each(
    "edit",
    [
        above(CASE, "  sources:", "  related:\n    - case: li-si\n      relation: friend"),
        Edit(UPDATE, "  cases: [li-si]", "  cases: [li-si]\n  actions: [write]"),
        above(ACTION, "  issued: 2020-05-10", "  report_to: police"),
        above(ACTION, "  issued: 2020-05-10", '  follows:\n    title: "An older one"\n    url: "https://example.org/"'),
        above(ACTION, "  demands:", OUTCOME.format(case="li-si")),
        Edit(CASE, "status: taken-away", "status: taken-away\n      sources: [paper]"),
        above(
            CASE,
            "  sources:",
            "  charges:\n    - id: a\n      charge: subversion\n      stage: suspected\n      event: taken",
        ),
        above(CASE, "  sources:", "  custody:\n    - id: police\n      facility: police"),
        above(CASE, "  sources:", '  custody:\n    - id: words\n      facility: "Words, as the source has them"'),
        above(
            CASE,
            "  sources:",
            SENTENCE.format(id="a")
            + "\n      replaced_by: b\n"
            + SENTENCE.format(id="b").removeprefix("  sentences:\n"),
        ),
    ],
)
def test_what_exists_may_be_named(edit: Edit, content: Content) -> None:
    """A case, an action, a recipient, a source, an event, a sentence, a document outside."""
    found = content.edit(edit).load().problems
    assert [problem.code for problem in found if problem.code != "sentence-without-verdict"] == []


def test_a_page_of_the_other_language_exists(content: Content) -> None:
    """A case that was written in Chinese only can be named by an English page."""
    content.put("zh/cases/wang-wu.md", MINIMAL[CASE].replace('"Li Si"', '"Wang Wu"').replace("李四", "王五"))
    assert content.swap(UPDATE, "[li-si]", "[li-si, wang-wu]").lines() == []


def test_one_source_need_not_be_named_and_two_must_be(content: Content) -> None:
    """With two sources, each event says on which it rests."""
    content.swap(CASE, "    paper:", '    radio:\n      title: "Another"\n    paper:')
    assert codes(content.load()) == ["event-without-source"]
    assert content.swap(CASE, "status: taken-away", "status: taken-away\n      sources: [radio]").lines() == []


def test_the_same_id_in_two_lists_is_right(content: Content) -> None:
    """An id is that of an item of its list."""
    assert content.edit(above(CASE, "  sources:", "  custody:\n    - id: taken\n    - id: again")).lines() == []


def test_rules_speak_when_another_field_is_wrong(content: Content) -> None:
    """References are checked in a file whose facts are refused."""
    content.swap(CASE, "kind: person", "kind: people")
    content.edit(above(CASE, "  sources:", "  related:\n    - case: wang-wu\n      relation: friend"))
    assert codes(content.load()) == ["not-one-of", "unknown-case"]


@for_each(
    "path, old, new",
    [
        (ACTION, "cases: [li-si]", "cases: li-si"),
        (ACTION, "    - recipient: police", "    recipient: police"),
        (CASE, "  sources:\n    paper:\n", "  sources:\n    - paper:\n"),
        (CASE, "    - id: taken\n      date", "    - taken\n    - date"),
        (UPDATE, "  cases: [li-si]", "  cases: [[li-si]]"),
        (CASE, "    - id: taken", "    - id: [taken]"),
        (ACTION, "recipient: police", "recipient: [police]"),
        (ACTION, "  demands:", "  outcomes:\n    - case: [li-si]\n  demands:"),
    ],
)
def test_facts_of_another_shape_are_told_and_make_no_rule_fail(path: str, old: str, new: str, content: Content) -> None:
    """Rules read what an editor wrote, whatever it is, and nothing raises."""
    content.files.pop(CASE_ZH)
    assert content.swap(path, old, new).lines()


def test_every_unknown_reference_is_told(content: Content) -> None:
    """All of a list, each with its number."""
    content.swap(UPDATE, "[li-si]", "[a, li-si, b]")
    assert [problem.field for problem in content.load().problems] == ["update.cases.1", "update.cases.3"]


def test_an_unknown_case_of_an_outcome_is_told_once(content: Content) -> None:
    """What is no case at all is no case of another action."""
    assert codes(content.edit(above(ACTION, "  demands:", OUTCOME.format(case="li-sii"))).load()) == ["unknown-case"]


def test_an_action_does_not_follow_itself(content: Content) -> None:
    """Neither at once nor by way of another: nothing would be open then."""
    for name, other in {"write": "more", "more": "write", "third": "write", "last": "last"}.items():
        new = f"\n  follows: {other}\n  issued: 2020-05-10\n"
        content.put(f"en/actions/{name}.md", MINIMAL[ACTION].replace("\n  issued: 2020-05-10\n", new))
    assert [(problem.path, problem.code) for problem in content.load().problems] == [
        (f"content/en/actions/{name}.md", "follows-itself") for name in ("last", "more", "write")
    ]


def test_a_cut_reference_is_told_once(content: Content) -> None:
    """In the line of a trap nothing is told beside the trap."""
    assert codes(content.swap(ACTION, "cases: [li-si]", "cases:\n    - li #si").load()) == ["comment-cut"]


def test_a_derived_flag_is_not_typed(content: Content) -> None:
    """`re-detained` follows from the events."""
    assert content.edit(above(CASE, "  sources:", "  flags:\n    - flag: re-detained")).lines()


def test_hong_kong_is_suggested_for_cn_hk(content: Content) -> None:
    """HK, MO and TW are never parts of CN, and the hint says so."""
    (line,) = content.edit(above(CASE, "  sources:", "  regions:\n    held: CN-HK")).lines()
    assert "did you mean HK (Hong Kong)?" in line


def test_ids_of_the_register_are_known_though_their_entry_is_wrong(content: Content) -> None:
    """A recipient with a wrong field still counts as existing."""
    assert codes(content.swap(RECIPIENTS, "country: CN", "country: XX").load()) == ["unknown-term"]


def test_events_may_share_nothing(content: Content) -> None:
    """Two events of one list have two ids."""
    content.remove(CASE_ZH).edit(
        events("id: a, date: 2020", "id: b, date: 2020", "id: a, date: 2020", "id: a, date: 2020")
    )
    assert [problem.line for problem in content.load().problems if problem.code == "equal-ids"] == [22, 25]


def test_the_cure_for_a_hashtag_clears_it(content: Content) -> None:
    """A backslash makes it a text, as the hint says."""
    assert content.remove(CASE_ZH).swap(CASE, "Li Si organised workers.", "\\#FreeLiSi, they wrote.").lines() == []
