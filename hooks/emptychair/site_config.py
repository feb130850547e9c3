"""What a host's configuration says of a site, and why the site of a campaign cannot be built by it."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from itertools import product
from typing import NamedTuple
from urllib.parse import urlsplit

from emptychair.record.campaign import Campaign
from emptychair.text.strings import Strings
from emptychair.text.traditional import TRADITIONAL, has_library

SAY = Strings("en", "commands")


class SiteLanguage(NamedTuple):
    """A language of a site: its code, its name as its readers call it; `root`: are its pages put at the site's root?"""

    code: str
    name: str
    root: bool = False


@dataclass(frozen=True)
class SiteConfig:
    """What the host's configuration says of a site.

    `url` is its public URL; `languages` are its languages in the order in which they are built; `menu` is the entries
    of its menu, each the path of a page; `file_names` says whether a page has the address of its file
    (cases/dana.html); `hides` tell of a page's source below the content (en/cases/dana.md) whether it is left out.
    """

    url: str
    languages: Sequence[SiteLanguage]
    menu: Sequence[str]
    file_names: bool
    hides: Sequence[Callable[[str], bool]]

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes of the languages, the first one first."""
        return tuple(one.code for one in self.languages)

    @property
    def names(self) -> dict[str, str]:
        """The languages as their readers call them, by code."""
        return {one.code: one.name for one in self.languages}

    def refusal(self, campaign: Campaign, paths: Collection[str]) -> str:
        """Why a campaign with pages at these paths cannot be built, and what to do, in a line; or "".

        A menu may name pages that are switched off: it is inherited, and they are left out of it.

        Addresses are the core's: where a host has others, every link would lead nowhere and no page would say so.
        """
        first = self.codes[0]
        if (roots := [one.code for one in self.languages if one.root]) != [first]:
            return SAY("other-root", found=", ".join(roots), wanted=first)
        if TRADITIONAL in self.codes and not has_library():
            return SAY("no-opencc")
        if not self.file_names:
            return SAY("directory-urls")
        if not self.url:
            return SAY("no-site-url")
        if campaign.settings.cname and urlsplit(self.url).path.strip("/"):
            return SAY("cname-in-folder", found=self.url)
        if unknown := [entry for entry in self.menu if entry not in paths and campaign.settings.has(entry)]:
            return SAY("unknown-entry", found=unknown[0])
        sources = (f"{language}/{path}.md" for language, path in product(self.codes, paths))
        if hidden := [source for source in sources if any(hides(source) for hides in self.hides)]:
            return SAY("hidden-pages", count=len(hidden), found=hidden[0])
        return ""
