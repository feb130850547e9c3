"""A case: who, where the person is and how we know, what happened, what can be done."""

from dataclasses import dataclass

from emptychair import vocabulary
from emptychair.action_states import ActionNow
from emptychair.campaign import Text
from emptychair.model import Charge, Event, Sentence
from emptychair.strings import Strings
from emptychair.timeline import CaseNow, flags_on
from emptychair.views.context import Context, Link, SourceView, name_of, numbers_of, other_names, sources_of
from emptychair.views.status import StatusView, link_to_case, status_of
from emptychair.wording import law_in_words, part_in_words


@dataclass(frozen=True)
class Fact:
    """One line of the facts: its label, and links or words."""

    label: str
    values: tuple[Link | Text, ...]


@dataclass(frozen=True)
class Entry:
    """A dated entry of a list (event, charge, flag, sentence, place of custody): a head line, words, details."""

    id: str
    date: str
    head: tuple[Text, ...]
    text: Text
    details: tuple[Text, ...]
    numbers: tuple[int, ...]
    link: Link | None = None
    past: bool = False


@dataclass(frozen=True)
class PhotoView:
    """A picture with its credit, and a text for those who do not see it."""

    src: str
    alt: Text
    caption: Text
    credit: str


@dataclass(frozen=True)
class CaseView:
    """Everything on the page of a case. A minimal page has names, status, charges and sources only."""

    name: Text
    others: tuple[Text, ...]
    aliases: tuple[Text, ...]
    description: Text
    photo: PhotoView | None
    status: StatusView | None
    notes: tuple[Text, ...]
    stage: Text | None
    facts: tuple[Fact, ...]
    story: bool
    events: tuple[Entry, ...]
    charges: tuple[Entry, ...]
    flags: tuple[Entry, ...]
    sentences: tuple[Entry, ...]
    custody: tuple[Entry, ...]
    ahead: tuple[Entry, ...]
    before_writing: Text
    open_actions: tuple[Link, ...]
    past_actions: tuple[Link, ...]
    related: tuple[Fact, ...]
    sources: tuple[SourceView, ...]
    feed: str
    data: str


def case_view(context: Context, case: CaseNow) -> CaseView:
    """The page of a case as it stood on the day, as far as its visibility allows."""
    record, language = case.record, context.language
    sources = sources_of(context, record, case.facts.sources)
    builder = _CaseBuilder(context, case, sources)
    full, told = case.visibility == "full", case.visibility != "paused"
    actions = context.edition.actions_of(record.slug) if told else []
    return CaseView(
        name=name_of(record, language),
        others=other_names(record, language),
        aliases=builder.aliases() if full else (),
        description=record.description(language) if full else Text("", language),
        photo=builder.photo() if full else None,
        status=status_of(context, case.standing) if told and case.standing else None,
        notes=builder.notes(),
        stage=builder.stage() if full else None,
        facts=builder.facts() if full else (),
        story=full,
        events=tuple(map(builder.event, case.facts.events)) if full else (),
        charges=tuple(map(builder.charge, case.facts.charges)) if told else (),
        flags=builder.flags() if full else (),
        sentences=tuple(map(builder.sentence, case.facts.sentences)) if full else (),
        custody=builder.custody() if full else (),
        ahead=builder.ahead() if full else (),
        before_writing=builder.before_writing() if full else Text("", language),
        open_actions=tuple(link_to_action(context, action) for action in actions if action.open),
        past_actions=tuple(link_to_action(context, action) for action in actions if action.past),
        related=builder.related() if full else (),
        sources=sources if told else (),
        feed=f"{context.up}{record.path}.xml" if case.listed else "",
        data=f"{context.root}data/v1/{record.path}.json" if case.listed else "",
    )


def link_to_action(context: Context, action: ActionNow) -> Link:
    """A link to an action by its title."""
    return Link(action.record.title(context.language), context.href(action.record.path))


