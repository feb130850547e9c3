"""Who must agree to a change: the rows of CODEOWNERS, and owners that are no account."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from emptychair.publishing.campaign_files import OWNERS, CampaignFiles
from emptychair.publishing.example_hosts import example_hosts_in
from emptychair.text.problems import Problem

PLACEHOLDER = re.compile(
    r"@(?:(?:[\w-]+-)?(?:example|placeholder)(?:-[\w-]+)?|change-?me|todo"
    r"|your-?(?:org|organi[sz]ation|group|campaign|team|account|user|username|name))(?:/.*)?",
    re.IGNORECASE,
)


class OwnerRow(NamedTuple):
    """A row of CODEOWNERS: its line from 1, the pattern of files, and the accounts, teams or e-mail addresses."""

    line: int
    pattern: str
    owners: tuple[str, ...]


def owner_rows(text: str) -> list[OwnerRow]:
    """The rows of a CODEOWNERS file, without comments and empty lines."""
    lines = ((number, line.partition("#")[0].split()) for number, line in enumerate(text.splitlines(), 1))
    return [OwnerRow(number, words[0], tuple(words[1:])) for number, words in lines if words]


def example_owners(campaign: CampaignFiles) -> Iterator[Problem]:
    """Owners are accounts that exist: a placeholder guards no file, and the code host says so to nobody."""
    for path in OWNERS:
        for row in owner_rows(campaign.texts.get(path, "")):
            for owner in row.owners:
                if PLACEHOLDER.fullmatch(owner) or any(example_hosts_in(owner)):
                    values = {"found": owner, "pattern": row.pattern}
                    yield Problem(path, row.line, "", "publish-example-owner", values)


RULES = (example_owners,)
