"""Common mistakes in front matter, found and mended, and named by codes in place of the parser's words.

What is found is mended, so that the other mistakes of the file are found in the same run. A fault is a tuple: its
line from 1, its code in strings/problems.yml, the values of its message. Texts are looked at only where the parser has
stumbled: what can be read is no trap.
"""

import re

from emptychair.front_matter.yaml_layout import odd_blank_in, with_plain_blanks
from emptychair.text.hidden_characters import number_of

Fault = tuple[int, str, dict[str, str]]

CODES = {"wide-colon", "wide-comma", "wide-bracket", "wide-space", "wide-quote", "tab", "no-blank"} | {
    "no-colon",
    "quote-in-text",
    "bracket-in-text",
    "sign-at-start",
    "colon-in-text",
    "other-blank",
    "bad-indent",
    "no-hyphen",
    "bracket-not-closed",
    "stray-line",
}

KEY = r"(?P<head>[\s　]*(?:- +)?[A-Za-z][A-Za-z0-9_-]*)"
ANY_KEY = r"(?P<head>[\s　]*(?:- +)?[\w-]+)"
SUSPECT = re.compile(r"[，、【［〔｛　“”„‟〝″「『＂‘]")
# Where such a sign is more than one of a text: it is a bracket or a blank, begins a value, or stands in a list.
MAYBE = tuple(map(re.compile, (r"[【［〔｛　]", r"[“”„‟〝″「『＂‘](?<=[ \n].)", r"\[[^\]\n]*[，、]")))
WIDE_COLON = re.compile(ANY_KEY + r"\s*：\s*(?P<rest>.*)")
WIDE_INDENT = re.compile(r"[ \t]*　[\s　]*(?:- +)?[A-Za-z][A-Za-z0-9_-]*\s*[:：]")
TAB_INDENT = re.compile(r" *\t\s*\S")
WIDE_BRACKET = re.compile(KEY + r": *[【［〔](?P<rest>[^】］〕]*)[】］〕] *")
# A pair of other quotation marks around a whole text: YAML takes them for letters of it. Within a text they may stay.
OPEN, CLOSE = "“”„‟〝″「『＂‘", '”“‟〞〟″」』＂’"'
WIDE_QUOTE = re.compile(
    rf"(?P<head>[\s　]*(?:- +)?(?:[A-Za-z][A-Za-z0-9_-]*: +)?)(?P<open>[{OPEN}])(?P<rest>[^{OPEN}{CLOSE}]*)[{CLOSE}] *"
)
WIDE_BRACE = re.compile(KEY + r": *｛(?P<rest>[^｝]*)｝ *")
PLAIN_LIST = re.compile(KEY + r": *\[(?P<rest>[^\]\"']*)\]\s*(?:#.*)?")
QUOTE_BEFORE_KEY = re.compile(r"(?P<head>\s*(?:- +)?)[\"'](?P<rest>[A-Za-z][A-Za-z0-9_-]*:(?: [^\"']*)?)")
NO_BLANK = re.compile(ANY_KEY + r":(?P<rest>[^\s/].*)")
# A sign in the place of the colon.
OTHER_COLON = re.compile(ANY_KEY + r" *[；;=＝∶﹕] *(?P<rest>.*)")
# Before one word or a text in quotes or brackets; before several words it is likelier a text that goes on.
NO_COLON = re.compile(r"(?P<head>[\s　]*[A-Za-z][A-Za-z0-9_-]*)(?: +(?P<rest>[\"'\[{].*|[^\s:#]+))?")
KEY_MISTAKES = (
    (WIDE_COLON, "wide-colon"),
    (OTHER_COLON, "no-colon"),
    (NO_BLANK, "no-blank"),
    (NO_COLON, "no-colon"),
)
BLOCK_SIGN = re.compile(r" [|>]")
BLOCK_TEXT = re.compile(r".*[:-] +[|>][0-9+-]{0,2} *(?:#.*)?")
VALUE = re.compile(rf"(?P<head>(?:{KEY.replace('?P<head>', '')}: +)|[\s　]*(?P<item>(?:- +)+))(?P<rest>\S.*)")
QUOTE = "'"
CLOSING = {"[": "]", "{": "}"}
FORBIDDEN_START = "@`%&*!|>"


def mend_signs(lines: list[str]) -> tuple[list[str], list[Fault]]:
    """Full-width signs around lists, and indents that are no spaces: wrong also where the parser takes them."""
    text = "\n".join(["", *lines])
    if not SUSPECT.search(text) or not any(pattern.search(text) for pattern in MAYBE):
        return lines, []
    mended, faults = [], []
    texts = lines_of_block_texts(lines)
    for number, line in enumerate(lines, 1):
        new, code, found = (line, "", "") if number in texts else _mend_sign(line)
        mended.append(new)
        if code:
            faults.append((number, code, {"found": found}))
    return mended, faults


def mend_text(lines: list[str], stumbled: list[int]) -> tuple[list[str], Fault] | None:
    """What made the parser stumble, mended: the first trap in one of these lines (from 1), or None."""
    texts = lines_of_block_texts(lines)
    for number in stumbled:
        if 1 <= number <= len(lines) and number not in texts:
            new, code, found = _mend_text(lines[number - 1], _is_above_deeper(lines, number))
            end = _end_of_bracket(lines, number) if code == "bracket-not-closed" else number
            if end > number:
                bracket = VALUE.fullmatch(" ".join([lines[number - 1], *map(str.strip, lines[number:end])]))
                new = bracket["head"] + _readable(bracket["rest"], code) if bracket else new
            if code:
                return [*lines[: number - 1], new, *[""] * (end - number), *lines[end:]], (
                    number,
                    code,
                    {"found": found},
                )
    return None


