"""A row of the table of faults, and the changes to the small folder that rows are made of."""

from __future__ import annotations

from dataclasses import dataclass

from content_factory import ACTION, CASE, CASE_ZH, MINIMAL, Edit, above
from emptychair.record.withdrawn_names import text_of, with_names


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


OUTCOME = """\
  outcomes:
    - id: out
      case: li-si
      state: closed
      date: 2020-05-20
      text: "It is over.\""""


# Two sources that do not depend on each other, and what became of the action: a release and a death need both.
RADIO = Edit(CASE, "    paper:", '    radio:\n      title: "Another source"\n      publisher: "A radio"\n    paper:')
OF_BOTH = "sources: [paper,radio]"
ENDED = above(ACTION, "  demands:", OUTCOME)


# The event of a verdict, on which a sentence hangs.
VERDICT = Edit(CASE, "      status: taken-away", "      status: taken-away\n      stage: sentenced")


SENTENCE = """\
  sentences:
    - id: first
      event: taken
      given: 2020-05-01
      parts:
        - kind: fixed-term
          years: 3"""


CHARGE = """\
  charges:
    - id: quarrels
      charge: picking-quarrels
      stage: suspected
      event: taken"""


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
    found = MINIMAL[path].replace(old, text)
    # Another person: two pages about one are told.
    return Edit(new, "", found.replace('"Li Si"', '"Wang Wu"').replace('"李四"', '"王五"') if path == CASE else found)


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
