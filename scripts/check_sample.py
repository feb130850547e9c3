"""Check what the sample in content/ promises, while it is there: `make check-sample`.

The record has neither an error nor a warning, each person's facts are those of scripts/sample/facts.yml, and each
action is on each day what scripts/sample/states.yml says; the package knows the sentences in which the sample speaks of
itself; then the tests of tests/whole_site/ that look at the sample run on the sites of content/ (`--sample`). What was
added to the sample or withdrawn from it is said and stops nothing. Where content/ is no longer the sample, nothing is
promised here.
"""

import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml

from emptychair.load.load import load
from emptychair.record.campaign import Campaign
from emptychair.rules.index import Index
from emptychair.text.problems import one_line
from sample_sentences import FILE, create_file

ROOT = Path(__file__).resolve().parent.parent
TABLES = Path(__file__).parent / "sample"
ID = "tag:emptychair.example,2026:sample"
Facts = Mapping[str, Mapping[str, Any]]
SITES = (
    "tests/whole_site",
    "--sample=.",
    f"--sample-states={TABLES / 'states.yml'}",
    # An action that was added has no row yet: main() says so.
    "--deselect=tests/whole_site/test_deadlines.py::test_the_tables_have_a_row_for_every_action",
)


def main() -> int:
    """Check content/ of the project around this file. Returns 0 if it is right or no sample, else 1."""
    loaded = load(ROOT / "content")
    if loaded.campaign and not is_sample(loaded.campaign):
        print("content/ is not the sample: nothing is promised of it here.")
        return 0
    found = [one_line(problem, "en") for problem in loaded.problems]
    found += digest_problems(loaded.index, FILE.read_text(encoding="utf-8"))
    if loaded.campaign:
        found += fact_problems(loaded.campaign, read_table("facts"))
        for name, known in (("facts", loaded.campaign.cases), ("states", loaded.campaign.actions)):
            for line in differences(name, read_table(name), known):
                print(line)
    if found:
        print("\n".join(found))
        return 1
    return subprocess.run([sys.executable, "-m", "pytest", "-q", *SITES], cwd=ROOT, check=False).returncode


def is_sample(campaign: Campaign) -> bool:
    """Does the project still show the sample that it came with?"""
    return campaign.settings.sample and campaign.settings.id == ID


def read_table(name: str) -> Facts:
    """A table of scripts/sample/: slug -> row, every scalar a string."""
    text = (TABLES / f"{name}.yml").read_text(encoding="utf-8")
    return dict(yaml.load(text, Loader=yaml.BaseLoader))  # noqa: S506 - the base loader builds no objects


def differences(name: str, table: Facts, known: Mapping[str, Any]) -> Iterator[str]:
    """A line for what has no row in a table, and one for the rows of what is gone."""
    if added := sorted(known.keys() - table.keys()):
        yield f"not compared, without a row in scripts/sample/{name}.yml: {', '.join(added)}"
    if gone := sorted(table.keys() - known.keys()):
        yield f"not compared, no longer in content/: {', '.join(gone)}"


def digest_problems(index: Index, known: str) -> Iterator[str]:
    """A line where the file of the package is not the one that the sample's pages give: `known` is its text."""
    if create_file(index) != known:
        yield f"{FILE.name}: not what `make sample-sentences` writes"


def fact_problems(campaign: Campaign, table: Facts) -> Iterator[str]:
    """A line for each fact of a case that is not what the table says."""
    for slug, row in table.items():
        if slug not in campaign.cases:
            continue
        facts = campaign.cases[slug].facts
        found: dict[str, Any] = {
            "zh": facts.names.get("zh"),
            "status": next((event.status for event in reversed(facts.events) if event.status), None),
            "as_of": str(facts.as_of),
            "sources": list(facts.sources),
        }
        for name, value in found.items():
            if value != row.get(name):
                yield f"{slug}: {name}: {value!r}, and the documents say {row.get(name)!r}"


if __name__ == "__main__":
    sys.exit(main())
