"""Faults of values beside other values: dates, statuses, numbers, consent."""

from __future__ import annotations

from content_factory import ACTION, CASE, MINIMAL, UPDATE, Edit, above, events
from faults.rows import CHARGE, ENDED, OF_BOTH, OUTCOME, PHOTO, RADIO, SENTENCE, VERDICT, case, fault, letter
from sample_images import picture

VALUE_FAULTS = (
    fault(
        "dates-out-of-order",
        events("id: taken, date: 2020-05-01, status: rsdl", "id: before, date: 2020-04-30"),
        rule="events_in_order",
    ),
    fault(
        "ends-before-it-begins",
        case("  sources:", "  flags:\n    - flag: incommunicado\n      since: 2020-05\n      until: 2020-04-30"),
        rule="nothing_ends_before_it_begins",
    ),
    fault(
        "ends-before-it-begins",
        case("  sources:", "  custody:\n    - id: centre\n      from: 2020-05-01\n      until: 2019-05-20"),
        rule="nothing_ends_before_it_begins",
        name="custody-ends-before-it-begins",
    ),
    fault(
        "derived-flag",
        case("  sources:", "  flags:\n    - flag: re-detained\n      since: 2020-05-01"),
        rule="flags_are_not_derived",
    ),
    fault(
        "reported-too-early",
        events("id: taken, date: 2020-05-01, reported: 2020-04, status: rsdl"),
        rule="reported_after_it_happened",
    ),
    fault(
        "later-than-updated",
        Edit(CASE, '      title: "A published source"', '      title: "A published source"\n      date: 2020-07'),
        rule="not_newer_than_the_page",
    ),
    fault(
        "later-than-updated",
        Edit(CASE, "added: 2020-06-01", "added: 2020-06-02"),
        rule="not_newer_than_the_page",
        name="added-later-than-updated",
    ),
    fault(
        "later-than-updated",
        Edit("en/updates/2020-06-02-more.md", "", MINIMAL[UPDATE]),
        rule="not_newer_than_the_page",
        name="update-later-than-updated",
    ),
    fault("as-of-too-early", Edit(CASE, "as_of: 2020-05-01", "as_of: 2020-04-30"), rule="news_not_older_than_events"),
    fault(
        "status-after-death",
        RADIO,
        ENDED,
        events(
            f"id: taken, date: 2020-04, status: died-in-custody, {OF_BOTH}",
            f"id: then, date: 2020-05-01, status: rsdl, {OF_BOTH}",
        ),
        rule="nothing_after_a_death",
    ),
    fault(
        "needed-by-term",
        RADIO,
        ENDED,
        events(
            f"id: taken, date: 2020-04-01, status: in-custody, {OF_BOTH}",
            f"id: then, date: 2020-05-01, status: released, verification: confirmed, {OF_BOTH}",
        ),
        rule="terms_have_what_they_need",
    ),
    fault(
        "needed-by-term",
        events("id: taken, date: 2020-05-01, stage: case-dropped"),
        rule="terms_have_what_they_need",
        name="dropped-needs-how",
    ),
    fault(
        "needed-by-term",
        case("  sources:", "  flags:\n    - flag: torture-alleged"),
        rule="terms_have_what_they_need",
        name="torture-needs-verification",
    ),
    fault(
        "needed-by-term",
        case("  sources:", CHARGE.replace("suspected", "replaced")),
        rule="terms_have_what_they_need",
        name="replaced-needs-by",
    ),
    fault(
        "not-verified-enough",
        events(
            "id: taken, date: 2020-04-01, status: in-custody",
            "id: then, date: 2020-05-01, status: released, release_type: no-charge",
        ),
        rule="release_is_verified",
    ),
    fault(
        "finding-without-finder",
        Edit(CASE, "taken-away", "enforced-disappearance"),
        Edit(CASE, '\n      publisher: "A newspaper"', ""),
        rule="disappearance_has_a_finder",
    ),
    fault(
        "outside-consent", Edit(CASE, "[name, story]", "[story]"), rule="within_consent", name="name-outside-consent"
    ),
    fault(
        "outside-consent", Edit(CASE, "[name, story]", "[name]"), rule="within_consent", name="story-outside-consent"
    ),
    fault(
        "outside-consent",
        case("  sources:", "  flags:\n    - flag: health-concern"),
        rule="within_consent",
        name="health-outside-consent",
    ),
    fault(
        "outside-consent",
        case("  sources:", "  related:\n    - case: li-si\n      relation: spouse"),
        rule="within_consent",
        name="family-outside-consent",
    ),
    fault(
        "outside-consent",
        case("  sources:", "  custody:\n    - id: prison\n      letters: open"),
        rule="within_consent",
        name="letters-outside-consent",
    ),
    fault(
        "outside-consent",
        Edit("assets/li-si.jpg", "", picture(file_format="JPEG")),
        *PHOTO,
        rule="within_consent",
        name="photo-outside-consent",
    ),
    fault("group-without-count", Edit(CASE, "kind: person", "kind: group"), rule="group_says_how_many"),
    fault(
        "missing",
        Edit(CASE, "kind: person", "kind: group\n  count: 9"),
        rule="group_says_how_many",
        name="missing-count-is",
    ),
    fault(
        "count-of-person", Edit(CASE, "kind: person", "kind: person\n  members: [li-si]"), rule="group_says_how_many"
    ),
    fault(
        "part-without-duration",
        VERDICT,
        case("  sources:", SENTENCE.replace("\n          years: 3", "")),
        rule="sentences_have_measure",
    ),
    fault(
        "missing",
        VERDICT,
        case("  sources:", SENTENCE.replace("given", "ends: 2023\n      given")),
        rule="sentences_have_measure",
        name="missing-ends-source",
    ),
    fault(
        "missing",
        VERDICT,
        case("  sources:", SENTENCE.replace("years: 3", "years: 3\n          amount: 1")),
        rule="sentences_have_measure",
        name="missing-currency",
    ),
    fault("deadline-not-a-day", Edit(ACTION, "until: 2020-06-24", "until: 2020-06"), rule="deadline_after_issue"),
    fault("deadline-before-issue", Edit(ACTION, "until: 2020-06-24", "until: 2020-05-09"), rule="deadline_after_issue"),
    fault(
        "review-of-deadline",
        Edit(ACTION, "until: 2020-06-24", "until: 2020-06-24\n  review_by: 2020-06-24"),
        rule="ongoing_is_reviewed",
    ),
    fault("ongoing-without-review", Edit(ACTION, "until: 2020-06-24", "until: ongoing"), rule="ongoing_is_reviewed"),
    fault(
        "review-too-late",
        Edit(ACTION, "until: 2020-06-24", "until: ongoing\n  review_by: 2020-12-02"),
        rule="ongoing_is_reviewed",
    ),
    fault(
        "outcome-of-other-case",
        above(ACTION, "  demands:", OUTCOME + OUTCOME.removeprefix("  outcomes:").replace("id: out", "id: again")),
        rule="outcomes_of_its_cases",
    ),
    fault("no-letter", letter("## The letter {#letter}", "## The letter {#words}"), rule="action_has_letter"),
    fault("empty-letter", letter("I am writing about Li Si.\n", ""), rule="letters_are_plain"),
    fault(
        "letter-with-markup",
        letter("I am writing about Li Si.", "I am writing about Li Si.\n\nPlease release **Li Si**."),
        rule="letters_are_plain",
    ),
    fault(
        "letter-with-code",
        letter("I am writing about Li Si.", "I am writing\nabout Li Si &amp; his friends."),
        rule="letters_are_plain",
    ),
    fault(
        "letter-with-markup",
        letter("I am writing about Li Si.", "I am ＊＊writing＊＊ about Li Si."),
        rule="letters_are_plain",
        name="letter-with-wide-markup",
    ),
    fault(
        "letter-with-list",
        letter("I am writing about Li Si.", "I ask you:\n1. to release him;\n2. to pay him."),
        rule="letters_are_plain",
    ),
)
