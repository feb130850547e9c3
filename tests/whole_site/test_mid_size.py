"""A campaign of many people: its lists have pages, its pages stay small. `make benchmark` has how long it takes."""

import gzip
from pathlib import Path

import pytest

from content_factory import MINIMAL, RECIPIENTS, SETTINGS
from for_each import for_each
from whole_site import builder
from whole_site.site_reader import Site

CASES = 90
PAGE_SIZE = 40
EPOCH = 1_750_000_000  # in June 2025
PAGE_LIMIT = 40 * 1024
URL = "https://many.example/"
STATUSES = ("taken-away", "criminal-detention", "rsdl", "arrested", "imprisoned", "enforced-disappearance")
FACETS = {
    "charges": ("picking-quarrels", "inciting-subversion", "subversion"),
    "roles": ("editor", "labour-advocate", "human-rights-lawyer"),
    "rights": ("expression", "labour-rights", "fair-trial"),
    "regions": ("CN-GD", "CN-HB", "CN-SH"),
}
PROSE = ("index", "status", "actions", "updates", "reports", "follow", "safety", "about", "contribute")


def pick(name: str, number: int) -> str:
    """One of a facet's terms; the first is that of every other case, so that its list has several pages."""
    terms = FACETS[name]
    return terms[0] if number % 2 == 0 else terms[number % len(terms)]


def case(number: int) -> str:
    """The source page of a case with ten events, each with a text of its own."""
    year = 2015 + number % 10
    events = "".join(
        f"""\
    - id: event-{step}
      date: {year}-{step:02}-{1 + number % 27:02}
      status: {STATUSES[(number + step) % len(STATUSES)]}
      text: "According to the lawyer, step {step} of case {number} was told to the family three days later."
"""
        for step in range(1, 11)
    )
    return f"""\
---
description: "Organiser number {number} of a library of borrowed books."
added: 2025-01-01
updated: 2025-06-01
case:
  names:
    en: "Person {number}"
    zh: "人物{number}"
  kind: person
  roles: [{pick("roles", number)}]
  rights: [{pick("rights", number)}]
  regions:
    held: {pick("regions", number)}
  consent:
    basis: public-record
    reviewed: 2025-01
    scope: [name, story]
  as_of: {year}-10-{1 + number % 27:02}
  charges:
    - id: first
      charge: {pick("charges", number)}
      stage: suspected
      event: event-1
  events:
{events}\
  related:
    - case: person-{(number + 1) % CASES:03}
      relation: colleague
  sources:
    paper:
      title: "A published source"
      publisher: "A newspaper"
      date: {year}
---
{"They lent books to whoever asked. " * 40}
"""


def translation(number: int) -> str:
    """Its Chinese page; every tenth case has none."""
    words = "".join(
        f'    event-{step}: "据律师说，个案{number}的第{step}步三天后才告知家人。"\n' for step in range(1, 11)
    )
    return f"""\
---
description: "借书处的组织者，编号{number}。"
updated: 2025-06-01
translates: 2025-06-01
words:
  events:
{words}---
{"谁来都可以借书。" * 40}
"""


def write_campaign(folder: Path) -> Path:
    """A project with nothing of its own but content; returns its configuration."""
    files = {
        SETTINGS: str(MINIMAL[SETTINGS])
        .replace("page_size: 2", f"page_size: {PAGE_SIZE}")
        .replace("sample: true", "sample: false")
        # 180 cards are drawn once and kept: test_pictures.py has them.
        + "share_cards: false\nqr_codes: false\n",
        RECIPIENTS: str(MINIMAL[RECIPIENTS]).replace("2020-05-01", "2025-05-01"),
    }
    for language, updated in (("en", "updated: 2025-06-01"), ("zh", "updated: 2025-06-01\ntranslates: 2025-06-01")):
        for name in PROSE:
            files[f"{language}/{name}.md"] = f'---\ntitle: "Page {name}"\n{updated}\n---\nWords.\n'
    for number in range(CASES):
        files[f"en/cases/person-{number:03}.md"] = case(number)
        if number % 10:
            files[f"zh/cases/person-{number:03}.md"] = translation(number)
    for path, text in files.items():
        file = folder / "content" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    config = folder / "mkdocs.yml"
    config.write_text(builder.CONFIG.format(root=builder.ROOT, url=URL), "utf-8")
    return config


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The campaign, built once."""
    folder = tmp_path_factory.mktemp("large")
    config = write_campaign(folder)
    builder.build_well(config, folder / "site", builder.environment(EPOCH))
    return Site(folder / "site", URL)


def test_every_case_has_a_small_page(large: Site) -> None:
    """Each page of a case, in both languages, is under 40 KB, a moment on a slow line."""
    sizes = [len(data) for path, data in large.files.items() if path.partition("cases/person-")[2].endswith(".html")]
    assert len(sizes) == 2 * CASES
    assert max(sizes) < PAGE_LIMIT


@pytest.mark.parametrize("folder", ["", "zh/"])
@pytest.mark.parametrize(
    ("name", "rows"),
    [("status", CASES), ("cases/by/charge/picking-quarrels", 60), ("cases/by/region/cn-gd", 60)],
)
def test_lists_have_pages(large: Site, folder: str, name: str, rows: int) -> None:
    """Each case stands on one page of a list, no page has more than its size, and links lead from each page to all."""
    group = [
        f"{folder}{name}.html",
        *(f"{folder}{name}-{number}.html" for number in range(2, -(-rows // PAGE_SIZE) + 1)),
    ]
    assert f"{folder}{name}-{len(group) + 1}.html" not in large.files
    found: list[str] = []
    for path in group:
        page = large.pages[path]
        cards = [large.target(path, one.href) for one in page.anchors if one.near == "ec-card__names"]
        assert 0 < len(cards) <= PAGE_SIZE
        found += cards
        targets = {large.target(path, one.href) for one in page.anchors}
        assert set(group) - {path} <= targets
    assert len(found) == len(set(found)) == rows


def test_no_link_is_broken(large: Site) -> None:
    """All links of all lists, and of every tenth case, lead to files and ids."""
    pages = [path for path in large.pages if "/person-" not in path or path.endswith("0.html")]
    assert len(pages) > 2 * CASES / 10
    for path in pages:
        for one in large.pages[path].anchors:
            if ":" not in one.href.partition("/")[0]:
                assert large.problem(path, one.href) == "", (path, one.href)


@for_each("folder", ["", "zh/"])
def test_the_filter_finds_everybody_in_little(large: Site, folder: str) -> None:
    """The index and what its filter reads stay below 100 KB compressed for 1,190 people; the page alone does anyway."""
    page, data = (len(gzip.compress(large.files[folder + name])) for name in ("status.html", "status-data.js"))
    assert large.text(f"{folder}status-data.js").count("person-") >= CASES
    # A page has 200 rows at most, where a campaign does not say otherwise; the data grow with the campaign.
    assert page * 200 / PAGE_SIZE + data * 1190 / CASES < 100 * 1024


def test_feeds_hold_fifty_items(large: Site) -> None:
    """The feed of everything does not grow with the campaign."""
    for path in ("feed.xml", "zh/feed.xml"):
        assert large.text(path).count("<item>") == 50
        assert len(large.files[path]) < 512 * 1024
