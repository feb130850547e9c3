"""Pictures: of people, with their page and gone with it; drawn ones, once and not again."""

from pathlib import Path
from typing import Any

import pytest

from content_factory import CASE, CASE_ZH, UPDATE, Content
from emptychair.as_of.snapshot import snapshot_of
from emptychair.record.campaign import Record
from sample_images import picture
from whole_site import builder
from whole_site.site_reader import Site
from whole_site.sites import Edited

CONFIG = """INHERIT: {root}/hooks/mkdocs_base.yml
site_name: A test
site_url: https://pictures.example/
docs_dir: content
theme:
  custom_dir: {root}/overrides
hooks:
  - {root}/hooks/mkdocs_hooks.py
nav: [index.md]
"""
PHOTO = """  photo:
    file: li-si.png
    credit: "A friend"
    licence: "CC BY 4.0"
    alt: "A chair"
  sources:"""
EPOCH = 1_590_000_000  # in May 2020


def build(content: Content, tmp_path: Path, cache: Path, name: str = "site") -> Site:
    """The site of a small folder, with a cache of its own."""
    content.write()
    config = tmp_path / "mkdocs.yml"
    config.write_text(CONFIG.format(root=builder.ROOT), encoding="utf-8")
    env = builder.environment(EPOCH, XDG_CACHE_HOME=str(cache))
    builder.build_well(config, tmp_path / name, env)
    return Site(tmp_path / name, "https://pictures.example/")


def with_photo(content: Content) -> Content:
    """A small folder whose case has a drawn photo."""
    content.swap(CASE, "scope: [name, story]", "scope: [name, story, photo]").swap(CASE, "  sources:", PHOTO)
    content.swap(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "一把椅子"\n')
    content.swap(UPDATE, "There is news.\n", "There is news.\n\n![A chair](../../assets/other.png)\n")
    return content.put("assets/li-si.png", picture(800, 1000)).put("assets/other.png", picture(30, 30))


@pytest.mark.parametrize(("visibility", "published"), [("full", True), ("minimal", False), ("paused", False)])
def test_a_picture_is_published_with_its_page_and_not_without(
    content: Content, tmp_path: Path, visibility: str, published: bool
) -> None:
    """Copies of a photo are in the site where the page shows it, and nowhere where a person is not shown.

    The file itself never is; other pictures are left as they are.
    """
    with_photo(content).swap(CASE, "  kind: person", f"  kind: person\n  visibility: {visibility}")
    site = build(content, tmp_path, tmp_path / "cache")
    assert "assets/li-si.png" not in site.files
    assert "assets/other.png" in site.files
    copies = {f"pictures/li-si-png-{width}.webp" for width in (160, 320, 640, 800)}
    assert {path for path in site.files if "li-si-png" in path} == (copies if published else set())
    assert ("li-si-png" in site.text("cases/li-si.html")) is published
    told = {path for path in site.files if path.endswith((".html", ".json", ".xml")) and "li-si-png" in site.text(path)}
    assert bool(told) is published


def test_the_same_build_twice_makes_nothing_the_second_time(content: Content, tmp_path: Path) -> None:
    """What was kept is used as it is: no file of the cache is written anew, and the site has the same bytes."""
    cache = tmp_path / "cache"
    cache.mkdir()
    first = build(with_photo(content), tmp_path, cache)
    kept = {path: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()}
    drawn = [path for path in first.files if path.endswith((".webp", ".svg")) or "cards/" in path]
    indexes = [path for path in first.files if path.endswith("pagefind.js")]
    assert len(indexes) == 2
    assert len(kept) == len([path for path in drawn if not path.startswith("assets/")]) + len(indexes)
    again = build(content, tmp_path, cache, "again")
    assert {path: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()} == kept
    assert again.files == first.files


def test_no_photo_costs_a_first_view_more_than_its_share(invented: Edited) -> None:
    """At most 60 KB for each copy; a card at most 40 KB."""
    sizes = {path: len(data) for path, data in invented.site.files.items()}
    copies = [size for path, size in sizes.items() if path.startswith("pictures/")]
    cards = [size for path, size in sizes.items() if path.removeprefix("zh/").startswith("cards/")]
    assert len(copies) == 4
    assert max(copies) <= 60 * 1024
    assert len(cards) > 40
    assert max(cards) <= 40 * 1024


def test_every_page_of_a_person_names_a_card_and_a_code_that_are_there(each: Edited) -> None:
    """The address of the card is absolute, that of the code relative; a page that is not out has neither."""
    snapshot = snapshot_of(each.campaign, each.today)
    records: tuple[Record[Any], ...] = (*each.campaign.cases.values(), *each.campaign.actions.values())
    for folder in ("", "zh/"):
        for record in records:
            html = each.site.text(f"{folder}{record.path}.html")
            card, code = f"{folder}cards/{record.path}.png", f"{folder}codes/{record.path}.svg"
            for path, named in ((card, f'content="{each.url}{card}"'), (code, f'src="../codes/{record.path}.svg"')):
                assert (path in each.site.files) is (named in html) is snapshot.is_out(record), path
