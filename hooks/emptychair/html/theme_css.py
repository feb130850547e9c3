"""The theme without what our pages do without: rules for parts that no page has, elements that its script works.

Its stylesheet is three times what our pages use.
"""

import re
from collections.abc import Callable, Collection, Iterable
from functools import cache

import tinycss2
from tinycss2.ast import AtRule, Declaration, Node, QualifiedRule

CLASS = re.compile(r"\.(-?[_a-zA-Z][\w-]*)")
READ = re.compile(r"var\(\s*(--[\w-]+)")
# At-rules with rules inside (CSS Conditional Rules Level 3); the others stand for themselves.
CONDITIONAL = {"media", "supports"}
# The theme's stylesheet, whose name holds a digest of it.
MAIN_STYLESHEET = "assets/stylesheets/main.*.css"
# Switches, a dialog and a second skip link in the theme's base.html: it works them by its script, which we leave out,
# and the attribute autocomplete is an error on a checkbox (HTML, 4.10.18.7.1).
LEFTOVERS = re.compile(
    r"""<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*"""
    r"""|<div data-md-component="(?:skip|announce)">.*?</div>\s*"""
    r"""|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*""",
    re.DOTALL,
)

# A string, which stays; a comment; blanks around a sign that parts rules, or behind a colon of a declaration; others.
BLANK = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*.*?\*/|\s*([{};,])\s*|(:)\s+|\s+""", re.DOTALL)


def compact(css: str) -> str:
    """A stylesheet without comments and without blanks that say nothing; a fourth of what readers load of ours."""
    return BLANK.sub(_said, css).strip()


def _said(found: re.Match[str]) -> str:
    kept = found[1] or found[2] or found[3]
    return kept or ("" if found[0].startswith("/*") else " ")


def without_leftovers(html: str) -> str:
    """A page of the theme without what its script would need, its direction on its root.

    The theme says it on the body. The root too has what follows it: the title, where scroll bars are.
    """
    page = LEFTOVERS.sub("", html)
    return page.replace("<html ", '<html dir="rtl" ', 1) if '<body dir="rtl"' in page else page


@cache
def main_stylesheet(css: str, blocks: tuple[str, ...], own: str) -> str:
    """The theme's stylesheet for pages with these classes and their parts (md-nav: md-nav__link) alone.

    `own` is the stylesheet that stands beside it. Made once for all languages.
    """
    return trim(css, lambda name: name.partition("__")[0] in blocks, own)


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
