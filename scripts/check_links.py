"""Ask for the addresses that `emptychair links --format json` lists, and report in Markdown what answers otherwise.

    .venv/bin/emptychair links --format json > links.json
    .venv/bin/python scripts/check_links.py links.json > report.md

It never fails because of a link: a host that is down today is no fault of a page. It is polite: one request at a time
for each host, a pause before the next, no body read, and a name by which it can be turned away. What it had no time
for is asked another time, because the order is another on each run.
"""

import argparse
import ipaddress
import json
import random
import socket
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests

from emptychair.review.marked_text import escaped_but_urls
from emptychair.text.strings import Strings, written_languages

AGENT = "emptychair-links (checks the sources of a record once a week)"
TIMEOUT = (10, 15)
PAUSE = 3.0
# Six minutes: the job has ten, and is set up in some of them.
BUDGET = 360.0
HOSTS_AT_ONCE = 8
HOPS = 5
GONE = {404, 410}
# Said to programs, and not to a reader's browser (RFC 9110, 15.5; RFC 6585, 4; RFC 7725).
TURNED_AWAY = {401, 402, 403, 405, 406, 429, 451, 999}
LANGUAGES = written_languages()
# What a reviewer must look at, first what is worst.
STATES = ("gone", "failed", "moved", "not-checked")

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Answer:
    """What an address answered: "fine" or one of STATES, and the status, the fault or the new address."""

    state: str
    detail: str = ""


@dataclass(frozen=True)
class Manners:
    """How hosts are asked: the pause between two requests to one, when to stop, and which hosts may be asked at all."""

    pause: float
    stop: float
    may_ask: Callable[[str], bool]


def main(arguments: list[str]) -> int:
    """Print the report for a file of links. Returns 0 whatever was found."""
    parser = argparse.ArgumentParser("check_links.py", description=__doc__)
    parser.add_argument("links", type=Path)
    rows = json.loads(parser.parse_args(arguments).links.read_text(encoding="utf-8"))
    manners = Manners(PAUSE, time.monotonic() + BUDGET, is_public)
    print(create_report(rows, check({row["address"] for row in rows}, manners)), end="")
    return 0


def check(addresses: set[str], manners: Manners) -> dict[str, Answer]:
    """Ask for each address once, several hosts at a time; what there was no time for has no answer."""
    hosts: dict[str, list[str]] = {}
    for address in random.sample(sorted(addresses), len(addresses)):
        hosts.setdefault(urlsplit(address).hostname or "", []).append(address)
    with ThreadPoolExecutor(HOSTS_AT_ONCE) as pool:
        found = pool.map(lambda group: _ask_host(group, manners), hosts.values())
        return {address: answer for answers in found for address, answer in answers.items()}


def _ask_host(addresses: list[str], manners: Manners) -> dict[str, Answer]:
    answers = {}
    with requests.Session() as session:
        session.headers["User-Agent"] = AGENT
        session.trust_env = False
        for address in addresses:
            if time.monotonic() >= manners.stop:
                break
            answers[address] = ask(session, address, manners)
            time.sleep(manners.pause)
    return answers


def ask(session: requests.Session, address: str, manners: Manners) -> Answer:
    """The answer of an address. A redirection is followed, and told of: what is there now may be something else."""
    here = address
    for _ in range(HOPS):
        if not manners.may_ask(urlsplit(here).hostname or ""):
            return Answer("failed", here)
        try:
            with session.get(here, timeout=TIMEOUT, allow_redirects=False, stream=True) as response:
                status, target = response.status_code, response.headers.get("Location", "")
        except requests.RequestException as error:
            return Answer("failed", type(error).__name__)
        session.cookies.clear()
        if not (300 <= status < 400 and target):
            return _answer(status, "" if here == address else here)
        here = urljoin(here, target)
    return Answer("failed", here)


def _answer(status: int, moved_to: str) -> Answer:
    if status in GONE:
        return Answer("gone", str(status))
    if status in TURNED_AWAY:
        return Answer("not-checked", str(status))
    if not 200 <= status < 300:
        return Answer("failed", str(status))
    return Answer("moved", moved_to) if moved_to else Answer("fine")


def is_public(host: str) -> bool:
    """Does every address of the host lie in the public network? A redirection must not ask the machine itself."""
    try:
        found = socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError):
        return False
    return bool(found) and all(ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)


def create_report(rows: Sequence[Row], answers: Mapping[str, Answer]) -> str:
    """The links that need a look, in Markdown, in both languages, with the place where each stands."""
    return "\n".join("\n".join(_report(rows, answers, Strings(language, "links"))) for language in LANGUAGES) + "\n"


def _report(rows: Sequence[Row], answers: Mapping[str, Answer], say: Strings) -> Iterable[str]:
    fine = sum(1 for answer in answers.values() if answer.state == "fine")
    skipped = len({row["address"] for row in rows}) - len(answers)
    yield f"## {say('report-title')}"
    yield ""
    yield say("report-counts", asked=len(answers), fine=fine, skipped=skipped)
    yield ""
    if fine == len(answers):
        yield from (say("report-fine"), "")
    for state in STATES:
        found = [row for row in rows if row["address"] in answers and answers[row["address"]].state == state]
        if found:
            yield from _table(state, found, answers, say)


def _table(state: str, rows: Sequence[Row], answers: Mapping[str, Answer], say: Strings) -> Iterable[str]:
    yield f"### {say(f'state-{state}')}"
    yield ""
    names = [say(f"report-{name}") for name in ("where", "address", "found", "copy")]
    yield f"| {' | '.join(names)} |"
    yield "| --- | --- | --- | --- |"
    for row in rows:
        copy = "itself" if row["is_archive"] else "yes" if row["archived"] else "no"
        where = f"{row['path']}:{row['line']}"
        cells = (where, row["address"], answers[row["address"]].detail, say(f"copy-{copy}"))
        yield f"| {' | '.join(map(escaped_but_urls, cells))} |"
    yield ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
