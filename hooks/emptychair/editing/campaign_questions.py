"""The questions about a new campaign, in their order: the default of each, and what is wrong with an answer."""

import re
from collections.abc import Callable, Mapping
from importlib.resources import files
from typing import NamedTuple
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from emptychair.editing.answers import parts_of
from emptychair.editing.questions import Answers, Question, Setting
from emptychair.record.field_types import EMAIL, TAG_URI, safe_link
from emptychair.text.hidden_characters import without_hidden
from emptychair.text.strings import shipped_languages
from emptychair.text.traditional import nearest_script

# Between the names in one answer, one name for each language: a name may have a comma in it.
SLASH = re.compile(r"\s*[/／]\s*")
NAME_LIMIT = 80
MARKUP = re.compile(r"[<>{}]")
# Names that are nobody's (RFC 2606, sections 2 and 3; RFC 6761).
RESERVED = re.compile(r"(?:.*\.)?(?:example(?:\.(?:com|net|org))?|test|invalid|localhost)")
OWNER = re.compile(r"@[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:/[A-Za-z0-9_.-]+)?")
REPOSITORY = re.compile(r"https://([a-z0-9.-]+)/([A-Za-z0-9_.-]+(?:/[A-Za-z0-9_.-]+)*)/([A-Za-z0-9_.-]+?)(?:\.git)?/?")
GITHUB, GITLAB, NO_HOST = "github", "gitlab", "none"


class Licence(NamedTuple):
    """A licence as it is called, and the address of its terms."""

    name: str
    url: str


