"""Write the issue forms into .github/ISSUE_TEMPLATE/: `make forms`.

The fields are those of strings/forms.yml, which `emptychair from-issue` reads back; the options are the word lists; the
words around them are strings/issues.yml; the addresses begin with site_url of mkdocs.yml.
"""

import re
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import yaml

from emptychair.load.load import languages_beside
from emptychair.text import vocabulary
from emptychair.text.strings import Strings, read_rows, shipped_languages

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".github" / "ISSUE_TEMPLATE"
LANGUAGES = shipped_languages()
SITE_URL = re.compile(r"""^site_url: *(["']?)([^\s"']+?)/?\1 *(?:#.*)?$""", re.MULTILINE)
HEADER = (
    "# Made by `make forms`; change hooks/emptychair/text/strings/forms.yml, issues.yml or the word lists instead.\n"
)
# Every scalar of a data file is text.
TRUE = "true"

Tree = dict[str, Any]


def main() -> int:
    """Write every file. Returns 0."""
    for name, text in create_files(read_site_url(), languages_beside(ROOT / "content")).items():
        (FOLDER / name).write_text(text, encoding="utf-8")
    return 0


def read_site_url(config: Path = ROOT / "mkdocs.yml") -> str:
    """The address of the site in mkdocs.yml, with a slash at its end. Raises LookupError where it has none."""
    match = SITE_URL.search(config.read_text(encoding="utf-8"))
    if not match:
        raise LookupError("site_url")
    return f"{match[2]}/"


def create_files(site_url: str, site_languages: Sequence[str] = LANGUAGES) -> dict[str, str]:
    """File name -> text, of every form in every language and of the page on which one is chosen.

    `site_languages` are those of the site in their order: a form in another one leads to pages in the first.
    """
    folders = {one: f"{one}/" for one in site_languages[1:]}
    roots = {language: site_url + folders.get(language, "") for language in LANGUAGES}
    files = {
        f"{form}{'' if language == LANGUAGES[0] else f'.{language}'}.yml": _form(
            form, fields, language, roots[language]
        )
        for form, fields in read_rows("strings", "forms").items()
        for language in LANGUAGES
    }
    return {name: HEADER + _as_yaml(tree) for name, tree in {"config.yml": _config(roots), **files}.items()}


def _as_yaml(tree: Tree) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10_000)


def _config(roots: Mapping[str, str]) -> Tree:
    """No issue without a form, and the ways that need none."""
    links = []
    for key, page, anchor in (("safety", "safety", ""), ("without-account", "contribute", "#without-account")):
        for language in LANGUAGES:
            say = Strings(language, "issues")
            url = f"{roots[language]}{page}.html{anchor}"
            links.append({"name": say(f"link-{key}"), "url": url, "about": say(f"link-{key}-about")})
    return {"blank_issues_enabled": False, "contact_links": links}


def _form(form: str, fields: Mapping[str, Any], language: str, root: str) -> Tree:
    """A form: the safety words, then its fields in their order. `root` is the address of the pages in its language."""
    say = Strings(language, "issues")
    addresses = {page: f"{root}{page}.html" for page in ("safety", "contribute")}
    safety = {"type": "markdown", "attributes": {"value": say("safety", **addresses)}}
    return {
        "name": say(form),
        "description": say(f"{form}-about"),
        "title": say("issue-title", form=say(form)),
        "body": [safety, *(_field(name, row, language) for name, row in fields.items())],
    }


def _field(name: str, row: Mapping[str, Any], language: str) -> Tree:
    attributes: Tree = {"label": row[language]}
    if row["type"] == "checkboxes":
        # Every one of them: who cannot tick one should not send the form.
        attributes["options"] = [{"label": choice[language], "required": True} for choice in row["choices"].values()]
        return {"type": row["type"], "id": name, "attributes": attributes}
    if row["type"] == "dropdown":
        attributes["options"] = _options(row, language)
        attributes["multiple"] = row.get("multiple") == TRUE
    return {
        "type": row["type"],
        "id": name,
        "attributes": attributes,
        "validations": {"required": row.get("required") == TRUE},
    }


def _options(row: Mapping[str, Any], language: str) -> list[str]:
    """`label (code)`, so that the code can be read back in whichever language the form was."""
    if "terms" in row:
        return [f"{term.label(language)} ({code})" for code, term in vocabulary.terms(row["terms"]).items()]
    return [f"{choice[language]} ({code})" for code, choice in row["choices"].items()]


if __name__ == "__main__":
    sys.exit(main())
