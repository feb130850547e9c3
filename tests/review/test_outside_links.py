"""Every outside address, with the line where it stands."""

from content_factory import CASE, RECIPIENTS, Content
from emptychair.review.outside_links import OutsideLink, links_of

SOURCES = """\
      publisher: "A newspaper"
      url: https://news.example/a
      archived: https://archive.example/a
    second:
      title: "Another"
      url: https://news.example/b
"""


def found(content: Content) -> list[OutsideLink]:
    """The links of the folder."""
    return list(links_of(content.load().index))


def test_nothing_outside(content: Content) -> None:
    """A folder without an outside address has none: ids, dates and file names are no addresses."""
    assert found(content) == []


def test_links_of_facts(content: Content) -> None:
    """Each with file, line and field; an address knows its archive copy, which is an address itself."""
    content.swap(CASE, '      publisher: "A newspaper"\n', SOURCES)
    first, copy, second = found(content)
    assert (first.path, first.field) == (f"content/{CASE}", "case.sources.paper.url")
    assert (first.url, first.archived, first.is_archive) == (
        "https://news.example/a",
        "https://archive.example/a",
        False,
    )
    assert (copy.url, copy.archived, copy.is_archive) == ("https://archive.example/a", "", True)
    assert (second.archived, second.line) == ("", copy.line + 3)
    lines = str(content.files[CASE]).splitlines()
    assert all(link.url in lines[link.line - 1] for link in (first, copy, second))


def test_links_of_texts(content: Content) -> None:
    """Those of a Markdown body, not those in code, not those within the site."""
    text = "See [this](https://a.example/x_(y)) and <https://b.example/>.\n\n`[no](https://c.example/)` [in](#here)"
    content.swap(CASE, "Li Si organised workers.", f"First line.\n\n{text}")
    assert [link.url for link in found(content)] == ["https://a.example/x_(y)", "https://b.example/"]
    lines = str(content.files[CASE]).splitlines()
    assert all(link.url in lines[link.line - 1] for link in found(content))


def test_links_of_recipients(content: Content) -> None:
    """Where an address was published, and the pages of an office."""
    content.swap(RECIPIENTS, "  country: CN", "  social:\n    - https://social.example/police\n  country: CN")
    (link,) = found(content)
    assert (link.path, link.field) == ("content/recipients.yml", "police.social.1")


def test_links_of_a_file_with_faults(content: Content) -> None:
    """A file that is refused for something else is listed all the same."""
    content.swap(CASE, '      publisher: "A newspaper"\n', SOURCES).swap(CASE, "status: taken-away", "status: x")
    assert len(found(content)) == 3
