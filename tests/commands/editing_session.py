"""Commands that change pages, run on real folders: in this process, or on a terminal of their own."""

from __future__ import annotations

import errno
import os
import pty
import re
import select
import sys
from time import sleep
from typing import TYPE_CHECKING

from emptychair.cli import main

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from content_factory import Content

PATIENCE = 60
CONTROL = ("\x03", "\x04")
EPOCH = "1593604800"  # noon of 2020-07-01


def run(capsys: pytest.CaptureFixture[str], *words: object) -> tuple[int, str, str]:
    """Exit status, what was printed, what was complained of."""
    status = main([str(word) for word in words])
    out, err = capsys.readouterr()
    return status, out, err


def files(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, byte for byte."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def on_disk(content: Content, ends: str = "\n") -> Path:
    """The folder with other line ends, and no end of the last line."""
    for path, text in content.files.items():
        if isinstance(text, str) and path.endswith(".md"):
            content.files[path] = text.rstrip("\n").replace("\n", ends)
    return content.write()


def on_a_terminal(folder: Path, words: list[str], answers: list[str]) -> tuple[int, str]:
    """Run a command on a pseudo-terminal, answer each question, and return its exit status and what the screen shows.

    Every question ends in a question mark, half or full width, and a blank; an answer that is one control sign is sent
    without Enter.
    """
    process, terminal = pty.fork()
    if process == 0:
        os.chdir(folder.parent)
        os.environ.update(SOURCE_DATE_EPOCH=EPOCH, LC_ALL="C.UTF-8")
        os.execv(sys.executable, [sys.executable, "-m", "emptychair.cli", *words])  # noqa: S606 - the command itself
    shown = ""
    left = list(answers)
    while part := _read(terminal):
        shown += part
        if left and re.search("[?？:：] $", shown):
            answer = left.pop(0)
            if answer in CONTROL:
                _press(terminal, answer)
            else:
                os.write(terminal, answer.encode() + b"\n")
    # Its end comes before the terminal's, which would hang up on it; one that never ends is hung up on.
    ended, status = os.waitpid(process, os.WNOHANG)
    for _ in range(100):
        if ended:
            break
        sleep(0.05)
        ended, status = os.waitpid(process, os.WNOHANG)
    os.close(terminal)
    if not ended:
        _, status = os.waitpid(process, 0)
    return os.waitstatus_to_exitcode(status), shown


def _press(terminal: int, key: str) -> None:
    """Press a key until it is heard.

    A line editor shows its prompt before it listens for signs of control: one in between is lost.
    """
    for _ in range(PATIENCE):
        os.write(terminal, key.encode())
        if select.select([terminal], [], [], 1)[0]:
            return


def _whole(terminal: int, data: bytes) -> bytes:
    """The bytes, and those that are wanting in the last sign: a terminal hands on as many as there are."""
    for wanting in range(4):
        try:
            data.decode()
        except UnicodeDecodeError:
            assert wanting < 3
            data += os.read(terminal, 1)
    return data


def _read(terminal: int) -> str:
    """What comes next, or "" at the end, or where nothing comes for long."""
    if not select.select([terminal], [], [], PATIENCE)[0]:
        return ""
    try:
        return _whole(terminal, os.read(terminal, 4096)).decode()
    except OSError as error:
        # Linux says so where the other end is closed.
        if error.errno != errno.EIO:
            raise
        return ""
