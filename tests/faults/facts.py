"""Faults of single fields, and of what they refer to."""

from __future__ import annotations

from content_factory import ACTION, CASE, RECIPIENTS, SETTINGS, UPDATE, Edit, above, events
from faults.rows import CHARGE, NO_ZH, PHOTO, REPORT, SENTENCE, VERDICT, case, fault

MODEL_FAULTS = (
    fault("missing", Edit(CASE, "  kind: person\n", "")),
    fault(
        "missing", Edit(CASE, '      text: "Police took Li Si from the office."\n', ""), NO_ZH, name="missing-in-item"
    ),
    fault("unknown-key", Edit(CASE, "  kind: person", "  kind: person\n  plase: Beijing")),
    fault(
        "unknown-key", Edit(CASE, "      status: taken-away", "      statuz: taken-away"), name="unknown-key-in-item"
    ),
    fault("unknown-key", Edit(CASE, "  kind: person", '  kind: person\n  "地点": Beijing'), name="unknown-key-far"),
    fault("unknown-key", above(UPDATE, "  kind: news", "  status: released"), name="unknown-key-of-update"),
    fault("unknown-term", Edit(CASE, "status: taken-away", "status: taken-awai")),
    fault("unknown-term", Edit(CASE, '    en: "Li Si"', '    fr: "Li Si"'), name="unknown-language"),
    fault("unknown-term", Edit(CASE, "  kind: person", "  kind: person\n  regions:\n    held: CN-HK"), name="cn-hk"),
    fault("unknown-term", Edit(CASE, "[name, story]", "[name, story, all]"), name="unknown-term-in-list"),
    fault("stage-as-status", Edit(CASE, "status: taken-away", "status: indicted")),
    fault("bad-date", Edit(CASE, "date: 2020-05-01", "date: 2020-5")),
    fault("no-such-month", Edit(CASE, "date: 2020-05-01", "date: 2020-13-01")),
    fault("no-such-day", Edit(CASE, "date: 2020-05-01", "date: 2019-02-29")),
    fault("no-such-day", Edit(CASE, "added: 2020-06-01", "added: 2020-06-31"), name="no-such-day-of-page"),
    fault("unknown-term", Edit(CASE, "status: taken-away", "status: detained"), name="unknown-term-synonym"),
    fault("unknown-term", Edit(CASE, "status: taken-away", "status: 刑事拘留"), name="unknown-term-label"),
    fault("unknown-term", Edit(CASE, "[name, story]", "[name, tale]"), name="unknown-term-far"),
    fault("bad-date", Edit(CASE, "as_of: 2020-05-01", "as_of: 2020/5/1"), name="bad-date-slashes"),
    fault("bad-date", Edit(ACTION, "until: 2020-06-24", "until: soon"), name="bad-deadline"),
    fault("bad-day", Edit(CASE, "added: 2020-06-01", "added: 2020年6月1日")),
    fault("bad-day", Edit(UPDATE, "updated: 2020-06-01", "updated: tomorrow"), name="bad-day-far"),
    fault("bad-slug", Edit(CASE, "    paper:", "    The_Paper:")),
    fault("bad-slug", case("  sources:", "  custody:\n    - id: Prison"), name="bad-slug-of-item"),
    fault("bad-link", Edit(CASE, '      publisher: "A newspaper"', "      url: javascript:alert(1)"), NO_ZH),
    fault("bad-email", Edit(RECIPIENTS, "  country: CN", '  email: "[email protected]"\n  country: CN')),
    fault("email-in-capitals", Edit(RECIPIENTS, "  country: CN", '  email: "O\'Brien@example.org"\n  country: CN')),
    fault("must-be-true-or-false", Edit(SETTINGS, "sample: true", "sample: 是"), name="true-in-chinese"),
    fault(
        "key-elsewhere",
        Edit(CASE, "  as_of: 2020-05-01\n", ""),
        Edit(CASE, '      publisher: "A newspaper"\n', '      publisher: "A newspaper"\nas_of: 2020-05-01\n'),
    ),
    fault(
        "unknown-key",
        Edit(SETTINGS, "page_size: 2", "page_sise: 2"),
        name="unknown-key-for-a-missing-one",
    ),
    fault("bad-tag-uri", Edit(SETTINGS, "tag:example.org,2026:test", "https://example.org")),
    fault("bad-timezone", Edit(SETTINGS, '"UTC"', "Europe/Pekin")),
    fault("must-be-list", Edit(CASE, "[name, story]", "name")),
    fault("must-be-list", above(CASE, "  sources:", "  charges: subversion"), name="must-be-list-of-items"),
    fault("must-be-mapping", Edit(CASE, '    en: "Li Si"\n    zh: "李四"\n', ""), Edit(CASE, "names:", "names: Li Si")),
    fault(
        "must-be-mapping",
        Edit(CASE, "    basis: public-record\n    reviewed: 2020-05\n    scope: [name, story]\n", ""),
        Edit(CASE, "consent:", "consent: yes"),
        name="must-be-mapping-model",
    ),
    fault(
        "must-be-mapping",
        Edit(RECIPIENTS, "police:\n", "friend: somebody\npolice:\n"),
        name="must-be-mapping-recipient",
    ),
    fault("must-be-text", Edit(UPDATE, '"News of Li Si"', "[News, Li Si]")),
    fault(
        "must-be-number",
        case("  sources:", "  count: nine\n  count_is: about"),
        Edit(CASE, "kind: person", "kind: group"),
    ),
    fault("must-be-true-or-false", Edit(SETTINGS, "sample: true", "sample: maybe")),
    fault(
        "must-be-true-or-false",
        Edit(RECIPIENTS, "  country: CN", "  office_named: perhaps\n  country: CN"),
        name="office-named",
    ),
    fault("not-one-of", Edit(CASE, "kind: person", "kind: people")),
    fault("not-one-of", Edit(SETTINGS, "respectful", "polite"), name="not-one-of-settings"),
    fault("empty-list", Edit(ACTION, "[li-si]", "[]")),
    fault(
        "empty-list",
        Edit(UPDATE, '  sources:\n    paper:\n      title: "A published source"\n', "  sources: {}\n"),
        name="empty-mapping",
    ),
    fault("out-of-range", Edit(SETTINGS, "page_size: 2", "page_size: 0")),
    fault("out-of-range", Edit(SETTINGS, "closing_soon_days: 14", "closing_soon_days: 400"), name="out-of-range-above"),
    fault(
        "out-of-range",
        VERDICT,
        above(CASE, "  sources:", SENTENCE + "\n        - kind: fine\n          amount: 0\n          currency: CNY"),
        name="out-of-range-below",
    ),
    fault("bad-form", above(UPDATE, "  kind: news", '  event:\n    date: 2020-06-30\n    time: "25:00"')),
    fault("bad-form", Edit("en/reports/all.md", "", REPORT.replace('"12"', '"about 12"')), name="bad-number"),
    fault(
        "out-of-range",
        above(CASE, "  sources:", "  count: " + "9" * 5000 + "\n  count_is: about"),
        Edit(CASE, "kind: person", "kind: group"),
        name="endless-number",
    ),
)


