"""What a host's configuration says of a site, and why the site of a campaign cannot be built by it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from emptychair.text.strings import Strings

SAY = Strings("en", "commands")


@dataclass(frozen=True)
class SiteConfig:
    """What the host's configuration says of a site.

    `url` is its public URL; `languages` are its languages in the order in which they are built, by code, as their
    readers call them; `menu` is the entries of its menu, each the path of a page; `root` is the language whose pages
    the host puts at the root of the site; `file_names` says whether a page has the address of its file
    (cases/dana.html); `hides` tell of a page's source below the content (en/cases/dana.md) whether it is left out.
    """

    url: str
    languages: Mapping[str, str]
    menu: Sequence[str]
    root: str
    file_names: bool
    hides: Sequence[Callable[[str], bool]]

    def refusal(self, languages: tuple[str, ...], paths: Collection[str], off: Collection[str] = ()) -> str:
        """Why a campaign with these languages and pages cannot be built, and what to do, in a line; or "".

        A menu may name pages that are switched `off`: it is inherited, and they are left out of it.

        Addresses are the core's: where a host has others, every link would lead nowhere and no page would say so.
        """
        if (built := tuple(self.languages)) != languages:
            return SAY("other-languages", built=built, found=languages)
        if self.root != languages[0]:
            return SAY("other-root", found=self.root, wanted=languages[0])
        if not self.file_names:
            return SAY("directory-urls")
        if not self.url:
            return SAY("no-site-url")
        if unknown := [entry for entry in self.menu if entry not in paths and entry not in off]:
            return SAY("unknown-entry", found=unknown[0])
        sources = (f"{language}/{path}.md" for language, path in product(languages, paths))
        if hidden := [source for source in sources if any(hides(source) for hides in self.hides)]:
            return SAY("hidden-pages", count=len(hidden), found=hidden[0])
        return ""
