"""An invented language: its words are the English ones between marks, and its pages are the English ones."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

# A code for which Babel has dates and the theme its few words.
CODE = "eo"
NAME = "Esperanto"
OF_LANGUAGE = {"en": NAME, "zh": "世界语", "locale": "eo", "rss": "eo", "own": NAME, "dir": "ltr"}
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
            _add(value)
        elif key == "en" or key.endswith("_en"):
            tree[key.removesuffix("en") + CODE] = f"‹{value}›"


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
