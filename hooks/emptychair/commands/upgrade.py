"""`emptychair upgrade`: the generator's files in a campaign, as another version of the generator has them.

Only a version itself knows what it carries, and needs what it pins. So the version that runs fetches the wheel of the
other, sets it up in an environment of its own with its own pins, and has that one's `emptychair upgrade` do the work.
What cannot be installed is found out before a file is changed. The older one relies on the path of the pins in a wheel
(generator_wheel.PINS) and on the options that _hand_over gives, which are a promise to every version that was released.
"""

import argparse
import shlex
import sys
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from tempfile import TemporaryDirectory

from emptychair.commands.carried import LIMIT, installed_version, read_carried, read_changelog
from emptychair.commands.changing import StoppedError
from emptychair.commands.common import FOUND, OK, USAGE, Commands, add_language
from emptychair.commands.disk import create, put, read_some
from emptychair.commands.generator_wheel import check_wheel, pins_in, version_of, wheel_of
from emptychair.commands.programs import ProgramError, create_environment, git_changes, run_command
from emptychair.editing.generator_files import LOCAL, REQUIREMENTS, Carried, Site, create_generator_files
from emptychair.editing.generator_record import (
    RECORD,
    Record,
    RecordError,
    create_record,
    read_record,
    record_of,
    version_numbers,
)
from emptychair.editing.upgrade import Upgrade, changes_between, plan_upgrade
from emptychair.load.load import languages_beside, site_url_beside
from emptychair.text.strings import Strings, shipped_languages

