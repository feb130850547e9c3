"""One fault to a row: the change to a right content folder that makes it, its code, and the rule that finds it.

The exact lines that each row gives stand in broken/faults.txt, in English and in Chinese. Faults of the text of front
matter stand as whole files in broken/*.md.
"""

from __future__ import annotations

from dataclasses import dataclass

from content_factory import (
    ACTION,
    ACTION_ZH,
    CASE,
    CASE_ZH,
    MINIMAL,
    RECIPIENTS,
    SETTINGS,
    UPDATE,
    Edit,
    above,
    events,
)
from emptychair.record.withdrawn_names import text_of, with_names
from sample_images import moving, picture


@dataclass(frozen=True)
class Fault:
    """A row: `code` is a row of strings/problems.yml; `rule` is a function of rules/ or overdue, "" for the model."""

    name: str
    code: str
    edits: tuple[Edit, ...]
    rule: str = ""
    today: str = ""

    def __str__(self) -> str:
        return self.name


def fault(code: str, *edits: Edit, rule: str = "", name: str = "", today: str = "") -> Fault:
    """A row, named after its code where no other has it."""
    return Fault(name or code, code, edits, rule, today)


NO_ZH = Edit(CASE_ZH, "", "---\nupdated: 2020-06-01\ntranslates: 2020-06-01\n---\n李四组织工人。\n")
SENTENCE = """\
  sentences:
    - id: first
      event: taken
      given: 2020-05-02
      parts:
        - kind: fixed-term
          years: 3"""
CHARGE = """\
  charges:
    - id: quarrels
      charge: picking-quarrels
      stage: suspected
      event: taken"""
OUTCOME = """\
  outcomes:
    - id: out
      case: li-si
      state: closed
      date: 2020-05-20
      text: "It is over.\""""
REPORT = """\
---
title: "A report"
added: 2020-06-01
updated: 2020-06-01
report:
  published: 2020-05
  statistics:
    - id: all
      number: "12"
      text: "people"
---
Words.
"""
WITHDRAWN = "withdrawn.yml"
SALT = "00" * 16
PROSE = '---\ntitle: "About"\nupdated: 2020-06-01\n---\nWords.\n'


def case(line: str, text: str) -> Edit:
    """Lines above a line of the case."""
    return above(CASE, line, text)


def body(text: str) -> Edit:
    """Another body of the case."""
    return Edit(CASE, "Li Si organised workers.\n", text)


def alone(path: str, new: str, old: str, text: str) -> Edit:
    """A page like one of the folder with one change, and without a twin whose headings would differ."""
    assert MINIMAL[path].count(old) == 1
    return Edit(new, "", MINIMAL[path].replace(old, text))


def alone_body(text: str) -> Edit:
    """A case without a twin, with this body."""
    return alone(CASE, "en/cases/wang-wu.md", "Li Si organised workers.\n", text)


def letter(old: str, text: str) -> Edit:
    """An action without a twin, with a change to its letter."""
    return alone(ACTION, "en/actions/more.md", old, text)


PHOTO = (
    case("  sources:", '  photo:\n    file: li-si.jpg\n    credit: "C"\n    licence: "L"\n    alt: "A"'),
    Edit(CASE_ZH, "words:\n", 'words:\n  photo:\n    alt: "甲"\n'),
)


def withdrawn(*names: str) -> Edit:
    """A register of withdrawn names."""
    return Edit(WITHDRAWN, "", text_of(with_names(None, SALT, names), []))


def person(path: str, english: str, chinese: str, text: str) -> Edit:
    """Another case, in one language."""
    return Edit(
        path,
        "",
        MINIMAL[CASE]
        .replace('    zh: "李四"', f'    zh: "{chinese}"')
        .replace("Li Si organised workers.", text)
        .replace("Li Si", english),
    )


WANG_WU = person("en/cases/wang-wu.md", "Wang Wu", "王小五", "Wang Wu organised workers.")
WEI_ZHILI = person("en/cases/wei-zhili.md", "Wei Zhili", "危志立", "Wei Zhili edited a website.")


