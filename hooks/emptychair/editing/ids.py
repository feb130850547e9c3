"""Ids that are proposed: words that say what an entry is, because they are never changed afterwards."""

from collections.abc import Collection, Sequence
from urllib.parse import urlsplit

from emptychair.editing.questions import VERDICTS, Answers, slug_of
from emptychair.editing.record_changes import free_id
from emptychair.record.models import Action, Case
from emptychair.text.dates import parse_partial_date

# So many words of a text say what it is about.
WORDS = 3
# The list of a case in which a block stands, and the answers after which its id is called, the best first.
LISTS = {"event": "events", "sentence": "sentences", "charge": "charges", "custody": "custody"}
NAMED_AFTER = {"event": ("status", "stage"), "sentence": ("event",), "charge": ("charge",), "custody": ()}
TEXTS = {"event": "text", "custody": "facility"}
DATES = {"event": "date", "sentence": "given", "custody": "from", "charge": ""}


def proposed_id(block: str, answers: Answers, facts: Case | Action | None) -> str:
    """The id of a new item of a case: its code, else words of its text, else its kind with its year.

    One that is taken gets the year, and only then a number.
    """
    taken = [one.id for one in getattr(facts, LISTS[block], ())]
    year = _year(answers.get(DATES[block], ""))
    keys = ("stage",) if answers.get("stage") in VERDICTS else NAMED_AFTER[block]
    code = next((answers[key] for key in keys if answers.get(key)), "")
    words = _first_words(answers.get(TEXTS.get(block, ""), ""))
    return _free(slug_of(code) or words or "-".join(filter(None, (block, year))), year, taken)


def id_of_source(answers: Answers, taken: Collection[str]) -> str:
    """The id of a new source: who published it, else its host, else words of its title; and its year."""
    host = (urlsplit(answers.get("source-url", "")).hostname or "").removeprefix("www.").partition(".")[0]
    names = (
        _first_words(answers.get("source-publisher", "")),
        slug_of(host),
        _first_words(answers.get("source-title", "")),
    )
    name = next(filter(None, names), "source")
    year = _year(answers.get("source-date", ""))
    return free_id("-".join(filter(None, (name, year))), list(taken))


def _free(wanted: str, year: str, taken: Sequence[str]) -> str:
    dated = f"{wanted}-{year}"
    return free_id(dated if wanted in taken and year and not wanted.endswith(year) else wanted, taken)


def _first_words(text: str) -> str:
    """The first words of a text as a slug, or "" where few of its signs can stand in one: half a name is no name."""
    slug = slug_of(text)
    return "-".join(slug.split("-")[:WORDS]) if 2 * len(slug) > len(text.strip()) else ""


def _year(date: str) -> str:
    try:
        return str(parse_partial_date(date).latest.year) if date else ""
    except ValueError:
        return ""
