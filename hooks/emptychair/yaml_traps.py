"""What people who are no programmers type into front matter, named instead of the parser's words.

Each function returns the lines with the trap mended, so that the other mistakes of the file are found in the
same run, and a fault for each trap: (line from 1, code in strings/problems.yml, values).
"""

import re

Fault = tuple[int, str, dict[str, str]]

CODES = {"wide-colon", "wide-comma", "wide-bracket", "wide-space", "tab", "no-blank", "no-colon"} | {
    "quote-in-text",
    "bracket-in-text",
    "sign-at-start",
    "colon-in-text",
}

KEY = r"(?P<head>[\s　]*(?:- +)?[A-Za-z][\w-]*)"
SUSPECT = re.compile(r"[：，、【［〔｛　\t]")
WIDE_COLON = re.compile(KEY + r"\s*：\s*(?P<rest>.*)")
WIDE_INDENT = re.compile(r"[ \t]*　[\s　]*")
TAB_INDENT = re.compile(r" *\t\s*")
WIDE_BRACKET = re.compile(KEY + r": *[【［〔](?P<rest>[^】］〕]*)[】］〕] *")
WIDE_BRACE = re.compile(KEY + r": *｛(?P<rest>[^｝]*)｝ *")
PLAIN_LIST = re.compile(KEY + r": *\[(?P<rest>[^\]\"]*)\]\s*(?:#.*)?")
NO_BLANK = re.compile(KEY + r":(?P<rest>[^\s/].*)")
NO_COLON = re.compile(KEY + r" +(?P<rest>[^\s:#].*)")
CHINESE_KEY = re.compile(r"(?P<head>[\s　]*(?:- +)?[\w-]+)\s*：\s*(?P<rest>.*)")
BLOCK_TEXT = re.compile(r"[^#\"']*[:-] +[|>][+-]?\d? *(?:#.*)?")
VALUE = re.compile(KEY + r": +(?P<rest>\S.*)")
FORBIDDEN_START = "@`%&*!|>"


def mend_signs(lines: list[str]) -> tuple[list[str], list[Fault]]:
    """Full-width signs where a key or a bracket should end, and indents that are no spaces."""
    mended, faults = [], []
    texts = _lines_of_block_texts(lines)
    for number, line in enumerate(lines, 1):
        new, code, found = (line, "", "") if number in texts else _mend_sign(line)
        mended.append(new)
        if code:
            faults.append((number, code, {"found": found}))
    return mended, faults


def mend_texts(lines: list[str]) -> tuple[list[str], list[Fault]]:
    """Texts that should have stood in double quotes: only for a file that cannot be read as it is."""
    mended, faults = [], []
    texts = _lines_of_block_texts(lines)
    for number, line in enumerate(lines, 1):
        new, code, found = (line, "", "") if number in texts else _mend_text(line)
        mended.append(new)
        if code:
            faults.append((number, code, {"found": found}))
    return mended, faults


def _mend_text(line: str) -> tuple[str, str, str]:
    """A line -> (mended, code of the trap or "", what was found)."""
    if BLOCK_TEXT.fullmatch(line):
        return line, "", ""
    if match := VALUE.fullmatch(line):
        value = match["rest"].rstrip()
        code = _trap_of_text(value)
        quoted = value.replace("'", "''")
        return (f"{match['head']}: '{quoted}'", code, value) if code else (line, "", "")
    if match := NO_BLANK.fullmatch(line):
        return f"{match['head']}: {match['rest']}", "no-blank", line.strip()
    if match := CHINESE_KEY.fullmatch(line):
        return f"{match['head']}: {match['rest']}", "wide-colon", line.strip()
    if match := NO_COLON.fullmatch(line):
        return f"{match['head']}: {match['rest']}", "no-colon", line.strip()
    return line, "", ""


def _mend_sign(line: str) -> tuple[str, str, str]:
    """A line -> (mended, code of the trap or "", what was found)."""
    if not SUSPECT.search(line):
        return line, "", ""
    if WIDE_INDENT.match(line) and line.strip():
        return re.sub(r"^[\s　]+", lambda m: m[0].replace("　", "  ").expandtabs(2), line), "wide-space", "　"
    if TAB_INDENT.match(line) and line.strip():
        return line.expandtabs(2), "tab", "\\t"
    if match := WIDE_COLON.fullmatch(line):
        return f"{match['head']}: {match['rest']}".rstrip(), "wide-colon", line.strip()
    if (match := PLAIN_LIST.fullmatch(line)) and re.search("[，、]", match["rest"]):
        return f"{match['head']}: [{re.sub('[，、]', ', ', match['rest'])}]", "wide-comma", match["rest"].strip()
    if match := WIDE_BRACKET.fullmatch(line):
        return f"{match['head']}: [{re.sub('[，、]', ', ', match['rest'])}]", "wide-bracket", "【】"
    if match := WIDE_BRACE.fullmatch(line):
        return f"{match['head']}: {{{match['rest'].replace('：', ': ').replace('，', ', ')}}}", "wide-bracket", "｛｝"
    return line, "", ""


def _trap_of_text(value: str) -> str:
    """Why a value cannot stand without quotes: a code, or "" where it can."""
    if value[0] == '"':
        closed = re.fullmatch(r'"(?:[^"\\]|\\.)*"\s*(?:#\s.*)?', value)
        return "" if closed else "quote-in-text"
    if value[0] == "'":
        return "" if re.fullmatch(r"'(?:[^']|'')*'\s*(?:#\s.*)?", value) else "quote-in-text"
    if value[0] in "[{":
        closed = re.fullmatch(r"[\[{].*[\]}]\s*(?:#\s.*)?", value)
        return "" if closed else "bracket-in-text"
    if value[0] in FORBIDDEN_START:
        return "sign-at-start"
    return "colon-in-text" if re.search(r":(?:\s|$)", value) else ""


def _lines_of_block_texts(lines: list[str]) -> set[int]:
    """The numbers of the lines below a `|` or `>`: there every sign is only text."""
    inside: set[int] = set()
    indent: int | None = None
    for number, line in enumerate(lines, 1):
        depth = len(line) - len(line.lstrip(" "))
        if indent is not None and (not line.strip() or depth > indent):
            inside.add(number)
            continue
        indent = depth if BLOCK_TEXT.fullmatch(line) else None
    return inside
