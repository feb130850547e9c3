"""Pin every package, for `make lock`: the newest versions that fit, or, with --keep, the old ones where they still do.

uv resolves once for all systems and for each Python from 3.11.5 on. Five files are written, or none: requirements.txt
(what a build needs, with the build backend), requirements-dev.txt (the same and what tests need),
requirements-properdocs.txt (the second host), requirements-wheels.txt (the files of each pin, so that a test can tell
which machines they fit) and tests/repository/pips.txt (the pips with which the set-up is tested).
"""

import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

ROOT = Path(__file__).resolve().parent.parent
SITE, DEV, SECOND = "requirements.txt", "requirements-dev.txt", "requirements-properdocs.txt"
WHEELS, PIPS = "requirements-wheels.txt", "pips.txt"
# The uv that is pinned itself, with the certificates of the system, as pip.
UV = (str(Path(sys.executable).with_name("uv")), "pip", "compile", "--quiet", "--system-certs")
COMPILE = (*UV, f"--python={sys.executable}")
UNIVERSAL = ("--universal", "--python-version=3.11.5", "--only-binary=:all:", "--no-annotate", "--no-header")
# The pip of Python 3.11.0, that of 3.11.5, and the newest.
TESTED_PIPS = ("pip==22.3", "pip==23.2.1", "pip")
HEADERS = {
    SECOND: "# What `make second-host` has in place of MkDocs, beside requirements.txt. Made by `make lock`.\n",
    WHEELS: "# The wheels of each pin of requirements-dev.txt, with their SHA-256. Made by `make lock`.\n",
    PIPS: "# The pips with which the set-up is tested, oldest first. Made by `make lock`.\n",
}

# A package of a pylock.toml (PEP 751): name, version, marker, wheels.
Package = dict[str, Any]


def main(arguments: Sequence[str]) -> int:
    """Write the files. Returns an exit status."""
    with tempfile.TemporaryDirectory() as name:
        try:
            texts = create_texts(Path(name), keep="--keep" in arguments)
        except subprocess.CalledProcessError:
            print("uv could not pin the packages, so nothing was written: the lines above say why.", file=sys.stderr)
            return 1
    for file, text in texts.items():
        folder = ROOT / "tests" / "repository" if file == PIPS else ROOT
        (folder / file).write_text(HEADERS.get(file, "") + text, encoding="utf-8")
    return 0


def create_texts(folder: Path, *, keep: bool) -> dict[str, str]:
    """File name -> text without its header. Raises CalledProcessError where uv finds no versions that fit together."""
    print("Resolving what a build needs, then what tests need (a minute) ...", flush=True)
    if keep:
        # uv prefers the versions that the file already has.
        for file in (SITE, DEV):
            shutil.copy(ROOT / file, folder / file)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    backend = "\n".join(project["build-system"]["requires"])
    source, site, dev = str(ROOT / "pyproject.toml"), folder / SITE, folder / DEV
    _run_uv(*UNIVERSAL, source, "-", f"--output-file={site}", text=backend)
    # The pins of the site are requirements of the other: the same versions, and those of the backend too.
    _run_uv(*UNIVERSAL, source, "--extra=dev", str(site), f"--output-file={dev}")
    print("Reading which files there are ...", flush=True)
    packages = _read_packages(dev.read_text(encoding="utf-8"))
    of_site = site.read_text(encoding="utf-8").splitlines()
    pips = [package for pip in TESTED_PIPS for package in _read_packages(pip)]
    second = _read_packages((ROOT / SECOND).read_text(encoding="utf-8") if keep else "properdocs")
    return {
        SITE: create_pins(package for package in packages if _pin(package) in of_site),
        DEV: create_pins(packages),
        SECOND: create_pins(second),
        WHEELS: create_wheels(packages),
        PIPS: create_pins(pips),
    }


def create_pins(packages: Iterable[Package]) -> str:
    """Requirements as pip reads them, with the hash of every wheel; no other file of a release is installed."""
    return "".join(
        " \\\n    ".join([_pin(package), *(f"--hash=sha256:{digest}" for digest in sorted(_wheels(package).values()))])
        + "\n"
        for package in packages
    )


def create_wheels(packages: Iterable[Package]) -> str:
    """The same pins, each with the names of its wheels and their SHA-256; no address, because any index will do."""
    return "".join(
        "\n    ".join([_pin(package), *(" ".join(wheel) for wheel in sorted(_wheels(package).items()))]) + "\n"
        for package in packages
    )


def _pin(package: Package) -> str:
    marker = f" ; {package['marker']}" if "marker" in package else ""
    return f"{package['name']}=={package['version']}{marker}"


def _wheels(package: Package) -> dict[str, str]:
    """File name -> SHA-256, of every wheel."""
    wheels = package["wheels"]
    return {unquote(urlsplit(wheel["url"]).path).rpartition("/")[2]: wheel["hashes"]["sha256"] for wheel in wheels}


def _read_packages(pins: str) -> list[Package]:
    """What the index has of some pins and of nothing that they depend on."""
    output = _run_uv(*UNIVERSAL, "--no-deps", "--format=pylock.toml", "-", text=pins)
    packages: list[Package] = tomllib.loads(output)["packages"]
    return packages


def _run_uv(*arguments: str, text: str = "") -> str:
    done = subprocess.run([*COMPILE, *arguments], input=text, stdout=subprocess.PIPE, text=True, check=True)
    return done.stdout


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
