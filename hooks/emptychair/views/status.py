"""A status in words and shape, and how it faded: on the case's page, and as one line in lists."""

from dataclasses import dataclass

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.status import Fading, Standing, counter_start
from emptychair.record.campaign import Text
from emptychair.text import vocabulary
from emptychair.views.context import Context, name_of, other_names
from emptychair.views.formatting import day_in_words, span_in_words
from emptychair.views.pictures import SmallPicture, small_picture

# The language of characters, and of what is derived from it (zh-Hant).
CHINESE = "zh"


@dataclass(frozen=True, slots=True)
class StatusView:
    """`line` is one line for lists; `sentences` are for the case's page, what faded in the past tense."""

    code: str
    class_code: str
    shape: str
    class_label: Text
    label: Text
    line: Text
    sentences: tuple[Text, ...]
    faded: bool


def status_of(context: Context, standing: Standing) -> StatusView:
    """The standing of a case in words."""
    class_row = vocabulary.term("classes", standing.class_code)
    label = context.label("statuses", standing.code)
    as_of = context.day(standing.as_of)
    key = "status-line-faded" if standing.faded else "status-line"
    return StatusView(
        code=standing.code,
        class_code=standing.class_code,
        shape=class_row.get("shape"),
        class_label=context.label("classes", standing.class_code),
        label=label,
        line=context.words(key, status=label, date=as_of),
        sentences=tuple(_sentences(context, standing)),
        faded=standing.faded,
    )


def _sentences(context: Context, standing: Standing) -> list[Text]:
    language = context.language
    status = vocabulary.term("statuses", standing.code)
    as_of = context.day(standing.as_of)
    if standing.faded:
        past = status.get(f"past_{language}") or status.label(language)
        reasons = [_fading(context, "stale", status=past, date=as_of)]
        return reasons + [_reason(context, fading) for fading in standing.fadings if fading.reason != "stale"]
    sentences = [context.words("status-as-of", status=status.label(language), date=as_of)]
    start = counter_start(standing)
    if start:
        counter = vocabulary.term("classes", standing.class_code).get(f"counter_{language}")
        since = counter.format(date=context.limit(start))
        sentences.append(context.words("sentence", text=since[:1].upper() + since[1:]))
    return sentences


def _reason(context: Context, fading: Fading) -> Text:
    limit = span_in_words(fading.limit, context.language) if fading.limit else ""
    return _fading(context, fading.reason, date=day_in_words(fading.date, context.language), limit=limit)


def _fading(context: Context, code: str, **values: str) -> Text:
    return Text(vocabulary.term("fading", code).label(context.language).format_map(values), context.language)


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case in a list: `path` is its address in the language.

    `names` are those in both scripts, the portrait first: the characters, where the person has any; `name` is the one
    of them that is the reader's own.
    """

    path: str
    name: Text
    names: tuple[Text, ...]
    description: Text
    status: StatusView
    picture: SmallPicture | None


def card_of(context: Context, case: CaseAsOf) -> CaseCard:
    """One row of a list, made once for a language. Raises LookupError for a case without an event."""
    path = case.record.path
    if path not in context.memory:
        context.memory[path] = _card(context, case)
    card: CaseCard = context.memory[path]
    return card


def _card(context: Context, case: CaseAsOf) -> CaseCard:
    language = context.language
    name = name_of(case.record, language)
    names = (name, *other_names(case.record, language))
    return CaseCard(
        path=case.record.path,
        name=name,
        # A stable sort: the others stay in their order.
        names=tuple(sorted(names, key=lambda one: not one.language.startswith(CHINESE))),
        description=case.record.description(language) if case.visibility == "full" else Text("", language),
        status=status_of(context, case.known_standing),
        picture=small_picture(context, case),
    )
