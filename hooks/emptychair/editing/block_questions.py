"""The questions about what is added to a page that is there: an event, a sentence, a charge, an outcome and more.

Where the answer of a question stands (`at`) is told from the item of the list, that of a new source from the source.
"""

from collections.abc import Callable, Mapping

from emptychair.editing.answers import parts_of
from emptychair.editing.choices import NEW
from emptychair.editing.ids import id_of_source, proposed_id
from emptychair.editing.questions import (
    VERDICTS,
    Answers,
    Question,
    Setting,
    always,
    day_of_today,
    fixed,
    needs,
    verification_of,
)
from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import Case
from emptychair.rules.facts import NEED_DURATION
from emptychair.text.vocabulary import term

# As many parts as a sentence may be given at once: a term, political rights and a fine are the usual three.
PARTS = ("", "-2", "-3", "-4")
# Stages in which nobody is charged with anything yet; "" where no event has one.
BEFORE_CHARGES = {"", None, "no-procedure", "investigation", "prosecution-review"}
# Parts of a sentence that have a length where it is known.
MAY_LAST = "political-rights"


def questions_about(block: str, setting: Setting) -> tuple[Question, ...]:
    """The questions about one block, in their order."""
    return QUESTIONS[block](setting)


def _words(key: str, at: Path, setting: Setting, row: str = "", required: bool = False) -> tuple[Question, ...]:
    """A text in the language of the page, and in that of each of its translations, where it may be left empty."""

    def answered(answers: Answers) -> bool:
        # A place of detention that stands in recipients.yml has its words there.
        return bool(answers.get(key)) and answers[key] not in setting.places

    others = [
        Question(f"{key}-{one}", at, "in-language", required=False, language=one, when=answered)
        for one in setting.translations
    ]
    return (Question(key, at, row, required=required), *others)


def _sources(setting: Setting, one: bool = False) -> tuple[Question, ...]:
    """On which sources the block rests: those of the page, and the fields of a new one."""

    def is_new(answers: Answers) -> bool:
        return NEW in parts_of(answers.get("source", "")) or bool(answers.get("source-id"))

    row = "one-source" if one else "sources"
    return (
        Question("source", ("sources",), row, many=not one, choices=(NEW,), of="sources", default=_same_sources),
        Question("source-title", ("title",), when=is_new),
        Question("source-publisher", ("publisher",), required=False, when=is_new),
        Question("source-date", ("date",), required=one, when=is_new),
        Question("source-url", ("url",), required=False, when=is_new),
        Question("source-archived", ("archived",), required=False, when=is_new),
        Question("source-id", row="source-id", default=_id_of_source, when=is_new),
    )


def _same_sources(answers: Answers, setting: Setting) -> str:
    return ", ".join(setting.sources)


def _id_of_source(answers: Answers, setting: Setting) -> str:
    return id_of_source(answers, setting.facts.sources if setting.facts else ())


def _id(block: str) -> Question:
    return Question(
        "id", ("id",), "item-id", default=lambda answers, setting: proposed_id(block, answers, setting.facts)
    )


def _event(setting: Setting) -> tuple[Question, ...]:
    def verification(answers: Answers, setting: Setting) -> str:
        return verification_of(answers.get("status", ""))

    def conditions_stand(answers: Answers) -> bool:
        return isinstance(setting.facts, Case) and any(one.until is None for one in setting.facts.flags)

    return (
        Question("date", ("date",), "when"),
        Question("status", ("status",), "event-status", required=False, terms="statuses"),
        Question(
            "release-type",
            ("release_type",),
            terms="release_types",
            when=lambda answers: needs(answers, "status", "statuses", "release_type"),
        ),
        Question("stage", ("stage",), "event-stage", required=False, terms="stages"),
        Question("how", ("how",), terms="closures", when=lambda answers: needs(answers, "stage", "stages", "how")),
        *_words("text", ("text",), setting, "event-text", required=True),
        *_sources(setting),
        Question("reported", ("reported",), required=False),
        # Who gives no answer in a script leaves the line out: the models take it for reported.
        Question("verification", ("verification",), required=False, terms="verification", default=verification),
        Question(
            "flags-ended", required=False, many=True, of="flags", when=conditions_stand, default=_flags_of_custody
        ),
        _id("event"),
    )


def _flags_of_custody(answers: Answers, setting: Setting) -> str:
    """With a release, every condition that stands, but those of the person."""
    released = needs(answers, "status", "statuses", "release_type")
    facts = setting.facts if released and isinstance(setting.facts, Case) else None
    stand = [one.flag for one in facts.flags if one.until is None] if facts else []
    return ", ".join(flag for flag in stand if not term("flags", flag).has("of_person"))


def _sentence(setting: Setting) -> tuple[Question, ...]:
    return (
        Question("event", ("event",), "event-of-judgment", required=False, of="events", default=_judgment),
        Question("given", ("given",), default=_date_of_event),
        *_words("court", ("court",), setting),
        *(question for number, suffix in enumerate(PARTS) for question in _part(number, suffix)),
        Question("ends", ("ends",), required=False),
        *_sources(setting),
        _replaced("sentences", setting),
        _id("sentence"),
    )


