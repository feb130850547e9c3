"""Write which sentences of the sample in content/ speak of the sample: `make sample-sentences`.

`emptychair publishable` finds them in a campaign that began as a copy of the sample. The package holds their digests:
the content of the sample is no part of it.
"""

import re
import sys
from collections.abc import Iterator
from pathlib import Path

from emptychair.load.load import load
from emptychair.publishing.sample_sentences import Sentence, sentences_of
from emptychair.rules.index import Entry, Index

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "hooks" / "emptychair" / "text" / "sample" / "sentences.yml"
HEADER = "# Digests of what the sample says of itself, each with its page. Made by `make sample-sentences`.\n"
# The first page says whose site it is; elsewhere a sentence speaks of the sample by its name, its maker or its sources.
FIRST_PAGE = "index"
SECTION = "sample"
OF_ITSELF = re.compile(r"\bsample\b|\bempty chair\b|\bgenerator\b|样本|示例|空椅|这套工具", re.IGNORECASE)


def main() -> int:
    """Write the file. Returns 0."""
    FILE.write_text(create_file(load(ROOT / "content").index), encoding="utf-8")
    return 0


def create_file(index: Index) -> str:
    """The sample's pages -> the text of the file, in the order of the pages."""
    rows: dict[str, str] = {}
    for entry in index:
        for sentence in _of_itself(entry) if entry.kind == "page" else ():
            rows.setdefault(sentence.digest, f"{entry.language}/{entry.path}")
    # In quotes: a digest of digits alone is no number.
    return HEADER + "".join(f'"{digest}": {page}\n' for digest, page in rows.items())


def _of_itself(entry: Entry) -> Iterator[Sentence]:
    start, text = entry.sections.get(SECTION, (0, ""))
    first = entry.document.body_line + start
    section = range(first, first + text.count("\n") + 1) if text else range(0)
    for sentence in sentences_of(entry):
        within = not sentence.field and sentence.line in section
        if entry.path == FIRST_PAGE or within or OF_ITSELF.search(sentence.text):
            yield sentence


if __name__ == "__main__":
    sys.exit(main())