def wei_zhili(text: str) -> Edit:
    """The case of Wei Zhili with this body."""
    return person("en/cases/wei-zhili.md", "Wei Zhili", "危志立", text)


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
    fault("bad-date", Edit(CASE, "date: 2020-05-01", "date: 2020-13-01")),
    fault("bad-date", Edit(CASE, "as_of: 2020-05-01", "as_of: 2020/5/1"), name="bad-date-slashes"),
    fault("bad-date", Edit(ACTION, "until: 2020-06-24", "until: soon"), name="bad-deadline"),
    fault("bad-day", Edit(CASE, "added: 2020-06-01", "added: 2020年6月1日")),
    fault("bad-day", Edit(UPDATE, "updated: 2020-06-01", "updated: tomorrow"), name="bad-day-far"),
    fault("bad-slug", Edit(CASE, "    paper:", "    The_Paper:")),
    fault("bad-slug", case("  sources:", "  custody:\n    - id: Prison"), name="bad-slug-of-item"),
    fault("bad-link", Edit(CASE, '      publisher: "A newspaper"', "      url: javascript:alert(1)"), NO_ZH),
    fault("bad-email", Edit(RECIPIENTS, "  country: CN", '  email: "[email protected]"\n  country: CN')),
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

PAIR_FAULTS = (
    fault(
        "translation-without-source",
        Edit("zh/about.md", "", PROSE.replace("---\nW", "translates: 2020-06-01\n---\nW")),
        rule="has_source_page",
    ),
    fault("two-source-pages", Edit("en/about.md", "", PROSE), Edit("zh/about.md", "", PROSE), rule="one_source_page"),
    fault("missing", Edit(UPDATE, 'title: "News of Li Si"\n', ""), rule="has_title", name="missing-title"),
    fault("title-of-case", above(CASE, "added: 2020-06-01", 'title: "Li Si"'), rule="has_title"),
    fault("missing", Edit("en/reports/all.md", "", PROSE), rule="holds_its_facts", name="missing-facts"),
    fault(
        "facts-in-prose",
        Edit("en/about.md", "", PROSE.replace("---\nW", "report:\n  published: 2020\n---\nW")),
        rule="holds_its_facts",
    ),
    fault(
        "facts-of-another-kind",
        above(UPDATE, "update:", "report:\n  published: 2020"),
        rule="holds_its_facts",
    ),
    fault("facts-in-translation", above(ACTION_ZH, "words:", "action:\n  issued: 2020-05-10")),
    fault(
        "translates-ahead",
        Edit(CASE_ZH, "updated: 2020-06-01\ntranslates: 2020-06-01", "updated: 2020-06-02\ntranslates: 2020-06-02"),
        rule="translates_not_ahead",
    ),
    fault(
        "later-than-updated",
        Edit(CASE_ZH, "updated: 2020-06-01", "updated: 2020-05-31"),
        rule="translates_not_ahead",
        name="translates-later-than-updated",
    ),
    fault(
        "heading-missing",
        body("Li Si organised workers.\n\n## Work {#work}\n"),
        rule="equal_headings",
    ),
    fault("not-translated", Edit(CASE_ZH, "李四组织工人。\n", "李四组织工人。\n\n…\n"), rule="body_is_translated"),
    fault("not-translated", Edit(CASE_ZH, "李四组织工人。\n", ""), rule="body_is_translated", name="empty-translation"),
    fault(
        "heading-added",
        Edit(CASE_ZH, "李四组织工人。\n", "李四组织工人。\n\n## 工作 {#work}\n"),
        rule="equal_headings",
    ),
    fault(
        "stale-translation",
        Edit(CASE_ZH, "translates: 2020-06-01", "translates: 2020-05-31"),
        rule="translates_not_ahead",
    ),
    fault(
        "unknown-word",
        Edit(CASE_ZH, "words:\n", 'words:\n  placs: "北京"\n'),
        case("  sources:", '  place: "Beijing"'),
        rule="known_words",
    ),
    fault(
        "unknown-word",
        Edit(CASE_ZH, 'taken: "警方从办公室将李四带走。"', 'taken:\n      test: "带走。"'),
        rule="known_words",
        name="unknown-word-in-item",
    ),
    fault("word-of-nothing", Edit(CASE_ZH, "words:\n", 'words:\n  place: "北京"\n'), rule="known_words"),
    fault("word-without-item", Edit(CASE_ZH, "    taken:", "    take:"), rule="known_words"),
    fault(
        "must-be-mapping",
        Edit(CASE_ZH, 'events:\n    taken: "警方从办公室将李四带走。"', 'events: "带走。"'),
        rule="known_words",
        name="words-must-be-mapping",
    ),
    fault(
        "must-be-text",
        Edit(CASE_ZH, '"警方从办公室将李四带走。"', '["带走。"]'),
        rule="known_words",
        name="word-must-be-text",
    ),
    fault(
        "must-be-text",
        Edit(CASE_ZH, '"警方从办公室将李四带走。"', '\n      text: ["带走。"]'),
        rule="known_words",
        name="named-word-must-be-text",
    ),
)

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
        events("id: taken, date: 2020-04, status: died-in-custody", "id: then, date: 2020-05-01, status: rsdl"),
        rule="nothing_after_a_death",
    ),
    fault(
        "needed-by-term",
        events("id: taken, date: 2020-05-01, status: released, verification: confirmed"),
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
        events("id: taken, date: 2020-05-01, status: released, release_type: no-charge"),
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
        case("  sources:", SENTENCE.replace("\n          years: 3", "")),
        rule="sentences_have_measure",
    ),
    fault(
        "missing",
        case("  sources:", SENTENCE.replace("given", "ends: 2023\n      given")),
        rule="sentences_have_measure",
        name="missing-ends-source",
    ),
    fault(
        "missing",
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
)

