"""The issue forms: GitHub can read them, they begin with safety, and the command reads back what they ask."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from emptychair.text import vocabulary
from emptychair.text.strings import Strings, read_rows
from for_each import for_each
from make_forms import LANGUAGES, create_files, read_site_url

FORMS: dict[str, Any] = {**read_rows("strings", "forms")}
SITE = "https://chairs.cat/"
FILES = create_files(SITE)
PAIRS = [(form, language) for form in FORMS for language in LANGUAGES]


def read(form: str, language: str) -> dict[str, Any]:
    """A form as GitHub reads it."""
    name = f"{form}.yml" if language == "en" else f"{form}.{language}.yml"
    found: dict[str, Any] = yaml.safe_load(FILES[name])
    return found


def test_the_address_is_that_of_the_settings(tmp_path: Path) -> None:
    """It is read from mkdocs.yml of a campaign, which must have one, however YAML lets it be written."""
    config = tmp_path / "mkdocs.yml"
    bare = SITE.rstrip("/")
    for written in (SITE, bare, f'"{SITE}"', f"'{bare}'", f"  {SITE}  # where it is read"):
        config.write_text(f"site_name: Chairs\nsite_url: {written}\nnav: []\n", encoding="utf-8")
        assert read_site_url(config) == SITE
    config.write_text("site_name: Chairs\n", encoding="utf-8")
    with pytest.raises(LookupError):
        read_site_url(config)


@pytest.mark.parametrize(
    ("schema", "names"),
    [
        ("vendor.github-issue-forms", [name for name in FILES if name != "config.yml"]),
        ("vendor.github-issue-config", ["config.yml"]),
    ],
)
def test_the_files_fit_their_schemas(schema: str, names: list[str], tmp_path: Path) -> None:
    """GitHub would read them."""
    for name in names:
        (tmp_path / name).write_text(FILES[name], encoding="utf-8")
    program = Path(sys.executable).parent / "check-jsonschema"
    done = subprocess.run(
        [str(program), "--builtin-schema", schema, *(str(tmp_path / name) for name in names)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@for_each("form, language", PAIRS)
def test_a_form_asks_what_the_command_reads(form: str, language: str) -> None:
    """The same fields with the same ids and labels in the same order."""
    asked = [(field["id"], field["attributes"]["label"]) for field in read(form, language)["body"][1:]]
    assert asked == [(name, row[language]) for name, row in FORMS[form].items()]
    assert len({label for _, label in asked}) == len(asked)


@for_each("form, language", PAIRS)
def test_a_form_begins_with_safety(form: str, language: str) -> None:
    """Before the first field; and what must be ticked must be ticked."""
    first, ticks, *_ = read(form, language)["body"]
    words = first["attributes"]["value"]
    assert first["type"] == "markdown"
    assert {"en": "mainland China, Hong Kong or Macao", "zh": "中国大陆、香港或澳门"}[language] in words
    assert ("" if language == "en" else f"{language}/") + "contribute.html#without-account" in words
    assert ticks["type"] == "checkboxes"
    assert all(option["required"] for option in ticks["attributes"]["options"])


@for_each("form, language", PAIRS)
def test_options_can_be_read_back(form: str, language: str) -> None:
    """Each ends in its code, which is that of the word list."""
    for field in read(form, language)["body"]:
        if field["type"] == "dropdown":
            row = FORMS[form][field["id"]]
            codes = [option.rpartition(" (")[2].removesuffix(")") for option in field["attributes"]["options"]]
            assert codes == list(vocabulary.terms(str(row["terms"])) if "terms" in row else row["choices"])


def test_no_title_asks_for_a_name() -> None:
    """The line that everybody sees in lists and mails says so."""
    for form, language in PAIRS:
        say = Strings(language, "issues")
        assert read(form, language)["title"] == say("issue-title", form=say(form))


def test_the_chooser_begins_with_safety() -> None:
    """No issue without a form; the first links lead to the safety page of this site, in both languages."""
    config = yaml.safe_load(FILES["config.yml"])
    assert config["blank_issues_enabled"] is False
    urls = [link["url"] for link in config["contact_links"]]
    assert urls[:2] == [f"{SITE}safety.html", f"{SITE}zh/safety.html"]
