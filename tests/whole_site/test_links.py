"""Every link of every page, feed and calendar leads somewhere, and from the home page every page is reached."""

import json
from urllib.parse import urlsplit
from xml.etree import ElementTree as ET

from icalendar import Calendar

from for_each import for_each
from whole_site.action_outputs import ASKED
from whole_site.page_reader import Html, read_html
from whole_site.site_reader import Site
from whole_site.sites import Edited

FOLDERS = ("", "zh/")
# Where the article of a page may lead to another host: its sources, where an address was published, a document before
# the action, the original of a report, the licence of the data.
OUTSIDE = {"ec-sources", "ec-detail"}
DOCUMENTS = ("actions/", "reports/")
# In no list on 15 June 2026: issued later; asked for silence; without an event yet; of a later day.
UNLISTED = (
    "actions/wages-at-the-window",
    "actions/for-folded-map",
    "cases/c-0043",
    "cases/early-plum",
    "updates/2026-07-01-early-plum",
)


def is_outside(href: str) -> bool:
    parts = urlsplit(href)
    return bool(parts.scheme or parts.netloc)


def broken(site: Site, path: str, page: Html) -> list[str]:
    """The internal links of a page that lead nowhere, each with what is wrong."""
    inside = [one.href for one in page.anchors if not is_outside(one.href)] + [
        href for href in page.loads if not href.startswith("data:")
    ]
    inside += [one["href"] for one in page.links if not is_outside(one.get("href", ""))]
    return [f"{href}: {found}" for href in dict.fromkeys(inside) if (found := site.problem(path, href))]


def test_no_internal_link_or_anchor_is_broken(each: Edited) -> None:
    """Each link of each page leads to a file of the site, and to an id in it; none begins at the root of the host."""
    found = {path: wrong for path, page in each.site.pages.items() if (wrong := broken(each.site, path, page))}
    assert found == {}
    assert sum(len(page.anchors) for page in each.site.pages.values()) > 4_000


def test_the_error_page_leads_to_pages_from_any_address(each: Edited) -> None:
    """404.html is shown at addresses of any depth, so its links begin at the root, and each leads to a file."""
    page = each.site.every_page["404.html"]
    links = [one.href for one in page.anchors if not is_outside(one.href) and not one.href.startswith("#")]
    links += [href for href in page.loads if not href.startswith("data:")]
    for href in links:
        assert href.startswith("/"), href
        assert each.site.problem_of(href.removeprefix("/").partition("#")[0], "") == "", href
    for folder in FOLDERS:
        assert {f"/{folder}{name}.html" for name in ("index", "status", "actions")} <= set(links)


def test_the_addresses_of_the_head_are_pages_of_the_site(each: Edited) -> None:
    """Canonical addresses and those of other languages are absolute, of this site, and lead to files."""
    for path, page in each.site.pages.items():
        canonical = [one["href"] for one in page.head("canonical")]
        assert len(canonical) == 1, path
        for address in (*canonical, *page.alternates.values()):
            assert each.site.problem_of(each.site.local(address), "") == "", (path, address)


def test_no_link_of_a_body_names_the_host_of_the_site(each: Edited) -> None:
    """Addresses with the host stand in the head only: a mirror or a copy in a zip keeps its readers.

    But for calendar programs, which ask again and again, and ask the site.
    """
    host = urlsplit(each.url).netloc
    for path, page in each.site.every_page.items():
        named = [one.href for one in page.anchors if host in one.href]
        assert [href for href in named if not href.startswith("webcal:")] == [], path


def test_every_page_of_the_sample_is_reached_from_the_home_page(sample: Edited) -> None:
    """Plain links lead to every page, in both languages and without scripts; not to letters that nobody is to send."""
    assert sample.site.reachable() == {path for path in sample.site.pages if "/letter-" not in path}


def test_every_page_of_the_campaign_is_reached_but_those_in_no_list(invented: Edited) -> None:
    """Plain links lead to every page but those in no list, because there is nothing to tell yet, or no letter to send.

    Those to the letters of an open action are among them.
    """
    hidden = {f"{folder}{path}.html" for folder in FOLDERS for path in UNLISTED}
    asked = {slug for slug, row in invented.expectations.items() if row.state(invented.today) in ASKED}
    letters = {path for path in invented.site.pages if "/letter-" in path}
    hidden |= {path for path in letters if path.split("/")[-2] not in asked}
    assert letters - hidden
    assert set(invented.site.pages) - invented.site.reachable() == hidden


def test_each_language_is_reached_from_its_own_home_page(sample: Edited) -> None:
    """A reader who stays in one language gets to all of its pages without passing through the other one."""
    for folder, language in zip(FOLDERS, ("en", "zh"), strict=True):
        found = {path for path in sample.site.pages if sample.site.language_of(path) == language}
        own = {path for path in found if "/letter-" not in path}
        seen, waiting = {f"{folder}index.html"}, [f"{folder}index.html"]
        while waiting:
            path = waiting.pop()
            targets = {sample.site.target(path, one.href) for one in sample.site.pages[path].anchors}
            waiting += (targets & own) - seen
            seen |= targets & own
        assert seen == own


