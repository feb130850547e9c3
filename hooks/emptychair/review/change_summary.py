"""Two snapshots of the record -> what readers would see otherwise, as Markdown, in the words of the site."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby

from emptychair.as_of.snapshot import Snapshot
from emptychair.record.withdrawn_names import Withdrawn
from emptychair.review.addressees import addressee_texts
from emptychair.review.change_block import REGISTERS, block_of
from emptychair.review.changes import Change, changes_of, in_order
from emptychair.review.consents import consent_notes, consent_texts
from emptychair.review.marked_text import GAP, escaped
from emptychair.review.page_text import RECIPIENTS, PageText, page_texts
from emptychair.review.picture_texts import picture_texts
from emptychair.review.reasons import new_reasons
from emptychair.review.recipient_notes import recipient_notes
from emptychair.review.withheld import Withheld, withheld
from emptychair.text.problems import Problem
from emptychair.text.strings import Strings
from emptychair.text.traditional import nearest_script
from emptychair.views.formatting import day_in_words

# The bytes of all changes, and of each list of reasons or warnings, in all languages together. A job summary that is
# greater than a megabyte is not shown (GitHub Actions, "Adding a job summary").
ROOM, LIST_ROOM = 600_000, 150_000
# The signs of one reason or warning.
ITEM = 500
# Sections that begin with a note.
NOTED = ("recipient", "consent", "picture")


def create_summary(
    before: Snapshot,
    after: Snapshot,
    languages: Iterable[str],
    warnings: Sequence[Problem] = (),
    register: Withdrawn | None = None,
) -> str:
    """Two snapshots and the warnings that are new -> what readers would see otherwise, as Markdown, in each language.

    Of what is withdrawn nothing is repeated; `register` has the names that were withdrawn earlier. In a language whose
    pages are converted from another one, only the pages are told of that somebody wrote in it: the other has the rest.
    """
    hidden, codes = withheld(before, after, register), list(languages)
    summaries = [(_Summary(before, after, hidden, code), nearest_script(code) in codes) for code in codes]
    parts = len(codes)
    texts = (one.written_lines(parts) if converted else one.lines(warnings, parts) for one, converted in summaries)
    return "\n".join(filter(None, map("\n".join, texts)))


class _Summary:
    """The summary in one language, each part a method."""

    def __init__(self, before: Snapshot, after: Snapshot, hidden: Withheld, language: str) -> None:
        self.before, self.after, self.hidden = before, after, hidden
        self.language, self.say = language, Strings(language, "summary")

    def lines(self, warnings: Sequence[Problem], parts: int) -> Iterator[str]:
        """What it is, how much, the changes as far as there is room in one of `parts`, reasons and warnings."""
        changes = [*self._changes(page_texts), *self._changes(picture_texts)]
        # Addressees and consents that go are told by their pages.
        beside = [one for texts in (addressee_texts, consent_texts) for one in self._changes(texts) if one.after]
        yield from self._head()
        yield self._overview(changes, warnings) if changes or beside else self.say("nothing")
        yield ""
        yield from self._sections(in_order([*changes, *beside]), ROOM // parts)
        yield from self._list("reasons", self._reasons(), LIST_ROOM // parts)
        yield from self._list("warnings", self._warnings(warnings), LIST_ROOM // parts)

    def written_lines(self, parts: int) -> Iterator[str]:
        """The changes of pages that somebody wrote in this language, where the others are converted; maybe none."""
        records = [one for snapshot in (self.before, self.after) for one in snapshot.campaign.records()]
        written = {record.path for record in records if not record.is_fallback(self.language)}
        changes = [change for change in self._changes(page_texts) if change.page.location in written]
        if changes:
            yield from self._head()
            yield from self._sections(changes, ROOM // parts)

    def _head(self) -> tuple[str, ...]:
        date = day_in_words(self.after.today, self.language)
        return f"## {self.say('title')}", "", self.say("as-of", date=date), ""

    def _changes(self, texts: Callable[[Snapshot, str], dict[str, PageText]]) -> list[Change]:
        return changes_of(texts(self.before, self.language), texts(self.after, self.language))

    def _overview(self, changes: list[Change], warnings: Sequence[Problem]) -> str:
        counts = Counter(change.what for change in changes)
        numbers = {what: counts[what] for what in ("new", "changed", "less", "gone")}
        return self.say("overview", **numbers, warnings=len(warnings))

    def _sections(self, changes: list[Change], room: int) -> Iterator[str]:
        """The sections with their changes, as many as there is room for."""
        done = 0
        for kind, group in groupby(changes, key=lambda change: change.page.kind):
            listed = list(group)
            shown = [one for one in listed if kind in REGISTERS or one.after]
            head = [f"### {self.say(f'section-{kind}')}", ""]
            head += [f"> {self.say(f'note-{kind}')}", ""] if kind in NOTED else []
            if len(shown) < len(listed):
                head += ["- " + self.say.plural("gone-pages", len(listed) - len(shown)), ""]
            for change in shown:
                block = block_of(change, self.hidden, self._notes(change), self.say)
                room -= len(block.encode())
                if room < 0:
                    yield self.say.plural("more", len(changes) - done)
                    yield ""
                    return
                yield from head
                head = []
                yield block
                done += 1
            yield from head
            done += len(listed) - len(shown)

    def _notes(self, change: Change) -> Iterator[str]:
        page = change.page
        if page.kind == "recipient":
            slug = page.location.removeprefix(RECIPIENTS)
            notes = recipient_notes(self.before, self.after, slug, self.say)
        elif page.kind == "consent":
            slug = page.location.rpartition("/")[2]
            old = self.before.campaign.cases.get(slug)
            now = self.after.campaign.cases[slug].facts.consent
            notes = consent_notes(old.facts.consent if old else None, now, self.say)
        else:
            return
        yield from (self.hidden.redacted(note, self.say("hidden")) for note in notes)

    def _reasons(self) -> list[str]:
        """Why checks are silent that would warn: readers never see it, and nobody else looks."""
        found = new_reasons(self.before.campaign, self.after.campaign, self.language)
        return [self._item(path, words) for path, words in found]

    def _warnings(self, warnings: Sequence[Problem]) -> list[str]:
        """What the change brings that somebody should look at, though it stops nothing."""
        found = []
        for problem in warnings:
            hint, message = problem.hint(self.language), problem.message(self.language)
            words = self.say("message-and-hint", message=message, hint=hint) if hint else message
            found.append(self._item(f"{problem.path}:{problem.line}", words))
        return found

    def _item(self, place: str, words: str) -> str:
        place, words = (self.hidden.redacted(one, self.say("hidden")) for one in (place, words))
        shown = words if len(words) <= ITEM else words[: ITEM - 1] + GAP
        return "- " + self.say("item", place=f"**{escaped(place)}**", what=escaped(shown))

    def _list(self, section: str, found: list[str], room: int) -> Iterator[str]:
        """A section with a note and a list, as far as there is room."""
        if not found:
            return
        yield from (f"### {self.say(f'section-{section}')}", "", f"> {self.say(f'note-{section}')}", "")
        for number, item in enumerate(found):
            room -= len(item.encode())
            if room < 0:
                yield self.say.plural("more-listed", len(found) - number)
                break
            yield item
        yield ""
