"""The checker of links, against a host of its own on this machine."""

from __future__ import annotations

import json
import threading
import time
from collections import Counter
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING, ClassVar

import pytest
import requests

import check_links
from check_links import Answer, Manners, ask, check, create_report, is_public
from for_each import for_each

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


PATIENCE = 60


class Handler(BaseHTTPRequestHandler):
    """Answers /<status> with that status, /to/<path> with a redirection, /slow never in time."""

    asked: ClassVar[list[tuple[str, str]]] = []
    open_now: ClassVar[Counter[str]] = Counter()
    most: ClassVar[list[int]] = []
    closing: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        """One request."""
        Handler.open_now["all"] += 1
        Handler.most.append(Handler.open_now["all"])
        Handler.asked.append((self.path, self.headers.get("User-Agent", "")))
        word = self.path.removeprefix("/")
        if word == "slow":
            Handler.closing.wait(PATIENCE)
        self.send_response(302 if word.startswith("to/") else int(word) if word.isdigit() else 200)
        if word.startswith("to/"):
            self.send_header("Location", word.removeprefix("to/"))
        self.send_header("Set-Cookie", "a=b")
        self.send_header("Content-Length", "0")
        Handler.open_now["all"] -= 1
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name that the base class gives it
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    """The address of the host."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    Handler.asked.clear()
    Handler.most.clear()
    Handler.open_now.clear()
    Handler.closing.clear()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    Handler.closing.set()
    server.shutdown()
    server.server_close()
    thread.join()


def manners(seconds: float = PATIENCE, pause: float = 0) -> Manners:
    """Of somebody who may ask this machine."""
    return Manners(pause, time.monotonic() + seconds, lambda host: host == "127.0.0.1")


def answer(address: str) -> Answer:
    """The answer of one address."""
    with requests.Session() as session:
        session.trust_env = False
        return ask(session, address, manners())


@for_each(
    "path, state, detail",
    [
        ("200", "fine", ""),
        ("404", "gone", "404"),
        ("410", "gone", "410"),
        ("403", "not-checked", "403"),
        ("429", "not-checked", "429"),
        ("500", "failed", "500"),
        ("304", "failed", "304"),
        ("to//404", "gone", "404"),
    ],
)
def test_what_an_answer_means(host: str, path: str, state: str, detail: str) -> None:
    """Gone, without an answer, or turned away, which says nothing about the link."""
    assert answer(f"{host}/{path}") == Answer(state, detail)


def test_a_redirection_is_told_of(host: str) -> None:
    """With where it leads: it is not taken for the same document."""
    assert answer(f"{host}/to//200") == Answer("moved", f"{host}/200")


def test_redirections_end(host: str) -> None:
    """After a few."""
    Handler.asked.clear()
    assert answer(f"{host}/to/" + "/to/" * 9 + "/200").state == "failed"
    assert len(Handler.asked) == check_links.HOPS


def test_a_redirection_does_not_lead_into_the_own_network(host: str) -> None:
    """The address is not asked."""
    found = answer(f"{host}/to/http://169.254.169.254/token")
    assert found == Answer("failed", "http://169.254.169.254/token")


@for_each("host_name", ["127.0.0.1", "localhost", "10.0.0.1", "169.254.169.254", "::1", "", "a..b"])
def test_only_public_hosts_are_asked(host_name: str) -> None:
    """Addresses of the machine and its network are none."""
    assert not is_public(host_name)


def test_a_public_host_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where all its addresses are public."""
    entries = [(2, 1, 6, "", ("93.184.215.14", 0)), (10, 1, 6, "", ("2606:2800:21f::1", 0, 0, 0))]
    monkeypatch.setattr("socket.getaddrinfo", lambda *_, **__: entries)
    assert is_public("public.example")
    entries.append((2, 1, 6, "", ("127.0.0.1", 0)))
    assert not is_public("public.example")


def test_no_answer(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A host that says nothing, or is not there, has no answer, and stops nothing."""
    monkeypatch.setattr(check_links, "TIMEOUT", (0.2, 0.2))
    assert answer(f"{host}/slow") == Answer("failed", "ReadTimeout")
    assert answer("http://127.0.0.1:1/").state == "failed"


def test_it_is_polite(host: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each address once, one at a time for a host, a pause between two, a name, no cookie that returns."""
    pauses: list[float] = []
    monkeypatch.setattr("check_links.time.sleep", pauses.append)
    addresses = [f"{host}/200?{number}" for number in range(4)]
    found = check({*addresses}, manners(pause=3))
    assert set(found) == set(addresses)
    assert len(Handler.asked) == 4
    assert max(Handler.most) == 1
    assert pauses == [3, 3, 3, 3]
    assert {agent for _, agent in Handler.asked} == {check_links.AGENT}


def test_it_ends_in_time(host: str) -> None:
    """What there is no time for is not asked, and has no answer."""
    assert check({f"{host}/200"}, manners(seconds=-1)) == {}
    assert Handler.asked == []


def row(address: str, line: int, archived: str = "", is_archive: bool = False) -> dict[str, object]:
    """A row as `emptychair links` prints it."""
    return {"path": "content/en/a.md", "line": line, "address": address, "archived": archived, "is_archive": is_archive}


def test_the_report() -> None:
    """What needs a look, worst first, with the place, what was found, and whether there is a copy; both languages."""
    rows = [row("https://a.example/|x", 3), row("https://b.example/", 4, "https://c.example/")]
    rows += [row("https://c.example/", 5, is_archive=True), row("https://d.example/", 6), row("https://e.example/", 7)]
    answers = {
        "https://a.example/|x": Answer("moved", "https://f.example/"),
        "https://b.example/": Answer("gone", "404"),
        "https://c.example/": Answer("failed", "ReadTimeout"),
        "https://d.example/": Answer("fine"),
    }
    report = create_report(rows, answers)
    assert "4 addresses asked: 1 answered as they should. 1 more will be asked another time." in report
    assert "| content/en/a.md:4 | https://b.example/ | 404 | yes |" in report
    assert "| content/en/a.md:5 | https://c.example/ | ReadTimeout | this is the copy |" in report
    assert "| content/en/a.md:3 | https://a.example/\\|x | https://f.example/ | none |" in report
    assert report.index("Gone") < report.index("No answer") < report.index("Leads elsewhere")
    assert "## 指向其他网站的链接" in report
    assert "d.example" not in report


def test_a_report_without_a_finding() -> None:
    """It says so."""
    assert "Nothing to look at." in create_report(
        [row("https://d.example/", 6)], {"https://d.example/": Answer("fine")}
    )
    assert "0 addresses asked" in create_report([], {})


def test_as_a_program(
    tmp_path: Path, host: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A file of links becomes a report; a dead link is no failure."""
    monkeypatch.setattr(check_links, "PAUSE", 0.0)
    monkeypatch.setattr(check_links, "is_public", lambda _: True)
    file = tmp_path / "links.json"
    file.write_text(json.dumps([row(f"{host}/404", 2)]), encoding="utf-8")
    assert check_links.main([str(file)]) == 0
    assert f"| content/en/a.md:2 | {host}/404 | 404 | none |" in capsys.readouterr().out
