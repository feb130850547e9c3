"""Names of known people: run together, or written otherwise; and names that are only like them."""

from pathlib import Path

from content_factory import ACTION, CASE, Content
from emptychair.load.load import load
from faults.rows import person
from for_each import for_each

PUBLISHED = [Path(__file__).parents[1] / name / "content" for name in ("sample", "campaign")]
PATH = "en/cases/wei-zhili.md"
CODES = ("name-run-together", "name-spelt-otherwise")


def found_in(content: Content, text: str, *more: tuple[str, str, str], aliases: str = "") -> list[tuple[str, str]]:
    """What is found in the body of the case of Wei Zhili, beside other cases: code, and how it was written."""
    content.edit(person(PATH, "Wei Zhili", "危志立", text))
    content.edit(*(person(f"en/cases/{slug}.md", english, chinese, "Words.") for slug, english, chinese in more))
    if aliases:
        content.swap(PATH, "  kind: person", f"  aliases:\n{aliases}\n  kind: person")
    return [(one.code, one.values["found"]) for one in content.load().problems if one.code in CODES]


@for_each("folder", PUBLISHED)
def test_the_published_names_are_right(folder: Path) -> None:
    """No name that ships is told."""
    assert [problem for problem in load(folder).problems if problem.code in CODES] == []


@for_each(
    "text, found",
    [
        ("Then WeiZhili wrote.", "WeiZhili"),
        ("Then Weizhili wrote.", "Weizhili"),
        ("然后WeiZhili写道", "WeiZhili"),
        ("Wei Zhiliand others", "Wei Zhiliand"),
        ("Wei Zhiliwas there", "Wei Zhiliwas"),
    ],
)
def test_names_that_are_run_together(text: str, found: str, content: Content) -> None:
    """With their own words or with the next word, in either language's text."""
    assert found_in(content, text) == [("name-run-together", found)]


@for_each(
    "text, found",
    [
        ("Wei Zhi Li wrote.", "Wei Zhi Li"),
        ("Wei Zhi-li wrote.", "Wei Zhi-li"),
        ("Wei Zhi'li wrote.", "Wei Zhi'li"),
        ("Wei ZhiLi’s site", "Wei ZhiLi"),
        ("Wei-Zhili wrote.", "Wei-Zhili"),
        ("Wei Zhily wrote.", "Wei Zhily"),
        ("Wei Zhilli’s site", "Wei Zhilli"),
        ("Wei Zhlii wrote.", "Wei Zhlii"),
        ("Wei Zhil wrote.", "Wei Zhil"),
        ("Wie Zhili wrote.", "Wie Zhili"),
        ("Weii Zhili wrote.", "Weii Zhili"),
        ("魏志立写道", "魏志立"),
        ("危智立写道", "危智立"),
        ("危志力写道", "危志力"),
    ],
)
def test_names_that_are_written_otherwise(text: str, found: str, content: Content) -> None:
    """With a blank or a hyphen more, one letter else, one sign else."""
    assert found_in(content, text) == [("name-spelt-otherwise", found)]


@for_each(
    "text",
    [
        "Wei Zhili, WEI Zhili and Wei ZHILI; Wei Zhili’s site, Wei Zhili-led; Wei\nZhili",
        "Wei wrote. Mr Wei said Zhili is a name. Wei in Zhili.",
        "See [Wei Zhili](wei-zhili.md), <https://example.org/WeiZhili>, [a](https://example.org/WeiZhili).",
        "#WeiZhili, @WeiZhili, WeiZhili@example.org and weizhili.example",
        "Wei Xiaobing, Wei Zhiyong and Li Zhili are others, and so is Wei Jingsheng.",
        "When Zhili was a town; in Zhili province; the Zhili clique",
        "危志立和魏晓冰；立志；他志立于此；不危志；志立律师",
        "Weizhi Li lives elsewhere.",
    ],
)
def test_what_is_right_is_not_told(text: str, content: Content) -> None:
    """The name itself, its parts, addresses and tags, other people, ordinary words."""
    assert found_in(content, text) == []


def test_the_name_of_another_case_is_right(content: Content) -> None:
    """Two people whose names differ in one letter and one sign."""
    text = "Wei Zhily wrote. 危志力写道。Wie Zhili came."
    assert found_in(content, text, ("wei-zhily", "Wei Zhily", "危志力"), ("wie-zhili", "Wie Zhili", "维志力")) == []


def test_an_alias_is_right(content: Content) -> None:
    """Who is known by two spellings has the other among the aliases."""
    aliases = '    - name: "Wei Zhi-li"\n      kind: transliteration\n    - name: "WeiZhili"\n      kind: pen-name'
    assert found_in(content, "Wei Zhi-li wrote as WeiZhili.", aliases=aliases) == []


def test_spellings_are_told_for_the_people_of_the_page_alone(content: Content) -> None:
    """On another page Wei Zhily may be somebody else; a name that is run together is told everywhere."""
    content.edit(person(PATH, "Wei Zhili", "危志立", "Words."))
    content.swap(CASE, '"Police took Li Si from the office."', '"With Wei Zhily and WeiZhili."')
    found = [(one.code, one.field) for one in content.load().problems if one.code in CODES]
    assert found == [("name-run-together", "case.events.taken.text")]
    content.swap(ACTION, "cases: [li-si]", "cases: [li-si, wei-zhili]").swap(ACTION, "see a lawyer.", "meet Wei Zhily.")
    assert ("name-spelt-otherwise", "action.demands.lawyer.text") in [
        (one.code, one.field) for one in content.load().problems
    ]


def test_names_and_titles_stand_as_they_are_printed(content: Content) -> None:
    """The names of the case, its aliases and the titles of its sources are no prose."""
    content.edit(person(PATH, "Wei Zhili", "危志立", "Words."))
    content.swap(PATH, '"A published source"', '"The case of Wei Zhi Li"')
    assert [one.code for one in content.load().problems] == []


def test_the_line_of_a_name_in_a_wrapped_body(content: Content) -> None:
    """The line in which it begins."""
    content.edit(person(PATH, "Wei Zhili", "危志立", "One.\n\nThen Wei\nZhily wrote.\n"))
    (problem,) = content.load().problems
    assert (problem.line, problem.values["found"]) == (27, "Wei Zhily")
