"""The answers to the questions about a new campaign -> the files of its repository, path -> bytes.

The texts are templates in scaffold/: `files/` for every campaign, `github/` where that is its host, `languages/CODE/`
for each of its languages. A name that ends in `.jinja` is filled in, any other is taken as it stands; `dot-` at the
beginning of a name is a dot, which many tools leave out of packages.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined

from emptychair.editing.annotated_page import Languages, specimen
from emptychair.editing.answers import parts_of
from emptychair.editing.campaign_questions import GITHUB, LICENCES, code_host, names_of
from emptychair.editing.issue_forms import create_forms
from emptychair.editing.questions import Answers, Setting
from emptychair.front_matter.yaml_writer import quoted
from emptychair.text.strings import Strings, catalogue
from emptychair.text.traditional import nearest_script, to_traditional

FOLDER = "scaffold"
CATALOGUE = "start"
LOADER = PackageLoader("emptychair.editing", FOLDER)
JINJA = ".jinja"
DOT = "dot-"
# What stands for signs in the prose of Markdown.
SIGNS = re.compile(r"([\\`*_\[\]|#])")
SHARED = "hooks/mkdocs_base.yml"
# It is no YAML for a safe reader: it names functions of Python.
NATIVE = re.compile(r"^ +- locale: (\S+)\n +name: (.+)$", re.MULTILINE)
DRAFT = "drafts/c-0001.md"
PAGES = ("index", "about", "safety", "contribute")


@dataclass(frozen=True)
class Carried:
    """What a campaign takes over from the generator: path in its repository -> bytes; and the generator itself.

    `pins` are the packages that it needs, with hashes, as lines of requirements.txt; `version` is its own, `wheel` the
    file name and the bytes of its wheel, or None where there is none to be had.
    """

    files: Mapping[str, bytes]
    pins: str
    version: str
    wheel: tuple[str, bytes] | None = None


def create_campaign(answers: Answers, carried: Carried, setting: Setting) -> dict[str, bytes]:
    """Every file of the repository of a new campaign, path -> bytes, in the order of paths.

    `answers` are whole and without faults; `setting` has the day, and the language of the comments in the draft.
    """
    values = _values(answers, carried, setting)
    texts = dict(_filled("files", values))
    for number, language in enumerate(values["written"]):
        own = {"language": language, "source": number == 0, "name": values["names"][language]}
        texts |= _of_language(values | own | {"speaker": values["speakers"][language]})
    if values["code_host"] == GITHUB:
        texts |= _of_github(values)
    texts[DRAFT] = _draft(values["languages"][0], setting)
    texts["requirements.txt"] = _requirements(carried)
    found = {path: text.encode() for path, text in texts.items()} | _carried(carried, values["code_host"])
    return dict(sorted(found.items()))


def _values(answers: Answers, carried: Carried, setting: Setting) -> dict[str, Any]:
    """What the templates fill in; `note` is a comment, in the first language where nothing else is said."""
    languages = parts_of(answers["languages"])

    def note(key: str, language: str = languages[0]) -> str:
        return Strings(language, CATALOGUE)(f"note-{key}")

    contact, repository = answers["contact"], answers.get("repository", "")
    return {
        "languages": languages,
        # Those with pages of their own: beside the simplified ones the traditional ones are converted by each build.
        "written": [one for one in languages if one == languages[0] or nearest_script(one) not in languages],
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
    folder, convert = _texts_of(language)
    pages = {f"content/{language}/{page}.md": f"{folder}/{page}.md.jinja" for page in PAGES}
    pages[values["readmes"][language]] = f"{folder}/README.md.jinja"
    return {path: convert(_render(template, values)) for path, template in pages.items()}


def _texts_of(language: str) -> tuple[str, Callable[[str], str]]:
    """The folder of the texts of a language in scaffold/, and what makes them texts of that language."""
    script = nearest_script(language)
    return f"languages/{script or language}", to_traditional if script else str


def _of_github(values: dict[str, Any]) -> dict[str, str]:
    languages = values["written"]
    parts = [convert(_source(f"{folder}/pull_request.md")) for folder, convert in map(_texts_of, languages)]
    roots = {one: values["address"] + (f"{one}/" if number else "") for number, one in enumerate(languages)}
    forms = create_forms(roots, Strings(languages[0], CATALOGUE)("forms-header"))
    return {
        **dict(_filled("github", values)),
        ".github/pull_request_template.md": "\n".join(parts),
        **{f".github/ISSUE_TEMPLATE/{name}": text for name, text in forms.items()},
    }


def _draft(language: str, setting: Setting) -> str:
    """A case about nobody, with every key explained."""
    day = setting.today.isoformat()
    consent = {"basis": "public-record", "reviewed": day[:7], "scope": ["name", "story"]}
    tree = {"updated": day, "added": day, "case": {"kind": "person", "pronoun": "unknown", "consent": consent}}
    notes = [Strings(setting.language, CATALOGUE)("draft-note", path=f"content/{language}/cases/c-0001.md")]
    return specimen("case", Languages(language, setting.language), tree, "", notes)


def _requirements(carried: Carried) -> str:
    digest = f" \\\n    --hash=sha256:{sha256(carried.wheel[1]).hexdigest()}" if carried.wheel else ""
    return f"{carried.pins.rstrip()}\nemptychair=={carried.version}{digest}\n"


def _carried(carried: Carried, host: str) -> dict[str, bytes]:
    found = {path: data for path, data in carried.files.items() if host == GITHUB or not path.startswith("scripts/")}
    return found | ({f"wheels/{carried.wheel[0]}": carried.wheel[1]} if carried.wheel else {})


def _filled(folder: str, values: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Path in the campaign and text of each file below a folder of scaffold/."""
    for path in _paths(files("emptychair.editing") / FOLDER / folder):
        target = "/".join(f".{step.removeprefix(DOT)}" if step.startswith(DOT) else step for step in path.split("/"))
        if path.endswith(JINJA):
            yield target.removesuffix(JINJA), _render(f"{folder}/{path}", values)
        else:
            yield target, _source(f"{folder}/{path}")


def _paths(folder: Traversable, before: str = "") -> Iterator[str]:
    for one in sorted(folder.iterdir(), key=lambda found: found.name):
        if one.is_dir():
            yield from _paths(one, f"{before}{one.name}/")
        else:
            yield before + one.name


def _source(path: str) -> str:
    """A text of scaffold/ as it stands."""
    return LOADER.get_source(_environment(), path)[0]


def _render(template: str, values: Mapping[str, Any]) -> str:
    return _environment().get_template(template).render(values)


@cache
def _environment() -> Environment:
    """Its texts are Markdown, YAML and the like: what is filled in is quoted or escaped by the filters."""
    made = Environment(
        loader=LOADER,
        autoescape=False,  # noqa: S701 - no HTML is written
        undefined=StrictUndefined,
        # Headings have their ids in {#...}.
        comment_start_string="{##",
        comment_end_string="##}",
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters["quoted"] = quoted
    made.filters["prose"] = lambda text: SIGNS.sub(r"\\\1", text)
    return made
