"""Values as lines of YAML: read back as what they were, whatever they hold."""

from __future__ import annotations

from datetime import date
from typing import Any

import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from emptychair.front_matter.document import parse_page
from emptychair.front_matter.yaml_writer import as_example, as_item, block, comment, entry, flow, quoted, scalar
from emptychair.text.hidden_characters import hidden_sign, without_hidden
from for_each import for_each
from properties import share_of_examples

ANYTHING = st.text(st.characters())
CODES = st.from_regex(r"(?:\.\./)?[A-Za-z0-9][A-Za-z0-9._~/-]{0,12}", fullmatch=True)


def on_one_line(text: str) -> str:
    """A text as the writer has it: line ends and signs that nobody sees are blanks, and blanks stand alone."""
    return " ".join(without_hidden(text).split())


# Without the signs that nobody sees: the reader puts blanks in their place.
TEXTS = (ANYTHING | CODES).map(on_one_line)
KEYS = (st.from_regex(r"[a-z]{1,6}", fullmatch=True) | TEXTS.filter(bool)).filter(lambda key: key != "<<")
ROWS = st.dictionaries(KEYS, TEXTS.filter(bool) | st.lists(TEXTS, max_size=3), min_size=1, max_size=4)
TREES = st.dictionaries(KEYS, ROWS | st.lists(ROWS, min_size=1, max_size=3) | TEXTS, min_size=1, max_size=4)
CODES_AND_DATES = ["taken-away", "c-0042", "37-19", "2020-05-20-news", "CN-GD", "HK", "12", "0", "true", "false"]
CODES_AND_DATES += ["2020", "2020-04", "2020-04-14", "2020-04~", "../2020-04", "2020-08-31/2020-09-04"]
IN_QUOTES = ["Li Si", "a: b", "#MeToo", "", "-", "~", "../x y", "@a", "[a]", "https://a.b", "a\\b", 'a "b"', "a.jpg"]
# What YAML 1.1 or 1.2 reads as nothing, as a truth value, as a number or as a day.
IN_QUOTES += ["no", "NO", "on", "y", "null", "True", "2020-02-30"]
IN_QUOTES += ["1e3", "0x1f", "0123", "1.0", "1_000", ".inf", "12:30"]


@for_each("text", CODES_AND_DATES)
def test_codes_and_dates_stand_bare(text: str) -> None:
    """As people write them."""
    assert scalar(text) == text


@for_each("text", IN_QUOTES)
def test_texts_stand_in_quotes(text: str) -> None:
    """Whatever they begin with or hold."""
    assert scalar(text).startswith('"')
    assert yaml.safe_load(scalar(text)) == text


@given(ANYTHING | CODES)
@example("no")
@example("1e3")
@example("2020-13-45")
def test_what_stands_bare_is_what_every_reader_takes_it_for(text: str) -> None:
    """A reader that gives types gives a number, a day or a truth value only for what is one; else the text."""
    found: Any = yaml.safe_load(scalar(text))
    shown = found.isoformat() if isinstance(found, date) else str(found).lower() if found in (True, False) else found
    assert str(shown) == on_one_line(text) or text in ("0", "1")


@given(ANYTHING)
@example("a\u202eb\u2028c\x00d\ud800e\u00adf")
def test_nothing_hidden_is_written(text: str) -> None:
    """One line, with blanks in the place of what nobody sees; as a comment, too."""
    written = [quoted(text), *comment(text)]
    assert not any(hidden_sign(line) or len(line.splitlines()) > 1 for line in written)
    assert yaml.load(quoted(text), Loader=yaml.BaseLoader) == on_one_line(text)  # noqa: S506 - texts only
    assert yaml.safe_load("\n".join(comment(text))) is None


@share_of_examples(3)
@given(TREES)
def test_what_is_written_is_read(tree: dict[str, Any]) -> None:
    """In lines and in braces, by the strict reader and by another one."""
    lines = block(tree)
    document, problems = parse_page("", "\n".join(["---", *lines, "---", ""]))
    assert (document.meta, problems) == (tree, [])
    for written in ("\n".join(lines), flow(tree)):
        assert yaml.load(written, Loader=yaml.CBaseLoader) == tree  # noqa: S506 - texts only


@given(ROWS)
def test_an_example_is_an_entry_once_its_sign_is_gone(row: dict[str, Any]) -> None:
    """The lines of an item, as comments and without their sign, are read as the item."""
    lines = as_example(as_item([*comment("What it is: a row"), *(entry(key, value) for key, value in row.items())]))
    assert yaml.safe_load("\n".join(lines)) is None
    active = "\n".join(line.removeprefix("# ") for line in lines)
    assert yaml.load(active, Loader=yaml.CBaseLoader) == [row]  # noqa: S506 - texts only


def test_nothing_is_never_written() -> None:
    """An empty list and an empty mapping are themselves, and not a key without a value."""
    assert block({"a": {}, "b": [], "c": [{}, {"d": ""}]}) == ["a: {}", "b: []", "c:", "  - {}", '  - d: ""']
