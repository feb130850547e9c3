"""`emptychair publishable`: everything that is in the way of publishing a campaign."""

import argparse
import os
from pathlib import Path

from emptychair.as_of.snapshot import snapshot_of
from emptychair.commands.common import FOUND, OK, USAGE, Commands, add_language, read_campaign, usage
from emptychair.commands.problem_formats import FORMATS
from emptychair.load.load import Loaded, load_text
from emptychair.publishing.campaign_files import CONFIG, FILE_LIMIT, OWNERS, CampaignFiles
from emptychair.publishing.obstacles import check_publishable
from emptychair.text.clock import EPOCH, today
from emptychair.text.problems import Problem, in_order
from emptychair.text.strings import Strings


def add(commands: Commands, say: Strings) -> None:
    """The command and its options."""
    words = Strings(say.language, "publishable")
    parser = commands.add_parser("publishable", help=words("publishable"), description=words("publishable-about"))
    parser.add_argument("path", nargs="?", type=Path, default=Path("content"), help=words("publishable-path"))
    parser.add_argument("--format", choices=sorted(FORMATS), default="text", help=say("check-format"))
    add_language(parser, say)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """List what is in the way, or say that nothing is."""
    read = read_campaign(options.path, options.lang)
    if read is None:
        return USAGE
    content, loaded = read
    texts, faults = _read_files(content.parent)
    try:
        found = in_order([*faults, *check_publishable(_campaign_files(loaded, texts))])
    except ValueError:
        return usage(Strings(options.lang, "commands")("no-epoch", found=os.environ[EPOCH]))
    print(FORMATS[options.format](found, content.parent, options.lang), end="")
    if options.format == "text":
        say = Strings(options.lang, "publishable")
        print(say("not-yet", count=len(found)) if found else say("may-be-published"))
    return FOUND if found else OK


def _campaign_files(loaded: Loaded, texts: dict[str, str]) -> CampaignFiles:
    """Raises ValueError where the environment names no day."""
    campaign = loaded.campaign
    snapshot = snapshot_of(campaign, today(campaign.settings.timezone, os.environ)) if campaign else None
    return CampaignFiles(loaded, snapshot, texts)


def _read_files(project: Path) -> tuple[dict[str, str], list[Problem]]:
    """What lies beside the content and is published or guards it: path -> text; and each file that cannot be read."""
    texts: dict[str, str] = {}
    faults: list[Problem] = []
    for path in (CONFIG, *OWNERS):
        if not (project / path).exists():
            continue
        try:
            texts[path], code = load_text(project / path, FILE_LIMIT)
        except OSError:
            code = "not-readable"
        if code:
            faults.append(Problem(path, 1, "", code, {"found": path, "limit": str(FILE_LIMIT // 1024)}))
    return texts, faults
