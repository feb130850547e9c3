"""A campaign with a look of its own: on its pages, cards and in its calendar, and never on a letter."""

from __future__ import annotations

import re
from datetime import date
from io import BytesIO

import pytest
import tinycss2
from icalendar import Calendar
from PIL import Image, ImageColor

from campaign_outputs import LANGUAGES, elements, files_of, pages_of
from content_factory import SETTINGS, Content
from emptychair.html.head import create_error_head, create_head
from emptychair.html.header_footer import create_header_footer
from emptychair.html.look import create_look, look_paths
from emptychair.html.redirects import create_redirects
from emptychair.images.card import CardText, create_card
from emptychair.outputs.manifest import card_look
from emptychair.site_build import Machine, SiteBuild
from emptychair.site_config import SiteConfig, SiteLanguage
from faults.look import look
from sample_images import drawing, picture, written

DAY = "2020-06-10"
LIGHT, DARK = "#1b6b4f", "#7fd6b0"
COLOURS = (f'accent_light: "{LIGHT.upper()}"', f'accent_dark: "{DARK}"')
MARKS = ("mark: mark.svg", "mark_on_cards: mark-on-cards.png", "favicon: favicon.png")
FILES = {
    "assets/mark.svg": drawing("<!-- Li Si -->", box="0 0 20 10"),
    "assets/mark-on-cards.png": written(Image.new("RGB", (300, 100), "#0000ff"), "PNG"),
    "assets/favicon.png": picture(600, 600),
}


@pytest.fixture
def own(content: Content) -> Content:
    """The small campaign with colours, marks and an old address."""
    content.files |= FILES
    content.swap(SETTINGS, "sample: true", 'redirects:\n  "old/": "en/status.md"\nsample: true')
    return content.edit(look(*COLOURS, *MARKS))


def head_and_header(content: Content, path: str, language: str) -> str:
    """The frame of a page."""
    site = pages_of(content.snapshot(DAY), language)
    route = site.routes.by_path[path]
    return create_head(site, route) + create_header_footer(site, path, site.context(route).root, ["index"], {})[0]


def test_pages_have_the_look(own: Content) -> None:
    """Stylesheet, favicon and mark by addresses that lead there from every depth, the error page and a stub too."""
    for path, language, root in (("index", "en", ""), ("cases/li-si", "zh", "../../")):
        html = head_and_header(own, path, language)
        found = {one.get("rel"): one for one in elements(html, "link") if one.get("rel") in ("icon", "stylesheet")}
        icon = found["icon"]
        assert (icon.get("href"), icon.get("type")) == (f"{root}assets/favicon.png", "image/png")
        assert found["stylesheet"].get("href") == f"{root}assets/look.css"
        (colour,) = (one.get("content") for one in elements(html, "meta") if one.get("name") == "theme-color")
        assert colour == LIGHT
        (mark,) = elements(html, "img")
        assert (mark.get("src"), mark.get("alt")) == (f"{root}assets/mark.svg", "")
        assert (mark.get("width"), mark.get("height")) == ("72", "36")
    site = pages_of(own.snapshot(DAY), "en")
    assert '<link rel="icon" href="/x/assets/favicon.png" type="image/png">' in create_error_head(site, "/x/")
    ((_, stub),) = create_redirects(site.snapshot.campaign.settings, dict.fromkeys(LANGUAGES, site))
    assert b'<link rel="icon" href="../assets/favicon.png" type="image/png">' in stub


def test_without_a_look_nothing_speaks_of_one(content: Content) -> None:
    """The frame, the calendar and the cards are as they were, and there is no file more."""
    html = head_and_header(content, "index", "en")
    assert '<link rel="icon" href="assets/favicon.svg" type="image/svg+xml">' in html
    assert 'src="assets/chair.svg" alt="" width="36" height="36"' in html
    assert not re.search(r"theme-color|stylesheet|look", html)
    made = content.snapshot(DAY)
    settings = made.campaign.settings
    assert look_paths(settings) == []
    assert b"COLOR" not in files_of(made)["calendar.ics"]
    text = CardText("Li Si", "李四", "", "", "A test")
    assert create_card(text) == create_card(text, card_look(settings, lambda _: b""))


def rules_of(css: str) -> dict[tuple[str, str], dict[str, str]]:
    """The declarations of a stylesheet by (query, selector)."""
    found: dict[tuple[str, str], dict[str, str]] = {}
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        query = tinycss2.serialize(rule.prelude).strip() if rule.type == "at-rule" else ""
        inner = tinycss2.parse_rule_list(rule.content, skip_whitespace=True) if query else [rule]
        for one in inner:
            declarations = tinycss2.parse_declaration_list(one.content, skip_whitespace=True)
            values = {row.name: tinycss2.serialize(row.value).strip() for row in declarations}
            found[query, tinycss2.serialize(one.prelude).strip()] = values
    return found


