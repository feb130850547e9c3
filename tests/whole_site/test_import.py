"""A site of imported posts is built as strictly as any other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from emptychair.cli import main
from old_sites import old_tree
from whole_site import builder

if TYPE_CHECKING:
    import pytest

    from content_factory import Content

EPOCH = 1593604800  # noon of 2020-07-01
CONFIG = builder.CONFIG.format(root=builder.ROOT, url="https://site.example/") + "nav: [index.md, updates.md]\n"
CODE = re.compile(r"<(code|pre)\b.*?</\1>", re.DOTALL)
# What the posts held, and no page may hold.
OUTSIDE = ("video.example.org", "pictures.example.org", "alert(", "{%", "{{", "{:", "@example.org", "comment-")


def test_a_site_of_imported_posts_is_built(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Strictly: every link leads somewhere. Nothing of what was left out stands in a page."""
    folder = content.write()
    old = old_tree("jekyll").write(content.root / "old")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
    assert main(["import", str(old), "--from", "jekyll", "--content", str(folder), "--pair", "no", "--write"]) == 0
    (content.root / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    built = builder.build(content.root, builder.environment(EPOCH))
    assert built.returncode == 0, built.stdout
    pages = sorted((content.root / "built").glob("**/updates/20*-chair-*.html"))
    assert len(pages) > 100
    articles = {page: CODE.sub("", page.read_text(encoding="utf-8")).partition("<article")[2] for page in pages}
    assert all(articles.values())
    assert {(page.name, one) for page, text in articles.items() for one in OUTSIDE if one in text} == set()
