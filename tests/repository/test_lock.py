"""The lock: every package that is needed on every machine, in one version, as wheels that are known by their hashes."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from functools import cache
from importlib.metadata import packages_distributions, requires
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest
from packaging.requirements import Requirement
from packaging.tags import Tag, compatible_tags, cpython_tags, mac_platforms
from packaging.utils import canonicalize_name, parse_wheel_filename

import lock
import set_up

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

ROOT = Path(__file__).resolve().parents[2]
PIN = re.compile(r"[a-z0-9-]+==[0-9][0-9a-z.]*( ; [^\\]+)? \\(\n    --hash=sha256:[0-9a-f]{64}( \\)?)+\n")
LOCKS = (set_up.SITE_PINS, set_up.TEST_PINS)
# What README.md promises: glibc 2.28 (Debian 10 and whatever is newer), macOS 13.
GLIBC, MACOS = 28, (13, 0)


class Machine(NamedTuple):
    """A system, a processor and a version of Python."""

    system: str
    processor: str
    python: tuple[int, int]

    @property
    def markers(self) -> dict[str, str]:
        """What environment markers are judged by."""
        version = f"{self.python[0]}.{self.python[1]}"
        systems = {"Linux": ("linux", "posix"), "Darwin": ("darwin", "posix"), "Windows": ("win32", "nt")}
        platform, name = systems[self.system]
        return {
            "implementation_name": "cpython",
            "platform_python_implementation": "CPython",
            "os_name": name,
            "sys_platform": platform,
            "platform_system": self.system,
            "platform_machine": self.processor,
            "python_version": version,
            # The first one that is needed of the oldest.
            "python_full_version": f"{version}.5",
        }

    @property
    def tags(self) -> set[Tag]:
        """What it can install."""
        platforms = list(self._platforms())
        interpreter = f"cp{self.python[0]}{self.python[1]}"
        return {*cpython_tags(self.python, platforms=platforms), *compatible_tags(self.python, interpreter, platforms)}

    def _platforms(self) -> Iterable[str]:
        if self.system == "Linux":
            old = {"manylinux2014", "manylinux2010", "manylinux1"} if self.processor == "x86_64" else {"manylinux2014"}
            return (f"{name}_{self.processor}" for name in old | {f"manylinux_2_{n}" for n in range(5, GLIBC + 1)})
        if self.system == "Darwin":
            return mac_platforms(MACOS, self.processor)
        return (f"win_{self.processor.lower()}",)


NAMES = {"Linux": "Linux", "Darwin": "macOS", "Windows": "Windows"}
KINDS = [(system, "x86_64") for system in ("Linux", "Darwin")] + [("Windows", "AMD64"), ("Windows", "ARM64")]
KINDS += [("Linux", "aarch64"), ("Darwin", "arm64")]
PYTHONS = [(3, 11), (3, 12), (3, 13), (3, 14)]
MACHINES = [Machine(*kind, python) for kind, python in product(KINDS, PYTHONS)]


@cache
def pins(file: str) -> list[str]:
    """The pins of a lock as they stand."""
    return [pin for several in set_up.read_pins(ROOT / file).values() for pin in several]


def requirement(pin: str) -> Requirement:
    """A pin without its hashes."""
    return Requirement(pin.partition(" \\")[0])


def wheels() -> dict[str, dict[str, str]]:
    """Pin without its hashes -> file name -> SHA-256, as requirements-wheels.txt has them."""
    found: dict[str, dict[str, str]] = {}
    for line in (ROOT / lock.WHEELS).read_text(encoding="utf-8").splitlines()[1:]:
        if line.startswith(" "):
            name, digest = line.split()
            found[list(found)[-1]][name] = digest
        else:
            found[line] = {}
    return found


def test_every_line_is_a_pin() -> None:
    """A version and hashes, no option and no address: pip takes them from whichever index it knows."""
    for file in LOCKS:
        assert "".join(pins(file)) == (ROOT / file).read_text(encoding="utf-8")
        assert [pin for pin in pins(file) if not PIN.fullmatch(pin)] == []
    assert [pin for pin in pins(set_up.PIPS) if not PIN.fullmatch(pin)] == []


def test_the_pins_of_the_site_are_among_those_of_the_tests() -> None:
    """The very same, so that what the tests need besides changes nothing that a build needs."""
    assert [pin for pin in pins(set_up.SITE_PINS) if pin not in pins(set_up.TEST_PINS)] == []


def test_the_named_wheels_are_those_of_the_hashes() -> None:
    """Of each pin, and of the version that it pins."""
    found = wheels()
    hashes = {pin.partition(" \\")[0]: set(re.findall(r"sha256:(\w+)", pin)) for pin in pins(set_up.TEST_PINS)}
    assert {pin: set(files.values()) for pin, files in found.items()} == hashes
    parsed = {(pin, file): parse_wheel_filename(file) for pin, files in found.items() for file in files}
    assert [
        file
        for (pin, file), (name, version, _, _) in parsed.items()
        if requirement(pin).name != name or not requirement(pin).specifier.contains(version)
    ] == []


def missing() -> Iterator[tuple[str, Machine]]:
    """(package, machine) of what has no wheel for a machine that needs it."""
    tags = {pin: {tag for file in files for tag in parse_wheel_filename(file)[3]} for pin, files in wheels().items()}
    for machine in MACHINES:
        fitting = machine.tags
        for pin, offered in tags.items():
            marker = requirement(pin).marker
            if fitting.isdisjoint(offered) and (not marker or marker.evaluate(machine.markers)):
                yield requirement(pin).name, machine


def test_what_has_no_wheel_is_named() -> None:
    """In README.md, in a line for each package, and nothing else; all others have one for all machines."""
    found: dict[tuple[str, str], list[str]] = {}
    for name, (system, processor, python) in missing():
        machine = f"{NAMES[system]} on {'x86' if processor in {'x86_64', 'AMD64'} else 'Arm'}"
        found.setdefault((name, machine), []).append(f"{python[0]}.{python[1]}")
    of_site = set_up.read_pins(ROOT / set_up.SITE_PINS)
    expected = {
        f"- no wheel of `{name}`, which {'a build needs' if name in of_site else 'tests need'}, for {machine}"
        + (f" under Python {', '.join(pythons)}" if len(pythons) < len(PYTHONS) else "")
        for (name, machine), pythons in found.items()
    }
    assert set(re.findall(r"^- no wheel of .*$", (ROOT / "README.md").read_text(encoding="utf-8"), re.M)) == expected


@cache
def required(name: str, extra: str) -> list[Requirement]:
    """What a package says that it needs, perhaps: without an extra, or with one in addition."""
    found = [Requirement(one) for one in requires(name) or ()]
    return [one for one in found if ("extra" in str(one.marker)) == bool(extra)]


def dependencies(wanted: Iterable[str], markers: Mapping[str, str]) -> set[Requirement]:
    """Everything that some requirements need, one after the other, on a machine."""
    found: set[Requirement] = set()
    left = [(Requirement(one), "") for one in wanted]
    while left:
        one, extra = left.pop()
        if one in found or (one.marker and not one.marker.evaluate({**markers, "extra": extra})):
            continue
        found.add(one)
        left += [(more, extra) for extra in ("", *one.extras) for more in required(one.name, extra)]
    return found


def test_every_dependency_is_pinned_on_every_machine() -> None:
    """What the packages themselves say that they need, with extras and markers, in a version that they allow."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    of_site = project["project"]["dependencies"] + project["build-system"]["requires"]
    of_tests = of_site + project["project"]["optional-dependencies"]["dev"]
    unpinned = set()
    for (file, wanted), machine in product(zip(LOCKS, (of_site, of_tests), strict=True), MACHINES):
        there = [one for one in map(requirement, pins(file)) if not one.marker or one.marker.evaluate(machine.markers)]
        versions = {one.name: str(one.specifier).removeprefix("==") for one in there}
        assert len(versions) == len(there)
        needed = {(canonicalize_name(one.name), one.specifier) for one in dependencies(wanted, machine.markers)}
        assert len(needed) >= len(wanted)
        unpinned |= {
            (file, f"{name}{specifier}")
            for name, specifier in needed
            if name not in versions or not specifier.contains(versions[name], prereleases=True)
        }
    assert unpinned == set()


