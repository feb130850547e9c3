"""Code and templates hold no words of their own."""

from __future__ import annotations

import re
from pathlib import Path

import yaml

from for_each import for_each
from parsed_code import literals
from sentences import CJK, CODE, CORE, TEMPLATES, placeholders

# Where characters are signs to be read and not words to be shown.
READERS_OF_CHARACTERS = {
    "yaml_mistakes.py",
    "markdown_outline.py",
    "dates.py",
    "yaml_builder.py",
    "document.py",
    "titles.py",
    "open_data_csv.py",
} | {
    "answers.py",
    "campaign_questions.py",
    "form_dates.py",
    "search_documents.py",
    "numbers.py",
    "number_words.py",
    "person_names.py",
    "run_on_lists.py",
    "wide_markdown.py",
    "private_data.py",
    "placeholders.py",
    "sample_sentences.py",
    "spelling.py",
    "texts.py",
    "traditional.py",
    "typed_dates.py",
    "typesetting.py",
}


@for_each("file", CODE, ids=lambda file: str(file.relative_to(CORE)))
def test_code_holds_no_chinese(file: Path) -> None:
    """But in comments and docstrings, and where characters are read."""
    if file.name in READERS_OF_CHARACTERS:
        return
    assert not [text for text in literals(file) if CJK.search(text.replace("　", ""))]


@for_each("file", CODE, ids=lambda file: str(file.relative_to(CORE)))
def test_code_holds_no_sentence(file: Path) -> None:
    """No English sentence that a reader would see: words with blanks are keys of nothing."""
    for text in literals(file):
        sentence = re.search(r"[A-Z][a-z]+(?: [a-z]+){3,}|(?:[a-z]+ ){4,}[a-z]+[.!?]", text)
        # What pydantic is told, and is never shown, is short.
        assert not sentence, text


@for_each("file", TEMPLATES, ids=lambda file: file.name)
def test_templates_hold_no_words(file: Path) -> None:
    """Nothing but signs between tags and expressions: every word comes from strings/."""
    text = re.sub(r"\{#.*?#\}", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)
    text = re.sub(r"\{%.*?%\}|\{\{.*?\}\}", "\0", text, flags=re.DOTALL)
    text = re.sub(r"<[^<>]*>", "", text)
    assert not re.search(r"[^\W\d_]", text), re.findall(r"[^\W\d_]+", text)


@for_each("file", TEMPLATES, ids=lambda file: file.name)
def test_attributes_that_are_read_aloud_come_from_strings(file: Path) -> None:
    """No label, title or alternative text is written in a template; a picture that only decorates has an empty one."""
    text = file.read_text(encoding="utf-8")
    for value in re.findall(r'(?:aria-label|title|alt|placeholder)="([^"]*)', text):
        assert value == "" or value.startswith("{{"), value


def test_nothing_in_a_template_is_marked_safe() -> None:
    """Escaping is switched off nowhere."""
    for file in TEMPLATES:
        assert not re.search(r"\|\s*safe|autoescape|Markup", file.read_text(encoding="utf-8")), file.name


def test_data_files_are_plain_yaml() -> None:
    """Every file of strings/ and vocabulary/ is a mapping that a strict reader reads as well."""
    for file in [*(CORE / "text" / "strings").glob("*.yml"), *(CORE / "text" / "vocabulary").glob("*.yml")]:
        assert isinstance(yaml.safe_load(file.read_text(encoding="utf-8")), dict)


def test_the_scan_sees_what_it_looks_for() -> None:
    """The scans would find what they forbid."""
    assert all(CJK.search(sign) for sign in "中：，")
    assert placeholders("{a} and {b}") == ["a", "b"]
