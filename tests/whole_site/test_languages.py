"""Every page says truly which language it is in, leads to itself in the other one, and tells search engines so."""

from collections import Counter
from datetime import date
from xml.etree import ElementTree as ET

from content_factory import Content
from emptychair.as_of.routes import Routes
from emptychair.html.head import head_of
from emptychair.views.language_site import LanguageSite
from for_each import for_each
from whole_site.sites import Edited

SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"
# Each tells of other pages, whatever its introduction says.
LISTS = ("index", "status", "actions", "archive", "updates", "reports", "follow", "data", "translations")
LINK = "{http://www.w3.org/1999/xhtml}link"


def fallbacks(each: Edited) -> dict[str, str]:
    """Every page that nobody has written in its language -> the language of the page that stands in for it."""
    return {
        f"{'zh/' if language == 'zh' else ''}{path}.html": each.written.source(path)
        for path, language in each.written.fallbacks
    }


def sitemap(each: Edited) -> dict[str, tuple[str, dict[str, str]]]:
    """Page -> (its last change, language -> page)."""
    found = {}
    for row in ET.fromstring(each.site.text("sitemap.xml")).iter(f"{SITEMAP}url"):  # noqa: S314 - our own output
        links = {one.attrib["hreflang"]: each.site.local(one.attrib["href"]) for one in row.iter(LINK)}
        path = each.site.local(str(row.findtext(f"{SITEMAP}loc")))
        assert path not in found
        found[path] = (str(row.findtext(f"{SITEMAP}lastmod")), links)
    return found


def test_the_invented_campaign_has_fallback_pages_in_both_directions(invented: Edited) -> None:
    """What the tests below say of fallback pages is said of pages without a Chinese and without an English twin."""
    assert set(fallbacks(invented).values()) == {"en", "zh"}


def test_every_page_is_in_the_language_of_its_folder(each: Edited) -> None:
    """<html lang> is that of the words around the story; the error page, in both, begins in the first."""
    for path in each.site.every_page.keys() - each.site.stubs.keys():
        assert each.site.every_page[path].language == each.site.language_of(path), path


def test_the_story_of_a_fallback_page_is_in_the_language_of_its_source(each: Edited) -> None:
    """A story is marked with another language on fallback pages, and on no other page."""
    strange = fallbacks(each)
    for path, page in each.site.pages.items():
        assert set(page.stories) <= {strange.get(path, each.site.language_of(path))}, path
    assert not strange or any(each.site.pages[path].stories for path in strange)


def test_the_error_page_speaks_both_languages(each: Edited) -> None:
    """Each part of 404.html is marked with its language."""
    assert {language for _, language, _, _ in each.site.every_page["404.html"].words} == {"en", "zh"}


def test_every_page_has_one_first_heading(each: Edited) -> None:
    """One <h1> with words in it."""
    for path, page in each.site.every_page.items():
        firsts = [words.strip() for level, words in page.headings if level == 1]
        assert len(firsts) == 1, path
        assert firsts[0], path


def test_every_page_has_a_title_of_its_own(each: Edited) -> None:
    """No title is empty, and within a language no two pages have the same."""
    for language in ("en", "zh"):
        pages = {path: page for path, page in each.site.pages.items() if each.site.language_of(path) == language}
        titles = Counter(page.title.strip() for page in pages.values())
        assert "" not in titles
        assert {title: count for title, count in titles.items() if count > 1} == {}


def test_no_id_stands_twice_in_a_page(each: Edited) -> None:
    """Ids are unique, or links to them lead to the wrong place."""
    for path, page in each.site.every_page.items():
        assert [name for name, count in Counter(page.ids).items() if count > 1] == [], path
        assert all(name and not name.isspace() for name in page.ids), path


def test_the_switch_of_languages_leads_to_the_same_page(each: Edited) -> None:
    """From each page a relative link leads to itself in the other language, so it works in a mirror and from a zip."""
    for path, page in each.site.pages.items():
        switch = {one.switch: one.href for one in page.anchors if one.switch}
        assert not [href for href in switch.values() if ":" in href or href.startswith("/")], path
        found = {language: each.site.target(path, href) for language, href in switch.items()}
        other = each.site.twin_of(path)
        assert found == {each.site.language_of(other): other}, path


