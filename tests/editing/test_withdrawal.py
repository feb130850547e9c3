"""What goes with a person who asks not to be told of, and what is left to be rewritten."""

from __future__ import annotations

import pytest

from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, MINIMAL, SETTINGS, UPDATE, Content, codes
from emptychair.editing.front_matter_patch import UneditableError
from emptychair.editing.withdrawal import Withdrawal, withdrawal_of
from emptychair.load.load import read_page
from sample_images import picture

OTHER = "en/cases/wang-wu.md"
BOTH = "en/actions/both.md"
BOTH_ZH = "zh/actions/both.md"
PAGES = (CASE, CASE_ZH, ACTION, ACTION_ZH, UPDATE)
OUTCOMES = """\
  outcomes:
    - id: first
      case: li-si
      state: closed
      date: 2020-05-20
      text: "One is over."
    - id: second
      case: wang-wu
      state: closed
      date: 2020-05-20
      text: "The other is over."
  recipients:"""


@pytest.fixture
def two(content: Content) -> Content:
    """A second person, and pages about both."""
    other = MINIMAL[CASE].replace("Li Si", "Wang Wu").replace("李四", "王五")
    related = "  related:\n    - case: li-si\n      relation: colleague\n  sources:"
    content.put(OTHER, other.replace("  sources:", related))
    both = MINIMAL[ACTION].replace("cases: [li-si]", "cases: [li-si, wang-wu]  # two").replace("Li Si", "both")
    content.put(BOTH, both.replace("  recipients:", OUTCOMES))
    words = '  outcomes:\n    first: "一个结束了。"\n    second: "另一个也结束了。"\n---\n李'
    content.put(BOTH_ZH, MINIMAL[ACTION_ZH].replace("---\n李", words).replace("李四", "两人"))
    return content


def plan(content: Content, slug: str = "li-si") -> Withdrawal:
    """What goes with a case of a folder without problems."""
    campaign = content.campaign()
    folder = content.root / "content"
    read = {path: read_page(folder, path) for path in content.files if path.endswith((".md", ".yml"))}
    return withdrawal_of(slug, campaign.cases[slug].facts, content.read(folder).index, read)


def done(content: Content, found: Withdrawal) -> Content:
    """The folder after it."""
    for path, text in found.changed.items():
        content.put(path, text)
    return content.remove(*found.gone)


def test_what_is_about_nobody_else_goes(content: Content) -> None:
    """The pages in both languages, and the actions and updates that are about this person only."""
    found = plan(content)
    assert set(found.gone) == set(PAGES)
    assert (found.changed, found.mentions) == ({}, ())
    assert done(content, found).lines() == []


def test_what_is_about_others_stays_without_the_person(two: Content) -> None:
    """Lists of cases, relations, outcomes and the words of those go; every other line stays as it is."""
    found = plan(two)
    assert set(found.gone) == set(PAGES)
    assert set(found.changed) == {OTHER, BOTH, BOTH_ZH}
    before = dict(two.files)
    done(two, found)
    assert two.lines() == []
    first = OUTCOMES[OUTCOMES.index("    - id: first") : OUTCOMES.index("    - id: second")]
    assert two.files[BOTH] == str(before[BOTH]).replace("[li-si, wang-wu]", "[wang-wu]").replace(first, "")
    assert two.files[BOTH_ZH] == str(before[BOTH_ZH]).replace('    first: "一个结束了。"\n', "")
    assert "related" not in str(two.files[OTHER])


def test_the_names_are_those_that_the_record_had(content: Content) -> None:
    """Slug, names in each script, aliases."""
    content.swap(CASE, "  kind: person", '  aliases:\n    - name: "Lao Li"\n      kind: nickname\n  kind: person')
    assert plan(content).names == ("li-si", "Li Si", "李四", "Lao Li")


def test_where_the_name_still_stands_is_told(two: Content) -> None:
    """In texts, letters and comments of pages that stay, as it will be, in either script and however it is spaced."""
    two.swap(BOTH, "I am writing about both.", "I am writing about LI  SI and Li-Si.\nAnd Li Sian.")
    two.swap(BOTH, "# two", "# two with Li Si")
    two.swap(BOTH_ZH, "我为两人的事写信。", "我为李四的事写信。")
    found = plan(two)
    lines = {(one.path, found.changed[one.path].split("\n")[one.line - 1]) for one in found.mentions}
    assert lines == {
        (BOTH, "  cases: [wang-wu]  # two with Li Si"),
        (BOTH, "I am writing about LI  SI and Li-Si."),
        (BOTH_ZH, "我为李四的事写信。"),
    }


