"""A language from right to left, under the code of Uyghur: its words are the English ones in other letters."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from emptychair.text.locales import SERVED
from emptychair.text.po import PoEntry, po_text
from emptychair.text.translatable import SourceText, texts_to_translate

# A code for which Babel has dates and a direction, and the theme has no words.
CODE = "ug"
NAME = "ئۇيغۇرچە"
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابچدەفگھىجكلمنوپقرستۇۋشيېز")
# What a text must keep: placeholders, ids and attributes, addresses, tags and signs of HTML, names of footnotes.
KEPT = re.compile(r"(\{[^}]*\}|\]\([^)]*\)|<[^>]*>|https?://\S+|\[\^[^\]]*\]|&\w+;)")
# Texts that nobody has translated: one that is a title and a link, one that is an attribute alone, two in options. What
# CLDR has is missing as well.
MISSING = (
    "strings/pages/title-follow",
    "strings/pages/menu",
    "strings/pages/search-any",
    "vocabulary/languages/zh",
)
# Texts that are no words: a choice, ten signs.
AS_THEY_ARE = ("strings/letters/date-place", "strings/dates/numerals")
# News that no other language has, with a run of a language from left to right.
OWN_PAGE = """\
---
title: "پەقەت بۇ يەردە"
added: 2026-06-05
updated: 2026-06-05
update:
  kind: news
  sources:
    ours:
      title: "Ours"
---
پەقەت بىر تىل: <span lang="en">Empty Chair</span>.
"""


def in_its_letters(text: str) -> str:
    """An English text in the letters of the language."""
    parts = KEPT.split(text)
    return "".join(part if number % 2 else part.lower().translate(LETTERS) for number, part in enumerate(parts))


def put_words(content: Path) -> None:
    """The words of the invented language in a content folder, all but a few."""
    texts = [one for one in texts_to_translate(CODE).values() if not is_missing(one)]
    entries = [PoEntry(one.id, one.text, _word(one)) for one in texts]
    file = content / "languages" / f"{CODE}.po"
    file.parent.mkdir()
    file.write_text(po_text("tests", CODE, "", entries), "utf-8")


def is_missing(source: SourceText) -> bool:
    """Is a text left to another language, or to CLDR?"""
    return source.id in MISSING or source.id.rpartition("/")[2] in SERVED


def _word(source: SourceText) -> str:
    return source.text if source.id in AS_THEY_ARE else in_its_letters(source.text)


def put_pages(content: Path) -> None:
    """A translation of every English source page, and one page of its own."""
    for file in sorted((content / "en").rglob("*.md")):
        _, meta, body = file.read_text("utf-8").split("---\n", 2)
        tree = _read(meta)
        if "translates" not in tree:
            path = content / CODE / file.relative_to(content / "en")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text("\n".join(["---", *_words(tree), "---", in_its_letters(body)]), "utf-8")
    (content / CODE / "updates" / "2026-06-05-only-here.md").write_text(OWN_PAGE, "utf-8")


def _words(tree: dict[str, Any]) -> Iterator[str]:
    """The front matter of a translation, with the words that it must have."""
    yield from (f"{key}: {_quoted(tree[key])}" for key in ("title", "description") if key in tree)
    yield from (f"updated: {tree['updated']}", f"translates: {tree['updated']}")
    demands, photo = tree.get("action", {}).get("demands", ()), tree.get("case", {}).get("photo")
    yield from ("words:",) if demands or photo else ()
    yield from ("  demands:",) if demands else ()
    yield from (f"    {one['id']}: {_quoted(one['text'])}" for one in demands)
    yield from ("  photo:", f"    alt: {_quoted(photo['alt'])}") if photo else ()


def _quoted(text: str) -> str:
    return json.dumps(in_its_letters(text), ensure_ascii=False)


def _read(text: str) -> dict[str, Any]:
    """YAML, every scalar a text."""
    return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - it builds no objects
