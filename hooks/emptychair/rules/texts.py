"""Rules about the signs and leftovers of any text: of pages, of the settings and of the recipients.

What loses a letter, hides a name from a search or deceives a reader is an error. What is only ugly, or might be meant,
is a warning. In code, which shows signs as they are, leftovers and addresses are allowed.
"""

import re
import unicodedata
from collections.abc import Iterator

from emptychair.front_matter.document import Document
from emptychair.front_matter.yaml_builder import Path
from emptychair.text.hidden_characters import LOOKALIKES, ODD_BLANK, blanks_that_harm, mixed_words, number_of
from emptychair.text.markdown_outline import without_code
from emptychair.text.problems import Problem

# The letters of false addresses; Han signs only alone, because Chinese writes no blank before an address.
WIDE = r"\uff0b\uff0d\uff0e\uff10-\uff19\uff21-\uff3a\uff3f\uff41-\uff5a"
LOCAL = rf"(?:[A-Za-z0-9._%+\-\u00c0-\u052f{WIDE}]+|[\u4e00-\u9fff]+)"
LABEL = r"[A-Za-z0-9\-\u00c0-\u052f\uff10-\uff5a]+"
EMAIL = re.compile(rf"{LOCAL}[@＠﹫]{LABEL}(?:[.．。｡]{LABEL})*[.．。｡][A-Za-z\u00c0-\u052f\uff21-\uff5a]{{2,}}")
AT = ("@", "＠", "﹫")
# What a protection against spam leaves when a page is copied.
PROTECTED = re.compile(
    r"\[(?:email|e-mail)(?:\s|&#160;|&nbsp;)*protected\]|[^\s()<>]*cdn-cgi/l/email-protection[^\s()<>]*|data-cfemail"
    r"|address is being protected from spambots|[\[［【](?:电子邮件|电子邮箱|邮箱|邮件)(?:地址)?(?:已)?受保护[\]］】]"
)
PROTECTED_PARTS = ("protect", "cfemail", "受保护")
# Leftovers of word processors, converters and web pages, each behind letters without which it is not there.
LEFTOVERS = tuple(
    (part, re.compile(pattern))
    for part, pattern in (
        ("ookmark", r"\[[Bb]ookmark:[^\]\n]*\]?"),
        ("Error!", r"Error! (?:Bookmark|Reference|Hyperlink)[\w ]*"),
        ("错误", r"错误[!！] ?(?:未定义书签|未找到引用源|超链接引用无效|文档中没有指定样式的文字)"),
        ("ictured:", r"[(（\[][Pp]ictured: ?[^)）\]\n]*[)）\]]?"),
        ("hoto:", r"[(（\[][Pp]hoto: ?[^)）\]\n]*[)）\]]"),
        ("mage:", r"[(（\[][Ii]mage: ?[^)）\]\n]*[)）\]]"),
        ("图", r"[(（\[](?:图为|图源|图片来源|配图|上图|下图)[:：]?[^)）\]\n]*[)）\]]"),
        ("HYPERLINK", r"HYPERLINK \S+"),
        ("_Toc", r"_Toc[0-9]{5,}"),
        ("(cid:", r"\(cid:[0-9]+\)"),
        ("锟斤拷", r"锟斤拷"),
        ("â€", r"â€.?"),
        ("Ã", r"Ã[\u0080-\u00bf]"),
        ("]{#", r"\[\]\{#[^}\n]*\}"),
        ("citation needed", r"\[citation needed\]"),
        ("来源请求", r"\[来源请求\]"),
    )
)
# Each of them has one of these signs, but for two: HYPERLINK, and classes of Pandoc, whose brace most bodies have.
MAYBE_LEFTOVER = re.compile(r"[(\[（_!！锟âÃ]")
CLASS_PART, CLASS = "{.", re.compile(r"\{\.(?:underline|mark|smallcaps)\}")
# Lost letters, letters of a font of signs, joined letters of a PDF, raised numbers of notes (but not m²).
LOST_LETTERS = r"[\ufffd\ue000-\uf8ff\ufb00-\ufb06¹²³⁰⁴-⁹]"
LOST = re.compile(rf"{LOST_LETTERS}+(?<!m[²³])")
MAYBE_LOST = re.compile(LOST_LETTERS)
ENTITY = re.compile(r"&(?:nbsp|amp|quot|lt|gt|#[0-9]{2,5});")
# Emphasis, links and tags.
MARKUP = re.compile(
    r"\*\*[^\s*][^*\n]*\*\*|\[[^\]\n]+\]\((?:https?://|\.\.?/)[^)\n]*\)|<[a-z][a-z0-9]*(?: [^<>\n]*)?/?>"
)
MARKUP_PARTS = ("**", "](", "<")
MARKUP_SIGNS = "*[<"
# The radicals, and the forms that are kept for compatibility with older encodings.
LOOK_ALIKE = re.compile("[\u2e80-\u2fdf\uf900-\ufaff\U0002f800-\U0002fa1f]+")
NOTE = re.compile(r"\[(\^?)([0-9]{1,3})\](?![\[(:])")


