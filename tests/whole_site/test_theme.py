"""The theme is Material as it was published, changed in overrides/ only, and asks no other host for anything."""

import base64
import hashlib
import re
from collections.abc import Iterator
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import urlsplit

from emptychair.html.theme_css import compact
from whole_site import builder
from whole_site.site_reader import Site
from whole_site.sites import Edited

THEME = "mkdocs-material"
ASSETS = Path("material/templates/assets")
# HeaderFooter only; what is text and not .html here is published.
OVERRIDES = re.compile(
    r"(main|404)\.html|sitemap\.xml|_headers|partials/[a-z/-]+\.html|assets/([a-z0-9/.-]+|hosting/Caddyfile)"
)
CSS_LOADS = re.compile(r"""url\(\s*['"]?([^'")]*)|@import\s+['"]([^'"]+)""")
COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)


def theme_files() -> dict[Path, Path]:
    """Every file of the installed theme: path in its package -> path on disk."""
    files = distribution(THEME).files
    assert files
    return {Path(str(file)): Path(str(file.locate())) for file in files}


def test_the_installed_theme_is_as_it_was_published() -> None:
    """No template, style or script of Material was changed in place: each has the hash that its wheel names."""
    files = distribution(THEME).files
    assert files
    checked = 0
    for file in files:
        if file.hash and "templates/.icons" not in str(file):
            digest = hashlib.new(file.hash.mode, Path(str(file.locate())).read_bytes()).digest()
            assert base64.urlsafe_b64encode(digest).rstrip(b"=").decode() == file.hash.value, file
            checked += 1
    assert checked > 100


def test_overrides_hold_chrome_only() -> None:
    """Nothing lies in overrides/ but templates that replace the theme's, and assets."""
    folder = builder.ROOT / "overrides"
    found = [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]
    assert found
    assert [path for path in found if not OVERRIDES.fullmatch(path)] == []


def test_every_asset_is_ours_but_the_theme_s_stylesheet(each: Edited) -> None:
    """Below assets/ lie the files of overrides/ and content/, as they are or compact, and one of Material."""
    ours = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for folder in (builder.ROOT / "overrides", each.content)
        for path in (folder / "assets").rglob("*")
        if path.is_file()
    }
    found = {path: data for path, data in each.site.files.items() if path.startswith("assets/")}
    theirs = {path for path in found if path not in ours}
    assert [re.sub(r"\.[0-9a-f]{8}\.", ".", path) for path in theirs] == ["assets/stylesheets/main.min.css"]
    assert len(found) > 4
    for path in found.keys() - theirs:
        wanted = compact(ours[path].decode()).encode() if path == "assets/site.css" else ours[path]
        assert found[path] == wanted, path


def selectors(css: str) -> Iterator[str]:
    """The selector of each rule that sets more than variables, also of those inside another rule; no library."""
    for prelude, content in re.findall(r"([^{}]+)\{([^{}]*)\}", css):
        if not content.startswith("--"):
            for selector in re.split(r",(?![^(]*\))", prelude.rpartition(";")[2]):
                yield re.sub(r"\s+", " ", selector).strip()


def test_no_rule_is_missing_for_what_pages_have(each: Edited) -> None:
    """Each rule of Material's stylesheet whose classes all stand on a page is in the stylesheet that is published."""
    (name,) = [path for path in each.site.files if path.startswith("assets/stylesheets/")]
    (full,) = [disk for path, disk in theme_files().items() if path == ASSETS / name.removeprefix("assets/")]
    kept = set(selectors(each.site.text(name).removeprefix("@layer theme{")))
    pages = "".join(each.site.text(path) for path in each.site.every_page)
    known = {one for found in set(re.findall(r'class="([^"]*)"', pages)) for one in found.split()}
    wanted = {
        selector
        for selector in selectors(full.read_text(encoding="utf-8"))
        if set(re.findall(r"\.([a-zA-Z][\w-]*)", selector)) <= known
    }
    assert len(wanted) > 50
    assert sorted(wanted - kept) == []


def test_no_page_loads_anything_from_another_host(each: Edited) -> None:
    """Scripts, styles, pictures and icons are relative addresses of files of the site, or data."""
    for path, page in each.site.every_page.items():
        assert page.loads
        for href in page.loads:
            parts = urlsplit(href)
            assert parts.scheme in ("", "data"), (path, href)
            assert not parts.netloc, (path, href)


def test_no_page_has_an_element_that_loads_or_sends(each: Edited) -> None:
    """No frame, plugin or form, no base, no refresh but at old addresses, and no style that could hide an address."""
    forbidden = re.compile(
        r"<(?:iframe|object|embed|applet|base|audio|video|form|style)\b"
        r"|http-equiv=[\"']?refresh|<[^>]+\s(?:style|ping|background)=",
        re.IGNORECASE,
    )
    for path in each.site.every_page:
        found = {match[0] for match in forbidden.finditer(each.site.text(path))}
        assert found == ({'http-equiv="refresh'} if path in each.site.stubs else set()), path


def css_loads(site: Site) -> list[tuple[str, str]]:
    styles = {path: COMMENT.sub("", site.text(path)) for path in site.files if path.endswith(".css")}
    return [
        (path, (match[1] or match[2] or "").strip())
        for path, text in styles.items()
        for match in CSS_LOADS.finditer(text)
    ]


def test_no_style_loads_anything_from_another_host(each: Edited) -> None:
    """The addresses in style sheets are data or files of the site."""
    for path, href in css_loads(each.site):
        assert href.startswith(("data:", "#")) or not each.site.problem(path, href), (path, href)


def test_no_page_names_a_font_or_content_network(each: Edited) -> None:
    """No preconnect and no known host of fonts, scripts or counts is named anywhere in a page."""
    hosts = ("googleapis", "gstatic", "unpkg.com", "jsdelivr", "cdnjs", "api.github.com", "google-analytics")
    for path in each.site.every_page:
        text = each.site.text(path)
        assert [host for host in hosts if host in text] == [], path
