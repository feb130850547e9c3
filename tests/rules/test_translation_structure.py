"""A page and its twin: what a translation may hold."""

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, MINIMAL, UPDATE, Content, Edit, above, codes
from faults.rows import VERDICT
from for_each import for_each

PROSE = '---\ntitle: "About"\nupdated: 2020-06-01\n---\nWords.\n'
TRANSLATION = '---\ntitle: "关于"\nupdated: 2020-06-01\ntranslates: 2020-06-01\n---\n文字。\n'


@for_each("source", ["en", "zh"])
def test_either_language_may_be_the_source(source: str, content: Content) -> None:
    """One page holds the facts, the other translates it."""
    other = "zh" if source == "en" else "en"
    assert content.put(f"{source}/about.md", PROSE).put(f"{other}/about.md", TRANSLATION).lines() == []


@for_each(
    "facts, words",
    [
        ('  place: "Beijing"', '  place: "北京"'),
        ("  custody:\n    - id: a", '  custody:\n    a: "看守所"'),
        ("  custody:\n    - id: a", '  custody:\n    a:\n      facility: "看守所"\n      authority: "公安局"'),
        ("  ahead:\n    - id: a\n      date: 2020-09\n      what: hearing", '  ahead:\n    a: "开庭"'),
        (
            "  charges:\n    - id: a\n      charge: subversion\n      stage: suspected",
            '  charges:\n    a:\n      as_reported: "颠覆"',
        ),
        (
            "  sentences:\n    - id: a\n      given: 2020-05\n      parts:\n        - kind: life",
            '  sentences:\n    a: "法院"',
        ),
        ("", '  sources:\n    paper:\n      title: "来源"\n      publisher: "报纸"\n      author: "某人"'),
        ("", '  sources:\n    paper: "来源"'),
    ],
)
def test_words_repeat_the_path_of_a_fact(facts: str, words: str, content: Content) -> None:
    """List items by id, everything else by name; one word alone, several by name."""
    if facts:
        content.edit(above(CASE, "  sources:", facts))
    if "sentences:" in facts:
        content.edit(VERDICT)
    assert content.swap(CASE_ZH, "words:\n", f"words:\n{words}\n").lines() == []


@for_each(
    "facts, words",
    [
        ('  notes: "A contradiction."', '  notes: "矛盾。"'),
        ('  follows:\n    title: "An older one"', '  follows:\n    title: "旧的"'),
        (
            "  outcomes:\n    - id: out\n      case: li-si\n      state: closed\n      date: 2020-05\n      text: So.",
            '  outcomes:\n    out: "结束。"',
        ),
    ],
)
def test_words_of_an_action(facts: str, words: str, content: Content) -> None:
    """Notes, outcomes and the title of the document before it."""
    content.edit(above(ACTION, "  demands:", facts))
    assert content.swap(ACTION_ZH, "words:\n", f"words:\n{words}\n").lines() == []


def test_words_of_other_pages(content: Content) -> None:
    """Byline and place of an update, statistics of a report."""
    content.edit(above(UPDATE, "  kind: news", '  byline: "Someone"\n  place: "Ottawa"'))
    content.put(
        UPDATE.replace("en/", "zh/", 1),
        TRANSLATION.replace("---\n文", 'words:\n  byline: "某人"\n  place: "渥太华"\n---\n文'),
    )
    report = PROSE.replace(
        "---\nW", 'report:\n  published: 2020\n  statistics:\n    - id: a\n      number: "1"\n      text: "one"\n---\nW'
    )
    content.put("en/reports/all.md", report)
    content.put("zh/reports/all.md", TRANSLATION.replace("---\n文", 'words:\n  statistics:\n    a: "一"\n---\n文'))
    assert content.lines() == []


def test_a_page_of_prose_has_no_words(content: Content) -> None:
    """Its title, description and body are all there is."""
    content.put("en/about.md", PROSE)
    content.put("zh/about.md", TRANSLATION.replace("---\n文", 'words:\n  sources:\n    a: "b"\n---\n文'))
    assert codes(content.load()) == ["unknown-word"]


def test_a_translation_of_a_refused_page_is_not_told(content: Content) -> None:
    """The source page exists, though it cannot be read."""
    assert codes(content.put(CASE, "no front matter").load()) == ["no-front-matter"]


