"""What the machine must have for the tests in browsers; `python -m browser.machine chromium` installs it where it may.

That is as root, on Debian and where its packages are. Elsewhere the tests fail and say what to install.
"""

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

APT = "/usr/bin/apt-get"


@dataclass(frozen=True)
class Program:
    """A browser: what it is called, the names its program goes by, its package in Debian."""

    name: str
    programs: tuple[str, ...]
    package: str


# The shell is the same engine without windows, in a third of the time.
CHROMIUM = Program(
    "Chromium",
    ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "google-chrome-stable"),
    "chromium-headless-shell",
)
FIREFOX = Program("Firefox", ("firefox-esr", "firefox"), "firefox-esr")
ENGINES = {"chromium": CHROMIUM, "firefox": FIREFOX}
# The font, and the program that tells which fonts there are.
FONTS = ["fonts-noto-cjk", "fontconfig"]


class MissingError(RuntimeError):
    """Something that the tests need is not on this machine; the message says what to install."""


def program(engine: str) -> Path:
    """The program of a browser. Raises MissingError, also where no font has Chinese characters."""
    wanted = missing(engine)
    if wanted:
        raise MissingError(f"The tests in {ENGINES[engine].name} need: apt-get install {' '.join(wanted)}")
    return Path(_find(ENGINES[engine]))


def missing(engine: str) -> list[str]:
    """The Debian packages that would bring what is not there."""
    found = [] if _find(ENGINES[engine]) else [ENGINES[engine].package]
    return found if _has_chinese() else [*found, *FONTS]


def install(engine: str) -> None:
    """Install what is missing, where that is possible. Where it is not, or fails, the tests say what is missing."""
    wanted = missing(engine)
    if wanted and os.geteuid() == 0 and Path(APT).exists():
        print(f"Installing {', '.join(wanted)} (a minute, once) ...", flush=True)  # noqa: T201 - it is run by make
        env = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
        subprocess.run([APT, "update", "-qq"], env=env, check=False)
        subprocess.run([APT, "install", "-qq", "--yes", "--no-install-recommends", *wanted], env=env, check=False)


def _find(engine: Program) -> str:
    return next((found for name in engine.programs if (found := shutil.which(name))), "")


def _has_chinese() -> bool:
    """Is there a font with Chinese characters? Systems without fontconfig bring one of their own."""
    lister = shutil.which("fc-list")
    if not lister:
        return sys.platform != "linux"
    return bool(subprocess.run([lister, ":lang=zh-cn"], capture_output=True, text=True, check=True).stdout.strip())


if __name__ == "__main__":
    for name in sys.argv[1:]:
        install(name)
