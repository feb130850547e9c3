"""The pages of a list, and their rows."""

from __future__ import annotations

from datetime import date

from campaign_outputs import TODAY, article, by_class, pages


def hrefs(html: str, name: str) -> list[str]:
    """Where the first link in each element of a class leads."""
    return [next(one.iter("a")).get("href", "") for one in by_class(html, name)]


def pages_of_list(path: str, language: str = "en", day: date = TODAY) -> list[str]:
    """The articles of a list, in order."""
    found = pages(language, day).routes.by_path
    count = found[path].pages
    return [article(path if number == 1 else f"{path}-{number}", language, day) for number in range(1, count + 1)]
