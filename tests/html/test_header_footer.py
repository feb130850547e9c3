"""The header and the footer: the menu, the languages, the promise."""

from campaign_outputs import elements, links, pages, words
from emptychair.html.header_footer import create_header_footer
from for_each import for_each

MENU = ("index", "status", "actions", "updates", "safety", "about", "follow", "reports", "contribute")
NAMES = {"en": "English", "zh": "简体中文"}
PLACES = [
    ("en", "index", "", ""),
    ("en", "cases/stone-umbrella", "../", ""),
    ("zh", "cases/stone-umbrella", "../../", "zh/"),
    ("zh", "status", "../", "zh/"),
]


def chrome(language: str, path: str, root: str) -> tuple[str, str]:
    return create_header_footer(pages(language), path, root, MENU, NAMES)


@for_each("language, path, root, folder", PLACES)
def test_every_page_of_the_menu_is_in_the_header_or_the_footer(
    language: str, path: str, root: str, folder: str
) -> None:
    """Each once, seen from the page; one that the site does not have is left out, and home is the brand's."""
    header, footer = chrome(language, path, root)
    # The menu of the footer; above it, the contact may lead to one of its pages too.
    found = [*links(header), *links(footer.partition("<nav")[2])]
    there = [name for name in MENU if name in pages(language).routes.by_path]
    assert len(there) > 5
    assert [found.count(f"{root}{folder}{name}.html") for name in there[1:]] == [1] * len(there[1:])


@for_each("language, path, root, folder", PLACES)
def test_the_other_language_is_the_same_page_by_its_own_name(language: str, path: str, root: str, folder: str) -> None:
    """Marked with its language, for those who listen."""
    (switch,) = [one for one in elements(chrome(language, path, root)[0], "a") if one.get("hreflang")]
    other = "zh" if language == "en" else "en"
    assert (switch.get("lang"), words(switch)) == (other, NAMES[other])
    assert switch.get("href") == f"{root}{'' if folder else 'zh/'}{path}.html"


@for_each(
    "path, current",
    [
        ("status", {"People": "page"}),
        ("cases/stone-umbrella", {"People": "true"}),
        ("actions/pen-and-paper", {"Write": "true"}),
        ("about", {"About": "page"}),
        ("index", {}),
    ],
)
def test_the_menu_says_where_one_is(path: str, current: dict[str, str]) -> None:
    """The page itself, or the section that it belongs to."""
    found = elements(chrome("en", path, "../" * path.count("/"))[0], "a")
    assert {words(one): one.get("aria-current") for one in found if one.get("aria-current")} == current


def test_the_menu_is_short_words_in_one_order() -> None:
    """What readers look for, whatever the titles of the pages are; the search in the fifth place and as a field."""
    for language, wanted in (
        ("en", "People Write Updates Safety Search About Follow"),
        ("zh", "个案 写信 动态 安全 搜索 关于 订阅"),
    ):
        (menu,) = elements(chrome(language, "index", "")[0], "nav")
        found = [words(one) for one in menu.iter("a")]
        assert found == [*wanted.split(), wanted.split()[4]]


def test_the_first_link_skips_the_header() -> None:
    """It leads to the article, which has that id on every page."""
    header, _ = chrome("zh", "status", "../")
    assert next(iter(links(header))) == "#content"
