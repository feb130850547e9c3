"""The machine that a build runs on: its environment, its clock, the folder of a user's cache."""

import os
from datetime import date

from platformdirs import user_cache_path

from emptychair.site_build import Machine
from emptychair.site_config import SAY
from emptychair.text.clock import EPOCH, today


def this_machine() -> Machine:
    """The machine as it is. The cache is outside the repository, for all builds of a user (XDG_CACHE_HOME on Linux)."""
    return Machine(dict(os.environ), _day, user_cache_path("emptychair", appauthor=False))


def _day(zone: str) -> date:
    try:
        return today(zone, os.environ)
    except ValueError:
        raise ValueError(SAY("no-epoch", found=os.environ[EPOCH])) from None
