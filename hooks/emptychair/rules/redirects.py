"""Rules about redirects: each leads from an address that no page has to a page that is there."""

import re
from collections.abc import Iterator
from functools import partial

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.redirects import old_file, target_of
from emptychair.record.reserved_urls import GENERATED, RESERVED_PAGES, is_reserved
from emptychair.rules.index import Index
from emptychair.text.problems import Problem

AT = "redirects"


def old_addresses_are_free(index: Index) -> Iterator[Problem]:
    """An old address is one below the site's root, that of no page, and stands there once.

    Large and small letters are the same: a copy on a disk that takes them for that would lose the page.
    """
    seen: dict[str, str] = {}
    pages = {f"{path}.html".lower() for path in _site_paths(index)}
    for address in _redirects(index):
        problem = partial(index.settings.problem, (AT, address), found=address)
        try:
            file = old_file(address).lower()
        except ValueError:
            yield problem(code="bad-old-address")
            continue
        if file in pages or _is_made(index, file):
            yield problem(code="old-address-of-page")
        elif file in seen:
            yield problem(code="equal-old-addresses", other=seen[file])
        seen.setdefault(file, address)


def _redirects(index: Index) -> dict[str, str]:
    found = index.settings.meta.get(AT)
    return {old: new for old, new in found.items() if isinstance(new, str)} if isinstance(found, dict) else {}


def _site_paths(index: Index) -> Iterator[str]:
    """The paths of all pages below the site's root; a page exists in every language."""
    for number, language in enumerate(index.languages):
        folder = f"{language}/" if number else ""
        for path in (*index.entries, *(name for name in GENERATED if name not in index.off)):
            yield folder + path


def _is_made(index: Index, file: str) -> bool:
    """Does a file belong to the lists of a term, the further pages of a list, or the error page?"""
    first, _, rest = file.partition("/")
    path = (rest if first in index.languages else file).rpartition(".")[0]
    return path.startswith("cases/by/") or bool(re.fullmatch(RESERVED_PAGES, path))


def targets_are_pages(index: Index) -> Iterator[Problem]:
    """A redirect leads to a page of the site, and to an id that is there; never to another host or old address."""
    old = {file for address in _redirects(index) if (file := _file_or_nothing(address))}
    for address, text in _redirects(index).items():
        at: Path = (AT, address)
        target = target_of(text)
        known = target and target.language in index.languages and index.is_page(target.path)
        if re.match(r"/?/|[A-Za-z][A-Za-z0-9+.-]*:", text):
            yield index.settings.problem(at, "redirect-outside", found=text)
        elif not target and _file_or_nothing(text) in old:
            yield index.settings.problem(at, "redirect-loop", found=text)
        elif not target or not known:
            yield index.settings.problem(at, "redirect-to-no-page", found=text)
        elif target.anchor and not _has_id(index, target.path, target.anchor):
            yield index.settings.problem(at, "unknown-anchor", found=text, anchor=target.anchor)


def _file_or_nothing(address: str) -> str:
    try:
        return old_file(address)
    except ValueError:
        return ""


def _has_id(index: Index, path: str, anchor: str) -> bool:
    """Has the page, in any language, this id? What cannot be read may have any; sections of the generator count."""
    pages = index.entries.get(path, {}).values()
    return is_reserved(anchor) or any(one.role == "refused" or anchor in one.outline.ids for one in pages)


RULES = (old_addresses_are_free, targets_are_pages)
