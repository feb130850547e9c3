"""How old the record is: the day of the newest news that a page tells, and what lists say where all of it is old."""

from dataclasses import dataclass
from datetime import date

from emptychair.as_of.routes import Route
from emptychair.text.dates import PartialDate
from emptychair.text.strings import Strings
from emptychair.views.context import Context
from emptychair.views.deadlines import moment_of

# The kinds of pages that tell of the whole record, or of news: there an old record says so.
KINDS = frozenset({"index", "status", "facet", "actions", "archive", "updates", "update", "reports"})


@dataclass(frozen=True)
class Age:
    """Is the record `old` on the day of the build, or from which moment is it (UTC, ISO 8601); what is said then."""

    old: bool
    old_from: str
    sentence: str


def age_of(context: Context) -> Age | None:
    """What a page says of the age of the record; None on pages that do not, and where nothing is told yet."""
    snapshot = context.snapshot
    newest, begins = snapshot.newest_news, snapshot.old_from
    if newest is None or begins is None or context.route.kind not in KINDS:
        return None
    sentence = context.say("banner-old", date=_in_words(context, newest))
    return Age(snapshot.is_old, moment_of(context, begins), sentence)


def newest_news(context: Context, route: Route) -> str:
    """The day of the newest news that a page tells, else of the whole record, in words; "" where nothing is told."""
    record = context.snapshot.campaign.record_at(route.path)
    day = (context.snapshot.news_of(record) if record else None) or context.snapshot.newest_news
    return _in_words(context, day) if day else ""


def _in_words(context: Context, day: PartialDate | date) -> str:
    """A day in words; of what lies before a day or between two, the last, or today: nothing is newer than that."""
    if isinstance(day, PartialDate) and day.end:
        last = day.end if day.latest <= context.snapshot.today else context.snapshot.today
        return Strings(context.language, "dates")("by-limit", date=context.day(last))
    return context.day(day)
