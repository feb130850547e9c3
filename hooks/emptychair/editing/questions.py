"""The questions about a new page, in their order: what each asks for, when, and its default."""

import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from emptychair.front_matter.yaml_builder import Path
from emptychair.record.models import Action, Case
from emptychair.text.vocabulary import term, terms

Answers = Mapping[str, str]
# The ids of the one source and of the one demand that a new page has.
SOURCE_ID = "source"
DEMAND_ID = "first"
# Stages that a verdict begins.
VERDICTS = {"sentenced", "sentenced-on-appeal", "final", "death-review"}
NUMBERED = re.compile(r"c-([0-9]{4})")


@dataclass(frozen=True)
class Setting:
    """What answers depend on besides each other: the language of the page, the day, the slugs that are taken.

    `other_language` is that of a second name. A page that is there already has its `facts`, and its `translations` are
    the languages in which it stands besides its own. `places` are the ids of recipients, of which some are prisons,
    and `sources` the ids on which the news rests that is being told.
    """

    language: str
    other_language: str
    today: date
    slugs: Collection[str]
    facts: Case | Action | None = None
    translations: tuple[str, ...] = ()
    places: Collection[str] = ()
    sources: tuple[str, ...] = ()


Default = Callable[[Answers, Setting], str]


def nothing(answers: Answers, setting: Setting) -> str:
    """No default."""
    return ""


def always(answers: Answers) -> bool:
    """A question that is asked whatever was answered before."""
    return True


@dataclass(frozen=True)
class Question:
    """One question: its key (the option, and the row of strings/questions.yml) and where its answer stands.

    `at` is empty for what is no entry of the front matter (the slug, the body). `row` is another row of the strings.
    `terms` is a word list, `choices` are fixed words, `of` is what the record has (editing/choices.py). `language` is
    that of the translation in which the answer stands. A `default` is taken where nobody can be asked, unless the
    answer must be somebody's own (`explicit`).
    """

    key: str
    at: Path = ()
    row: str = ""
    required: bool = True
    many: bool = False
    terms: str = ""
    choices: tuple[str, ...] = ()
    of: str = ""
    language: str = ""
    default: Default = nothing
    explicit: bool = False
    when: Callable[[Answers], bool] = always

    @property
    def needed(self) -> bool:
        """Must somebody answer it?"""
        return self.required and (self.explicit or self.default is nothing)


def next_number(slugs: Collection[str]) -> str:
    """The next slug that says nothing about anybody: c-0001, or one above the highest that is taken."""
    taken = [int(match[1]) for slug in slugs if (match := NUMBERED.fullmatch(slug))]
    return f"c-{max(taken, default=0) + 1:04}"


def slug_of(words: str) -> str:
    """Latin words as a slug: Älva Å. -> alva-a; "" where there is nothing that a slug can hold."""
    plain = unicodedata.normalize("NFKD", words).encode("ascii", "ignore").decode().lower()
    return "-".join(re.findall("[a-z0-9]+", plain.replace("'", "")))[:60].strip("-")


def other_language(language: str, languages: Iterable[str]) -> str:
    """The language of a page, those of the site -> that of a second name: of the site, else of all of names."""
    return next(one for one in (*languages, *terms("languages")) if one != language)


def _slug_of_case(answers: Answers, setting: Setting) -> str:
    # A name stays in every link after the page is withdrawn: it is never proposed, and may be typed.
    return next_number(setting.slugs)


def _slug_of_title(answers: Answers, setting: Setting) -> str:
    return slug_of(answers.get("title", ""))


def day_of_today(answers: Answers, setting: Setting) -> str:
    """The day in the time zone of the campaign, as a default."""
    return setting.today.isoformat()


def _this_month(answers: Answers, setting: Setting) -> str:
    return setting.today.isoformat()[:7]


def fixed(text: str) -> Default:
    """The same default whatever was answered before."""
    return lambda answers, setting: text


def _verification(answers: Answers, setting: Setting) -> str:
    return verification_of(answers.get("event-status", ""))


def verification_of(status: str) -> str:
    """How certain a status is where nobody says it: the first that its row allows, else as reported."""
    allowed = terms("statuses")[status].row.get("verification") if status in terms("statuses") else None
    return allowed[0] if allowed else "reported"


def _newest(answers: Answers, setting: Setting) -> str:
    return answers.get("source-date") or answers.get("event-date", "")


