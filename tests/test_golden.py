"""The texts that people and programs receive, whole. See golden_files.py for how to write them anew."""

from campaign_outputs import article, campaign, text_file
from emptychair.views.letters import envelope
from for_each import for_each
from golden_files import GOLDEN, assert_golden

TEXTS = {
    "letter-en.txt": "actions/write-for-blue-lantern/letter-nowhere-ferry-police-en.txt",
    "letter-zh.txt": "actions/stone-umbrella-rsdl/letter-nowhere-ferry-procuratorate-zh.txt",
    "letter-embassy-en.txt": "actions/write-for-blue-lantern/letter-embassy-us-en.txt",
    "letter-past.txt": "actions/three-offices/letter-nowhere-ferry-police-zh.txt",
    "feed.xml": "zh/cases/blue-lantern.xml",
    "feed.json": "feed.json",
    "calendar.ics": "calendar.ics",
    "case.json": "data/v1/cases/green-teapot.json",
    "cases.csv": "data/v1/cases.csv",
}
ENVELOPES = "envelopes.txt"
# Written by test_annotated_page.py.
SPECIMENS = ("specimen-en.md", "specimen-zh.md")
# Pinned by test_change_summary.py.
SUMMARY = "summary.md"
ARTICLES = [
    (path, language) for path in ("cases/stone-umbrella", "actions/stone-umbrella-rsdl") for language in ("en", "zh")
]


@for_each("name, path", TEXTS.items())
def test_a_file_is_as_it_was(name: str, path: str) -> None:
    """A letter, feed, calendar or file of data changes only where somebody wanted it."""
    assert_golden(name, text_file(path))


@for_each("path, language", ARTICLES)
def test_an_article_is_as_it_was(path: str, language: str) -> None:
    """The page of a case and of an action changes only where somebody wanted it, in both languages."""
    assert_golden(f"{path.replace('/', '-')}-{language}.html", article(path, language))


def test_envelopes_are_as_they_were() -> None:
    """Every recipient of the invented register, as its envelope is written."""
    rows = []
    for slug, recipient in campaign().recipients.items():
        blocks = (f"[{block.language}]\n" + "\n".join(block.lines) for block in envelope(recipient))
        rows.append(f"# {slug}\n" + "\n".join(blocks) + "\n")
    assert_golden(ENVELOPES, "\n".join(rows))


def test_no_golden_file_is_forgotten() -> None:
    """Every file in tests/golden/ belongs to a test."""
    known = {
        *TEXTS,
        ENVELOPES,
        SUMMARY,
        *SPECIMENS,
        *(f"{path.replace('/', '-')}-{language}.html" for path, language in ARTICLES),
    }
    assert {file.name for file in GOLDEN.iterdir() if not file.name.startswith(".")} == known
