"""The check stays quick: `make benchmark-check` has the exact bound, this one only sees a slip."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import process_time

import yaml

from emptychair.load.load import load

ROOT = Path(__file__).parents[2]
MAKE = """
import pathlib, sys
from make_campaign import write_campaign
write_campaign(pathlib.Path(sys.argv[1]), 100, pathlib.Path(sys.argv[2]))
"""


def plain_parse(content: Path) -> None:
    for file in sorted(content.rglob("*.md")):
        front_matter = file.read_text(encoding="utf-8").split("\n---\n", 1)[0].removeprefix("---\n")
        yaml.load(front_matter, Loader=yaml.CSafeLoader)


def test_checking_takes_a_few_times_as_long_as_parsing(tmp_path: Path) -> None:
    """A hundred cases in two languages: at most eight times the plain parse (twice the bound of the benchmark)."""
    command = [sys.executable, "-c", MAKE, str(tmp_path), str(ROOT)]
    subprocess.run(command, cwd=ROOT / "benchmarks", check=True)
    content = tmp_path / "content"
    load(content)
    ratios = []
    for _ in range(3):
        start = process_time()
        plain_parse(content)
        parsed = process_time()
        assert load(content).problems == ()
        ratios.append((process_time() - parsed) / (parsed - start))
    assert min(ratios) < 8