def words_of_one_script(document: Document) -> Iterator[Problem]:
    """No word mixes Latin letters with Greek or Cyrillic ones that look like them.

    An error: it is never meant, no search finds it, and it is how a name or an address is forged (Unicode Technical
    Report 36, section 2.1).
    """
    for at, line, text in _texts(document) if LOOKALIKES.search(document.odd_signs) else ():
        for word in mixed_words(text):
            yield _problem(document, at, line, "mixed-scripts", word)


def addresses_are_ascii(document: Document) -> Iterator[Problem]:
    """An e-mail address has ASCII letters only.

    An error: a letter to any other does not arrive, or arrives elsewhere.
    """
    if any(sign in document.odd_signs for sign in AT):
        for at, line, text in _texts(document, code=False):
            # The field for an address has a rule of its own (field_types.Email).
            for match in EMAIL.finditer(text) if at[-1:] != ("email",) else ():
                if not match[0].isascii():
                    yield _problem(document, at, line, "email-not-ascii", match[0])


def no_protected_addresses(document: Document) -> Iterator[Problem]:
    """No address is what a protection against spam left of it. An error: the reader has nobody to write to."""
    if any(part in document.text for part in PROTECTED_PARTS):
        for at, line, text in _texts(document, code=False):
            if at[-1:] != ("email",) and (match := PROTECTED.search(text)):
                yield _problem(document, at, line, "protected-address", match[0])


def no_leftovers(document: Document) -> Iterator[Problem]:
    """No text holds what a converter or a word processor left in it. A warning: it is ugly, and harms nobody."""
    text, signs = document.text, document.odd_signs
    maybe = MAYBE_LEFTOVER.search(signs) or "HYPERLINK" in text
    patterns = [pattern for part, pattern in LEFTOVERS if part in text and pattern.search(text)] if maybe else []
    patterns += [CLASS] if CLASS_PART in text else []
    patterns += [LOST] if MAYBE_LOST.search(signs) else []
    entities = "&" in signs
    for at, line, text in _texts(document, code=False) if patterns or entities else ():
        # In a body Markdown turns entities into signs.
        for pattern in (*patterns, *([ENTITY] if at else ())):
            for match in pattern.finditer(text):
                yield _problem(document, at, line, "conversion-leftover", match[0])


def no_markup_in_fields(document: Document) -> Iterator[Problem]:
    """No text of front matter holds Markdown or HTML, which are shown there as they stand. A warning: it is ugly."""
    if not any(sign in document.odd_signs for sign in MARKUP_SIGNS):
        return
    for at, text in document.strings():
        for match in MARKUP.finditer(text) if any(part in text for part in MARKUP_PARTS) else ():
            yield _problem(document, at, document.line_of(at), "markup-in-field", match[0])


def no_marks_of_notes(document: Document) -> Iterator[Problem]:
    """A mark of a footnote has its note. A warning: numbers in brackets may be meant."""
    maybe = "[" in document.odd_signs and NOTE.search(document.text)
    for at, line, text in _texts(document, code=False) if maybe else ():
        for match in NOTE.finditer(text):
            if at or f"[{match[1]}{match[2]}]:" not in document.body:
                yield _problem(document, at, line, "note-without-text", match[0])


def no_look_alikes_of_han(document: Document) -> Iterator[Problem]:
    """No Chinese sign is a code point that only looks like it: a radical, or a form kept for compatibility.

    An error: copied from a PDF or typed by some input methods, it is never meant, and no search for a name finds it
    (Unicode Standard, section 18.1; the normal form is NFKC, Annex 15).
    """
    for at, line, text in _texts(document) if LOOK_ALIKE.search(document.odd_signs) else ():
        for match in LOOK_ALIKE.finditer(text):
            found = f"{match[0]} ({number_of(match[0][0])})"
            better = unicodedata.normalize("NFKC", match[0])
            values = {"found": found, "better": "" if LOOK_ALIKE.search(better) else better}
            yield Problem(document.path, line, document.name_of(at), "look-alike", values)


def blanks_are_blanks(document: Document) -> Iterator[Problem]:
    """No blank of another width stands where it harms: at the ends of a line, beside a mark of Markdown, doubled.

    A warning: the text can be read, but a list is none, and a copied name is not found. One that holds two words
    together (20 March) is good typing and is allowed.
    """
    for at, line, text in _texts(document) if ODD_BLANK.search(document.odd_signs) else ():
        for sign in blanks_that_harm(text):
            yield _problem(document, at, line, "odd-blank", number_of(sign))


def _texts(document: Document, code: bool = True) -> Iterator[tuple[Path, int, str]]:
    """Every text of front matter with its path and line, and every line of the body with an empty path."""
    for at, text in document.strings():
        yield at, document.line_of(at), text
    body = document.body if code else without_code(document.body)
    for number, text in enumerate(body.split("\n"), document.body_line):
        yield (), number, text


def _problem(document: Document, at: Path, line: int, code: str, found: str) -> Problem:
    return Problem(document.path, line, document.name_of(at), code, {"found": found.strip() or number_of(found)})


RULES = (
    words_of_one_script,
    addresses_are_ascii,
    no_protected_addresses,
    no_leftovers,
    no_markup_in_fields,
    no_marks_of_notes,
    no_look_alikes_of_han,
    blanks_are_blanks,
)