TWIN_FAULTS = (
    fault(
        "figures-differ",
        body("Li Si organised workers on 1 May 2020.\n"),
        Edit(CASE_ZH, "李四组织工人。", "李四在2020年5月2日组织工人。"),
        rule="equal_figures",
    ),
    fault(
        "figures-differ",
        Edit(CASE, "from the office.", "from the office, for 48 hours."),
        rule="equal_figures",
        name="figure-only-in-the-source",
    ),
    fault(
        "figures-differ",
        Edit(ACTION_ZH, "我为李四的事写信。", "我为李四的事写信，李四已被关押三年。"),
        Edit(ACTION, "I am writing about Li Si.", "I am writing about Li Si, who has been held for two years."),
        rule="equal_figures",
        name="term-in-letter",
    ),
    fault("names-differ", WANG_WU, body("Li Si and Wang Wu organised workers.\n"), rule="equal_names"),
    fault(
        "names-differ",
        WANG_WU,
        Edit(ACTION_ZH, "我为李四的事写信。", "我为王小五的事写信。"),
        rule="equal_names",
        name="other-name-in-letter",
    ),
    fault("links-differ", body("See [the action](../actions/write.md).\n"), rule="equal_links"),
    fault(
        "demand-missing",
        Edit(ACTION, 'see a lawyer."\n', 'see a lawyer."\n    - id: family\n      text: "Tell the family."\n'),
        rule="demands_are_all_there",
    ),
)

