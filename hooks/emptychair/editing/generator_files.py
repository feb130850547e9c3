"""The files of a campaign that are the generator's: the same in every campaign but for languages and addresses.

A campaign has them from `emptychair start`, and newer ones from `emptychair upgrade`. What is filled in with answers
(pages, settings, mkdocs.yml, owners, READMEs) is the campaign's own from its first day, and none of these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from emptychair.editing.campaign_questions import GITHUB, start_languages
from emptychair.editing.editor_schema import create_register_schema
from emptychair.editing.issue_forms import create_forms
from emptychair.editing.scaffold_texts import as_they_stand, source, texts_of, written_in
from emptychair.text.strings import Strings

CATALOGUE = "start"
REQUIREMENTS = "requirements.txt"
# What the settings beside it name, by which VS Code checks registers.
REGISTER_SCHEMA = ".vscode/registers.schema.json"
# The folder of wheels of one machine: git ignores it.
LOCAL = ".wheels"


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


@dataclass(frozen=True)
class Site:
    """What the generator's files say of a campaign: languages in its order, its public URL, the kind of code host.

    `address` ends in a slash; `code_host` is as campaign_questions.code_host returns it.
    """

    languages: Sequence[str]
    address: str
    code_host: str


def create_generator_files(site: Site, carried: Carried) -> dict[str, bytes]:
    """Every file of a campaign that is the generator's, path -> bytes."""
    texts = dict(as_they_stand("files"))
    if site.code_host == GITHUB:
        texts |= _of_github(site)
    texts[REQUIREMENTS] = _requirements(carried)
    found = {path: text.encode() for path, text in texts.items()} | {REGISTER_SCHEMA: create_register_schema()}
    return found | _carried(carried, site.code_host)


def _of_github(site: Site) -> dict[str, str]:
    languages = written_in(site.languages)
    # A language that was added later may have no texts in scaffold/.
    texts = [texts_of(one) for one in languages if one in start_languages()]
    parts = [convert(source(f"{folder}/pull_request.md")) for folder, convert in texts]
    roots = {one: site.address + (f"{one}/" if number else "") for number, one in enumerate(languages)}
    forms = create_forms(roots, Strings(site.languages[0], CATALOGUE)("forms-header"))
    return {
        **dict(as_they_stand("github")),
        ".github/pull_request_template.md": "\n".join(parts),
        **{f".github/ISSUE_TEMPLATE/{name}": text for name, text in forms.items()},
    }


def _requirements(carried: Carried) -> str:
    digest = f" \\\n    --hash=sha256:{sha256(carried.wheel[1]).hexdigest()}" if carried.wheel else ""
    return f"{carried.pins.rstrip()}\nemptychair=={carried.version}{digest}\n"


def _carried(carried: Carried, host: str) -> dict[str, bytes]:
    found = {path: data for path, data in carried.files.items() if host == GITHUB or not path.startswith("scripts/")}
    return found | ({f"wheels/{carried.wheel[0]}": carried.wheel[1]} if carried.wheel else {})
