"""The build without a host: pages, frames and files of a small campaign, with Markdown alone and without MkDocs."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import markdown
import pytest

from campaign_outputs import CAMPAIGN, EXTENSIONS, TODAY
from content_factory import ACTION, CASE, CASE_ZH, RECIPIENTS, SETTINGS, Content
from emptychair import site_build
from emptychair.hosts.machine import this_machine
from emptychair.load.content_tree import is_of_system
from emptychair.site_build import Machine, SiteBuild, SiteBuildError, Start
from emptychair.site_config import SiteConfig, SiteLanguage
from for_each import for_each

EN, ZH = SiteLanguage("en", "English"), SiteLanguage("zh", "简体中文")
CONFIG = SiteConfig("https://site.example", [EN._replace(root=True), ZH], ["index", "status", "actions"], True, [])


def start(content: Content, config: SiteConfig = CONFIG, today: date = date(2020, 6, 10)) -> Start:
    """A build of a small folder on a day."""
    machine = Machine(dict(os.environ), lambda _zone: today, this_machine().cache)
    return SiteBuild.start(content.write(), config, machine)


def started(content: Content) -> SiteBuild:
    """The build of a folder that has nothing wrong."""
    found = start(content)
    assert found.build, found.problems
    return found.build


def paths(build: SiteBuild, language: str) -> Iterator[str]:
    """The pages of a language, as the core names them."""
    for source in build.sources:
        folder, _, path = source.partition("/")
        if folder == language:
            yield path.removesuffix(".md")


@dataclass
class Built:
    """A site in memory: articles and files by their path below its root, and the heads of its pages."""

    articles: dict[str, str] = field(default_factory=dict)
    heads: dict[str, str] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)


def build_all(build: SiteBuild, backwards: bool = False) -> Built:
    """What a host does: every page of a language, then its files, language by language."""
    site = Built()
    for language in CONFIG.codes:
        build.begin(language)
        folder = "" if build.is_first else f"{language}/"
        for path in paths(build, language):
            html = markdown.markdown(build.body(path), extensions=EXTENSIONS)
            site.articles[f"{folder}{path}.html"] = build.page(path, html).html
            frame = build.frame(path)
            assert frame.header
            assert frame.footer
            site.heads[f"{folder}{path}.html"] = frame.head
        for path in sorted(build.files(), reverse=True) if backwards else build.files():
            site.files[path] = build.make(path)
        build.end_language()
    return site


def build_pages(build: SiteBuild, language: str = "en") -> None:
    """The pages of a language alone."""
    build.begin(language)
    for path in paths(build, language):
        build.page(path, "")


def test_a_campaign_is_built_without_a_host(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page with its title, every file, both indexes of the search; MkDocs cannot even be imported."""
    monkeypatch.setitem(sys.modules, "mkdocs", None)
    build = started(content)
    site = build_all(build)
    assert site.articles.keys() == site.heads.keys() >= {"index.html", "cases/li-si.html", "zh/actions/write.html"}
    assert "<title>Li Si - A test</title>" in site.heads["cases/li-si.html"]
    assert "Li Si organised workers." in site.articles["cases/li-si.html"]
    assert "李四组织工人。" in site.articles["zh/cases/li-si.html"]
    assert "Li Si organised workers." in site.files["feed.xml"].decode()
    assert "李四组织工人。" in site.files["zh/feed.xml"].decode()
    assert site.files.keys() >= {"data/v1/cases.json", "actions/write/letter-police-en.txt", "zh/calendar.ics"}
    assert all(site.files.values())
    assert build.end(content.root / "site") == ""
    for language in CONFIG.codes:
        assert (content.root / "site" / "pagefind" / language / "pagefind-entry.json").is_file()


def test_files_are_the_same_in_whatever_order_they_are_asked_for(content: Content) -> None:
    """A host may copy files in an order of its own."""
    assert build_all(started(content)) == build_all(started(content), backwards=True)


