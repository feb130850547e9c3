"""The only reader of the disk: `content/` -> Campaign, and every problem of every file.

Two passes: each file is read once, and understood as far as it stands alone (parse); then the whole is checked (check).
"""

import hashlib
import os
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from emptychair.front_matter.document import Document
from emptychair.images import drawings, marks, metadata
from emptychair.load.assemble import assemble
from emptychair.load.check import check_folder, check_page
from emptychair.load.content_tree import (
    ASSETS,
    KEY_SUFFIX,
    RECIPIENTS,
    SETTINGS,
    WITHDRAWN,
    is_of_system,
    location_of,
    misnamed,
    misplaced,
    picture_path,
    shown_path,
)
from emptychair.load.language_files import LANGUAGES, SUFFIX, fallback_of, language_file, name_fault
from emptychair.load.parse import (
    ParsedRegister,
    decoded,
    entry_at,
    key_fault,
    parse_data,
    parse_entry,
    parse_register_data,
    recipients_in,
    settings_in,
    withdrawn_in,
)
from emptychair.load.site_languages import UNKNOWN, languages_of, named_languages, named_site_url, not_named
from emptychair.record.campaign import Campaign, Picture
from emptychair.rules.index import Entry, Index
from emptychair.text.further_languages import FurtherLanguage
from emptychair.text.hidden_characters import printable
from emptychair.text.problems import Problem
from emptychair.text.strings import use_languages

REGISTER_LIMIT = 1024 * 1024
PICTURES = (*metadata.TYPES, drawings.SUFFIX)


@dataclass(frozen=True)
class Loaded:
    """What was read: the campaign (None where the settings cannot be read), every problem in order, all documents."""

    campaign: Campaign | None
    problems: tuple[Problem, ...]
    index: Index


@dataclass
class _Folder:
    """The files of a content folder, each understood as far as it stands alone, and their faults.

    `pictures` are those with which nothing is wrong; no pixel of them is kept.
    """

    entries: dict[str, dict[str, Entry]] = field(default_factory=dict)
    registers: dict[str, ParsedRegister] = field(default_factory=dict)
    pictures: dict[str, Picture] = field(default_factory=dict)
    faults: list[Problem] = field(default_factory=list)


def load(content: Path, languages: Sequence[str] = ()) -> Loaded:
    """Read a `content/` folder. Problems name files relative to the folder that holds it.

    `languages` are those of the site in their order, by code; without them, those that are named beside the folder.
    """
    named = languages or languages_beside(content)
    further, untold = _read_languages(content, named)
    # Before anything else is read: whatever asks for a word of these languages, from here on has it.
    use_languages(further)
    known, wrong = languages_of(content, named)
    folder = _read_folder(content, {problem.path for problem in wrong if problem.code == UNKNOWN})
    settings_file, faults = _register(content, folder, SETTINGS)
    settings, found = settings_in(settings_file, faults) if SETTINGS in folder.registers else (None, faults)
    recipients_file, faults = _register(content, folder, RECIPIENTS)
    recipients, more = recipients_in(recipients_file, faults)
    withdrawn, others = withdrawn_in(*folder.registers[WITHDRAWN]) if WITHDRAWN in folder.registers else (None, [])
    faults = [*wrong, *untold, *folder.faults, *found, *more, *others]
    index = Index(
        languages=known,
        entries=folder.entries,
        settings=settings_file,
        recipients=recipients_file,
        # What lies there exists, also what is refused: no link to it is wrong as well.
        pictures=frozenset(file.name for file in (content / ASSETS).glob("*") if file.suffix in PICTURES),
        sizes={picture.file: (picture.width, picture.height) for picture in folder.pictures.values()},
        keys=frozenset(file.name for file in (content / ASSETS).glob(f"*{KEY_SUFFIX}")),
        recipients_known=bool(recipients_file.meta) or all(one.path != recipients_file.path for one in faults),
        withdrawn=withdrawn,
        share_cards=settings is not None and settings.share_cards,
    )
    problems = check_folder(index, faults)
    refused = {problem.path for problem in problems}
    pictures = {
        name: folder.pictures[name]
        for name in sorted(folder.pictures)
        if picture_path(settings_file.path, name) not in refused
    }
    campaign = assemble(settings, index, recipients, pictures, further) if settings else None
    return Loaded(campaign, tuple(problems), index)


