"""No test depends on what a campaign owns: opening or listing content/ or mkdocs.yml of the project is noted here."""

import os
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
# What editors and campaigns change: tests have tests/sample/ and tests/campaign/.
OWN = (str(ROOT / "content"), str(ROOT / "mkdocs.yml"))
EVENTS = frozenset(["open", "os.listdir", "os.scandir", "subprocess.Popen"])
# These read the campaign of the folder in which they are started.
READERS = frozenset(["make", "emptychair", "mkdocs"])
# What gives them another one.
ELSEWHERE = frozenset(["--config-file", "-f", "--content", "-C"])
_noted: list[str] = []


def watch() -> None:
    """Begin to note. An audit hook is called for what the interpreter does, and stays until the process ends."""
    sys.addaudithook(_note)


def take() -> list[str]:
    """What was noted since the last call."""
    found = _noted[:]
    _noted.clear()
    return found


def _note(event: str, arguments: tuple[Any, ...]) -> None:
    if event not in EVENTS:
        return
    if event == "subprocess.Popen":
        _note_process(*arguments)
    elif isinstance(arguments[0], str | bytes | os.PathLike):
        path = os.fsdecode(arguments[0])
        # os.open, without a mode, takes names in a folder that is open already: shutil.rmtree does nothing else.
        if (path.startswith(os.sep) or event != "open" or arguments[1]) and _is_own(path):
            _noted.append(path)


def _note_process(program: object, arguments: object, folder: Any, _: object) -> None:
    """A process is not watched, so it is judged by what it is given: an argument, or the folder that it reads."""
    words = [os.fsdecode(one) for one in arguments] if isinstance(arguments, list | tuple) else [str(program)]
    start = os.path.realpath(folder or ".")
    # Also what stands in the command of a shell, and behind an option and its sign.
    parts = [part.rpartition("=")[2] for word in words[1:] for part in word.split()]
    paths = [os.path.join(start, part) for part in parts]  # noqa: PTH118 - as below
    if any(_is_own(path) for path in paths) or (start == str(ROOT) and _reads_here(words)):
        _noted.append(" ".join(words))


def _reads_here(words: list[str]) -> bool:
    """Does a command read the campaign of the folder in which it is started? Not where it is given another one."""
    module = words[words.index("-m") + 1 : words.index("-m") + 2] if "-m" in words else []
    names = {Path(words[0]).name, *(name.partition(".")[0] for name in module)}
    given = any(word.partition("=")[0] in ELSEWHERE for word in words)
    # A path is another campaign for this one alone: for the others it may be a folder to write into.
    given = given or ("emptychair" in names and any(os.sep in word for word in words[1:]))
    return bool(names & READERS) and not given


def _is_own(path: str) -> bool:
    # This runs for each file that is opened: Path would be slower.
    full = os.path.abspath(path)  # noqa: PTH100
    return full in OWN or full.startswith(f"{OWN[0]}/")
