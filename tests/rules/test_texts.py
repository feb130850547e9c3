"""Signs and leftovers of any text: what is told, and what real texts hold without harm."""

import sys
from pathlib import Path

from content_factory import CASE, RECIPIENTS, SETTINGS, Content, codes
from emptychair.front_matter.document import Document
from emptychair.load.load import load
from emptychair.rules import DOCUMENT_RULES, texts
from emptychair.text.hidden_characters import LOOKALIKES, MAYBE_HIDDEN, ODD_BLANK, ODD_SIGN
from emptychair.text.problems import Problem
from for_each import for_each

PUBLISHED = [Path(__file__).parents[1] / name / "content" for name in ("sample", "campaign")]
CODES = {
    "mixed-scripts",
    "email-not-ascii",
    "protected-address",
    "conversion-leftover",
    "note-without-text",
    "look-alike",
    "odd-blank",
}


def found_in(body: str, **meta: str) -> list[tuple[str, int, str]]:
    """What the rules find in a body that begins on line 10, and in front matter: code, line, what was found."""
    document = Document("content/en/about.md", dict(meta), body, 10, {(key,): 2 for key in meta})
    problems: list[Problem] = [problem for rule in DOCUMENT_RULES for problem in rule(document)]
    return [(problem.code, problem.line, problem.values["found"]) for problem in problems]


@for_each("folder", PUBLISHED)
def test_the_published_texts_are_clean(folder: Path) -> None:
    """No text that ships is told: what is right is not told anywhere."""
    assert [problem for problem in load(folder).problems if problem.code in CODES] == []


@for_each(
    "text, code, found",
    [
        ("Wеi Zhili", "mixed-scripts", "Wеi"),
        ("请写信到оffice@example.org。", "email-not-ascii", "оffice@example.org"),
        ("⾦⽅先生", "look-alike", "⾦⽅ (U+2FA6)"),
        ("office＠example.org", "email-not-ascii", "office＠example.org"),
        ("ofﬁce@example。org", "email-not-ascii", "ce@example。org"),
        ("投诉@example.org", "email-not-ascii", "投诉@example.org"),
        ("[email protected]", "protected-address", "[email protected]"),
        ("[email&#160;protected]", "protected-address", "[email&#160;protected]"),
        ("［邮箱受保护］", "protected-address", "［邮箱受保护］"),
        ("[电子邮件地址已受保护]", "protected-address", "[电子邮件地址已受保护]"),
        ("See /cdn-cgi/l/email-protection#0a4b there", "protected-address", "/cdn-cgi/l/email-protection#0a4b"),
        (
            "This e-mail address is being protected from spambots.",
            "protected-address",
            "address is being protected from spambots",
        ),
        ("[bookmark: _Hlk12]", "conversion-leftover", "[bookmark: _Hlk12]"),
        ("(Pictured: Li Si at work)", "conversion-leftover", "(Pictured: Li Si at work)"),
        ("（图为：李四在工作）", "conversion-leftover", "（图为：李四在工作）"),
        ("Error! Bookmark not defined.", "conversion-leftover", "Error! Bookmark not defined"),
        ("错误!未找到引用源。", "conversion-leftover", "错误!未找到引用源"),
        ('HYPERLINK "https://example.org"', "conversion-leftover", 'HYPERLINK "https://example.org"'),
        ("see _Toc123456", "conversion-leftover", "_Toc123456"),
        ("(cid:12)", "conversion-leftover", "(cid:12)"),
        ("donâ€™t", "conversion-leftover", "â€™"),
        ("锟斤拷", "conversion-leftover", "锟斤拷"),
        ("a \ufffd sign", "conversion-leftover", "\ufffd"),
        ("\uf0b7 item", "conversion-leftover", "\uf0b7"),
        ("oﬃce", "conversion-leftover", "ﬃ"),
        ("arrested.¹² Then", "conversion-leftover", "¹²"),
        ("[citation needed]", "conversion-leftover", "[citation needed]"),
        ("[]{#anchor}", "conversion-leftover", "[]{#anchor}"),
        ("He wrote.[12]", "note-without-text", "[12]"),
        ("He wrote.[^1]", "note-without-text", "[^1]"),
        ("-\u00a0item", "odd-blank", "U+00A0"),
    ],
)
def test_what_is_told(text: str, code: str, found: str) -> None:
    """In a body at its line, in front matter at its field."""
    assert (code, 12, found) in found_in(f"Words.\n\n{text}\n")
    assert (code, 2, found) in found_in("", description=text)


