"""The list of what a build needs, as machines read it (CycloneDX 1.6): each pin with its version and its hashes."""

import json
import re
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

PIN = re.compile(r"([a-z0-9-]+)==(\S+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def create_sbom(name: str, version: str, epoch: int, pins: Mapping[str, Sequence[str]]) -> bytes:
    """The list for a version of a package of ours: JSON, the components in the order of `pins` (name -> its pins)."""
    component = _component("application", name, version)
    components = [_pinned(pin) for name in pins for pin in pins[name]]
    document = {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"timestamp": datetime.fromtimestamp(epoch, UTC).isoformat(), "component": component},
        "components": components,
        "dependencies": [{"ref": component["bom-ref"], "dependsOn": [one["bom-ref"] for one in components]}],
    }
    return (json.dumps(document, indent=1) + "\n").encode()


def _pinned(pin: str) -> dict[str, object]:
    found = PIN.match(pin)
    assert found, pin  # noqa: S101 - make_wheel.py reads them by the same pattern
    # A package has a hash for each of its files, of which a machine installs one.
    hashes = [{"alg": "SHA-256", "content": digest} for digest in HASH.findall(pin)]
    return _component("library", found[1], found[2]) | {"hashes": hashes}


def _component(kind: str, name: str, version: str) -> dict[str, object]:
    purl = f"pkg:pypi/{name}@{version}"
    return {"type": kind, "bom-ref": purl, "name": name, "version": version, "purl": purl}
