"""Where a browser is missing, one sentence says what to install."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser import machine

if TYPE_CHECKING:
    from pathlib import Path


def put(folder: Path, name: str, script: str = "") -> None:
    (folder / name).write_text(f"#!/bin/sh\n{script}\n")
    (folder / name).chmod(0o755)


@pytest.fixture(autouse=True)
def programs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The only folder in which programs are looked for: an empty one."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return tmp_path


def test_a_machine_without_anything_is_told_all() -> None:
    """Browser and font, in one command."""
    with pytest.raises(machine.MissingError, match=r"^The tests in Firefox need: apt-get install firefox-esr fonts-"):
        machine.program("firefox")


def test_a_browser_without_chinese_characters_will_not_do(programs: Path) -> None:
    """A page full of boxes would be wide enough, contrasting enough, and wrong."""
    put(programs, "chromium")
    put(programs, "fc-list")
    with pytest.raises(machine.MissingError, match=r"need: apt-get install fonts-noto-cjk fontconfig$"):
        machine.program("chromium")


def test_any_chromium_and_any_chinese_font_will_do(programs: Path) -> None:
    """Whatever the system calls them."""
    put(programs, "google-chrome")
    put(programs, "fc-list", "echo some-font")
    assert machine.program("chromium") == programs / "google-chrome"


def test_nothing_is_installed_for_who_may_not(monkeypatch: pytest.MonkeyPatch) -> None:
    """Only root installs; for others the tests speak."""
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    monkeypatch.setattr("subprocess.run", pytest.fail)
    machine.install("chromium")


def test_root_on_debian_installs_what_is_missing(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The lists first, then the packages, without a question."""
    put(programs, "apt-get", f'echo "$DEBIAN_FRONTEND $*" >> {programs}/log')
    monkeypatch.setattr(machine, "APT", str(programs / "apt-get"))
    monkeypatch.setattr("os.geteuid", lambda: 0)
    machine.install("firefox")
    log = (programs / "log").read_text().splitlines()
    assert log[0].startswith("noninteractive update")
    assert log[1].endswith("firefox-esr fonts-noto-cjk fontconfig")


def test_where_installing_fails_the_tests_say_what_to_install(programs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network, or without apt, nothing is raised until a browser is asked for; then one sentence."""
    put(programs, "apt-get", "exit 100")
    monkeypatch.setattr("os.geteuid", lambda: 0)
    for apt in (programs / "apt-get", programs / "no-apt"):
        monkeypatch.setattr(machine, "APT", str(apt))
        machine.install("chromium")
        with pytest.raises(machine.MissingError, match=r"^The tests in Chromium need: apt-get install [a-z -]+$"):
            machine.program("chromium")
