"""`emptychair from-text`: a text that somebody without an account wrote below the headings of a form -> its page."""

import argparse
from pathlib import Path

from emptychair.commands.common import OK, Commands, add_language, content_of, usage
from emptychair.commands.disk import read_some
from emptychair.commands.form_page import write_form
from emptychair.editing.docx_text import MAGIC, docx_text
from emptychair.editing.issue_form import TEXT_LIMIT, forms
from emptychair.editing.text_form import blank_form, read_text_form
from emptychair.text.strings import Strings

# A word processor's file has fonts and pictures besides the text.
FILE_LIMIT = 10 * 1024 * 1024


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    say = Strings(say.language, "writing")
    parser = commands.add_parser(
        "from-text",
        help=say("from-text"),
        description=say("from-text-about"),
        epilog=say("examples-from-text"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("file", type=Path, nargs="?", help=say("from-text-file"))
    parser.add_argument("--blank", choices=tuple(forms()), help=say("flag-blank"))
    parser.add_argument("--content", type=Path, default=Path("content"), help=say("content"))
    add_language(parser, Strings(say.language, "commands"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Read a text, and write what it gives; or print the headings."""
    say = Strings(options.lang, "writing")
    if options.blank:
        print(blank_form(options.blank, options.lang))
        return OK
    if options.file is None:
        return usage(say("no-text"))
    content = content_of(options.content)
    if content is None:
        return usage(Strings(options.lang, "commands")("no-campaign", path=options.content))
    text = _text_of(options.file)
    if text is None:
        return usage(say("no-text-file", path=options.file, limit=TEXT_LIMIT // 1024))
    try:
        issue = read_text_form(text)
    except ValueError:
        return usage(say("no-headings", path=options.file))
    return write_form(issue, content, say)


def _text_of(file: Path) -> str | None:
    """The text of a .txt or .docx file, told apart by its first bytes; None where it is neither, or too long."""
    try:
        data = read_some(file, FILE_LIMIT + 1)
        text = docx_text(data) if data.startswith(MAGIC) and len(data) <= FILE_LIMIT else data.decode()
    except (OSError, ValueError):
        return None
    return text if len(text.encode()) <= TEXT_LIMIT else None
