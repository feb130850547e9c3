"""Names of organisations in the reader's language: who issued an action, who published a report."""

from __future__ import annotations

from campaign_outputs import article_of, pages_of, visible
from content_factory import ACTION, ACTION_ZH, Content
from emptychair.as_of.translation_coverage import coverage

REPORT = """\
---
title: "A report"
updated: 2020-06-01
report:
  published: 2020-05
  publisher: "The Example Group"
---
Words.
"""
REPORT_ZH = """\
---
title: "一份报告"
updated: 2020-06-01
translates: 2020-06-01
words:
  publisher: "示例小组"
---
文字。
"""


def test_a_translation_may_name_an_organisation_in_its_language(content: Content) -> None:
    """Where it does, the page has that name; where it does not, the printed one, and nothing is missing."""
    content.swap(ACTION_ZH, 'title: "为李四写信"\n', 'title: "为李四写信"\ndescription: "为一位劳工组织者写信。"\n')
    content.swap(ACTION, "action:\n", 'action:\n  number: "1.20"\n  issuer: "The Example Group"\n')
    content.put("en/reports/one.md", REPORT).put("zh/reports/one.md", REPORT_ZH)
    made = content.snapshot("2020-06-10")
    assert "第1.20号，The Example Group发布" in visible(article_of(pages_of(made, "zh"), "actions/write"))
    assert coverage(made.campaign.actions["write"], "zh").state == "complete"
    assert "示例小组" in visible(article_of(pages_of(made, "zh"), "reports/one"))
    content.swap(ACTION_ZH, "words:\n", 'words:\n  issuer: "示例小组"\n')
    made = content.snapshot("2020-06-10")
    assert "第1.20号，示例小组发布" in visible(article_of(pages_of(made, "zh"), "actions/write"))
    assert "The Example Group" in visible(article_of(pages_of(made, "en"), "reports/one"))
