"""Started campaigns at an address of their own and below a folder of another: served there, every page is reached."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.error import HTTPError
from urllib.parse import urldefrag, urljoin, urlsplit
from urllib.request import urlopen

import pytest

from browser.server import serve
from check_site import Page
from emptychair.cli import main
from for_each import for_each
from repository.hosted import DAY
from whole_site import builder
from whole_site.site_reader import Site

if TYPE_CHECKING:
    from pathlib import Path

ADDRESSES = ("https://maps.cat/", "https://readers.github.io/folded-maps/", "https://chairs.cat/a/b/")
# A page that is not there, deep in the site: what the error page leads to must be found from anywhere.
MISSING = "cases/by/nothing/here.html"


def started(folder: Path, address: str, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A campaign that was started for an address, and its site; with a domain of its own it says so in its settings."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", DAY)
    assert main(["start", str(folder), "--example", "--address", address]) == 0
    if urlsplit(address).path == "/":
        with (folder / "content" / "campaign.yml").open("a", encoding="utf-8") as settings:
            settings.write("cname: true\n")
    builder.build_well(folder / "mkdocs.yml", folder / "site", builder.environment(int(DAY)))
    return folder / "site"


def walked(home: str) -> dict[str, int]:
    """Every address below a home that a reader comes to by links, and how it was answered."""
    seen: dict[str, int] = {}
    waiting = [home, urljoin(home, MISSING)]
    while waiting:
        address = waiting.pop()
        if address in seen:
            continue
        try:
            answer = urlopen(address, timeout=builder.PATIENCE)  # noqa: S310 - of the server in this test
        except HTTPError as error:
            answer = error
        with answer:
            seen[address] = answer.status
            if answer.headers.get_content_type() == "text/html":
                found = Page(answer.read().decode()).addresses
                waiting += [urldefrag(urljoin(address, one))[0] for one in found]
        waiting = [one for one in waiting if urlsplit(one).netloc == urlsplit(home).netloc]
    return seen


@for_each("address", ADDRESSES)
def test_every_page_is_reached_from_home(address: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By links alone, below the folder of the address; what is published names the address and no other."""
    site = started(tmp_path / str(urlsplit(address).hostname), address, monkeypatch)
    with serve(site, urlsplit(address).path) as served:
        seen = walked(served.url)
    missing = urljoin(served.url, MISSING)
    assert {one: status for one, status in seen.items() if status != 200} == {missing: 404}
    pages = {path for path in Site(site, address).files if path.endswith(".html") and path != "404.html"}
    reached = {one.removeprefix(served.url) or "index.html" for one in seen}
    assert pages - reached == set()
    assert address in (site / "sitemap.xml").read_text("utf-8")
    assert (site / "CNAME").is_file() == (urlsplit(address).path == "/")
