"""`emptychair import` on trees of 100 posts of an invented campaign, in the form of each generator."""

from __future__ import annotations

import re
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from io import StringIO
from typing import TYPE_CHECKING

import pytest

from commands.editing_session import EPOCH, files, on_a_terminal, run
from content_factory import Content
from emptychair.cli import main
from emptychair.load.load import load
from emptychair.text.markdown_outline import read_outline
from emptychair.text.problems import errors, one_line
from old_sites import ALONE, GENERATORS, PAIRS, SAME_DAY, OldTree, old_tree

if TYPE_CHECKING:
    from pathlib import Path

ABOUT = '---\ntitle: "About"\nupdated: 2020-01-01\n---\nWho we are.\n'


@dataclass(frozen=True)
class Imported:
    """A tree that was imported: the campaign, and what was printed."""

    tree: OldTree
    campaign: Path
    report: str

    def pages(self) -> dict[str, str]:
        """File of the tree -> the page that it became."""
        taken = re.findall(r"^  (\S+?):1: content/(\S+\.md)$", self.report, re.MULTILINE)
        return {old: (self.campaign / new).read_text(encoding="utf-8") for old, new in taken}

    def part(self, start: str, end: str) -> list[str]:
        """The lines of the report between two of its headings."""
        return self.report.partition(start)[2].partition(end)[0].split("\n")


