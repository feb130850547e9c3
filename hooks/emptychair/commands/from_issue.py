"""`emptychair from-issue`: the text of a filled issue form -> a page, or the entries of a correction."""

import argparse
import os
import sys
from datetime import date
from pathlib import Path

from emptychair.as_of.translation_coverage import words_of
from emptychair.commands.common import OK, Commands, add_language, content_of, usage
from emptychair.commands.new import write
from emptychair.commands.new_translation import lacking_language, write_translation
from emptychair.commands.progress import progress
from emptychair.editing.issue_form import TEXT_LIMIT, Issue, read_issue
from emptychair.editing.page_from_issue import case_of, correction_of, record_named, translation_of
from emptychair.load.load import Loaded, load, load_text
from emptychair.text.clock import EPOCH, today
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
    with progress(say("reading", path=options.content)):
        loaded = load(content)
    zone = loaded.campaign.settings.timezone if loaded.campaign else "UTC"
    try:
        day = today(zone, os.environ)
    except ValueError:
        return usage(Strings(options.lang, "commands")("no-epoch", found=os.environ[EPOCH]))
    if issue.form == "new-case":
        draft = case_of(issue, content, loaded.index, day, say.language)
        return write(draft, say)
    return _about_a_page(issue, content, loaded, day, say)


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


def _about_a_page(issue: Issue, content: Path, loaded: Loaded, day: date, say: Strings) -> int:
    """A translation is written beside its source page; a correction is printed."""
    named = issue.values.get("page", "")
    record = record_named(loaded.campaign, named) if loaded.campaign else None
    if record is None or loaded.campaign is None:
        return usage(say("no-page-named", found=named[:80]))
    if issue.form == "correction":
        print(correction_of(issue, record), end="")
        return OK
    languages = loaded.campaign.languages
    spoken = issue.language in languages and issue.language != record.source
    language = issue.language if spoken else lacking_language(record, languages)
    if not language:
        return usage(say("not-into", source=record.source, known=", ".join(languages)))
    paths = list(words_of(record, loaded.campaign.recipients))
    text = translation_of(issue, record, language, day, paths)
    return write_translation(content, content / language / f"{record.path}.md", text, loaded, say)
