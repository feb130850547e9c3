"""What can be in the way of publishing: a campaign that may be published, and one change to a row that forbids it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from content_factory import ACTION, CASE, MINIMAL, RECIPIENTS, SETTINGS, UPDATE, Content, Edit

if TYPE_CHECKING:
    from emptychair.text.problems import Problem

CONFIG = "../mkdocs.yml"
OWNERS = "../.github/CODEOWNERS"
INDEX = "en/index.md"
INDEX_ZH = "zh/index.md"
DAY = "2020-05-15"
# Stands for a sentence that the package knows from the sample.
OF_THE_SAMPLE = "What you find here was written to be replaced."
CONTACT = """\
contact:
  name:
    en: "Chairs"
    zh: "椅子"
  page: https://chairs.social/@chairs
"""
CHECKED = "checked: 2020-05-01"


@dataclass(frozen=True)
class Obstacle:
    """A row: the code of a problem, the change that makes it, where it is found, and how its line is mended."""

    code: str
    edit: Edit
    line: int
    wrong: str
    right: str
    field: str = ""
    # What else this change makes.
    also: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """The file as problems give it."""
        return self.edit.path.removeprefix("../") if self.edit.path.startswith("../") else f"content/{self.edit.path}"

    def __str__(self) -> str:
        return f"{self.code} in {self.path}"


def ready(content: Content) -> Content:
    """Make the small folder a campaign that may be published on DAY, with the files beside it."""
    page = '---\ntitle: "{}"\nupdated: 2020-06-01\n{}---\n{}\n'
    content.swap(SETTINGS, "sample: true", "sample: false").swap(SETTINGS, "example.org", "chairs.cat")
    content.swap(SETTINGS, "page_size: 2\n", f"page_size: 2\n{CONTACT}")
    content.put(INDEX, page.format("Home", "", "We keep a page for each person."))
    content.put(INDEX_ZH, page.format("首页", "translates: 2020-06-01\n", "我们为每个人留一页。"))
    content.put(CONFIG, "# https://example.com/ is no address.\nsite_name: Chairs\nsite_url: https://chairs.cat/\n")
    return content.put(OWNERS, "# All of it.\n* @chairs/editors # @example/nobody\n")


def mended(content: Content, problem: Problem) -> Content:
    """Follow the cure of a problem in the line that it names."""
    path = problem.path.removeprefix("content/") if problem.path.startswith("content/") else f"../{problem.path}"
    row = next(row for row in OBSTACLES if (row.code, row.edit.path) == (problem.code, path))
    text = content.files[path]
    assert isinstance(text, str)
    lines = text.split("\n")
    assert row.wrong in lines[problem.line - 1], f"{problem}: {lines[problem.line - 1]!r}"
    lines[problem.line - 1] = lines[problem.line - 1].replace(row.wrong, row.right)
    return content.put(path, "\n".join(lines))


OBSTACLES = (
    Obstacle("publish-errors", Edit(UPDATE, "kind: news", "kind: gnus"), 6, "gnus", "news"),
    Obstacle("publish-sample", Edit(SETTINGS, "sample: false", "sample: true"), 10, "true", "false", "sample"),
    Obstacle("publish-no-contact", Edit(SETTINGS, CONTACT, ""), 1, "id:", f"{CONTACT}id:"),
    Obstacle("publish-example-id", Edit(SETTINGS, "chairs.cat", "a.invalid"), 1, "a.invalid", "chairs.cat", "id"),
    Obstacle(
        "publish-example-host",
        Edit(SETTINGS, "creativecommons.org", "www.example.org"),
        9,
        "www.example.org",
        "creativecommons.org",
        "data_licence_url",
    ),
    Obstacle(
        "publish-example-host",
        Edit(CONFIG, "https://chairs.cat/", "http://localhost:8000/"),
        3,
        "http://localhost:8000/",
        "https://chairs.cat/",
        "site_url",
    ),
    Obstacle(
        "publish-example-host",
        Edit(ACTION, "organised workers.", "organised workers, [a union says](https://chairs.example/a)."),
        16,
        "[a union says](https://chairs.example/a)",
        "a union says",
    ),
    Obstacle(
        "publish-example-owner",
        Edit(OWNERS, "@chairs/editors", "@chairs-example/editors"),
        2,
        "@chairs-example/editors",
        "@chairs/editors",
    ),
    Obstacle(
        "publish-placeholder",
        Edit(CASE, "Li Si organised workers.\n", "Li Si organised workers.\n\nTODO: more.\n"),
        27,
        "TODO: more.",
        "There is more.",
    ),
    Obstacle(
        "publish-specimen",
        Edit(CASE, '"A newspaper"', '"A human rights organisation"'),
        23,
        "A human rights organisation",
        "A newspaper",
        "case.sources.paper.publisher",
    ),
    Obstacle(
        "publish-sample-sentence",
        Edit(INDEX, "We keep", f"We tell what is known.\n{OF_THE_SAMPLE} We keep"),
        6,
        OF_THE_SAMPLE,
        "It is ours.",
    ),
    Obstacle(
        "publish-consent",
        Edit(CASE, "reviewed: 2020-05", "reviewed: 2018-04"),
        12,
        "2018-04",
        "2020-05",
        "case.consent.reviewed",
    ),
    Obstacle(
        "publish-no-recipients",
        Edit(RECIPIENTS, "", "{}\n"),
        1,
        "{}",
        MINIMAL[RECIPIENTS].replace(CHECKED, "checked: 2019-05-01"),
        also=("publish-errors",),
    ),
    Obstacle(
        "publish-recipient-not-checked",
        Edit(RECIPIENTS, CHECKED, "checked: 2019-05-01"),
        13,
        "2019-05-01",
        "2020-05-01",
        "police.checked",
    ),
    Obstacle("publish-no-first-page", Edit(INDEX_ZH, "我们为每个人留一页。", "…"), 6, "…", "我们为每个人留一页。"),
)
