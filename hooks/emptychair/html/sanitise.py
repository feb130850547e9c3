"""HTML that came from an editor's Markdown -> HTML that is safe to publish. The list allows; nothing is forbidden."""

import re
from collections.abc import Callable
from functools import cache
from urllib.parse import urljoin

import nh3

from emptychair.record.field_types import mail_url, safe_link
from emptychair.record.reserved_urls import is_reserved
from emptychair.text.html_elements import ATTRIBUTES, CLASSES, TAGS, direction_attribute

IDS = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*|fn(?:ref\d*)?:[\w-]+")
# Browsers drop control signs and blanks at the beginning: what is behind them might be //host.
RELATIVE = re.compile(r"[^\x00-\x20:/?#\\][^\x00-\x1f:\\]*|#[^\x00-\x1f\\]*")
# A tag that says its language, as the cleaner writes it.
RUN = re.compile(r"""<[a-z][a-z0-9]*(?: [a-z]+="[^"]*")*? lang="([^"]*)"(?: [a-z]+="[^"]*")*>""")
# (tag, attribute, value) -> the value to keep, or None.
Filter = Callable[[str, str, str], str | None]


def _allowed(_tag: str, name: str, value: str) -> str | None:
    if name == "class":
        return " ".join(one for one in value.split() if CLASSES.fullmatch(one)) or None
    if name == "id":
        return value if IDS.fullmatch(value) and not is_reserved(value) else None
    if name == "src":
        return value if RELATIVE.fullmatch(value) else None
    if name == "href":
        return value if RELATIVE.fullmatch(value) or safe_link(value) else None
    return value


def _allowed_with(mail: str) -> Filter:
    """What is allowed where a text may also lead to one e-mail address."""
    own = mail_url(mail)
    return lambda tag, name, value: value if mail and name == "href" and value == own else _allowed(tag, name, value)


def _cleaner(keep: Filter, mail: str) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=keep,
        url_schemes={"https", "http", *(["mailto"] if mail else [])},
        link_rel="noopener noreferrer",
        strip_comments=True,
    )


@cache
def _cleaner_of(mail: str) -> nh3.Cleaner:
    return _cleaner(_allowed_with(mail), mail)


def sanitise(html: str, mail: str = "") -> str:
    """Rendered Markdown -> the same without anything that runs, loads, or imitates the site's own parts.

    `mail` is the one e-mail address to which the text may lead, that of those who speak on the site.
    """
    return _cleaner_of(mail).clean(html) if html else ""


def directed(html: str, language: str) -> str:
    """Safe HTML of a page in a language -> the same, each run of a language that is written the other way with its dir.

    An editor who marks a name as Uyghur need not say that it is written from right to left.
    """

    def with_direction(run: re.Match[str]) -> str:
        return run[0] if ' dir="' in run[0] else f"{run[0][:-1]}{direction_attribute(run[1], language)}>"

    return RUN.sub(with_direction, html) if ' lang="' in html else html


def absolute(html: str, base: str, mail: str = "") -> str:
    """Safe HTML with its relative addresses made absolute, seen from `base`: for feeds. `mail`: see sanitise."""
    allowed = _allowed_with(mail)

    def keep(tag: str, name: str, value: str) -> str | None:
        kept = allowed(tag, name, value)
        return urljoin(base, kept) if kept and name in ("href", "src") else kept

    # Most texts have no link, and a cleaner is dear to make.
    return _cleaner(keep, mail).clean(html) if "href=" in html or "src=" in html else html
