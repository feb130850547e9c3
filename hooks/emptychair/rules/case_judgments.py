"""Rules about charges, verdicts and sentences against the events of a case: what cannot be, or hardly can.

Each is switched off for a page by a reason in words (reasons.py).
"""

from collections.abc import Iterator

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import Case, Event, Sentence
from emptychair.rules.case_facts import (
    HELD,
    INDICTED,
    SERVING,
    STAGE_ORDER,
    before_all,
    case_of,
    class_of,
    differ,
    is_verdict,
    whole_case,
)
from emptychair.rules.index import Entry, Index
from emptychair.text import vocabulary
from emptychair.text.dates import add_months
from emptychair.text.problems import Problem

MONTHS = 12
# Hong Kong has laws of its own: people are charged at the police station, and terms are longer.
HONG_KONG = "hk-"
# The part of a sentence from which a status follows.
PART_OF_STATUS = {
    "life-imprisonment": ("life", "death-reprieve"),
    "death-reprieve": ("death-reprieve",),
    "death-sentence": ("death",),
    "suspended-sentence": ("suspended",),
    "public-surveillance": ("public-surveillance",),
    "imprisoned": ("fixed-term", "life", "death-reprieve"),
}
PRISON_TERMS = ("fixed-term", "short-detention")


def judged_before_sentenced(entry: Entry, index: Index) -> Iterator[Problem]:
    """A sentence and a conviction rest on a verdict, which is an event of the case."""
    case = whole_case(entry)
    if case is None or any(map(is_verdict, case.events)):
        return
    if case.sentences:
        yield entry.document.problem(("case", "sentences", 0), "sentence-without-verdict")
    for number, charge in enumerate(case.charges):
        if charge.stage == "convicted":
            at: Path = ("case", "charges", number, "stage")
            yield entry.document.problem(at, "convicted-without-verdict", found=charge.charge)


def charged_from_the_indictment_on(entry: Entry, index: Index) -> Iterator[Problem]:
    """A charge is `indicted` only from the indictment on, which is an event of the case."""
    case = whole_case(entry)
    if case is None or any(is_verdict(event) or _rank(event) >= INDICTED for event in case.events):
        return
    for number, charge in enumerate(case.charges):
        if charge.stage == "indicted" and not charge.charge.startswith(HONG_KONG):
            at: Path = ("case", "charges", number, "stage")
            yield entry.document.problem(at, "charged-before-indictment", found=charge.charge)


def _rank(event: Event) -> int:
    return STAGE_ORDER.get(event.stage or "", 0)


def a_verdict_has_its_sentence(entry: Entry, index: Index) -> Iterator[Problem]:
    """Where a verdict was given, the record says which sentence."""
    case = whole_case(entry)
    dropped = case and any(event.stage in ("case-dropped", "retrial") for event in case.events)
    for number, event in enumerate(case.events if case and not case.sentences and not dropped else ()):
        if event.stage in ("sentenced", "sentenced-on-appeal", "final"):
            at: Path = ("case", "events", number, "stage")
            yield entry.document.problem(at, "verdict-without-sentence", found=event.stage)
            return


def sentenced_after_custody(entry: Entry, index: Index) -> Iterator[Problem]:
    """Who is sentenced was taken before, or was never held."""
    case = whole_case(entry)
    held = [event for event in case.events if class_of(event.status) in HELD] if case else []
    for number, sentence in enumerate(case.sentences if case and held else ()):
        if before_all(sentence.given, held) and case and not before_all(sentence.given, case.events):
            values = {"found": str(sentence.given), "event": held[0].id, "date": str(held[0].date)}
            yield entry.document.problem(("case", "sentences", number, "given"), "sentence-before-custody", **values)


def given_with_its_event(entry: Entry, index: Index) -> Iterator[Problem]:
    """A sentence is given on the day of the event that it names."""
    case = case_of(entry)
    for number, sentence in enumerate(case.sentences if case else ()):
        event = case.event(sentence.event) if case and sentence.event else None
        if event and sentence.given and event.date and differ(sentence.given, event.date):
            values = {"found": str(sentence.given), "event": event.id, "date": str(event.date)}
            yield entry.document.problem(("case", "sentences", number, "given"), "given-on-another-day", **values)


def serving_when_final(entry: Entry, index: Index) -> Iterator[Problem]:
    """A sentence is served once the judgment is final: until then the person is in custody (CPL 2018, art. 259)."""
    case, final = whole_case(entry), False
    for number, event in enumerate(case.events if case else ()):
        final = event.stage == "final" if event.stage else final
        if event.status in SERVING and not final:
            at: Path = ("case", "events", number, "status")
            yield entry.document.problem(at, "serving-before-final", found=str(event.status))
            return


