"""A plain server of files on this machine, which remembers what it was asked for and how it answered."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from http import HTTPStatus
    from pathlib import Path


@dataclass(frozen=True)
class Asked:
    """A request as it came in, and the status of the answer."""

    path: str
    headers: dict[str, str]
    status: int


@dataclass
class Served:
    """A folder at an address, and every request for it so far."""

    url: str
    log: list[Asked] = field(default_factory=list)


class _Handler(SimpleHTTPRequestHandler):
    """Files below a prefix, and nothing else."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *args: object, prefix: str, log: list[Asked], **more: object) -> None:
        self.prefix, self.log = prefix, log
        super().__init__(*args, **more)  # type: ignore[arg-type]  # what socketserver hands on is its own affair

    def translate_path(self, path: str) -> str:
        """The file behind a path of the server; none outside the prefix."""
        if not path.startswith(self.prefix):
            return super().translate_path("/no-such-file")
        return super().translate_path("/" + path.removeprefix(self.prefix))

    def log_request(self, code: HTTPStatus | int | str = "-", size: int | str = "-") -> None:  # noqa: ARG002
        """Remember it, instead of printing it."""
        self.log.append(Asked(self.path, dict(self.headers), int(code)))

    def log_message(self, *_: object) -> None:
        """Print nothing: a file that is not there is told by its status."""


@contextmanager
def serve(folder: Path, prefix: str = "/") -> Iterator[Served]:
    """A folder below a prefix such as /a/b/, on a free port."""
    log: list[Asked] = []
    handler = partial(_Handler, directory=str(folder), prefix=prefix, log=log)
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield Served(f"http://127.0.0.1:{server.server_port}{prefix}", log)
        finally:
            server.shutdown()
            thread.join()