@for_each(
    "text",
    [
        "Wei Zhili (危志立), Tashpolat Tiyip (تاشپولات تېيىپ), Бат-Эрдэнэ, Đặng Thị Huệ, Ólafur",
        "كېيىن ئۇ «ئازاد» قىلىندى.",
        "Article 293(1)(4) of the Criminal Law, Art. 105(2); ICCPR art. 9(1); A/HRC/WGAD/2020/5; ASA 17/0115/2019",
        "《中华人民共和国刑法》第二百九十三条第一款第（四）项；〔2019〕粤0308刑初12号",
        "[2019] UKSC 5, [link](https://example.org/), [a][1] and [1]\n\n[1]: https://example.org/",
        "A note.[^1]\n\n[^1]: The note.",
        "An area of 5 m², 10 km², a price of 5 &amp; 6 &nbsp; yuan.",
        "`[email protected]`, `[bookmark: a]` and `oﬃce` as a copied page shows them",
        "```\n[email protected] [bookmark: a] [1]\n```",
        "Keep your email protected. The bookmark: a page. Error! he said. 图书馆的照片；如图所示（图一）。",
        "关注@张三 on social media, or @office@social.example",
        "20\u00a0March 2019; “quoted” — a dash … ‘single’ · 中点",
        "他说：“好。”——她点头……",
        "写信到邮箱：office@example.org。也可：office@example.org；",
        "The case (photo to follow) of 12 people.",
        "São Paulo, Ã la carte is misspelt but no leftover",
    ],
)
def test_what_is_right_is_not_told(text: str) -> None:
    """Names and texts of many scripts, citations of law, Markdown, code, good typing."""
    assert found_in(text) == []


def test_registers_are_read_too(content: Content) -> None:
    """The settings and the recipients, field by field."""
    content.swap(RECIPIENTS, '"1 Long Road"', '"1 Lоng Road"').swap(SETTINGS, '"A test"', '"A [bookmark: test]"')
    problems = content.load().problems
    assert [(one.path, one.field, one.code) for one in problems] == [
        ("content/campaign.yml", "names.en", "conversion-leftover"),
        ("content/recipients.yml", "police.address.latin.1", "mixed-scripts"),
    ]


def test_one_fault_for_one_address(content: Content) -> None:
    """A forged address is neither a mixed word nor a link to nowhere besides."""
    body = "[[email protected]](/cdn-cgi/l/email-protection#a1)\n\nWrite to оffice@example.org.\n"
    content.remove("zh/cases/li-si.md").swap(CASE, "Li Si organised workers.\n", body)
    assert codes(content.load()) == ["protected-address", "email-not-ascii"]


def test_the_field_for_an_address_has_its_own_rule(content: Content) -> None:
    """There a protected address is told once, as one that is wrong."""
    content.swap(RECIPIENTS, "  country: CN", '  email: "[email protected]"\n  country: CN')
    assert codes(content.load()) == ["bad-email"]


def test_signs_that_rules_look_for_are_odd() -> None:
    """What a rule looks for by the odd signs of a file is one of them, so that none is passed over."""
    every = "".join(map(chr, range(sys.maxunicode + 1)))
    odd = set(ODD_SIGN.findall(every))
    patterns = (MAYBE_HIDDEN, ODD_BLANK, LOOKALIKES, texts.MAYBE_LOST, texts.MAYBE_LEFTOVER)
    wanted = {sign for pattern in patterns for sign in pattern.findall(every)}
    wanted |= {sign for word in texts.LOOK_ALIKE.findall(every) for sign in word} | {
        *texts.AT,
        *texts.MARKUP_SIGNS,
        *"&[",
    }
    assert len(wanted) > 1000
    assert wanted <= odd
