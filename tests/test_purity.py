"""The core knows no MkDocs, has no clock, prints nothing and asks no host: it is handed values and returns values."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from for_each import for_each
from parsed_code import calls, imports

HOOKS = Path(__file__).parent.parent / "hooks"
CORE = HOOKS / "emptychair"
FILES = sorted(CORE.rglob("*.py"))
# The one that knows it.
ADAPTER = CORE / "hosts" / "mkdocs.py"
MODULES = [
    ".".join(file.relative_to(HOOKS).with_suffix("").parts).removesuffix(".__init__")
    for file in FILES
    if file != ADAPTER
]
BLOCKED = """
import importlib, sys
class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.partition(".")[0] in {"mkdocs", "material", "mkdocs_static_i18n", "pymdownx"}:
            raise ModuleNotFoundError(f"blocked: {name}")
sys.meta_path.insert(0, Blocker())
sys.path.insert(0, sys.argv[1])
for name in sys.argv[2:]:
    importlib.import_module(name)
assert not [name for name in sys.modules if name.partition(".")[0] == "mkdocs"]
"""
CLOCKS = {"now", "today", "utcnow", "time", "time_ns", "monotonic", "localtime", "gmtime"}
WRITERS = {"images/build_cache.py", "commands/disk.py", "outputs/search_index.py"}
# Pagefind; git and pip for an upgrade; git, which knows what a change touches.
PROGRAMS = {"outputs/search_index.py", "commands/programs.py", "commands/changed_files.py"}
NETWORK = {"socket", "urllib.request", "http.client", "http", "requests", "httpx", "ftplib", "smtplib", "ssl"}


def at_the_edge(file: Path) -> bool:
    """Is it the command line, one of its commands, or an adapter to a host?"""
    return file.name == "cli.py" or file.parent.name in ("commands", "hosts")


def by_name(file: Path) -> str:
    """A file as it is called in the core."""
    return file.relative_to(CORE).as_posix()


def test_every_module_can_be_imported_without_mkdocs() -> None:
    """With MkDocs, its theme and its plugins hidden from the import system."""
    assert len(MODULES) > 35
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BLOCKED, str(HOOKS), *MODULES],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout == ""


def test_the_blocker_blocks() -> None:
    """The adapter cannot be imported where MkDocs is hidden."""
    done = subprocess.run(
        [sys.executable, "-c", BLOCKED, str(HOOKS), "mkdocs_hooks"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    assert "blocked: mkdocs" in done.stderr


@for_each("file", FILES, ids=by_name)
def test_only_the_clock_knows_the_time(file: Path) -> None:
    """datetime.now and date.today are called in clock.py alone."""
    found = {one for one in calls(file) if one.rpartition(".")[2] in CLOCKS and one.rpartition(".")[0]}
    found = {one for one in found if one.partition(".")[0] in ("datetime", "date", "time", "dt")}
    assert found == ({"datetime.now"} if file.name == "clock.py" else set())
    assert "time" not in imports(file)


@for_each("file", FILES, ids=by_name)
def test_only_the_edges_ask_for_the_day(file: Path) -> None:
    """Clock is imported by the command line (and by the adapter) only."""
    assert "emptychair.text.clock" not in imports(file) or at_the_edge(file)


@for_each("file", FILES, ids=by_name)
def test_only_the_command_line_prints(file: Path) -> None:
    """Problems are values: nothing else prints, logs, warns or ends the program."""
    found = calls(file) & {"print", "sys.exit", "exit", "quit", "sys.stdout.write", "sys.stderr.write", "warnings.warn"}
    assert found <= ({"print", "sys.exit"} if at_the_edge(file) else set())
    # Pillow's warnings are caught, and one of them is made an error; MkDocs' log is where its users look.
    known = {"images/metadata.py": {"warnings"}, "hosts/mkdocs.py": {"logging"}}
    assert not imports(file) & {"logging", "warnings"} - known.get(by_name(file), set())


@for_each("file", FILES, ids=by_name)
def test_only_the_loader_reads_the_disk(file: Path) -> None:
    """Content is read by load, data files by strings, vocabulary and traditional, the rest by what writes it.

    What draws opens the font of a package, and bytes that it was handed; the adapter reads the site's stylesheets.
    """
    found = {
        one for one in calls(file) if one.rpartition(".")[2] in ("read_text", "read_bytes", "open", "scandir", "glob")
    }
    # Pillow opens bytes; add-image is given a picture from anywhere.
    found -= {"Image.open"} if by_name(file) in ("images/metadata.py", "images/copies.py") else set()
    known = by_name(file) in WRITERS or file == ADAPTER
    assert not found or file.name in ("load.py", "strings.py", "traditional.py", "vocabulary.py") or known


@for_each("file", FILES, ids=by_name)
def test_only_three_modules_write_to_the_disk(file: Path) -> None:
    """Pages are written by one module of the commands; the cache and the index of the search by their own."""
    changes = ("write_text", "write_bytes", "mkdir", "unlink", "rename", "touch", "mkstemp", "fdopen", "rmdir")
    called = calls(file)
    writes = {one for one in called if one.rpartition(".")[2] in changes or one == "os.link"}
    writes |= {one for one in called if one.partition(".")[0] == "shutil"}
    assert not writes or by_name(file) in WRITERS


@for_each("file", FILES, ids=by_name)
def test_nothing_asks_another_host(file: Path) -> None:
    """No module of the network, no chance, and no subprocess but for the search index, an upgrade, and git's diff.

    `emptychair upgrade` runs git and pip, which may ask an index; nothing else imports the module that does.
    """
    # A salt is made once for a campaign, by the command that withdraws.
    chance = {"random", "uuid"} | (set() if by_name(file) == "commands/withdraw.py" else {"secrets"})
    assert not imports(file) & (NETWORK | chance)
    assert "subprocess" not in imports(file) or by_name(file) in PROGRAMS
    upgrading = by_name(file) in ("commands/upgrade.py", "commands/generator_wheel.py")
    assert "emptychair.commands.programs" not in imports(file) or upgrading


@for_each("file", FILES, ids=by_name)
def test_only_the_edges_read_the_environment(file: Path) -> None:
    """What a build makes depends on its content and its day."""
    text = file.read_text(encoding="utf-8")
    assert not ("os.environ" in text or "getenv" in text) or at_the_edge(file)
