"""The only reader of the disk: `content/` -> Campaign, and every problem of every file."""

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from emptychair import rules
from emptychair.front_matter import yaml_mistakes
from emptychair.front_matter.document import Document, parse_page, parse_register
from emptychair.images import metadata
from emptychair.load.assemble import assemble
from emptychair.load.content_tree import (
    ASSETS,
    RECIPIENTS,
    SETTINGS,
    SITE_LANGUAGES,
    WITHDRAWN,
    limit_of,
    misplaced,
    place_of,
    shown_path,
)
from emptychair.record.campaign import FOLDERS, Campaign, Picture
from emptychair.record.field_types import SLUG
from emptychair.record.models import Recipient, Settings, SourcePage, TranslationPage
from emptychair.record.salvage import read_partly
from emptychair.record.validation import validate
from emptychair.record.withdrawn_names import Withdrawn
from emptychair.rules.cards import settable_names
from emptychair.rules.index import Entry, Index
from emptychair.rules.pictures import unused_pictures
from emptychair.text.hidden_characters import printable
from emptychair.text.problems import Problem, in_order, nearest

REGISTER_LIMIT = 1024 * 1024
# Faults of the text of front matter, as its reader finds them.
TEXT_FAULTS = {"comment-cut", "comma-made-key", "empty-value", "equal-keys", "hidden-sign"} | yaml_mistakes.CODES
# Faults from which others in their line follow, the first cause first.
DECEIVING = ("email-not-ascii", "protected-address", "mixed-scripts")


@dataclass(frozen=True)
class Loaded:
    """What was read: the campaign (None where the settings cannot be read), every problem in order, all documents."""

    campaign: Campaign | None
    problems: tuple[Problem, ...]
    index: Index


def load(content: Path) -> Loaded:
    """Read a `content/` folder. Problems name files relative to the folder that holds it."""
    files, problems = _find_files(content)
    settings_file, settings, found = _read_settings(content)
    problems += found
    recipients_file, recipients, found = _read_recipients(content)
    problems += found
    withdrawn, found = _read_withdrawn(content)
    problems += found
    entries: dict[str, dict[str, Entry]] = {}
    for file in files:
        entry, found = _read_entry(content, file)
        entries.setdefault(entry.path, {})[entry.language] = entry
        problems += found
    languages = tuple(language for language in SITE_LANGUAGES if (content / language).is_dir())
    assets = frozenset(path.name for path in (content / ASSETS).glob("*") if path.suffix in metadata.TYPES)
    known = bool(recipients_file.meta) or not any(problem.path == recipients_file.path for problem in problems)
    cards = settings is not None and settings.share_cards
    index = Index(
        languages, entries, settings_file, recipients_file, assets, known, withdrawn=withdrawn, share_cards=cards
    )
    more = [*rules.check_documents(index), *_check_settings(settings_file, index)]
    more += _check_pictures(content, index, problems)
    problems = _without_what_follows(_told_once(problems, more))
    pictures = _measure_pictures(content, assets, problems)
    campaign = assemble(settings, index, recipients, pictures) if settings else None
    return Loaded(campaign, tuple(in_order(problems)), index)


