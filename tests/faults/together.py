"""Faults of facts against sources, other pages and reasons, each with the edits that follow its cure to the letter."""

from __future__ import annotations

from content_factory import ACTION, CASE, MINIMAL, RECIPIENTS, Edit, above, events
from faults.history import CUSTODY, FREED, HELD, HISTORY, Row, in_case
from faults.judgments import JUDGMENTS
from faults.rows import ENDED, OF_BOTH, OUTCOME, RADIO, REPORT, SENTENCE, VERDICT, Fault, case, fault, letter
from sample_images import picture

SOURCE = '      title: "A published source"'
ADDRESS = '      publisher: "A newspaper"\n      url: "https://news.example/li-si"'
URL = Edit(CASE, '      publisher: "A newspaper"', ADDRESS)
KAZAKH = MINIMAL[CASE].replace('    en: "Li Si"\n    zh: "李四"\n', '    kk: "Ли Сы"\n')
OFFICE = MINIMAL[RECIPIENTS].replace("police:\n  kind", "office:\n  kind")
UPDATED = "updated: 2020-06-01\ncase:"


def _action(old: str, new: str) -> tuple[Edit, ...]:
    return (Edit(ACTION, old, new),)


_SOURCES: tuple[Row, ...] = (
    (
        "event-after-its-sources",
        "sources_are_not_older",
        in_case(SOURCE, f"{SOURCE}\n      date: 2020-04-20"),
        in_case("date: 2020-04-20", "date: 2020-05-02"),
    ),
    (
        "source-older-than-event",
        "sources_are_not_older",
        (
            RADIO,
            *in_case(SOURCE, f"{SOURCE}\n      date: 2020-04-20"),
            *in_case("status: taken-away", f"status: taken-away\n      {OF_BOTH}"),
        ),
        in_case(OF_BOTH, "sources: [radio]"),
    ),
    (
        "news-without-source",
        "news_rests_on_a_source",
        (*in_case(SOURCE, f"{SOURCE}\n      date: 2020-05-01"), *in_case("as_of: 2020-05-01", "as_of: 2020-05-20")),
        in_case("as_of: 2020-05-20", "as_of: 2020-05-01"),
    ),
    (
        "release-on-one-source",
        "a_release_has_two_signs",
        (RADIO, ENDED, events(HELD, FREED.replace(OF_BOTH, "sources: [paper]"))),
        in_case("sources: [paper]", OF_BOTH),
    ),
    (
        "death-on-one-source",
        "a_death_has_two_signs",
        (RADIO, ENDED, events("id: taken, date: 2020-05-01, status: deceased, sources: [paper]")),
        in_case("sources: [paper]", OF_BOTH),
    ),
)

_PAGES: tuple[Row, ...] = (
    ("letters-after-release", "letters_stop_with_a_release", (RADIO, events(HELD, FREED)), (ENDED,)),
    (
        "issued-before-events",
        "issued_for_what_happened",
        _action("issued: 2020-05-10", "issued: 2020-04-10"),
        _action("issued: 2020-04-10", "issued: 2020-05-10"),
    ),
    (
        "outcome-before-issue",
        "outcomes_after_issue",
        (above(ACTION, "  demands:", OUTCOME.replace("2020-05-20", "2020-05-09")),),
        _action("date: 2020-05-09", "date: 2020-05-20"),
    ),
    (
        "better-in-custody",
        "no_better_in_custody",
        (above(ACTION, "  demands:", OUTCOME.replace("state: closed", "state: closed-positive")),),
        _action("state: closed-positive", "state: closed"),
    ),
    (
        "follows-later",
        "follows_what_came_before",
        (letter("issued: 2020-05-10", "issued: 2020-05-20"), above(ACTION, "  issued: 2020-05-10", "  follows: more")),
        (Edit("en/actions/more.md", "issued: 2020-05-20", "issued: 2020-05-02"),),
    ),
    (
        "recipient-out-of-office",
        "recipients_in_office",
        (Edit(RECIPIENTS, "  country: CN", "  term:\n    until: 2020-04\n  country: CN"),),
        (Edit(RECIPIENTS, "police:\n  kind", f"{OFFICE}police:\n  kind"), *_action("nt: police", "nt: office")),
    ),
    (
        "more-than-all",
        "statistics_can_be",
        (Edit("en/reports/all.md", "", REPORT.replace('"12"', '"120"\n      unit: percent')),),
        (Edit("en/reports/all.md", "unit: percent", "unit: count"),),
    ),
    (
        "figure-after-report",
        "statistics_can_be",
        (Edit("en/reports/all.md", "", REPORT.replace('"12"', '"12"\n      as_of: 2020-06')),),
        (Edit("en/reports/all.md", "as_of: 2020-06", "as_of: 2020-05"),),
    ),
    (
        "same-name",
        "one_person_once",
        (Edit("en/cases/wang-wu.md", "", MINIMAL[CASE]),),
        (Edit("en/cases/wang-wu.md", "  kind: person", "  kind: person\n  not_the_same_as: [li-si]"),),
    ),
    (
        "same-source-and-date",
        "one_person_once",
        (URL, Edit("en/cases/wang-wu.md", "", KAZAKH.replace('      publisher: "A newspaper"', ADDRESS))),
        (Edit("en/cases/wang-wu.md", "  kind: person", "  kind: person\n  not_the_same_as: [li-si]"),),
    ),
    (
        "example-left",
        "no_example_is_left",
        (case("  sources:", '  custody:\n    - id: centre\n      facility: "The city\'s detention centre"'),),
        in_case("The city's", "Felt Street"),
    ),
    (
        "reason-without-words",
        "",
        (VERDICT, *in_case(UPDATED, UPDATED.replace("case:", 'because:\n  verdict-without-sentence: "..."\ncase:'))),
        in_case('"..."', '"No source gives the term."'),
    ),
    (
        "reason-unused",
        "",
        in_case(
            UPDATED, UPDATED.replace("case:", 'because:\n  verdict-without-sentence: "No source gives it."\ncase:')
        ),
        in_case('because:\n  verdict-without-sentence: "No source gives it."\n', ""),
    ),
)

SCAN = "li-si-paper-1.jpg"
PAPER = f"""\
  documents:
    - id: paper
      title: "A judgment"
      language: zh
      pages: [{SCAN}]"""

_PAPERS: tuple[Row, ...] = (
    (
        "document-shows-others",
        "documents_are_looked_through",
        (Edit(f"assets/{SCAN}", "", picture(30, 40, "JPEG")), case("  sources:", PAPER)),
        in_case(
            UPDATED, UPDATED.replace("case:", 'because:\n  document-shows-others: "Witnesses are blacked out."\ncase:')
        ),
    ),
)

_ROWS = (*HISTORY, *JUDGMENTS, *_SOURCES, *_PAGES, *_PAPERS)
TOGETHER_FAULTS: tuple[Fault, ...] = (
    *(fault(code, *edits, rule=rule) for code, rule, edits, _ in _ROWS),
    fault(
        "before-first-event",
        case("  sources:", CUSTODY.format(start="2020-04-30")),
        rule="nothing_before_the_first_event",
        name="custody-before-first-event",
    ),
    fault(
        "before-first-event",
        VERDICT,
        case("  sources:", SENTENCE.replace("      event: taken\n", "").replace("2020-05-01", "2020-04-30")),
        rule="nothing_before_the_first_event",
        name="sentence-before-first-event",
    ),
)
# What an editor does who follows the cure of a fault to the letter, by the name of its row.
CURES = {code: cure for code, _, _, cure in _ROWS}
