"""A language from right to left, under the code of Uyghur: its words are the English ones in other letters."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

# A code for which Babel has dates and a direction, and the theme has no words.
CODE = "ug"
NAME = "ئۇيغۇرچە"
OF_LANGUAGE = {"en": "Uyghur", "zh": "维吾尔文", "locale": "ug_CN", "rss": "ug", "own": NAME}
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyz", "ابچدەفگھىجكلمنوپقرستۇۋشيېز")
# What a text must keep: placeholders, ids and attributes, addresses, tags and signs of HTML, names of footnotes.
KEPT = re.compile(r"(\{[^}]*\}|\]\([^)]*\)|<[^>]*>|https?://\S+|\[\^[^\]]*\]|&\w+;)")
# Left to CLDR: the patterns of dates, what stands between the parts of a list.
OF_CLDR = ("pattern-", "list-join", "article-join", "names-join", "and")
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


def put_words(project: Path) -> None:
    """Give each row of strings/ and vocabulary/ of a copy of the project a key for the invented language."""
    for file in sorted((project / "hooks" / "emptychair" / "text").glob("*/*.yml")):
        tree = _read(file.read_text("utf-8"))
        if file.name == "languages.yml":
            tree[CODE] = dict(OF_LANGUAGE)
        _add(tree)
        file.write_text(yaml.safe_dump(tree, allow_unicode=True, sort_keys=False), "utf-8")


def _add(tree: dict[str, Any]) -> None:
    for key, value in list(tree.items()):
        if isinstance(value, dict):
            if not key.startswith(OF_CLDR):
                _add(value)
        elif key == "en" or key.endswith("_en"):
            words = list(map(in_its_letters, value)) if isinstance(value, list) else in_its_letters(value)
            tree[key.removesuffix("en") + CODE] = words


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
