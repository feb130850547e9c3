"""What all commands that change pages promise: checked before it is written, whole or not at all, byte for byte."""

from __future__ import annotations

import os
from pathlib import Path
from threading import Timer
from typing import TYPE_CHECKING

import pytest

from commands.editing_session import EPOCH, files, on_a_terminal, on_disk, run
from content_factory import CASE, CASE_ZH, Content, above
from emptychair.commands import disk, progress
from emptychair.editing.brought_blocks import BLOCKS
from for_each import for_each

if TYPE_CHECKING:
    from collections.abc import Sequence

EVENT = ("event", "li-si", "--date", "2020-06-20", "--status", "rsdl", "--text", "It is so.")


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of July 2020."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def changed(folder: Path, before: dict[str, bytes]) -> dict[str, bytes]:
    """The files that are others now."""
    return {path: data for path, data in files(folder).items() if before.get(path) != data}


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lines_keep_their_ends(content: Content, capsys: pytest.CaptureFixture[str], ends: str) -> None:
    """Also where the last line has none; new lines end like the others."""
    folder = on_disk(content, ends)
    before = files(folder)
    status, out, err = run(capsys, *EVENT, "--content", folder)
    assert (status, err) == (0, "")
    assert out.startswith(f"written: content/{CASE}\n")
    (data,) = changed(folder, before).values()
    lines = data.decode().split(ends)
    kept = before[CASE].decode().split(ends)
    assert [line for line in lines if line in kept] == [
        line for line in kept if not line.startswith(("updated", "  as_of"))
    ]
    assert data.replace(ends.encode(), b"").count(b"\r") == data.replace(ends.encode(), b"").count(b"\n") == 0
    assert not data.endswith(ends.encode())


