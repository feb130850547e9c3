"""What stands around the article on every page: the header with the menu and the languages, and the footer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import escape

from emptychair.as_of.routes import Route
from emptychair.html.environment import render
from emptychair.images.seal import BESIDE, CHAIR, seal_paths
from emptychair.record.campaign import Text
from emptychair.text.locales import direction
from emptychair.text.strings import Strings
from emptychair.views.contact import ContactLine, contact_line
from emptychair.views.language_site import LanguageSite
from emptychair.views.look import Mark, mark_of

# So many entries of the menu stand in the header beside the search, in one row on a desk; the rest in the footer.
IN_HEADER = 6
# Behind so many of them stands the search.
BEFORE_SEARCH = 4
# The brand leads there.
HOME = "index"
# Lists that no menu needs to name.
MORE = ("archive", "data", "translations")
# The folder of a record -> the entry of the menu to which it belongs.
SECTIONS = {"cases": "status"}
# Entries with words of their own: one row has room for short ones alone, and a page's title may be a sentence.
SHORT = {
    "status": "title-status",
    "actions": "menu-actions",
    "updates": "title-updates",
    "safety": "menu-safety",
    "search": "title-search",
    "about": "menu-about",
    "follow": "title-follow",
}
# Where the name of the page comes: a sign for private use, which no text of a site holds (Unicode, section 23.5).
NAME = "\ue000"


@dataclass(frozen=True, slots=True)
class MenuLink:
    """An entry of a menu; `current` is the value of aria-current: "page", "true" for its section, or ""."""

    text: Text
    href: str
    current: str


@dataclass(frozen=True, slots=True)
class LanguageLink:
    """The same page in another language, by the name that its readers give it."""

    name: str
    code: str
    href: str


@dataclass(frozen=True)
class HeaderFooter:
    """The header and the footer; `root` leads to the root of the site, `home` to the reader's home page.

    `search` is the one of `menu` in whose place wide screens have a field.
    """

    site: str
    root: str
    home: str
    mark: Mark | None
    menu: tuple[MenuLink, ...]
    more: tuple[MenuLink, ...]
    search: MenuLink | None
    languages: tuple[LanguageLink, ...]
    feed: str
    licence: str
    licence_url: str
    contact: ContactLine | None


def create_header_footer(
    site: LanguageSite, path: str, root: str, menu: Sequence[str], names: Mapping[str, str]
) -> tuple[str, str]:
    """(header, footer) of a page as HTML.

    `path` is the page's address in its language; `root` leads from it to the root of the site; `menu` lists the
    addresses of mkdocs.yml; `names` are the site's languages by code, as their readers call them.
    """
    folder, inside, name = path.partition("/")
    if not inside or path in menu:
        return _render(site, path, root, menu, names)
    # Of the pages of a folder at one depth only their own name differs: made once, not some thousand times.
    key = " ".join(["chrome", root, folder, *menu, *names])
    if key not in site.memory:
        site.memory[key] = _render(site, f"{folder}/{NAME}", root, menu, names)
    header, footer = site.memory[key]
    return header.replace(NAME, name), footer


def theme_words(say: Strings) -> dict[str, str]:
    """The words that the theme's templates ask for, by its keys; every other key has none there."""
    contents = str(escape(say("table-of-contents")))
    return {"language": say.language, "direction": direction(say.language), "toc": contents}


def _render(site: LanguageSite, path: str, root: str, menu: Sequence[str], names: Mapping[str, str]) -> tuple[str, str]:
    home = root + site.folder
    routes = site.routes.by_path
    links = [_link(site, routes[one], path, home) for one in (*menu, *MORE) if one in routes and one != HOME]
    search = _link(site, routes["search"], path, home) if "search" in routes else None
    settings = site.snapshot.campaign.settings
    chrome = HeaderFooter(
        site=site.site_name(),
        root=root,
        home=f"{home}index.html",
        mark=mark_of(site.snapshot.campaign),
        menu=(*links[:BEFORE_SEARCH], *filter(None, [search]), *links[BEFORE_SEARCH:IN_HEADER]),
        more=tuple(links[IN_HEADER:]),
        search=search,
        languages=tuple(
            LanguageLink(name, code, f"{root}{site.folder_of(code)}{path}.html")
            for code, name in names.items()
            if code != site.language
        ),
        feed=f"{home}feed.xml",
        licence=settings.data_licence,
        licence_url=settings.data_licence_url,
        contact=contact_line(site.snapshot.campaign, site.say, home, root),
    )
    values = {"chrome": chrome, "say": site.say, "seal": (seal_paths(CHAIR), seal_paths(BESIDE))}
    return render("header.html", values), render("footer.html", values)


def _link(site: LanguageSite, route: Route, path: str, home: str) -> MenuLink:
    folder = path.partition("/")[0]
    section = route.path == SECTIONS.get(folder, folder) and "/" in path
    current = "page" if route.path == path else "true" if section else ""
    key = SHORT.get(route.path)
    title = Text(site.say(key), site.language) if key else site.title(route)
    return MenuLink(title, f"{home}{route.path}.html", current)
