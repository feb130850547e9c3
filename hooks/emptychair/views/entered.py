"""When something entered the site, where that was long after it happened: feeds and lists then tell both days."""

from datetime import date, timedelta

from emptychair.text.dates import PartialDate
from emptychair.views.context import Context

# What is entered within a month is news of its own day.
SOON = timedelta(days=31)


def entered_on(context: Context, happened: PartialDate | date, added: date) -> str:
    """The day of entry in words, of what happened, or became known, more than a month before; else "".

    Not before the day on which it was entered: a record of an earlier day is told as it stood.
    """
    day = happened.latest if isinstance(happened, PartialDate) else happened
    late = day + SOON < added <= context.snapshot.today
    return context.say("entered-on", date=context.day(added)) if late else ""
