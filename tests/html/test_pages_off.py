"""Generated pages that a campaign switches off: they do not exist, and nothing leads to them."""

from __future__ import annotations

import re
from posixpath import dirname, join, normpath

from campaign_outputs import LANGUAGES, SITE, article_of, files_of, pages_of
from content_factory import SETTINGS, Content
from emptychair.as_of.snapshot import Snapshot
from emptychair.html.head import create_head, sitemap
from emptychair.html.header_footer import create_header_footer
from emptychair.outputs.manifest import shared_paths
from emptychair.record.models import Pages
from for_each import for_each

NAMES = tuple(Pages.model_fields)
EACH = [*((name,) for name in NAMES), NAMES]
# Long enough ago for the action of the small folder to be a past one, with links onward.
DAY = "2020-07-10"
# What a parser finds too, in a tenth of its time: our templates write every attribute in double quotes.
LINK = re.compile(r'\s(?:href|src)="([^"]*)"')


def without(content: Content, *names: str) -> Snapshot:
    """The small folder with pages switched off."""
    lines = "\n".join(["pages:", *(f"  {name}: false" for name in names)])
    return content.swap(SETTINGS, "sample: true", f"{lines}\nsample: true").snapshot(DAY)


def addresses(made: Snapshot, language: str) -> set[tuple[str, str]]:
    """(page, address below the root) of every link inside the site, of articles, headers, footers and heads."""
    site = pages_of(made, language)
    found = set()
    for path, route in site.routes.by_path.items():
        root = "../" * (path.count("/") + bool(site.folder))
        frame = create_header_footer(site, path, root, (*NAMES, "index"), {"en": "English", "zh": "中文"})
        html = "".join([article_of(site, path), *frame, create_head(site, route)])
        inside = (
            one.partition("#")[0] for one in LINK.findall(html) if one.startswith(SITE) or not re.match("[a-z]+:", one)
        )
        here = dirname(site.folder + path)
        found |= {(path, one.removeprefix(SITE) if ":" in one else normpath(join(here, one))) for one in inside if one}
    return found


@for_each("names", EACH, ids="-".join)
def test_nothing_leads_to_a_page_that_is_off(names: tuple[str, ...], content: Content) -> None:
    """No article, menu, head, sitemap or feed names it, in any language; every other page is there."""
    made = without(content, *names)
    gone = {f"{folder}{name}.html" for name in names for folder in ("", "zh/")}
    routes = pages_of(made, "en").routes
    assert set(NAMES) - routes.by_path.keys() == set(names)
    for language in LANGUAGES:
        assert {one for one in addresses(made, language) if one[1] in gone} == set()
    told = [row.loc for row in sitemap(made, routes, SITE)]
    told += [one.href for row in sitemap(made, routes, SITE) for one in row.alternates]
    assert {address.removeprefix(SITE) for address in told} & gone == set()
    files = {path: data for path, data in files_of(made).items() if path.endswith((".xml", ".json", ".ics"))}
    assert files
    assert [path for path, data in files.items() for one in gone if f"{SITE}{one}".encode() in data] == []


def test_the_pages_are_there_unless_they_are_off(content: Content) -> None:
    """What the other test does not find, links lead to otherwise."""
    found = {address for _, address in addresses(content.snapshot(DAY), "en")}
    assert found >= {f"{name}.html" for name in NAMES}


def test_without_the_page_of_the_data_there_are_none(content: Content) -> None:
    """Who wants no open data wants no file of them, and no page of a case offers its own."""
    made = without(content, "data")
    assert not any(path.startswith("data/") for path in [*files_of(made), *shared_paths(made)])
    assert "data/v1" not in article_of(pages_of(made, "en"), "cases/li-si")