@pytest.mark.parametrize(
    ("link", "left"),
    [
        ("[Li Si](cases/li-si.md)", "Li Si"),
        ("[Li\nSi](cases/li-si.md#facts)", "Li\nSi"),
        ('[him](cases/li-si.md "Li Si") and [her](cases/wang-wu.md)', "him and [her](cases/wang-wu.md)"),
        ("[him](<cases/li-si.md>), [why](actions/write.md)", "him, why"),
    ],
)
def test_links_to_what_goes_become_words(two: Content, link: str, left: str) -> None:
    """So that no page leads nowhere; other links stay."""
    two.put("en/about.md", f'---\ntitle: "About"\nupdated: 2020-06-01\n---\r\nSee {link}, and more.\r\n')
    found = plan(two)
    assert found.changed["en/about.md"].endswith(f"---\r\nSee {left}, and more.\r\n")
    assert done(two, found).lines() == []


def test_old_addresses_of_what_goes_go_too(two: Content) -> None:
    """They may name the person, and would lead nowhere; those of other pages stay."""
    other = '  "/w/": "en/cases/wang-wu.md"\n'
    two.swap(SETTINGS, "sample:", f'redirects:\n  "/li-si/": "en/cases/li-si.md#facts"\n{other}sample:')
    found = plan(two)
    assert f"redirects:\n{other}sample:" in found.changed[SETTINGS]
    assert "li-si" not in found.changed[SETTINGS]
    assert done(two, found).lines() == []


def test_what_follows_an_action_that_goes_follows_nothing(two: Content) -> None:
    """And updates no longer name it."""
    two.swap(BOTH, "  issued:", "  follows: write\n  issued:")
    two.put(
        "en/updates/2020-05-21-more.md",
        str(two.files[UPDATE]).replace("[li-si]", "[li-si, wang-wu]\n  actions: [write]").replace("of Li Si", ""),
    )
    found = plan(two)
    assert "follows" not in found.changed[BOTH]
    assert "actions" not in found.changed["en/updates/2020-05-21-more.md"]
    assert done(two, found).lines() == []


def test_a_group_loses_a_member(two: Content) -> None:
    """In brackets, with its comma."""
    group = str(two.files[OTHER]).replace("kind: person", "kind: group\n  members: [wang-wu, li-si]")
    two.put("en/cases/both.md", group.replace("Wang Wu", "Both").replace("王五", "两人"))
    assert "  members: [wang-wu]\n" in plan(two).changed["en/cases/both.md"]


def test_pictures_go_with_their_pages(two: Content) -> None:
    """Photos and pictures in bodies, unless a page that stays shows them."""
    two.swap(CASE, "Li Si organised workers.\n", "![a](../../assets/one.png) ![b](../../assets/two.png)\n")
    two.swap(OTHER, "Wang Wu organised workers.\n", "![b](../../assets/two.png)\n")
    two.put("assets/one.png", picture()).put("assets/two.png", picture())
    found = plan(two)
    assert set(found.gone) == {*PAGES, "assets/one.png"}
    assert done(two, found).lines() == []


def test_a_page_that_cannot_be_changed_is_named(two: Content) -> None:
    """With its line; nothing has been written."""
    two.swap(OTHER, "  related:\n    - case: li-si\n      relation: colleague\n", "")
    item = "    -\n      case: li-si\n      relation: colleague\n    -\n      case: both\n      relation: colleague\n"
    group = str(two.files[OTHER]).replace("Wang Wu", "Both").replace("王五", "两人")
    two.put("en/cases/both.md", group)
    two.swap(OTHER, "  sources:", f"  related:\n{item}  sources:")
    found = plan(two)
    assert "li-si" not in found.changed[OTHER]
    assert codes(done(two, found).load()) == []


def test_an_entry_that_shares_its_line_is_refused(two: Content) -> None:
    """A person is not left half in a list."""
    two.swap(BOTH, "cases: [li-si, wang-wu]  # two", "? cases\n  : - li-si\n    - wang-wu")
    assert two.lines() == []
    with pytest.raises(UneditableError) as caught:
        plan(two)
    assert caught.value.path == BOTH
