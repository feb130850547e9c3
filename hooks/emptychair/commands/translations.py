"""`emptychair translations`: what is not translated, and what is older than its source page."""

import argparse
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from emptychair.as_of.translation_coverage import Coverage, WordPath, coverage, names_of
from emptychair.commands import translation_po
from emptychair.commands.common import FOUND, OK, USAGE, Commands, add_language, prefix_of, read_campaign, usage
from emptychair.record.campaign import Campaign, Record
from emptychair.text.strings import Strings
from emptychair.text.vocabulary import term

# What asks for no translator: a page that is translated, and one that is converted from another script.
WHOLE = ("complete", "converted")


@dataclass(frozen=True)
class Row:
    """One record in one language into which it is to be translated."""

    record: Record[Any]
    language: str
    found: Coverage


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    say = Strings(say.language, "writing")
    parser = commands.add_parser(
        "translations",
        help=say("translations"),
        description=say("translations-about"),
        epilog=say("examples-translations"),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("paths", nargs="*", type=Path, metavar="path", help=say("translations-path"))
    translation_po.add(parser, say)
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help=say("translations-format"))
    add_language(parser, Strings(say.language, "commands"))
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Every page that is not whole in every language; or their words out to translators and back."""
    say = Strings(options.lang, "writing")
    paths = options.paths or [Path("content")]
    read = read_campaign(paths[0], options.lang)
    if read is None:
        return USAGE
    content, loaded = read
    if loaded.campaign is None:
        return usage(Strings(options.lang, "commands")("no-campaign", path=paths[0]))
    rows = list(_rows(loaded.campaign, content, tuple(prefix_of(content, path) for path in paths)))
    if options.po or options.from_po:
        return translation_po.run(
            options, content, loaded, [row.record for row in rows if row.language == options.into]
        )
    print(FORMATS[options.format](rows, say), end="")
    return FOUND if any(row.found.state not in WHOLE for row in rows) else OK


def _rows(campaign: Campaign, content: Path, prefixes: tuple[str, ...]) -> Iterator[Row]:
    """Every record in every language but its own, as far as it was asked for by one of its pages."""
    for record in campaign.records():
        for language in campaign.languages:
            pages = {f"{content.name}/{one}/{record.path}.md/" for one in (language, record.source)}
            if language != record.source and any(page.startswith(prefixes) for page in pages):
                yield Row(record, language, coverage(record, language, campaign.recipients))


def _as_text(rows: Sequence[Row], say: Strings) -> str:
    lines = [_line(row, say) for row in rows if row.found.state not in WHOLE]
    rows = [row for row in rows if row.found.state != "converted"]
    for language in sorted({row.language for row in rows}):
        states = [row.found.state for row in rows if row.language == language]
        values = {"count": states.count("complete"), "all": len(states), "language": _label(language, say)}
        lines.append(say("translations-summary", **values))
    return "".join(f"{line}\n" for line in lines)


def _line(row: Row, say: Strings) -> str:
    values: dict[str, object] = {"path": row.record.source_page.path, "language": _label(row.language, say)}
    page = row.record.pages.get(row.language)
    values |= {"words": _listed(row.found.missing, say), "changed": _listed(row.found.changed, say)}
    values |= {"translates": page.translates if page else "", "updated": row.record.source_page.updated}
    return say(f"state-{row.found.state}", **values)


def _listed(paths: Sequence[WordPath], say: Strings) -> str:
    return ", ".join(names_of(paths)) or say("nothing")


def _label(language: str, say: Strings) -> str:
    return term("languages", language).label(say.language)


def _as_json(rows: Sequence[Row], say: Strings) -> str:
    """One object for each page and language, whole ones too."""
    found = []
    for row in rows:
        page = row.record.pages.get(row.language)
        found.append(
            {
                "path": row.record.source_page.path,
                "language": row.language,
                "state": row.found.state,
                "missing": list(names_of(row.found.missing)),
                "updated": row.record.source_page.updated.isoformat(),
                "translates": page.translates.isoformat() if page and page.translates else None,
                "changed": list(names_of(row.found.changed)),
            }
        )
    return json.dumps(found, ensure_ascii=False, indent=1) + "\n"


FORMATS: Mapping[str, Callable[[Sequence[Row], Strings], str]] = {"text": _as_text, "json": _as_json}
