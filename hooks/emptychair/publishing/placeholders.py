"""Words that hold the place of an editor's own: marks, and the examples that `emptychair new` writes."""

import re
from collections.abc import Iterator

from emptychair.editing.annotated_page import examples_to_replace
from emptychair.publishing.campaign_files import CampaignFiles
from emptychair.text.markdown_outline import as_read, without_code
from emptychair.text.problems import Problem

# Capitals in brackets, because a letter may ask its signer for [your name]; three capital X are a number.
MARK = re.compile(
    r"\[(?:YOUR|INSERT|ADD|FILL|PUT|NAME|PLACEHOLDER|TODO|TBD)\b[^\]\[\n]{0,80}\](?![(\[:])"
    r"|[\[［【〔](?:请?(?:在此|此处)?(?:填写|填入)|待填|待补)[^\]］】〕\n]{0,40}[\]］】〕](?![(\[:])"
    r"|(?<![\w/.-])(?:TODO|FIXME|TBD|x{3,}|X{4,})(?![\w-])"
    r"|[Ll]orem ipsum|LOREM IPSUM",
    re.ASCII,
)


def marks(campaign: CampaignFiles) -> Iterator[Problem]:
    """No text holds a mark where words are still to be written. In code, which shows signs as they are, it may."""
    for document in campaign.loaded.index.documents():
        for at, text in document.strings():
            for match in MARK.finditer(as_read(text)):
                yield document.problem(at, "publish-placeholder", found=match[0])
        for number, line in enumerate(as_read(without_code(document.body)).split("\n")):
            for match in MARK.finditer(line):
                values = {"found": match[0]}
                yield Problem(document.path, document.body_line + number, "", "publish-placeholder", values)


def specimen_words(campaign: CampaignFiles) -> Iterator[Problem]:
    """No entry says what its example in an annotated page says: an example that was made active and never replaced."""
    examples = examples_to_replace()
    for entry in campaign.loaded.index:
        for at, text in entry.document.strings():
            # Words by language stand one step below their key.
            keys = [step for step in at if isinstance(step, str)][-2:]
            if any((key, text) in examples for key in keys):
                yield entry.document.problem(at, "publish-specimen", found=text)


RULES = (marks, specimen_words)