def test_what_all_languages_share_is_made_with_the_first(content: Content) -> None:
    """No file is announced twice; the error page and the sitemap speak of every language."""
    build = started(content)
    build_pages(build)
    first = set(build.files())
    assert "https://site.example/zh/cases/li-si.html" in {row.loc for row in build.sitemap()}
    assert '<section lang="zh"' in build.error_page("./").not_found
    for path in build.files():
        build.make(path)
    build.end_language()
    build.begin("zh")
    assert not first & set(build.files())
    assert {path.partition("/")[0] for path in build.files()} == {"zh"}
    assert list(build.sitemap()) == []


def test_what_a_host_rendered_is_made_safe(content: Content) -> None:
    """Whatever its Markdown let through, on the page and in feeds; with its headings for the table of contents."""
    build = started(content)
    build_pages(build)
    article = build.page("cases/li-si", '<h2 id="why">Why</h2><script>alert(1)</script><p onclick="x()">words</p>')
    assert "why" in article.ids
    assert {"level": 2, "id": "why", "name": "Why", "children": []} in article.contents
    for html in (article.html, build.make("cases/li-si.xml").decode()):
        assert "words" in html
        assert "alert" not in html
        assert "onclick" not in html


def test_the_frame_is_that_of_the_page(content: Content) -> None:
    """Its title in the head; in the header the menu of the configuration, the page marked, and its other language."""
    build = started(content)
    build.begin("en")
    frame = build.frame("status")
    assert "<title>People - A test</title>" in frame.head
    assert re.findall(r'href="([^"]+)" aria-current="page"', frame.header) == ["status.html"]
    assert 'href="zh/status.html"' in frame.header
    assert "简体中文" in frame.header


def test_an_unknown_path_is_refused(content: Content) -> None:
    """Of a page and of a file; a file is made once."""
    build = started(content)
    build_pages(build)
    for ask in (build.body, build.title, build.frame, build.make):
        with pytest.raises(LookupError, match="cases/nobody"):
            ask("cases/nobody")
    with pytest.raises(LookupError, match="cases/nobody"):
        build.page("cases/nobody", "")
    assert build.make("calendar.ics")
    with pytest.raises(SiteBuildError, match=r"calendar\.ics"):
        build.make("calendar.ics")


def test_languages_are_built_in_their_order(content: Content) -> None:
    """The default one first, each once: a host with another order is told which is next."""
    build = started(content)
    with pytest.raises(SiteBuildError, match="en, zh"):
        build.begin("zh")
    build.begin("en")
    assert (build.language, build.is_first, build.site_name) == ("en", True, "A test")
    build.begin("zh")
    assert (build.language, build.is_first, build.site_name) == ("zh", False, "测试")
    for language in CONFIG.codes:
        with pytest.raises(SiteBuildError):
            build.begin(language)


def test_files_wait_for_every_page(content: Content) -> None:
    """A feed that is made before would lack the words of the page."""
    build = started(content)
    build.begin("en")
    for path in paths(build, "en"):
        if path != "cases/li-si":
            build.page(path, "")
    with pytest.raises(SiteBuildError, match="cases/li-si"):
        build.make("feed.xml")