SIGN_FAULTS = (
    fault("mixed-scripts", body("Li Si оrganised workers.\n"), rule="words_of_one_script"),
    fault(
        "mixed-scripts",
        Edit(RECIPIENTS, "Public Security Bureau", "Public Sеcurity Bureau"),
        rule="words_of_one_script",
        name="mixed-scripts-in-recipients",
    ),
    fault(
        "mixed-scripts",
        Edit(CASE, "status: taken-away", "status: taken-аway"),
        rule="words_of_one_script",
        name="mixed-scripts-in-term",
    ),
    fault("email-not-ascii", body("Write to оffice@example.org.\n"), rule="addresses_are_ascii"),
    fault(
        "email-not-ascii",
        Edit(SETTINGS, '"A test"', '"office＠example．org"'),
        rule="addresses_are_ascii",
        name="email-not-ascii-in-settings",
    ),
    fault("protected-address", Edit(CASE_ZH, "从办公室", "从[email protected]"), rule="no_protected_addresses"),
    fault(
        "protected-address",
        alone_body("[[email protected]](/cdn-cgi/l/email-protection#a1b2)\n"),
        rule="no_protected_addresses",
        name="protected-address-in-body",
    ),
    fault("conversion-leftover", body("Li Si [bookmark: _GoBack] organised workers.\n"), rule="no_leftovers"),
    fault(
        "conversion-leftover",
        Edit(CASE_ZH, "李四组织工人。", "李四组织工人。错误！未定义书签。"),
        rule="no_leftovers",
        name="conversion-leftover-chinese",
    ),
    fault(
        "conversion-leftover",
        Edit(CASE, "organiser of workers", "organiser&nbsp;of workers"),
        rule="no_leftovers",
        name="entity-in-front-matter",
    ),
    fault("note-without-text", alone_body("Li Si organised workers.[2]\n"), rule="no_marks_of_notes"),
    fault("odd-blank", body("　　Li Si organised workers.\n"), rule="blanks_are_blanks"),
    fault("name-run-together", WEI_ZHILI, body("With WeiZhili, Li Si organised workers.\n"), rule="names_stand_alone"),
    fault(
        "name-run-together",
        Edit(CASE, "took Li Si from", "took Li Siand others from"),
        rule="names_stand_alone",
        name="name-run-into-a-word",
    ),
    fault("name-spelt-otherwise", wei_zhili("Wei Zhi Li edited a website."), rule="names_have_one_spelling"),
    fault(
        "name-spelt-otherwise",
        wei_zhili("Wei Zhily edited a website."),
        rule="names_have_one_spelling",
        name="name-misspelt",
    ),
    fault(
        "name-spelt-otherwise",
        wei_zhili("Wie Zhili edited a website."),
        rule="names_have_one_spelling",
        name="family-name-misspelt",
    ),
    fault(
        "name-spelt-otherwise",
        wei_zhili("She met 魏志立 there."),
        rule="names_have_one_spelling",
        name="name-with-another-sign",
    ),
)