REFERENCE_FAULTS = (
    fault("unknown-case", Edit(ACTION, "[li-si]", "[li-sii]"), rule="known_cases"),
    fault(
        "unknown-case",
        case("  sources:", "  related:\n    - case: wang-wu\n      relation: friend"),
        rule="known_cases",
        name="unknown-related",
    ),
    fault(
        "unknown-action", Edit(UPDATE, "  cases: [li-si]", "  cases: [li-si]\n  actions: [wrote]"), rule="known_actions"
    ),
    fault(
        "unknown-action",
        above(ACTION, "  issued: 2020-05-10", "  follows: before"),
        rule="known_actions",
        name="unknown-follows",
    ),
    fault("unknown-recipient", Edit(ACTION, "recipient: police", "recipient: polise"), rule="known_recipients"),
    fault(
        "unknown-recipient",
        above(ACTION, "  issued: 2020-05-10", "  report_to: office"),
        rule="known_recipients",
        name="unknown-report-to",
    ),
    fault(
        "unknown-source",
        Edit(CASE, "      status: taken-away", "      status: taken-away\n      sources: [papers]"),
        rule="known_sources",
    ),
    fault(
        "unknown-source",
        VERDICT,
        case(
            "  sources:",
            SENTENCE.replace("      given", "      ends: 2023-05-01\n      ends_source: judge\n      given"),
        ),
        rule="known_sources",
        name="unknown-ends-source",
    ),
    fault(
        "event-without-source",
        Edit(CASE, "    paper:", '    radio:\n      title: "Another"\n    paper:'),
        rule="events_have_sources",
    ),
    fault("unknown-event", case("  sources:", CHARGE.replace("event: taken", "event: took")), rule="known_events"),
    fault(
        "unknown-charge",
        case("  sources:", CHARGE.replace("suspected", "replaced\n      replaced_by: quarrel")),
        rule="known_replacements",
    ),
    fault(
        "unknown-sentence",
        VERDICT,
        case("  sources:", SENTENCE.replace("given", "replaced_by: second\n      given")),
        rule="known_replacements",
    ),
    fault("follows-itself", above(ACTION, "  issued: 2020-05-10", "  follows: write"), rule="follows_another"),
    fault(
        "equal-ids", events("id: taken, date: 2020, status: rsdl", "id: taken, date: 2020"), NO_ZH, rule="unequal_ids"
    ),
    fault(
        "unknown-picture",
        Edit(CASE, "[name, story]", "[name, story, photo]"),
        *PHOTO,
        rule="known_pictures",
    ),
)