def test_the_stylesheet_sets_colours_for_screens_alone(own: Content) -> None:
    """Both schemes; on paper words stay black; a system's own colours are overruled behind the mark alone."""
    campaign = own.campaign()
    files = dict(create_look(campaign.settings, lambda name: FILES[f"assets/{name}"]))
    assert [*files] == look_paths(campaign.settings) == ["assets/look.css", "assets/mark.svg", "assets/favicon.png"]
    rules = rules_of(files["assets/look.css"].decode())
    brand = rules.pop(("", ".ec-brand img"))
    assert (brand["forced-color-adjust"], brand["background"]) == ("none", "#fbfaf6")
    assert rules == {
        ("screen", "html:root"): {"--ec-link": LIGHT, "--ec-accent": LIGHT},
        ("screen and (prefers-color-scheme: dark)", "html:root"): {"--ec-link": DARK, "--ec-accent": DARK},
        ("print", "html:root"): {"--ec-accent": LIGHT},
        ("", ".ec-header"): {"border-bottom": f".15rem solid {DARK}"},
    }
    assert b"Li Si" not in files["assets/mark.svg"]


def test_colours_and_marks_stand_alone_too(content: Content) -> None:
    """Colours without a mark keep our chair; a mark without colours has its ground and no theme colour."""
    html = head_and_header(content.edit(look(*COLOURS)), "index", "en")
    assert "assets/chair.svg" in html
    assert look_paths(content.campaign().settings) == ["assets/look.css"]
    content.swap(SETTINGS, "\n".join(f"  {line}" for line in COLOURS), "  mark: mark.png")
    content.put("assets/mark.png", picture(100, 200))
    html = head_and_header(content, "index", "en")
    assert 'src="assets/mark.png" alt="" width="18" height="36"' in html
    assert "theme-color" not in html
    assert [
        *rules_of(dict(create_look(content.campaign().settings, lambda _: picture()))["assets/look.css"].decode())
    ] == [("", ".ec-brand img")]


def test_cards_have_the_colour_and_the_mark(own: Content) -> None:
    """The mark for cards in the place of the chair, no larger than it was; a mark in shapes alone leaves it empty."""
    text = CardText("Li Si", "李四", "", "", "A test")
    settings = own.campaign().settings
    card = Image.open(BytesIO(create_card(text, card_look(settings, lambda name: FILES[f"assets/{name}"])))).convert(
        "RGB"
    )
    for at, colour in (((5, 300), LIGHT), ((1010, 295), "#0000ff")):
        assert card.getpixel(at) == ImageColor.getrgb(colour), at
    assert card.getpixel((1010, 200)) == card.getpixel((1010, 400)) == (251, 250, 246)
    own.swap(SETTINGS, "  mark_on_cards: mark-on-cards.png\n", "").remove("assets/mark-on-cards.png")
    bare = Image.open(BytesIO(create_card(text, card_look(own.campaign().settings, lambda _: b"")))).convert("RGB")
    assert len(bare.crop((870, 150, 1150, 440)).getcolors() or []) == 1


def test_a_calendar_has_the_colour(own: Content) -> None:
    """By the name that RFC 7986 asks for, and as other programs read it; every calendar of the site."""
    files = files_of(own.snapshot(DAY))
    calendars = [Calendar.from_ical(data) for path, data in files.items() if path.endswith(".ics")]
    assert len(calendars) == 4
    for calendar in calendars:
        assert (calendar["color"], calendar["x-apple-calendar-color"]) == ("darkslategray", LIGHT.upper())


def test_a_letter_has_nothing_of_the_look(own: Content, tmp_path_factory: pytest.TempPathFactory) -> None:
    """It is a supporter's own: its files are the same bytes as in a campaign without a look; feeds have the mark."""
    plain = files_of(Content(tmp_path_factory.mktemp("plain")).snapshot(DAY))
    files = files_of(own.snapshot(DAY))
    assert sum("/letter-" in path for path in files) == 4
    other = {path for path, data in plain.items() if files[path] != data}
    assert all(path.endswith((".ics", ".xml", "feed.json")) for path in other)


def test_a_host_is_given_marks_made_anew(own: Content) -> None:
    """Once, with the first language; as they were given they are withheld, also what only cards are drawn from."""
    languages = [SiteLanguage("en", "English", True), SiteLanguage("zh", "简体中文")]
    config = SiteConfig("https://site.example", languages, ["index"], True, [])
    machine = Machine({}, lambda _zone: date(2020, 6, 10), own.root / "cache")
    own.swap(SETTINGS, "page_size: 2", "page_size: 2\nshare_cards: false\nqr_codes: false")
    build = SiteBuild.start(own.write(), config, machine).build
    assert build
    build.begin("en")
    assert {*FILES} <= set(build.withheld)
    for path in [one.removeprefix("en/").removesuffix(".md") for one in build.sources if one.startswith("en/")]:
        build.page(path, "")
    assert {path for path in build.files() if path.startswith("assets/")} == {
        "assets/look.css",
        "assets/mark.svg",
        "assets/favicon.png",
    }
    made = {path: build.make(path) for path in build.files()}
    assert Image.open(BytesIO(made["assets/favicon.png"])).size == (480, 480)
    build.end_language()
    build.begin("zh")
    assert not any(path.startswith("assets/") for path in build.files())
