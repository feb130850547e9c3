"""The answers to the questions about a new campaign -> the files of its repository, path -> bytes.

The texts are in scaffold/: `files/` for every campaign, `github/` where that is its host, `languages/CODE/` for each of
its languages.
"""

import re
from typing import Any

from emptychair.editing.annotated_page import Languages, specimen
from emptychair.editing.answers import parts_of
from emptychair.editing.campaign_questions import GITHUB, LICENCES, code_host, names_of
from emptychair.editing.generator_files import CATALOGUE, Carried, Site, create_generator_files
from emptychair.editing.generator_record import RECORD, create_record, record_of
from emptychair.editing.questions import Answers, Setting
from emptychair.editing.scaffold_texts import filled, render, texts_of, written_in
from emptychair.text.strings import Strings, catalogue

SHARED = "hooks/mkdocs_base.yml"
# It is no YAML for a safe reader: it names functions of Python.
NATIVE = re.compile(r"^ +- locale: (\S+)\n +name: (.+)$", re.MULTILINE)
DRAFT = "drafts/c-0001.md"
PAGES = ("index", "about", "safety", "contribute")


def create_campaign(answers: Answers, carried: Carried, setting: Setting) -> dict[str, bytes]:
    """Every file of the repository of a new campaign, path -> bytes, in the order of paths.

    `answers` are whole and without faults; `setting` has the day, and the language of the comments in the draft.
    """
    values = _values(answers, carried, setting)
    languages, written = values["languages"], values["written"]
    texts = dict(filled("files", values))
    for number, language in enumerate(written):
        own = {"language": language, "source": number == 0, "name": values["names"][language]}
        texts |= _of_language(values | own | {"speaker": values["speakers"][language]})
    if values["code_host"] == GITHUB:
        texts |= filled("github", values)
    texts[DRAFT] = _draft(languages[0], setting)
    shared = create_generator_files(Site(languages, values["address"], values["code_host"]), carried)
    shared[RECORD] = create_record(record_of(shared, carried.version, values["code_host"]), languages[0])
    return dict(sorted(({path: text.encode() for path, text in texts.items()} | shared).items()))


def _values(answers: Answers, carried: Carried, setting: Setting) -> dict[str, Any]:
    """What the templates fill in; `note` is a comment, in the first language where nothing else is said."""
    languages = parts_of(answers["languages"])

    def note(key: str, language: str = languages[0]) -> str:
        return Strings(language, CATALOGUE)(f"note-{key}")

    contact, repository = answers["contact"], answers.get("repository", "")
    return {
        "languages": languages,
        "written": written_in(languages),
        "native_names": {one: catalogue("languages")[one][one] for one in languages} | _native_names(carried),
        "readmes": {one: "README.md" if one == languages[0] else f"README.{one}.md" for one in languages},
        "names": names_of(answers["name"], languages),
        "speakers": names_of(answers["speaker"], languages),
        "contact": {"email": "", "page": contact} if "://" in contact else {"email": contact, "page": ""},
        "repository": repository,
        "code_host": code_host(repository),
        "owners": parts_of(answers.get("owners", "")),
        "address": answers["address"],
        "id": answers["id"],
        "timezone": answers["timezone"],
        "licence": LICENCES[answers["licence"]],
        "draft": DRAFT,
        "note": note,
        "day": setting.today.isoformat(),
    }


def _native_names(carried: Carried) -> dict[str, str]:
    """The languages as their readers call them, by code, as far as the shared settings of the host name them."""
    return dict(NATIVE.findall(carried.files[SHARED].decode()))


def _of_language(values: dict[str, Any]) -> dict[str, str]:
    language = values["language"]
    folder, convert = texts_of(language)
    pages = {f"content/{language}/{page}.md": f"{folder}/{page}.md.jinja" for page in PAGES}
    pages[values["readmes"][language]] = f"{folder}/README.md.jinja"
    return {path: convert(render(template, values)) for path, template in pages.items()}


def _draft(language: str, setting: Setting) -> str:
    """A case about nobody, with every key explained."""
    day = setting.today.isoformat()
    consent = {"basis": "public-record", "reviewed": day[:7], "scope": ["name", "story"]}
    tree = {"updated": day, "added": day, "case": {"kind": "person", "pronoun": "unknown", "consent": consent}}
    notes = [Strings(setting.language, CATALOGUE)("draft-note", path=f"content/{language}/cases/c-0001.md")]
    return specimen("case", Languages(language, setting.language), tree, "", notes)
