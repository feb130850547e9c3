"""All people by situation as last known, and how many of each were confirmed: one table, one bar, one row of chairs.

Home and the index show the same. A group counts as one, because its number is an estimate; deaths are no part of the
whole, and stand apart in words.
"""

from collections import Counter
from dataclasses import dataclass
from math import ceil

from emptychair.as_of.case_as_of import CaseAsOf
from emptychair.as_of.status import UNKNOWN, confirmed_within
from emptychair.record.campaign import Text
from emptychair.text import vocabulary
from emptychair.views.context import Context

CUSTODY, DIED = "custody", "died"
# So many chairs at most: beyond, one stands for several.
CHAIRS = 60
# Beyond so many they are drawn smaller, so that a phone has them in two rows.
LARGE_CHAIRS = 22


@dataclass(frozen=True)
class SituationRow:
    """A class of situation: how many people were last known in it, of these how many confirmed in the period.

    `confirmed` is None where there is nothing to confirm: of those of whom nothing is known. `left` is where its part
    of the bar begins, `known` and `width` how long the confirmed part and the whole are, in percent; `chairs` how many
    of the row are its.
    """

    code: str
    shape: str
    label: Text
    note: Text
    count: int
    confirmed: int | None
    left: str
    known: str
    width: str
    chairs: int


@dataclass(frozen=True)
class Situation:
    """All people of the lists by situation: `number` with `words` is the one to be seen first.

    `rows` are without deaths, of which `died` speaks ("" where there are none), and without classes that nobody is in;
    one chair stands for `each` people.
    """

    number: str
    words: Text
    rows: tuple[SituationRow, ...]
    died: Text
    each: int
    chairs_label: str
    many: bool


def situation_of(context: Context) -> Situation | None:
    """All people of the lists by situation, made once for a language; None where nobody is in the record yet."""
    if "situation" not in context.memory:
        context.memory["situation"] = _situation(context)
    found: Situation | None = context.memory["situation"]
    return found


def _situation(context: Context) -> Situation | None:
    cases = context.snapshot.listed_cases
    if not cases:
        return None
    total = Counter(case.known_standing.last_class for case in cases)
    confirmed = Counter(case.known_standing.last_class for case in cases if _is_confirmed(context, case))
    living = len(cases) - total[DIED]
    each = ceil(living / CHAIRS) or 1
    rows = _rows(context, total, confirmed, each)
    chairs = sum(row.chairs for row in rows)
    key = "chairs-label" if each == 1 else "chairs-label-each"
    parts = [f"{row.label.value} {row.count}" for row in rows]
    return Situation(
        number=str(total[CUSTODY] or len(cases)),
        words=_words(context, total[CUSTODY], confirmed[CUSTODY], len(cases)),
        rows=rows,
        died=context.plural("count-died", total[DIED]) if total[DIED] else Text("", context.language),
        each=each,
        chairs_label=context.say(key, each=each, parts=context.say("list-join").join(parts)),
        many=chairs > LARGE_CHAIRS,
    )


def _is_confirmed(context: Context, case: CaseAsOf) -> bool:
    """Can the last known situation still be told as a fact, by news of the period?"""
    standing, snapshot = case.known_standing, context.snapshot
    return not standing.faded and confirmed_within(standing, snapshot.campaign.settings, snapshot.today)


def _words(context: Context, custody: int, confirmed: int, everybody: int) -> Text:
    """What the one number counts: those in custody, else, where there are none, everybody."""
    if not custody:
        return context.plural("number-all", everybody)
    months = context.snapshot.campaign.settings.confirm_within_months
    return context.plural("number-custody", custody, confirmed=confirmed, months=months)


def _rows(context: Context, total: Counter[str], confirmed: Counter[str], each: int) -> tuple[SituationRow, ...]:
    rows, before = [], 0
    living = sum(total.values()) - total[DIED]
    for code, term in vocabulary.terms("classes").items():
        count, known = total[code], 0 if code == UNKNOWN else confirmed[code]
        if code == DIED or not count:
            continue
        note = term.get(f"note_{context.language}")
        rows.append(
            SituationRow(
                code=code,
                shape=term.get("shape"),
                label=context.label("classes", code),
                note=Text(note, context.language),
                count=count,
                confirmed=None if code == UNKNOWN else known,
                left=_percent(before, living),
                known=_percent(known, living),
                width=_percent(count, living),
                chairs=ceil(count / each),
            )
        )
        before += count
    return tuple(rows)


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}%"
