"""`emptychair import`: the posts of another site generator become updates and pages of prose, with a report."""

import argparse
from collections.abc import Iterator, Mapping
from pathlib import Path

from emptychair.commands.changing import Session, StoppedError, add_changing, carry_out, edited
from emptychair.commands.common import FOUND, USAGE, Commands
from emptychair.commands.disk import Changes, copy_of, create, put
from emptychair.commands.import_tree import Pictures, read_tree
from emptychair.commands.progress import progress
from emptychair.commands.prompt import NoAnswerError, Prompt, ask, can_ask
from emptychair.editing.choices import Choice
from emptychair.editing.importing.convert import GENERATORS, Import, convert
from emptychair.editing.importing.posts import Note, OldSite, Post
from emptychair.editing.importing.reading import Setting
from emptychair.editing.redirects import KEY, with_redirects
from emptychair.load.content_tree import ASSETS, SETTINGS
from emptychair.load.load import load, read_page
from emptychair.text.problems import errors, one_line
from emptychair.text.strings import Strings

YES, NO = "yes", "no"


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    parser = add_changing(commands, say, "import")
    words = Strings(say.language, "importing")
    parser.add_argument("folder", type=Path, help=words("folder"))
    parser.add_argument("--from", dest="generator", choices=GENERATORS, required=True, help=words("flag-from"))
    parser.add_argument("--written-in", metavar="CODE", default="", help=words("flag-written-in"))
    parser.add_argument("--pair", choices=(YES, NO), default="", help=words("flag-pair"))
    parser.add_argument("--report", type=Path, metavar="FILE", help=words("flag-report"))
    parser.add_argument("--write", action="store_true", help=words("flag-write"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Convert the posts, tell what becomes of them, and write them where that is wished."""
    return carry_out(options, "", _changes)


def _changes(session: Session, options: argparse.Namespace) -> Changes:
    say = Strings(options.lang, "importing")
    if not options.folder.is_dir():
        raise StoppedError(USAGE, say("no-folder", path=options.folder))
    if options.report and options.report.exists():
        raise StoppedError(USAGE, say("report-exists", path=options.report))
    languages = session.loaded.index.languages
    if options.written_in and options.written_in not in languages:
        known = ", ".join(languages)
        raise StoppedError(
            USAGE, Strings(options.lang, "writing")("not-of-site", found=options.written_in, known=known)
        )
    importer = _Importer(session, options, say)
    done, changes = importer.imported()
    report = "\n".join(_report(done, importer.redirects(done), session, say)) + "\n"
    print(report, end="")
    if options.report:
        try:
            create(options.report, report)
        except OSError as error:
            raise StoppedError(USAGE, session.say("not-written", found=str(error))) from error
    if not options.write:
        print(say("dry-run"))
        return {}
    return changes


class _Importer:
    """One import: it is tried on a copy of the campaign, and what the checks refuse is left out and told."""

    def __init__(self, session: Session, options: argparse.Namespace, say: Strings) -> None:
        self.session, self.options, self.say = session, options, say
        self.generator = GENERATORS[options.generator]
        self.pictures = Pictures(options.folder, session.loaded.index.pictures, say.language)
        self.answers: dict[tuple[str, str], bool | None] = {}
        self.refused: dict[str, Note] = {}
        self.no_redirects: dict[str, str] = {}

    def imported(self) -> tuple[Import, dict[str, bytes | None]]:
        """What becomes of the tree, and the new files below content/."""
        texts, others, faults = read_tree(self.options.folder, self.generator.settings)
        try:
            site = self.generator.old_site(texts, others)
        except ValueError:
            raise StoppedError(FOUND, self.say("bad-settings", names=", ".join(self.generator.settings))) from None
        while True:
            done = self._converted(site)
            changes = self._files(done)
            if not self._refuse(done, changes):
                done.left = [*faults, *done.left]
                return done, changes
            # Without a page the links to it lead nowhere, so that the others are converted anew.

    def _converted(self, site: OldSite) -> Import:
        loaded = self.session.loaded
        zone = loaded.campaign.settings.timezone if loaded.campaign else "UTC"
        languages, spoken = loaded.index.languages, self.options.written_in
        setting = Setting(languages, zone, loaded.index, spoken, self.session.today, self.refused)
        self.pictures.start_again()
        done = convert(self.generator, site, setting, self._asked, self.pictures.take)
        redirects = done.redirects()
        for address in [one for one in redirects if one in self.no_redirects]:
            post, why = redirects[address], self.no_redirects[address]
            done.dropped.append(Note(post.file, 1, "address-refused", {"found": why}))
        return done

    def redirects(self, done: Import) -> dict[str, str]:
        """Old address -> file of the new page below content/, of those that the checks take."""
        known = done.redirects().items()
        return {address: post.new_file for address, post in known if address not in self.no_redirects}

    def _files(self, done: Import) -> dict[str, bytes | None]:
        changes: dict[str, bytes | None] = {
            path: text.encode() for path, text in done.texts(self.session.today).items()
        }
        changes |= {f"{ASSETS}/{name}": data for name, data in self.pictures.files().items()}
        if redirects := self.redirects(done):
            settings = read_page(self.session.content, SETTINGS)
            changes[SETTINGS] = edited(SETTINGS, lambda: with_redirects(settings, redirects))
        return changes

    def _refuse(self, done: Import, changes: Changes) -> bool:
        """Remember the posts and old addresses that the checks refuse, with the first fault of each: any new ones?"""
        with progress(self.session.say("trying")), copy_of(self.session.content) as copy:
            put(copy, changes)
            problems = errors(load(copy, self.session.loaded.index.languages).problems)
        home, before = self.session.content.name, len(self.refused) + len(self.no_redirects)
        posts = {f"{home}/{post.new_file}": post.file for post in done.posts()}
        for problem in problems:
            line = one_line(problem, self.say.language)
            if file := posts.get(problem.path):
                self.refused.setdefault(file, Note(file, 1, "refused", {"found": line}))
            elif problem.path == f"{home}/{SETTINGS}" and problem.field.partition(".")[0] == KEY:
                address = problem.field.removeprefix(KEY).removeprefix(".")
                addresses = [address] if address else self.redirects(done)
                self.no_redirects |= {one: line for one in addresses if one not in self.no_redirects}
        return len(self.refused) + len(self.no_redirects) > before

    def _asked(self, one: Post, other: Post) -> bool | None:
        """Are these the same post in two languages? As the option says, else as somebody at a terminal does."""
        if self.options.pair or not can_ask():
            return self.options.pair == YES if self.options.pair else None
        names = (one.file, other.file)
        if names not in self.answers:
            self.answers[names] = self._answer(one, other)
        return self.answers[names]

    def _answer(self, one: Post, other: Post) -> bool:
        values = {"day": str(one.day), "one": f"{one.title} ({one.file})", "other": f"{other.title} ({other.file})"}
        choices = [Choice(YES, self.say("pair-yes")), Choice(NO, self.say("pair-no"))]
        # The titles stand above the question: a line that is wider than the terminal cannot be edited in each of them.
        prompt = Prompt(self.say("ask-pair"), self.say("why-pair", **values), choices=choices)

        def faults(answer: str) -> list[str]:
            return [] if answer in (YES, NO) else [self.say("yes-or-no")]

        try:
            return ask(prompt, faults, Strings(self.say.language, "writing")) == YES
        except NoAnswerError:
            raise KeyboardInterrupt from None


def _report(done: Import, redirects: Mapping[str, str], session: Session, say: Strings) -> Iterator[str]:
    """What was taken in, paired, asked, left out and redirected, each with its file and line."""
    home = session.content.name
    taken = [Note(post.file, 1, "taken", {"found": f"{home}/{post.new_file}"}) for post in done.posts()]
    pairs = [Note(post.file, 1, "paired", {"found": group[0].file}) for group in done.groups for post in group[1:]]
    for name, notes in (
        ("taken", taken),
        ("paired", pairs),
        ("asked", done.asked),
        ("left", done.left),
        ("dropped", done.dropped),
    ):
        yield say(f"count-{name}", count=len(notes))
        yield from (f"  {note.words(say)}" for note in notes)
    yield say("count-redirects", count=len(redirects))
    yield from (f"  {old} -> {new}" for old, new in redirects.items())
