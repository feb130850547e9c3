"""What the head of a page says: policy, title, canonical address, alternates in other languages, feeds; the sitemap."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from emptychair.as_of.routes import Route, Routes
from emptychair.as_of.snapshot import Snapshot
from emptychair.html.environment import render
from emptychair.record.campaign import Campaign, Record
from emptychair.text.traditional import SIMPLIFIED, TRADITIONAL
from emptychair.views.language_site import LIST_KINDS, LanguageSite
from emptychair.views.look import icon_of, stylesheet_of
from emptychair.views.urls import page_url

# Content Security Policy Level 3: nothing but files of the site itself, no inline script or style, no form. One and the
# same on every page, so that a page from which it is missing, or that has another, shows.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "worker-src 'self'; base-uri 'none'; form-action 'none'"
)
# The search engine is compiled to WebAssembly; its page alone may run that.
SEARCH_POLICY = POLICY.replace("script-src 'self'", "script-src 'self' 'wasm-unsafe-eval'")


@dataclass(frozen=True)
class Alternate:
    """The same page in a language: `href` is absolute, `hreflang` a language or x-default."""

    hreflang: str
    href: str


@dataclass(frozen=True)
class FeedLink:
    """A feed that a reader can find from the page; `href` is relative to the page."""

    type: str
    title: str
    href: str


@dataclass(frozen=True)
class Head:
    """The head of a page; `root` leads to the root of the site.

    A fallback page points to its original and is not for search engines.
    """

    policy: str
    root: str
    title: str
    description: str
    canonical: str
    alternates: tuple[Alternate, ...]
    feeds: tuple[FeedLink, ...]
    noindex: bool


@dataclass(frozen=True)
class SitemapRow:
    """One page of the sitemap, with its alternates and the day on which an editor last changed it."""

    loc: str
    lastmod: str
    alternates: tuple[Alternate, ...]


def head_of(site: LanguageSite, route: Route) -> Head:
    """The head of a page in one language."""
    snapshot = site.snapshot
    fallback = site.is_fallback(route)
    record = site.record(route)
    kept_out = route.kind == "letter" or (record is not None and not snapshot.is_out(record))
    return Head(
        policy=SEARCH_POLICY if route.kind == "search" else POLICY,
        root=site.context(route).root,
        title=site.title(route).value,
        description=site.description(route).value,
        canonical=site.canonical(route),
        alternates=() if fallback else alternates(snapshot, record, route, site.site_url),
        feeds=tuple(_feeds(site, route)),
        noindex=snapshot.campaign.settings.sample or fallback or kept_out,
    )


def create_head(site: LanguageSite, route: Route) -> str:
    """The head of a page as HTML."""
    return _render(site, head_of(site, route))


def create_error_head(site: LanguageSite, root: str) -> str:
    """The head of the error page, which has no address of its own and is not for search engines."""
    return _render(site, Head(POLICY, root, site.say("not-found-title"), "", "", (), (), True))


def _render(site: LanguageSite, head: Head) -> str:
    settings = site.snapshot.campaign.settings
    # One colour for what surrounds a page in both schemes: that of the light one is dark, and so is a browser's frame.
    colour = settings.look.accents[0] if settings.look.accents else ""
    look = {"icon": icon_of(settings), "stylesheet": stylesheet_of(settings), "colour": colour}
    return render("head.html", {"head": head, "site": site.site_name(), "look": look})


def alternates(snapshot: Snapshot, record: Record[Any] | None, route: Route, site_url: str) -> tuple[Alternate, ...]:
    """The languages in which a page exists, itself included, and x-default; none where there is only one."""
    languages, campaign = languages_of_page(snapshot, record, route), snapshot.campaign
    if len(languages) < 2:
        return ()
    found = [Alternate(_tag(campaign, one), page_url(site_url, campaign, one, route.path)) for one in languages]
    return (*found, Alternate("x-default", found[0].href))


def languages_of_page(snapshot: Snapshot, record: Record[Any] | None, route: Route) -> list[str]:
    """The languages in which a page exists, by code; a list exists in each."""
    made = record is None or route.kind in LIST_KINDS
    return [one for one in snapshot.campaign.languages if made or (record and one in record.pages)]


def _tag(campaign: Campaign, language: str) -> str:
    """A language as search engines know it (BCP 47): beside the traditional pages the simplified ones are zh-Hans."""
    return "zh-Hans" if language == SIMPLIFIED and TRADITIONAL in campaign.languages else language


def _feeds(site: LanguageSite, route: Route) -> Iterator[FeedLink]:
    context, say, name = site.context(route), site.say, site.site_name()
    rss, json = "application/rss+xml", "application/feed+json"
    yield FeedLink(rss, say("feed-title", site=name), f"{context.up}feed.xml")
    yield FeedLink(rss, say("feed-title-actions", site=name), f"{context.up}actions.xml")
    yield FeedLink(json, say("feed-title", site=name), f"{context.up}feed.json")
    record = site.record(route)
    if record and record.kind == "case" and site.snapshot.cases[record.slug].listed:
        title = say("feed-title-case", site=name, name=site.title(route))
        yield FeedLink(rss, title, f"{context.up}{record.path}.xml")


def sitemap(snapshot: Snapshot, routes: Routes, site_url: str) -> Iterator[SitemapRow]:
    """Every page in every language in which it is, converted ones too; no fallback page, and no page of a letter.

    Whoever searches for a letter is to find its action, which says until when it may be sent.
    """
    newest = max(
        (page.updated for record in snapshot.records_out for page in record.pages.values()), default=snapshot.today
    )
    for route in routes.by_path.values():
        record = snapshot.campaign.record_at(route.path)
        if route.kind == "letter" or (record is not None and not snapshot.is_out(record)):
            continue
        links = alternates(snapshot, record, route, site_url)
        for language in languages_of_page(snapshot, record, route):
            changed = newest if record is None or route.kind in LIST_KINDS else last_changed(record, language)
            url = page_url(site_url, snapshot.campaign, language, route.path)
            yield SitemapRow(url, min(changed, snapshot.today).isoformat(), links)


def last_changed(record: Record[Any], language: str) -> date:
    """The day on which an editor last changed the page, or its facts. A list changes with any page."""
    return max(record.pages[language].updated, record.source_page.updated)
