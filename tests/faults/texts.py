"""Faults of signs, of bodies and of titles."""

from __future__ import annotations

from content_factory import ACTION, CASE, CASE_ZH, RECIPIENTS, SETTINGS, Edit
from faults.rows import PHOTO, PROSE, WEI_ZHILI, alone_body, body, fault, letter, wei_zhili
from sample_images import picture

PRIVATE = "no_numbers_of_people"
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
    fault("look-alike", Edit(CASE_ZH, "李四组织工人。", "李四组织⼯人。"), rule="no_look_alikes_of_han"),
    fault("markup-in-field", Edit(CASE, "An organiser", "An **organiser**"), rule="no_markup_in_fields"),
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
    fault(
        "name-misspelt",
        wei_zhili("Words."),
        Edit("en/about.md", "", PROSE.replace("Words.", "With 危志丽.")),
        rule="names_are_not_misspelt",
        name="name-of-same-sound",
    ),
    fault(
        "name-misspelt",
        Edit(CASE, "  kind: person", '  aliases:\n    - name: "Li Sy"\n      kind: misspelling\n  kind: person'),
        Edit("en/about.md", "", PROSE.replace("Words.", "With Li Sy.")),
        rule="names_are_not_misspelt",
        name="misspelt-alias",
    ),
    fault("private-number", Edit("en/about.md", "", PROSE.replace("Words.", "Ask 138 1234 5678.")), rule=PRIVATE),
    fault(
        "private-number",
        Edit("zh/about.md", "", PROSE.replace("Words.", "身份证１１０１０１１９９００３０７４５１Ｘ")),
        rule=PRIVATE,
        name="identity-number",
    ),
    fault(
        "private-number",
        Edit(CASE, "from the office.", "with passport E12345678."),
        rule=PRIVATE,
        name="passport-in-event",
    ),
    fault(
        "telephone-number",
        Edit("zh/about.md", "", PROSE.replace("Words.", "电话：65123456")),
        rule=PRIVATE,
    ),
    fault(
        "telephone-number",
        Edit("en/about.md", "", PROSE.replace("Words.", "Call +852 9123 4567.")),
        rule=PRIVATE,
        name="telephone-from-abroad",
    ),
    fault(
        "address-of-detention",
        Edit("en/about.md", "", PROSE.replace("Words.", "Write to the prison, 12 Long Road.")),
        rule="no_addresses_of_detention",
    ),
    fault(
        "address-of-detention",
        Edit("zh/about.md", "", PROSE.replace("Words.", "第一看守所，广州市石井路123号。")),
        rule="no_addresses_of_detention",
        name="address-of-detention-chinese",
    ),
)


BODY_FAULTS = (
    fault("hashtag-at-start", alone_body("#FreeLiSi is what they wrote.\n"), rule="headings_have_ids"),
    fault("picture-type", alone_body("![A chair](../../assets/a.jpeg)\n"), rule="links_lead_somewhere"),
    fault(
        "picture-type",
        alone_body("[A judgment](../../assets/judgment.pdf)\n"),
        rule="links_lead_somewhere",
        name="document-in-assets",
    ),
    fault(
        "list-without-empty-line",
        alone_body("Li Si organised:\n- workers\n- drivers\n"),
        rule="lists_have_an_empty_line",
    ),
    fault("wide-markdown", alone_body("See ［this］（https://example.org/）.\n"), rule="markdown_in_its_own_signs"),
    fault("wide-markdown", alone_body("＃＃ Work\n"), rule="markdown_in_its_own_signs", name="wide-heading"),
    fault(
        "media-in-body",
        alone_body('<iframe src="https://example.org/v"></iframe>\n'),
        rule="html_is_kept",
    ),
    fault("html-dropped", alone_body("<details>More.</details>\n"), rule="html_is_kept"),
    fault("html-dropped", alone_body('<p style="x">More.</p>\n'), rule="html_is_kept", name="style-dropped"),
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
        "picture-elsewhere",
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
    fault("bad-keyword", Edit(CASE, "updated: 2020-06-01", 'updated: 2020-06-01\nkeywords:\n  - "labour, work"')),
    fault("status-in-first-sentence", body("Li Si is in prison. More.\n"), rule="no_status_in_titles"),
)