LICENCES: Mapping[str, Licence] = {
    "cc-by-4.0": Licence("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "cc-by-sa-4.0": Licence("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "cc-by-nc-4.0": Licence("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    "cc0-1.0": Licence("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}


def start_languages() -> tuple[str, ...]:
    """The codes of the languages in which a campaign can be started: those of the core that have texts in scaffold/.

    What is only written otherwise than one of them has its texts, converted.
    """
    there = {one.name for one in (files("emptychair.editing") / "scaffold" / "languages").iterdir()}
    return tuple(language for language in shipped_languages() if (nearest_script(language) or language) in there)


def names_of(answer: str, languages: list[str]) -> dict[str, str]:
    """An answer with one name for all languages, or one for each in their order -> language: name."""
    names = SLASH.split(answer)
    return dict(zip(languages, names if len(names) > 1 else names * len(languages), strict=True))


def code_host(repository: str) -> str:
    """The kind of host that a repository's address names: `github`, `gitlab`, or `none` where it is another."""
    host = urlsplit(repository).hostname or ""
    return GITHUB if host == "github.com" else GITLAB if "gitlab" in host.split(".") else NO_HOST


def is_reserved(host: str) -> bool:
    """Is this the name of a host that nobody can have, because it is kept for examples and tests?"""
    return bool(RESERVED.fullmatch(host))


def _on_github(answers: Answers) -> bool:
    return code_host(answers.get("repository", "")) == GITHUB


def _first_owner(answers: Answers, setting: Setting) -> str:
    match = REPOSITORY.fullmatch(answers.get("repository", ""))
    return f"@{match[2]}" if match else ""


def _pages_address(answers: Answers, setting: Setting) -> str:
    """Where GitHub puts the pages of a repository."""
    match = REPOSITORY.fullmatch(answers.get("repository", ""))
    if not match or not _on_github(answers):
        return ""
    host, name = f"{match[2].lower()}.github.io", match[3]
    return f"https://{host}/" if name == host else f"https://{host}/{name}/"


def _tag_uri(answers: Answers, setting: Setting) -> str:
    """The root of feed ids (RFC 4151): whose it is by the host and the year, and what it names."""
    host = urlsplit(answers.get("address", "")).hostname
    return f"tag:{host},{setting.today.year}:record" if host else ""


def _all_languages(answers: Answers, setting: Setting) -> str:
    """All that there are in one script, that of the questions first."""
    languages = (one for one in start_languages() if not nearest_script(one))
    return ", ".join(sorted(languages, key=lambda one: one != setting.language))


QUESTIONS = (
    Question("languages", many=True, default=_all_languages),
    Question("name"),
    Question("speaker"),
    Question("contact"),
    Question("repository", required=False),
    Question("owners", many=True, default=_first_owner, when=_on_github),
    Question("address", default=_pages_address, explicit=True),
    Question("id", default=_tag_uri),
    Question("timezone", default=lambda answers, setting: "UTC"),
    Question("licence", choices=tuple(LICENCES), default=lambda answers, setting: "cc-by-4.0"),
)


def _languages(text: str, answers: Answers) -> str:
    found = parts_of(text)
    if len(set(found)) < len(found):
        return "language-twice"
    return "" if found and set(found) <= set(start_languages()) else "language-unknown"


def _names(text: str, answers: Answers) -> str:
    names = SLASH.split(text)
    if len(names) not in (1, len(parts_of(answers.get("languages", "")))):
        return "names-of-languages"
    plain = all(0 < len(name) <= NAME_LIMIT and not MARKUP.search(name) for name in names)
    return "" if plain and without_hidden(text) == text else "name-with-signs"


def _contact(text: str, answers: Answers) -> str:
    # A page shows it as code.
    email = EMAIL.fullmatch(text) and "`" not in text
    return "" if email or (text.startswith("https://") and safe_link(text)) else "contact-unusable"


def _repository(text: str, answers: Answers) -> str:
    return "" if REPOSITORY.fullmatch(text) and safe_link(text) else "repository-unusable"


def _owners(text: str, answers: Answers) -> str:
    return "" if all(map(OWNER.fullmatch, parts_of(text))) else "owner-unusable"


def _address(text: str, answers: Answers) -> str:
    plain = text.startswith("https://") and safe_link(text) and not set("?#") & set(text)
    return "" if plain else "address-unusable"


def _id(text: str, answers: Answers) -> str:
    return "" if TAG_URI.fullmatch(text) else "id-unusable"


def _timezone(text: str, answers: Answers) -> str:
    try:
        ZoneInfo(text)
    except (KeyError, ValueError, OSError):
        return "timezone-unknown"
    return ""


def _licence(text: str, answers: Answers) -> str:
    return "" if licence_code(text) in LICENCES else "licence-unknown"


def licence_code(text: str) -> str:
    """The code of a licence that was named as people name it (CC BY 4.0); another text as it is, in small letters."""
    return "-".join(text.casefold().split())


CHECKS: Mapping[str, Callable[[str, Answers], str]] = {
    "languages": _languages,
    "name": _names,
    "speaker": _names,
    "contact": _contact,
    "repository": _repository,
    "owners": _owners,
    "address": _address,
    "id": _id,
    "timezone": _timezone,
    "licence": _licence,
}


def fault_of(key: str, text: str, answers: Answers, examples: bool = False) -> str:
    """What is wrong with the answer to the question `key`: a row of strings/start.yml, or "".

    `answers` are those before it. Hosts that are kept for examples are refused unless `examples`: they would stand in
    every feed, and nobody could be reached there.
    """
    if fault := CHECKS[key](text, answers):
        return fault
    host = {"contact": text.rpartition("@")[2], "id": text.removeprefix("tag:").partition(",")[0]}.get(key, text)
    host = urlsplit(host).hostname or host
    return "host-reserved" if not examples and key in ("contact", "address", "id") and is_reserved(host) else ""


def normalised(key: str, text: str) -> str:
    """An answer as it is kept: an address ends in a slash, that of a repository in nothing; a licence by its code."""
    if key == "licence":
        return licence_code(text)
    if key == "address":
        return f"{text.rstrip('/')}/"
    return text.removesuffix("/").removesuffix(".git") if key == "repository" else text
