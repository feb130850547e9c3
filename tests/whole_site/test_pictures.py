"""Pictures: of people, with their page and gone with it; drawn ones, once and not again."""

from pathlib import Path
from typing import Any, NamedTuple

import pytest
from jinja2.bccache import bc_magic

from content_factory import CASE, CASE_ZH, UPDATE, Content
from emptychair.as_of.snapshot import snapshot_of
from emptychair.images.build_cache import DIGEST
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


# Another person to each: how much of a page is shown -> its name in English and Chinese.
PEOPLE = {"full": ("Li Si", "李四"), "minimal": ("Wang Wu", "王小五"), "paused": ("Zhao Liu", "赵小六")}


def slug(name: str) -> str:
    return name.lower().replace(" ", "-")


def with_photos(content: Content) -> Content:
    """A small folder of three people, each with a drawn photo, whose pages show all, little and nothing of them."""
    content.swap(CASE, "scope: [name, story]", "scope: [name, story, photo]").swap(CASE, "  sources:", PHOTO)
    content.swap(UPDATE, "There is news.\n", "There is news.\n\n![A chair](../../assets/other.png)\n")
    content.put("assets/other.png", picture(30, 30))
    page = str(content.files[CASE])
    for number, (visibility, (name, chinese)) in enumerate(PEOPLE.items()):
        own = page.replace("Li Si", name).replace("李四", chinese).replace("li-si.png", f"{slug(name)}.png")
        own = own.replace("  kind: person", f"  kind: person\n  visibility: {visibility}")
        content.put(f"en/cases/{slug(name)}.md", own)
        content.put(f"assets/{slug(name)}.png", picture(800, 1000 + number))
    content.swap(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "一把椅子"\n')
    return content


class Built(NamedTuple):
    """A site built twice with one cache and once with none, and the files of the cache: path -> when it was written."""

    site: Site
    again: Site
    elsewhere: Site
    kept: dict[Path, int]
    kept_again: dict[Path, int]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """The small folder, with a cache of its own."""
    folder = tmp_path_factory.mktemp("pictures")
    with_photos(Content(folder)).write()
    config, cache = folder / "mkdocs.yml", folder / "cache"
    config.write_text(CONFIG.format(root=builder.ROOT), encoding="utf-8")
    cache.mkdir()
    env = builder.environment(EPOCH, XDG_CACHE_HOME=str(cache))
    kept = []
    for name in ("site", "again"):
        builder.build_well(config, folder / name, env)
        kept.append({path: path.stat().st_mtime_ns for path in cache.rglob("*") if path.is_file()})
    env = builder.environment(EPOCH, XDG_CACHE_HOME=str(folder / "empty"))
    builder.build_elsewhere(config, folder / "elsewhere", env)
    sites = [Site(folder / name, "https://pictures.example/") for name in ("site", "again", "elsewhere")]
    return Built(sites[0], sites[1], sites[2], *kept)


def test_a_picture_is_published_with_its_page_and_not_without(built: Built) -> None:
    """Copies of a photo are in the site where the page shows it, and nowhere where a person is not shown.

    The file itself never is; other pictures are left as they are.
    """
    site = built.site
    assert "assets/other.png" in site.files
    readable = [path for path in site.files if path.endswith((".html", ".json", ".xml"))]
    for visibility, (name, _) in PEOPLE.items():
        published, mark = visibility == "full", f"{slug(name)}-png"
        copies = {f"pictures/{mark}-{width}.webp" for width in (160, 320, 640, 800)}
        assert f"assets/{slug(name)}.png" not in site.files, name
        assert {path for path in site.files if mark in path} == (copies if published else set()), name
        assert (mark in site.text(f"cases/{slug(name)}.html")) is published, name
        assert any(mark in site.text(path) for path in readable) is published, name


def test_the_same_build_twice_makes_nothing_the_second_time(built: Built) -> None:
    """What was kept is used as it is: no file of the cache is written anew, and the site has the same bytes."""
    paths = built.site.files
    # Two that are the same are kept once.
    drawn = {paths[path] for path in paths if path.endswith((".webp", ".svg")) or "cards/" in path}
    drawn -= {data for path, data in paths.items() if path.startswith("assets/")}
    indexes = [path for path in paths if path.endswith("pagefind.js")]
    assert len(indexes) == 2
    compiled = [path for path in built.kept if path.read_bytes()[DIGEST:].startswith(bc_magic)]
    assert len(compiled) > 20
    # The theme's stylesheet, which also stands below assets/, is the last one.
    assert len(built.kept) == len(drawn) + len(indexes) + len(compiled) + 1
    assert built.kept_again == built.kept
    assert built.again.files == paths


def test_what_is_drawn_anew_has_the_same_bytes(built: Built) -> None:
    """Cards, codes, copies of photos and the index of the search, whatever the order of sets, zone and language."""
    assert built.elsewhere.files.keys() == built.site.files.keys()
    assert [path for path, data in built.elsewhere.files.items() if data != built.site.files[path]] == []


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
    snapshot, settings = snapshot_of(each.campaign, each.today), each.campaign.settings
    assert settings.qr_codes
    records: tuple[Record[Any], ...] = (*each.campaign.cases.values(), *each.campaign.actions.values())
    for folder in ("", "zh/"):
        for record in records:
            html = each.site.text(f"{folder}{record.path}.html")
            card, code = f"{folder}cards/{record.path}.png", f"{folder}codes/{record.path}.svg"
            for path, named, wanted in (
                (card, f'content="{each.url}{card}"', settings.share_cards),
                (code, f'src="../codes/{record.path}.svg"', settings.qr_codes),
            ):
                assert (path in each.site.files) is (named in html) is (wanted and snapshot.is_out(record)), path
