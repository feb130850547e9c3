"""The site on an editor's own machine: problems stand in the pages there, and in no build."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest
from mkdocs.exceptions import PluginError

from content_factory import CASE, CASE_ZH, Content
from emptychair.hosts import mkdocs
from emptychair.hosts.start import start_site
from emptychair.site_build import SiteBuild, Start
from emptychair.text.clock import noon_of

if TYPE_CHECKING:
    from collections.abc import Iterator

MARK = "ec-problems"
LANGUAGES = [SimpleNamespace(locale="en", name="English", default=True, build=True)]
LANGUAGES.append(SimpleNamespace(locale="zh", name="简体中文", default=False, build=True))
# Anything that a host's log may be asked, and what it was told.
Log = list[tuple[str, str]]


def begin(content: Content, serving: bool, counted: Log) -> SiteBuild | None:
    """What a host begins with: a build, or none. `counted` is what counts as an error or a warning of the host."""
    docs_dir = str(content.write())
    config = SimpleNamespace(docs_dir=docs_dir, site_url="https://site.example/", nav=["index.md"])
    config.use_directory_urls, config.exclude_docs, config.draft_docs = False, None, None
    strict, lenient = (_log(counted, name) for name in ("strict", "lenient"))
    return start_site(config, LANGUAGES, serving, strict, lenient).build


def _log(counted: Log, name: str) -> Any:
    return SimpleNamespace(
        error=lambda line: counted.append((f"{name} error", line)),
        warning=lambda line: counted.append((f"{name} warning", line)),
    )


@pytest.fixture(autouse=True)
def _day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The small folder is of this day, on which its status has faded."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(noon_of(Content.day("2020-08-10"), "UTC")))


def articles(build: SiteBuild) -> Iterator[tuple[str, str]]:
    """The path and the HTML of every page, language by language."""
    for language in ("en", "zh"):
        build.begin(language)
        for source in build.sources:
            path = source.partition("/")[2].removesuffix(".md")
            if source.startswith(f"{language}/"):
                yield source, build.page(path, f"<p>{build.body(path)}</p>").html


def test_a_warning_stands_above_its_page_and_on_the_first(content: Content) -> None:
    """In the language of the page, with line and cure; on no other page, and what is below is what readers get."""
    served, built = begin(content, True, []), begin(content, False, [])
    assert served
    assert built
    plain = dict(articles(built))
    assert [path for path, html in plain.items() if MARK in html] == []
    found = {path: html for path, html in articles(served) if html != plain[path]}
    assert set(found) == {CASE, "en/index.md", "zh/index.md"}
    for path, html in found.items():
        note = html.removesuffix(plain[path])
        assert note.startswith('<aside class="ec-banner ec-problems">')
        assert f"content/{CASE}:" in note
        assert ("警告" if path.startswith("zh") else "warning") in note
        assert ("Problems of this page" in note) == (path == CASE)


def test_errors_stand_at_the_address_of_every_page(content: Content) -> None:
    """Of its own file first; nothing of the record is shown. Each is logged as well."""
    content.swap(CASE, "kind: person", "kind: people").swap(CASE_ZH, "translates: 2020-06-01", "translates: tomorrow")
    counted: Log = []
    served = begin(content, True, counted)
    assert served
    assert [severity for severity, _ in counted] == ["lenient error", "lenient error"]
    served.begin("zh")
    own = served.page("cases/li-si", "<p>李四</p>").html
    assert own.index(f"content/{CASE_ZH}:") < own.index(f"content/{CASE}:")
    assert "本页的问题" in own
    assert "李四" not in own
    assert (served.body("cases/li-si"), served.files(), list(served.sitemap())) == ("", [], [])
    assert {"en/index.md", "zh/status.md"} <= set(served.sources)
    assert f"content/{CASE}:" in served.error_page("/").not_found
    assert served.frame("index").head.count("noindex") == 1
    assert not served.is_first
    assert MARK in served.page("index", "").html


def test_a_build_refuses_errors_as_ever(content: Content) -> None:
    """They count, and there is no site."""
    counted: Log = []
    assert begin(content.swap(CASE, "kind: person", "kind: people"), False, counted) is None
    assert [severity for severity, _ in counted] == ["strict error"]


def test_a_wrong_configuration_is_refused_when_served_too(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """No page could say it."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    assert begin(content, True, []) is None


def test_only_the_command_serve_shows_problems(monkeypatch: pytest.MonkeyPatch) -> None:
    """Of what MkDocs may be asked to do: `build` and `gh-deploy` do not."""
    asked: list[bool] = []

    def start(_config: Any, _languages: Any, serving: bool, *_logs: Any) -> Start:
        asked.append(serving)
        return Start(None, ())

    monkeypatch.setattr(mkdocs, "commands", [])
    monkeypatch.setattr(mkdocs, "start_site", start)
    i18n = SimpleNamespace(building=False, config=SimpleNamespace(languages=[]))
    config: Any = SimpleNamespace(plugins={"i18n": i18n})
    for command in ("build", "gh-deploy", "serve"):
        mkdocs.on_startup(command=command)
        with pytest.raises(PluginError):
            mkdocs.on_pre_build(config)
    assert asked == [False, False, True]