def test_what_is_imported_is_pinned_for_it() -> None:
    """What runs without the pins of the tests (hooks/, scripts/, benchmarks/) imports nothing that only they bring."""
    brings, of_site = packages_distributions(), set_up.read_pins(ROOT / set_up.SITE_PINS)
    files = [file for folder in ("hooks", "scripts", "benchmarks") for file in (ROOT / folder).rglob("*.py")]
    found = {name for file in files for name in imports(file)} - set(sys.stdlib_module_names)
    own = {file.stem for file in files} | {"emptychair"}
    assert {"yaml", "requests", "mkdocs"} < found
    assert [
        name for name in found - own if not {canonicalize_name(one) for one in brings.get(name, ())} & of_site.keys()
    ] == []


def imports(file: Path) -> Iterator[str]:
    """The first names of all modules that a file imports."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (one.name.partition(".")[0] for one in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def test_what_is_written_names_no_host() -> None:
    """Of an address only the name of the file stays, as it is, and in the lock only its hash."""
    wheel = {"url": "https://host.example/a/b/one-1%2Bc-py3-none-any.whl#d", "hashes": {"sha256": "0f"}}
    package = {"name": "one", "version": "1+c", "marker": "os_name == 'nt'", "wheels": [wheel]}
    assert lock.create_pins([package]) == "one==1+c ; os_name == 'nt' \\\n    --hash=sha256:0f\n"
    assert lock.create_wheels([package]) == "one==1+c ; os_name == 'nt'\n    one-1+c-py3-none-any.whl 0f\n"


def test_a_lock_that_fails_writes_nothing(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """The files stay as they were, and a line tells it."""
    monkeypatch.setattr(lock, "COMPILE", (sys.executable, "-c", "raise SystemExit('no versions fit')"))
    before = {file: (ROOT / file).stat().st_mtime_ns for file in (*LOCKS, lock.WHEELS, set_up.PIPS)}
    assert lock.main([]) == 1
    assert "nothing was written" in capsys.readouterr().err
    assert {file: (ROOT / file).stat().st_mtime_ns for file in before} == before
