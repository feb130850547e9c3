"""`emptychair add-language`: the words of a language that the generator does not have, laid out in the content."""

import argparse
from functools import partial
from pathlib import Path

from emptychair.commands.common import OK, USAGE, Commands, add_language, from_here, read_campaign, tell_written, usage
from emptychair.commands.disk import create
from emptychair.editing.language_file import new_language_file
from emptychair.load.language_files import LANGUAGES, SUFFIX
from emptychair.load.site_languages import CONFIG
from emptychair.text.further_languages import is_language, name_of_language
from emptychair.text.po import read_entries
from emptychair.text.strings import Strings, shipped_languages

CATALOGUE = "language_files"


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, CATALOGUE)
    parser = commands.add_parser(
        "add-language",
        help=words("add-language"),
        description=words("add-language-about"),
        epilog=words("examples-add-language"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("code", help=words("code"))
    parser.add_argument(
        "--content", type=Path, default=Path("content"), help=Strings(say.language, "writing")("content")
    )
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file, and say what else a language needs."""
    say, code = Strings(options.lang, CATALOGUE), options.code
    if code in shipped_languages():
        return usage(say("ships-already", language=name_of_language(code, options.lang), config=CONFIG))
    if not is_language(code):
        return usage(say("not-a-language", found=code))
    read = read_campaign(options.content, options.lang)
    if read is None:
        return USAGE
    content, loaded = read
    file, text = content / LANGUAGES / f"{code}{SUFFIX}", new_language_file(code)
    shown = from_here(file)
    if status := tell_written(partial(create, file, text), shown, options.lang):
        return status
    texts = [one.text for one in read_entries(text)[0]]
    print(say("texts-laid-out", path=shown, count=len(texts), known=sum(1 for one in texts if one)))
    print(say("add-rows", config=CONFIG))
    print(f"      - locale: {code}\n        name: {name_of_language(code)}\n        build: true")
    first = f"{content.name}/{loaded.campaign.default_language if loaded.campaign else 'en'}/index.md"
    print(say("add-pages", command=f"emptychair new translation {first} --into {code}"))
    return OK
