"""What a new campaign takes over from the generator that runs: shared settings, pins, scripts, and its own wheel."""

import json
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote, urlsplit

from emptychair.commands.disk import read_some
from emptychair.editing.generator_files import LOCAL, Carried
from emptychair.package_files import hooks_folder, pins_folder

PACKAGE = "emptychair"
HOOKS = ("mkdocs_base.yml", "mkdocs_hooks.py")
# The wheel is the largest, of a megabyte or two.
LIMIT = 64 * 1024 * 1024
SCRIPT = "scripts/check_links.py"
CHANGELOG = "CHANGELOG.md"


def installed_version() -> str:
    """The version of the generator that runs."""
    return distribution(PACKAGE).version


def read_carried(wheels: Path | None, wheel: Path | None = None) -> Carried:
    """What there is to take over, with `wheel`, else that in the folder `wheels`, else the one that was installed here.

    Raises FileNotFoundError where `wheels` is given and has no wheel of this version, OSError for what is unreadable.
    """
    version = installed_version()
    found = wheel or (_wheel_in(wheels, version) if wheels else _installed_wheel(version))
    data = read_some(found, LIMIT) if found else b""
    own = {f"hooks/{name}": read_some(hooks_folder() / name, LIMIT) for name in HOOKS}
    if wheels:
        # Known to this machine alone: a path may hold a name.
        own[LOCAL] = f"{wheels.resolve()}\n".encode()
    return Carried(
        files=own | {SCRIPT: read_some(pins_folder() / SCRIPT, LIMIT)},
        pins=read_some(pins_folder() / "requirements.txt", LIMIT).decode(),
        version=version,
        wheel=(found.name, data) if found else None,
    )


def read_changelog() -> str:
    """The changelog of the version that runs."""
    return read_some(pins_folder() / CHANGELOG, LIMIT).decode()


def _wheel_in(folder: Path, version: str) -> Path:
    files = folder.iterdir() if folder.is_dir() else ()
    found = sorted(file for file in files if file.match(f"{PACKAGE}-{version}-*.whl"))
    if not found:
        raise FileNotFoundError(f"{PACKAGE}-{version}")
    return found[0]


def _installed_wheel(version: str) -> Path | None:
    """The wheel from which this package was installed, if it was a file and is still there (PEP 610)."""
    origin = Path(str(distribution(PACKAGE).locate_file(f"{PACKAGE}-{version}.dist-info/direct_url.json")))
    url = json.loads(read_some(origin, LIMIT)).get("url", "") if origin.is_file() else ""
    path = Path(unquote(urlsplit(url).path))
    return path if path.suffix == ".whl" and path.is_file() else None