def test_words_are_not_checked_against_a_page_that_is_not_there(content: Content) -> None:
    """Without a source page that is the one problem."""
    content.put("zh/cases/wang-wu.md", MINIMAL[CASE_ZH])
    assert codes(content.load()) == ["translation-without-source"]


@for_each(
    "translates, found",
    [("2020-06-01", []), ("2020-05-31", ["stale-translation"]), ("2020-06-02", ["later-than-updated"])],
)
def test_a_translation_is_of_a_version(translates: str, found: list[str], content: Content) -> None:
    """Of the version that is there; an older one is a warning, one newer than the page itself an error."""
    problems = content.swap(CASE_ZH, "translates: 2020-06-01", f"translates: {translates}").load().problems
    assert [problem.code for problem in problems] == found
    assert [problem.severity for problem in problems] == (
        ["warning"] if translates == "2020-05-31" else ["error"] * len(found)
    )


def test_words_alone_make_a_translation(content: Content) -> None:
    """A page with `words` and without `translates` is a translation that lacks its date."""
    problems = content.swap(CASE_ZH, "translates: 2020-06-01\n", "").load().problems
    assert [(problem.path, problem.code, problem.field) for problem in problems] == [
        (f"content/{CASE_ZH}", "missing", "translates")
    ]


@for_each("kind", ["case", "action", "update", "report"])
def test_facts_in_a_translation_are_one_fault(kind: str, content: Content) -> None:
    """Whatever they are, they are told once, at their key."""
    content.edit(above(CASE_ZH, "words:", f"{kind}:\n  kind: person\n  date: soon"))
    assert [(problem.code, problem.field) for problem in content.load().problems] == [("facts-in-translation", kind)]


@for_each(
    "path, edit, words",
    [
        (CASE_ZH, above(CASE, "  sources:", '  place: "Beijing"'), "  place: [北京]"),
        (ACTION_ZH, above(ACTION, "  demands:", '  follows:\n    title: "An older one"'), '  follows: "旧的"'),
    ],
)
def test_words_have_the_shape_of_the_fact(path: str, edit: Edit, words: str, content: Content) -> None:
    """A list for a word, or a word for a mapping, is told."""
    assert content.edit(edit).swap(path, "words:\n", f"words:\n{words}\n").lines()


def test_the_hint_for_prose_names_a_key_that_exists(content: Content) -> None:
    """A page of prose holds no facts at all, and the hint does not ask for a key that nobody knows."""
    content.put("en/about.md", PROSE.replace("---\nW", "report:\n  published: 2020\n---\nW"))
    assert "'page:'" not in content.lines()[0]


def test_headings_have_the_same_ids_in_both_languages(content: Content) -> None:
    """A link to a section leads to it in every language."""
    content.swap(CASE, "workers.\n", "workers.\n\n## Work {#work}\n")
    assert content.swap(CASE_ZH, "工人。\n", "工人。\n\n## 工作 {#gongzuo}\n").lines()


def test_a_translation_is_not_older_than_what_it_translates(content: Content) -> None:
    """`updated` is not older than any date in its page."""
    assert content.swap(CASE_ZH, "updated: 2020-06-01", "updated: 2019-01-01").lines()


def test_headings_of_both_pages_may_be_in_another_order(content: Content) -> None:
    """Only the ids count, not the words, the levels or the order."""
    content.swap(CASE, "workers.\n", "workers.\n\n## Work {#work}\n\n### Life {#life}\n")
    assert content.swap(CASE_ZH, "工人。\n", "工人。\n\n## 生平 {#life}\n\n## 工作 {#work}\n").lines() == []


def test_a_heading_that_was_added_is_told_on_its_line(content: Content) -> None:
    """What is only in the translation has a line there; what it lacks is missed at the begin of its body."""
    content.swap(CASE, "workers.\n", "workers.\n\n## Work {#work}\n")
    problems = content.swap(CASE_ZH, "工人。\n", "工人。\n\n## 工作 {#gongzuo}\n").load().problems
    assert [(problem.line, problem.code) for problem in problems] == [(9, "heading-missing"), (11, "heading-added")]


def test_words_for_sources_that_cannot_be_read_are_not_told(content: Content) -> None:
    """Nothing follows from sources that were written as a list."""
    content.swap(CASE, '    paper:\n      title: "A published source"\n      publisher: "A newspaper"', "    - paper")
    content.swap(CASE_ZH, "words:\n", 'words:\n  sources:\n    paper: "报纸"\n')
    assert codes(content.load()) == ["must-be-mapping"]
