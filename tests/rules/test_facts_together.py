"""Facts against each other: what is told, how its cures clear it, and what a reason in words answers."""

from pathlib import Path
from typing import Any

from content_factory import ACTION, CASE, CASE_ZH, MINIMAL, Content, Edit, above, codes, events
from emptychair.rules.namesakes import find_namesakes
from emptychair.text.vocabulary import terms
from faults.rows import CHARGE, ENDED, RADIO, SENTENCE, VERDICT, Fault
from faults.together import CURES, TOGETHER_FAULTS
from for_each import for_each

REASON = '\nbecause:\n  {code}: "It is so, as both sources say."\n'
# What each row tells, as it stands in broken/faults.txt: name, English, Chinese.
LINES = (Path(__file__).parents[1] / "broken" / "faults.txt").read_text(encoding="utf-8").strip().split("\n\n")
TOLD = {name: told for name, *told in (block.split("\n") for block in LINES)}
ANSWERED = [row for row in TOGETHER_FAULTS if row.code in terms("fact_rules")]


def because(content: Content, path: str, code: str) -> Content:
    """The folder with a reason in that page, which stands beside `updated:`."""
    text = content.files[path]
    assert isinstance(text, str)
    content.files[path] = text.replace("\nupdated: 2020-06-01\n", "\nupdated: 2020-06-01" + REASON.format(code=code), 1)
    return content


@for_each("row", [row for row in TOGETHER_FAULTS if row.name in CURES], ids=str)
def test_a_cure_followed_to_the_letter_clears_its_message(row: Fault, content: Content) -> None:
    """And leaves nothing else to be told."""
    assert content.edit(*row.edits, *CURES[row.name]).lines() == []


@for_each("row", ANSWERED, ids=str)
def test_a_reason_in_words_answers_its_rule(row: Fault, content: Content) -> None:
    """For that page and that rule, as the message says in both languages."""
    english, chinese = TOLD[row.name]
    assert english.endswith(f'below a line because: beside updated:, as {row.code}: "...")')
    assert chinese.endswith(f'because: 之下写明理由，如 {row.code}: "……")')
    path = english.partition(":")[0].removeprefix("content/")
    assert because(content.edit(*row.edits), path, row.code).lines() == []


def test_every_reason_answers_a_rule() -> None:
    """The list of what may be answered is that of the rules, no more and no less."""
    others = {"same-name", "same-source-and-date", "reason-unused", "reason-without-words", "example-left"}
    assert {row.code for row in TOGETHER_FAULTS} - others == set(terms("fact_rules"))


def test_a_reason_answers_its_own_page_and_rule_alone(content: Content) -> None:
    """The reason of one page says nothing of another, nor of another rule."""
    content.edit(VERDICT)
    because(content, ACTION, "verdict-without-sentence")
    assert sorted(codes(content.load())) == ["reason-unused", "verdict-without-sentence"]
    because(content, CASE, "same-event-twice")
    assert sorted(codes(content.load())) == ["reason-unused", "reason-unused", "verdict-without-sentence"]


@for_each(
    "reason, found",
    [
        ('released: "It is so, as both say."', ["unknown-term", "verdict-without-sentence"]),
        ('later-than-updated: "It is so, as both say."', ["unknown-term", "verdict-without-sentence"]),
        ('verdict-without-sentence: "yes"', ["reason-without-words"]),
        ('verdict-without-sentence: "……"', ["reason-without-words"]),
        ('verdict-without-sentence: "没有"', ["reason-without-words"]),
        ('verdict-without-sentence: "来源没有写明刑期。"', []),
        ('verdict-without-sentence: "No source names it."', []),
    ],
)
def test_a_reason_is_one_that_can_be_weighed(reason: str, found: list[str], content: Content) -> None:
    """A rule that can be answered, and words in any language."""
    content.edit(VERDICT, Edit(CASE, "updated: 2020-06-01", f"updated: 2020-06-01\nbecause:\n  {reason}"))
    assert sorted(codes(content.load())) == found


def test_a_reason_is_not_unused_where_the_page_is_wrong(content: Content) -> None:
    """Rules about what is absent do not speak of a page that could not be read: their reasons may be needed."""
    content.swap(CASE, "status: taken-away", "statuz: taken-away")
    assert codes(because(content, CASE, "verdict-without-sentence").load()) == ["unknown-key"]


TWO = "sources: [paper,radio]"
FREED = f"id: b, date: 2020-05-01, status: released, release_type: not-known, verification: confirmed, {TWO}"


