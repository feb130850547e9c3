"""The record as it stood on 20 May 2019, and the sample today: nothing is told too early, nothing stale as alive."""

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from icalendar import Calendar

from for_each import for_each
from whole_site.site_reader import dates_in
from whole_site.sites import Edited

TODAY = date(2019, 5, 20)
FOLDERS = ("", "zh/")
NUMBERED = re.compile(r"-\d+\.html$")
# What may name a later day, by the class of the element: an open action's deadline, also in the text to share, the
# version of a law, the years of lists (of the whole record, so that no link breaks), titles in the translations' list.
AHEAD = (
    *("ec-lines", "ec-share", "ec-due", "ec-action ec-action--open", "ec-terms", "ec-coverage"),
    "ec-keys__page",
)
LAW = ("Criminal Law of the PRC", "《中华人民共和国刑法》")
# When the record as a whole was written down; that is later than all of it.
EDITORIAL = ("added", "updated")


def is_later(text: str) -> bool:
    return any(day > TODAY for day in dates_in(text))


def later_words(past: Edited, *, sources: bool) -> Iterator[tuple[str, str]]:
    """What pages say of later days outside an editor's prose: of their sources, or of everything else.

    A page that has nothing to tell yet (an action, update or report of a later day) still shows its own head.
    """
    later = later_records(past)
    for path, page in past.site.pages.items():
        name = path.removeprefix("zh/")
        if name in later or name.startswith("cases/by/year/"):
            continue
        # Words of facts are prose as well: a description, the text of an event, a note.
        prose = prose_of(past, name.removesuffix(".html"))
        for words, _, near, story in page.words:
            if story or near in AHEAD or words.startswith(LAW) or (near == "ec-sources") is not sources:
                continue
            # A legal limit may end on a later day.
            if is_later(words) and words not in prose and near != "ec-limit":
                yield path, words