def test_the_new_warning_is_told(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """The translation is behind now; nothing stops for it."""
    status, out, _ = run(capsys, *EVENT, "--content", content.write())
    assert status == 0
    assert out.splitlines()[1].startswith("content/zh/cases/li-si.md:4: translates: the page translates a version of")


@pytest.mark.parametrize(
    ("language", "said", "wrong"),
    [
        (
            "en",
            "Nothing was changed. As it would stand:",
            "content/en/cases/li-si.md:23: case.events.indicted.status: 'indicted' is a stage; where was",
        ),
        (
            "zh",
            "没有改动。如果照此写入：",
            "content/en/cases/li-si.md:23: case.events.indicted.status: “indicted”是程序阶段",
        ),
    ],
)
def test_what_the_checks_refuse_is_not_written(
    content: Content, capsys: pytest.CaptureFixture[str], language: str, said: str, wrong: str
) -> None:
    """All mistakes in one run, in the usual form, in the language that is asked for."""
    folder = content.write()
    before = files(folder)
    words = [*EVENT, "--content", folder, "--lang", language, "--reported", "2020-06-01", "--verification", "sure"]
    status, out, err = run(capsys, *("indicted" if word == "rsdl" else word for word in words))
    first, *lines = err.splitlines()
    assert (status, out, first) == (1, "", said)
    assert lines[1].startswith(wrong)
    assert len(lines) == 3
    assert files(folder) == before


def test_a_hidden_sign_is_refused(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Before the text is put together with the page."""
    folder = content.write()
    status, _, err = run(capsys, *EVENT[:-1], "It\u202e is so.", "--content", folder)
    assert status == 1
    assert "content/en/cases/li-si.md:23: case.events.rsdl.text: a sign that nobody sees" in err


def test_errors_of_other_pages_do_not_stop_it(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """Only those of the page that changes do, and those that the change brings."""
    folder = content.put("en/about.md", "nothing\n").write()
    assert run(capsys, *EVENT, "--content", folder)[0] == 0
    folder = content.edit(above(CASE, "  kind: person", "  plase: Beijing")).write()
    before = files(folder)
    status, _, err = run(capsys, *EVENT, "--content", folder)
    assert (status, files(folder)) == (1, before)
    assert "content/en/cases/li-si.md:9: case.plase: 'plase' is not a key" in err


@pytest.mark.parametrize("name", ["li-si", CASE, CASE_ZH])
def test_a_case_is_named_by_slug_or_path(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    """Of either language, from anywhere: the facts stand in the source page."""
    folder = content.write()
    monkeypatch.chdir(folder.parent)
    given = f"content/{name}" if name.endswith(".md") else name
    status, out, _ = run(capsys, *EVENT[:1], given, *EVENT[2:])
    assert (status, out.splitlines()[0]) == (0, f"written: content/{CASE}")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["event", "li-shi", "--date", "2020", "--text", "a"], "there is no case 'li-shi'; did you mean li-si?"),
        (["close", "wirte", "--outcome", "closed", "--text", "a"], "there is no action 'wirte'; did you mean write?"),
        (["checked", "somebody-else"], "there is no case 'somebody-else'"),
        (["event", "li-si"], "these are missing: --date, --text"),
        (["close", "write"], "these are missing: --outcome, --text"),
        (["confirm", "li-si"], "one source says that it is still so: --source ID, once"),
        (["event", "li-si", "--date", "2020", "--text", "a", "--source-title", "T"], "the new source needs an id"),
        (["checked", "li-si", "--on", "2020-13"], "'2020-13' is not a day"),
        (["withdraw", "li-si"], "nothing was changed: without a terminal, say --yes"),
    ],
)
def test_wrong_use(
    content: Content,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    words: Sequence[str],
    said: str,
) -> None:
    """Status 2, and what is needed."""
    folder = content.write()
    before = files(folder)
    with Path(os.devnull).open(encoding="utf-8") as nothing:
        monkeypatch.setattr("sys.stdin", nothing)
        status, _, err = run(capsys, *words, "--content", folder)
    assert (status, files(folder)) == (2, before)
    assert err.startswith(said)


def test_without_a_campaign_or_a_day(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """Status 2 where there is none, 1 where its settings are wrong, 2 where the day is none."""
    assert run(capsys, *EVENT, "--content", content.root / "nowhere")[0] == 2
    status, _, err = run(capsys, *EVENT, "--content", content.swap("campaign.yml", "size: 2", "size: two").write())
    assert status == 1
    assert "campaign.yml:12: page_size: 'two' is not a whole number" in err
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    folder = content.swap("campaign.yml", "size: two", "size: 2").write()
    assert run(capsys, *EVENT, "--content", folder)[0] == 2


def test_a_page_that_cannot_be_changed_alone_names_its_line(
    content: Content, capsys: pytest.CaptureFixture[str]
) -> None:
    """Instead of writing something else."""
    folder = content.swap(CASE, "updated: 2020-06-01", "updated: >-\n  2020-06-01").write()
    before = files(folder)
    status, _, err = run(capsys, *EVENT, "--content", folder)
    assert (status, files(folder)) == (1, before)
    assert err.startswith("content/en/cases/li-si.md:4: nothing was changed: this entry cannot be changed")


@pytest.mark.parametrize("broken", ["open", "replace"])
def test_a_full_disk_leaves_every_page_whole(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    """The old page stands, and nothing beside it; status 2 with the reason."""
    folder = content.write()
    before = files(folder)
    real = getattr(Path, broken)

    def fail(self: Path, *arguments: object, **options: object) -> object:
        if self.is_relative_to(folder) and self.name.startswith("."):
            raise OSError(28, "No space left on device")
        return real(self, *arguments, **options)

    monkeypatch.setattr(Path, broken, fail)
    status, _, err = run(capsys, *EVENT, "--content", folder)
    assert (status, files(folder)) == (2, before)
    assert "No space left on device" in err


def test_a_page_keeps_its_rights(content: Content, capsys: pytest.CaptureFixture[str]) -> None:
    """A file of a shared folder stays as readable as it was."""
    folder = content.write()
    (folder / CASE).chmod(0o664)
    assert run(capsys, *EVENT, "--content", folder)[0] == 0
    assert (folder / CASE).stat().st_mode & 0o777 == 0o664


def test_trying_a_change_leaves_the_folder_alone(content: Content, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the copy has to be a real one; links are not followed."""
    folder = content.write()
    (folder / "en/secret.md").symlink_to("/etc/passwd")
    before = files(folder)
    for linked in (True, False):
        if not linked:
            monkeypatch.setattr(os, "link", lambda *_, **__: (_ for _ in ()).throw(OSError()))
        with disk.copy_of(folder) as copy:
            disk.put(copy, {CASE: b"other", "en/new/page.md": b"new", CASE_ZH: None})
            assert (copy / CASE).read_bytes() == b"other"
            assert (copy / "en/new/page.md").exists()
            assert not (copy / CASE_ZH).exists()
            assert (copy / "en/secret.md").is_symlink()
        assert not copy.exists()
        assert files(folder) == before


def test_what_takes_long_is_told(
    content: Content, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """While the campaign is read and while the change is tried, on the channel for complaints."""

    class AtOnce(Timer):
        def start(self) -> None:
            self.function()

    monkeypatch.setattr(progress, "Timer", AtOnce)
    status, _, err = run(capsys, *EVENT, "--content", content.write())
    assert (status, err) == (0, "reading the campaign …\nchecking the change …\n")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    "command", ["event", *BLOCKS, "confirm", "checked", "close", "withdraw", "add-image", "add-mark"]
)
def test_help_has_examples(capsys: pytest.CaptureFixture[str], command: str, language: str) -> None:
    """In the language that is asked for, and each of them is a command that is understood."""
    status, out, _ = run(capsys, command, "--help", "--lang", language)
    assert status == 0
    assert ("examples:" if language == "en" else "示例：") in out
    assert f"  emptychair {command} " in out


@for_each("sign", ["\x03", "\x04"])
def test_going_away_changes_nothing(content: Content, sign: str) -> None:
    """Ctrl-C and the end of input: status 2, a sentence, every file as it was."""
    folder = content.write()
    before = files(folder)
    process = on_a_terminal(folder, ["event", "li-si"], ["2020-06-20", sign])
    assert process[0] == 2
    assert "nothing was changed" in process[1]
    assert "Traceback" not in process[1]
    assert files(folder) == before
