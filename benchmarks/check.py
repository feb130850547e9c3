"""How long `emptychair check` takes beside plainly parsing the front matter of the same files with PyYAML's C loader.

    python benchmarks/check.py [CASES]

Makes CASES cases in two languages on tmpfs where there is one, and runs each five times in turn, in processes of their
own. Prints the least CPU seconds of the whole processes, starting Python included on both sides, and the ratio, because
whatever else a machine does makes a process slower and never faster; then the same for the content that ships. A first
run of each, which is not counted, leaves its bytecode, as any does.
Fails where the check takes more than four times as long, or a second for the content that ships.
"""

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

from make_campaign import write_campaign

ROOT = Path(__file__).resolve().parent.parent
RUNS = 5
RATIO_LIMIT = 4.0
SECONDS_LIMIT = 1.0
# Every page read, its front matter cut off and made into Python's dicts and lists.
PLAIN = """
import sys, pathlib, yaml
for file in sorted(pathlib.Path(sys.argv[1]).rglob("*.md")):
    front_matter = file.read_text(encoding="utf-8").split("\\n---\\n", 1)[0]
    yaml.load(front_matter.removeprefix("---\\n"), Loader=yaml.CSafeLoader)
"""


def main() -> int:
    """Measure both campaigns. Returns 1 where a bound is broken."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 1190
    shared = Path("/dev/shm")  # noqa: S108 - a folder of our own is made below it
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        write_campaign(Path(folder), cases, ROOT)
        ratio = measure(f"{cases} cases", Path(folder, "content"))[2]
    seconds = measure("the content that ships", ROOT / "content")[1]
    return int(ratio > RATIO_LIMIT or seconds > SECONDS_LIMIT)


def measure(words: str, content: Path) -> tuple[float, float, float]:
    """CPU seconds of plain parsing and of the check, and how many times as long the check takes."""
    commands = {
        "plain parse": [sys.executable, "-c", PLAIN, str(content)],
        "check": [sys.executable, "-m", "emptychair.cli", "check", str(content)],
    }
    figures: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as bytecode:
        for run in range(RUNS + 1):
            for name, command in commands.items():
                seconds = _cpu_seconds(command, bytecode)
                figures[name] += [seconds] if run else []
    plain, check = (min(runs) for runs in figures.values())
    print(f"{words} in two languages, least of {RUNS}, CPU seconds of the whole process")
    for name, runs in figures.items():
        print(f"  {name:12} {min(runs):8.2f} s   ({', '.join(f'{one:.2f}' for one in runs)})")
    print(f"  ratio        {check / plain:8.2f}")
    return plain, check, check / plain


def _cpu_seconds(command: list[str], bytecode: str) -> float:
    environ = {name: text for name, text in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(
        command, capture_output=True, text=True, check=False, env=environ | {"PYTHONPYCACHEPREFIX": bytecode}
    )
    if done.returncode:
        sys.exit(done.stdout[-2000:] + done.stderr[-2000:])
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
