"""Rules about the settings of a site: what content/campaign.yml names is there."""

from collections.abc import Iterator

from emptychair.record.field_types import KEY_FILE, PAGE_FILE, SLUG
from emptychair.rules import look, redirects
from emptychair.rules.cards import settable_names
from emptychair.rules.index import Index
from emptychair.text.problems import Problem
from emptychair.text.slips import nearest


def check_settings(index: Index) -> Iterator[Problem]:
    """Every problem of what the settings name, beside those of single values."""
    for rule in RULES:
        yield from rule(index)


def names_can_be_set(index: Index) -> Iterator[Problem]:
    """The names of the site can be set on its share cards."""
    names = index.settings.meta.get("names")
    if isinstance(names, dict):
        yield from settable_names(index.settings, ("names",), names, index)


def known_report_to(index: Index) -> Iterator[Problem]:
    """Where supporters say that they wrote is a recipient."""
    found = index.settings.text_at(("report_to",))
    if SLUG.fullmatch(found) and found not in index.recipients.meta and index.recipients_known:
        values = {"found": found, "nearest": nearest(found, index.recipients.meta)}
        yield index.settings.problem(("report_to",), "unknown-recipient", **values)


def known_contact(index: Index) -> Iterator[Problem]:
    """The key of those who speak lies in content/assets/, and no other does; the page to reach them is there."""
    settings, at = index.settings, ("contact", "pgp")
    key, page = settings.text_at(at), settings.text_at(("contact", "page"))
    if KEY_FILE.fullmatch(key) and key not in index.keys:
        yield settings.problem(at, "unknown-key-file", found=key)
    for name in sorted(index.keys - {key}) if settings.meta else ():
        yield Problem(f"{settings.path.rpartition('/')[0]}/assets/{name}", 1, "", "key-unused", {"found": name})
    if PAGE_FILE.fullmatch(page) and not index.is_page(page.removesuffix(".md")):
        yield settings.problem(("contact", "page"), "unknown-contact-page", found=page)


def nothing_of_pages_off(index: Index) -> Iterator[Problem]:
    """A generated page that is switched off has no introduction, and no page in its folder."""
    for path, pages in index.entries.items():
        if name := index.switches_off(path):
            for entry in pages.values():
                yield Problem(entry.document.path, 1, "", "page-off", {"page": name})


RULES = (names_can_be_set, known_report_to, known_contact, nothing_of_pages_off, *look.RULES, *redirects.RULES)