@pytest.fixture(scope="module", params=GENERATORS)
def done(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    """The tree of each generator, imported with its twins into a campaign that has a page `about`."""
    folder = tmp_path_factory.mktemp(request.param)
    campaign = Content(folder).put("en/about.md", ABOUT).write()
    tree = old_tree(request.param)
    old = tree.write(folder / "old")
    out, err = StringIO(), StringIO()
    words = ["import", old, "--from", request.param, "--content", campaign, "--pair", "yes", "--write", "--lang", "en"]
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(err):
        patch.setenv("SOURCE_DATE_EPOCH", EPOCH)
        assert main([str(word) for word in words]) == 0, out.getvalue() + err.getvalue()
    return Imported(tree, campaign, out.getvalue())


@pytest.fixture
def campaign(content: Content, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small campaign, on a day after all posts."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)
    return content.write()


def hexo_site(folder: Path, **posts: str) -> Path:
    """A site of Hexo: the name of a post, with its language behind two underscores -> its front matter and body."""
    for name, text in posts.items():
        title, _, language = name.partition("__")
        file = folder / "source" / "_posts" / language / f"{title}.md"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(f"---\ntitle: {title}\n{text}\n", encoding="utf-8")
    return folder


def test_the_checks_take_what_was_imported(done: Imported) -> None:
    """Without an error; every post but those that cannot be a page became one, and twins are paired."""
    assert [one_line(one, "en") for one in errors(load(done.campaign).problems)] == []
    assert len(done.pages()) == 2 * (PAIRS + SAME_DAY) + ALONE + 1
    assert f"Paired as translations: {PAIRS + SAME_DAY}\n" in done.report


def test_no_paragraph_is_lost(done: Imported) -> None:
    """The words of every paragraph stand in the page of its post."""
    pages = done.pages()
    kept = [(file, words) for file, words in done.tree.kept if file not in done.tree.left]
    assert len(kept) > 500
    assert [(file, words) for file, words in kept if words not in pages[file]] == []


def test_all_that_is_left_out_is_told(done: Imported) -> None:
    """With file and line; and each file that became no page."""
    told = done.part("Left out of pages: ", "Old addresses that lead")
    lost = [one for one in done.tree.lost if one[0] not in done.tree.left]
    assert len(lost) > 200
    assert [
        (file, line, what)
        for file, line, what in lost
        if not any(one.startswith(f"  {file}:{line}: ") and what in one for one in told)
    ] == []
    left = done.part("Not taken in: ", "Left out of pages: ")
    assert {line[2:].partition(":1: ")[0] for line in left[1:-1]} == set(done.tree.left)


def test_pairs_have_the_same_headings(done: Imported) -> None:
    """A link to a section works in each language, and no heading has the id of a section of the generator."""
    assert [one for one in load(done.campaign).problems if one.code in ("heading-missing", "heading-added")] == []
    page = (done.campaign / "zh/updates/2015-03-31-chair-1.md").read_text(encoding="utf-8")
    assert {"background", "on-timeline"} <= read_outline(page).ids


def test_old_posts_are_no_news(done: Imported) -> None:
    """`added` is the day of the post, so that feeds date it by that."""
    pages = sorted((done.campaign / "en/updates").glob("20*-chair-*.md"))
    sources = [(page.name, page.read_text(encoding="utf-8")) for page in pages]
    assert len(sources) > 40
    assert [name for name, text in sources if f"\nadded: {name[:10]}\n" not in text and "translates:" not in text] == []


def test_old_addresses_lead_to_new_pages(done: Imported) -> None:
    """By the defaults of each generator, or the settings of the tree."""
    old = {
        "hexo": {"/2015/03/31/en/chair-1/": "en", "/2015/03/31/zh/chair-1/": "zh"},
        "jekyll": {"/en/2015/03/31/chair-1/": "en", "/zh/2015/03/31/chair-1/": "zh"},
        "hugo": {"/posts/chair-1/": "en", "/zh/posts/chair-1/": "zh"},
    }
    settings = load(done.campaign).index.settings.meta
    for address, language in old[done.tree.generator].items():
        page = f"{language}/updates/2015-03-31-chair-1.md"
        assert settings["redirects"][address] == page
        assert f"  {address} -> {page}\n" in done.report


def test_pictures_are_made_anew(done: Imported) -> None:
    """One picture, however many pages show it, and none that no page shows."""
    assert sorted(file.name for file in (done.campaign / "assets").iterdir()) == ["chair.jpg"]
    assert (done.campaign / "assets/chair.jpg").read_bytes().startswith(b"\xff\xd8\xff")


def test_without_write_nothing_is_written(campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The report alone, printed and as a file; a second file does not take its place."""
    old = hexo_site(
        tmp_path / "old", bench__en="date: 2019-05-01\n---\nWords.", stool__zh="date: 2019-05-01\n---\n字。"
    )
    before, report = files(campaign), tmp_path / "report.txt"
    words = ("import", old, "--from", "hexo", "--content", campaign, "--report", report, "--lang", "en")
    status, out, _ = run(capsys, *words)
    assert status == 0
    assert out.startswith(report.read_text(encoding="utf-8"))
    assert "kept as two: 1\n" in out
    assert files(campaign) == before
    assert run(capsys, *words)[0] == 2


def test_nothing_is_overwritten(campaign: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What was imported once stays as it is, and the report says where it stands."""
    old = hexo_site(tmp_path / "old", bench__en="date: 2019-05-01\n---\nWords.")
    words = ("import", old, "--from", "hexo", "--content", campaign, "--write", "--lang", "en")
    assert run(capsys, *words)[0] == 0
    before = files(campaign)
    status, out, _ = run(capsys, *words)
    assert (status, files(campaign)) == (0, before)
    assert "  source/_posts/en/bench.md:1: content/en/updates/2019-05-01-bench.md exists and is left as it is" in out


@pytest.mark.parametrize(("answer", "paired"), [("yes", 1), ("no", 0)])
def test_twins_of_a_day_are_asked_for(campaign: Path, tmp_path: Path, answer: str, paired: int) -> None:
    """At a terminal a pair of which only the day tells is a question."""
    old = hexo_site(
        tmp_path / "old", bench__en="date: 2019-05-01\n---\nWords.", stool__zh="date: 2019-05-01\n---\n字。"
    )
    words = ["import", str(old), "--from", "hexo", "--content", str(campaign), "--lang", "en"]
    status, shown = on_a_terminal(campaign, words, ["maybe", answer])
    assert status == 0
    assert "2019-05-01 has one post in each of two languages" in shown
    assert "! yes or no" in shown
    assert f"Paired as translations: {paired}" in shown


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["nowhere", "--from", "hexo"], "there is no such folder"),
        (["old", "--from", "jekyll"], "the settings of the old site cannot be read"),
    ],
)
def test_what_stops_it(
    words: list[str], told: str, campaign: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """No folder, or settings that are no YAML: said in a line, and nothing is written."""
    monkeypatch.chdir(campaign.parent)
    (campaign.parent / "old").mkdir()
    (campaign.parent / "old" / "_config.yml").write_text("title: 'no end\n", encoding="utf-8")
    before = files(campaign)
    status, _, err = run(capsys, "import", *words, "--write", "--lang", "en")
    assert status in (1, 2)
    assert told in err
    assert files(campaign) == before
