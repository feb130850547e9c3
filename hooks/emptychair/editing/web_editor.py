"""Links to the code host's editor in which a page is begun already, for those who use neither git nor a terminal."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from emptychair.editing.annotated_page import EXAMPLE_ID, Languages, example_of, specimen
from emptychair.editing.campaign_questions import GITHUB, code_host
from emptychair.editing.questions import next_number
from emptychair.editing.scaffold_texts import written_in
from emptychair.record.models import Case, Event, Source
from emptychair.text.strings import shipped_languages
from emptychair.text.traditional import nearest_script

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
    repository: str | None, language: str, languages: Sequence[str], slugs: Collection[str], today: date
) -> WebEditor | None:
    """The links for a reader in `language`; None where there is no repository, or none whose addresses are known.

    `languages` are those of the site in their order, `slugs` those of the cases that there are. Nobody writes in a
    script that is converted from another, so its readers begin a page in that one.
    """
    if not repository or code_host(repository) != GITHUB:
        return None
    written = written_in(languages)
    language = language if language in written else nearest_script(language) or written[0]
    base, folder = repository.rstrip("/"), f"content/{language}/cases"
    page = "\n".join([*_begun(language, today), ""])
    begun = urlencode({"filename": f"{next_number(slugs)}.md", "value": page}, quote_via=quote)
    ending = "" if language == written[0] else f".{language}"
    return WebEditor(
        new_case=f"{base}/new/{BRANCH}/{folder}?{begun}",
        case_form=f"{base}/issues/new?template=new-case{ending}.yml",
        cases=f"{base}/tree/{BRANCH}/{folder}",
        event="\n".join(_event(language, today)),
        news_form=f"{base}/issues/new?template=correction{ending}.yml",
    )


def _begun(language: str, today: date) -> Iterator[str]:
    """The lines of a case with an example in each place that must be filled: checks know them and refuse them."""
    # A language of a campaign's own has no examples.
    known = language if language in shipped_languages() else shipped_languages()[0]
    day, facts = today.isoformat(), example_of(Case, known)
    facts["names"] = dict.fromkeys([language], *facts["names"].values())
    facts["consent"]["reviewed"] = day
    facts["events"] = [example_of(Event, known, "status")]
    facts["sources"] = {EXAMPLE_ID: example_of(Source, known, "publisher", "date", "url")}
    text = specimen("case", Languages(language, language), {"updated": day, "added": day, "case": facts}, "")
    return (line for line in text.rstrip("\n").split("\n") if not line.lstrip().startswith(COMMENT))


def _event(language: str, today: date) -> Iterator[str]:
    lines = list(_begun(language, today))
    first = next(number for number, line in enumerate(lines) if line.startswith("  events:"))
    for line in lines[first + 1 :]:
        if not line.startswith("    "):
            return
        yield line