def prose_of(past: Edited, name: str) -> str:
    """All words of a record as editors wrote them, in both languages."""
    twins = past.written.pages.get(name, {})
    return " ".join(" ".join(texts_of(page.meta)) for page in twins.values())


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in ("sources", "date", "given", "since", "reported", "as_of", "checked"):
                yield from texts_of(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from texts_of(inner)
    else:
        yield str(value)


def later_records(past: Edited) -> set[str]:
    """The pages of actions, updates and reports of a later day, without the folder of a language."""
    found = {f"{path}.html" for path in past.written.later(TODAY)}
    assert {path.partition("/")[0] for path in found} == {"actions", "reports", "updates"}
    return found


def test_no_page_tells_of_a_later_day(past: Edited) -> None:
    """Outside prose no page of the snapshot of 20 May 2019 tells of anything that is dated later."""
    assert list(later_words(past, sources=False)) == []


def test_no_page_cites_a_source_of_a_later_day(past: Edited) -> None:
    """A page as of 20 May 2019 rests on no document that was published later."""
    assert list(later_words(past, sources=True)) == []


def test_a_case_without_an_event_yet_tells_nothing_of_what_happened(past: Edited) -> None:
    """Its page exists, says that the record has no entry, and has no timeline, status, charge or condition."""
    listed = {one["slug"] for one in json.loads(past.site.text("data/v1/cases.json"))["cases"]}
    silent = set(past.written.slugs("cases")) - listed
    assert silent == past.written.without_event(TODAY) != set()
    told = {"status", "timeline", "charges", "flags", "custody", "ahead", "actions", "past-actions", "feed"}
    for slug in silent:
        for folder in FOLDERS:
            page = past.site.pages[f"{folder}cases/{slug}.html"]
            assert not told & set(page.ids), slug
            assert page.noindex


def test_later_records_stand_in_no_list(past: Edited) -> None:
    """No list, home page or case leads to an action, update or report of a later day."""
    hidden = {f"{folder}{path}" for folder in FOLDERS for path in later_records(past)}
    hidden |= {
        f"{folder}cases/{slug}.html"
        for folder in FOLDERS
        for slug in past.written.slugs("cases")
        if f"data/v1/cases/{slug}.json" not in past.site.files
    }
    for path, page in past.site.pages.items():
        if path in hidden or page.stories:
            # Prose is as written, and may lead anywhere.
            continue
        targets = {past.site.target(path, one.href) for one in page.anchors if not one.switch}
        assert not targets & hidden, path


@for_each("folder", FOLDERS)
def test_no_item_of_a_feed_is_dated_later(past: Edited, folder: str) -> None:
    """The feeds hold what was known on that day, dated that day at the latest; titles of actions tell deadlines."""
    items = json.loads(past.site.text(f"{folder}feed.json"))["items"]
    assert items
    assert [item["id"] for item in items if date.fromisoformat(item["date_published"][:10]) > TODAY] == []
    assert [item["title"] for item in items if is_later(item["title"]) and ":action:" not in item["id"]] == []


@for_each("folder", FOLDERS)
def test_the_calendar_tells_of_later_days_only_what_was_foreseen(past: Edited, folder: str) -> None:
    """Later entries are the deadline of the open action; every other one began on that day or before."""
    calendar = Calendar.from_ical(past.site.text(f"{folder}calendar.ics"))
    starts = {str(event["uid"]).partition("@")[0]: event.decoded("dtstart") for event in calendar.walk("VEVENT")}
    language = folder.removesuffix("/") or "en"
    assert {uid for uid, day in starts.items() if day > TODAY} == {f"deadline.ua-37-19.{language}"}


def later_data(value: Any, where: str = "") -> Iterator[str]:
    """Where a file of data names a later day."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key not in EDITORIAL:
                yield from later_data(inner, f"{where}/{inner.get('id', key) if isinstance(inner, dict) else key}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from later_data(inner, f"{where}/{inner.get('id', number) if isinstance(inner, dict) else number}")
    elif re.fullmatch(r"[\d~./-]{4,}", str(value)) and is_later(str(value).rpartition("/")[2]):
        yield f"{where}: {value}"


def test_no_data_are_dated_later(past: Edited) -> None:
    """The open data of that day hold no later date but the deadline of the open action, and not yet published texts."""
    found = []
    for name in ("cases", "actions"):
        for row in json.loads(past.site.text(f"data/v1/{name}.json"))[name]:
            facts = {key: value for key, value in row.items() if key not in ("sources", "until", "issued")}
            found += [f"{row['slug']}{where}" for where in later_data(facts)]
    assert found == []


def test_no_data_cite_a_source_of_a_later_day(past: Edited) -> None:
    """The open data of that day rest on no document that was published later."""
    rows = json.loads(past.site.text("data/v1/cases.json"))["cases"]
    assert [where for row in rows for where in later_data(row["sources"], row["slug"])] == []


def test_every_page_of_today_exists_in_the_edition_of_that_day(past: Edited, sample: Edited) -> None:
    """Links do not break when a day of the past is built; only a later page of a list may be missing."""
    missing = set(sample.site.pages) - set(past.site.pages)
    assert [path for path in missing if not NUMBERED.search(path)] == []


def test_the_action_of_that_day_is_open(past: Edited) -> None:
    """37.19 asks for letters in May 2019, with the letters of all recipients in both languages, and by e-mail."""
    letters = {path for path in past.site.files if path.startswith("actions/ua-37-19/")}
    files = {path for path in letters if path.endswith((".txt", ".docx"))}
    assert len(files) == 8
    for path in files:
        assert "[YOUR NAME]" in past.site.text(path) or "[署名]" in past.site.text(path)
    for folder in FOLDERS:
        page = past.site.pages[f"{folder}actions/ua-37-19.html"]
        targets = {past.site.target(f"{folder}actions/ua-37-19.html", one.href) for one in page.anchors}
        assert files <= targets
        assert page.mails
        assert {f"letter-{path.rpartition('letter-')[2].partition('.')[0]}" for path in files} <= set(page.ids)


def test_no_other_mail_is_offered_in_the_edition_of_that_day(past: Edited) -> None:
    """Mailto links stand on the page of the open action and on those of its letters only."""
    pages = {path.partition("/letter-")[0] for path, page in past.site.every_page.items() if page.mails}
    pages = {f"{path.removesuffix('.html')}.html" for path in pages}
    assert pages == {"actions/ua-37-19.html", "zh/actions/ua-37-19.html"}


def test_the_sample_of_today_asks_for_nothing(sample: Edited) -> None:
    """No page has a letter or a mailto link, and no page, feed or calendar an open action."""
    for path, page in sample.site.every_page.items():
        assert page.mails == [], path
        assert not {"ec-letter", "ec-warnings", "ec-action--open", "ec-action--closing-soon"} & page.classes, path
        assert b"mailto:" not in sample.site.files[path], path
    letters = [path for path in sample.site.files if path.endswith((".txt", ".docx")) and path.startswith("actions/")]
    assert letters
    for path in letters:
        text = sample.site.text(path)
        assert not [mark for mark in ("[DATE]", "__年__", "[YOUR NAME]", "[署名]") if mark in text], path
    for folder in FOLDERS:
        assert "UID:deadline" not in sample.site.text(f"{folder}calendar.ics")
    states = {one["state"]["code"] for one in json.loads(sample.site.text("data/v1/actions.json"))["actions"]}
    assert states == {"ended"}


@for_each("folder", FOLDERS)
def test_every_past_action_is_in_the_archive(sample: Edited, folder: str) -> None:
    """The archive leads to each action, in both languages; the list of open ones to none."""
    past = {f"{folder}actions/{slug}.html" for slug in sample.written.slugs("actions")}
    assert past
    for name, wanted in (("archive", past), ("actions", set())):
        page = sample.site.pages[f"{folder}{name}.html"]
        cards = [one for one in page.anchors if one.near == "ec-action__title"]
        assert {sample.site.target(f"{folder}{name}.html", one.href) for one in cards} == wanted


@for_each("folder", FOLDERS)
def test_all_but_the_disappeared_are_not_known(sample: Edited, folder: str) -> None:
    """Years after the last news every status has faded, but an enforced disappearance and what cannot end."""
    rows = json.loads(sample.site.text("data/v1/cases.json"))["cases"]
    classes = {row["slug"]: row["status"]["class"]["code"] for row in rows}
    last = {row["slug"]: row["status"]["last_known_class"] for row in rows}
    assert sorted(classes) == sample.written.slugs("cases")
    assert {slug for slug, code in classes.items() if code != "unknown"} == {
        slug for slug, code in last.items() if code == "disappeared"
    }
    page = sample.site.pages[f"{folder}status.html"]
    groups = {name for name in page.ids if name.startswith("class-")}
    assert groups == {"class-unknown", "class-disappeared"}
