"""`emptychair from-issue`: the text of a filled issue form -> a page, or the entries of a correction."""

import argparse
import sys
from pathlib import Path

from emptychair.commands.common import Commands, add_language, content_of, usage
from emptychair.commands.form_page import write_form
from emptychair.editing.issue_form import TEXT_LIMIT, read_issue
from emptychair.load.load import load_text
from emptychair.text.strings import Strings

STANDARD_INPUT = Path("-")


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    say = Strings(say.language, "writing")
    parser = commands.add_parser(
        "from-issue",
        help=say("from-issue"),
        description=say("from-issue-about"),
        epilog=say("examples-from-issue"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, help=say("from-issue-file"))
    parser.add_argument("--content", type=Path, default=Path("content"), help=say("content"))
    add_language(parser, Strings(say.language, "commands"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read a form, and write what it gives."""
    say = Strings(options.lang, "writing")
    content = content_of(options.content)
    if content is None:
        return usage(Strings(options.lang, "commands")("no-campaign", path=options.content))
    text = _text_of(options.file)
    if text is None:
        return usage(say("no-issue-file", path=options.file, limit=TEXT_LIMIT // 1024))
    try:
        issue = read_issue(text)
    except ValueError:
        return usage(say("no-form", path=options.file))
    return write_form(issue, content, say)


def _text_of(file: Path) -> str | None:
    if file == STANDARD_INPUT:
        data = sys.stdin.buffer.read(TEXT_LIMIT + 1)
        try:
            return data.decode() if len(data) <= TEXT_LIMIT else None
        except UnicodeDecodeError:
            return None
    try:
        text, code = load_text(file, TEXT_LIMIT)
    except OSError:
        return None
    return None if code else text
