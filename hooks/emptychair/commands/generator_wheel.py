"""The wheel of a version of the generator: found in a folder or fetched, and held against its own list of hashes."""

import base64
import binascii
import csv
import re
from collections.abc import Iterator
from contextlib import contextmanager
from hashlib import sha256
from io import BytesIO, StringIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import BadZipFile, ZipFile

from emptychair.commands.carried import LIMIT, PACKAGE
from emptychair.commands.changing import StoppedError
from emptychair.commands.common import USAGE
from emptychair.commands.disk import read_some
from emptychair.commands.programs import ProgramError, download_wheel
from emptychair.editing.generator_record import version_numbers
from emptychair.text.strings import Strings

FILE_NAME = re.compile(rf"{PACKAGE}-(\d+(?:\.\d+)*)-[\w.-]+\.whl")
# By its place in the wheel: an older version asks a newer one for its pins.
PINS = f"{PACKAGE}/pins/requirements.txt"
SHA256 = "sha256"


@contextmanager
def wheel_of(version: str, folder: Path | None, say: Strings) -> Iterator[Path]:
    """The wheel of a version, or of the newest one where that is "": from the folder, else by pip from its index.

    What was fetched goes in the end. Raises StoppedError where there is none.
    """
    with TemporaryDirectory() as fetched:
        if folder is None:
            try:
                download_wheel(f"{PACKAGE}=={version}" if version else PACKAGE, Path(fetched))
            except ProgramError as error:
                raise StoppedError(USAGE, say("not-fetched", version=version or PACKAGE, reason=error)) from error
        yield _found_in(folder or Path(fetched), version, say)


def version_of(wheel: Path) -> str:
    """The version that the name of a wheel's file has, or ""."""
    found = FILE_NAME.fullmatch(wheel.name)
    return found[1] if found else ""


def check_wheel(wheel: Path, wanted: str, say: Strings) -> None:
    """Raise StoppedError where a wheel is not what it says of itself, or has another hash than `wanted`, if any."""
    data = read_some(wheel, LIMIT)
    found = sha256(data).hexdigest()
    if wanted and wanted.removeprefix(f"{SHA256}:").lower() != found:
        raise StoppedError(USAGE, say("other-hash", path=wheel.name, found=found, wanted=wanted))
    try:
        fault = _fault_of(data, version_of(wheel))
    except (BadZipFile, KeyError, ValueError, csv.Error, binascii.Error) as error:
        fault = str(error)
    if fault:
        raise StoppedError(USAGE, say("broken-wheel", path=wheel.name, reason=fault))


def pins_in(wheel: Path) -> str:
    """Lines of a requirements.txt: what the version in a wheel needs, and itself, each with hashes."""
    data = read_some(wheel, LIMIT)
    pins = _read(data)[PINS].decode().rstrip()
    return f"{pins}\n{PACKAGE}=={version_of(wheel)} --hash={SHA256}:{sha256(data).hexdigest()}\n"


def _found_in(folder: Path, version: str, say: Strings) -> Path:
    files = [file for file in folder.iterdir() if version_of(file)] if folder.is_dir() else []
    if not files:
        raise StoppedError(USAGE, say("no-wheels", path=folder))
    found = [file for file in files if version in ("", version_of(file))]
    if not found:
        there = ", ".join(sorted(map(version_of, files), key=version_numbers))
        raise StoppedError(USAGE, say("no-version", path=folder, version=version, there=there))
    return max(found, key=lambda file: version_numbers(version_of(file)))


def _fault_of(data: bytes, version: str) -> str:
    """The first file of a wheel that its RECORD does not have as it is, or "" for none.

    Raises BadZipFile, KeyError and the like for what is no wheel of the version.
    """
    files = _read(data)
    info = f"{PACKAGE}-{version}.dist-info"
    rows = {name: digest for name, digest, _ in csv.reader(StringIO(files.pop(f"{info}/RECORD").decode()))}
    if f"\nVersion: {version}\n" not in files[f"{info}/METADATA"].decode():
        return f"{info}/METADATA"
    if PINS not in files:
        return PINS
    return next((name for name, held in files.items() if rows.get(name) != _digest(held)), "")


def _read(data: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def _digest(data: bytes) -> str:
    return f"{SHA256}={base64.urlsafe_b64encode(sha256(data).digest()).rstrip(b'=').decode()}"
