"""Host names that are reserved for examples, in addresses and in sentences."""

from __future__ import annotations

from content_factory import Content
from emptychair.publishing.campaign_files import CampaignFiles
from emptychair.publishing.code_owners import example_owners, owner_rows
from emptychair.publishing.example_hosts import example_hosts_in, example_site_url
from for_each import for_each


@for_each(
    "text, host",
    [
        ("https://example.com/a", "example.com"),
        ("see www.Example.ORG.", "www.Example.ORG"),
        ("请看example.net，谢谢", "example.net"),
        ("https://a.b.example", "a.b.example"),
        ("chairs.example/news", "chairs.example"),
        ("write to me@office.test", "office.test"),
        ("me@localhost", "localhost"),
        ("http://localhost:8000/", "localhost"),
        ("https://user@site.invalid/", "site.invalid"),
        ("tag:emptychair.example,2026:sample", "emptychair.example"),
        ("tag:site.invalid,2026:people", "site.invalid"),
        ("tag:me@example.org,2026:people", "example.org"),
        ("<https://web.archive.org/web/2019/https://www.example.org/document>", "www.example.org"),
    ],
)
def test_a_reserved_name_is_found(text: str, host: str) -> None:
    """In URLs, e-mail addresses, tag URIs and sentences."""
    assert list(example_hosts_in(f"A line.\n{text}")) == [(1, host)]


@for_each(
    "text",
    [
        "for example, a test that is invalid on localhost",
        "https://chairs.cat/example.html https://chairs.cat/test/invalid",
        "tag:example.chairs.cat,2026:people",
        "https://myexample.com/ https://example.com.au/ https://example-com.cat/",
        "https://testing.org https://latest.test-site.org",
        "@example @test",
        "counter.example2",
        "a sentence.Example of another",
    ],
)
def test_another_name_is_not(text: str) -> None:
    """Words, paths, hosts that only look alike, names of accounts."""
    assert list(example_hosts_in(text)) == []


def test_owners_that_hold_a_place_are_told(content: Content) -> None:
    """Organisations and accounts of templates, addresses of nobody; comments and real accounts are none."""
    rows = ["* @example-org/editors @a/b", "/a @your-organisation/x # @example", "", "# @example", "/b me@example.com"]
    problems = example_owners(CampaignFiles(content.load(), None, {"CODEOWNERS": "\n".join(rows)}))
    assert [(one.line, one.values["found"]) for one in problems] == [
        (1, "@example-org/editors"),
        (2, "@your-organisation/x"),
        (5, "me@example.com"),
    ]
    right = "* @chairs/your-voice @examples @counterexample me@chairs.cat\n"
    assert list(example_owners(CampaignFiles(content.load(), None, {"CODEOWNERS": right}))) == []


def test_rows_of_owners() -> None:
    """Line, pattern and owners, without comments."""
    assert [tuple(row) for row in owner_rows("# Why.\n\n* @a @b\n/c # Nobody.\n")] == [
        (3, "*", ("@a", "@b")),
        (4, "/c", ()),
    ]


def test_each_entry_of_the_configuration_is_looked_at(content: Content) -> None:
    """Not its comments."""
    text = "# https://example.com/\nsite_url: https://chairs.cat/ # not example.com\nrepo_url: https://git.example/a\n"
    (problem,) = example_site_url(CampaignFiles(content.load(), None, {"mkdocs.yml": text}))
    assert (problem.path, problem.line, problem.field) == ("mkdocs.yml", 3, "repo_url")
