"""Old addresses put into campaign.yml and taken out of it: every other line stays."""

from __future__ import annotations

import pytest

from content_factory import MINIMAL, SETTINGS
from emptychair.editing.front_matter_patch import UneditableError
from emptychair.editing.redirects import with_redirects, without_redirects
from emptychair.front_matter.document import parse_register
from for_each import for_each

TEXT = "# The settings.\n" + MINIMAL[SETTINGS]
NEW = {"/2020/a-b/": "en/updates/2020-01-01-a-b.md", "/文章/": "zh/about.md"}


@for_each("end", ["\n", "\r\n"])
def test_the_first_ones_stand_at_the_end(end: str) -> None:
    """With the line ends of the file, which may lack its last one; every line stays."""
    text = TEXT.rstrip("\n").replace("\n", end)
    changed = with_redirects(text, NEW)
    assert changed.startswith(text + end)
    assert changed.removeprefix(text + end).split(end) == [
        "redirects:",
        '  "/2020/a-b/": "en/updates/2020-01-01-a-b.md"',
        '  "/文章/": "zh/about.md"',
        "",
    ]


def test_more_stand_below_those_that_are_there() -> None:
    """What somebody wrote is left as it is, with its comment, and where it leads."""
    text = TEXT.replace("sample:", 'redirects:\n    "/文章/": "en/about.md" # mine\n# Of the site.\nsample:')
    changed = with_redirects(text, NEW)
    line = '    "/2020/a-b/": "en/updates/2020-01-01-a-b.md"\n'
    assert changed == text.replace("# mine\n", f"# mine\n{line}")
    assert with_redirects(changed, NEW) == changed


@for_each("there", ['redirects: {"/old/": "en/about.md"}', "redirects: none", "redirects:\n  - one"])
def test_what_cannot_be_put_in_alone_is_refused(there: str) -> None:
    """Entries on one line, or what is no mapping: to be changed by hand, at that line."""
    text = TEXT.replace("sample:", f"{there}\nsample:")
    with pytest.raises(UneditableError) as caught:
        with_redirects(text, NEW)
    assert caught.value.line == parse_register("", text)[0].line_of(("redirects",))


def test_those_of_a_page_are_taken_out() -> None:
    """With an id or without one; what leads elsewhere stays, with its comment."""
    text = TEXT.replace(
        "sample:",
        'redirects:\n  "/li-si/": "en/cases/li-si.md"\n  "/文章/": "zh/about.md" # mine\n'
        '  "/old/": "en/cases/li-si.md#story"\nsample:',
    )
    changed = without_redirects(text, ["en/cases/li-si.md", "zh/cases/li-si.md"])
    assert changed == TEXT.replace("sample:", 'redirects:\n  "/文章/": "zh/about.md" # mine\nsample:')
    assert without_redirects(changed, ["en/cases/li-si.md"]) == changed
    assert without_redirects(changed, ["zh/about.md"]) == TEXT


def test_those_that_are_not_one_to_a_line_are_refused() -> None:
    """Somebody takes them out by hand, at the line that is named."""
    text = TEXT + 'redirects: {"/li-si/": "en/cases/li-si.md", "/old/": "en/about.md"}\n'
    with pytest.raises(UneditableError):
        without_redirects(text, ["en/cases/li-si.md"])
