"""Signs that nobody sees: control signs, line ends that are none, and those that turn the reading order round.

They break feeds, which are XML, and make a text read otherwise than it stands (Unicode Technical Report 36, section 3).
The joiners U+200C and U+200D are none of them: Uyghur and Tibetan need them.
"""

import re

HIDDEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u00ad\u061c\u115f\u1160\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u2064\u2066-\u206f"
    r"\u2800\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)


def number_of(sign: str) -> str:
    """U+200B"""
    return f"U+{ord(sign):04X}"


def printable(text: str) -> str:
    """A text as one line of a log can hold it, without commands to the terminal."""
    return "".join(sign if sign.isprintable() else f"\\u{ord(sign):04x}" for sign in text)