def _part(number: int, suffix: str) -> tuple[Question, ...]:
    """One part of a sentence: its kind, and how long or how much. Without the part before it there is none."""
    before = f"part{PARTS[number - 1]}"
    at: Path = ("parts", number)

    def lasts(answers: Answers) -> bool:
        return answers.get(f"part{suffix}", "") in NEED_DURATION

    def may_last(answers: Answers) -> bool:
        return answers.get(f"part{suffix}") == MAY_LAST

    def costs(answers: Answers) -> bool:
        return answers.get(f"part{suffix}") == "fine"

    return (
        Question(
            f"part{suffix}",
            (*at, "kind"),
            "another-part" if number else "part",
            required=not number,
            terms="sentence_parts",
            when=(lambda answers: bool(answers.get(before))) if number else always,
        ),
        Question(f"length{suffix}", at, "length", when=lasts),
        Question(f"length{suffix}", at, "length", required=False, when=may_last),
        Question(f"amount{suffix}", at, "amount", when=costs),
    )


def _charge(setting: Setting) -> tuple[Question, ...]:
    return (
        Question("charge", ("charge",), terms="charges"),
        Question("stage", ("stage",), "charge-stage", terms="charge_stages", default=_stage_of_charge),
        *_words("as-reported", ("as_reported",), setting),
        Question("event", ("event",), "event-of-charge", required=False, of="events", default=_newest_event),
        *_sources(setting),
        _replaced("charges", setting),
        _id("charge"),
    )


def _custody(setting: Setting) -> tuple[Question, ...]:
    facts = setting.facts

    def may_write(answers: Answers) -> bool:
        return isinstance(facts, Case) and "letters" in facts.consent.scope

    def left_another(answers: Answers) -> bool:
        return isinstance(facts, Case) and bool(facts.custody) and facts.custody[-1].until is None

    return (
        *_places(setting),
        *_words("authority", ("authority",), setting),
        Question("from", ("from",), "since", required=False, default=_date_of_newest),
        Question("until", ("until",), "until-when", required=False),
        Question(
            "letters",
            ("letters",),
            "letters-let-in",
            choices=("open", "closed"),
            default=fixed("closed"),
            when=may_write,
        ),
        Question(
            "earlier-until",
            ("until",),
            required=False,
            default=lambda answers, setting: answers.get("from", ""),
            when=left_another,
        ),
        *_sources(setting),
        _id("custody"),
    )


def _places(setting: Setting) -> tuple[Question, ...]:
    first, *others = _words("facility", ("facility",), setting)
    return (Question(first.key, first.at, required=False, of="places"), *others)


def _flag(setting: Setting) -> tuple[Question, ...]:
    return (
        Question("flag", ("flag",), terms="flags"),
        Question("since", ("since",), required=False, default=_date_of_newest),
        Question("until", ("until",), "until-when", required=False),
        Question("verification", ("verification",), required=False, terms="verification"),
        *_sources(setting),
    )


def _outcome(setting: Setting) -> tuple[Question, ...]:
    has_sources = bool(setting.facts and setting.facts.sources)
    return (
        # Its words are held against the checks beside the case that they are about.
        Question("case", ("case",), "cases-closed", many=True, of="cases-left", default=_cases_left),
        Question("outcome", ("state",), choices=("closed", "closed-positive")),
        *_words("text", ("text",), setting, "outcome-text", required=True),
        Question("date", ("date",), "when-closed", default=day_of_today),
        Question(
            "source", ("sources",), "sources", required=False, many=True, of="sources", when=lambda answers: has_sources
        ),
    )


def _news(setting: Setting) -> tuple[Question, ...]:
    return _sources(setting, one=True)


def _replaced(name: str, setting: Setting) -> Question:
    """Which earlier one it takes the place of, where there is one."""
    earlier = getattr(setting.facts, name, ())
    stands = any(not one.replaced_by for one in earlier)
    return Question(
        "replaces", ("replaced_by",), f"replaces-{name}", required=False, of=name, when=lambda answers: stands
    )


def _cases_left(answers: Answers, setting: Setting) -> str:
    facts = setting.facts
    if facts is None or isinstance(facts, Case):
        return ""
    closed = {outcome.case for outcome in facts.outcomes}
    return ", ".join(slug for slug in facts.cases if slug not in closed)


def _judgment(answers: Answers, setting: Setting) -> str:
    """The newest event of a verdict."""
    events = setting.facts.events if isinstance(setting.facts, Case) else ()
    return next((event.id for event in reversed(events) if event.stage in VERDICTS), "")


def _newest_event(answers: Answers, setting: Setting) -> str:
    events = setting.facts.events if isinstance(setting.facts, Case) else ()
    return events[-1].id if events else ""


def _date_of_event(answers: Answers, setting: Setting) -> str:
    event = setting.facts.event(answers.get("event")) if isinstance(setting.facts, Case) else None
    return str(event.date) if event else ""


def _date_of_newest(answers: Answers, setting: Setting) -> str:
    events = setting.facts.events if isinstance(setting.facts, Case) else ()
    return str(events[-1].date) if events else ""


def _stage_of_charge(answers: Answers, setting: Setting) -> str:
    """On suspicion, as long as the case has not come further; then nobody proposes of what somebody is accused."""
    events = setting.facts.events if isinstance(setting.facts, Case) else ()
    stage = next((event.stage for event in reversed(events) if event.stage), "")
    return "suspected" if stage in BEFORE_CHARGES else ""


QUESTIONS: Mapping[str, Callable[[Setting], tuple[Question, ...]]] = {
    "event": _event,
    "sentence": _sentence,
    "charge": _charge,
    "custody": _custody,
    "flag": _flag,
    "outcome": _outcome,
    "news": _news,
}
