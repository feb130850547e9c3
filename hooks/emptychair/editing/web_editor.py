"""Links to the code host's editor in which a page is begun already, for those who use neither git nor a terminal."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from emptychair.editing.annotated_page import EXAMPLE_ID, Languages, example_of, specimen
from emptychair.editing.campaign_questions import GITHUB, code_host
from emptychair.editing.questions import next_number
from emptychair.record.models import Case, Event, Source

# The branch from which a campaign is published (publish.yml).
BRANCH = "main"
# A page that is begun has these lines, and no comments: with them its address would be longer than hosts take.
COMMENT = "#"


@dataclass(frozen=True)
class WebEditor:
    """Where a case is begun and where news is entered.

    `new_case` is the host's editor with a page in it, `cases` the list of pages to choose from, because no host fills
    a page that is there already; `event` is the block to put into one. `case_form` and `news_form` are the issue forms.
    """

    new_case: str
    case_form: str
    cases: str
    event: str
    news_form: str


def web_editor(
    repository: str | None, language: str, first: str, slugs: Collection[str], today: date
) -> WebEditor | None:
    """The links for pages in `language`; None where there is no repository, or none whose addresses are known.

    `first` is the first language of the site, whose forms have no language in their names; `slugs` are those of the
    cases that there are.
    """
    if not repository or code_host(repository) != GITHUB:
        return None
    base, folder = repository.rstrip("/"), f"content/{language}/cases"
    page = "\n".join([*_begun(language, today), ""])
    begun = urlencode({"filename": f"{next_number(slugs)}.md", "value": page}, quote_via=quote)
    ending = "" if language == first else f".{language}"
    return WebEditor(
        new_case=f"{base}/new/{BRANCH}/{folder}?{begun}",
        case_form=f"{base}/issues/new?template=new-case{ending}.yml",
        cases=f"{base}/tree/{BRANCH}/{folder}",
        event="\n".join(_event(language, today)),
        news_form=f"{base}/issues/new?template=correction{ending}.yml",
    )


def _begun(language: str, today: date) -> Iterator[str]:
    """The lines of a case with an example in each place that must be filled: checks know them and refuse them."""
    day, facts = today.isoformat(), example_of(Case, language)
    facts["consent"]["reviewed"] = day
    facts["events"] = [example_of(Event, language, "status")]
    facts["sources"] = {EXAMPLE_ID: example_of(Source, language, "publisher", "date", "url")}
    text = specimen("case", Languages(language, language), {"updated": day, "added": day, "case": facts}, "")
    return (line for line in text.rstrip("\n").split("\n") if not line.lstrip().startswith(COMMENT))


def _event(language: str, today: date) -> Iterator[str]:
    lines = list(_begun(language, today))
    first = next(number for number, line in enumerate(lines) if line.startswith("  events:"))
    for line in lines[first + 1 :]:
        if not line.startswith("    "):
            return
        yield line
