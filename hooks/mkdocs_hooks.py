"""The hook of MkDocs: the events of the adapter. MkDocs finds the package beside this file, or installed."""

from emptychair.hosts.mkdocs import *  # noqa: F403 - every event that it answers
