"""What the sample promises is compared with tables that people wrote, and only while it is there."""

from __future__ import annotations

from pathlib import Path

import pytest

import check_sample
from check_sample import differences, digest_problems, fact_problems, is_sample, read_table
from content_factory import CASE, SETTINGS, Content, events
from sample_sentences import create_file
from whole_site.builder import SAMPLE

FACTS = {"li-si": {"zh": "李四", "status": "taken-away", "as_of": "2020-05-01", "sources": ["paper"]}}


def test_a_fact_that_the_documents_do_not_tell_is_told(content: Content) -> None:
    """A person that is gone has none."""
    campaign = content.campaign()
    assert list(fact_problems(campaign, FACTS)) == []
    wrong = {"li-si": {**FACTS["li-si"], "status": "released", "sources": ["letter"]}, "gone": FACTS["li-si"]}
    assert list(fact_problems(campaign, wrong)) == [
        "li-si: status: 'taken-away', and the documents say 'released'",
        "li-si: sources: ['paper'], and the documents say ['letter']",
    ]


def test_a_case_without_a_status_is_told(content: Content) -> None:
    """It has none, and the documents say one."""
    campaign = content.edit(events("id: taken, date: 2020-05-01")).campaign()
    (line,) = fact_problems(campaign, FACTS)
    assert line == "li-si: status: None, and the documents say 'taken-away'"


def test_what_is_not_compared_is_said(content: Content) -> None:
    """What was added, and what was withdrawn."""
    found = list(differences("facts", {"gone": {}}, content.campaign().cases))
    assert found == [
        "not compared, without a row in scripts/sample/facts.yml: li-si",
        "not compared, no longer in content/: gone",
    ]
    assert list(differences("facts", FACTS, content.campaign().cases)) == []


def test_what_the_sample_says_of_itself(content: Content) -> None:
    """Its first page and the section about it as a whole, and elsewhere the sentences that name it; no other page."""
    page = '---\ntitle: "Page"\nupdated: 2020-06-01\n---\n{}\n'
    content.put("en/index.md", page.format("A page for each person. It is kept by us."))
    text = "Nothing is stored. This sample is fixed.\n\n## Sample {#sample}\n\nTaken from papers.\n\n## More\n\nMore."
    content.put("en/about.md", page.format(text)).swap(CASE, "Li Si organised workers.\n", "This sample is a case.\n")
    rows = create_file(content.load().index).splitlines()[1:]
    assert sorted(row.partition(": ")[2] for row in rows) == [*["en/about"] * 2, *["en/index"] * 2]


def test_digests_of_other_pages_are_told(content: Content) -> None:
    """A sentence was changed, and nobody wrote the file anew."""
    content.put("en/index.md", '---\ntitle: "Home"\nupdated: 2020-06-01\n---\nA page for each person.\n')
    index = content.load().index
    assert list(digest_problems(index, create_file(index))) == []
    assert list(digest_problems(index, "")) == ["sentences.yml: not what `make sample-sentences` writes"]


def test_a_campaign_of_its_own_is_not_the_sample(
    content: Content, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """By `sample: false`, or by an id of its own; then nothing is asked of it, and the check passes."""
    content.swap(SETTINGS, "tag:example.org,2026:test", check_sample.ID)
    assert is_sample(content.campaign())
    assert not is_sample(content.swap(SETTINGS, "sample: true", "sample: false").campaign())
    monkeypatch.setattr(check_sample, "ROOT", content.write().parent)
    assert check_sample.main() == 0
    assert "nothing is promised" in capsys.readouterr().out


def test_the_tables_tell_of_what_is_frozen_too() -> None:
    """The frozen part of the sample tells the same of its people, whatever has become of them in content/."""
    campaign = Content.read(SAMPLE / "content").campaign
    assert campaign
    facts = read_table("facts")
    assert campaign.cases.keys() <= facts.keys()
    assert list(fact_problems(campaign, facts)) == []
    assert campaign.actions.keys() <= read_table("states").keys()
    assert (SAMPLE / "states.yml").read_text(encoding="utf-8").partition("\nwei")[2] == Path(
        check_sample.TABLES, "states.yml"
    ).read_text(encoding="utf-8").partition("\nwei")[2]
