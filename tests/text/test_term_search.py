"""The terms that a typed word may mean."""

from emptychair.text.term_search import code_named, terms_meant
from emptychair.text.vocabulary import Term, names, terms
from for_each import for_each


def codes(name: str, text: str) -> list[str]:
    return [term.code for term in terms_meant(name, text)]


@for_each(
    "name, text, meant",
    [
        ("roles", "人权律师", ["human-rights-lawyer"]),
        ("regions", "湖北", ["CN-HB"]),
        ("regions", "湖北省", ["CN-HB"]),
        ("regions", "CN-DG", ["CN-GD"]),
        ("regions", "CN-HK", ["HK"]),
        ("statuses", "刑事拘留", ["criminal-detention"]),
        ("statuses", "criminal detention", ["criminal-detention"]),
        ("statuses", "taken-awai", ["taken-away"]),
    ],
)
def test_a_name_of_one_term_means_that_term(name: str, text: str, meant: list[str]) -> None:
    """Its code, its label in each language, a synonym that no other term has, and a slip of any of them."""
    assert codes(name, text) == meant


@for_each(
    "name, text, meant",
    [
        ("statuses", "detained", {"in-custody", "administrative-detention", "criminal-detention"}),
        ("statuses", "被捕", {"in-custody", "arrested"}),
        ("statuses", "拘留", {"administrative-detention", "judicial-detention", "criminal-detention"}),
        ("statuses", "free", {"released", "released-monitored", "at-liberty"}),
        ("stages", "trial", {"on-trial", "awaiting-verdict"}),
        ("stages", "开庭", {"on-trial", "awaiting-verdict"}),
        ("roles", "lawyer", {"human-rights-lawyer", "former-lawyer"}),
        ("roles", "lawer", {"human-rights-lawyer", "former-lawyer"}),
        ("roles", "律师", {"human-rights-lawyer", "former-lawyer"}),
    ],
)
def test_a_word_of_several_terms_names_them_all(name: str, text: str, meant: set[str]) -> None:
    """A source that says "detained" names no measure: nothing is chosen for somebody."""
    assert meant <= set(codes(name, text))
    assert code_named(name, text) == text


@for_each("text", ["learned", "indited", "免费", "", "resentenced"])
def test_another_word_means_nothing(text: str) -> None:
    """Words that merely look like a status."""
    assert codes("statuses", text) == []


def test_every_label_means_its_own_term() -> None:
    """In every list and language, whatever is a synonym of it besides; of two terms with one label it means both."""
    every = [term for name in names() for term in terms(name).values()]
    wrong = [term for term in every for language in ("en", "zh") if term.code not in meant(term, language)]
    assert [f"{term.vocabulary}.{term.code}" for term in wrong] == []
    assert {"secession", "hk-secession"} == set(codes("charges", "分裂国家罪"))


def meant(term: Term, language: str) -> list[str]:
    return codes(term.vocabulary, str(term.row.get(language, term.code)))


def test_a_slip_names_nothing() -> None:
    """An answer is taken for a code where it is its name, and not where it is nearly so."""
    assert code_named("statuses", "刑事拘留") == "criminal-detention"
    assert code_named("statuses", "taken-awai") == "taken-awai"
