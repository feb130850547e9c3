"""What the commands that change pages share: the page that is meant, what is missing, the checks, and writing."""

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import NoReturn

from emptychair.commands.common import FOUND, OK, USAGE, Commands, add_language, content_of, from_here
from emptychair.commands.disk import Changes, copy_of, put
from emptychair.commands.progress import progress
from emptychair.commands.prompt import NoAnswerError, can_ask
from emptychair.editing.front_matter_patch import UneditableError
from emptychair.editing.withdrawal import file_of
from emptychair.load.load import Loaded, load, read_page
from emptychair.record.campaign import FOLDERS
from emptychair.record.models import Action, Case, SourcePage
from emptychair.rules.index import Entry
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import Problem, errors, one_line
from emptychair.text.slips import nearest
from emptychair.text.strings import Strings


class StoppedError(Exception):
    """A command ends here, without a change: its exit status and what to say."""

    def __init__(self, status: int, *lines: str) -> None:
        super().__init__(status)
        self.status = status
        self.lines = lines


@dataclass(frozen=True)
class Session:
    """A campaign as it was read, the day in its time zone, the words of the commands, and what was answered so far.

    `to_repeat` are the commands that give again what somebody answered, for where nothing is written.
    """

    content: Path
    loaded: Loaded
    today: date
    say: Strings
    to_repeat: list[Callable[[], str]] = field(default_factory=list)

    def case(self, name: str) -> tuple[Entry, Case]:
        """The page with the facts of a case, by its slug or the path of one of its pages."""
        entry, page = self._source("cases", name)
        return entry, page.case or self._refuse(entry)

    def action(self, name: str) -> tuple[Entry, Action]:
        """The page with the facts of an action, by its slug or the path of one of its pages."""
        entry, page = self._source("actions", name)
        return entry, page.action or self._refuse(entry)

    def page(self, name: str) -> Entry:
        """The page that holds the facts, of any kind, by the path of one of its pages, its own path or its slug."""
        path = name.removesuffix(".md").replace("\\", "/")
        parts = path.split("/")
        # content/en/updates/x is updates/x.
        steps = next((parts[at + 1 :] for at, one in enumerate(parts) if one in self.loaded.index.languages), parts)
        tried = ["/".join(steps), *("/".join((folder, *steps)) for folder in FOLDERS)]
        known = self.loaded.index.entries
        found = next((one for one in tried if one in known), None)
        if found is None:
            raise StoppedError(USAGE, self.say("unknown-page", found=path))
        entry = next((one for one in known[found].values() if one.role != "translation"), None)
        return entry or self._refuse(next(iter(known[found].values())))

    def _source(self, folder: str, name: str) -> tuple[Entry, SourcePage]:
        slug = Path(name).stem if name.endswith(".md") else name
        known = self.loaded.index.slugs[folder]
        if slug not in known:
            raise StoppedError(USAGE, self._unknown(folder, slug, nearest(slug, known)))
        pages = self.loaded.index.entries[f"{folder}/{slug}"]
        entry = next((one for one in pages.values() if one.role != "translation"), None) or next(iter(pages.values()))
        return entry, entry.page if isinstance(entry.page, SourcePage) else self._refuse(entry)

    def _refuse(self, entry: Entry) -> NoReturn:
        """Stop with what is wrong with a page already."""
        pages = self.loaded.index.entries[entry.path].values()
        paths = {one.document.path for one in pages}
        wrong = [problem for problem in errors(self.loaded.problems) if problem.path in paths]
        raise StoppedError(FOUND, *self.lines(wrong))

    def _unknown(self, folder: str, slug: str, near: str) -> str:
        words = self.say(f"unknown-{folder}", found=slug)
        return words + (self.say("nearest", found=near) if near else "")

    def translations(self, entry: Entry) -> list[Entry]:
        """The translations of a page that can be read."""
        return [one for one in self.loaded.index.entries[entry.path].values() if one.role == "translation"]

    def text(self, entry: Entry) -> str:
        """A page as it stands on the disk, with its line ends."""
        return read_page(self.content, file_of(entry))

    def lines(self, problems: Iterable[Problem]) -> list[str]:
        """Problems in their usual form."""
        return [one_line(problem, self.say.language) for problem in problems]


Act = Callable[[Session, argparse.Namespace], Changes]


def add_changing(commands: Commands, say: Strings, name: str) -> argparse.ArgumentParser:
    """A command that changes pages: its help with examples, the campaign and the language."""
    words = Strings(say.language, "editing")
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=words(name),
        description=words(f"{name}-about"),
        epilog=words(f"{name}-examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--content", type=Path, default=Path("content"), help=say("epoch-content"))
    add_language(parser, say)
    return parser


