"""A stylesheet without the rules for parts that no page has: the theme's own is three times what our pages use."""

import re
from collections.abc import Callable, Collection, Iterable

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
READ = re.compile(r"var\(\s*(--[\w-]+)")
# At-rules with rules inside (CSS Conditional Rules Level 3); the others stand for themselves.
CONDITIONAL = {"media", "supports"}


def trim(css: str, is_used: Callable[[str], bool], other: str) -> str:
    """The rules of a stylesheet whose selectors name used classes only, in their order.

    `is_used` says of a class whether a page may have it. A variable stays where a rule that stays reads it, or the
    stylesheet `other`, which stands beside this one. The result is one layer (CSS Cascade 5, section 6.4), so that
    `other`, which is in none, wins whatever the selectors.
    """
    kept = _used(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True), is_used)
    read = {*READ.findall(tinycss2.serialize(kept)), *READ.findall(other)}
    return f"@layer theme{{{tinycss2.serialize(_read(kept, read))}}}"


def _used(nodes: Iterable[Node], is_used: Callable[[str], bool]) -> list[Node]:
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, QualifiedRule):
            selectors = [one for one in _selectors(node) if all(map(is_used, CLASS.findall(one)))]
            node.prelude = tinycss2.parse_component_value_list(",".join(selectors))
            found += [node] if selectors else []
        elif isinstance(node, AtRule) and node.lower_at_keyword in CONDITIONAL:
            node.content = _used(_rules_in(node), is_used)
            found += [node] if node.content else []
        elif not (isinstance(node, AtRule) and node.lower_at_keyword == "charset"):
            found.append(node)
    return found


def _rules_in(node: AtRule) -> list[Node]:
    rules: list[Node] = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
    return rules


def _selectors(rule: QualifiedRule) -> list[str]:
    """The selectors of a list: a comma inside brackets is a token of the bracket, and divides nothing."""
    parts: list[list[Node]] = [[]]
    for node in rule.prelude:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return [tinycss2.serialize(part).strip() for part in parts]


def _read(nodes: Iterable[Node], read: Collection[str]) -> list[Node]:
    """The rules without variables that nothing reads."""
    found: list[Node] = []
    for node in nodes:
        if isinstance(node, QualifiedRule):
            declarations = tinycss2.parse_declaration_list(node.content, skip_comments=True, skip_whitespace=True)
            node.content = [one for one in declarations if not _is_unread(one, read)]
            found += [node] if node.content else []
        else:
            found.append(node)
    return found


def _is_unread(node: Node, read: Collection[str]) -> bool:
    return isinstance(node, Declaration) and node.name.startswith("--") and node.name not in read
