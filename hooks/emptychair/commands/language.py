"""`emptychair language`: the words of a further language brought up to date, given out, taken in."""

import argparse
from functools import partial
from pathlib import Path

from emptychair.commands.add_language import CATALOGUE
from emptychair.commands.common import FOUND, OK, Commands, add_language, content_of, from_here, tell_written, usage
from emptychair.commands.disk import create, replace
from emptychair.editing.language_file import Filled, filled_from, up_to_date
from emptychair.load.language_files import LANGUAGES, SUFFIX, language_file
from emptychair.load.load import REGISTER_LIMIT, load_text
from emptychair.text.problems import errors, one_line
from emptychair.text.strings import Strings, shipped_languages


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, CATALOGUE)
    parser = commands.add_parser(
        "language",
        help=words("language"),
        description=words("language-about"),
        epilog=words("examples-language"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("code", help=words("code"))
    ways = parser.add_mutually_exclusive_group()
    ways.add_argument("--export", type=Path, metavar="PO", help=words("export"))
    ways.add_argument("--import", dest="taken", type=Path, metavar="PO", help=words("import"))
    parser.add_argument(
        "--content", type=Path, default=Path("content"), help=Strings(say.language, "writing")("content")
    )
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Bring the file of a language up to date, with the texts of another one where it is named."""
    say = Strings(options.lang, CATALOGUE)
    content = content_of(options.content)
    if content is None:
        return usage(Strings(options.lang, "commands")("no-campaign", path=options.content))
    file = content / LANGUAGES / f"{Path(options.code).name}{SUFFIX}"
    if not file.is_file():
        return usage(say("no-file-of", path=from_here(file), code=options.code))
    texts = [_text(one) for one in (file, options.taken) if one]
    if "" in texts:
        return usage(
            say("no-such-file", path=from_here((file, options.taken)[texts.index("")]), limit=REGISTER_LIMIT // 1024)
        )
    try:
        filled = up_to_date(options.code, texts[0]) if len(texts) == 1 else filled_from(options.code, *texts)
    except ValueError as error:
        return usage(say("not-po", path=from_here(options.taken or file), line=error))
    return _write(options, file, filled, say)


def _text(file: Path) -> str:
    """The text of a file, or "" where it cannot be read."""
    try:
        text, fault = load_text(file, REGISTER_LIMIT)
    except OSError:
        return ""
    return "" if fault else text


def _write(options: argparse.Namespace, file: Path, filled: Filled, say: Strings) -> int:
    """Write what was made, unless a text that was taken in has a fault; and say what became of the others."""
    target = options.export or file
    language, problems = language_file(from_here(file), filled.text, options.code, shipped_languages()[0])
    if options.taken and (wrong := errors(problems)):
        print("\n".join(one_line(problem, say.language) for problem in wrong))
        print(say("nothing-written"))
        return FOUND
    write = partial(create, target, filled.text) if options.export else partial(replace, target, filled.text.encode())
    if status := tell_written(write, from_here(target), options.lang):
        return status
    print("\n".join(_report(options, filled, language.missing, language.wanted, say)))
    return OK


def _report(options: argparse.Namespace, filled: Filled, missing: int, wanted: int, say: Strings) -> list[str]:
    lines = [say.plural("taken", filled.taken)] if options.taken else []
    counts = {"left-unsure": filled.unsure, "left-older": filled.older}
    lines += [say(key, count=count) for key, count in counts.items() if count]
    if filled.unknown:
        lines.append(say("left-unknown", ids=", ".join(filled.unknown)))
    path = from_here(options.export or options.content / LANGUAGES / f"{options.code}{SUFFIX}")
    return [
        *lines,
        say("still-missing", path=path, missing=missing, all=wanted) if missing else say("whole", path=path),
    ]
