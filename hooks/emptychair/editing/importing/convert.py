"""A site of another generator -> the pages that a campaign takes over, their pictures, old addresses, and a report."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from emptychair.editing.importing.bodies import plain_body
from emptychair.editing.importing.generator import Generator
from emptychair.editing.importing.headings import give_ids, level_headings
from emptychair.editing.importing.hexo import HEXO
from emptychair.editing.importing.hugo import HUGO
from emptychair.editing.importing.jekyll import JEKYLL
from emptychair.editing.importing.links import Links
from emptychair.editing.importing.pages import page_texts, path_of
from emptychair.editing.importing.posts import Note, OldSite, Post, text_of
from emptychair.editing.importing.reading import Setting, notes_of, read_posts
from emptychair.editing.importing.twins import Asked, Group, pair

GENERATORS: Mapping[str, Generator] = {"hexo": HEXO, "jekyll": JEKYLL, "hugo": HUGO}


@dataclass
class Import:
    """What becomes of a tree.

    `groups` are the pages of each record, the source page first; `left` says which files become no page, `asked` which
    posts may be one page in two languages, `dropped` what was left out of those that are taken in.
    """

    site: OldSite
    groups: list[Group] = field(default_factory=list)
    left: list[Note] = field(default_factory=list)
    asked: list[Note] = field(default_factory=list)
    dropped: list[Note] = field(default_factory=list)

    def posts(self) -> Iterator[Post]:
        """Every post that is taken in."""
        for group in self.groups:
            yield from group

    def texts(self, today: date) -> dict[str, str]:
        """`<language>/<path>.md` -> its text, of every page."""
        publisher = text_of(self.site.settings, "title")
        every = (page_texts(group, self.site, publisher, today) for group in self.groups)
        return {file: text for texts in every for file, text in texts.items()}

    def redirects(self) -> dict[str, Post]:
        """The path at which a page stood, below the old site -> the post that is there; the first one keeps it."""
        found: dict[str, Post] = {}
        for post in self.posts():
            for url in filter(None, post.urls):
                found.setdefault(url.removeprefix(self.site.base), post)
        return dict(sorted(found.items()))


def convert(generator: Generator, site: OldSite, setting: Setting, asked: Asked, take: Callable[[str], str]) -> Import:
    """A tree of this generator -> what becomes of it. `asked` and `take`: see twins.Asked and Links."""
    done = Import(site)
    posts: list[Post] = []
    for one in read_posts(generator, site, setting):
        if isinstance(one, Note):
            done.left.append(one)
        else:
            posts.append(one)
    groups, open_pairs = pair(posts, setting.languages, asked)
    done.asked = [Note(one.file, 1, "maybe-twins", {"found": other.file}) for one, other in open_pairs]
    _place(groups, setting, done)
    done.dropped += _second_at_an_address(done)
    _convert_bodies(generator, done, Links(site, take))
    done.left.sort(key=lambda note: (note.file, note.line))
    done.dropped.sort(key=lambda note: (note.file, note.line))
    return done


def _place(groups: Sequence[Group], setting: Setting, done: Import) -> None:
    """Give each record its path; where a page of the campaign stands already, it is left."""
    taken: set[str] = set()
    for group in groups:
        path = path_of(group, taken)
        taken.add(path)
        for post in group:
            post.path = path
        if path in setting.index.entries:
            standing = next(iter(setting.index.entries[path].values())).document.path
            done.left += [Note(post.file, 1, "exists", {"found": standing}) for post in group]
        else:
            done.groups.append(group)


def _second_at_an_address(done: Import) -> Iterator[Note]:
    """The posts whose old address is that of another: only one page can be there."""
    first: dict[str, Post] = {}
    for post in done.posts():
        for url in filter(None, post.urls):
            if first.setdefault(url, post) is not post:
                yield Note(post.file, 1, "address-twice", {"found": url, "other": first[url].file})


def _convert_bodies(generator: Generator, done: Import, links: Links) -> None:
    """Tags and HTML first, then the ids of all headings, then the links, which lead to them."""
    for post in done.posts():
        done.dropped += notes_of(post)
        post.body, notes = plain_body(post, generator.tags)
        post.body = level_headings(post.body, post.title)
        done.dropped += notes
    for group in done.groups:
        give_ids(group)
        for post in group:
            links.add(post)
    for post in done.posts():
        done.dropped += links.convert(post)
