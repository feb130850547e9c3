"""The dated entries of a case: events, charges, flags, sentences, places of custody, what lies ahead."""

from dataclasses import dataclass

from emptychair.as_of.case_as_of import CaseAsOf, flags_on
from emptychair.record.campaign import Text
from emptychair.record.models import Charge, Event, Sentence
from emptychair.text import vocabulary
from emptychair.text.strings import Strings
from emptychair.views.context import Context, Link, SourceView, numbers_of
from emptychair.views.formatting import law_in_words, part_in_words


@dataclass(frozen=True)
class DatedEntry:
    """A dated entry of a list (event, charge, flag, sentence, place of custody): a head line, words, details."""

    id: str
    date: str
    head: tuple[Text, ...]
    text: Text
    details: tuple[Text, ...]
    numbers: tuple[int, ...]
    link: Link | None = None
    past: bool = False


class EntryBuilder:
    """The entries of one case as they stood on the day, each kind a method, with the numbers of their sources."""

    def __init__(self, context: Context, case: CaseAsOf, sources: tuple[SourceView, ...]) -> None:
        self.context, self.case, self.sources = context, case, sources
        self.facts = case.facts

    def _words(self, default: str | None, *path: str) -> Text:
        return self.case.record.words(self.context.language, default, *path)

    def _numbers(self, ids: tuple[str, ...]) -> tuple[int, ...]:
        return numbers_of(self.sources, ids)

    def event(self, event: Event) -> DatedEntry:
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
        return DatedEntry(
            event.id, context.day(event.date), tuple(head), text, tuple(details), self._numbers(event.sources)
        )

    def charge(self, charge: Charge) -> DatedEntry:
        """A charge in quotation marks, because it is the State's word, with the article of the law and its version."""
        context = self.context
        row = vocabulary.term("charges", charge.charge)
        quoted = context.words("quoted", text=row.label(context.language))
        event = next((one for one in self.facts.events if one.id == charge.event), None)
        day = event.date.latest if event else None
        details = [Text(law_in_words(charge.charge, context.language, day), context.language)]
        if charge.as_reported:
            words = self._words(charge.as_reported, "charges", charge.id, "as_reported")
            # Said in the language of the words, so that one run of text is in one language.
            details.append(Text(Strings(words.language)("as-reported", text=words), words.language))
        if charge.replaced_by:
            other = next((one.charge for one in self.facts.charges if one.id == charge.replaced_by), None)
            if other:
                details.append(context.words("replaced-by", charge=context.label("charges", other)))
        return DatedEntry(
            charge.id,
            context.day(event.date) if event else "",
            (context.label("charge_stages", charge.stage),),
            quoted,
            tuple(detail for detail in details if detail),
            self._numbers(charge.sources),
            Link(quoted, context.href(f"cases/by/charge/{charge.charge}")),
        )

    def flags(self) -> tuple[DatedEntry, ...]:
        """Conditions with their dates; what is over, or past its own clock, is told as past."""
        context, entries = self.context, []
        for flag, stands in flags_on(self.case, context.snapshot.today):
            since = context.limit(flag.since)
            if flag.until:
                key = "flag-between" if since else "flag-until"
                when = context.say(key, since=since, until=context.limit(flag.until))
            else:
                key = "flag-since" if since else "flag-as-of"
                when = context.say(key, since=since, as_of=context.day(self.facts.as_of))
            details = [context.words("flag-past")] if not stands else []
            details += [context.label("verification", flag.verification)] if flag.verification else []
            label = context.label("flags", flag.flag)
            numbers = self._numbers(flag.sources)
            entries.append(DatedEntry(flag.flag, when, (), label, tuple(details), numbers, past=not stands))
        return tuple(entries)

    def sentence(self, sentence: Sentence) -> DatedEntry:
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
        return DatedEntry(sentence.id, when, parts, court, tuple(details), self._numbers(sentence.sources))

    def custody(self) -> tuple[DatedEntry, ...]:
        """Places of detention, with their dates."""
        context, entries = self.context, []
        for place in self.facts.custody:
            facility = context.snapshot.campaign.recipients.get(place.facility or "")
            name = (
                context.snapshot.campaign.text_in(context.language, facility.office)
                if facility
                else self._words(place.facility, "custody", place.id, "facility")
            )
            authority = self._words(place.authority, "custody", place.id, "authority")
            start, until = context.limit(place.start), context.limit(place.until)
            key = "flag-between" if start and until else "start" if start else "flag-until" if until else ""
            when = context.say(key, since=start, until=until) if key else ""
            details = (authority,) if authority else ()
            entries.append(DatedEntry(place.id, when, (), name, details, self._numbers(place.sources)))
        return tuple(entries)

    def ahead(self) -> tuple[DatedEntry, ...]:
        """What lies ahead, today included."""
        context, today = self.context, self.context.snapshot.today
        return tuple(
            DatedEntry(
                one.id,
                context.day(one.date),
                (context.label("ahead_kinds", one.what),),
                self._words(one.text, "ahead", one.id, "text"),
                (),
                self._numbers(one.sources),
            )
            for one in self.facts.ahead
            if one.date.latest >= today
        )
