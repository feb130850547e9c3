"""A case: who, where the person is and how we know, what happened, what can be done."""

from collections.abc import Sequence
from dataclasses import dataclass

from emptychair.as_of.action_states import ActionAsOf
from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.status import counter_start
from emptychair.record.campaign import Text
from emptychair.text import vocabulary
from emptychair.text.locales import plural_category
from emptychair.text.strings import Strings
from emptychair.views.charts.case_timeline import CaseTimeline, case_timeline
from emptychair.views.context import Context, Link, SourceView, name_of, other_names, sources_of
from emptychair.views.deadlines import deadline_end, has_deadline
from emptychair.views.entries import DatedEntry, EntryBuilder
from emptychair.views.formatting import near_day_in_words
from emptychair.views.home import site_name
from emptychair.views.links import code_of, link_to_action, link_to_case, links_to_cases
from emptychair.views.lists import NewsCard, news_card
from emptychair.views.look import icon_of
from emptychair.views.pictures import PhotoView, photo_view
from emptychair.views.share import ShareView, share_case
from emptychair.views.status import StatusView, status_of


@dataclass(frozen=True)
class Fact:
    """One line of the facts: its label, and links or words."""

    label: str
    values: tuple[Link | Text, ...]


@dataclass(frozen=True)
class Act:
    """What a reader can do for the person: the filled button, and until when, as ISO 8601 in UTC, or ""."""

    link: Link
    ends: str


@dataclass(frozen=True)
class CaseView:
    """Everything on the page of a case. A minimal page has names, status, charges and sources only.

    `situation` are the sentences beside the sign of the status, `reasons` the further ones of a status that faded. For
    paper there are `newest`, the newest event with the day on which it became known, and `mark` and `site`, the sign
    and the name of the site.
    """

    name: Text
    others: tuple[Text, ...]
    aliases: tuple[Text, ...]
    description: Text
    photo: PhotoView | None
    status: StatusView | None
    situation: tuple[Text, ...]
    reasons: tuple[Text, ...]
    act: Act | None
    timeline: CaseTimeline | None
    newest: tuple[str, Text] | None
    mark: str
    site: str
    notes: tuple[Text, ...]
    stage: Text | None
    facts: tuple[Fact, ...]
    story: bool
    events: tuple[DatedEntry, ...]
    charges: tuple[DatedEntry, ...]
    flags: tuple[DatedEntry, ...]
    sentences: tuple[DatedEntry, ...]
    custody: tuple[DatedEntry, ...]
    ahead: tuple[DatedEntry, ...]
    before_writing: Text
    updates: tuple[NewsCard, ...]
    open_actions: tuple[Link, ...]
    past_actions: tuple[Link, ...]
    related: tuple[Fact, ...]
    sources: tuple[SourceView, ...]
    share: ShareView | None
    feed: str
    data: str
    code: str


def case_view(context: Context, case: CaseAsOf) -> CaseView:
    """The page of a case as it stood on the day, as far as its visibility allows."""
    record, language = case.record, context.language
    sources = sources_of(context, record, case.facts.sources)
    builder, entries = _CaseBuilder(context, case), EntryBuilder(context, case, sources)
    full, shown = case.visibility == "full", case.visibility != "paused"
    actions = context.snapshot.actions_of(record.slug) if shown else []
    status = status_of(context, case.standing) if shown and case.standing else None
    return CaseView(
        name=name_of(record, language),
        others=other_names(record, language),
        aliases=builder.aliases() if full else (),
        description=record.description(language) if full else Text("", language),
        photo=photo_view(context, case),
        status=status,
        situation=builder.situation(status, full=full) if status else (),
        reasons=status.sentences[1:] if status and status.faded else (),
        act=builder.act(actions) if shown else None,
        timeline=case_timeline(context, case) if full else None,
        newest=builder.newest() if full else None,
        site=site_name(context),
        mark=context.root + icon_of(context.snapshot.campaign.settings).path,
        notes=builder.notes(),
        stage=builder.stage() if full else None,
        facts=builder.facts() if full else (),
        story=full,
        events=tuple(map(entries.event, case.facts.events)) if full else (),
        charges=tuple(map(entries.charge, case.facts.charges)) if shown else (),
        flags=entries.flags() if full else (),
        sentences=tuple(map(entries.sentence, case.facts.sentences)) if full else (),
        custody=entries.custody() if full else (),
        ahead=entries.ahead() if full else (),
        before_writing=builder.before_writing() if full else Text("", language),
        updates=builder.updates() if full else (),
        open_actions=tuple(link_to_action(context, action) for action in actions if action.open),
        past_actions=tuple(link_to_action(context, action) for action in actions if action.past),
        related=builder.related() if full else (),
        sources=sources if shown else (),
        share=share_case(context, case),
        feed=f"{context.up}{record.path}.xml" if case.listed else "",
        data=f"{context.root}data/v1/{record.path}.json" if case.listed and context.has("data") else "",
        code=code_of(context, record),
    )


