"""What each page tells, as labelled lines."""

from campaign_outputs import LANGUAGES, snapshot
from content_factory import CASE, RECIPIENTS, UPDATE, Content
from emptychair.review.page_text import SHOWN, PageText, page_texts
from for_each import for_each

DAY = "2020-05-21"


def told(content: Content, place: str, language: str = "en") -> PageText:
    """What one page of a small folder tells."""
    return page_texts(content.snapshot(DAY), language)[place]


@for_each("language", LANGUAGES)
def test_every_page_and_every_recipient_is_told_of(language: str) -> None:
    """Nothing of the invented campaign is left out."""
    campaign = snapshot().campaign
    places = {record.path for record in campaign.records()} | {f"recipients.yml: {one}" for one in campaign.recipients}
    assert set(page_texts(snapshot(), language)) == {*places, "campaign.yml"}


def test_a_case_is_told_as_its_page_tells_it(content: Content) -> None:
    """Name, status with its day, events with their certainty, sources; each line has a label."""
    lines = told(content, "cases/li-si").lines
    assert lines["name"].words == "Li Si · 李四"
    assert lines["status"].words.endswith("as of 1 May 2020")
    assert "Police took Li Si from the office." in lines["event-taken"].words
    assert lines["source-paper"].words == "A published source · A newspaper"
    assert lines["text"].long
    assert all(line.label and line.words for line in lines.values())


def test_a_translation_tells_its_own_words(content: Content) -> None:
    """The same keys, the words of the other language."""
    english, chinese = told(content, "cases/li-si"), told(content, "cases/li-si", "zh")
    assert list(english.lines) == list(chinese.lines)
    assert "警方从办公室将李四带走。" in chinese.lines["event-taken"].words


@for_each("visibility", ["minimal", "paused"])
def test_silence_is_kept(content: Content, visibility: str) -> None:
    """What the page of a person does not show is not told here."""
    content.swap(CASE, "  as_of: 2020-05-01", f"  visibility: {visibility}\n  as_of: 2020-05-01")
    found = told(content, "cases/li-si")
    assert found.shown == len(SHOWN) - SHOWN.index(visibility)
    assert not {"event-taken", "description", "text"} & set(found.lines)
    assert ("status" in found.lines) == (visibility == "minimal")


def test_every_field_of_a_recipient_is_told(content: Content) -> None:
    """By its name in the file, so that no address can change unseen."""
    content.swap(RECIPIENTS, "  country: CN", '  email: "a@b.example"\n  fax: "12"\n  country: CN')
    lines = told(content, "recipients.yml: police").lines
    written = {"kind", "post", "office.en", "office.zh", "address.latin.1", "email", "fax", "country", "checked"}
    assert written | {"source.title"} == set(lines)
    assert lines["email"].words == "a@b.example"


def test_news_are_told_with_their_sources(content: Content) -> None:
    """The day and kind of an update, its people, its sources."""
    lines = told(content, UPDATE.removeprefix("en/").removesuffix(".md")).lines
    assert {"title", "kind", "dates"} <= set(lines)
    assert any(key.startswith("source-") for key in lines)


def test_an_action_and_a_report_of_the_invented_campaign() -> None:
    """Deadline, demands, recipients and outcomes of an action; the figures of a report."""
    found = page_texts(snapshot(), "en")
    action, past = found["actions/write-for-blue-lantern"].lines, found["actions/both-mirrors"].lines
    assert "Write by" in action["dates"].words
    assert {"state", "people", "channels"} <= set(action)
    assert any(key.startswith("demand-") for key in action)
    assert any(key.startswith("recipient-") for key in action)
    assert any(key.startswith("outcome-") for key in past)
    assert any(key.startswith("statistic-") for key in found["reports/chairs-in-2025"].lines)
