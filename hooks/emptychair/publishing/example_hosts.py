"""Host names that are nobody's: reserved for examples and tests (RFC 2606, sections 2 and 3; RFC 6761, section 6)."""

import re
from collections.abc import Iterator

from emptychair.publishing.campaign_files import CONFIG, CampaignFiles
from emptychair.text.markdown_outline import without_code
from emptychair.text.problems import Problem

LABEL = r"(?:[a-z0-9_-]+\.)"
EXAMPLE = r"example\.(?:com|net|org)"
TOP = r"(?:example|test|invalid|localhost)"
# Behind the sign of an address each of them is a host; in a sentence "test" is a word, "a.Example" lacks a blank, and
# "sun.example" is no word.
EXAMPLE_HOST = re.compile(
    rf"(?:(?:://|\btag:)({LABEL}*(?:{EXAMPLE}|{TOP}))|@({LABEL}*(?:{EXAMPLE}|localhost)|{LABEL}+{TOP})"
    rf"|(?<![\w.-])({LABEL}*{EXAMPLE}|{LABEL}+(?-i:example)))(?![\w-]|\.[a-z0-9])",
    re.IGNORECASE | re.ASCII,
)
# Nothing else is a comment in YAML.
COMMENT = re.compile(r"(?:^|\s)#.*")
KEY = re.compile(r"\s*(?:- +)?([\w-]+):")
ID = ("id",)


def example_hosts_in(text: str) -> Iterator[tuple[int, str]]:
    """Each host name of a text that is reserved for examples, with its line from 0."""
    # The names are rare, and one of these parts stands in each of them.
    if not any(
        part in text.lower() for part in ("example", ".test", ".invalid", "localhost", "/test", "/invalid", "tag:")
    ):
        return
    for number, line in enumerate(text.split("\n")):
        for match in EXAMPLE_HOST.finditer(line):
            yield number, match[1] or match[2] or match[3]


def example_hosts(campaign: CampaignFiles) -> Iterator[Problem]:
    """Everything that is published leads to hosts that exist: the settings, recipients, links, sources, every text."""
    index = campaign.loaded.index
    for document in index.documents():
        for at, text in document.strings():
            code = "publish-example-id" if document is index.settings and at == ID else "publish-example-host"
            for _, found in example_hosts_in(text):
                yield document.problem(at, code, found=found)
        for line, found in example_hosts_in(without_code(document.body)):
            yield Problem(document.path, document.body_line + line, "", "publish-example-host", {"found": found})


def example_site_url(campaign: CampaignFiles) -> Iterator[Problem]:
    """The configuration of the host holds the address of the site, which is in every feed and letter."""
    for number, line in enumerate(campaign.texts.get(CONFIG, "").split("\n"), 1):
        text = COMMENT.sub("", line)
        key = KEY.match(text)
        for _, found in example_hosts_in(text):
            yield Problem(CONFIG, number, key[1] if key else "", "publish-example-host", {"found": found})


RULES = (example_hosts, example_site_url)
