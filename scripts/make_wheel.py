"""The wheel of the generator, with its SBOM inside, for `make wheel`: `python scripts/make_wheel.py FOLDER`.

The same commit gives the same bytes, on whichever machine: the day is SOURCE_DATE_EPOCH or that of the commit, and the
archive is packed anew, in order, with the same rights and uncompressed, because versions of zlib compress otherwise.
Nothing is fetched: the build backend is one of the pins of the site.
"""

import base64
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from sbom import create_sbom
from set_up import QUIET, ROOT, SITE_PINS, SetUpError, read_pins, run_pip

# What setuptools reads, see pyproject.toml. Of an earlier build it would take what is there no longer.
SOURCES = ("pyproject.toml", "README.md", "LICENSE", "CHANGELOG.md", SITE_PINS, "hooks", "overrides", "scripts")
LEFT = shutil.ignore_patterns("__pycache__", "*.egg-info", ".*")
OFFLINE = ("--no-build-isolation", "--no-deps", "--no-index")


def main(arguments: Sequence[str], project: Path = ROOT) -> int:
    """Write the wheel into a folder; its path and hash are printed. Returns 0, 1 where that fails, 2 for wrong use."""
    if len(arguments) != 1:
        print("usage: python scripts/make_wheel.py FOLDER", file=sys.stderr)
        return 2
    epoch = read_epoch(project)
    if epoch is None:
        print("There is no commit here to take the day from: set SOURCE_DATE_EPOCH (seconds).", file=sys.stderr)
        return 1
    try:
        name, data = create_wheel(project, epoch)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    file = Path(arguments[0]) / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    print(f"{file} --hash=sha256:{hashlib.sha256(data).hexdigest()}")
    return 0


def read_epoch(project: Path) -> int | None:
    """SOURCE_DATE_EPOCH, else the second of the last commit; None where there is neither."""
    if wanted := os.environ.get("SOURCE_DATE_EPOCH"):
        return int(wanted)
    command = ["git", "-C", str(project), "log", "-1", "--format=%ct"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return int(done.stdout) if done.returncode == 0 else None


def create_wheel(project: Path, epoch: int) -> tuple[str, bytes]:
    """File name and bytes of the wheel. Raises SetUpError where pip cannot build it."""
    with tempfile.TemporaryDirectory() as folder:
        copy, built, packed = Path(folder, "copy"), Path(folder, "built"), Path(folder, "packed")
        copy_sources(project, copy)
        run_pip(Path(sys.prefix), "wheel", *QUIET, *OFFLINE, f"--wheel-dir={built}", str(copy))
        (wheel,) = built.iterdir()
        with zipfile.ZipFile(wheel) as archive:
            files = {name: archive.read(name) for name in archive.namelist()}
        name, version = wheel.name.split("-")[:2]
        sbom = create_sbom(name, version, epoch, read_pins(project / SITE_PINS))
        write_wheel(packed, files, f"{name}-{version}.dist-info", sbom, epoch)
        return wheel.name, packed.read_bytes()


def copy_sources(project: Path, folder: Path) -> None:
    """Copy what a wheel is built from, without what earlier builds left."""
    folder.mkdir()
    for name in SOURCES:
        if (project / name).is_dir():
            shutil.copytree(project / name, folder / name, ignore=LEFT)
        else:
            shutil.copy2(project / name, folder / name)


def write_wheel(file: Path, files: Mapping[str, bytes], info: str, sbom: bytes, epoch: int) -> None:
    """Write the files of a wheel, path -> bytes, with an SBOM (PEP 770) and a new RECORD in its folder `info`."""
    record = f"{info}/RECORD"
    rest = {**files, f"{info}/sboms/emptychair.cdx.json": sbom}
    del rest[record]
    # The folder with what is said of the package comes last, and RECORD at its end.
    ordered = {name: rest[name] for name in sorted(rest, key=lambda name: (name.startswith(info), name))}
    rows = [f"{name},sha256={_digest(data)},{len(data)}\n" for name, data in ordered.items()]
    ordered[record] = "".join([*rows, f"{record},,\n"]).encode()
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in ordered.items():
            # A zip knows no day before 1980.
            entry = zipfile.ZipInfo(name, max(time.gmtime(epoch)[:6], (1980, 1, 1, 0, 0, 0)))
            entry.create_system, entry.external_attr = 3, 0o100644 << 16
            archive.writestr(entry, data)


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
