"""What an article says of itself: its headings, its table of contents, its ids."""

from campaign_outputs import article, elements
from emptychair.html.article import Article, Section


def test_an_article_knows_its_sections_and_ids() -> None:
    """For the table of contents and the check of anchors."""
    html = '<h2 class="x" id="a">One <b>two</b> &amp; 3</h2><h3 id="b">Four</h3><h4 id="c">No</h4><p data-id="d"></p>'
    found = Article(html)
    assert found.sections == [Section(2, "a", "One two &amp; 3"), Section(3, "b", "Four")]
    assert found.ids == {"a", "b", "c"}


def test_the_contents_of_an_article_are_a_tree() -> None:
    """The third level stands in the second; before the first of the second it stands for itself."""
    found = Article('<h3 id="a">A</h3><h2 id="b">B</h2><h3 id="c">C</h3>').contents
    assert [(one["level"], one["name"]) for one in found] == [(3, "A"), (2, "B")]
    assert [[inner["id"] for inner in one["children"]] for one in found] == [[], ["c"]]


def test_an_article_names_what_is_there() -> None:
    """Sections and ids of a real page agree with another parser's."""
    found = Article(article("cases/blue-lantern"))
    assert {one.get("id") for one in elements(found.html) if one.get("id")} == found.ids
    assert [one.id for one in found.sections] == [
        one.get("id") for one in elements(found.html) if one.tag in ("h2", "h3")
    ]


def test_words_are_no_anchor() -> None:
    """A link to an anchor that is only a text is broken, and must be found."""
    assert Article('<p>Write id="letter" there.</p>').ids == set()
