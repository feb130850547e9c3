"""The dates of a filled form: those of its fields, and those before the lines of its earlier events."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from emptychair.editing.issue_form import Issue, forms
from emptychair.text.typed_dates import LENGTH_LIMIT, readings_of

# In strings/forms.yml: a field holds a date, or lines each of which begins with one.
DATE, DATED_LINES = "date", "dated-lines"
# What stands before an earlier event, and what may stand behind its date: a colon, else a comma or a dash.
BULLET = re.compile(r"^[-*•·\s]+")
COLON = re.compile(r"\s*[:：]\s*")
STOP = re.compile(r"\s*[,，、\t—–]+\s*|\s-+\s")
# Label, what was typed, what it may mean -> what it means, or "" where nobody knows.
Choose = Callable[[str, str, tuple[str, ...]], str]


@dataclass(frozen=True)
class DatedLine:
    """A line that begins with a date: the date as it was typed, what it may mean, and the text behind it."""

    typed: str = ""
    readings: tuple[str, ...] = ()
    text: str = ""


def dated_line(line: str) -> DatedLine:
    """A line -> its date and its text; one without any of them where it does not begin with a date."""
    line = BULLET.sub("", line)
    # A colon parts the two wherever it can; a date may have commas and dashes of its own, so of these the last one.
    stops = [*COLON.finditer(line), *reversed(list(STOP.finditer(line)))]
    parts = ((line[: stop.start()], line[stop.end() :]) for stop in stops if stop.start() <= LENGTH_LIMIT)
    found = (DatedLine(typed, readings_of(typed), text) for typed, text in parts if text)
    return next((one for one in found if one.readings), DatedLine())


def holds(issue: Issue, field: str) -> str:
    """DATE, DATED_LINES, or "" for a field that holds something else."""
    return str(forms()[issue.form].get(field, {}).get("holds", ""))


def with_chosen_dates(issue: Issue, choose: Choose) -> Issue:
    """The form in which each date that can mean several is the one that was chosen, or as it was typed."""
    values = {
        field: "\n".join(_chosen(issue, field, line, choose) for line in text.split("\n"))
        if holds(issue, field)
        else text
        for field, text in issue.values.items()
    }
    return replace(issue, values=values)


def _chosen(issue: Issue, field: str, line: str, choose: Choose) -> str:
    found = DatedLine(line, readings_of(line)) if holds(issue, field) == DATE else dated_line(line)
    if len(found.readings) < 2:
        return line
    chosen = choose(forms()[issue.form][field][issue.language], found.typed, found.readings)
    return line.replace(found.typed, chosen, 1) if chosen else line
