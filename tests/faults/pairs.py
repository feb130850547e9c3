"""Faults of a page and its translation, and of what stands twice."""

from __future__ import annotations

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, UPDATE, Edit, above
from faults.rows import PROSE, WANG_WU, body, case, fault

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
