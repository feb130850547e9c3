"""Values as lines of YAML: read back as what they were, whatever they hold."""

from __future__ import annotations

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from emptychair.front_matter.document import parse_page
from emptychair.front_matter.yaml_writer import block, flow, scalar
from emptychair.text.hidden_characters import without_hidden
from properties import share_of_examples

# Without the signs that nobody sees: the reader puts blanks in their place.
TEXTS = st.text(st.characters(exclude_categories=("C", "Z"), include_characters=" ")).map(
    lambda text: " ".join(without_hidden(text).split())
)
KEYS = st.from_regex(r"[a-z]{1,6}", fullmatch=True)
ROWS = st.dictionaries(KEYS, TEXTS.filter(bool) | st.lists(TEXTS, max_size=3), min_size=1, max_size=4)
TREES = st.dictionaries(KEYS, ROWS | st.lists(ROWS, min_size=1, max_size=3) | TEXTS, min_size=1, max_size=4)


@pytest.mark.parametrize("text", ["taken-away", "2020-04~", "../2020-04", "2020-08-31/2020-09-04", "CN-GD", "2020"])
def test_codes_and_dates_stand_bare(text: str) -> None:
    """As people write them."""
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["Li Si", "a: b", "#MeToo", "", "-", "~", "../x y", "@a", "[a]", "https://a.b", "a\\b"]
)
def test_texts_stand_in_quotes(text: str) -> None:
    """Whatever they begin with or hold."""
    assert scalar(text).startswith('"')
    assert yaml.safe_load(scalar(text)) == text


@share_of_examples(3)
@given(TREES)
def test_what_is_written_is_read(tree: dict[str, object]) -> None:
    """In lines and in braces, by the strict reader and by another one."""
    lines = "\n".join(block(tree, 0))  # type: ignore[arg-type]
    document, problems = parse_page("", f"---\n{lines}\n---\n")
    assert (document.meta, problems) == (tree, [])
    assert yaml.load(flow(tree), Loader=yaml.CBaseLoader) == tree  # type: ignore[arg-type]  # noqa: S506 - texts only
