"""The machine that a build runs on: its environment, its clock, the folder of a user's cache, that of the theme."""

import os
from collections.abc import Sequence
from datetime import date

from platformdirs import user_cache_path

from emptychair.package_files import theme_folder
from emptychair.site_build import Machine
from emptychair.site_config import SAY
from emptychair.text.clock import EPOCH, today


def this_machine() -> Machine:
    """The machine as it is. The cache is outside the repository, for all builds of a user (XDG_CACHE_HOME on Linux)."""
    return Machine(dict(os.environ), _day, user_cache_path("emptychair", appauthor=False))


def theme_dirs(custom: str | None, dirs: Sequence[str]) -> list[str]:
    """The folders of a host's theme in their order: a campaign's own (`custom`), ours, then the others of `dirs`.

    The first one that has a file counts. static-i18n has put its sitemap before ours, anew for each language.
    """
    own = [] if custom is None else [custom]
    return list(dict.fromkeys([*own, str(theme_folder()), *dirs]))


def _day(zone: str) -> date:
    try:
        return today(zone, os.environ)
    except ValueError:
        raise ValueError(SAY("no-epoch", found=os.environ[EPOCH])) from None


def disk_path(path: str) -> str:
    """A path of the site as this machine's file names hold it: in UTF-8, also where its own encoding knows no Chinese.

    What a surrogate stands for is written as it is (PEP 383).
    """
    return os.fsdecode(path.encode())


def site_path(path: str) -> str:
    """What `disk_path` made -> the path of the site."""
    return os.fsencode(path).decode()


def page_path(source: str) -> str:
    """The source of a page (en/cases/dana.md) -> its path without language and ending."""
    return source.partition("/")[2].removesuffix(".md")
