"""The file of a language of the campaign's own: found, checked, counted; what is wrong in it has its line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from content_factory import Content
from emptychair.load.language_files import fallback_of, language_file
from emptychair.load.load import load
from emptychair.text.po import PoEntry, po_text
from emptychair.text.problems import one_line
from emptychair.text.strings import use_languages
from emptychair.text.translatable import texts_to_translate

FILE = "languages/ug.po"
PATH = f"content/{FILE}"
MISSING = "texts-missing"
# A text that is right, and what may be wrong with it.
PAGE = "strings/pages/title-page"


@pytest.fixture(autouse=True)
def _nothing_further() -> Iterator[None]:
    yield
    use_languages(())


def po(*texts: tuple[str, str], **others: str) -> str:
    """A PO file with these texts beside their source texts; `others` are put in the place of what an entry says."""
    known = texts_to_translate("ug")
    entries = [PoEntry(key, known[key].text if key in known else "?", text) for key, text in texts]
    return po_text("test", "ug", "", [replace(one, **others) for one in entries])  # type: ignore[arg-type]


def problems_of(text: str) -> list[tuple[int, str, str]]:
    """(line, field, code) of each problem but the one that counts."""
    found = language_file(PATH, text, "ug", "zh")[1]
    return [(one.line, one.field, one.code) for one in found if one.code != MISSING]


def line_of(text: str) -> int:
    """The line of the source text of the only entry; the head has one too."""
    return max(number for number, line in enumerate(text.splitlines(), 1) if line.startswith("msgid"))


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        (PAGE, "{titel}, {page}", "text-placeholders"),
        (PAGE, "{title}", "text-placeholders"),
        (PAGE, "{title} {page", "text-placeholders"),
        (PAGE, "<b>{title}</b> {page}", "text-with-markup"),
        (PAGE, "{title}\u202e {page}", "hidden-sign"),
        ("strings/pages/title-index", "{count}", "text-placeholders"),
        ("strings/letters/date-place", "top", "text-wrong-value"),
        ("strings/dates/numerals", "123", "text-wrong-value"),
        ("strings/dates/pattern-day", "QQQQQQ H", "text-wrong-value"),
    ],
)
def test_a_text_that_cannot_stand_on_a_page_is_refused(key: str, text: str, code: str) -> None:
    """With the line of the entry and its id; it is not used."""
    assert problems_of(po((key, text))) == [(line_of(po((key, text))), key, code)]
    assert language_file(PATH, po((key, text)), "ug", "zh")[0].texts == {}


@pytest.mark.parametrize(
    ("key", "text"),
    [
        (PAGE, "{page}: {title}"),
        ("strings/dates/days-one", "a day"),
        ("strings/letters/date-place", "last"),
        ("strings/dates/pattern-day", "d-MMMM، y"),
        ("vocabulary/posts/minister/dear_named", "{surname}!"),
    ],
)
def test_a_text_that_fits_is_used(key: str, text: str) -> None:
    """Its placeholders in any order; the form for one may do without its number."""
    language, problems = language_file(PATH, po((key, text)), "ug", "zh")
    assert (language.texts, [one.code for one in problems]) == ({key: text}, [MISSING])


def test_what_is_unsure_is_counted_and_not_used() -> None:
    """Marked as fuzzy, or made from another source text than the one that ships."""
    for text in (
        po((PAGE, "{title} {page}"), source="Another"),
        po((PAGE, "{title} {page}")).replace("#, ", "#, fuzzy, "),
    ):
        language, problems = language_file(PATH, text, "ug", "zh")
        every = len(texts_to_translate("ug"))
        assert (language.texts, language.missing, language.unsure, language.wanted) == ({}, every, 1, every)
        assert one_line(problems[0], "en") == (
            f"{PATH}:1: of {every} texts of the site {every} are missing in ug, of which 1 are there and unsure "
            "(they are shown in zh until then)"
        )


def test_a_whole_language_has_no_problem() -> None:
    """Every text is there."""
    texts = [(one.id, one.text) for one in texts_to_translate("ug").values()]
    assert language_file(PATH, po(*texts), "ug", "en")[1] == []


def test_texts_that_the_site_does_not_have_are_named() -> None:
    """As a warning: an upgrade may have taken them away."""
    assert problems_of(po(("strings/pages/nowhere", "x"))) == [(10, "", "text-unknown")]


def test_the_language_that_stands_in_ships() -> None:
    """The first of the site's that does, else English."""
    named = (("ug", "zh", "en"), ("en", "ug"), ("ug",), ())
    assert [fallback_of(languages) for languages in named] == ["zh", "en", "en", "en"]


def test_a_file_is_a_language_of_the_site(content: Content) -> None:
    """It is found in the content folder, needs no folder of pages, and its folder is one where pages may stand."""
    content.put(FILE, po((PAGE, "{title} {page}")))
    content.put("ug/about.md", "---\ntitle: A\nupdated: 2026-01-01\n---\nB\n")
    loaded = content.load()
    assert [(one.path, one.code) for one in loaded.problems] == [(PATH, MISSING)]
    assert loaded.campaign
    assert (loaded.campaign.languages, [one.code for one in loaded.campaign.further]) == (("en", "zh", "ug"), ["ug"])
    content.remove(FILE)
    assert [one.code for one in Content(content.root, content.files).load().problems] == ["unexpected-folder"]


@pytest.mark.parametrize(
    ("path", "text", "codes"),
    [
        ("languages/zh.po", "", ["language-ships"]),
        ("languages/nonsense.po", "", ["language-not-known"]),
        (FILE, "msgid\n", ["po-unreadable"]),
        (FILE, b"\xff\xfe", ["not-utf8"]),
        (FILE, "#" * 1024 * 1025, ["file-too-large"]),
        ("languages/ug.yml", "a: b", ["unexpected-file"]),
        ("languages/ug/a.po", "", ["unexpected-folder"]),
    ],
)
def test_a_file_that_cannot_be_used_is_one_problem(
    path: str, text: str | bytes, codes: list[str], content: Content
) -> None:
    """With its path."""
    found = content.put(path, text).load().problems
    assert [(one.path, one.code) for one in found] == [(f"content/{path}", code) for code in codes]


def test_a_link_to_a_file_elsewhere_is_refused(content: Content) -> None:
    """As everywhere in the content."""
    file = content.write() / FILE
    file.parent.mkdir()
    file.symlink_to(content.root / "content" / "campaign.yml")
    assert [one.code for one in load(content.root / "content").problems] == ["symlink"]
