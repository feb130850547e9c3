"""What stands on a share card: what the page says, in both scripts, and nothing of who asked for silence."""

from __future__ import annotations

from dataclasses import replace

from campaign_outputs import LANGUAGES, on_day, pages, pages_of, snapshot, with_events
from content_factory import ACTION, CASE, MINIMAL, SETTINGS, Content
from emptychair.images.card import CardText
from emptychair.views.share_cards import card_path, card_text, has_card
from for_each import for_each


def card(content: Content, path: str = "cases/li-si", language: str = "en") -> CardText | None:
    """The card of a page of a small folder."""
    own = pages_of(on_day(content), language)
    context, record = own.context(own.routes.by_path["index"]), own.snapshot.campaign.record_at(path)
    return card_text(context, record) if has_card(context, record) else None


def test_the_card_of_a_case(content: Content) -> None:
    """Both names, the reader's own first; the shape and the line of lists; both names of the site."""
    assert card(content) == CardText("Li Si", "李四", "?", "Last known: Taken away, 1 May 2020", "A test · 测试")
    chinese = card(content, language="zh")
    assert chinese
    assert (chinese.title, chinese.second, chinese.site) == ("李四", "Li Si", "测试 · A test")


@for_each("language", LANGUAGES)
def test_a_card_says_what_lists_say(language: str) -> None:
    """The status of every case in the words of its card on lists: what faded in the past tense, with its date."""
    own = pages(language)
    context = own.context(own.routes.by_path["index"])
    for case in snapshot().listed_cases:
        text, label = card_text(context, case.record), case.known_standing.code
        assert text.line
        assert text.shape in "■◇▣◧○▬?"
        assert (text.shape == "?") is (case.known_standing.class_code == "unknown"), label


def test_a_death_is_told_as_the_page_tells_it(content: Content) -> None:
    """With its own shape, and its date."""
    text = card(
        with_events(content, "2020-05-02", "id: died, date: 2020-05-02, status: died-in-custody, sources: [paper]")
    )
    assert text
    assert text.shape == "▬"
    assert "2 May 2020" in text.line


def test_the_card_of_an_action(content: Content) -> None:
    """The title in both languages and the deadline; once it is past, what became of it."""
    text = card(content, "actions/write")
    assert text
    assert (text.title, text.second, text.shape) == ("Write for Li Si", "为李四写信", "")
    assert text.line == "Write by 24 June 2020"
    past = card(content.swap(ACTION, "until: 2020-06-24", "until: 2020-06-05"), "actions/write")
    assert past
    assert past.line.endswith(" · The deadline was 5 June 2020")


def test_the_card_of_the_site(content: Content) -> None:
    """Its names."""
    own = pages_of(on_day(content), "zh")
    context = own.context(own.routes.by_path["index"])
    assert card_text(context, None) == CardText("测试", "A test", "", "", "")
    assert card_path(None) == "cards/site.png"


@for_each("visibility", ["paused", "minimal"])
def test_silence_is_kept(content: Content, visibility: str) -> None:
    """Paused: no card of the case, nor of its action. Minimal: name and status, which its page has too."""
    content.swap(CASE, "  kind: person\n", f"  kind: person\n  visibility: {visibility}\n")
    text = card(content)
    assert (text is None) is (visibility == "paused")
    assert (card(content, "actions/write") is None) is (visibility == "paused")


def test_what_is_not_out_has_no_card(content: Content) -> None:
    """A case without an event yet, a draft."""
    content.swap(ACTION, "issued: 2020-05-10", "issued: 2020-06-20")
    assert card(content, "actions/write") is None
    own = pages_of(on_day(content, "2020-04-01"), "en")
    context = own.context(own.routes.by_path["index"])
    assert not has_card(context, own.snapshot.campaign.cases["li-si"])


def test_a_rare_sign_costs_the_card_of_its_page_alone(content: Content) -> None:
    """Nobody's name is written otherwise for a font; a site whose own name has such a sign has no card at all."""
    rare = content.swap(CASE, 'zh: "李四"', 'zh: "李𡌴"')
    assert (card(rare), card(rare, language="zh"), card(rare, "actions/write") is None) == (None, None, False)
    assert card(content.swap(ACTION, '"Write for Li Si"', '"Write for 李𡌴"'), "actions/write") is None
    unnamed = content.put(CASE, MINIMAL[CASE]).put(ACTION, MINIMAL[ACTION]).swap(SETTINGS, '"测试"', '"测𡌴"')
    assert card(unnamed) is None


@for_each(
    "names, expected",
    [
        ({"ug": "ئىلھام", "en": "Ilham"}, ("Ilham", "")),
        ({"zh-Hant": "劉曉波", "en": "Liu Xiaobo"}, ("Liu Xiaobo", "劉曉波")),
        ({"zh": "伊力哈木", "ug": "ئىلھام", "bo": "བོད"}, ("伊力哈木", "")),
        ({"en": "Same", "zh": "Same"}, ("Same", "")),
        ({"ug": "ئىلھام"}, None),
    ],
)
def test_names_in_other_scripts(content: Content, names: dict[str, str], expected: tuple[str, str] | None) -> None:
    """They are never set without the shaping that they want: a name beside them stands, else there is no card."""
    rows = "".join(f'    {language}: "{name}"\n' for language, name in names.items())
    content.swap(CASE, '    en: "Li Si"\n    zh: "李四"\n', rows)
    assert content.lines() == []
    text = card(content)
    assert (text and (text.title, text.second)) == expected


def test_cards_can_be_switched_off(content: Content) -> None:
    """And then whatever a name is made of is right."""
    content.swap(SETTINGS, "page_size: 2\n", "page_size: 2\nshare_cards: false\n")
    content.swap(CASE, '"Li Si"', '"Li 🪑 Si"')
    assert content.lines() == []
    assert card(content) is None


def test_a_script_that_the_font_lacks_stands_on_no_card(content: Content) -> None:
    """The card of a page in Uyghur is that of the first language of the site which the font can set."""
    own = pages_of(on_day(content), "en")
    context, campaign = own.context(own.routes.by_path["index"]), own.snapshot.campaign
    for record in (None, campaign.record_at("cases/li-si"), campaign.record_at("actions/write")):
        assert has_card(replace(context, language="ug", memory={}), record)
        assert card_text(replace(context, language="ug", memory={}), record) == card_text(context, record)
