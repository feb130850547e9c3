"""`emptychair explain`: what a key means, or a whole page in which every key is explained."""

import argparse
from collections.abc import Iterator

from emptychair.commands.common import OK, Commands, add_language, usage
from emptychair.commands.prompt import listed
from emptychair.editing.choices import Choice
from emptychair.editing.explanation import KINDS, Explanation, explanations, nearest_key, terms_called, whole_page
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, "writing")
    parser = commands.add_parser(
        "explain",
        help=words("explain"),
        description=words("explain-about"),
        epilog=words("examples-explain"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("key", nargs="?", default=KINDS[0], metavar=words("explain-key"), help=words("explain-what"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Print the page, the key or the terms."""
    say = Strings(options.lang, "writing")
    if options.key in KINDS:
        print(whole_page(options.key, options.lang), end="")
        return OK
    lines = [line for one in explanations(options.key, options.lang) for line in _lines(one, say)]
    lines += [line for name, one in terms_called(options.key, options.lang) for line in _term(name, one, say)]
    if not lines:
        near = nearest_key(options.key)
        nearest = Strings(options.lang, "editing")("nearest", found=near) if near else ""
        return usage(say("explain-unknown", found=options.key) + nearest)
    print("\n".join(lines))
    return OK


def _lines(one: Explanation, say: Strings) -> Iterator[str]:
    yield ", ".join(one.paths)
    yield f"  {one.note}"
    if one.example:
        yield say("example", example=one.example)
    if one.choices:
        yield from listed(one.choices, "", say)


def _term(name: str, one: Choice, say: Strings) -> Iterator[str]:
    yield say("explain-term", list=name)
    yield from listed([one], "", say)
