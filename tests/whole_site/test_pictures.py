"""Pictures of people: with their page, and gone from the site with it."""

from pathlib import Path

import pytest

from content_factory import CASE, CASE_ZH, Content
from drawn import picture
from whole_site import builder

CONFIG = """INHERIT: {root}/mkdocs.yml
site_url: https://pictures.example/
docs_dir: content
theme:
  custom_dir: {root}/overrides
hooks:
  - {root}/hooks/mkdocs_hooks.py
watch: []
nav: [index.md]
"""
PHOTO = """  photo:
    file: li-si.png
    credit: "A friend"
    licence: "CC BY 4.0"
    alt: "A chair"
  sources:"""
EPOCH = 1_590_000_000  # in May 2020


@pytest.mark.parametrize(("visibility", "published"), [("full", True), ("minimal", False), ("paused", False)])
def test_a_picture_is_published_with_its_page_and_not_without(
    content: Content, tmp_path: Path, visibility: str, published: bool
) -> None:
    """The file of a photo is in the site where the page shows it, and nowhere where a person is not shown."""
    content.swap(CASE, "scope: [name, story]", "scope: [name, story, photo]")
    content.swap(CASE, "  kind: person", f"  kind: person\n  visibility: {visibility}").swap(CASE, "  sources:", PHOTO)
    content.swap(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "一把椅子"\n')
    content.put("assets/li-si.png", picture()).write()
    config = tmp_path / "mkdocs.yml"
    config.write_text(CONFIG.format(root=builder.ROOT), encoding="utf-8")
    builder.finish(builder.start(config, tmp_path / "site", builder.environment(EPOCH)))
    assert (tmp_path / "site/assets/li-si.png").exists() is published
    assert ("li-si.png" in (tmp_path / "site/cases/li-si.html").read_text("utf-8")) is published
