"""Stubs at old addresses: pages that lead on at once, without a script, and can be followed by hand."""

from collections.abc import Iterator, Mapping

from emptychair.html.environment import render
from emptychair.html.head import POLICY
from emptychair.record.models import Settings
from emptychair.record.redirects import old_file, target_of
from emptychair.views.language_site import LanguageSite
from emptychair.views.look import icon_of


def redirect_paths(settings: Settings) -> list[str]:
    """The paths of `create_redirects`, in their order."""
    return [old_file(address) for address in settings.redirects]


def create_redirects(settings: Settings, sites: Mapping[str, LanguageSite]) -> Iterator[tuple[str, bytes]]:
    """(path below the site's root, bytes) of the stub at each old address, in the language of the page it leads to.

    `sites` are the languages of the site by their codes. The address is relative, so that copies stay among themselves.
    """
    for address, text in settings.redirects.items():
        path, target = old_file(address), target_of(text)
        if target is None:
            raise LookupError(text)
        site = sites[target.language]
        route, root = site.routes.by_path[target.path], "../" * path.count("/")
        values = {
            "say": site.say,
            "policy": POLICY,
            "root": root,
            "icon": icon_of(settings),
            "title": site.title(route),
            "canonical": site.canonical(route),
            "href": f"{root}{site.folder}{route.path}.html" + (f"#{target.anchor}" if target.anchor else ""),
        }
        yield path, render("redirect.html", values).encode()