def carry_out(options: argparse.Namespace, name: str, act: Act, after: str = "") -> int:
    """Let a command say what changes, check that, write it, and tell.

    `name` is the page that was asked for, `after` the row of what is to be said in the end.
    """
    say = Strings(options.lang, "editing")
    session: Session | None = None
    try:
        session = _session(options, say, name)
        changes = _changes(session, options, act)
        warnings = _check(session, changes)
        _write(session, changes)
    except StoppedError as stop:
        print(*stop.lines, *_again(session, say), sep="\n", file=sys.stderr)
        return stop.status
    except (KeyboardInterrupt, EOFError, NoAnswerError):
        print("\n" + say("nothing-changed"), *_again(session, say), sep="\n", file=sys.stderr)
        return USAGE
    for path, data in changes.items():
        print(say("deleted" if data is None else "written", path=f"{session.content.name}/{path}"))
    for line in [*session.lines(warnings), *([say(after)] if after else [])]:
        print(line)
    if can_ask():
        print(_how_to_undo(session, changes))
    return OK


def _again(session: Session | None, say: Strings) -> list[str]:
    """With which commands what was answered need not be typed once more."""
    commands = [again() for again in session.to_repeat] if session else []
    return [say("again"), *(f"  {command}" for command in commands)] if commands else []


def _how_to_undo(session: Session, changes: Changes) -> str:
    """How git shows what was changed, and takes it back."""
    paths = " ".join(from_here(session.content / path) for path in changes)
    return session.say("undo", paths=paths)


def complete(options: argparse.Namespace, say: Strings, needed: Sequence[str], wanted: Sequence[str] = ()) -> None:
    """Ask for the flags that are needed and were not given; without a terminal say which they are.

    Where something has to be asked, what is `wanted` is asked for as well, and may be left empty.
    """
    missing = [name for name in needed if not getattr(options, name)]
    if missing and not sys.stdin.isatty():
        flags = ", ".join(f"--{name.replace('_', '-')}" for name in missing)
        raise StoppedError(USAGE, say("flags-missing", flags=flags))
    for name in [*missing, *(one for one in wanted if missing and not getattr(options, one))]:
        value = ""
        while not value:
            value = input(say(f"ask-{name.replace('_', '-')}") + " ").strip()
            if name in wanted:
                break
        setattr(options, name, value)


def plain(text: str) -> str:
    """A text of the command line on one line, as front matter holds it."""
    return " ".join(text.split())


def edited(path: str, edit: Callable[[], str]) -> bytes:
    """The new bytes of a page. Where it cannot be changed alone, its path goes with the error."""
    try:
        return edit().encode()
    except UneditableError as error:
        error.path = error.path or path
        raise


def _changes(session: Session, options: argparse.Namespace, act: Act) -> Changes:
    try:
        return act(session, options)
    except UneditableError as error:
        raise _uneditable(session, error) from error


def _uneditable(session: Session, error: UneditableError) -> StoppedError:
    """Why a page cannot be changed: what would be wrong, or the line that has to be changed by hand."""
    path = f"{session.content.name}/{error.path}"
    if error.problems:
        found = (Problem(path, one.line, one.field, one.code, one.values) for one in error.problems)
        return StoppedError(FOUND, session.say("refused"), *session.lines(found))
    return StoppedError(FOUND, session.say("by-hand", path=path, line=error.line))


def _session(options: argparse.Namespace, say: Strings, name: str) -> Session:
    page = Path(name)
    path = page if name.endswith(".md") and page.is_file() else options.content
    content = content_of(path)
    if content is None:
        raise StoppedError(USAGE, Strings(say.language, "commands")("no-campaign", path=path))
    with progress(say("reading")):
        loaded = load(content)
    if loaded.campaign is None:
        wrong = (one_line(problem, say.language) for problem in errors(loaded.problems))
        raise StoppedError(FOUND, *wrong)
    try:
        day = today(loaded.campaign.settings.timezone, os.environ)
    except ValueError:
        words = Strings(say.language, "commands")("no-epoch", found=os.environ[EPOCH])
        raise StoppedError(USAGE, f"emptychair: {words}") from None
    return Session(content, loaded, day, say)


def _check(session: Session, changes: Changes) -> list[Problem]:
    """The new warnings, of any page. What a change breaks, and every error of the files that it touches, refuse it."""
    touched = {f"{session.content.name}/{path}" for path in changes}
    before = {_same(problem) for problem in session.loaded.problems}
    with progress(session.say("trying")), copy_of(session.content) as copy:
        put(copy, changes)
        problems = load(copy, session.loaded.index.languages).problems
    wrong = [one for one in errors(problems) if one.path in touched or _same(one) not in before]
    if wrong:
        raise StoppedError(FOUND, session.say("refused"), *session.lines(wrong))
    return [one for one in problems if _same(one) not in before]


def _same(problem: Problem) -> tuple[str, str, str, tuple[tuple[str, str], ...]]:
    """What a problem is, wherever its line went."""
    return problem.path, problem.field, problem.code, tuple(sorted(problem.values.items()))


def _write(session: Session, changes: Changes) -> None:
    try:
        put(session.content, changes)
    except OSError as error:
        raise StoppedError(USAGE, session.say("not-written", found=str(error))) from error
