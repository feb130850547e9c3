"""Hidden characters: control characters, unusual line ends, and those that reverse the order of reading.

They break feeds, which are XML, and make a text read otherwise than it stands (Unicode Technical Report 36, section 3).
The joiners U+200C and U+200D are some of them only beside scripts that join nothing: Uyghur and Tibetan need them.
"""

import re

# Scripts whose letters a joiner cannot join: beside them it is only hidden.
UNJOINED = r"\x00-\u024f\u0370-\u052f\u2e80-\u9fff\uac00-\ud7af\uff00-\uffef"
MONGOLIAN = r"\u1820-\u18aa"
_ALWAYS = (
    r"\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u200b\u200e\u200f\u2028-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
_HIDDEN = re.compile(
    rf"[{_ALWAYS}]|(?<=[{UNJOINED}])[\u200c\u200d]|[\u200c\u200d](?=[{UNJOINED}])"
    # The vowel separator of Mongolian, between its letters, is part of how a word is spelt.
    rf"|(?<![{MONGOLIAN}])\u180e|\u180e(?![{MONGOLIAN}])"
)
MAYBE_HIDDEN = re.compile(rf"[{_ALWAYS}\u180e\u200c\u200d]")
# Every sign that a rule looks for by itself is one of these: all but ASCII without brackets and signs of code, letters
# of Europe, Chinese and its punctuation. A class of signs and nothing else: what repeats is searched for much slower.
ODD_SIGN = re.compile(
    r"[^\t\n\x20\x22-\x25\x27+-;=?A-Z^a-z|\u00c0-\u00c2\u00c4-\u00e1\u00e3-\u024f\u2010-\u2027\u3001-\u300f"
    r"\u3012-\u303f\u4e00-\u951e\u9520-\u9fff\uff02-\uff07\uff09-\uff1f\uff21-\uff3a\uff3c-\uff5e]"
)
# Blanks that are not the one of the keyboard.
ODD_BLANK = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
_BLANK = r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]"
HARMFUL_BLANK = re.compile(
    # At the beginning of a line, also behind a mark of Markdown; at its end; doubled; the wide one beside Latin
    # letters; a narrow one between Chinese signs.
    rf"^[ \t]*(?:(?:[-*+>]|#{{1,6}}|[0-9]{{1,9}}[.)])[ \t]*)*({_BLANK})|({_BLANK})[ \t]*$|({_BLANK})(?=[ \t]|{_BLANK})"
    rf"|(?<=[A-Za-z0-9,.;:])(\u3000)|(\u3000)(?=[A-Za-z0-9])|(?<=[\u4e00-\u9fff])([\u00a0\u2000-\u200a\u202f\u205f])(?=[\u4e00-\u9fff])",
    re.MULTILINE,
)
LATIN = r"A-Za-z\u00c0-\u024f\u1e00-\u1eff"
# Greek and Cyrillic, without the signs of micro and ohm: μm and kΩ are written so.
LOOKALIKE = r"\u0370-\u03a8\u03aa-\u03bb\u03bd-\u052f\u1f00-\u1fff"
LOOKALIKES = re.compile(f"[{LOOKALIKE}]")
MIXED = re.compile(f"[{LATIN}]+[{LOOKALIKE}][{LATIN}{LOOKALIKE}]*|[{LOOKALIKE}]+[{LATIN}][{LATIN}{LOOKALIKE}]*")


def hidden_sign(text: str) -> str:
    """The first sign of a text that nobody sees, or ""."""
    match = _HIDDEN.search(text) if MAYBE_HIDDEN.search(text) else None
    return match[0] if match else ""


def without_hidden(text: str) -> str:
    """A text with blanks in the place of signs that nobody sees."""
    return _HIDDEN.sub(" ", text)


def mixed_words(text: str) -> list[str]:
    """The words in which Latin letters stand beside Greek or Cyrillic ones."""
    return MIXED.findall(text) if LOOKALIKES.search(text) else []


def blanks_that_harm(text: str) -> list[str]:
    """The blanks of other widths that break a list, a heading or a name, each kind once."""
    found = (next(filter(None, match.groups())) for match in HARMFUL_BLANK.finditer(text))
    return list(dict.fromkeys(found))


def number_of(sign: str) -> str:
    """A character -> its number as Unicode writes it: U+200B."""
    return f"U+{ord(sign):04X}"


def printable(text: str) -> str:
    """A text as one line of a log can hold it, without commands to the terminal."""
    if text.isprintable():
        return text
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)