@for_each(
    "edits",
    [
        # A condition of the person, a partial date, a flag of the first day.
        (above(CASE, "  sources:", "  flags:\n    - flag: whereabouts-unknown\n      since: 2020-05"),),
        (above(CASE, "  sources:", "  custody:\n    - id: a\n      from: ../2020-05-01"),),
        # Told again later; two short texts; two events of one day.
        (events("id: a, date: 2020-04-01, status: rsdl", "id: b, date: 2020-04-20, status: rsdl"),),
        (events("id: a, date: 2020-05-01, status: summoned", "id: b, date: 2020-05-01, status: rsdl"),),
        # A release that a new detention has overtaken.
        (
            events(
                "id: a, date: 2020-03-01, status: in-custody",
                "id: b, date: 2020-04-01, status: released, release_type: not-known, verification: confirmed",
                "id: c, date: 2020-05-01, status: in-custody",
            ),
        ),
        # From bail to prison by a judgment; detained again after bail.
        (
            events(
                "id: a, date: 2020-03-01, status: bail",
                "id: b, date: 2020-05-01, status: imprisoned, stage: final",
            ),
            above(CASE, "  sources:", SENTENCE.replace("      event: taken\n", "")),
        ),
        (events("id: a, date: 2020-03-01, status: arrested", "id: b, date: 2020-04-01, status: bail"),),
        # Back to the police for more investigation; another hearing; a new case after a release.
        (
            events(
                "id: a, date: 2020-03-01, stage: prosecution-review",
                "id: b, date: 2020-04-01, stage: investigation",
            ),
        ),
        # Within the law to the day: 37 days.
        (events("id: a, date: 2020-03-25, status: criminal-detention", "id: b, date: 2020-05-01, status: arrested"),),
        # Hong Kong charges at the police station.
        (
            above(
                CASE, "  sources:", CHARGE.replace("picking-quarrels", "hk-sedition").replace("suspected", "indicted")
            ),
        ),
        # A source of the evening before, in another time zone; a month that may be later.
        (Edit(CASE, '      publisher: "A newspaper"', '      publisher: "A newspaper"\n      date: 2020-04-30'),),
        # The end of a term that was shortened; a court may give less than it asked for.
        (
            VERDICT,
            above(
                CASE,
                "  sources:",
                SENTENCE.replace("      given", "      ends: 2022-01-01\n      ends_source: paper\n      given"),
            ),
        ),
        # A release after the deadline of an action.
        (
            RADIO,
            events(f"id: a, date: 2020-04-01, status: in-custody, {TWO}", FREED),
            Edit(ACTION, "issued: 2020-05-10\n  until: 2020-06-24", "issued: 2020-04-10\n  until: 2020-04-30"),
        ),
        (RADIO, ENDED, events(f"id: a, date: 2020-04-01, status: missing, {TWO}", FREED)),
    ],
)
def test_what_happens_is_not_told(edits: tuple[Edit, ...], content: Content) -> None:
    """At the edge of each rule there is no problem."""
    assert content.remove(CASE_ZH).edit(*edits).lines() == []


def _person(name: str = "Li Si", zh: str = "", **more: Any) -> dict[str, Any]:
    names = {"en": name} | ({"zh": zh} if zh else {})
    return {"kind": "person", "names": names, "events": [{"date": "2020-05-01"}], **more}


URL: dict[str, Any] = {"sources": {"paper": {"url": "https://news.example/li-si"}}}


@for_each(
    "one, other, same",
    [
        (_person(), _person("LI-SI"), True),
        (_person("Lǐ Sì", "李四"), _person("Li Si"), True),
        (_person("Li Si", "李四"), _person("Li Si", "李思"), False),
        (_person("Li Si", "李四", **URL), _person("Li Si", "李思", **URL), True),
        (_person("Li Si", "李四"), _person("Lee Si", "李四"), True),
        (_person("Li Si"), _person("Wang Wu", aliases=[{"name": "Li Si", "kind": "pen-name"}]), True),
        (_person("Li Si", **URL), _person("Wang Wu", **URL), False),
        (_person("Li Si", **URL), {**_person(**URL), "names": {"zh": "李四"}}, True),
        (_person("Li Si"), {**_person(), "names": {"zh": "李四"}}, False),
        (_person("Li Si"), {**_person("Li Si"), "kind": "group"}, False),
        (_person("Li Si"), {"names": "Li Si", "aliases": ["x"], "sources": [], "events": {}}, False),
    ],
)
def test_who_may_be_one_person(one: dict[str, object], other: dict[str, object], same: bool) -> None:
    """Names and aliases in normal form; characters tell apart who shares Latin letters; else one source and one day."""
    found = find_namesakes([("one", one), ("other", other)])
    assert {slug: [namesake.slug for namesake in namesakes] for slug, namesakes in found.items()} == (
        {"one": ["other"], "other": ["one"]} if same else {}
    )


@for_each(
    "path, line",
    [
        (CASE, "  not_the_same_as: [wang-wu]"),
        ("en/cases/wang-wu.md", "  not_the_same_as: [li-si]"),
        (CASE, "  related:\n    - case: wang-wu\n      relation: friend"),
    ],
)
def test_either_page_tells_two_people_apart(path: str, line: str, content: Content) -> None:
    """One line in one of the two answers, and so does what joins them."""
    content.put("en/cases/wang-wu.md", MINIMAL[CASE])
    assert codes(content.load()) == ["same-name"]
    assert content.edit(above(path, "  sources:", line)).lines() == []


def test_who_is_told_apart_exists(content: Content) -> None:
    """A case that is not there is told with the nearest."""
    content.edit(above(CASE, "  sources:", "  not_the_same_as: [wang-wu]"))
    assert codes(content.load()) == ["unknown-case"]


def test_an_example_of_a_block_is_told_under_its_key_alone(content: Content) -> None:
    """In both languages; the same words may stand elsewhere."""
    content.swap(CASE, '"An organiser of workers."', '"The city\'s police"')
    assert content.lines() == []
    content.edit(above(CASE, "  sources:", '  custody:\n    - id: a\n      authority: "该市公安局"'))
    assert [(problem.code, problem.field) for problem in content.load().problems] == [
        ("example-left", "case.custody.a.authority")
    ]
