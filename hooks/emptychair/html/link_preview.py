"""What a page says to machines that show a preview of it: Open Graph, Twitter's card, JSON-LD of schema.org.

Nothing here says more than the page: of a person the names, never a birth date, a gender or a place. A page that has
nothing to tell on the day (a paused case, a draft) has no preview.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.routes import Route
from emptychair.html.environment import render
from emptychair.html.head import languages_of_page, last_changed
from emptychair.images.card import HEIGHT, WIDTH
from emptychair.record.campaign import Record
from emptychair.record.models import Case
from emptychair.text.strings import catalogue
from emptychair.views.context import Context, name_of, other_names
from emptychair.views.language_site import LIST_KINDS, LanguageSite
from emptychair.views.share_cards import card_path, card_text, has_card

# Inside <script>: what could end the element or begin a comment (HTML, 4.12.1.3).
UNSAFE = re.compile("[<>&\u2028\u2029]")
TYPES = {"update": "NewsArticle", "report": "Report", "index": "WebSite", "page": "WebPage"}
KEPT = frozenset({"case", "action", "update", "report"})


@dataclass(frozen=True)
class Preview:
    """`tags` are (property, content) of Open Graph, `card` the kind of Twitter's card, `data` is JSON for <script>."""

    tags: tuple[tuple[str, str], ...]
    card: str
    data: Markup


def create_preview(site: LanguageSite, route: Route) -> str:
    """The part of a page's head for previews, as HTML; "" for a page that has nothing to tell."""
    record = site.record(route)
    if record is not None and not site.snapshot.is_out(record):
        return ""
    return render("preview.html", {"preview": preview_of(site, route)})


def preview_of(site: LanguageSite, route: Route) -> Preview:
    """The preview of a page in one language."""
    tags = dict(_tags(site, route))
    card = "summary_large_image" if "og:image" in tags else "summary"
    locales = tuple(("og:locale:alternate", one) for one in _other_locales(site, route))
    return Preview((*tags.items(), *locales), card, _as_json(_data(site, route)))


def _tags(site: LanguageSite, route: Route) -> Iterator[tuple[str, str]]:
    """The properties of Open Graph (ogp.me), and when an article was changed."""
    record, context = site.record(route), site.context(route)
    article = record is not None and record.kind in KEPT
    yield "og:type", "article" if article else "website"
    yield "og:site_name", site.site_name()
    yield "og:title", site.title(route).value
    if description := site.description(route).value:
        yield "og:description", description
    yield "og:url", site.canonical(route)
    yield "og:locale", _locale(site.language)
    if record is not None and article:
        yield "article:modified_time", _changed(site, record)
    # Whatever has no card of its own has that of the site, but for a case: there it would be taken for a portrait.
    own = record if record is not None and record.kind in ("case", "action") else None
    if has_card(context, own):
        yield from _image(context, own, site.root_url)


def _image(context: Context, record: Record[Any] | None, root: str) -> Iterator[tuple[str, str]]:
    yield "og:image", root + card_path(record)
    yield "og:image:type", "image/png"
    yield "og:image:width", str(WIDTH)
    yield "og:image:height", str(HEIGHT)
    yield "og:image:alt", card_text(context, record).words


def _locale(language: str) -> str:
    return catalogue("languages")[language]["locale"]


def _other_locales(site: LanguageSite, route: Route) -> Iterator[str]:
    for one in () if site.is_fallback(route) else languages_of_page(site.snapshot, site.record(route), route):
        if one != site.language:
            yield _locale(one)


def _changed(site: LanguageSite, record: Record[Any]) -> str:
    """The day on which an editor last changed the page; never after the day of the build."""
    language = record.page(site.language).language
    return min(last_changed(record, language), site.snapshot.today).isoformat()


def _data(site: LanguageSite, route: Route) -> dict[str, object]:
    """The page as schema.org describes it. An editor's words are in the language of the page that holds them."""
    record, context = site.record(route), site.context(route)
    url = site.canonical(route)
    listed = route.kind in LIST_KINDS
    data: dict[str, object] = {
        "@context": "https://schema.org",
        "@type": TYPES.get(route.kind, "CollectionPage" if listed else "WebPage"),
        "@id": url,
        "url": url,
        "name": site.title(route).value,
        "inLanguage": site.language if listed or record is None else record.page(site.language).language,
    }
    if description := site.description(route).value:
        data["description"] = description
    if route.kind != "index":
        data["isPartOf"] = {"@type": "WebSite", "name": site.site_name(), "url": site.url("index")}
    if record is not None and not listed:
        data |= _of_record(site, context, record)
    return data


def _of_record(site: LanguageSite, context: Context, record: Record[Any]) -> Mapping[str, object]:
    """When it was changed; and of whom a case or an action tells, or when news was published."""
    data: dict[str, object] = {"dateModified": _changed(site, record)}
    cases = site.snapshot.cases
    if record.kind == "case":
        data["about"] = _person(record, context.language)
    elif record.kind == "action":
        action: ActionAsOf = site.snapshot.actions[record.slug]
        told = [cases[slug].record for slug in action.facts.cases if slug in cases and cases[slug].listed]
        data["about"] = [_person(one, context.language) for one in told]
        if action.facts.until != "ongoing":
            data["expires"] = action.facts.deadline.isoformat()
    elif record.kind == "update":
        data |= {"headline": record.title(context.language).value, "datePublished": record.slug[:10]}
    return data


def _person(record: Record[Case], language: str) -> Mapping[str, object]:
    """A person by name, in every script that the record has; a group is no person."""
    others = [name.value for name in other_names(record, language)]
    kind = "Person" if record.facts.kind == "person" else "Thing"
    return {"@type": kind, "name": name_of(record, language).value} | ({"alternateName": others} if others else {})


def _as_json(data: Mapping[str, object]) -> Markup:
    written = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    # As JSON can write it too.
    safe = UNSAFE.sub(lambda found: f"\\u{ord(found[0]):04x}", written)
    return Markup(safe)  # noqa: S704 - no sign is left that HTML takes for its own
