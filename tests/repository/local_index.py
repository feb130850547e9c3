"""An index of packages in a folder: wheels with the names, versions and requirements of real ones, without code."""

import hashlib
import re
from collections.abc import Iterable, Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from zipfile import ZipFile

# Newer than any release.
NEWER = "9999"
# What pip asks of a build backend: an editable wheel, here with nothing but the project's own requirements.
BACKEND = """
import pathlib
import tomllib
import zipfile

INFO = "emptychair-0.1.0.dist-info/"
METADATA = "Metadata-Version: 2.1\\nName: emptychair\\nVersion: 0.1.0\\n"
WHEEL = "Wheel-Version: 1.0\\nGenerator: test\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n"


def build_editable(folder, config_settings=None, metadata_directory=None):
    project = tomllib.loads(pathlib.Path("pyproject.toml").read_text(encoding="utf-8"))["project"]
    requirements = "".join(f"Requires-Dist: {one}\\n" for one in project["dependencies"])
    name = "emptychair-0.1.0-py3-none-any.whl"
    with zipfile.ZipFile(pathlib.Path(folder, name), "w") as wheel:
        wheel.writestr(INFO + "METADATA", METADATA + requirements)
        wheel.writestr(INFO + "WHEEL", WHEEL)
        wheel.writestr(INFO + "entry_points.txt", "[console_scripts]\\nemptychair = emptychair.cli:main\\n")
        wheel.writestr(INFO + "RECORD", "")
    return name
"""
WHEEL = "Wheel-Version: 1.0\nGenerator: test\nRoot-Is-Purelib: true\nTag: py3-none-any\n"


class LocalIndex:
    """The folder of an index, as a server would show it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    @property
    def address(self) -> str:
        """What pip's PIP_INDEX_URL names."""
        return self.folder.as_uri()

    def add(self, name: str, version: str, requires: Iterable[str] = (), *, broken: bool = False) -> str:
        """Put a wheel in. A broken one has no metadata. Returns its SHA-256."""
        folder = self.folder / name
        folder.mkdir(parents=True, exist_ok=True)
        escaped = name.replace("-", "_")
        file = folder / f"{escaped}-{version}-py3-none-any.whl"
        info = f"{escaped}-{version}.dist-info"
        with ZipFile(file, "w") as wheel:
            wheel.writestr(f"{info}/WHEEL", WHEEL)
            wheel.writestr(f"{info}/RECORD", "")
            if not broken:
                lines = ["Metadata-Version: 2.1", f"Name: {name}", f"Version: {version}"]
                lines += [f"Requires-Dist: {one}" for one in requires]
                wheel.writestr(f"{info}/METADATA", "\n".join(lines) + "\n")
            if name == "setuptools":
                wheel.writestr("setuptools/build_meta.py", BACKEND)
        with (folder / "index.html").open("a", encoding="utf-8") as page:
            page.write(f'<a href="{file.name}">{file.name}</a><br>\n')
        return hashlib.sha256(file.read_bytes()).hexdigest()

    def add_pins(self, text: str) -> str:
        """Put in what a lock pins, and a newer release of each, a broken one of coverage. Returns the lock of these.

        What a package requires is read from the environment of the tests, which has what is pinned.
        """
        pins = re.findall(r"^([a-z0-9-]+)==([^ ]+)( ;.*)? \\$", text, re.MULTILINE)
        for name in {name for name, _, _ in pins}:
            self.add(name, NEWER, broken=name == "coverage")
        digests = [self.add(name, version, requirements(name, version)) for name, version, _ in pins]
        lines = [f"{name}=={version}{marker} \\\n    --hash=sha256:" for name, version, marker in pins]
        return "".join(f"{line}{digest}\n" for line, digest in zip(lines, digests, strict=True))


def requirements(name: str, version: str) -> Sequence[str]:
    """What a package requires; nothing is known of one that this environment does not have."""
    try:
        found = distribution(name)
    except PackageNotFoundError:
        return ()
    return found.requires or () if found.version == version else ()
