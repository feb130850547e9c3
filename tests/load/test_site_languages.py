"""The languages of a site stand in mkdocs.yml, once: commands read them there, and what does not fit is refused."""

from __future__ import annotations

from pathlib import Path

from content_factory import ACTION_ZH, CASE_ZH, Content
from emptychair.load.load import languages_beside, load
from emptychair.text.problems import one_line
from for_each import for_each

EN, ZH, FR = (f"{{locale: {code}, name: x}}" for code in ("en", "zh", "fr"))
BASE_NAME = "base.yml"
BASE = "plugins: {i18n: {docs_structure: folder, languages: [{locale: en}, {locale: zh, build: true}]}}\n"


def config(*rows: str) -> str:
    """An mkdocs.yml with these languages."""
    return f"plugins:\n  i18n:\n    languages: [{', '.join(rows)}]\n"


def inherits(name: str) -> str:
    """The line by which an mkdocs.yml goes on from another one."""
    return f"INHERIT: {name}\n"


def write_beside(folder: Path, name: str, text: str) -> None:
    """A file beside a content folder of a test."""
    folder.with_name(name).write_text(text, "utf-8")


def told(content: Content, text: str) -> list[tuple[str, str]]:
    """(path, code) of every problem of a folder with this mkdocs.yml beside it."""
    write_beside(content.write(), "mkdocs.yml", text)
    return [(problem.path, problem.code) for problem in load(content.root / "content").problems]


@for_each(
    "own, languages",
    [
        (config(ZH, EN), ("zh", "en")),
        (config(ZH), ("zh",)),
        (inherits(BASE_NAME), ("en", "zh")),
        (inherits(BASE_NAME) + config(ZH, EN), ("zh", "en")),
        (inherits(BASE_NAME) + "plugins: {search: {}}\n", ("en", "zh")),
        (config(EN, "{locale: zh, build: false}"), ("en",)),
        ("plugins: [search, i18n: {languages: [{locale: zh}]}]\n", ("zh",)),
        ("toc: !!python/object/apply:os.system [false]\n" + config(ZH), ("zh",)),
        (inherits("mkdocs.yml"), ()),
        (inherits("nowhere.yml"), ()),
        ("plugins: {i18n: {languages: en}}\n", ()),
        ("plugins: [\n", ()),
        ("- a list\n", ()),
    ],
)
def test_languages_are_read_as_the_host_reads_them(own: str, languages: tuple[str, ...], content: Content) -> None:
    """In the order of mkdocs.yml, with what it inherits; a file that cannot be read names none, and runs nothing."""
    folder = content.write()
    write_beside(folder, BASE_NAME, BASE)
    write_beside(folder, "mkdocs.yml", own)
    assert languages_beside(folder) == languages


def test_the_order_is_that_of_the_file(content: Content) -> None:
    """A command knows which language is the first, without a host."""
    assert told(content, config(ZH, EN)) == []
    campaign = load(content.root / "content").campaign
    assert campaign
    assert (campaign.languages, campaign.default_language) == (("zh", "en"), "zh")


def test_without_a_file_the_folders_are_the_languages(content: Content) -> None:
    """In the order in which the generator ships them."""
    assert content.campaign().languages == ("en", "zh")
    assert content.remove(CASE_ZH, ACTION_ZH).campaign().languages == ("en",)


@for_each(
    "text, problem",
    [
        (config(EN), ("content/zh", "language-not-named")),
        (config(ZH), ("content/en", "language-not-named")),
        (config(EN, ZH, EN), ("content/en", "language-twice")),
        (config(EN, ZH, FR), ("content/fr", "unknown-language")),
    ],
)
def test_languages_that_do_not_fit_are_one_problem(text: str, problem: tuple[str, str], content: Content) -> None:
    """At the folder of the language, once, whatever pages are in it."""
    assert told(content.put("fr/about.md", "x") if "fr" in text else content, text) == [problem]


def test_a_language_needs_a_folder(content: Content) -> None:
    """Else every page of a language would be one that nobody has translated."""
    assert told(content.remove(CASE_ZH, ACTION_ZH), config(EN, ZH)) == [("content/zh", "language-without-folder")]


def test_each_refusal_says_what_to_do(content: Content) -> None:
    """In a line of both languages, with the file to change."""
    told(content.remove(CASE_ZH, ACTION_ZH).put("fr/about.md", "x"), config(ZH, ZH, FR))
    problems = load(content.root / "content").problems
    assert {one.code for one in problems} >= {
        "unknown-language",
        "language-twice",
        "language-without-folder",
        "language-not-named",
    }
    for language in ("en", "zh"):
        lines = [one_line(one, language) for one in problems if "language" in one.code]
        assert all("mkdocs.yml" in line and "i18n" in line for line in lines), lines
