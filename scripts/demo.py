"""A copy of the invented campaign whose day is today: `python scripts/demo.py FOLDER`, which `make demo` then serves.

The campaign of tests/campaign/ is written for one day, on which some of its actions are open. Every date in its front
matter, in recipients.yml and in the names of its updates is moved by the same number of days, so that this day becomes
today (that of SOURCE_DATE_EPOCH or of the clock, in the campaign's time zone). A month or a year cannot be moved by
days: it becomes that of its moved first day, so it is never later than a day which it was not later than before. Dates
in prose are left as they are written.
"""

import os
import re
import shutil
import sys
from datetime import date, timedelta
from pathlib import Path

from emptychair.load.load import load
from emptychair.text.clock import today

ROOT = Path(__file__).resolve().parent.parent
CAMPAIGN = ROOT / "tests" / "campaign"
WRITTEN_FOR = date(2026, 6, 15)
# The fields that hold a date. It is never quoted, as sentences are.
KEYS = (
    *("added", "as_of", "checked", "date", "ends", "from", "given", "issued", "published", "reported", "review_by"),
    *("reviewed", "since", "translates", "until", "updated"),
)
FIELD = re.compile(rf"^( *(?:- )?(?:{'|'.join(KEYS)}): )([\d./~-]+)(?= *(?:#.*)?$)", re.MULTILINE)
DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")
UPDATE = re.compile(r"(\d{4}-\d\d-\d\d)(-.+)")


def main(arguments: list[str]) -> int:
    """Write the moved campaign into a folder, which is replaced. Returns 0, or 2 for wrong use."""
    # The folder is replaced: a folder that holds the project would be lost.
    if len(arguments) != 1 or ROOT.is_relative_to(Path(arguments[0]).resolve()):
        print("usage: python scripts/demo.py FOLDER (which is replaced)", file=sys.stderr)
        return 2
    campaign = load(CAMPAIGN / "content").campaign
    assert campaign, "the invented campaign has errors"  # noqa: S101 - the tests would have said so
    write_campaign(Path(arguments[0]), today(campaign.settings.timezone, os.environ))
    return 0


def write_campaign(folder: Path, day: date) -> None:
    """The campaign as if it were written for another day: content/ and mkdocs.yml in a folder, which is replaced."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(CAMPAIGN / "content", folder / "content")
    settings = (CAMPAIGN / "mkdocs.yml").read_text(encoding="utf-8")
    (folder / "mkdocs.yml").write_text(settings.replace("../..", ROOT.as_posix()), encoding="utf-8")
    days = (day - WRITTEN_FOR).days
    updates = {file.stem: _moved_name(file.stem, days) for file in (folder / "content").glob("*/updates/*.md")}
    for file in [*(folder / "content").rglob("*.md"), folder / "content" / "recipients.yml"]:
        text = moved_text(file.read_text(encoding="utf-8"), days)
        for old, new in updates.items():
            text = text.replace(f"{old}.md", f"{new}.md")
        file.write_text(text, encoding="utf-8")
        if file.stem in updates:
            # Beside the old ones: a new name may be the old name of another update.
            file.rename(file.with_name(f"{updates[file.stem]}.moved"))
    for file in (folder / "content").rglob("*.moved"):
        file.rename(file.with_suffix(".md"))


def moved_text(text: str, days: int) -> str:
    """A page or a register with every date of its fields moved by a number of days; a page's body is left alone."""
    head, mark, body = text.partition("\n---\n")
    return FIELD.sub(lambda found: found[1] + moved_date(found[2], days), head) + mark + body


def moved_date(text: str, days: int) -> str:
    """A date of the record, `2020`, `2020-04~`, `../2020-04-14`, `2020/2021-02`, moved by a number of days."""
    return DAY.sub(lambda found: _moved_day(found[0], days), text)


def _moved_day(text: str, days: int) -> str:
    year, month, day = (int(part) for part in (text + {4: "-01-01", 7: "-01", 10: ""}[len(text)]).split("-"))
    return (date(year, month, day) + timedelta(days)).isoformat()[: len(text)]


def _moved_name(stem: str, days: int) -> str:
    found = UPDATE.fullmatch(stem)
    return moved_date(found[1], days) + found[2] if found else stem


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