def check_draft(content: Path, file: Path, text: str, index: Index) -> list[Problem]:
    """Every problem that a page would have if `text` stood in `file`: of the draft alone, and nothing is written.

    `index` is what the folder holds now (Loaded.index); the draft may replace a page of it, or be a new one.
    """
    code = misplaced(content, file)
    if code:
        return [_misplaced(content, file, code)]
    location = location_of(content, file)
    if location.language not in index.languages:
        return [not_named(content, location.language)]
    if len(text.encode(errors="replace")) > location.limit:
        return [Problem(location.shown, 1, "", "file-too-large", {"limit": str(location.limit // 1024)})]
    entry, faults = parse_entry(location, text)
    return check_page(entry, _index_with(entry, index), faults)


def index_with(content: Path, file: Path, text: str, index: Index) -> Index:
    """The index of a folder in which `text` stands in `file`, where a page may stand."""
    return _index_with(parse_entry(location_of(content, file), text)[0], index)


def _index_with(entry: Entry, index: Index) -> Index:
    pages = {**index.entries.get(entry.path, {}), entry.language: entry}
    return replace(index, entries={**index.entries, entry.path: pages})


def languages_beside(content: Path) -> tuple[str, ...]:
    """The languages that are named beside a content folder, by code, in their order: see named_languages."""
    return named_languages(content, lambda file: load_text(file, REGISTER_LIMIT)[0])


def site_url_beside(content: Path) -> str:
    """The public URL of the site that is named beside a content folder, or "": see named_site_url."""
    return named_site_url(content, lambda file: load_text(file, REGISTER_LIMIT)[0])


def load_text(file: Path, limit: int) -> tuple[str, str]:
    """The text of a file with its own line ends, and the code of what is wrong with it, or "". Raises OSError."""
    return decoded(_read(file, limit), limit)


def read_page(content: Path, path: str) -> str:
    """A page as it stands on the disk, byte for byte, for those who change it: line ends and byte order mark too."""
    return (content / path).read_bytes().decode("utf-8")


def read_picture(file: Path) -> bytes:
    """The bytes of a picture, or one more than may be."""
    return _read(file, metadata.BYTES_LIMIT)


def _read(file: Path, limit: int) -> bytes:
    """The bytes of a file, or one more than may be."""
    with file.open("rb") as opened:
        return opened.read(limit + 1)


def _read_languages(content: Path, named: Sequence[str]) -> tuple[tuple[FurtherLanguage, ...], list[Problem]]:
    """The further languages of a content folder, and what is wrong with their files; `named` are those of the site."""
    known, problems = [], []
    for file in sorted((content / LANGUAGES).glob(f"*{SUFFIX}")):
        path = shown_path(content, file)
        # What may not stand there at all is told with every other file of the folder.
        if misplaced(content, file) or not file.is_file():
            continue
        text, fault = _language_text(file)
        if fault := fault or name_fault(file.stem):
            limit = str(REGISTER_LIMIT // 1024)
            problems.append(Problem(path, 1, "", fault, {"found": printable(file.stem), "limit": limit}))
        else:
            language, found = language_file(path, text, file.stem, fallback_of(named))
            known.append(language)
            problems += found
    return tuple(known), problems


def _language_text(file: Path) -> tuple[str, str]:
    try:
        return load_text(file, REGISTER_LIMIT)
    except OSError:
        return "", "not-readable"


def _read_folder(content: Path, unknown: Collection[str]) -> _Folder:
    """Every file that may stand where it stands, read once, and a fault for every other.

    `unknown` are the paths of the folders of languages that are refused as a whole.
    """
    folder = _Folder()
    for file, code in _walk(content):
        if "/".join(shown_path(content, file).split("/")[:2]) in unknown:
            continue
        fault = code or misplaced(content, file)
        try:
            if not fault:
                _add(folder, content, file)
        except OSError:
            fault = "not-readable"
        if fault:
            folder.faults.append(_misplaced(content, file, fault))
            _add_refused(folder, content, file)
    return folder


def _add(folder: _Folder, content: Path, file: Path) -> None:
    """A file that may stand where it stands. Raises OSError."""
    if file.parent == content / LANGUAGES:
        # Read before all others: see load.
        return
    if file.suffix == ".md":
        location = location_of(content, file)
        entry, faults = parse_data(location, _read(file, location.limit), location.limit)
        folder.entries.setdefault(entry.path, {})[entry.language] = entry
        folder.faults += faults
    elif file.suffix in PICTURES:
        _add_picture(folder, content, file)
    elif file.suffix == KEY_SUFFIX:
        if code := key_fault(_read(file, REGISTER_LIMIT)):
            folder.faults.append(_misplaced(content, file, code))
    else:
        data = _read(file, REGISTER_LIMIT)
        folder.registers[file.name] = parse_register_data(shown_path(content, file), data, REGISTER_LIMIT)


def _add_refused(folder: _Folder, content: Path, file: Path) -> None:
    """A page that is not read, where a page may stand: it exists, and no link to it is wrong as well."""
    if file.suffix == ".md" and not misnamed(content, file):
        location = location_of(content, file)
        entry = entry_at(location, Document.unread(location.shown))
        folder.entries.setdefault(entry.path, {})[entry.language] = entry


def _add_picture(folder: _Folder, content: Path, file: Path) -> None:
    """The size of a picture, or its fault. Pages can show only those that lie in assets/ itself."""
    data = read_picture(file)
    if fault := marks.fault_of(file.name, data):
        folder.faults.append(fault.problem(shown_path(content, file)))
    elif file.parent == content / ASSETS:
        digest = hashlib.sha256(data).hexdigest()
        folder.pictures[file.name] = Picture(file.name, *marks.size_of(file.name, data), digest)


def _walk(folder: Path) -> Iterator[tuple[Path, str]]:
    """What is no folder below a folder, in an order that does not depend on the disk, with the code of its fault or "".

    That is a folder that cannot be listed, and what is not read because that might never end, as a named pipe. What
    operating systems leave in folders is passed over.
    """
    try:
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError:
        yield folder, "not-readable"
        return
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(Path(entry.path))
        elif not is_of_system(entry.name):
            ordinary = entry.is_file(follow_symlinks=False) or entry.is_symlink()
            yield Path(entry.path), "" if ordinary else "not-readable"


def _misplaced(content: Path, file: Path, code: str) -> Problem:
    return Problem(shown_path(content, file), 1, "", code, {"found": printable(file.name)})


def _register(content: Path, folder: _Folder, name: str) -> ParsedRegister:
    """A register that every campaign has; one that is refused where it stands is not missing as well."""
    path = shown_path(content, content / name)
    if name in folder.registers:
        return folder.registers[name]
    known = any(fault.path == path for fault in folder.faults)
    missing = [] if known else [Problem(path, 1, "", "file-missing", {"found": name})]
    return Document.unread(path), missing
