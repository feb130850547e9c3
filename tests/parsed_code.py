"""The code of the project as its parser sees it, each file parsed once for all tests that look at code."""

from __future__ import annotations

import ast
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENTED = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)


@cache
def code_nodes(file: Path) -> tuple[ast.AST, ...]:
    """Every node of a file of code. To be read only."""
    return tuple(ast.walk(ast.parse(file.read_text(encoding="utf-8"))))


@cache
def imports(file: Path) -> frozenset[str]:
    """The modules that a file imports."""
    found = set()
    for node in code_nodes(file):
        if isinstance(node, ast.Import):
            found |= {one.name for one in node.names}
        if isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return frozenset(found)


@cache
def calls(file: Path) -> frozenset[str]:
    """What a file calls, as it is written."""
    return frozenset(ast.unparse(node.func) for node in code_nodes(file) if isinstance(node, ast.Call))


@cache
def literals(file: Path) -> frozenset[str]:
    """Every text constant of a file that is no docstring."""
    found = code_nodes(file)
    texts = {node.value for node in found if isinstance(node, ast.Constant) and isinstance(node.value, str)}
    return frozenset(texts - {ast.get_docstring(node, clean=False) for node in found if isinstance(node, DOCUMENTED)})
