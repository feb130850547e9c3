"""Signs that nobody sees, letters of other scripts, blanks of other widths."""

from emptychair.text.hidden_characters import blanks_that_harm, hidden_sign, mixed_words, without_hidden
from for_each import for_each

UYGHUR = "تاشپولات تېيىپ، شىنجاڭ ئۇنىۋېرسىتېتى"


@for_each("sign", "\u200b\u202e\u2066\ufeff\u00ad\u061c\u034f\u2065\U000e0041\x07")
def test_hidden_signs(sign: str) -> None:
    """Zero width, turned reading order, soft hyphens, tags and control signs; in any text."""
    assert hidden_sign(f"危志立{sign}编辑") == sign
    assert without_hidden(f"a{sign}b") == "a b"


@for_each(
    "text",
    [
        "Wei Zhili",
        "危志立",
        UYGHUR,
        "می\u200cخواهم",
        "བཀྲ་ཤིས",
        "ᠮᠣᠩᠭᠣᠯ",
        "ئۇيغۇر\u200dلار",
        "café",
        "葛\U000e0100",
        "❤️",
        "a\tb\nc",
    ],
)
def test_signs_that_are_needed(text: str) -> None:
    """Letters of every script, joiners between letters that join, variants of signs, line ends."""
    assert hidden_sign(text) == ""


@for_each("text", ["Wei\u200dZhili", "危\u200c志立", "1\u200d2", "a\u200c", "\u200dа"])
def test_joiners_beside_letters_that_do_not_join(text: str) -> None:
    """There they only hide."""
    assert hidden_sign(text) in ("\u200c", "\u200d")


@for_each("word", ["Wеi", "оffice", "Ζhili", "раypal", "Αmnesty", "ẃеi"])
def test_words_that_mix_scripts(word: str) -> None:
    """A letter that looks like another makes a word that no search finds."""
    assert mixed_words(f"Then {word} came.") == [word]
    assert mixed_words(f"然后{word}来了") == [word]


@for_each("text", ["Александр Wei", "α-helix", "5 μm, 3 kΩ", "Ελλάδα", "危志立Wei", UYGHUR, "Müller, Đỗ"])
def test_words_of_one_script(text: str) -> None:
    """Whole words of another script, units, and Chinese beside Latin are no mixture."""
    assert mixed_words(text) == []


@for_each(
    "text",
    [
        "-\u00a0an item",
        "##\u00a0Heading",
        "\u3000\u3000段落",
        "one\u00a0\u00a0two",
        "end\u00a0",
        "Li\u3000Si",
        "李\u00a0四",
        "a\n\u2003b",
        "1.\u00a0first",
    ],
)
def test_blanks_that_harm(text: str) -> None:
    """They break a list or a heading, are doubled, or stand where no such blank belongs."""
    assert blanks_that_harm(text)


@for_each("text", ["20\u00a0March", "5\u202fkm", "张三\u3000李四", "a b", "Xu\u00a0Zhiyong wrote"])
def test_blanks_that_hold_together(text: str) -> None:
    """One between two words keeps them on a line."""
    assert blanks_that_harm(text) == []
