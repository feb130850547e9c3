"""Sentences of the sample that speak of the sample: in a campaign of one's own they are untrue.

The package holds a digest of each and not the sentence. What the sample says of safety, certainty or letters is true of
any campaign, and may stay.
"""

import re
from collections.abc import Iterator, Mapping
from hashlib import sha256
from typing import NamedTuple

from emptychair.publishing.campaign_files import CampaignFiles
from emptychair.rules.index import Entry
from emptychair.text.markdown_outline import as_read, without_code
from emptychair.text.problems import Problem
from emptychair.text.strings import read_rows

# A sentence with what closes it; a Chinese one needs no blank behind it. An empty line ends one too.
SENTENCE = re.compile(r"(?:(?!\n[ \t>]*\n)[^.!?。！？]|[.!?](?![\s\"'”’)*_]|\Z))+[.!?。！？]*[\"'”’)*_]*")
WORDS = re.compile(r"[^\W_]+")
# Signs; shorter ones are headings such as "Safety", which everybody writes.
SHORTEST = 8
DIGITS = 16


class Sentence(NamedTuple):
    """A sentence of a page, its key in the front matter or "", and the line of the file where it begins, from 1."""

    text: str
    field: str
    line: int

    @property
    def digest(self) -> str:
        """What two sentences have in common that differ in case, blanks, marks of Markdown and punctuation alone."""
        words = "".join(WORDS.findall(self.text.casefold()))
        return sha256(words.encode()).hexdigest()[:DIGITS]


def sentences_of(entry: Entry) -> Iterator[Sentence]:
    """The sentences of a page that are long enough to be told from others: of its description, and of its body."""
    document = entry.document
    at = ("description",)
    yield from _sentences(document.text_at(at), "description", document.line_of(at), within=False)
    yield from _sentences(as_read(without_code(document.body)), "", document.body_line, within=True)


def _sentences(text: str, field: str, first: int, within: bool) -> Iterator[Sentence]:
    for match in SENTENCE.finditer(text):
        if sum(map(len, WORDS.findall(match[0]))) >= SHORTEST:
            start = match.start() + len(match[0]) - len(match[0].lstrip())
            line = first + (text.count("\n", 0, start) if within else 0)
            yield Sentence(" ".join(match[0].split()), field, line)


def sample_sentences(campaign: CampaignFiles) -> Iterator[Problem]:
    """No page of prose says of this campaign what the sample says of itself; the sample may."""
    index = campaign.loaded.index
    if index.settings.text_at(("sample",)) == "true":
        return
    known = sample_digests()
    for entry in index:
        for sentence in sentences_of(entry) if entry.kind == "page" else ():
            if sentence.digest in known:
                values = {"found": sentence.text}
                yield Problem(entry.document.path, sentence.line, sentence.field, "publish-sample-sentence", values)


def sample_digests() -> Mapping[str, object]:
    """The digests of the sample's sentences about itself, each with the page where it stands."""
    return read_rows("sample", "sentences")


RULES = (sample_sentences,)
