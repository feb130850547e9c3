"""How long our whole build takes beside MkDocs, Material and static-i18n alone on the same bodies.

    python benchmarks/build.py [CASES]

Makes CASES cases in two languages on tmpfs where there is one, builds each site three times in turn, and prints the
median of the CPU seconds, the ratios, the largest resident memory, and where our time goes. Ours has everything
switched on; a build before has drawn its share cards and codes and made the index of its search, and what a build keeps
is taken as it is by the next. The same is measured with the index made anew by Pagefind, a program of its own, as when
every page changed, and without a search. The others are measured without a search, and with the theme's.
"""

import json
import os
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from make_campaign import write_bare, write_campaign
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.structure.files import Files

ROOT = Path(__file__).resolve().parent.parent
RUNS = 3
STAGES = {
    "pre_build": "read and check the record",
    "files": "announce pages and files",
    "page_read_source": "hand out titles and bodies",
    "page_content": "sanitise and render articles",
    "copy": "feeds, calendar, data, letters, and copying files",
    "page_context": "heads",
    "template_context": "sitemap and error page",
    "post_page": "let go of pages",
    "post_build": "the index of the search",
}
# Of each site: the folder of its project, and its search: none, the kept index (or the theme's), or one made anew.
SITES = {
    "everything": ("ours", "kept"),
    "index anew": ("ours", "anew"),
    "no search": ("ours", "none"),
    "bare": ("bare", "none"),
    "bare, searched": ("bare-search", "kept"),
}
RATIOS = (
    ("everything", "bare"),
    ("everything", "bare, searched"),
    ("index anew", "bare, searched"),
    ("no search", "bare"),
)


def main() -> None:
    """Build all sites in turn and print the figures."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else 1190
    shared = Path("/dev/shm")  # noqa: S108 - a folder of our own is made below it
    with tempfile.TemporaryDirectory(dir=shared if shared.is_dir() else None) as folder:
        write_campaign(Path(folder, "ours"), cases, ROOT)
        write_bare(Path(folder, "bare"), Path(folder, "ours"))
        write_bare(Path(folder, "bare-search"), Path(folder, "ours"), search=True)
        # Makes what later builds find in the cache of this user.
        _measured(Path(folder, "ours"), "kept")
        figures: dict[str, list[dict[str, Any]]] = {site: [] for site in SITES}
        for _ in range(RUNS):
            for site, (project, search) in SITES.items():
                figures[site].append(_measured(Path(folder, project), search))
    _print(cases, figures)


def _measured(project: Path, search: str) -> dict[str, Any]:
    """One build in a process of its own: CPU seconds, without and with the programs it ran; MB; seconds per stage."""
    # As `make site`, which builds beside the old site and not over it.
    shutil.rmtree(project / "site", ignore_errors=True)
    environment = {
        **os.environ,
        "SOURCE_DATE_EPOCH": "1780000000",
        "NO_MKDOCS_2_WARNING": "1",
        # What Pagefind reads is on tmpfs too.
        "TMPDIR": str(project.parent),
    }
    command = [sys.executable, __file__, f"--search={search}", str(project / "mkdocs.yml")]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(done.stderr[-4000:])
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


def _search(core: Any, search: str) -> None:
    """Switch off the search of our build, or what it keeps of it."""
    if search == "none":
        # A page without a document is not searched, and a site without documents has no index.
        core.create_search_document = lambda *_: None
    elif search == "anew":
        core.SEARCH = replace(core.SEARCH, limit=0)


def build_once(config_file: str, search: str) -> None:
    """In the process of one build: time every handler of ours, then print the figures as JSON."""
    config = load_config(config_file, strict=True)
    # Imported by the hook; a project without it has none.
    if core := sys.modules.get("emptychair.site_build"):
        _search(core, search)
    stages: defaultdict[str, float] = defaultdict(float)
    for event, handlers in config.plugins.events.items():
        for number, handler in enumerate(handlers):
            if "emptychair.hosts" in getattr(handler, "__module__", ""):
                handlers[number] = _timed(handler, stages, event)
    # What is no page is made while it is copied.
    Files.copy_static_files = _timed(Files.copy_static_files, stages, "copy")  # type: ignore[method-assign]
    config.plugins.on_startup(command="build", dirty=False)
    build(config)
    usage, ran = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    own = usage.ru_utime + usage.ru_stime
    figures = {
        "own": own,
        "cpu": own + ran.ru_utime + ran.ru_stime,
        # Linux counts in KB.
        "memory": usage.ru_maxrss / 1024,
        "index-memory": ran.ru_maxrss / 1024,
        "stages": stages,
    }
    print(json.dumps(figures))


def _timed(handler: Callable[..., Any], stages: dict[str, float], event: str) -> Callable[..., Any]:
    def timed(*arguments: Any, **named: Any) -> Any:
        start = time.process_time()
        try:
            return handler(*arguments, **named)
        finally:
            stages[event] += time.process_time() - start

    return timed


def _print(cases: int, figures: dict[str, list[dict[str, Any]]]) -> None:
    cpu = {site: statistics.median(run["cpu"] for run in runs) for site, runs in figures.items()}
    print(f"{cases} cases in two languages, median of {RUNS}, CPU seconds of the whole process")
    for site, runs in figures.items():
        every = ", ".join(f"{run['cpu']:.2f}" for run in runs)
        print(f"  {site:14} {cpu[site]:8.2f} s   {max(run['memory'] for run in runs):6.0f} MB   ({every})")
    for ours, other in RATIOS:
        print(f"  {cpu[ours] / cpu[other]:8.2f} times   {ours} / {other}")
    programs = statistics.median(run["cpu"] - run["own"] for run in figures["index anew"])
    print(f"  Pagefind {programs:8.2f} s   {max(run['index-memory'] for run in figures['index anew']):6.0f} MB")
    middle = sorted(figures["everything"], key=lambda run: float(run["cpu"]))[RUNS // 2]
    print("where our time goes, with everything:")
    known = 0.0
    for event, words in STAGES.items():
        seconds = middle["stages"].get(event, 0.0)
        known += seconds
        print(f"  {seconds:8.2f} s   {words}")
    print(f"  {middle['own'] - known:8.2f} s   MkDocs, Markdown, the theme, starting Python")


if __name__ == "__main__":
    if sys.argv[1:] and sys.argv[1].startswith("--search="):
        build_once(sys.argv[2], sys.argv[1].removeprefix("--search="))
    else:
        main()
