"""A build of MkDocs in a process of its own, forked from one that has imported what every build imports.

The imports are half of the time of a small build. A build that must be begun as users begin theirs (`make site`, an
installed wheel, another encoding) is none of these.
"""

import multiprocessing
import os
import sys
import time
from collections.abc import Mapping
from dataclasses import dataclass
from multiprocessing import forkserver
from multiprocessing.context import ForkServerProcess
from pathlib import Path

import pytest

FORKS = multiprocessing.get_context("forkserver")
# What a build imports in its time. A project with a core of its own would get this one: see `builder.make_site`.
FORKS.set_forkserver_preload(
    [
        "mkdocs.__main__",
        "mkdocs.commands.build",
        "material.plugins.search.plugin",
        "mkdocs_static_i18n.plugin",
        "emptychair.hosts.mkdocs",
        "emptychair.site_preview",
        "whole_site.build_process",
    ]
)


@dataclass(frozen=True)
class Build:
    """A build that runs, and the files beside its site in which what it prints stands."""

    process: ForkServerProcess
    output: Path
    errors: Path

    def end(self, patience: float) -> int:
        """Wait for the end, at most `patience` seconds -> the exit status. Raises TimeoutError."""
        self.process.join(patience)
        status = self.process.exitcode
        if status is None:
            self.process.kill()
            raise TimeoutError(f"a build did not end in {patience} s; it printed: {self.errors.read_text('utf-8')}")
        return status


def start_build(options: list[str], folder: Path, env: Mapping[str, str], printed: Path) -> Build:
    """Begin `mkdocs build` with these options in a folder, with nothing but these variables.

    What it prints stands in `printed`.stdout and `printed`.stderr; how it ended, once it has, in `printed`.ended.
    """
    # The server has the paths of its beginner only from Python 3.13 on.
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", os.pathsep.join(filter(None, sys.path)))
        forkserver.ensure_running()
    output, errors = (printed.with_suffix(suffix) for suffix in (".stdout", ".stderr"))
    process = FORKS.Process(
        target=_run, args=(options, str(folder), dict(env), str(printed), str(output), str(errors)), daemon=True
    )
    process.start()
    return Build(process, output, errors)


def _run(options: list[str], folder: str, env: dict[str, str], printed: str, output: str, errors: str) -> None:
    for descriptor, name in ((1, output), (2, errors)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), descriptor)
    os.environ.clear()
    os.environ.update(env)
    time.tzset()
    os.chdir(folder)
    status: object = 1
    try:
        from mkdocs.__main__ import cli  # noqa: PLC0415 - the tests themselves do without MkDocs

        cli(["build", *options], prog_name="mkdocs")
    except SystemExit as end:
        status = end.code or 0
        raise
    finally:
        # Under its name when it is written: nobody reads the half of it.
        begun = Path(f"{printed}.ends")
        begun.write_text(f"{status}\n", "utf-8")
        begun.rename(f"{printed}.ended")