BODY_FAULTS = (
    fault("line-too-long", body("x" * 8001 + "\n"), rule="sane_lines"),
    fault("too-many-brackets", body("Li Si. " + "[" * 51 + "\n"), rule="sane_lines"),
    fault("too-deep-list", body("Li Si.\n\n- one\n" + " " * 40 + "- two\n"), rule="sane_lines"),
    fault("heading-level", alone_body("Li Si.\n\n# Work {#work}\n"), rule="headings_have_ids"),
    fault("heading-level", body("Work\n====\n\nLi Si.\n"), rule="headings_have_ids", name="heading-level-underlined"),
    fault("heading-without-id", body("Li Si.\n\n## Work\n"), rule="headings_have_ids"),
    fault(
        "heading-without-id",
        body("Work\n----\n\nLi Si.\n"),
        rule="headings_have_ids",
        name="heading-without-id-underlined",
    ),
    fault("bad-heading-id", alone_body("Li Si.\n\n## Work {#Work}\n"), rule="headings_have_ids"),
    fault(
        "equal-heading-ids",
        alone_body("Li Si.\n\n## Work {#work}\n\n### More {#work}\n"),
        rule="headings_not_reserved",
    ),
    fault("reserved-heading", alone_body("Li Si.\n\n## Events {#timeline}\n"), rule="headings_not_reserved"),
    fault(
        "reserved-heading",
        alone_body("Li Si.\n\n## Charge sheet {#charge-sheet}\n"),
        rule="headings_not_reserved",
        name="reserved-beginning",
    ),
    fault(
        "reserved-heading",
        alone_body("Li Si.\n\n## Letter {#letter}\n"),
        rule="headings_not_reserved",
        name="letter-in-case",
    ),
    fault(
        "reserved-heading",
        letter("I am writing", "I write.\n\n## To my aunt {#letter-aunt}\n\nI am writing"),
        rule="headings_not_reserved",
        name="letter-to-no-kind",
    ),
    fault("address-in-text", body("Write to office@example.org.\n"), rule="links_lead_somewhere"),
    fault("address-in-text", body("[Write](mailto:office@example.org).\n"), rule="links_lead_somewhere", name="mailto"),
    fault("link-across-languages", body("See [this](../../zh/actions/write.md).\n"), rule="links_lead_somewhere"),
    fault("unknown-page", body("See [this](../actions/wrote.md).\n"), rule="links_lead_somewhere"),
    fault(
        "unknown-page", body("See [this](/actions/write.html).\n"), rule="links_lead_somewhere", name="link-from-root"
    ),
    fault("unknown-anchor", body("See [this](#work).\n"), rule="links_lead_somewhere"),
    fault(
        "unknown-anchor",
        body("See [this](../actions/write.md#why).\n"),
        rule="links_lead_somewhere",
        name="unknown-anchor-of-page",
    ),
    fault("bad-link", body("See [this](javascript:alert(1)).\n"), rule="links_lead_somewhere", name="script-link"),
    fault("bad-link", body("See [this](//example.org/x).\n"), rule="links_lead_somewhere", name="link-without-scheme"),
    fault(
        "bad-link",
        body("![picture](https://example.org/x.jpg)\n"),
        rule="links_lead_somewhere",
        name="picture-from-elsewhere",
    ),
    fault(
        "unknown-picture",
        body("![picture](../../assets/x.jpg)\n"),
        rule="links_lead_somewhere",
        name="unknown-picture-in-body",
    ),
    fault(
        "photo-in-body",
        Edit(CASE, "[name, story]", "[name, story, photo]"),
        *PHOTO,
        Edit("assets/li-si.jpg", "", picture(file_format="JPEG")),
        Edit("en/about.md", "", PROSE.replace("Words.", "![A chair](../assets/li-si.jpg)")),
        rule="links_lead_somewhere",
    ),
    fault("hidden-sign", body("Li\u202eSi organised.\n"), rule="no_hidden_signs"),
    fault("hidden-sign", body("Li\u200dSi organised.\n"), rule="no_hidden_signs", name="joiner-between-latin"),
    fault("status-in-title", Edit(ACTION, '"Write for Li Si"', '"Li Si was released"'), rule="no_status_in_titles"),
    fault(
        "status-in-title",
        Edit(CASE_ZH, "劳工组织者。", "被捕的劳工组织者。"),
        rule="no_status_in_titles",
        name="status-in-description",
    ),
    fault("status-in-first-sentence", body("Li Si is in prison. More.\n"), rule="no_status_in_titles"),
)

CARD_FAULTS = (
    fault("no-glyph", Edit(CASE, '"Li Si"', '"Li 🪑 Si"'), rule="names_of_cases"),
    fault(
        "no-glyph", Edit(ACTION_ZH, "为李四写信", "为李四写信🪑"), rule="titles_of_actions", name="no-glyph-in-title"
    ),
    fault("no-glyph", Edit(SETTINGS, '"A test"', '"A t🪑st"'), name="no-glyph-in-name-of-site"),
)

FILE_FAULTS = (
    fault("file-too-large", Edit("en/about.md", "", PROSE + "x" * 64 * 1024)),
    fault("not-utf8", Edit("en/about.md", "", b"---\ntitle: \xff\n---\n")),
    fault("unexpected-folder", Edit("de/about.md", "", PROSE)),
    fault("unexpected-folder", Edit("en/people/li-si.md", "", PROSE), name="unexpected-folder-within"),
    fault("unexpected-file", Edit("en/notes.txt", "", "x")),
    fault("unexpected-file", Edit("assets/logo.svg", "", "<svg/>"), name="unexpected-picture"),
    fault("bad-file-name", Edit("en/cases/Li_Si.md", "", PROSE)),
    fault("bad-file-name", Edit("en/aux.md", "", PROSE), name="device-name"),
    fault("bad-file-name", Edit("en/updates/news.md", "", PROSE), name="update-without-date"),
    fault("bad-file-name", Edit("en/updates/2020-02-30-news.md", "", PROSE), name="update-of-no-day"),
    fault("bad-file-name", Edit("assets/Li Si.jpg", "", "x"), name="bad-picture-name"),
    fault("reserved-file-name", Edit("en/status-2.md", "", PROSE)),
    fault("reserved-file-name", Edit("en/404.md", "", PROSE), name="error-page"),
    fault("bad-form", Edit(WITHDRAWN, "", f'salt: "{SALT}"\nnames: [li-si]\n'), name="withdrawn-without-hash"),
)


