"""PO files of gettext: written and read back; Babel's parser is not ours, and msgfmt's is Babel's neither."""

from __future__ import annotations

import shutil
import subprocess
from io import StringIO
from typing import TYPE_CHECKING

import pytest
from babel.messages.pofile import read_po

from emptychair.text.po import PoEntry, po_text, read_entries

if TYPE_CHECKING:
    from pathlib import Path

ENTRIES = [
    PoEntry("strings/pages/a", "A", "甲", notes=("zh: 一",), comments=("from a friend",), line=14),
    PoEntry("strings/pages/b", 'Say "{name}"\n', "", line=19),
    PoEntry("vocabulary/x/b", "B", "\\乙\t", unsure=True, before='The "old" B', line=25),
    PoEntry("vocabulary/x/c", "B", "", line=29),
]


def test_what_is_written_is_read() -> None:
    """Id, source, translation, marks, comments of both kinds and the source text of before; twice the same bytes."""
    text = po_text("project", "ug", "What it is.\nAnd how.", ENTRIES)
    found, unreadable = read_entries(text)
    assert (found, unreadable) == (ENTRIES, 0)
    assert all(text.split("\n")[one.line - 1].startswith("msgid") for one in found)
    assert po_text("project", "ug", "What it is.\nAnd how.", found) == text


def test_the_head_says_what_tools_ask_for() -> None:
    """The language and UTF-8; no day, by which two files would differ."""
    text = po_text("project", "pt-BR", "About.", ENTRIES)
    head = dict(read_po(StringIO(text)).mime_headers)
    assert (head["Language"], head["Content-Type"]) == ("pt_BR", "text/plain; charset=utf-8")
    assert text.startswith("# About.\nmsgid")
    assert "Date" not in text.partition("\n\n")[0]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('msgid "a"\nmsgstr "b"\nnonsense\n', 3),
        ('msgid "a"\n\nmsgid "b"\nmsgstr "c"\n', 1),
        ('"alone"\n', 1),
        ("\x00", 1),
    ],
)
def test_what_is_no_po_file_has_a_line(text: str, line: int) -> None:
    """At which it ends to be one."""
    assert read_entries(text) == ([], line)


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
def test_gettext_reads_it(tmp_path: Path) -> None:
    """Its own tool checks it without an error."""
    file = tmp_path / "a.po"
    file.write_text(po_text("project", "ug", "About.", ENTRIES[:1]), "utf-8")
    done = subprocess.run(["msgfmt", "-c", "-o", str(tmp_path / "a.mo"), str(file)], check=False, capture_output=True)  # noqa: S607
    assert (done.returncode, (tmp_path / "a.mo").exists()) == (0, True)