def test_alternates_are_the_same_in_both_languages(each: Edited) -> None:
    """Hreflang names the page itself, its twin and x-default, alike in both; fallback pages are in no pair."""
    strange = fallbacks(each)
    alone = set(strange) | {each.site.twin_of(path) for path in strange}
    for path, page in each.site.pages.items():
        found = {language: each.site.local(address) for language, address in page.alternates.items()}
        if path in alone:
            assert found == {}, path
        else:
            english = path.removeprefix("zh/")
            assert found == {"en": english, "zh": f"zh/{english}", "x-default": english}, path
            assert page.alternates == each.site.pages[each.site.twin_of(path)].alternates


def test_a_page_is_its_own_canonical_page_unless_it_is_a_fallback(each: Edited) -> None:
    """A fallback page names its original as the page to find."""
    strange = fallbacks(each)
    for path, page in each.site.pages.items():
        canonical = each.site.local(page.head("canonical")[0]["href"])
        assert canonical == (each.site.twin_of(path) if path in strange else path)


def test_the_sample_is_kept_out_of_search_engines(sample: Edited, past: Edited) -> None:
    """Every page of the sample says noindex, the error page too."""
    for edited in (sample, past):
        assert [path for path, page in edited.site.every_page.items() if not page.noindex] == []


def test_a_campaign_is_found_but_for_fallback_pages_and_what_is_not_out(invented: Edited) -> None:
    """Noindex stands on fallback pages and letters, on pages in no list, at old addresses, on the error page alone."""
    hidden = (
        "actions/wages-at-the-window",
        "actions/for-folded-map",
        "cases/c-0043",
        "cases/early-plum",
        "updates/2026-07-01-early-plum",
    )
    wanted = {f"{folder}{path}.html" for folder in ("", "zh/") for path in hidden}
    wanted |= {*fallbacks(invented), *invented.site.stubs, "404.html"}
    wanted |= {path for path in invented.site.pages if "/letter-" in path}
    assert {path for path, page in invented.site.every_page.items() if page.noindex} == wanted


def test_the_sitemap_has_every_page_that_is_to_be_found(invented: Edited) -> None:
    """Of a campaign the sitemap has exactly the pages without noindex."""
    assert set(sitemap(invented)) == {path for path, page in invented.site.every_page.items() if not page.noindex}


def test_the_sitemap_has_no_fallback_page(each: Edited) -> None:
    """A page that nobody has written in a language is not announced in it, and neither is the error page."""
    assert not set(sitemap(each)) & {*fallbacks(each), "404.html"}


def test_the_sitemap_and_the_pages_have_the_same_alternates(each: Edited) -> None:
    """Each row of the sitemap has the pairs that its page has in its head, x-default included."""
    for path, (_, links) in sitemap(each).items():
        heads = each.site.pages[path].alternates
        assert links == {language: each.site.local(address) for language, address in heads.items()}, path


def test_the_sitemap_has_the_days_on_which_editors_changed_pages(each: Edited) -> None:
    """Lastmod of a written page is the newest `updated` of its pair, and of a list that of any page."""
    days = {
        path: {language: date.fromisoformat(page.meta["updated"]) for language, page in twins.items()}
        for path, twins in each.written.pages.items()
    }
    every = {day for twins in days.values() for day in twins.values()}
    for path, (lastmod, _) in sitemap(each).items():
        name = path.removeprefix("zh/").removesuffix(".html")
        own = days[name].values() if name in days and name not in LISTS else every
        # In a snapshot of the past a page is not newer than the snapshot.
        assert date.fromisoformat(lastmod) in {min(day, each.today) for day in own}, path


def test_the_sitemap_names_no_day_that_is_still_to_come(invented: Edited) -> None:
    """A page was last changed today at the latest: an action that is only being prepared changes no list."""
    assert {path: lastmod for path, (lastmod, _) in sitemap(invented).items() if lastmod > "2026-06-15"} == {}


@for_each("name", ["index", "status", "updates"])
def test_a_list_is_found_in_each_language_whoever_introduces_it(content: Content, name: str) -> None:
    """The generator makes lists in every language: an introduction in one only takes none from search engines."""
    content.swap("campaign.yml", "sample: true", "sample: false")
    content.put(f"en/{name}.md", '---\ntitle: "A list"\nupdated: 2020-06-01\n---\nWhat this is.\n')
    snapshot = content.snapshot("2020-06-10")
    routes = Routes(snapshot)
    head = head_of(LanguageSite(snapshot, routes, "zh", "https://site.example/"), routes.by_path[name])
    assert head.canonical == f"https://site.example/zh/{name}.html"
    assert not head.noindex
    assert {one.hreflang for one in head.alternates} == {"en", "zh", "x-default"}
