"""The issue forms of a campaign, as GitHub reads them: the address of each language -> file name -> text.

The fields are those of strings/forms.yml, which `emptychair from-issue` reads back; the options are the word lists; the
words around them are strings/issues.yml.
"""

from collections.abc import Mapping
from typing import Any

import yaml

from emptychair.text import vocabulary
from emptychair.text.strings import Strings, read_rows

# Every scalar of a data file is text.
TRUE = "true"

Tree = dict[str, Any]


def create_forms(roots: Mapping[str, str], header: str) -> dict[str, str]:
    """File name -> text, of every form in every language and of the page on which one is chosen.

    `roots` are the languages of the forms, each with the address of its pages, which ends in a slash; the forms of the
    first one have names without a language. `header` is the first line of each file.
    """
    first = next(iter(roots))
    forms = {
        f"{form}{'' if language == first else f'.{language}'}.yml": _form(form, fields, language, root)
        for form, fields in read_rows("strings", "forms").items()
        for language, root in roots.items()
    }
    return {name: f"{header}\n{_as_yaml(tree)}" for name, tree in {"config.yml": _config(roots), **forms}.items()}


def _as_yaml(tree: Tree) -> str:
    return yaml.safe_dump(tree, allow_unicode=True, sort_keys=False, width=10_000)


def _config(roots: Mapping[str, str]) -> Tree:
    """No issue without a form, and the ways that need none."""
    links = []
    for key, page in (("safety", "safety.html"), ("without-account", "contribute.html#without-account")):
        for language, root in roots.items():
            say = Strings(language, "issues")
            links.append({"name": say(f"link-{key}"), "url": root + page, "about": say(f"link-{key}-about")})
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