def shown(name: str, data: bytes) -> tuple[Edit, ...]:
    """A picture that the bodies of both pages show."""
    text = f"![A chair](../../assets/{name})\n"
    return Edit(f"assets/{name}", "", data), body(text), Edit(CASE_ZH, "李四组织工人。\n", text)


PICTURE_FAULTS = (
    fault("picture-too-large", *shown("chair.png", picture() + b"x" * 300 * 1024)),
    fault("picture-too-wide", *shown("chair.png", picture(2_001, 10))),
    fault("picture-of-other-type", *shown("chair.jpg", picture())),
    fault("picture-unreadable", *shown("chair.jpg", b"x")),
    fault("picture-moves", *shown("chair.webp", moving("WEBP"))),
    fault("picture-with-more", *shown("chair.jpg", picture(file_format="JPEG", comment="by Li Si"))),
    fault("picture-unused", Edit("assets/chair.png", "", picture())),
    fault(
        "photo-without-words",
        Edit("assets/li-si.jpg", "", picture(file_format="JPEG")),
        Edit(CASE, "[name, story]", "[name, story, photo]"),
        PHOTO[0],
        rule="pictures_have_words",
    ),
)

ALIAS = case("  kind: person", '  aliases:\n    - name: "Lǎo Lí"\n      kind: nickname')
WITHDRAWN_FAULTS = (
    fault(
        "not-to-be-added",
        withdrawn("li-si"),
        Edit(CASE, 'en: "Li Si"', 'en: "Li Ssi"'),
        rule="not_withdrawn",
        name="withdrawn-slug",
    ),
    fault("not-to-be-added", withdrawn("李四"), rule="not_withdrawn", name="withdrawn-name"),
    fault("not-to-be-added", withdrawn("LAO LI"), ALIAS, rule="not_withdrawn", name="withdrawn-alias"),
)

OVERDUE_FAULTS = (
    fault("faded-status", rule="faded_status", today="2020-06-01"),
    fault(
        "consent-expired",
        events("id: taken, date: 2020-05-01, status: life-imprisonment"),
        Edit(RECIPIENTS, "checked: 2020-05-01", "checked: 2022-05-01"),
        Edit(CASE, "as_of: 2020-05-01", "as_of: 2020-06-01"),
        rule="consent_expired",
        today="2022-06-01",
    ),
    fault(
        "recipient-not-checked",
        Edit(RECIPIENTS, "checked: 2020-05-01", "checked: 2019-05-01"),
        rule="recipient_checked",
        today="2020-05-02",
    ),
    fault(
        "police-after-judgment",
        events("id: taken, date: 2020-05-01, status: imprisoned, stage: final"),
        rule="police_after_judgment",
        today="2020-05-20",
    ),
)

FAULTS = (
    *MODEL_FAULTS,
    *REFERENCE_FAULTS,
    *PAIR_FAULTS,
    *VALUE_FAULTS,
    *TWIN_FAULTS,
    *SIGN_FAULTS,
    *BODY_FAULTS,
    *CARD_FAULTS,
    *FILE_FAULTS,
    *PICTURE_FAULTS,
    *WITHDRAWN_FAULTS,
)

# Faults of the text as a whole: their line and field are of no use to an editor, so only the code is promised.
TEXT_FAULTS = (
    fault("too-large", Edit(CASE, '"An organiser of workers."', '"' + "x" * 16 * 1024 + '"')),
    fault("too-many-entries", Edit(CASE, "[name, story]", "[" + "a," * 4100 + "]")),
    fault("not-a-mapping", Edit("en/about.md", "", "---\n- title\n- more\n---\nWords.\n")),
    fault("two-documents", Edit(CASE, "case:", "--- {a: b}\ncase:")),
    fault(
        "comma-made-key",
        Edit("en/about.md", "", "---\n{title: Taken from home by police, with no warrant shown.}\n---\nWords.\n"),
    ),
)
