"""What the theme gives that our pages do without: elements for its script, rules for parts that no page has."""

import re
from functools import cache

from emptychair.html.theme_css import trim

# Switches, a dialog and a second skip link in the theme's base.html: it works them by its script, which we leave out,
# and the attribute autocomplete is an error on a checkbox (HTML, 4.10.18.7.1).
LEFTOVERS = re.compile(
    r"""<input class="md-toggle"[^>]*>\s*|<label class="md-overlay"[^>]*></label>\s*"""
    r"""|<div data-md-component="(?:skip|announce)">.*?</div>\s*"""
    r"""|<div class="md-dialog"[^>]*>\s*<div[^>]*></div>\s*</div>\s*""",
    re.DOTALL,
)


def without_leftovers(html: str) -> str:
    """A page of the theme without what its script would need."""
    return LEFTOVERS.sub("", html)


@cache
def main_stylesheet(css: str, blocks: tuple[str, ...], own: str) -> str:
    """The theme's stylesheet for pages with these classes and their parts (md-nav: md-nav__link) alone.

    `own` is the stylesheet that stands beside it. Made once for all languages.
    """
    return trim(css, lambda name: name.partition("__")[0] in blocks, own)
