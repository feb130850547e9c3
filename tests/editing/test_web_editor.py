"""The links to the code host's editor: a warning first, then a case that the checks can read."""

from __future__ import annotations

from urllib.parse import parse_qs, urlsplit

import yaml

from campaign_outputs import article_of, elements, pages_of
from content_factory import MINIMAL, SETTINGS, Content, codes
from emptychair.editing.explanation import KINDS, whole_page
from emptychair.front_matter.document import parse_page
from emptychair.text.strings import Strings

HOST = "https://github.com/chairs-cat/record"
PAGE = '---\ntitle: "Contribute"\nadded: 2020-06-01\nupdated: 2020-06-01\n---\nText.\n'
SAFETY = PAGE.replace("Contribute", "Safety")
DAY = "2020-06-10"


def contribute(content: Content, repository: str) -> list[str]:
    """The page about contributing in English and Chinese, of a campaign with this repository."""
    settings = MINIMAL[SETTINGS] + (f'repo: "{repository}"\n' if repository else "")
    made = content.put(SETTINGS, settings).put("en/contribute.md", PAGE).put("en/safety.md", SAFETY).snapshot(DAY)
    return [article_of(pages_of(made, language), "contribute") for language in ("en", "zh")]


def links(html: str) -> list[str]:
    return [one.get("href", "") for one in elements(html) if one.get("href", "").startswith(HOST)]


def test_the_warning_stands_before_the_links(content: Content) -> None:
    """With the page about safety; each link beside its form, in the language of the page."""
    for html, language, ending in zip(contribute(content, HOST), ("en", "zh"), ("", ".zh"), strict=True):
        warning = Strings(language)("web-editor-warning")
        assert html.index(warning) < html.index('href="safety.html"') < html.index(HOST)
        begun, case_form, cases, news_form = links(html)
        assert begun.startswith(f"{HOST}/new/main/content/{language}/cases?filename=c-0001.md&value=")
        assert len(begun) < 4_000
        assert cases == f"{HOST}/tree/main/content/{language}/cases"
        assert (case_form, news_form) == tuple(
            f"{HOST}/issues/new?template={form}{ending}.yml" for form in ("new-case", "correction")
        )


def test_there_are_none_without_a_repository_or_elsewhere(content: Content) -> None:
    """No word of them, and no id."""
    for repository in ("", "https://codes.cat/chairs/record"):
        assert "web-editor" not in "".join(contribute(content, repository))


def test_what_is_begun_is_a_case_with_examples(content: Content) -> None:
    """The checks read it, and refuse it as long as an example stands in it; the event is that of the page."""
    html, _ = contribute(content, HOST)
    text = parse_qs(urlsplit(links(html)[0]).query)["value"][0]
    document, faults = parse_page("x.md", text)
    assert faults == []
    block = next(one for one in elements(html) if one.tag == "pre")
    assert yaml.load("".join(block.itertext()), yaml.BaseLoader) == document.meta["case"]["events"]  # noqa: S506
    assert set(codes(content.put("en/cases/c-0001.md", text + "Words.\n").load())) == {"example-left"}


def test_every_key_of_a_page_is_explained(content: Content) -> None:
    """Below everything else, folded, in the language of the page, as the command `explain` has it."""
    for html, language in zip(contribute(content, ""), ("en", "zh"), strict=True):
        blocks = ["".join(one.itertext()) for one in elements(html, "pre")]
        assert blocks == [whole_page(kind, language) for kind in KINDS]
        assert len(elements(html, "details")) == len(KINDS)
        assert html.index("Text.") < html.index('id="keys"')