def test_an_article_leads_to_other_hosts_only_for_sources_and_the_licence(each: Edited) -> None:
    """What a reader may follow out of the site is a document that somebody published, or a licence."""
    licence = each.written.settings["data_licence_url"]
    for path, page in each.site.pages.items():
        for one in page.anchors:
            if one.article and one.href.startswith("http") and one.near not in OUTSIDE:
                name = path.removeprefix("zh/")
                assert one.href == licence if name == "data.html" else name.startswith(DOCUMENTS), (path, one)


def test_links_to_other_hosts_have_a_safe_scheme_and_no_referrer(each: Edited) -> None:
    """https, mailto, tel, webcal for a calendar; and every page asks browsers not to tell where a reader came from."""
    for path, page in each.site.every_page.items():
        schemes = {urlsplit(one.href).scheme for one in page.anchors}
        assert schemes <= {"", "https", "mailto", "tel", "webcal"}, path
        assert page.metas.get("referrer") == "no-referrer", path


@for_each("folder", FOLDERS)
def test_the_links_of_rss_feeds_lead_to_files_and_anchors(each: Edited, folder: str) -> None:
    """Item, channel and self links, and the links in the full text, are absolute and lead to ids that exist."""
    feeds = [path for path in each.site.files if path.endswith(".xml") and path != "sitemap.xml"]
    for path in [one for one in feeds if one.startswith("zh/") == bool(folder)]:
        channel = ET.fromstring(each.site.text(path)).find("channel")  # noqa: S314 - our own output
        assert channel is not None
        addresses = [str(node.text) for node in channel.iter("link")]
        addresses += [node.attrib["href"] for node in channel.iter("{http://www.w3.org/2005/Atom}link")]
        assert each.url + path in addresses
        texts = [str(node.findtext("description")) for node in channel.iter("item")]
        check_feed(each, addresses, texts)


@for_each("folder", FOLDERS)
def test_the_links_of_json_feeds_lead_to_files_and_anchors(each: Edited, folder: str) -> None:
    """JSON Feed has the same links as RSS, and they lead to files and ids too."""
    feed = json.loads(each.site.text(f"{folder}feed.json"))
    addresses = [feed["home_page_url"], feed["feed_url"], *(item["url"] for item in feed["items"])]
    check_feed(each, addresses, [item["content_html"] for item in feed["items"]])
    rss = ET.fromstring(each.site.text(f"{folder}feed.xml"))  # noqa: S314 - our own output
    assert [node.findtext("guid") for node in rss.iter("item")] == [item["id"] for item in feed["items"]]


def check_feed(each: Edited, addresses: list[str], texts: list[str]) -> None:
    for text in texts:
        links = [one.href for one in read_html(text).anchors]
        assert [href for href in links if not is_outside(href)] == []
        addresses += [href for href in links if href.startswith(each.url)]
    for address in addresses:
        file, _, anchor = each.site.local(address).partition("#")
        assert each.site.problem_of(file, anchor) == "", address


@for_each("folder", FOLDERS)
def test_the_links_of_the_calendar_lead_to_files(each: Edited, folder: str) -> None:
    """Each entry of the calendar leads to its page, in its own language."""
    calendar = Calendar.from_ical(each.site.text(f"{folder}calendar.ics"))
    addresses = [str(event["url"]) for event in calendar.walk("VEVENT")]
    assert addresses
    for address in addresses:
        path = each.site.local(address)
        assert path in each.site.pages
        assert path.startswith("zh/") == bool(folder)


def test_the_addresses_of_the_data_lead_to_pages(each: Edited) -> None:
    """Each page that the open data name is there."""
    for name in ("cases", "actions"):
        for row in json.loads(each.site.text(f"data/v1/{name}.json"))[name]:
            assert row["pages"]
            for language, address in row["pages"].items():
                path = each.site.local(address)
                assert path in each.site.pages
                assert each.site.language_of(path) == language


def test_feeds_are_found_from_every_page(each: Edited) -> None:
    """The head names the feeds of its own language by relative addresses, and a listed case its own feed."""
    for path, page in each.site.pages.items():
        feeds = {each.site.target(path, one["href"]) for one in page.head("alternate") if "type" in one}
        folder = "zh/" if path.startswith("zh/") else ""
        own = path.removesuffix(".html") + ".xml"
        wanted = {f"{folder}{name}" for name in ("feed.xml", "actions.xml", "feed.json")}
        assert feeds == wanted | ({own} if own in each.site.files else set()), path