def a_sentence_ends_in_its_term(entry: Entry, index: Index) -> Iterator[Problem]:
    """The reported end of a sentence lies after the day on which it was given, and not later than its term."""
    case = case_of(entry)
    for number, sentence in enumerate(case.sentences if case else ()):
        at: Path = ("case", "sentences", number, "ends")
        if sentence.ends and sentence.ends.certainly_before(sentence.given):
            values = {"found": str(sentence.ends), "given": str(sentence.given)}
            yield entry.document.problem(at, "ends-before-given", **values)
        elif entry.page and sentence.ends and (months := _prison_months(sentence)):
            # A month more: days before the judgment took effect may not count.
            last = add_months(sentence.given.latest, months + 1)
            if (sentence.ends.earliest or sentence.ends.latest) > last:
                values = {"found": str(sentence.ends), "given": str(sentence.given)}
                yield entry.document.problem(at, "ends-after-term", **values)


def _prison_months(sentence: Sentence) -> int:
    """The length of a term in prison in months, or 0 where there is none to count from the judgment."""
    if any(part.kind == "suspended" for part in sentence.parts):
        return 0
    terms = [part for part in sentence.parts if part.kind in PRISON_TERMS]
    return sum(MONTHS * (part.years or 0) + (part.months or 0) for part in terms)


def no_sentence_is_longer_than_the_law(entry: Entry, index: Index) -> Iterator[Problem]:
    """A part of a sentence is no longer than the law allows where several are combined (Criminal Law 2023, art. 69)."""
    case = whole_case(entry)
    if case is None or any(charge.charge.startswith(HONG_KONG) for charge in case.charges):
        return
    for number, sentence in enumerate(case.sentences):
        for part_number, part in enumerate(sentence.parts):
            limit = int(vocabulary.term("sentence_parts", part.kind).row.get("legal_max", {}).get("months", 0))
            months = MONTHS * (part.years or 0) + (part.months or 0)
            if limit and months > limit:
                at: Path = ("case", "sentences", number, "parts", part_number)
                values = {"found": part.kind, "years": str(limit // MONTHS)}
                yield entry.document.problem(at, "sentence-longer-than-law", **values)


def a_status_follows_from_its_sentence(entry: Entry, index: Index) -> Iterator[Problem]:
    """Who serves life, a suspended sentence or any other was sentenced to it."""
    case = whole_case(entry)
    parts = {part.kind for sentence in case.sentences for part in sentence.parts} if case else set()
    for number, event in enumerate(case.events if case and parts else ()):
        needed = PART_OF_STATUS.get(event.status or "", ())
        if needed and not parts.intersection(needed):
            at: Path = ("case", "events", number, "status")
            yield entry.document.problem(at, "status-against-sentence", found=str(event.status))


def a_term_ends_once(entry: Entry, index: Index) -> Iterator[Problem]:
    """The end of the sentence that lies ahead is the end that the sentence reports."""
    case = case_of(entry)
    reported = [one.ends for one in case.sentences if one.ends and not one.replaced_by] if case else []
    ends = reported[-1] if reported else None
    for number, ahead in enumerate(case.ahead if case and ends else ()):
        if ends and ahead.what == "term-end" and ahead.date and differ(ahead.date, ends):
            at: Path = ("case", "ahead", number, "date")
            yield entry.document.problem(at, "term-end-differs", found=str(ahead.date), ends=str(ends))


def replaced_by_what_came_later(entry: Entry, index: Index) -> Iterator[Problem]:
    """A judgment is replaced by a later one, and nothing by itself."""
    case = case_of(entry)
    if case is None:
        return
    given = {sentence.id: sentence.given for sentence in case.sentences}
    for number, sentence in enumerate(case.sentences):
        other = given.get(sentence.replaced_by or "")
        if other and (sentence.replaced_by == sentence.id or other.certainly_before(sentence.given)):
            at: Path = ("case", "sentences", number, "replaced_by")
            yield entry.document.problem(at, "replaced-by-earlier", found=str(sentence.replaced_by))
    for number, charge in enumerate(case.charges):
        if charge.replaced_by and charge.replaced_by == charge.id:
            at = ("case", "charges", number, "replaced_by")
            yield entry.document.problem(at, "replaced-by-earlier", found=str(charge.replaced_by))


def a_release_fits_its_stage(entry: Entry, index: Index) -> Iterator[Problem]:
    """Who has served a sentence was sentenced; who was released without charge was not indicted."""
    case = whole_case(entry)
    indicted = False
    for number, event in enumerate(case.events if case else ()):
        indicted = indicted or _rank(event) >= INDICTED
        at: Path = ("case", "events", number, "release_type")
        served = event.release_type == "served" and case is not None and not _sentenced_by(case, number)
        if served or (event.release_type == "no-charge" and indicted):
            yield entry.document.problem(at, "release-against-stage", found=str(event.release_type))
        # A new detention begins a new case.
        indicted = indicted and class_of(event.status) != "free"


def _sentenced_by(case: Case, number: int) -> bool:
    return bool(case.sentences) or any(map(is_verdict, case.events[:number]))


RULES = (
    judged_before_sentenced,
    charged_from_the_indictment_on,
    a_verdict_has_its_sentence,
    sentenced_after_custody,
    given_with_its_event,
    serving_when_final,
    a_sentence_ends_in_its_term,
    no_sentence_is_longer_than_the_law,
    a_status_follows_from_its_sentence,
    a_term_ends_once,
    replaced_by_what_came_later,
    a_release_fits_its_stage,
)
