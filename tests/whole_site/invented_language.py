"""An invented language: its words are the English ones between marks, and its pages are the English ones."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from emptychair.text.po import PoEntry, po_text
from emptychair.text.translatable import SourceText, texts_to_translate

# A code for which Babel has dates and the theme its few words.
CODE = "eo"
NAME = "Esperanto"
# Texts that nobody has translated: one that is a title and a link, one that is an attribute alone, two in options.
MISSING = (
    "strings/pages/title-follow",
    "strings/pages/menu",
    "strings/pages/search-any",
    "vocabulary/languages/zh",
)
# Texts that are no words: a choice, a pattern, ten signs.
AS_THEY_ARE = ("strings/letters/date-place", "strings/dates/pattern-", "strings/dates/numerals")
# News that no other language has.
OWN_PAGE = """\
---
title: "Nur ĉi tie"
added: 2026-06-05
updated: 2026-06-05
update:
  kind: news
  sources:
    ours:
      title: "Ours"
---
Nur unu lingvo.
"""


def put_words(content: Path) -> None:
    """The words of the invented language in a content folder, all but a few."""
    texts = [one for one in texts_to_translate().values() if one.id not in MISSING]
    entries = [PoEntry(one.id, one.text, _word(one)) for one in texts]
    file = content / "languages" / f"{CODE}.po"
    file.parent.mkdir()
    file.write_text(po_text("tests", CODE, "", entries), "utf-8")


def _word(source: SourceText) -> str:
    return source.text if source.id.startswith(AS_THEY_ARE) else f"‹{source.text}›"


def put_pages(content: Path) -> None:
    """A translation of every English source page, and one page of its own."""
    for file in sorted((content / "en").rglob("*.md")):
        _, meta, body = file.read_text("utf-8").split("---\n", 2)
        tree = _read(meta)
        if "translates" not in tree:
            path = content / CODE / file.relative_to(content / "en")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(["---", *_words(tree), "---", body]), "utf-8")
    (content / CODE / "updates" / "2026-06-05-only-here.md").write_text(OWN_PAGE, "utf-8")


def _words(tree: dict[str, Any]) -> Iterator[str]:
    """The front matter of a translation, with the words that it must have."""
    yield from (
        f"{key}: {json.dumps(tree[key], ensure_ascii=False)}" for key in ("title", "description") if key in tree
    )
    yield from (f"updated: {tree['updated']}", f"translates: {tree['updated']}")
    demands, photo = tree.get("action", {}).get("demands", ()), tree.get("case", {}).get("photo")
    yield from ("words:",) if demands or photo else ()
    yield from ("  demands:",) if demands else ()
    yield from (f"    {one['id']}: {json.dumps(one['text'], ensure_ascii=False)}" for one in demands)
    yield from ("  photo:", f"    alt: {json.dumps(photo['alt'])}") if photo else ()


def _read(text: str) -> dict[str, Any]:
    """YAML, every scalar a text."""
    return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - it builds no objects
