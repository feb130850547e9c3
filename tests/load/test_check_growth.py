"""The check of a record grows with the record; `make benchmark-check` has the seconds beside plain parsing."""

from __future__ import annotations

from content_factory import CASE, CASE_ZH, MINIMAL, Content
from work import growth


def with_cases(content: Content, number: int) -> Content:
    """A folder with so many cases more in two languages, each leading to the one before it."""
    for one in range(number):
        for path in (CASE, CASE_ZH):
            text = MINIMAL[path].replace("Li Si", f"Case {one}").replace("李四", f"甲{one}")
            link = f"[one](case-{max(one - 1, 0)}.md)" if path == CASE else f"[一](case-{max(one - 1, 0)}.md)"
            content.put(path.replace("li-si", f"case-{one}"), text + f"\n{link}\n")
    return content


def test_the_work_of_the_check_grows_with_the_record(content: Content) -> None:
    """Twice the cases are about twice the work of reading and checking them, and have no problem."""
    folders = {size: with_cases(Content(content.root / str(size)), size) for size in (20, 40)}
    assert folders[20].load().problems == ()
    assert growth(lambda size: folders[size].load(), 20) < 2.5
