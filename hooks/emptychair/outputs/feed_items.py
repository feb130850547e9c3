"""The items of feeds: what is new in a snapshot in one language, with ids that never change."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from markupsafe import escape

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.routes import Route
from emptychair.as_of.snapshot import update_day
from emptychair.record.campaign import Record, Text
from emptychair.record.models import Event
from emptychair.text.dates import PartialDate
from emptychair.text.html_elements import direction_attribute, language_attributes
from emptychair.views.context import Context, name_of
from emptychair.views.deadlines import deadline_line, has_deadline
from emptychair.views.entered import entered_on
from emptychair.views.language_site import LanguageSite

LIMIT = 50
_NOTHING = Text("", "")


@dataclass(frozen=True)
class Item:
    """One item: `id` never changes and does not depend on its address; `html` is the full text with absolute links."""

    id: str
    title: str
    path: str
    day: date
    html: str
    anchor: str = ""
    categories: tuple[str, ...] = ()


@dataclass(frozen=True)
class Feed:
    """A feed: its file in the folder of the language, its title, the page that it belongs to, its items."""

    file: str
    title: str
    home: str
    items: tuple[Item, ...]


# The cases that an item is about, and the item.
AboutCases = tuple[tuple[str, ...], Item]


class FeedBuilder:
    """The feeds of a snapshot in one language.

    `stories` holds the safe HTML of each page of this language by its path; `absolute` makes the links in safe HTML
    absolute, seen from a URL.
    """

    def __init__(self, site: LanguageSite, stories: Mapping[str, str], absolute: Callable[[str, str], str]) -> None:
        self.site, self.stories, self.absolute = site, stories, absolute
        self.snapshot, self.language, self.say = site.snapshot, site.language, site.say

    def feeds(self) -> Iterator[Feed]:
        """One feed for each case that is out, then everything, and actions.

        Of the cases' items only the newest are kept for the feed of everything: ten thousand cases have many.
        """
        site = self.site.site_name()
        actions, updates = self._action_items(), self._update_items()
        every = _newest([item for _, item in (*actions, *updates)])
        about = _by_case((*actions, *updates))
        for case in self.snapshot.listed_cases:
            items = self._case_items(case)
            name = name_of(case.record, self.language)
            title = self.say("feed-title-case", site=site, name=name)
            others = about.get(case.record.slug, []) if case.visibility == "full" else []
            yield Feed(f"{case.record.path}.xml", title, case.record.path, _newest([*items, *others]))
            # What somebody wrote in this language: a fallback page is no news in it.
            if not case.record.is_fallback(self.language):
                every = _newest([*every, *items])
        yield Feed("feed.xml", self.say("feed-title", site=site), "index", every)
        yield Feed(
            "actions.xml", self.say("feed-title-actions", site=site), "actions", _newest([item for _, item in actions])
        )

    def _context(self, path: str) -> Context:
        return self.site.context(Route(path, ""))

    def _id(self, *parts: str) -> str:
        """A tag URI (RFC 4151) below the setting `id`, with the language: no address is in it."""
        return ":".join([self.snapshot.campaign.settings.id, self.language, *parts])

    def _day(self, happened: date, added: date) -> date:
        """The latest of when it happened or was reported and when it was added.

        An addition after the snapshot's own day does not count: the record is told as it stood.
        """
        return max(happened, added) if added <= self.snapshot.today else happened

    def _story(self, record: Record[Any]) -> str:
        """The body of a page; in the feed of a case that nobody has translated it says its language."""
        story = self.absolute(self.stories.get(record.path, ""), self.site.url(record.path))
        own = record.page(self.language).language
        attributes = language_attributes(own, self.language)
        return f"<div{attributes}>{story}</div>" if story and attributes else story

    def _title(self, title: str) -> str:
        """A title; that of a sample says so, for it is read far from the banner of the site."""
        return self.say("feed-sample", title=title) if self.snapshot.campaign.settings.sample else title

    def _entered(self, happened: PartialDate | date, added: date) -> Text:
        """The day on which something entered the site, where that was long after it happened, as a sentence."""
        entered = entered_on(self._context("index"), happened, added)
        return self._context("index").words("sentence", text=entered[:1].upper() + entered[1:]) if entered else _NOTHING

    def _html(self, *texts: Text, rest: str = "") -> str:
        """Texts as paragraphs, and the HTML below them. A feed says no direction, so each of its items does.

        An item of a sample says first what it is.
        """
        if self.snapshot.campaign.settings.sample:
            texts = (self._context("index").words("banner-sample"), *texts)
        paragraphs = "".join(_paragraph(text, self.language) for text in texts)
        attribute = direction_attribute(self.language, "")
        return f"<div{attribute}>{paragraphs}{rest}</div>" if attribute else paragraphs + rest

    def _case_items(self, case: CaseAsOf) -> list[Item]:
        """The items of a case, which stand in its own feed and in that of everything."""
        record = case.record
        first = case.facts.events[0].known_from
        name = name_of(record, self.language)
        full = case.visibility == "full"
        added = Item(
            id=self._id("case", record.slug, "added"),
            title=self._title(self.say("feed-case-added", name=name)),
            path=record.path,
            day=self._day(first, record.added),
            html=self._html(record.description(self.language), rest=self._story(record)) if full else "",
            categories=(self.say("feed-kind-case"),),
        )
        if not full:
            return [added]
        return [added, *(self._event(case, event) for event in case.facts.events)]

    def _event(self, case: CaseAsOf, event: Event) -> Item:
        record, context = case.record, self._context(case.record.path)
        name = name_of(record, self.language)
        codes = [("statuses", event.status), ("stages", event.stage)]
        labels = [context.label(kind, code).value for kind, code in codes if code]
        what = self.say("list-join").join(labels)
        when = context.day(event.date)
        title = self.say("feed-event", name=name, what=what, date=when) if what else ""
        added = event.added or record.added
        text = record.words(self.language, event.text, "events", event.id, "text")
        verified = context.label("verification", event.verification)
        return Item(
            id=self._id("case", record.slug, "event", event.id),
            title=self._title(title or self.say("feed-event-plain", name=name, date=when)),
            path=record.path,
            day=self._day(event.known_from, added),
            html=self._html(
                Text(when, self.language), text, verified, self._entered(event.reported or event.date, added)
            ),
            anchor=f"event-{event.id}",
            categories=(self.say("feed-kind-event"), *labels),
        )

    def _action_items(self) -> list[AboutCases]:
        """The items of every action that somebody wrote in this language, each with the cases that it is about."""
        told = [one for one in self.snapshot.actions.values() if one.listed]
        return [
            (action.facts.cases, item)
            for action in told
            if not action.record.is_fallback(self.language)
            for item in self._action(action)
        ]

    def _update_items(self) -> list[AboutCases]:
        """The same of updates."""
        told = [update for update in self.snapshot.updates if not update.is_fallback(self.language)]
        return [(update.facts.cases, self._update(update)) for update in told]

    def _action(self, action: ActionAsOf) -> Iterator[Item]:
        """An action opened, closing soon, ended: each from the day on which it is so."""
        today, issued = self.snapshot.today, action.facts.known_from
        yield self._action_item(action, "opened", self._day(issued, action.record.added))
        if action.state == "paused":
            # A pause is quiet, and has no day of its own.
            return
        closing, past = action.closing_from, action.past_since
        if closing and closing <= today and not (past and past <= closing):
            yield self._action_item(action, "closing", max(closing, issued))
        if past:
            yield self._action_item(action, "ended", past)

    def _action_item(self, action: ActionAsOf, what: str, day: date) -> Item:
        record = action.record
        context = self._context(record.path)
        texts = [record.description(self.language), deadline_line(context, action)]
        demands = (record.words(self.language, one.text, "demands", one.id, "text") for one in action.facts.demands)
        listed = "".join(f"<li>{_words(one, self.language)}</li>" for one in demands)
        return Item(
            id=self._id("action", record.slug, what),
            title=self._title(self._action_title(action, what, context)),
            path=record.path,
            day=day,
            html=self._html(*texts, rest=f"{self._story(record)}<ol>{listed}</ol>"),
            categories=(self.say("feed-kind-action"), self.say(f"feed-kind-{what}")),
        )

    def _action_title(self, action: ActionAsOf, what: str, context: Context) -> str:
        """What became of an action, with its deadline where it has one."""
        key = f"feed-action-{what}" if has_deadline(action) else f"feed-action-{what}-ongoing"
        title = action.record.title(self.language)
        return self.say(key, title=title, date=context.day(action.facts.deadline))

    def _update(self, update: Record[Any]) -> Item:
        day, context = update_day(update), self._context(update.path)
        texts = (update.description(self.language), self._entered(day, update.added))
        return Item(
            id=self._id("update", update.slug),
            title=self._title(self.say("feed-update", title=update.title(self.language), date=context.day(day))),
            path=update.path,
            day=self._day(day, update.added),
            html=self._html(*texts, rest=self._story(update)),
            categories=(context.label("update_kinds", update.facts.kind).value,),
        )


def _by_case(items: Iterable[AboutCases]) -> dict[str, list[Item]]:
    """Slug of a case -> the items that are about it."""
    found: dict[str, list[Item]] = {}
    for cases, item in items:
        for slug in cases:
            found.setdefault(slug, []).append(item)
    return found


def _newest(items: list[Item]) -> tuple[Item, ...]:
    """At most 50, the newest first; of one day by id, so that the order never depends on the build."""
    items = sorted(items, key=lambda item: item.id)
    return tuple(sorted(items, key=lambda item: item.day, reverse=True)[:LIMIT])


def _paragraph(text: Text, language: str) -> str:
    attribute = direction_attribute(text.language, language)
    return f'<p lang="{text.language}"{attribute}>{escape(text.value)}</p>' if text else ""


def _words(text: Text, language: str) -> str:
    attributes = language_attributes(text.language, language)
    return f"<span{attributes}>{escape(text)}</span>" if attributes else str(escape(text.value))