def _is_group(answers: Answers) -> bool:
    return answers.get("kind") == "group"


def needs(answers: Answers, key: str, name: str, field: str) -> bool:
    """Does the term of a list that was answered to a question need another field beside it?"""
    code = answers.get(key, "")
    return code in terms(name) and field in term(name, code).needs()


def _needs_type(answers: Answers) -> bool:
    return needs(answers, "event-status", "statuses", "release_type")


def _needs_how(answers: Answers) -> bool:
    return needs(answers, "event-stage", "stages", "how")


def _is_ongoing(answers: Answers) -> bool:
    return answers.get("until") == "ongoing"


def _is_event(answers: Answers) -> bool:
    return answers.get("update-kind") == "event"


def _sources(kind: str, required: bool = True) -> tuple[Question, ...]:
    at: Path = (kind, "sources", SOURCE_ID)

    def named(answers: Answers) -> bool:
        return bool(answers.get("source-title"))

    return (
        Question("source-title", (*at, "title"), required=required),
        Question("source-publisher", (*at, "publisher"), required=False, when=named),
        Question("source-date", (*at, "date"), required=False, when=named),
        Question("source-url", (*at, "url"), required=False, when=named),
        Question("source-archived", (*at, "archived"), required=False, when=named),
    )


EVENT: Path = ("case", "events", 0)
TITLED = (
    Question("title", ("title",)),
    Question("slug", default=_slug_of_title, explicit=True),
    Question("description", ("description",), required=False),
)
QUESTIONS: Mapping[str, tuple[Question, ...]] = {
    "case": (
        Question("basis", ("case", "consent", "basis"), terms="consent_bases"),
        Question("kind", ("case", "kind"), choices=("person", "group"), default=fixed("person")),
        Question("count", ("case", "count"), when=_is_group),
        Question("count-is", ("case", "count_is"), terms="count_kinds", when=_is_group),
        Question("name", ("case", "names", "")),
        Question("other-name", ("case", "names", "other"), required=False),
        Question("slug", default=_slug_of_case, explicit=True),
        Question("description", ("description",), required=False),
        Question("pronoun", ("case", "pronoun"), terms="pronouns", default=fixed("unknown")),
        Question("roles", ("case", "roles"), required=False, many=True, terms="roles"),
        Question("region", ("case", "regions", "held"), required=False, terms="regions"),
        Question("place", ("case", "place"), required=False),
        *_sources("case"),
        Question("event-date", (*EVENT, "date")),
        Question("event-status", (*EVENT, "status"), terms="statuses"),
        Question("release-type", (*EVENT, "release_type"), terms="release_types", when=_needs_type),
        Question("event-stage", (*EVENT, "stage"), required=False, terms="stages"),
        Question("how", (*EVENT, "how"), terms="closures", when=_needs_how),
        Question("event-text", (*EVENT, "text")),
        Question("verification", (*EVENT, "verification"), terms="verification", default=_verification),
        Question("as-of", ("case", "as_of"), default=_newest),
        Question("story", required=False),
        Question(
            "scope",
            ("case", "consent", "scope"),
            many=True,
            terms="consent_scopes",
            default=fixed("name, story"),
            explicit=True,
        ),
        Question("reviewed", ("case", "consent", "reviewed"), default=_this_month),
    ),
    "action": (
        *TITLED,
        Question("cases", ("action", "cases"), many=True, of="cases"),
        Question("issued", ("action", "issued"), default=day_of_today),
        Question("until", ("action", "until")),
        Question("review-by", ("action", "review_by"), when=_is_ongoing),
        Question("recipients", ("action", "recipients"), many=True, of="recipients"),
        Question("demand", ("action", "demands", 0, "text")),
        Question("reasons", required=False),
        Question("letter"),
    ),
    "update": (
        Question("day", default=day_of_today),
        *TITLED,
        Question("update-kind", ("update", "kind"), terms="update_kinds", default=fixed("news")),
        Question("event-day", ("update", "event", "date"), when=_is_event),
        Question("cases", ("update", "cases"), required=False, many=True, of="cases"),
        *_sources("update"),
        Question("text"),
    ),
    "report": (
        *TITLED,
        Question("published", ("report", "published")),
        Question("publisher", ("report", "publisher"), required=False),
        Question("cases", ("report", "cases"), required=False, many=True, of="cases"),
        Question("download", ("report", "download"), required=False),
        *_sources("report", required=False),
        Question("text"),
    ),
}
