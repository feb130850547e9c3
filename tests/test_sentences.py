"""Words stand in strings/ and vocabulary/, in every language, each of them used."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, nodes

from campaign_outputs import LANGUAGES
from emptychair.as_of.routes import FACETS
from emptychair.editing.brought_blocks import BLOCKS
from emptychair.editing.choices import NEW
from emptychair.editing.questions import QUESTIONS
from emptychair.editing.upgrade import Upgrade
from emptychair.front_matter.document import parse_register
from emptychair.record.models import Event, Source
from emptychair.record.reserved_urls import DATA_FILES, GENERATED, SEARCHED
from emptychair.review.changes import SECTIONS
from emptychair.text import vocabulary
from emptychair.text.locales import plural_rows
from emptychair.text.strings import Row, catalogue
from emptychair.views.follow import FEEDS, WISHES
from emptychair.views.letter_steps import WARNINGS
from for_each import for_each
from parsed_code import code_nodes, literals
from sentences import CJK, CODE, CORE, TEMPLATES, placeholders

SCRIPTS = sorted((Path(__file__).parent.parent / "scripts").glob("*.py"))


CATALOGUES = sorted(file.stem for file in (CORE / "text" / "strings").glob("*.yml"))


# An envelope names other things in each language.
OTHER_PLACEHOLDERS = {"attention"}


# The form of a line of front matter or of a message is shown in half-width signs.
SHOW_SYNTAX = {"commands", "problems"}


# Their rows are those of models (test_annotated_page.py, test_editor_schema.py) and of forms (test_issue_forms.py).
OF_MODELS_AND_FORMS = {"specimens", "registers", "forms"}


# f"title-{route.kind}" and its like: the keys that code puts together, by catalogue.
STATES = ("source", "complete", "partial", "stale", "missing")


CHANGING = (
    *("event", *BLOCKS, "confirm", "checked", "close", "withdraw"),
    *("add-image", "add-document", "add-mark", "import"),
)


FLAGS = ("source", "outcome", "credit", "licence", "alt", "translated-alt", "caption", "translated-caption")


LINES = (
    *("name", "title", "description", "visibility", "status", "stage", "notes", "photo", "text", "event", "charge"),
    *(
        "flag",
        "sentence",
        "custody",
        "ahead",
        "document",
        "source",
        "state",
        "dates",
        "people",
        "demand",
        "outcome",
        "recipients",
    ),
    *("channels", "kind", "download", "statistic", "letter", "basis", "scope", "reviewed", "size", "digest"),
)

# What add-document takes, and of that what it does not ask for.
NOT_ASKED = ("id", "text", "source", "translated-text")
DOCUMENT_FLAGS = (
    *("title", "issuer", "date", "language", "blacked-out", "translated-title", "translated-issuer"),
    *NOT_ASKED,
)

# The codes of the report's lines stand in the code alone.
IMPORTING = set().union(*(literals(file) for file in CODE if "import" in file.as_posix().removeprefix(str(CORE))))


# What a started campaign is made of: its comments are sentences of a catalogue.
SCAFFOLD = sorted((CORE / "editing" / "scaffold").rglob("*.jinja"))
PUT_TOGETHER = {
    "issues": {
        *(f"{form}{end}" for form in catalogue("forms") for end in ("", "-about")),
        *(f"link-{key}{end}" for key in ("safety", "without-account") for end in ("", "-about")),
    },
    "importing": {f"{part}-{text}" for part in ("note", "count") for text in IMPORTING} & set(catalogue("importing")),
    "links": {
        *(f"report-{column}" for column in ("where", "address", "found", "copy")),
        *(f"state-{state}" for state in ("gone", "failed", "moved", "not-checked")),
        *(f"copy-{answer}" for answer in ("yes", "no", "itself")),
    },
    "publishable": set(),
    "language_files": set(),
    "reasons": set(),
    "summary": {
        *(f"section-{kind}" for kind in (*SECTIONS, "reasons", "warnings")),
        *(f"note-{kind}" for kind in ("recipient", "consent", "picture", "reasons", "warnings")),
        *(f"line-{name}" for name in LINES),
    },
    "warnings": {f"{key}{end}" for key in WARNINGS for end in ("-more", "-unfold")},
    "pages": {
        *(f"letter-print-{paper}{end}" for paper in ("dl", "us", "envelope") for end in ("", "-note")),
        *(f"title-{name}" for name in GENERATED),
        *(f"facet-{name}" for name in FACETS),
        *(f"kind-{kind}" for kind in SEARCHED),
        *(f"notice-{state}" for state in STATES if state not in ("source", "complete")),
        *(f"coverage-{state}" for state in (*STATES, "converted")),
        *(f"still-{path}" for path in ("archive", "follow", "translations", "contribute")),
        *(f"banner-{code}" for code in vocabulary.terms("action_states")),
        *(f"feed-{kind}-{what}" for kind in ("action", "kind") for what in ("opened", "closing", "ended")),
        *(f"feed-action-{what}-ongoing" for what in ("opened", "ended")),
        *(f"follow-wish-{name}" for name in WISHES),
        *(f"follow-{name.replace('.', '-')}{end}" for name in FEEDS for end in ("", "-note")),
        *(f"data-{key}" for key in DATA_FILES),
        *(f"web-editor-{what}-{name}" for what in ("new", "begin", "note") for name in ("case", "event")),
    },
    "keywords": set(catalogue("keywords")),
    "dates": {"pattern-day", "pattern-month", "pattern-year"},
    "languages": set(LANGUAGES),
    "problems": set(),
    "letters": set(),
    "commands": {f"mark-{severity}" for severity in ("error", "warning")},
    "start": {
        *(f"example-{key}" for key in ("name", "speaker")),
        *(f"note-{key}" for file in SCAFFOLD for key in re.findall(r'note\("([a-z-]+)"', file.read_text("utf-8"))),
    },
    "upgrade": {f"file-{field.name}" for field in fields(Upgrade)},
    "arguments": set(catalogue("arguments")),
    "questions": {
        *(question.key for questions in QUESTIONS.values() for question in questions),
        *(f"which-{page}" for page in ("case", "action")),
        *(f"replaces-{name}" for name in ("sentences", "charges")),
        *(f"word-{word}" for word in ("person", "group", "open", "closed", "closed-positive", NEW, *BLOCKS)),
    },
    "writing": {
        *(f"{what}-{kind}" for what in ("new", "examples") for kind in QUESTIONS),
        *(f"state-{state}" for state in STATES if state not in ("source", "complete")),
    },
    "editing": {
        *(f"{command}-{part}" for command in CHANGING for part in ("about", "examples")),
        *(f"{part}-{field.replace('_', '-')}" for part in ("ask", "flag") for field in Event.model_fields),
        *(f"flag-source-{field}" for field in Source.model_fields),
        *(f"{part}-{flag}" for part in ("ask", "flag") for flag in FLAGS),
        *(f"unknown-{folder}" for folder in ("cases", "actions")),
        "flag-flags-ended",
        *(f"flag-document-{flag}" for flag in DOCUMENT_FLAGS),
        *(f"ask-{flag}" for flag in DOCUMENT_FLAGS if flag not in NOT_ASKED),
    },
}


def rows_of(name: str) -> dict[str, Row]:
    """The sentences of a catalogue; those of one that is nested (by form, by model) under keys with a dot."""
    return dict(_rows("", catalogue(name)))


def _rows(above: str, found: Mapping[str, Any]) -> Iterator[tuple[str, Row]]:
    for key, row in found.items():
        if "en" in row:
            yield above + key, {name: text for name, text in row.items() if isinstance(text, str)}
        yield from _rows(f"{above}{key}.", {name: one for name, one in row.items() if isinstance(one, Mapping)})


@cache
def template_tree(file: Path) -> nodes.Template:
    """A template as its parser sees it."""
    return Environment(autoescape=True).parse(file.read_text(encoding="utf-8"))


def template_literals(file: Path) -> set[str]:
    """Every text constant in the expressions of a template."""
    return {str(node.value) for node in template_tree(file).find_all(nodes.Const)}


def said(file: Path) -> set[str]:
    """The keys that a template asks for by name: say("...")."""
    calls = [
        node
        for node in template_tree(file).find_all(nodes.Call)
        if isinstance(node.node, nodes.Name) and node.node.name == "say"
    ]
    return {str(one.value) for call in calls for one in call.args[:1] if isinstance(one, nodes.Const)}


def called(file: Path) -> set[str]:
    """The keys that code asks for by name: say("..."), context.words("..."), say.plural("...")."""
    keys = set()
    for node in code_nodes(file):
        if isinstance(node, ast.Call) and node.args and isinstance(node.args[0], ast.Constant):
            name = ast.unparse(node.func)
            if re.search(r"(^|\.)(say|words)$|say\.plural$|^Strings\(", name) and isinstance(node.args[0].value, str):
                keys.add(node.args[0].value)
    return keys


@for_each("name", CATALOGUES)
def test_every_sentence_is_in_every_language(name: str) -> None:
    """With the same placeholders; in exactly the plural forms of the language; a hint in every language or in none."""
    rows = rows_of(name)
    for language in LANGUAGES:
        assert {key for key, row in rows.items() if language in row} == plural_rows(rows, language), language
    for key, row in rows.items():
        found = {frozenset(placeholders(row[language])) for language in LANGUAGES if language in row}
        found |= {frozenset(placeholders(rows[key.removesuffix("-one")]["en"]))}
        assert key in OTHER_PLACEHOLDERS or len(found) == 1, key
        hints = {f"hint_{language}" for language in LANGUAGES}
        assert not (hints & set(row)) or hints <= set(row), key
        if hints <= set(row):
            assert placeholders(row["hint_en"]) == placeholders(row["hint_zh"]), key


@for_each("name", CATALOGUES)
def test_no_sentence_stands_twice_under_one_key(name: str) -> None:
    """YAML takes the last of two equal keys without a word."""
    text = (CORE / "text" / "strings" / f"{name}.yml").read_text(encoding="utf-8")
    assert [problem.line for problem in parse_register(name, text)[1] if problem.code == "equal-keys"] == []
    keys = [line.partition(":")[0] for line in text.split("\n") if re.match(r"[A-Za-z]", line)]
    assert len(set(keys)) == len(keys) == len(catalogue(name))


@for_each("name", sorted({*CATALOGUES} - SHOW_SYNTAX))
def test_chinese_is_chinese_and_english_is_english(name: str) -> None:
    """No Chinese sign in an English sentence; full-width signs beside Chinese characters."""
    for key, row in rows_of(name).items():
        assert not CJK.search(row["en"]), key
        assert not re.search(r"[\u4e00-\u9fff][,:;!?(]|[,;!?)][\u4e00-\u9fff]", row.get("zh", "")), key


@for_each("name", sorted(vocabulary.names()))
def test_every_term_is_in_every_language(name: str) -> None:
    """A label in each; entries that come by language come in all, with the same placeholders."""
    for code, term in vocabulary.terms(name).items():
        assert all(term.label(language) for language in LANGUAGES), code
        by_language: dict[str, set[str]] = {}
        for key in term.row:
            stem, _, language = key.rpartition("_")
            if language in LANGUAGES and isinstance(term.row[key], str) and name != "posts":
                by_language.setdefault(stem, set()).add(language)
        assert all(found == set(LANGUAGES) for found in by_language.values()), code
        for stem in by_language:
            assert placeholders(term.get(f"{stem}_en")) == placeholders(term.get(f"{stem}_zh")), code


def test_every_key_that_is_asked_for_exists() -> None:
    """Of the pages' sentences in templates; of all catalogues together in code; and each that code puts together."""
    pages = set(catalogue("pages"))
    for file in TEMPLATES:
        assert said(file) <= pages, file.name
    everything = set().union(*(catalogue(name) for name in CATALOGUES))
    for file in CODE:
        assert called(file) - {""} <= everything | {"title", "description", "publisher", "author"}, file.name
    missing = {
        "pages": {"banner-open", "banner-closing-soon", "banner-withdrawn", "title-page"},
        "editing": PUT_TOGETHER["editing"],
    }
    for name, keys in PUT_TOGETHER.items():
        assert keys - set(catalogue(name)) <= missing.get(name, set()), name


@cache
def used() -> frozenset[str]:
    """Every text that code or a template holds."""
    found = set().union(*(literals(file) for file in [*CODE, *SCRIPTS]))
    return frozenset(found.union(*(template_literals(file) for file in TEMPLATES)))


@for_each("name", sorted({*CATALOGUES} - {"problems"} - OF_MODELS_AND_FORMS))
def test_no_sentence_is_left_over(name: str) -> None:
    """Every key is asked for somewhere; the row for one belongs to its row for many."""
    spare = set(catalogue(name)) - used() - PUT_TOGETHER[name]
    spare = {key for key in spare if key.removesuffix("-one") not in used() | PUT_TOGETHER[name]}
    assert spare == set()


def test_the_advice_about_letters_to_prisoners_is_shown() -> None:
    """Where a place of custody lets letters in, the words of the site are on the page."""
    assert "prisoners" in used()


def test_every_problem_has_a_place_where_it_is_found() -> None:
    """Codes of problems stand in code, alone or with the list they are about."""
    words = used() | {f"unknown-{one}" for one in ("charge", "sentence")}
    spare = {code for code in catalogue("problems") if code not in words}
    assert spare == set()
