"""Bodies: links, headings and lines that are right."""

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, Content, codes
from for_each import for_each
from sample_images import picture

BODY = "Li Si organised workers.\n"


def with_body(content: Content, body: str) -> Content:
    """The body of a case, which has no other page whose links would differ."""
    if CASE_ZH in content.files:
        content.remove(CASE_ZH)
    return content.swap(CASE, BODY, body)


@for_each(
    "body",
    [
        "See [the action](../actions/write.md).",
        "See [the letter](../actions/write.md#letter).",
        "See [facts](../actions/write.md#recipients) that the generator adds.",
        "See [all](../status.md), [home](../index.md), [archive](../archive.md).",
        "See [its timeline](#timeline) and [top](#).",
        "See <https://example.org/> and [this](https://example.org/a_(b)).",
        "See [itself](li-si.md).",
        "`[code](nowhere.md)` and `office@example.org`",
        "```\n# code\n[code](nowhere.md)\n```",
        "A list:\n\n- one\n    - two\n",
        "| a | b |\n| --- | --- |\n| c | d |",
        "字" * 8_000,
        "[" * 50,
        " " * 39 + "- far",
        "",
    ],
)
def test_what_is_right_is_not_told(body: str, content: Content) -> None:
    """Pages, ids, lists, tables and code, and each limit to its last sign."""
    assert with_body(content, body).lines() == []


def test_a_link_within_a_page_is_right(content: Content) -> None:
    """A section of the page, in each language."""
    content.swap(CASE_ZH, "李四组织工人。\n", "见[上文](#work)。\n\n## 工作 {#work}\n")
    assert with_body(content, "See [above](#work).\n\n## Work {#work}").lines() == []


def test_a_problem_of_a_body_has_the_line_of_the_file(content: Content) -> None:
    """Lines count from the top of the file, front matter and all."""
    (problem,) = with_body(content, "One.\n\nTwo.\n\n## Three\n").load().problems
    text = content.files[CASE]
    assert isinstance(text, str)
    assert text.split("\n")[problem.line - 1] == "## Three"


def test_a_page_that_is_only_in_the_other_language_can_be_linked_to(content: Content) -> None:
    """Every page exists in every language."""
    content.put("zh/about.md", '---\ntitle: "关于"\nupdated: 2020-06-01\n---\n文字。\n\n## 甲 {#jia}\n')
    assert with_body(content, "See [about](../about.md#jia).").lines() == []


def test_a_picture_leads_to_the_pictures(content: Content) -> None:
    """A picture in assets/ is right, and one beside the page is not."""
    content.put("assets/a.jpg", picture(file_format="JPEG"))
    assert with_body(content, "![Li Si](../../assets/a.jpg)").lines() == []
    content.swap(CASE, "../../assets/", "")
    assert codes(content.load()) == ["picture-unused", "unknown-picture"]


@for_each(
    "link, code",
    [
        ("http://user@example.org/", "bad-link"),
        ("JAVASCRIPT:alert(1)", "bad-link"),
        ("data:text/html,x", "bad-link"),
        ("tel:110", "bad-link"),
        ("MAILTO:a@b.cn", "address-in-text"),
        ("../../../outside.md", "unknown-page"),
        ("../cases/", "unknown-page"),
        ("../actions/write.html", "unknown-page"),
        ("../../en/actions/wrote.md", "unknown-page"),
        ("../../zh/cases/li-si.md", "link-across-languages"),
        ("../../assets/nothing.png", "unknown-picture"),
        ("#nothing", "unknown-anchor"),
    ],
)
def test_a_link_that_leads_nowhere(link: str, code: str, content: Content) -> None:
    """Each kind of wrong link has its own problem."""
    assert codes(with_body(content, f"See [this]({link}).").load()) == [code]


@for_each("kind", ["letter-embassy", "letter-own-government", "letter-prison"])
def test_a_letter_to_a_kind_of_recipient(kind: str, content: Content) -> None:
    """A variant for a kind that exists is right."""
    for path, words in ((ACTION, "Please convey."), (ACTION_ZH, "请转达。")):
        content.files[path] = f"{content.files[path]!s}\n## Another {{#{kind}}}\n\n{words}\n"
    assert content.lines() == []


@for_each("sign", ["\u200b", "\u202e", "\u2066", "\ufeff", "\u200f"])
def test_signs_that_nobody_sees(sign: str, content: Content) -> None:
    """Each is told by its number, and joiners that Uyghur and Tibetan need are not."""
    (problem,) = with_body(content, f"Li{sign}Si").load().problems
    assert problem.values == {"found": f"U+{ord(sign):04X}"}
    content.swap(CASE, f"Li{sign}Si", "ئۇ\u200dيغۇر")
    assert content.lines() == []


def test_a_link_into_a_refused_page_is_not_told(content: Content) -> None:
    """A file that was refused still counts as existing, and nothing follows from it."""
    content.put("en/about.md", '---\ntitle: "About"\n')
    assert codes(with_body(content, "See [this](../about.md#work).").load()) == ["front-matter-not-closed"]
