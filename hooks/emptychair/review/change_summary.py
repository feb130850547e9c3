"""Two snapshots of the record -> what readers would see otherwise, as Markdown, in the words of the site."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from emptychair.as_of.snapshot import Snapshot
from emptychair.review.page_text import Line, PageText, page_texts
from emptychair.review.reasons import new_reasons
from emptychair.text.hidden_characters import printable
from emptychair.text.strings import Strings
from emptychair.text.traditional import nearest_script
from emptychair.views.formatting import day_in_words

# The order of a reviewer's care: an address that was changed is how letters are stolen.
SECTIONS = ("recipient", "setting", "case", "action", "update", "report", "page")
# A job summary holds a megabyte (GitHub Actions, "Adding a job summary"): two languages, and something to spare.
ROOM = 400_000
MARKUP = re.compile(r"([\\`*_\[\]<>&|~#$])")


@dataclass(frozen=True)
class Change:
    """One page or entry before and after; None where it was not, or is not any more."""

    before: PageText | None
    after: PageText | None

    @property
    def page(self) -> PageText:
        """What it is: as it would be, else as it was. Raises ValueError for a change of nothing."""
        found = self.after or self.before
        if found is None:
            raise ValueError(self)
        return found

    @property
    def less(self) -> bool:
        """Would less of it be shown than before?"""
        return bool(self.before and self.after and self.after.shown < self.before.shown)


def create_summary(before: Snapshot, after: Snapshot, languages: Iterable[str]) -> str:
    """Two snapshots -> the summary of what readers would see otherwise, as Markdown, in each language.

    Of what is withdrawn nothing is repeated. In a language whose pages are converted from another one, only the pages
    are told of that somebody wrote in it: the other language has the rest.
    """
    every = list(languages)
    blocks = (_summary(before, after, language, nearest_script(language) in every) for language in every)
    return "\n".join(filter(None, blocks))


def changes_of(before: Mapping[str, PageText], after: Mapping[str, PageText]) -> list[Change]:
    """Page texts before and after -> their differences, section by section, in the order of locations."""
    locations = sorted({*before, *after})
    found = [Change(before.get(at), after.get(at)) for at in locations if before.get(at) != after.get(at)]
    return sorted(found, key=lambda change: SECTIONS.index(change.page.kind))


def _summary(before: Snapshot, after: Snapshot, language: str, written_only: bool) -> str:
    say = Strings(language, "summary")
    changes = changes_of(page_texts(before, language), page_texts(after, language))
    if written_only:
        records = [one for snapshot in (before, after) for one in snapshot.campaign.records()]
        written = {record.path for record in records if not record.is_fallback(language)}
        changes = [change for change in changes if change.page.location in written]
        if not changes:
            return ""
    lines = [f"## {say('title')}", "", say("as-of", date=day_in_words(after.today, language)), ""]
    lines += _sections(changes, say) if changes else [say("nothing"), ""]
    lines += _reasons(before, after, say)
    return "\n".join(lines)


def _reasons(before: Snapshot, after: Snapshot, say: Strings) -> Iterator[str]:
    """Why checks are silent that would warn: readers never see it, and nobody else looks."""
    found = list(new_reasons(before.campaign, after.campaign, say.language))
    if found:
        yield f"### {say('section-reasons')}"
        yield ""
        yield f"> {say('note-reasons')}"
        yield ""
        yield from ("- " + say("item", place=f"**{escaped(path)}**", what=escaped(words)) for path, words in found)
        yield ""


def _sections(changes: list[Change], say: Strings) -> Iterator[str]:
    """The sections with their changes, as many as there is room for."""
    room, section = ROOM, ""
    for number, change in enumerate(changes):
        block = "\n".join(_block(change, say))
        room -= len(block.encode())
        if room < 0:
            yield say.plural("more", len(changes) - number)
            yield ""
            return
        if change.page.kind != section:
            section = change.page.kind
            yield from _heading(section, say)
        yield block


def _heading(section: str, say: Strings) -> Iterator[str]:
    yield f"### {say(f'section-{section}')}"
    yield ""
    if section == "recipient":
        yield f"> {say('note-recipient')}"
        yield ""


def _block(change: Change, say: Strings) -> Iterator[str]:
    """One change: what it is, and its lines before and after."""
    page = change.page
    if change.after is None or change.less:
        yield from (_item(page.location, "", say("less" if change.less else "gone"), say), "")
        return
    yield from (_item(page.location, page.name, say("changed" if change.before else "new"), say), "")
    yield f"| {say('field')} | {say('before')} | {say('after')} |"
    yield "| --- | --- | --- |"
    yield from (f"| {' | '.join(map(escaped, cells))} |" for cells in _rows(change, say))
    yield ""


def _item(location: str, name: str, what: str, say: Strings) -> str:
    key = "item-with-name" if name else "item"
    return "- " + say(key, place=f"**{escaped(location)}**", name=escaped(name), what=what)


def _rows(change: Change, say: Strings) -> Iterator[tuple[str, str, str]]:
    """(label, before, after) of the lines that differ, in the order in which they would stand."""
    before = change.before.lines if change.before else {}
    after = change.after.lines if change.after else {}
    for key in dict.fromkeys((*after, *before)):
        old, new = before.get(key), after.get(key)
        if old != new:
            label = (new or old or Line("", "")).label
            yield label, _shown(old, "text-old", say), _shown(new, "text-changed" if old else "text-new", say)


def _shown(line: Line | None, key: str, say: Strings) -> str:
    """The words of a line; of a long text only how long it is."""
    if line is None:
        return ""
    return say(key, lines=line.words.count("\n") + 1) if line.long else line.words


def escaped(text: str) -> str:
    """A text on one line in which nothing is Markdown: what somebody typed makes no heading, link or picture."""
    return MARKUP.sub(r"\\\1", printable(" ".join(text.split())))