class _CaseBuilder:
    """The parts of a case's page, each a method."""

    def __init__(self, context: Context, case: CaseNow, sources: tuple[SourceView, ...]) -> None:
        self.context, self.case, self.sources = context, case, sources
        self.record, self.facts_ = case.record, case.facts

    def _words(self, default: str | None, *path: str) -> Text:
        return self.record.words(self.context.language, default, *path)

    def _numbers(self, ids: tuple[str, ...]) -> tuple[int, ...]:
        return numbers_of(self.sources, ids)

    def aliases(self) -> tuple[Text, ...]:
        """Other names, except those that only a search should find."""
        shown = []
        for alias in self.facts_.aliases:
            kind = vocabulary.term("alias_kinds", alias.kind)
            if not kind.has("search_only"):
                words = self.context.say("alias", kind=kind.label(self.context.language), name=alias.name)
                shown.append(Text(words, self.context.language))
        return tuple(shown)

    def photo(self) -> PhotoView | None:
        """The photo with its credit and licence."""
        photo = self.facts_.photo
        if not photo:
            return None
        say = self.context.say
        return PhotoView(
            src=f"{self.context.root}assets/{photo.file}",
            alt=self._words(photo.alt, "photo", "alt"),
            caption=self._words(photo.caption, "photo", "caption"),
            credit=say("photo-credit", credit=photo.credit, licence=photo.licence),
        )

    def notes(self) -> tuple[Text, ...]:
        """What the reader must know before the facts: silence, nothing known yet, when somebody last looked."""
        say, case = self.context.words, self.case
        if case.visibility == "paused":
            return (say("case-paused"),)
        notes = [say("case-minimal")] if case.visibility == "minimal" else []
        if case.standing is None:
            notes.append(say("case-nothing-yet", date=self.context.day(self.context.edition.today)))
        if case.facts.checked:
            checked = vocabulary.term("fading", "checked").label(self.context.language)
            notes.append(Text(checked.format(date=self.context.day(case.facts.checked)), self.context.language))
        return tuple(notes)

    def stage(self) -> Text | None:
        """Where the case is, with the date of the event that says so."""
        standing = self.case.standing
        if not standing or not standing.stage or not standing.stage_event:
            return None
        label = self.context.label("stages", standing.stage)
        return self.context.words("stage-as-of", stage=label, date=self.context.day(standing.stage_event.date))

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
            Fact(say("fact-members"), tuple(filter(None, (link_to_case(context, slug) for slug in facts.members)))),
            Fact(say("fact-pronoun"), self._pronoun()),
        ]
        return tuple(line for line in lines if line.values)

    def _count(self) -> tuple[Text, ...]:
        facts = self.facts_
        if not facts.count or not facts.count_is:
            return ()
        pattern = vocabulary.term("count_kinds", facts.count_is).label(self.context.language)
        return (Text(pattern.format(count=facts.count), self.context.language),)

    def _pronoun(self) -> tuple[Text, ...]:
        known = self.facts_.kind == "person" and self.facts_.pronoun != "unknown"
        return (self.context.label("pronouns", self.facts_.pronoun),) if known else ()

    def event(self, event: Event) -> Entry:
        """An event: when, what changed on either axis, what happened, and how we know."""
        context = self.context
        head = [context.label("statuses", event.status)] if event.status else []
        head += [context.label("stages", event.stage)] if event.stage else []
        head += [context.label("release_types", event.release_type)] if event.release_type else []
        head += [context.label("closures", event.how)] if event.how else []
        details = [context.label("verification", event.verification)]
        if event.reported:
            details.append(context.words("reported-on", date=context.day(event.reported)))
        text = self._words(event.text, "events", event.id, "text")
        return Entry(event.id, context.day(event.date), tuple(head), text, tuple(details), self._numbers(event.sources))

    def charge(self, charge: Charge) -> Entry:
        """A charge in quotation marks, because it is the State's word, with the article of the law and its version."""
        context = self.context
        row = vocabulary.term("charges", charge.charge)
        quoted = context.words("quoted", text=row.label(context.language))
        event = next((one for one in self.facts_.events if one.id == charge.event), None)
        details = [Text(law_in_words(charge.charge, context.language), context.language)]
        if charge.as_reported:
            words = self._words(charge.as_reported, "charges", charge.id, "as_reported")
            # Said in the language of the words, so that one run of text is in one language.
            details.append(Text(Strings(words.language)("as-reported", text=words), words.language))
        if charge.replaced_by:
            other = next((one.charge for one in self.facts_.charges if one.id == charge.replaced_by), None)
            if other:
                details.append(context.words("replaced-by", charge=context.label("charges", other)))
        return Entry(
            charge.id,
            context.day(event.date) if event else "",
            (context.label("charge_stages", charge.stage),),
            quoted,
            tuple(detail for detail in details if detail),
            self._numbers(charge.sources),
            Link(quoted, context.href(f"cases/by/charge/{charge.charge}")),
        )

    def flags(self) -> tuple[Entry, ...]:
        """Conditions with their dates; what is over, or past its own clock, is told as past."""
        context, entries = self.context, []
        for flag, stands in flags_on(self.case, context.edition.today):
            since = context.day(flag.since) if flag.since else ""
            if flag.until:
                key = "flag-between" if since else "flag-until"
                when = context.say(key, since=since, until=context.day(flag.until))
            else:
                key = "flag-since" if since else "flag-as-of"
                when = context.say(key, since=since, as_of=context.day(self.facts_.as_of))
            details = [context.words("flag-past")] if not stands else []
            details += [context.label("verification", flag.verification)] if flag.verification else []
            label = context.label("flags", flag.flag)
            numbers = self._numbers(flag.sources)
            entries.append(Entry(flag.flag, when, (), label, tuple(details), numbers, past=not stands))
        return tuple(entries)

    def sentence(self, sentence: Sentence) -> Entry:
        """A judgment: its parts, the court, and the end as it was reported, which is not a release."""
        context = self.context
        parts = tuple(Text(part_in_words(part, context.language), context.language) for part in sentence.parts)
        details = []
        if sentence.ends:
            details.append(context.words("reported-end", date=context.day(sentence.ends)))
        if sentence.replaced_by:
            details.append(context.words("sentence-replaced"))
        court = self._words(sentence.court, "sentences", sentence.id, "court")
        when = context.day(sentence.given)
        return Entry(sentence.id, when, parts, court, tuple(details), self._numbers(sentence.sources))

    def custody(self) -> tuple[Entry, ...]:
        """Places of detention, with their dates."""
        context, entries = self.context, []
        for place in self.facts_.custody:
            facility = context.edition.campaign.recipients.get(place.facility or "")
            name = (
                Text(facility.office.get(context.language) or next(iter(facility.office.values())), context.language)
                if facility
                else self._words(place.facility, "custody", place.id, "facility")
            )
            authority = self._words(place.authority, "custody", place.id, "authority")
            start = context.day(place.start) if place.start else ""
            until = context.day(place.until) if place.until else ""
            key = "flag-between" if start and until else "start" if start else "flag-until" if until else ""
            when = context.say(key, since=start, until=until) if key else ""
            details = (authority,) if authority else ()
            entries.append(Entry(place.id, when, (), name, details, self._numbers(place.sources)))
        return tuple(entries)

    def before_writing(self) -> Text:
        """What a reader must know before writing to a prisoner, where letters can reach the person."""
        language = self.context.language
        standing = self.case.standing
        held = standing is not None and standing.last_class == "custody"
        opened = held and any(place.letters == "open" and not place.until for place in self.facts_.custody)
        return Text(Strings(language, "warnings")("prisoners") if opened else "", language)

    def ahead(self) -> tuple[Entry, ...]:
        """What lies ahead, today included."""
        context, today = self.context, self.context.edition.today
        return tuple(
            Entry(
                one.id,
                context.day(one.date),
                (context.label("ahead_kinds", one.what),),
                self._words(one.text, "ahead", one.id, "text"),
                (),
                self._numbers(one.sources),
            )
            for one in self.facts_.ahead
            if one.date.latest >= today
        )

    def related(self) -> tuple[Fact, ...]:
        """Other cases, and what joins them."""
        found = []
        for relation in self.facts_.related:
            link = link_to_case(self.context, relation.case)
            if link:
                found.append(Fact(self.context.label("relations", relation.relation).value, (link,)))
        return tuple(found)
