"""Faults of charges, verdicts and sentences, each with the edits that follow its cure to the letter."""

from __future__ import annotations

from content_factory import events
from faults.history import FREED, HELD, Row, in_case
from faults.rows import CHARGE, ENDED, RADIO, SENTENCE, VERDICT, case

ENDS = SENTENCE.replace("      given", "      ends: 2023-04-30\n      ends_source: paper\n      given")

# The code of each fault, its rule, its edits, and its cure.
JUDGMENTS: tuple[Row, ...] = (
    ("sentence-without-verdict", "judged_before_sentenced", (case("  sources:", SENTENCE),), (VERDICT,)),
    (
        "convicted-without-verdict",
        "judged_before_sentenced",
        (case("  sources:", CHARGE.replace("suspected", "convicted")),),
        in_case("stage: convicted", "stage: suspected"),
    ),
    (
        "charged-before-indictment",
        "charged_from_the_indictment_on",
        (case("  sources:", CHARGE.replace("suspected", "indicted")),),
        in_case("stage: indicted", "stage: suspected"),
    ),
    ("verdict-without-sentence", "a_verdict_has_its_sentence", (VERDICT,), (case("  sources:", SENTENCE),)),
    (
        "sentence-before-custody",
        "sentenced_after_custody",
        (
            events("id: taken, date: 2020-04-01, stage: sentenced", "id: then, date: 2020-05-01, status: in-custody"),
            case("  sources:", SENTENCE.replace("2020-05-01", "2020-04-01")),
        ),
        in_case("date: 2020-05-01\n      status", "date: 2020-04-01\n      status"),
    ),
    (
        "given-on-another-day",
        "given_with_its_event",
        (VERDICT, case("  sources:", SENTENCE.replace("2020-05-01", "2020-05-02"))),
        in_case("given: 2020-05-02", "given: 2020-05-01"),
    ),
    (
        "serving-before-final",
        "serving_when_final",
        (events("id: taken, date: 2020-05-01, status: imprisoned"), case("  sources:", SENTENCE)),
        in_case("status: imprisoned", "status: imprisoned\n      stage: final"),
    ),
    (
        "ends-before-given",
        "a_sentence_ends_in_its_term",
        (VERDICT, case("  sources:", ENDS.replace("2023-04-30", "2020-04-30"))),
        in_case("ends: 2020-04-30", "ends: 2023-04-30"),
    ),
    (
        "ends-after-term",
        "a_sentence_ends_in_its_term",
        (VERDICT, case("  sources:", ENDS.replace("2023-04-30", "2025-04-30"))),
        in_case("ends: 2025-04-30", "ends: 2023-04-30"),
    ),
    (
        "sentence-longer-than-law",
        "no_sentence_is_longer_than_the_law",
        (VERDICT, case("  sources:", SENTENCE.replace("years: 3", "years: 36"))),
        in_case("years: 36", "months: 36"),
    ),
    (
        "status-against-sentence",
        "a_status_follows_from_its_sentence",
        (
            events("id: taken, date: 2020-05-01, status: suspended-sentence, stage: sentenced"),
            case("  sources:", SENTENCE),
        ),
        in_case("          years: 3", "          years: 3\n        - kind: suspended\n          years: 4"),
    ),
    (
        "term-end-differs",
        "a_term_ends_once",
        (
            VERDICT,
            case("  sources:", ENDS + "\n  ahead:\n    - id: end\n      date: 2023-05-30\n      what: term-end"),
        ),
        in_case("date: 2023-05-30", "date: 2023-04-30"),
    ),
    (
        "replaced-by-earlier",
        "replaced_by_what_came_later",
        (VERDICT, case("  sources:", SENTENCE.replace("given", "replaced_by: first\n      given"))),
        in_case("      replaced_by: first\n", ""),
    ),
    (
        "release-against-stage",
        "a_release_fits_its_stage",
        (RADIO, ENDED, events(HELD, FREED.replace("not-known", "served"))),
        in_case("release_type: served", "release_type: not-known"),
    ),
)
