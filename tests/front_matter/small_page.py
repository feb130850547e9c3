"""A page made of a front matter, and the codes of its problems."""

from emptychair.front_matter.document import Document, parse_page
from emptychair.text.problems import Problem


def codes(problems: list[Problem]) -> list[str]:
    return [problem.code for problem in problems]


def page(front_matter: str) -> tuple[Document, list[Problem]]:
    return parse_page("a.md", f"---\n{front_matter}\n---\nThe body.\n")
