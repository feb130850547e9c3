"""`emptychair explain`: every key that the models know, every term, and whole pages of which nothing can pass."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commands.editing_session import run
from emptychair.editing.explanation import KINDS, explanations
from emptychair.front_matter.document import parse_page
from emptychair.record.models import SourcePage
from emptychair.record.validation import model_in

if TYPE_CHECKING:
    import pytest


def test_a_whole_page_holds_no_fact(capsys: pytest.CaptureFixture[str]) -> None:
    """Every line of its front matter is a comment, in both languages; a case is what is shown where nobody says."""
    for language, sign in (("en", "Consent"), ("zh", "个案的事实")):
        shown = {kind: run(capsys, "explain", kind, "--lang", language)[1] for kind in KINDS}
        assert all(line.startswith(("#", "---")) or not line for text in shown.values() for line in text.split("\n"))
        assert all(parse_page("x.md", text)[1] for text in shown.values())
        assert run(capsys, "explain", "--lang", language)[1] == shown["case"]
        assert sign in shown["case"] or language == "en"


def test_every_key_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    """Of each kind of page, where it stands, with its example and its terms."""
    for kind in KINDS:
        model = model_in(SourcePage.model_fields[kind].annotation)
        assert model
        lost = [
            key for key, info in model.model_fields.items() if not explanations(f"{kind}.{info.alias or key}", "en")
        ]
        assert lost == []
    status, out, _ = run(capsys, "explain", "consent.scope")
    assert status == 0
    assert out.startswith("case.consent.scope\n  What may be told.")
    assert "  letters: Letters\n" in out
    both = run(capsys, "explain", "reviewed", "--lang", "zh")[1]
    assert both.startswith("case.consent.reviewed\n  上次复核的日期")


def test_a_term_is_explained_by_any_of_its_names(capsys: pytest.CaptureFixture[str]) -> None:
    """With its list; a word of several terms shows all of them."""
    out = run(capsys, "explain", "detained")[1]
    assert "a term of statuses\n  in-custody: In custody, legal basis not known" in out
    assert "administrative-detention" in out
    assert "词表 stages 中的词" in run(capsys, "explain", "开庭", "--lang", "zh")[1]


def test_what_is_unknown_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    """Status 2, and the key that is a slip away."""
    assert run(capsys, "explain", "scoep") == (
        2,
        "",
        "emptychair: there is no key or term 'scoep'; did you mean scope?\n",
    )