def test_what_is_made_and_not_announced_is_refused(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """So is what is announced and not made: a site has the files that its manifest names."""
    monkeypatch.setattr(site_build, "create_shared", lambda *_: iter([("data/v1/secret.json", b"{}")]))
    build = started(content)
    build_pages(build)
    with pytest.raises(SiteBuildError, match=r"data/v1/cases\.json"):
        build.make("data/v1/cases.json")
    with pytest.raises(SiteBuildError, match=r"secret\.json"):
        build.end_language()


def test_content_with_errors_is_not_built(content: Content) -> None:
    """Every error of every file is in the result, and how many they are."""
    content.swap(CASE, "status: taken-away", "status: taken").swap(RECIPIENTS, "country: CN", "country: China")
    found = start(content)
    assert found.build is None
    assert {problem.path for problem in found.problems} == {f"content/{CASE}", f"content/{RECIPIENTS}"}
    assert found.refusal.startswith(f"{len(found.problems)} errors in content/")


def test_warnings_do_not_stop_a_build(content: Content) -> None:
    """An old translation and a faded status are told beside the build."""
    content.swap(CASE_ZH, "translates: 2020-06-01", "translates: 2020-05-01")
    found = start(content, today=date(2024, 1, 1))
    assert found.build
    assert {problem.severity for problem in found.problems} == {"warning"}
    assert {f"content/{CASE}", f"content/{CASE_ZH}"} <= {problem.path for problem in found.problems}


@for_each(
    "changed, line",
    [
        ({"languages": [EN, ZH._replace(root=True)]}, "default: true at en"),
        ({"languages": [EN._replace(root=True), ZH._replace(root=True)]}, "default: true at en"),
        ({"languages": [EN, ZH]}, "default: true at en"),
        ({"languages": [ZH, EN._replace(root=True)]}, "default: true at zh"),
        ({"file_names": False}, "use_directory_urls"),
        ({"url": ""}, "site_url"),
        ({"menu": ["index", "nowhere"]}, "nowhere is not a page"),
        ({"menu": ["https://example.org"]}, "https://example.org is not a page"),
        ({"hides": [lambda source: "status.md" in source]}, "(2; the first: en/status.md)"),
        ({"hides": [lambda _: False, lambda source: source == "zh/cases/li-si.md"]}, "first: zh/cases/li-si.md)"),
    ],
)
def test_a_configuration_that_does_not_fit_is_a_refusal(changed: dict[str, Any], line: str, content: Content) -> None:
    """A host that would build other languages, addresses or pages is told what is wrong, in one line."""
    found = start(content, replace(CONFIG, **changed))
    assert found.build is None
    assert line in found.refusal
    assert "\n" not in found.refusal


@for_each(
    "languages, codes",
    [
        ([EN._replace(root=True)], {"content/zh": "language-not-named"}),
        ([EN._replace(root=True), ZH, ZH], {"content/zh": "language-twice"}),
        ([EN._replace(root=True), ZH, SiteLanguage("fr", "Français")], {"content/fr": "unknown-language"}),
    ],
)
def test_languages_that_the_content_does_not_have_are_errors(
    languages: list[SiteLanguage], codes: dict[str, str], content: Content
) -> None:
    """Each once, at the folder of the language, whatever pages are in it."""
    found = start(
        content.put("fr/about.md", "x") if "content/fr" in codes else content, replace(CONFIG, languages=languages)
    )
    assert found.build is None
    assert {problem.path: problem.code for problem in found.problems} == codes


def test_a_day_that_is_none_is_a_refusal(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """SOURCE_DATE_EPOCH without a number of seconds, on this machine."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "tomorrow")
    found = SiteBuild.start(content.write(), CONFIG, this_machine())
    assert found.build is None
    assert "'tomorrow'" in found.refusal


def test_an_index_that_cannot_be_made_is_a_refusal(content: Content) -> None:
    """In a line with what the program said; the pages are there all the same."""
    machine = Machine({"PYTHONHOME": "/nowhere"}, lambda _zone: date(2020, 6, 10), this_machine().cache)
    build = SiteBuild.start(content.swap(ACTION, "Write for", "Write now for").write(), CONFIG, machine).build
    assert build
    build_all(build)
    assert build.end(content.root / "site").startswith("The index for the search page was not made: ")


def test_registers_and_photos_are_withheld_as_they_were_given() -> None:
    """The host must not copy them: a photo is published in copies, which are among the files."""
    found = SiteBuild.start(CAMPAIGN, CONFIG, Machine({}, lambda _zone: TODAY, this_machine().cache))
    assert found.build
    found.build.begin("en")
    registers = ["campaign.yml", "recipients.yml", "withdrawn.yml"]
    withheld = list(found.build.withheld)
    assert [one for one in withheld if not is_of_system(Path(one).name)] == [*registers, "assets/blue-lantern.webp"]
    assert {"assets/Thumbs.db", "zh/cases/desktop.ini", "en/Thumbs.db"} <= set(withheld)
    assert any(path.startswith("pictures/blue-lantern-webp") for path in found.build.files())


def test_a_domain_of_its_own_has_no_folder(content: Content) -> None:
    """CNAME would send the readers of a site in a folder to the root of its host."""
    content.swap(SETTINGS, "sample: true", "cname: true\nsample: true")
    assert "cname: true" in start(content, replace(CONFIG, url="https://site.example/chair/")).refusal
    assert start(content).build