CATALOGUE = "upgrade"
# Of what is not committed, so many lines are shown.
SHOWN = 10
# What was edited is compared by a person with what lies here.
BESIDE = "upgrade-{version}"


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, CATALOGUE)
    parser = commands.add_parser(
        "upgrade",
        help=words("upgrade"),
        description=words("upgrade-about"),
        epilog=words("examples"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("version", nargs="?", default="", metavar=words("metavar"), help=words("version"))
    parser.add_argument("--wheels", type=Path, help=words("wheels"))
    parser.add_argument("--hash", default="", help=words("hash"))
    parser.add_argument("--dry-run", action="store_true", help=words("dry-run"))
    parser.add_argument("--downgrade", action="store_true", help=words("downgrade"))
    # Given by the version that hands over, which has found and checked it.
    parser.add_argument("--wheel", type=Path, help=argparse.SUPPRESS)
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Upgrade the campaign in the current folder, or say why not."""
    try:
        return _upgrade(options, Path.cwd(), Strings(options.lang, CATALOGUE))
    except StoppedError as stop:
        print(*stop.lines, sep="\n", file=sys.stderr)
        return stop.status
    except KeyboardInterrupt:
        print("\n" + Strings(options.lang, CATALOGUE)("stopped"), file=sys.stderr)
        return USAGE


def _upgrade(options: argparse.Namespace, root: Path, say: Strings) -> int:
    record = _read_record(root, say)
    _refuse_uncommitted(root, say)
    if options.wheel:
        return _carry_out(options, root, record, options.wheel, say)
    try:
        version_numbers(options.version or record.version)
    except ValueError:
        raise StoppedError(USAGE, say("no-number", found=options.version)) from None
    options.wheels = options.wheels or _local_wheels(root)
    with wheel_of(options.version, options.wheels, say) as wheel:
        check_wheel(wheel, options.hash, say)
        _refuse_downgrade(options, record, version_of(wheel), say)
        if version_of(wheel) == installed_version():
            return _carry_out(options, root, record, wheel, say)
        return _hand_over(options, root, wheel, say)


def _read_record(root: Path, say: Strings) -> Record:
    try:
        return read_record(read_some(root / RECORD, LIMIT))
    except FileNotFoundError:
        raise StoppedError(USAGE, say("no-record", path=RECORD)) from None
    except (OSError, RecordError) as error:
        raise StoppedError(USAGE, say("broken-record", path=RECORD, reason=error)) from error


def _local_wheels(root: Path) -> Path | None:
    """The folder of wheels from which make sets the campaign up on this machine, if there is one."""
    if not (root / LOCAL).is_file():
        return None
    folder = root / read_some(root / LOCAL, LIMIT).decode().strip()
    return folder if folder.is_dir() else None


def _refuse_uncommitted(root: Path, say: Strings) -> None:
    try:
        changed = git_changes(root)
    except ProgramError as error:
        raise StoppedError(USAGE, say("no-git", reason=error)) from error
    if changed:
        more = [say("more", count=len(changed) - SHOWN)] if len(changed) > SHOWN else []
        raise StoppedError(FOUND, say("uncommitted"), *changed[:SHOWN], *more, say("commit-first"))


def _refuse_downgrade(options: argparse.Namespace, record: Record, version: str, say: Strings) -> None:
    if version_numbers(version) < version_numbers(record.version) and not options.downgrade:
        raise StoppedError(USAGE, say("is-older", version=version, old=record.version))


def _hand_over(options: argparse.Namespace, root: Path, wheel: Path, say: Strings) -> int:
    """Have the version in a wheel do it, and return its exit status."""
    version, wheels = version_of(wheel), options.wheels and str(options.wheels.resolve())
    sources = [*(["--no-index", "--find-links", wheels] if wheels else []), "--find-links", str(wheel.parent.resolve())]
    switches = [f"--{name.replace('_', '-')}" for name in ("dry_run", "downgrade") if getattr(options, name)]
    arguments = ["upgrade", version, "--wheel", str(wheel.resolve()), "--lang", options.lang, *switches]
    with TemporaryDirectory() as folder:
        requirements = Path(folder, REQUIREMENTS)
        create(requirements, pins_in(wheel))
        print(say("setting-up", version=version), file=sys.stderr, flush=True)
        try:
            python = create_environment(Path(folder, "environment"), requirements, sources)
        except ProgramError as error:
            raise StoppedError(FOUND, say("not-set-up", version=version, reason=error)) from error
        return run_command(python, [*arguments, *(["--wheels", wheels] if wheels else [])], root)


def _carry_out(options: argparse.Namespace, root: Path, record: Record, wheel: Path, say: Strings) -> int:
    """Write, or list, what the version that runs does otherwise than the campaign has it."""
    version = installed_version()
    if version_of(wheel) != version:
        raise StoppedError(USAGE, say("other-version", path=wheel.name, version=version))
    _refuse_downgrade(options, record, version, say)
    site = _site(root, record, say)
    carried = read_carried(options.wheels, wheel)
    files = create_generator_files(site, carried)
    found = {path: read_some(root / path, LIMIT) for path in record.files.keys() | files if (root / path).is_file()}
    plan = plan_upgrade(record, files, found)
    if REQUIREMENTS in plan.edited:
        raise StoppedError(FOUND, say("edited-pins", path=REQUIREMENTS, version=record.version))
    new = record_of(files, version, record.code_host)
    if new == record:
        print(say("nothing", version=version))
        return OK
    if not options.dry_run:
        # The record comes last: it says that the rest is there.
        _write(root, {**_changes(plan, files, version), RECORD: create_record(new, site.languages[0])}, say)
    print(*_report(plan, record.version, carried, options.dry_run, say), sep="\n")
    return OK


def _site(root: Path, record: Record, say: Strings) -> Site:
    """The campaign's languages and address as they are today: forms lead to its pages."""
    content = root / "content"
    languages, address = languages_beside(content), site_url_beside(content)
    if not languages or not set(languages) <= set(shipped_languages()) or not address:
        raise StoppedError(FOUND, say("no-site"))
    return Site(languages, address, record.code_host)


def _changes(plan: Upgrade, files: dict[str, bytes], version: str) -> dict[str, bytes | None]:
    beside = BESIDE.format(version=version)
    written = {path: files[path] for path in [*plan.replaced, *plan.added]}
    written |= {f"{beside}/{path}": files[path] for path in plan.edited}
    local = {path: files[path] for path in files if path == LOCAL}
    return {**written, **local, **dict.fromkeys(plan.removed)}


def _write(root: Path, changes: dict[str, bytes | None], say: Strings) -> None:
    try:
        put(root, changes)
    except OSError as error:
        raise StoppedError(USAGE, say("not-written", reason=error)) from error


def _report(plan: Upgrade, old: str, carried: Carried, dry_run: bool, say: Strings) -> Iterator[str]:
    """What became of each file, what changed for editors, and last what a person has to do."""
    new, beside = carried.version, BESIDE.format(version=carried.version)
    yield say("would-be" if dry_run else "done", old=old, new=new)
    for name, paths in asdict(plan).items():
        yield from (say(f"file-{name}", path=path) for path in paths)
    if carried.wheel:
        yield say("its-hash", found=sha256(carried.wheel[1]).hexdigest())
    if text := changes_between(read_changelog(), old, new):
        yield f"\n{say('changes')}\n\n{text.rstrip()}"
    if dry_run:
        return
    if plan.edited:
        yield f"\n{say('to-compare', folder=beside)}"
    for path in plan.edited:
        yield f"  git diff --no-index {shlex.quote(path)} {shlex.quote(f'{beside}/{path}')}"
    yield f"\n{say('next', version=new).rstrip()}"
