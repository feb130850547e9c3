"""Every address of design.md, section 2: what people link to, feeds remember and mirrors copy."""

from urllib.parse import quote

from emptychair.as_of.routes import Routes
from emptychair.as_of.snapshot import snapshot_of
from emptychair.html.redirects import redirect_paths
from emptychair.outputs.manifest import language_paths, shared_paths
from emptychair.record.reserved_urls import SEARCH_FOLDER
from emptychair.text import vocabulary
from emptychair.views.language_site import LanguageSite
from whole_site.sites import Edited

FOLDERS = ("", "zh/")
LISTS = ("index", "status", "actions", "archive", "updates", "reports", "follow", "data", "translations")
PROSE = ("about", "contribute", "safety")
FEEDS = ("feed.xml", "actions.xml", "feed.json", "calendar.ics")
SCHEMAS = ("schema.json", *(f"{name}.schema.json" for name in ("front-matter", "campaign", "recipients")))
DATA = ("cases.json", "actions.json", "cases.csv", "actions.csv", *SCHEMAS)
LETTERS = (".txt", ".docx")
# The sitemap also as MkDocs compresses it.
ONCE = ("_headers", "404.html", "sitemap.xml", "sitemap.xml.gz")


def test_every_list_and_tool_exists_in_both_languages(each: Edited) -> None:
    """The pages that the generator makes, and those that every campaign writes, stand at their addresses."""
    wanted = {f"{folder}{name}.html" for folder in FOLDERS for name in (*LISTS, *PROSE)}
    assert wanted <= set(each.site.files)


def test_every_written_page_exists_in_both_languages(each: Edited) -> None:
    """Each Markdown file has a page in its own language and in the other one, translated or not."""
    wanted = {f"{folder}{path}.html" for folder in FOLDERS for path in each.written.pages}
    assert wanted <= set(each.site.files)


def test_every_status_has_a_list_even_an_empty_one(each: Edited) -> None:
    """cases/by/status/ has a list for every status of the vocabulary, in both languages."""
    wanted = {f"{folder}cases/by/status/{code}.html" for folder in FOLDERS for code in vocabulary.terms("statuses")}
    assert wanted <= set(each.site.files)


def test_every_term_of_a_case_has_a_list(each: Edited) -> None:
    """Charges, roles, rights, regions of all three kinds and years of first events have lists in both languages."""
    wanted = {f"{folder}{path}.html" for folder in FOLDERS for path in each.written.lists}
    assert len(wanted) > 20
    assert wanted <= set(each.site.files)


def test_feeds_and_calendar_exist_in_both_languages(each: Edited) -> None:
    """Everything that can be subscribed to stands at the root and below zh/."""
    assert {f"{folder}{name}" for folder in FOLDERS for name in FEEDS} <= set(each.site.files)


def test_every_listed_case_has_feeds_and_data(each: Edited) -> None:
    """A case that stands in lists has a feed in each language and one file of data; one that does not has neither."""
    for slug in each.written.slugs("cases"):
        listed = snapshot_of(each.campaign, each.today).cases[slug].listed
        for path in (f"cases/{slug}.xml", f"zh/cases/{slug}.xml", f"data/v1/cases/{slug}.json"):
            assert (path in each.site.files) is listed, path


def test_data_exist_once(each: Edited) -> None:
    """The open data stand at the root, for all languages."""
    assert {f"data/v1/{name}" for name in DATA} <= set(each.site.files)
    assert not [path for path in each.site.files if path.startswith("zh/data/")]


def test_every_letter_exists_once_unless_its_action_is_a_draft(each: Edited) -> None:
    """Each recipient of an issued action has a letter in each language in which it was written, at the root."""
    for slug in each.written.slugs("actions"):
        drafted = each.expectations[slug].state(each.today) == "draft"
        found = {path for path in each.site.files if path.startswith(f"actions/{slug}/") and path.endswith(LETTERS)}
        wanted = each.written.letters(slug)
        assert wanted
        assert not found if drafted else wanted <= found, slug
    assert not [path for path in each.site.files if path.startswith("zh/actions/") and path.endswith(LETTERS)]


def test_every_letter_has_a_page_in_every_language(each: Edited) -> None:
    """Whatever its action's state: the addresses of pages do not depend on the day."""
    texts = {path for slug in each.written.slugs("actions") for path in each.written.letters(slug)}
    wanted = {f"{folder}{path[:-4]}.html" for folder in FOLDERS for path in texts if path.endswith(".txt")}
    assert wanted
    assert wanted <= set(each.site.files)


def test_everything_in_the_site_was_announced(each: Edited) -> None:
    """The site holds the pages of routes, outputs, assets, the index of the search, error page, sitemap; no more."""
    snapshot = snapshot_of(each.campaign, each.today)
    routes = Routes(snapshot)
    wanted = {*shared_paths(snapshot), *redirect_paths(snapshot.campaign.settings), *ONCE}
    for folder, language in zip(FOLDERS, ("en", "zh"), strict=True):
        wanted |= {f"{folder}{path}.html" for path in routes.by_path}
        wanted |= set(language_paths(LanguageSite(snapshot, routes, language)))
    found = {path for path in each.site.files if not path.startswith(("assets/", f"{SEARCH_FOLDER}/"))}
    assert found == wanted


def test_no_two_files_differ_by_case_alone(each: Edited) -> None:
    """A mirror on a disk that does not tell A from a holds every file."""
    assert len({path.casefold() for path in each.site.files}) == len(each.site.files)


def test_lists_go_on_without_a_gap(invented: Edited) -> None:
    """With three rows to a page, the pages of a list are numbered 2, 3, ... and each leads to all the other ones."""
    site = invented.site
    seconds = [path for path in site.pages if path.endswith("-2.html")]
    assert len(seconds) > 10
    for second in seconds:
        first = second.removesuffix("-2.html")
        numbers = sorted(int(name) for path in site.pages if (name := _number(path, first)))
        assert numbers == list(range(2, numbers[-1] + 1))
        group = [f"{first}.html", *(f"{first}-{number}.html" for number in numbers)]
        for path in group:
            targets = {site.target(path, one.href) for one in site.pages[path].anchors}
            assert set(group) - {path} <= targets, path


def _number(path: str, first: str) -> str:
    """The number of a later page of a list, or ""."""
    name = path.removeprefix(f"{first}-").removesuffix(".html")
    return name if path.startswith(f"{first}-") and name.isdigit() else ""


def test_every_old_address_leads_to_its_page(invented: Edited) -> None:
    """In the built site, also those with Chinese in them: the stub is there, and both of its ways lead to one page."""
    wanted = {
        "2024/旧页/index.html": "zh/about.html",
        "旧.htm": "zh/cases/stone-umbrella.html",
        "people/stone-umbrella/index.html": "cases/stone-umbrella.html",
    }
    found = invented.site.stubs
    assert {path: [invented.site.target(path, one.href) for one in page.anchors] for path, page in found.items()} == {
        old: [new] for old, new in wanted.items()
    }
    assert [invented.site.problem(path, one.href) for path, page in found.items() for one in page.anchors] == [""] * 3
    told = invented.site.text("sitemap.xml")
    assert not [path for path in wanted if path in told or quote(path) in told]