def _end_of_bracket(lines: list[str], number: int) -> int:
    """The last line (from 1) to which an open bracket of this line goes on: those below it that stand deeper."""
    depth = len(lines[number - 1]) - len(lines[number - 1].lstrip())
    below = enumerate(lines[number:], number + 1)
    return next((n - 1 for n, line in below if len(line) - len(line.lstrip()) <= depth), len(lines))


def _mend_sign(line: str) -> tuple[str, str, str]:
    """A line -> (mended, code of the trap or "", what was found)."""
    if not SUSPECT.search(line):
        return line, "", ""
    if WIDE_INDENT.match(line):
        return re.sub(r"^[\s　]+", lambda m: m[0].replace("　", "  ").expandtabs(2), line), "wide-space", "　"
    if (match := PLAIN_LIST.fullmatch(line)) and re.search("[，、]", match["rest"]):
        return f"{match['head']}: [{re.sub('[，、]', ', ', match['rest'])}]", "wide-comma", match["rest"].strip()
    if match := WIDE_BRACKET.fullmatch(line):
        return f"{match['head']}: [{re.sub('[，、]', ', ', match['rest'])}]", "wide-bracket", "【】"
    if (match := WIDE_QUOTE.fullmatch(line)) and match["head"].strip():
        return f"{match['head']}'{match['rest'].replace(QUOTE, QUOTE * 2)}'", "wide-quote", match["open"]
    if match := WIDE_BRACE.fullmatch(line):
        return f"{match['head']}: {{{match['rest'].replace('：', ': ').replace('，', ', ')}}}", "wide-bracket", "｛｝"
    return line, "", ""


def _is_above_deeper(lines: list[str], number: int) -> bool:
    """Does the next line stand deeper than this one (from 1), or begin a list?"""
    line, below = lines[number - 1], next((line for line in lines[number:] if line.strip()), "")
    return len(below) - len(below.lstrip()) > len(line) - len(line.lstrip()) or below.lstrip().startswith("- ")


def _mend_text(line: str, above_deeper: bool) -> tuple[str, str, str]:
    """A line -> (mended, code of the trap or "", what was found). A word alone is a key only above deeper lines."""
    if BLOCK_TEXT.fullmatch(line):
        return line, "", ""
    if TAB_INDENT.match(line):
        return line.expandtabs(2), "tab", "\\t"
    if sign := odd_blank_in(line):
        return with_plain_blanks(line), "other-blank", number_of(sign)
    if match := VALUE.fullmatch(line):
        value = match["rest"].rstrip()
        code = _trap_of_text(value)
        # What stands behind a hyphen may be an entry itself.
        if code and not (code == "colon-in-text" and match["item"]):
            return match["head"] + _readable(value, code), code, value
        if not match["item"]:
            return line, "", ""
    if match := QUOTE_BEFORE_KEY.fullmatch(line):
        return match["head"] + match["rest"], "quote-in-text", line.strip()
    for pattern, code in KEY_MISTAKES:
        match = pattern.fullmatch(line)
        if match and (match["rest"] is not None or above_deeper):
            return f"{match['head']}: {match['rest'] or ''}".rstrip(), code, line.strip()
    return line, "", ""


def _readable(value: str, code: str) -> str:
    """A value that cannot stand as it does, as it can be read."""
    if code == "bracket-not-closed":
        return value.rstrip(", ") + CLOSING[value[0]]
    return "'" + value.replace("'", "''") + "'"


def _trap_of_text(value: str) -> str:
    """Why a value cannot stand without quotes: a code, or "" where it can."""
    if value[0] == '"':
        closed = re.fullmatch(r'"(?:[^"\\]|\\.)*"\s*(?:#\s.*)?', value)
        return "" if closed else "quote-in-text"
    if value[0] == "'":
        return "" if re.fullmatch(r"'(?:[^']|'')*'\s*(?:#\s.*)?", value) else "quote-in-text"
    if value[0] in CLOSING and CLOSING[value[0]] not in value:
        return "bracket-not-closed"
    if value[0] in CLOSING:
        closed = re.fullmatch(r"[\[{].*[\]}]\s*(?:#\s.*)?", value)
        return "" if closed else "bracket-in-text"
    if value[0] in FORBIDDEN_START:
        return "sign-at-start"
    return "colon-in-text" if re.search(r":(?:\s|$)", value) else ""


def lines_of_block_texts(lines: list[str]) -> set[int]:
    """The numbers of the lines below a `|` or `>`: there every sign is only text."""
    inside: set[int] = set()
    indent: int | None = None
    if not any(BLOCK_SIGN.search(line) for line in lines):
        return inside
    for number, line in enumerate(lines, 1):
        depth = len(line) - len(line.lstrip(" "))
        if indent is not None and (not line.strip() or depth > indent):
            inside.add(number)
            continue
        indent = depth if BLOCK_TEXT.fullmatch(line) else None
    return inside
