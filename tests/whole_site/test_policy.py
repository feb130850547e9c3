"""One content policy on every page, and nothing on any page that would need another."""

from collections import Counter
from functools import cache
from html.parser import HTMLParser

from whole_site.site_reader import Site
from whole_site.sites import Edited

# W3C Content Security Policy Level 3, as one <meta> of every page.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
# The search engine is WebAssembly: the page that runs it may compile it, no other.
SEARCH_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")
SEARCH = {"search.html", "zh/search.html"}


class Page(HTMLParser):
    """What a policy is about: the policy itself, what stands before it, and everything inline."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.policies: list[str] = []
        self.referrers: list[str] = []
        self.inline: list[str] = []
        self.early: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note policies, and what would be stopped by one or came before it."""
        found = dict(attrs)
        if (found.get("http-equiv") or "").lower() == "content-security-policy":
            self.policies.append(found.get("content") or "")
        if found.get("name") == "referrer":
            self.referrers.append(found.get("content") or "")
        if tag in ("script", "link", "img") and not self.policies:
            self.early.append(tag)
        # A block of data is no script, and no policy stops it.
        if tag == "style" or (tag == "script" and "src" not in found and found.get("type") != "application/ld+json"):
            self.inline.append(f"<{tag}>")
        self.inline += [f"<{tag} {name}>" for name in found if name == "style" or name.startswith("on")]
        values = [(value or "").strip().lower() for value in found.values()]
        self.inline += [value for value in values if value.startswith("javascript:")]

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """The same of `<path/>`."""
        self.handle_starttag(tag, attrs)


def pages(each: Edited) -> dict[str, Page]:
    return read_pages(each.site)


@cache
def read_pages(site: Site) -> dict[str, Page]:
    found = {path: Page(site.text(path)) for path in site.files if path.endswith(".html")}
    assert len(found) > 100
    return found


def test_every_page_has_the_one_policy(each: Edited) -> None:
    """One policy on a page, the same on all; that of the search page may also compile WebAssembly."""
    for path, page in pages(each).items():
        assert page.policies == [SEARCH_POLICY if path in SEARCH else POLICY], path


def test_nothing_is_asked_for_before_the_policy(each: Edited) -> None:
    """A policy does not hold for what stands above it."""
    assert {path: page.early for path, page in pages(each).items() if page.early} == {}


def test_nothing_is_inline(each: Edited) -> None:
    """No script or style in a page, no attribute of an event, no style attribute, no address that is a script."""
    assert {path: Counter(page.inline) for path, page in pages(each).items() if page.inline} == {}


def test_every_page_keeps_quiet_about_itself(each: Edited) -> None:
    """Each page asks the browser to tell no site where a reader came from."""
    assert {path: page.referrers for path, page in pages(each).items() if page.referrers != ["no-referrer"]} == {}
