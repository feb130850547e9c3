"""A program at a pseudo-terminal: what it asks is waited for, and answered as somebody would type it."""

from __future__ import annotations

import codecs
import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
from time import monotonic
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

PATIENCE = 60
CTRL_C = "\x03"
CTRL_D = "\x04"


class Terminal:
    """`emptychair` with a terminal as its input, output and errors."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        self.here, there = pty.openpty()
        # Wide enough that no question is wrapped.
        fcntl.ioctl(there, termios.TIOCSWINSZ, struct.pack("HHHH", 50, 400, 0, 0))
        environ = {**os.environ, "LC_ALL": "C.UTF-8", "TERM": "dumb", "SOURCE_DATE_EPOCH": "1589544000"}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "emptychair.cli", *arguments],
            stdin=there,
            stdout=there,
            stderr=there,
            cwd=folder,
            env=environ,
            start_new_session=True,
            # Ctrl-C reaches the program whose terminal it is.
            preexec_fn=_take_terminal,  # noqa: PLW1509 - the only way to give a child a terminal of its own
        )
        os.close(there)
        # A sign of three bytes may come in two pieces.
        self.decoder = codecs.getincrementaldecoder("utf-8")(errors="replace")
        self.shown = ""
        self.read = 0

    def expect(self, words: str) -> str:
        """Wait until these words are shown; what came before them since the last ones."""
        end = monotonic() + PATIENCE
        while words not in self.shown[self.read :]:
            assert monotonic() < end, f"waited for {words!r}, and was shown: {self.shown[self.read :]}"
            assert self._more(), f"ended before {words!r}, and had shown: {self.shown[self.read :]}"
        start = self.shown.index(words, self.read)
        before = self.shown[self.read : start]
        self.read = start + len(words)
        return before

    def type(self, text: str, end: str = "\n") -> None:
        """Type a line."""
        os.write(self.here, (text + end).encode())

    def answer(self, *pairs: tuple[str, str]) -> None:
        """Wait for each question, and answer it."""
        for words, text in pairs:
            self.expect(words)
            self.type(text)

    def press(self, key: str, words: str) -> None:
        """Press a key until these words are shown: one between two readings of the terminal may be lost."""
        for _ in range(PATIENCE):
            self.type(key, end="")
            while select.select([self.here], [], [], 1)[0] and self._more():
                if words in self.shown[self.read :]:
                    return
        raise AssertionError(self.shown)

    def end(self) -> int:
        """Wait for the end; the exit status."""
        while self._more():
            pass
        os.close(self.here)
        return self.process.wait(PATIENCE)

    def _more(self) -> bool:
        ready, _, _ = select.select([self.here], [], [], PATIENCE)
        try:
            data = os.read(self.here, 65_536) if ready else b""
        except OSError:
            # The other end was closed.
            data = b""
        self.shown += self.decoder.decode(data).replace("\r", "")
        return bool(data)


def _take_terminal() -> None:
    fcntl.ioctl(0, termios.TIOCSCTTY, 0)