class _CaseBuilder:
    """The parts of a case's page that are no dated entries, each a method."""

    def __init__(self, context: Context, case: CaseAsOf) -> None:
        self.context, self.case = context, case
        self.record, self.facts_ = case.record, case.facts

    def _words(self, default: str | None, *path: str) -> Text:
        return self.record.words(self.context.language, default, *path)

    def aliases(self) -> tuple[Text, ...]:
        """Other names, except those that only a search should find."""
        shown = []
        for alias in self.facts_.aliases:
            kind = vocabulary.term("alias_kinds", alias.kind)
            if not kind.has("search_only"):
                words = self.context.say("alias", kind=kind.label(self.context.language), name=alias.name)
                shown.append(Text(words, self.context.language))
        return tuple(shown)

    def notes(self) -> tuple[Text, ...]:
        """What the reader must know before the facts: silence, nothing known yet, when somebody last looked."""
        say, case = self.context.words, self.case
        if case.visibility == "paused":
            return (say("case-paused"),)
        notes = [say("case-minimal")] if case.visibility == "minimal" else []
        if case.standing is None:
            notes.append(say("case-nothing-yet", date=self.context.day(self.context.snapshot.today)))
        if case.facts.checked:
            checked = vocabulary.term("fading", "checked").label(self.context.language)
            notes.append(Text(checked.format(date=self.context.day(case.facts.checked)), self.context.language))
        return tuple(notes)

    def situation(self, status: StatusView, *, full: bool) -> tuple[Text, ...]:
        """What stands beside the sign: of what faded the first sentence alone; days where they are exact; the stage."""
        told = status.sentences[:1] if status.faded else (*status.sentences, *self._days())
        stage = self.case.known_standing.stage if full else None
        label = self.context.label("stages", stage) if stage else None
        return (*told, self.context.words("sentence", text=label)) if label else told

    def _days(self) -> tuple[Text, ...]:
        """The days from the beginning of the present detention to the newest news, where both days are exact."""
        standing, end = self.case.known_standing, self.facts_.as_of
        start = counter_start(standing) if standing.class_code == "custody" else None
        if start is None or not start.exact or not end.exact or end.latest <= start.latest:
            return ()
        days = (end.latest - start.latest).days
        return (self.context.plural("days-counted", days, date=self.context.day(end)),)

    def stage(self) -> Text | None:
        """Where the case is, with the date of the event that says so."""
        standing = self.case.standing
        if not standing or not standing.stage or not standing.stage_event:
            return None
        label = self.context.label("stages", standing.stage)
        return self.context.words("stage-as-of", stage=label, date=self.context.day(standing.stage_event.date))

    def act(self, actions: Sequence[ActionAsOf]) -> Act | None:
        """The letter that is most urgent, else the way to follow; nothing for the dead, whose pages ask for nothing."""
        context, case = self.context, self.case
        asking = [action for action in context.snapshot.open_actions if action in actions]
        if asking:
            return _letter_button(context, asking[0], name_of(self.record, context.language))
        if not case.listed or case.known_standing.last_class == "died":
            return None
        key = "case-follow-group" if self.facts_.kind == "group" else "case-follow-person"
        return Act(Link(context.words(key), "#feed"), "")

    def newest(self) -> tuple[str, Text] | None:
        """The day on which the newest event became known, and what it was."""
        event = max(self.facts_.events, key=lambda event: event.known_from, default=None)
        if event is None:
            return None
        return self.context.day(event.reported or event.date), self._words(event.text, "events", event.id, "text")

    def updates(self) -> tuple[NewsCard, ...]:
        """The updates about the person, the newest first."""
        found = [update for update in self.context.snapshot.updates if self.record.slug in update.facts.cases]
        return tuple(news_card(self.context, update) for update in found)

    def facts(self) -> tuple[Fact, ...]:
        """The lines of facts; what is not known has no line."""
        context, facts, say = self.context, self.facts_, self.context.say
        regions = [(kind, getattr(facts.regions, kind)) for kind in ("held", "home", "handled")]
        lines = [
            Fact(say("fact-roles"), tuple(context.facet("role", "roles", code) for code in facts.roles)),
            Fact(say("fact-rights"), tuple(context.facet("right", "rights", code) for code in facts.rights)),
            Fact(say("fact-place"), (self._words(facts.place, "place"),) if facts.place else ()),
            *(
                Fact(context.label("region_kinds", kind).value, (context.facet("region", "regions", code),))
                for kind, code in regions
                if code
            ),
            Fact(say("fact-count"), self._count()),
            Fact(say("fact-members"), links_to_cases(context, facts.members)),
            Fact(say("fact-pronoun"), self._pronoun()),
        ]
        return tuple(line for line in lines if line.values)

    def _count(self) -> tuple[Text, ...]:
        facts = self.facts_
        if not facts.count or not facts.count_is:
            return ()
        row, language = vocabulary.term("count_kinds", facts.count_is), self.context.language
        pattern = row.get(f"{plural_category(language, facts.count)}_{language}") or row.label(language)
        return (Text(pattern.format(count=facts.count), language),)

    def _pronoun(self) -> tuple[Text, ...]:
        pronoun, language = self.facts_.pronoun, self.context.language
        named = language not in vocabulary.term("pronouns", pronoun).row.get("unnamed_in", ())
        known = named and self.facts_.kind == "person" and pronoun != "unknown"
        return (self.context.label("pronouns", pronoun),) if known else ()

    def before_writing(self) -> Text:
        """What a reader must know before writing to a prisoner, where letters can reach the person."""
        language = self.context.language
        standing = self.case.standing
        held = standing is not None and standing.last_class == "custody"
        opened = held and any(place.letters == "open" and not place.until for place in self.facts_.custody)
        return Text(Strings(language, "warnings")("prisoners") if opened else "", language)

    def related(self) -> tuple[Fact, ...]:
        """Other cases, and what joins them."""
        found = []
        for relation in self.facts_.related:
            link = link_to_case(self.context, relation.case)
            if link:
                found.append(Fact(self.context.label("relations", relation.relation).value, (link,)))
        return tuple(found)


def _letter_button(context: Context, action: ActionAsOf, name: Text) -> Act:
    """The button to an open action."""
    key = "case-write-until" if has_deadline(action) else "case-write"
    day = near_day_in_words(action.facts.deadline, context.snapshot.today, context.language)
    return Act(
        Link(context.words(key, name=name, date=day), context.href(action.record.path)), deadline_end(context, action)
    )
