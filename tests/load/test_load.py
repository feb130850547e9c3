"""A content folder becomes a campaign: records, pages, words in a language."""

from datetime import date

from content_factory import ACTION, CASE, CASE_ZH, MINIMAL, UPDATE, Content
from emptychair.record.campaign import Text
from load.report_page import REPORT


def test_a_folder_becomes_a_campaign(content: Content) -> None:
    """Cases, actions, updates and reports by slug, prose by path; settings, languages and recipients."""
    content.put("en/reports/all.md", REPORT).put("en/about.md", MINIMAL[UPDATE].split("update:")[0] + "---\nWords.\n")
    campaign = content.campaign()
    assert campaign.languages == ("en", "zh")
    assert campaign.default_language == "en"
    assert (list(campaign.cases), list(campaign.actions)) == (["li-si"], ["write"])
    assert (list(campaign.updates), list(campaign.reports)) == (["2020-05-20-news"], ["all"])
    assert list(campaign.prose) == ["about"]
    assert list(campaign.recipients) == ["police"]
    assert campaign.settings.confirm_within_months == 12
    paths = [record.path for record in campaign.records()]
    assert paths == ["about", "cases/li-si", "actions/write", "updates/2020-05-20-news", "reports/all"]
    assert [record and record.path for record in map(campaign.record_at, [*paths, "cases/nobody", "nothing"])] == [
        *paths,
        None,
        None,
    ]


def test_a_record_has_its_pages(content: Content) -> None:
    """One set of facts, a page in each language, and the source page where one is missing."""
    campaign = content.campaign()
    case, update = campaign.cases["li-si"], campaign.updates["2020-05-20-news"]
    assert (case.source, set(case.pages), case.is_fallback("zh")) == ("en", {"en", "zh"}, False)
    assert (update.is_fallback("zh"), update.page("zh")) == (True, update.source_page)
    assert case.page("zh").body == "李四组织工人。\n"
    assert MINIMAL[CASE].split("\n")[case.page("en").body_line - 1] == "Li Si organised workers."
    assert (case.slug, case.added) == ("li-si", date(2020, 6, 1))


def test_words_in_a_language(content: Content) -> None:
    """The translation's word where there is one, else the source's with its language."""
    campaign = content.campaign()
    case, action, update = campaign.cases["li-si"], campaign.actions["write"], campaign.updates["2020-05-20-news"]
    text = case.facts.events[0].text
    assert case.words("zh", text, "events", "taken", "text") == Text("警方从办公室将李四带走。", "zh")
    assert case.words("en", text, "events", "taken", "text") == Text(text, "en")
    assert case.words("zh", text, "events", "nothing", "text") == Text(text, "en")
    assert case.words("zh", text, "events", "taken", "how") == Text(text, "en")
    assert case.words("zh", text, "events") == Text(text, "en")
    assert case.words("zh", None, "events", "taken", "text") == Text("", "en")
    assert not case.words("zh", None, "place")
    assert action.title("zh") == Text("为李四写信", "zh")
    assert update.title("zh") == Text("News of Li Si", "en")
    assert str(action.description("zh")) == "Letters for an organiser of workers."
    assert case.description("zh") == Text("劳工组织者。", "zh")
    assert update.description("en") == Text("", "en")
    assert case.title("en") == Text("", "en")


def test_the_source_page_may_be_chinese(content: Content) -> None:
    """Whichever page was written first holds the facts."""
    content.put("zh/cases/li-si.md", MINIMAL[CASE]).put("en/cases/li-si.md", MINIMAL[CASE_ZH])
    case = content.campaign().cases["li-si"]
    assert case.source == "zh"
    assert case.words("en", case.facts.events[0].text, "events", "taken").language == "en"


def test_a_page_without_added_was_added_when_it_was_updated(content: Content) -> None:
    """`added` may be left out."""
    assert content.swap(CASE, "added: 2020-06-01\n", "").campaign().cases["li-si"].added == date(2020, 6, 1)


def test_one_language_is_enough(content: Content) -> None:
    """A campaign may begin in Chinese alone."""
    for path in (CASE, ACTION, UPDATE):
        content.put(path.replace("en/", "zh/", 1), MINIMAL[path]).remove(path)
    campaign = content.campaign()
    assert (campaign.languages, campaign.default_language) == (("zh",), "zh")