def check_draft(content: Path, file: Path, text: str, index: Index) -> list[Problem]:
    """Every problem that a page would have if `text` stood in `file`: of the draft alone, and nothing is written.

    `index` is what the folder holds now (Loaded.index); the draft may replace a page of it, or be a new one.
    """
    code = misplaced(content, file)
    if code:
        return [Problem(shown_path(content, file), 1, "", code, {"found": printable(file.name)})]
    if len(text.encode(errors="replace")) > (limit := limit_of(content, file)):
        return [Problem(shown_path(content, file), 1, "", "file-too-large", {"limit": str(limit // 1024)})]
    entry, problems = _entry_of(content, file, text)
    twins = {**index.entries.get(entry.path, {}), entry.language: entry}
    drafted = replace(index, entries={**index.entries, entry.path: twins})
    more = [*rules.check_entry(entry, drafted), *rules.check_document(entry.document)]
    return in_order(_without_what_follows(_told_once(problems, more)))


def _told_once(problems: list[Problem], more: Iterable[Problem]) -> list[Problem]:
    """A fault is reported once: nothing more is said of a line whose text was already refused."""
    texts = {(problem.path, problem.line) for problem in problems if problem.code in TEXT_FAULTS}
    return problems + [problem for problem in more if (problem.path, problem.line) not in texts]


def _without_what_follows(problems: list[Problem]) -> list[Problem]:
    """A line with a sign that deceives has that one fault: an unknown term or address in it follows from the sign."""
    causes: dict[tuple[str, int], str] = {}
    for code in DECEIVING:
        for problem in problems:
            if problem.code == code:
                causes.setdefault((problem.path, problem.line), code)
    return [problem for problem in problems if causes.get((problem.path, problem.line), problem.code) == problem.code]


def _find_files(content: Path) -> tuple[list[Path], list[Problem]]:
    """The pages below content/, and a problem for everything that has no place there."""
    pages: list[Path] = []
    problems: list[Problem] = []
    for file in _walk(content):
        code = misplaced(content, file)
        if code:
            problems.append(Problem(shown_path(content, file), 1, "", code, {"found": printable(file.name)}))
        elif file.suffix == ".md":
            pages.append(file)
        elif file.suffix in metadata.TYPES and (fault := metadata.fault_of(file.name, read_picture(file))):
            problems.append(fault.problem(shown_path(content, file)))
    return pages, problems


def _walk(folder: Path) -> Iterator[Path]:
    """Every file and every symbolic link below a folder, in an order that does not depend on the disk."""
    for entry in sorted(os.scandir(folder), key=lambda entry: entry.name):
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        else:
            yield Path(entry.path)


def read_picture(file: Path) -> bytes:
    """The bytes of a picture, or one more than may be."""
    with file.open("rb") as opened:
        return opened.read(metadata.BYTES_LIMIT + 1)


def _measure_pictures(content: Path, names: Iterable[str], told: Iterable[Problem]) -> dict[str, Picture]:
    """The sizes of the pictures with which nothing is wrong."""
    refused = {problem.path for problem in told}
    files = [content / ASSETS / name for name in sorted(names)]
    good = [file for file in files if shown_path(content, file) not in refused]
    return {file.name: Picture(file.name, *metadata.size_of(read_picture(file))) for file in good}


def load_text(file: Path, limit: int) -> tuple[str, str]:
    """The text of a file with its own line ends, and the code of what is wrong with it, or ""."""
    data = file.read_bytes()[: limit + 1]
    if len(data) > limit:
        return "", "file-too-large"
    try:
        return data.decode("utf-8"), ""
    except UnicodeDecodeError:
        return "", "not-utf8"


def read_page(content: Path, path: str) -> str:
    """A page as it stands on the disk, byte for byte, for those who change it: line ends and byte order mark too."""
    return (content / path).read_bytes().decode("utf-8")


def _read_settings(content: Path) -> tuple[Document, Settings | None, list[Problem]]:
    document, problems = _read_register(content, SETTINGS)
    if not document.meta:
        return document, None, problems
    settings, found = validate(Settings, document)
    trapped = {problem.line for problem in problems}
    problems += [problem for problem in found if problem.line not in trapped]
    return document, settings if not problems else None, problems


def _check_settings(document: Document, index: Index) -> Iterator[Problem]:
    """Where supporters say that they wrote is a recipient; the site's names can be set on its cards."""
    names = document.meta.get("names")
    if isinstance(names, dict):
        yield from settable_names(document, ("names",), names, index)
    found = document.meta.get("report_to")
    unknown = isinstance(found, str) and SLUG.fullmatch(found) and found not in index.recipients.meta
    if unknown and index.recipients_known:
        values = {"found": str(found), "nearest": nearest(str(found), index.recipients.meta)}
        yield document.problem(("report_to",), "unknown-recipient", **values)


def _check_pictures(content: Path, index: Index, told: Iterable[Problem]) -> list[Problem]:
    """No picture lies there that no page shows: a picture of somebody is published only where it is meant."""
    refused = {problem.path for problem in told}
    files = {shown_path(content, content / ASSETS / name): name for name in unused_pictures(index)}
    return [Problem(path, 1, "", "picture-unused", {"found": files[path]}) for path in files if path not in refused]


def _read_withdrawn(content: Path) -> tuple[Withdrawn | None, list[Problem]]:
    """The names that were withdrawn; None where nobody withdrew."""
    if not (content / WITHDRAWN).is_file():
        return None, []
    document, problems = _read_register(content, WITHDRAWN)
    if problems:
        return None, problems
    return validate(Withdrawn, document)


def _read_recipients(content: Path) -> tuple[Document, dict[str, Recipient], list[Problem]]:
    document, problems = _read_register(content, RECIPIENTS)
    trapped = {problem.line for problem in problems}
    recipients: dict[str, Recipient] = {}
    for key in document.meta:
        recipient, found = validate(Recipient, document, (key,))
        if not SLUG.fullmatch(key):
            found.append(document.problem((key,), "bad-slug", found=key))
        elif recipient:
            recipients[key] = recipient
        problems += [problem for problem in found if problem.line not in trapped]
    return document, recipients, problems


def _read_register(content: Path, name: str) -> tuple[Document, list[Problem]]:
    file = content / name
    path = shown_path(content, file)
    if not file.is_file():
        return Document(path, {}, "", 1), [Problem(path, 1, "", "file-missing", {"found": name})]
    text, code = load_text(file, REGISTER_LIMIT)
    if code:
        return Document(path, {}, "", 1), [Problem(path, 1, "", code, {"limit": str(REGISTER_LIMIT // 1024)})]
    return parse_register(path, text)


def _read_entry(content: Path, file: Path) -> tuple[Entry, list[Problem]]:
    """One page: read, parsed and validated as far as it stands alone."""
    text, code = load_text(file, limit_of(content, file))
    if not code:
        return _entry_of(content, file, text)
    language, path, kind = place_of(content, file)
    document = Document(shown_path(content, file), {}, "", 1)
    values = {"limit": str(limit_of(content, file) // 1024)}
    return Entry(path, kind, language, document), [Problem(document.path, 1, "", code, values)]


def _entry_of(content: Path, file: Path, text: str) -> tuple[Entry, list[Problem]]:
    """A page from its text."""
    language, path, kind = place_of(content, file)
    document, problems = parse_page(shown_path(content, file), text)
    entry = Entry(path, kind, language, document)
    if entry.role == "refused":
        return entry, problems
    entry, found = _validated(entry)
    trapped = {problem.line for problem in problems}
    problems += [problem for problem in found if problem.line not in trapped]
    return entry, problems


def _validated(entry: Entry) -> tuple[Entry, list[Problem]]:
    document = entry.document
    if entry.role == "source":
        source, problems = validate(SourcePage, document)
        values, lost = (source, frozenset[str]()) if source else read_partly(document)
        return replace(entry, page=source, values=values, lost=lost), problems
    # Facts in a translation are one fault, not an unknown key each.
    facts = [key for key in FOLDERS.values() if key in document.meta]
    page, problems = validate(TranslationPage, document)
    others = [problem for problem in problems if not (problem.code == "unknown-key" and problem.field in facts)]
    found = others + [document.problem((key,), "facts-in-translation", found=key) for key in facts]
    return replace(entry, page=page), found
