"""How old the record is: two dates on every page, what lists say of an old one, what entered the site late."""

from __future__ import annotations

from campaign_outputs import article_of, by_class, elements, pages_of, visible, words
from content_factory import UPDATE, Content


def test_a_page_has_two_dates(content: Content) -> None:
    """The newest news of the page, or on a list of the whole record, and the day of the build, which is another one."""
    made = pages_of(content.snapshot("2020-06-10"), "en")
    found = {path: words(by_class(article_of(made, path), "ec-as-of")[0]) for path in ("cases/li-si", "status")}
    assert found == {
        "cases/li-si": "Page built 10 June 2020. Newest news: 1 May 2020.",
        "status": "Page built 10 June 2020. Newest news: 20 May 2020.",
    }


def test_an_old_record_says_so_in_its_lists(content: Content) -> None:
    """In words from the day on which it is old, before it for the script alone; never on a page that no list is."""
    young, old = (pages_of(content.snapshot(day), "zh") for day in ("2021-05-20", "2021-05-21"))
    for path in ("index", "status", "updates"):
        assert not by_class(article_of(young, path), "ec-banner--old")
        (marked,) = [one for one in elements(article_of(young, path)) if one.get("data-old-from")]
        assert marked.get("data-old-from") == "2021-05-21T00:00:00+00:00"
        (banner,) = by_class(article_of(old, path), "ec-banner--old")
        assert (
            words(banner) == marked.get("data-old") == "本站最新一条记录的日期是2020年5月20日，此后情况可能已有变化。"
        )
        assert "data-old" not in article_of(old, path)
    assert not by_class(article_of(old, "cases/li-si"), "ec-banner--old")


def test_an_update_says_when_its_action_ended(content: Content) -> None:
    """With the day; while letters are asked for it says nothing of the kind."""
    content.swap(UPDATE, "  kind: news", "  kind: news\n  actions: [write]")
    last = content.snapshot("2020-06-10").actions["write"].facts.deadline
    during, after = (pages_of(content.snapshot(day), "en") for day in (str(last), "2020-12-01"))
    path = "updates/2020-05-20-news"
    assert not by_class(article_of(during, path), "ec-banner--past")
    (banner,) = by_class(article_of(after, path), "ec-banner--past")
    assert f"ended on {last.day} " in words(banner)


def test_what_entered_late_has_both_days_in_lists(content: Content) -> None:
    """Its own day and that on which it entered the site; news of the week has one."""
    path = UPDATE.removeprefix("en/").removesuffix(".md")
    late = "entered here on"
    assert late not in visible(article_of(pages_of(content.snapshot("2020-06-10"), "en"), "updates"))
    content.swap(UPDATE, "added: 2020-06-01\nupdated: 2020-06-01", "added: 2020-09-01\nupdated: 2020-09-01")
    made = pages_of(content.snapshot("2020-12-01"), "en")
    assert all(f"{late} 1 September 2020" in visible(article_of(made, one)) for one in ("updates", "index", path))
