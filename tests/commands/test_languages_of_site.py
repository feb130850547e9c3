"""Commands keep to the languages of the site, whatever language their messages are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands.new_pages import files, flags
from content_factory import ACTION_ZH, CASE, CASE_ZH, Content
from emptychair.cli import main
from emptychair.commands.new_translation import lacking_language
from emptychair.editing.questions import other_language

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.usefixtures("the_day")
CONFIG = "plugins: {i18n: {languages: [{locale: zh, default: true}]}}\n"
PROSE = '---\ntitle: "关于"\nupdated: 2020-05-01\n---\n文字。\n'


@pytest.fixture
def chinese(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign in Chinese alone, in the current folder."""
    content.remove(*[path for path in content.files if path.endswith(".md")]).put("zh/about.md", PROSE)
    monkeypatch.chdir(content.write().parent)
    (content.root / "mkdocs.yml").write_text(CONFIG, "utf-8")
    return content.root


def test_a_new_page_is_in_a_language_of_the_site(chinese: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Also where the messages are in another one; and nobody is sent to translate it."""
    before = files(chinese)
    assert main([*flags("case"), "--lang", "en"]) == 0
    assert files(chinese) - before == {"content/zh/cases/c-0042.md"}
    assert "new translation" not in capsys.readouterr().out


def test_another_language_is_refused(chinese: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the options that name one: a line with the languages of the site, and nothing is written."""
    before = files(chinese)
    assert main([*flags("case"), "--written-in", "en"]) == 2
    assert main(["new", "translation", "content/zh/about.md"]) == 2
    assert main(["new", "translation", "content/zh/about.md", "--into", "en"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == 3
    assert all(line.endswith(" zh") for line in lines), lines
    assert files(chinese) == before


def test_the_summary_is_in_the_languages_of_the_site(chinese: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And in no other one."""
    assert main(["summary", str(chinese), str(chinese), "--lang", "en"]) == 0
    assert [line for line in capsys.readouterr().out.splitlines() if line.startswith("## ")] == ["## 读者会看到的变化"]


def test_a_translation_is_into_the_first_language_that_lacks_it(content: Content) -> None:
    """Of any number of languages; where none lacks it, into the first but its own."""
    record = content.campaign().record_at("cases/li-si")
    alone = Content(content.root).remove(CASE_ZH, ACTION_ZH).campaign().record_at("cases/li-si")
    assert record
    assert alone
    assert lacking_language(record, ("en", "zh", "bo")) == "bo"
    assert lacking_language(record, ("bo", "zh", "en")) == "bo"
    assert lacking_language(record, ("en", "zh")) == "zh"
    assert lacking_language(alone, ("en", "zh", "bo")) == "zh"
    assert lacking_language(alone, ("en",)) == ""


def test_the_translation_that_is_named_is_meant(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """--into says it of a source page, too; a page is not translated into its own language."""
    monkeypatch.chdir(content.write().parent)
    assert main(["new", "translation", f"content/{CASE}", "--into", "zh"]) == 0
    assert "content/zh/cases/li-si.md" in capsys.readouterr().out
    assert main(["new", "translation", f"content/{CASE}", "--into", "en"]) == 2
    assert capsys.readouterr().err.endswith("en, zh\n")


def test_a_second_name_is_in_another_language() -> None:
    """Of the site, or of those in which people have names."""
    assert other_language("zh", ("zh", "en")) == "en"
    assert other_language("zh", ("zh",)) == "en"
    assert other_language("en", ("en",)) == "zh"
    assert other_language("en", ("bo", "en", "zh")) == "bo"
