"""`emptychair add-image`: a picture without anything but its pixels, and its words on every page of a record."""

import argparse
import sys
from collections.abc import Callable, Collection
from pathlib import Path

from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out, complete, edited, plain
from emptychair.commands.common import FOUND, USAGE, Commands
from emptychair.commands.disk import Changes, read_some
from emptychair.editing.body_pictures import BodyPicture, picture_paragraphs, with_other_picture, with_picture
from emptychair.editing.front_matter_patch import body_of
from emptychair.editing.record_changes import in_step, with_body, with_photo, with_words_of_photo, without_photo
from emptychair.editing.withdrawal import file_of
from emptychair.front_matter.yaml_writer import Value
from emptychair.images.metadata import INPUT_BYTES_LIMIT, PictureError, cleaned
from emptychair.load.content_tree import ASSETS
from emptychair.record.models import Case
from emptychair.rules.index import Entry
from emptychair.rules.pictures import shown_by
from emptychair.text.problems import one_line
from emptychair.text.strings import Strings

PHOTO = "photo"
# What is said of a picture; of several pictures the first two may be the same.
SHARED = ("credit", "licence")
WORDS = (*SHARED, "alt", "translated_alt", "caption", "translated_caption")


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "add-image")
    words = Strings(say.language, "editing")
    parser.add_argument("files", nargs="+", type=Path, metavar="file", help=words("file"))
    parser.add_argument("page", help=words("page"))
    for name in WORDS:
        flag = name.replace("_", "-")
        parser.add_argument(f"--{flag}", action="append", default=[], help=words(f"flag-{flag}"))
    parser.add_argument("--in-body", action="store_true", help=words("flag-in-body"))
    parser.add_argument("--replace", nargs="?", const=PHOTO, default="", metavar="NAME", help=words("flag-replace"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Make the picture anew and add it."""
    return carry_out(options, options.page, _changes, "old-picture-stays" if options.replace else "")


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    entry = session.page(options.page)
    case = session.case(entry.path.rpartition("/")[2])[1] if entry.kind == "case" else None
    if case and PHOTO not in case.consent.scope:
        raise StoppedError(FOUND, session.say("photo-not-agreed"))
    if len(options.files) > 1 and options.replace:
        raise StoppedError(USAGE, session.say("one-replaces"))
    # A case has one photo; several pictures stand in its text.
    if case and len(options.files) == 1 and not options.in_body and options.replace in ("", PHOTO):
        return _photo(session, entry, case, _words_given(options, 0), bool(options.replace))
    return _in_bodies(session, entry, options)


def _words_given(options: argparse.Namespace, number: int) -> argparse.Namespace:
    """What the options say of one of several pictures, which come in the order of the files."""
    given = {name: getattr(options, name) for name in WORDS}
    found = {name: texts[number] for name, texts in given.items() if number < len(texts)}
    shared = {name: given[name][-1] for name in SHARED if given[name]}
    return argparse.Namespace(**{**dict.fromkeys(WORDS, ""), **shared, **found, "file": options.files[number]})


def _ask_words(session: Session, options: argparse.Namespace, translated: bool) -> None:
    needed = ("credit", "licence", "alt", *(["translated_alt"] if translated else []))
    complete(options, session.say, needed, ("caption", *(["translated_caption"] if translated else [])))


def _photo(session: Session, entry: Entry, case: Case, options: argparse.Namespace, replace: bool) -> Changes:
    """The photo of a case, of which it has one."""
    if case.photo and not replace:
        raise StoppedError(FOUND, session.say("photo-exists", name=case.photo.file))
    if not case.photo and replace:
        raise StoppedError(FOUND, session.say("no-photo"))
    translations = session.translations(entry)
    _ask_words(session, options, bool(translations))
    picture = _picture(session, options.file)
    name, old = f"{entry.path.rpartition('/')[2]}.jpg", case.photo.file if case.photo else ""
    if name in session.loaded.index.pictures and name != old:
        raise StoppedError(FOUND, session.say("picture-exists", name=name))
    changes: dict[str, bytes | None] = {
        f"{ASSETS}/{name}": picture,
        file_of(entry): _page(session, entry, name, options),
    }
    for translation in translations:
        changes[file_of(translation)] = _in_translation(session, entry, translation, options)
    return changes if old in ("", name) else {**changes, f"{ASSETS}/{old}": None}


def _picture(session: Session, file: Path) -> bytes:
    try:
        data = read_some(file, INPUT_BYTES_LIMIT + 1)
    except OSError as error:
        raise StoppedError(USAGE, session.say("not-read", found=str(error))) from error
    try:
        return cleaned(data)
    except PictureError as error:
        raise StoppedError(FOUND, one_line(error.problem(str(file)), session.say.language)) from error


def _page(session: Session, entry: Entry, name: str, options: argparse.Namespace) -> bytes:
    given = {field: plain(getattr(options, field)) for field in ("credit", "licence", "alt", "caption")}
    photo: dict[str, Value] = {"file": name, **{field: value for field, value in given.items() if value}}
    return edited(file_of(entry), lambda: with_photo(without_photo(session.text(entry)), photo, session.today))


def _in_translation(session: Session, entry: Entry, translation: Entry, options: argparse.Namespace) -> bytes:
    """The translation with its words, as current as it was: the photo is all that is new in the source page."""
    given = {"alt": plain(options.translated_alt), "caption": plain(options.translated_caption)}
    words: dict[str, Value] = {field: value for field, value in given.items() if value}

    def edit() -> str:
        text = in_step(session.text(translation), entry.page, session.today)
        return with_words_of_photo(without_photo(text), words, session.today)

    return edited(file_of(translation), edit)


def _in_bodies(session: Session, entry: Entry, options: argparse.Namespace) -> Changes:
    """Pictures in the body of a page in each language, or another one in the place of one that is there."""
    pages = list(session.loaded.index.entries[entry.path].values())
    old = _old_picture(session, pages, options.replace) if options.replace else ""
    given: dict[str, argparse.Namespace] = {}
    changes: dict[str, bytes | None] = {}
    for number, file in enumerate(options.files):
        words = _words_given(options, number)
        if len(options.files) > 1 and sys.stdin.isatty():
            print(session.say("picture-of-several", name=file))
        _ask_words(session, words, len(pages) > 1)
        name = f"{Path(old).stem}.jpg" if old else _free_name(session, entry, given)
        if old and name != old and name in session.loaded.index.pictures:
            raise StoppedError(FOUND, session.say("picture-exists", name=name))
        given[name], changes[f"{ASSETS}/{name}"] = words, _picture(session, file)
    for page in pages:
        every = (picture_paragraphs(_words(page is entry, name, words), page) for name, words in given.items())
        changes[file_of(page)] = edited(file_of(page), _edit(session, entry, page, old, "\n".join(every)))
    return changes if old in ("", *given) else {**changes, f"{ASSETS}/{old}": None}


def _edit(session: Session, entry: Entry, page: Entry, old: str, paragraphs: str) -> Callable[[], str]:
    def edit() -> str:
        text = session.text(page)
        text = text if page is entry else in_step(text, entry.page, session.today)
        body = body_of(text)
        changed = with_other_picture(body, old, paragraphs) if old else with_picture(body, paragraphs)
        return with_body(text, changed, session.today)

    return edit


def _words(is_source: bool, name: str, options: argparse.Namespace) -> BodyPicture:
    alt, caption = (options.alt, options.caption) if is_source else (options.translated_alt, options.translated_caption)
    return BodyPicture(name, *map(plain, (alt, caption, options.credit, options.licence)))


def _old_picture(session: Session, pages: list[Entry], name: str) -> str:
    """The picture that is to go. No other page may show it: its words there would be those of another picture."""
    shown = [entry for entry in session.loaded.index if name in shown_by(entry)]
    others = [entry for entry in shown if entry not in pages]
    if name in session.loaded.index.photos or not any(entry in pages for entry in shown):
        raise StoppedError(USAGE, session.say("not-shown", name=name))
    if others:
        raise StoppedError(FOUND, session.say("shown-elsewhere", name=name, path=others[0].document.path))
    return name


def _free_name(session: Session, entry: Entry, given: Collection[str]) -> str:
    """A name that no picture has: that of the page, with a number from 2; the photo of a case has the one without."""
    slug, taken = entry.path.rpartition("/")[2], session.loaded.index.pictures.union(given)
    numbers = range(1 if entry.kind != "case" else 2, len(taken) + 3)
    names = (f"{slug}.jpg" if number == 1 else f"{slug}-{number}.jpg" for number in numbers)
    return next(name for name in names if name not in taken)
