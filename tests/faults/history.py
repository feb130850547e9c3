"""Faults of the events of a case against what hangs on them, each with the edits that follow its cure to the letter."""

from __future__ import annotations

from content_factory import CASE, Edit, events
from faults.rows import ENDED, OF_BOTH, RADIO, SENTENCE, WANG_WU, WEI_ZHILI, case

Row = tuple[str, str, tuple[Edit, ...], tuple[Edit, ...]]
HELD = f"id: taken, date: 2020-04-01, status: in-custody, {OF_BOTH}"
FREED = f"id: freed, date: 2020-05-01, status: released, release_type: not-known, verification: confirmed, {OF_BOTH}"
RELEASE = (RADIO, ENDED, events(HELD, FREED))
FLAG = "  flags:\n    - flag: incommunicado\n      since: {since}"
CUSTODY = "  custody:\n    - id: centre\n      from: {start}"


def in_case(old: str, new: str) -> tuple[Edit, ...]:
    """One change to the case."""
    return (Edit(CASE, old, new),)


# The code of each fault, its rule, its edits, and its cure.
HISTORY: tuple[Row, ...] = (
    (
        "before-first-event",
        "nothing_before_the_first_event",
        (case("  sources:", FLAG.format(since="2020-04-30")),),
        in_case("since: 2020-04-30", "since: 2020-05-01"),
    ),
    (
        "same-event-twice",
        "no_event_twice",
        (events("id: taken, date: 2020-04-30, status: rsdl", "id: again, date: 2020-05-01, status: rsdl"),),
        in_case('    - id: again\n      date: 2020-05-01\n      status: rsdl\n      text: "It is so."\n', ""),
    ),
    (
        "release-without-custody",
        "released_from_somewhere",
        (RADIO, ENDED, events(FREED.replace("id: freed", "id: taken"))),
        in_case(
            "    - id: taken",
            "    - id: held\n      date: 2020-04-01\n      status: in-custody\n      sources: [paper]\n"
            '      text: "So."\n'
            "    - id: taken",
        ),
    ),
    (
        "serving-after-release",
        "no_sentence_goes_on_after_release",
        (
            RADIO,
            events(
                f"id: taken, date: 2020-04-01, status: imprisoned, stage: final, {OF_BOTH}",
                FREED.replace("2020-05-01", "2020-04-20"),
                f"id: back, date: 2020-05-01, status: imprisoned, {OF_BOTH}",
            ),
            case("  sources:", SENTENCE.replace("2020-05-01", "2020-04-01")),
        ),
        in_case(
            "    - id: back",
            f'    - id: again\n      date: 2020-04-25\n      status: in-custody\n      {OF_BOTH}\n      text: "So."\n'
            "    - id: back",
        ),
    ),
    (
        "detained-after-arrest",
        "arrest_comes_after_detention",
        (
            events(
                "id: taken, date: 2020-04-01, status: arrested",
                "id: then, date: 2020-05-01, status: criminal-detention",
            ),
        ),
        in_case("status: arrested", "status: in-custody"),
    ),
    (
        "stage-goes-back",
        "stages_go_forward",
        (events("id: taken, date: 2020-04-01, stage: on-trial", "id: then, date: 2020-05-01, stage: investigation"),),
        in_case("stage: investigation", "stage: retrial"),
    ),
    (
        "longer-than-law",
        "no_measure_outlasts_the_law",
        (
            events(
                "id: taken, date: 2020-01-01, status: criminal-detention",
                "id: then, date: 2020-05-01, status: arrested",
            ),
        ),
        (case("  sources:", "  flags:\n    - flag: prolonged-detention"),),
    ),
    (
        "dated-after-death",
        "nothing_dated_after_a_death",
        (
            RADIO,
            ENDED,
            events(f"id: taken, date: 2020-04-01, status: died-in-custody, {OF_BOTH}"),
            case("  sources:", CUSTODY.format(start="2020-05-01") + "\n      until: 2020-05-02"),
        ),
        in_case("from: 2020-05-01", "from: 2020-04-01"),
    ),
    (
        "custody-after-release",
        "custody_ends_with_release",
        (*RELEASE, case("  sources:", CUSTODY.format(start="2020-04-01"))),
        in_case("from: 2020-04-01", "from: 2020-04-01\n      until: 2020-05-01"),
    ),
    (
        "flag-after-release",
        "custody_ends_with_release",
        (*RELEASE, case("  sources:", FLAG.format(since="2020-04-01"))),
        in_case("since: 2020-04-01", "since: 2020-04-01\n      until: 2020-05-01"),
    ),
    (
        "checked-before-news",
        "looked_after_the_news",
        in_case("  as_of: 2020-05-01", "  as_of: 2020-05-01\n  checked: 2020-04"),
        in_case("  checked: 2020-04\n", ""),
    ),
    (
        "added-before-event",
        "entered_after_it_happened",
        (events("id: taken, date: 2020-05-01, status: taken-away, added: 2020-04-30"),),
        in_case("added: 2020-04-30", "added: 2020-05-30"),
    ),
    (
        "consent-before-release",
        "consent_is_asked_anew_after_release",
        (*RELEASE, *in_case("basis: public-record\n    reviewed: 2020-05", "basis: informed\n    reviewed: 2020-04")),
        in_case("reviewed: 2020-04", "reviewed: 2020-06"),
    ),
    (
        "count-below-members",
        "a_group_is_many",
        (
            WANG_WU,
            WEI_ZHILI,
            *in_case("kind: person", "kind: group\n  count: 1\n  count_is: exactly\n  members: [wang-wu, wei-zhili]"),
        ),
        in_case("count: 1", "count: 2"),
    ),
    (
        "pronoun-of-group",
        "a_group_is_many",
        in_case("kind: person", "kind: group\n  count: 9\n  count_is: about\n  pronoun: she"),
        in_case("pronoun: she", "pronoun: they"),
    ),
)
