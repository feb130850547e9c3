"""The hook of MkDocs: the events of the adapter. MkDocs finds the package beside this file while it loads it."""

from emptychair.hosts.mkdocs import *  # noqa: F403 - __all__ names the events
