"""Who speaks on a site, and how to reach them: on the home page, in the footer, and where an account is not needed."""

from __future__ import annotations

from campaign_outputs import article, article_of, by_class, elements, pages, pages_of, story_of, words
from content_factory import CASE, SETTINGS, Content, codes
from emptychair.html.header_footer import create_header_footer
from for_each import for_each

NAMES = {"en": "The Chair Keepers (invented)", "zh": "守椅人（虚构）"}
CONTACT = """\
contact:
  name:
    en: "The chairs"
  {}
sample: true"""


def line(html: str) -> tuple[str, list[str]]:
    """The one line about the contact: its words, and where it leads."""
    (found,) = by_class(html, "ec-contact")
    return words(found), [one.get("href", "") for one in found.iter("a")]


def with_contact(content: Content, way: str) -> Content:
    """The small folder with somebody who speaks."""
    return content.swap(SETTINGS, "sample: true", CONTACT.format(way))


@for_each("language, sentence", [("en", "Kept by {}. How we know · Contact"), ("zh", "由{}维护。消息来源 · 联系")])
def test_the_home_page_says_who_speaks_in_one_line(language: str, sentence: str) -> None:
    """With links to how the campaign knows, and to the ways to reach it, which stand at the end of the page."""
    (found,) = by_class(article("index", language), "ec-who")
    assert words(found) == sentence.format(NAMES[language])
    assert [one.get("href") for one in found.iter("a")] == ["about.html", "#ec-contact"]
    _, footer = create_header_footer(pages(language), "index", "" if language == "en" else "../", (), {})
    assert [one.get("id") for one in by_class(footer, "ec-contact")] == ["ec-contact"]


@for_each("language", ["en", "zh"])
def test_the_line_says_who_speaks_and_leads_to_them(language: str) -> None:
    """The name in the reader's language, then each way in one order, seen from the page."""
    found, hrefs = line(article("contribute", language))
    root = "" if language == "en" else "../"
    assert NAMES[language] in found
    assert "chair_keepers.42" in found
    assert hrefs == ["mailto:chairs@example.org", f"{root}assets/chairs.asc", "contribute.html"]


def test_the_footer_of_every_page_has_it() -> None:
    """Seen from a page in a folder of another language."""
    _, footer = create_header_footer(pages("zh"), "cases/stone-umbrella", "../../", (), {})
    assert line(footer)[1] == ["mailto:chairs@example.org", "../../assets/chairs.asc", "../../zh/contribute.html"]


def test_it_stands_below_the_heading_about_accounts(content: Content) -> None:
    """An editor's section has it as its first line; without one it makes its own, so that no page hides it."""
    page = '---\ntitle: "Contribute"\nadded: 2020-06-01\nupdated: 2020-06-01\n---\nText.\n{}\n'
    made = with_contact(content, "signal: chairs.01")
    for body, heading in (("\n## On paper {#without-account}\n\nA letter.", "On paper"), ("", "Without an account")):
        html = article_of(
            pages_of(made.put("en/contribute.md", page.format(body)).snapshot("2020-06-10"), "en"), "contribute"
        )
        (found,) = [one for one in elements(html) if one.get("id") == "without-account"]
        assert words(found) == heading
        assert html.index("without-account") < html.index("ec-contact") < (html + "A letter").index("A letter")


@for_each(
    "way, words_of_it, href",
    [
        ('email: "a@example.org"', "a@example.org", "mailto:a@example.org"),
        ('page: "https://chairs.cat/us"', "How to reach us", "https://chairs.cat/us"),
        ("page: status.md", "How to reach us", "status.html"),
        ('signal: "https://signal.me/#eu/abc"', "Signal", "https://signal.me/#eu/abc"),
        ("signal: chairs.01", "Signal: chairs.01", ""),
        (f'signal: chairs.01\n  pgp: "{"ab " * 20}"', " ".join(["PGP", *["ABAB"] * 10, "· Signal: chairs.01"]), ""),
    ],
)
def test_every_way_to_reach_them(way: str, words_of_it: str, href: str, content: Content) -> None:
    """What can be opened is a link; a user name and a fingerprint are words to copy."""
    found = line(
        create_header_footer(pages_of(with_contact(content, way).snapshot("2020-06-10"), "en"), "index", "", (), {})[1]
    )
    assert found == (f"Run by The chairs · {words_of_it}", [href] if href else [])


def test_a_name_in_another_language_says_so(content: Content) -> None:
    """A screen reader changes its voice for it."""
    made = pages_of(with_contact(content, "signal: chairs.01").snapshot("2020-06-10"), "zh")
    assert '<span lang="en">The chairs</span>' in article_of(made, "index")


def test_nobody_speaks_on_a_sample(content: Content) -> None:
    """Without the setting no page has the line."""
    made = pages_of(content.snapshot("2020-06-10"), "en")
    assert "ec-contact" not in article_of(made, "index") + create_header_footer(made, "index", "", (), {})[1]


@for_each("text", ["<us@example.org>", "us@example.org", "[Write](mailto:us@example.org)"])
def test_a_text_may_lead_to_the_contact_alone(text: str, content: Content) -> None:
    """Its address in a body is no fault and stays a link; in a campaign without it, it is one."""
    content.swap(CASE, "Li Si organised workers.\n", f"Write to {text}.\n")
    assert codes(content.load()) == ["address-in-text"]
    made = pages_of(with_contact(content, 'email: "us@example.org"').snapshot("2020-06-10"), "en")
    story = story_of(made, made.routes.by_path["cases/li-si"])
    linked = text != "us@example.org"
    assert ('href="mailto:us@example.org"' in story) == linked
