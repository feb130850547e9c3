"""The house: folders in the order of the data, one adapter that knows MkDocs, and files that can be read in one go."""

from __future__ import annotations

import ast
import os
from pathlib import Path

from parsed_code import code_nodes

ROOT = Path(__file__).parent.parent
CORE = ROOT / "hooks" / "emptychair"
# Each imports only from those before it; HACKING.md says what is in them.
ORDER = [
    "text",
    "front_matter",
    "record",
    "images",
    "rules",
    "load",
    "as_of",
    "views",
    "editing",
    "review",
    "publishing",
    "html",
    "outputs",
    "package_files",
    "site_config",
    "site_build",
    "site_preview",
    "commands",
    "cli",
    "hosts",
]
STRANGERS = ({"load", "as_of"}, {"editing", "review"}, {"html", "outputs"})
ADAPTER = CORE / "hosts" / "mkdocs.py"
ADAPTER_LIMIT, FILE_LIMIT = 150, 300


def imported(file: Path) -> set[str]:
    """The modules that a Python file imports, with full names, also those that it imports within a function."""
    nodes = code_nodes(file)
    plain = {one.name for node in nodes if isinstance(node, ast.Import) for one in node.names}
    assert not any(isinstance(node, ast.ImportFrom) and node.level for node in nodes), f"{file}: a relative import"
    sources = [node for node in nodes if isinstance(node, ast.ImportFrom)]
    return plain | {f"{node.module}.{one.name}" for node in sources for one in node.names}


def room(name: str) -> str:
    """The folder of the core (or the module right below it) to which a full name of a module belongs, or ""."""
    package, _, rest = name.partition(".")
    return rest.partition(".")[0] if package == "emptychair" else ""


def python_files(*folders: str) -> list[Path]:
    """Every Python file below some folders of the repository, without those of npm."""
    walked = [step for name in folders for step in os.walk(ROOT / name)]
    return sorted(Path(folder, name) for folder, _, names in walked for name in names if name.endswith(".py"))


def lines(file: Path) -> int:
    """How many lines a file has."""
    return len(file.read_text(encoding="utf-8").splitlines())


def test_a_folder_imports_only_from_those_before_it() -> None:
    """The order of the data is the order of the imports, and three pairs of folders do not know each other."""
    files = {file: file.relative_to(CORE).with_suffix("").parts[0] for file in python_files("hooks/emptychair")}
    assert set(files.values()) - {"__init__"} <= set(ORDER)
    pairs = [(file, name, here, room(name)) for file, here in files.items() for name in imported(file) if room(name)]
    assert len(pairs) > 300
    against = {
        f"{file.relative_to(CORE)}: {name}\n"
        for file, name, here, there in pairs
        if here != there and (ORDER.index(there) > ORDER.index(here) or {here, there} in STRANGERS)
    }
    assert not against, "".join(["\n", *sorted(against)])


def test_only_the_adapter_imports_mkdocs() -> None:
    """One file knows the host, and in so few lines that whoever needs another host can read it."""
    files = python_files("hooks")
    knowing = {file for file in files if any(name.partition(".")[0] == "mkdocs" for name in imported(file))}
    assert [str(file.relative_to(ROOT)) for file in sorted(knowing - {ADAPTER})] == []
    assert lines(ADAPTER) <= ADAPTER_LIMIT


def test_no_file_is_long() -> None:
    """A file is read in one go: at most 300 lines, tests too."""
    files = python_files("hooks", "tests", "scripts", "benchmarks")
    assert len(files) > 100
    long = [f"\n{file.relative_to(ROOT)}: {lines(file)}" for file in files if lines(file) > FILE_LIMIT]
    assert not long, "".join(long)
