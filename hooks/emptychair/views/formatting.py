"""Dates, spans, articles of law and amounts in words, in each language. The patterns are data in strings/."""

import re
from datetime import date

from babel.dates import format_date
from babel.numbers import format_currency, format_decimal, get_decimal_symbol

from emptychair.record.models import SentencePart
from emptychair.text import vocabulary
from emptychair.text.dates import PartialDate, Span
from emptychair.text.law_versions import Citation, citation
from emptychair.text.locales import in_own_direction, locale_of
from emptychair.text.strings import Strings, kept_by_languages

ARTICLE = re.compile(r"(\d+)(?:-(\d+))?(?:\((\d+)\))?")
# The digits of small change in the pattern of an amount (Unicode Technical Standard 35, part 3, section 3).
SMALL_CHANGE = re.compile(r"[.]0+")


@kept_by_languages(8192)
def day_in_words(day: PartialDate | date, language: str) -> str:
    """A date as far as it is known: 14 April 2020, about April 2020, by April 2020, between two dates."""
    if isinstance(day, date):
        return _formatted(day, "day", language)
    say = Strings(language, "dates")
    if day.form == "by" and day.end:
        return say("by", date=day_in_words(day.end, language))
    if day.start and day.end:
        return say("between", start=day_in_words(day.start, language), end=day_in_words(day.end, language))
    words = _formatted(day.latest, day.form, language)
    return say("about", date=words) if day.about else words


def limit_in_words(day: PartialDate | date, language: str) -> str:
    """A date as it stands behind "since" or "until": never "since by 2022"."""
    say = Strings(language, "dates")
    if isinstance(day, PartialDate) and day.form == "by" and day.end:
        return say("by-limit", date=day_in_words(day.end, language))
    if isinstance(day, PartialDate) and day.start and day.end:
        return say("between-limit", start=day_in_words(day.start, language), end=day_in_words(day.end, language))
    return day_in_words(day, language)


def near_day_in_words(day: date, today: date, language: str) -> str:
    """A day, without its year where that is the one of `today`: 15 June."""
    if day.year != today.year:
        return day_in_words(day, language)
    words = format_date(day, Strings(language, "dates")("pattern-day-month"), locale=locale_of(language))
    return in_own_direction(words, language)


def _formatted(day: date, form: str, language: str) -> str:
    words = format_date(day, Strings(language, "dates")(f"pattern-{form}"), locale=locale_of(language))
    return in_own_direction(words, language)


def span_in_words(span: Span, language: str) -> str:
    """30 days, six months as a number: "6 months"."""
    say = Strings(language, "dates")
    return say.plural("months", span.months) if span.months else say.plural("days", span.days)


def amount_in_words(amount: int, currency: str, language: str) -> str:
    """An amount of money without small change."""
    locale = locale_of(language)
    pattern = SMALL_CHANGE.sub("", locale.currency_formats["standard"].pattern)
    return format_currency(amount, currency, pattern, locale=locale, currency_digits=False)


def number_in_words(number: str, unit: str, language: str) -> str:
    """A figure of a report: 1,190 or 18.5%."""
    whole, point, fraction = number.partition(".")
    # A figure is told as the source gives it: no digit is rounded away, and none is added.
    locale = locale_of(language)
    words = format_decimal(int(whole), locale=locale) + (get_decimal_symbol(locale) if point else "") + fraction
    if unit != "percent":
        return words
    percent = locale.percent_formats[None]
    return f"{percent.prefix[0]}{words}{percent.suffix[0]}"


def part_in_words(part: SentencePart, language: str) -> str:
    """One part of a sentence: its kind, with its term or its amount."""
    say = Strings(language, "dates")
    kind = vocabulary.term("sentence_parts", part.kind).label(language)
    measures = [say.plural("years", part.years)] if part.years else []
    measures += [say.plural("months", part.months)] if part.months else []
    if part.amount and part.currency:
        measures.append(amount_in_words(part.amount, part.currency, language))
    return say("part", kind=kind, measure=say("and").join(measures)) if measures else kind


@kept_by_languages(None)
def law_in_words(charge: str, language: str, day: date | None = None) -> str:
    """The article of a charge with its law and the version in force on `day`, or "" where the word list names none.

    Without a day, the version of the word list. An article of 2023 and one of 2012 may bear the same number and say
    something else.
    """
    row = vocabulary.term("charges", charge).row
    say = Strings(language, "dates")
    cited = (citation(row, entry, day) for entry in row.get("articles") or [row])
    return say("list").join(_citation_in_words(one, say) for one in cited if one)


def _citation_in_words(one: Citation, say: Strings) -> str:
    name = vocabulary.term("laws", one.law).label(say.language)
    words = say("article-join").join(_article(part.strip(), say) for part in one.article.split(",") if part)
    key = "law-article" if words else "law" if one.version else "law-alone"
    return say(key, law=name, article=words, version=one.version)


def _article(article: str, say: Strings) -> str:
    """105(2) -> 第105条第2款, 291-1(2) -> 第291条之一第2款; in English as it is."""
    match = ARTICLE.fullmatch(article)
    if not match:
        return say("article", number=article)
    words = say("article", number=match[1])
    if match[2]:
        words += say("article-addition", number=say("numerals")[int(match[2])])
    return words + (say("article-paragraph", number=match[3]) if match[3] else "")


@kept_by_languages(None)
def limit_law_in_words(status: str, language: str) -> str:
    """The article that limits a status, with its law and version. Raises KeyError where the word list names none."""
    limit, say = vocabulary.term("statuses", status).row["legal_max"], Strings(language, "dates")
    name = vocabulary.term("laws", limit["law"]).label(language)
    article = say("article-join").join(_article(one.strip(), say) for one in limit["article"].split(","))
    return say("law-article", law=name, article=article, version=limit["version"])
