"""The theme's stylesheet without the rules that no page needs."""

from emptychair.html.theme_css import compact, trim
from for_each import for_each

KNOWN = {"page", "page--wide"}


def trimmed(css: str, other: str = "") -> str:
    return trim(css, KNOWN.__contains__, other)


@for_each(
    "css, kept",
    [
        (".page{color:red}", ".page{color:red;}"),
        (".search{color:red}", ""),
        (".page,.search{color:red}", ".page{color:red;}"),
        (".search .page,a:hover{color:red}", "a:hover{color:red;}"),
        (":is(.page,.search) b{color:red}", ""),
        ("a:not(b,.page){color:red}", "a:not(b,.page){color:red;}"),
        ("@media print{.search{color:red}}", ""),
        ("@media print{.search{color:red}.page{top:0}}", "@media print{.page{top:0}}"),
        ('@charset "utf-8";p{top:0}', "p{top:0;}"),
        ("@keyframes turn{0%{top:0}}", "@keyframes turn{0%{top:0}}"),
        ("p{background:url(\"data:image/svg+xml;utf8,<svg class='.search'/>\")}", None),
    ],
)
def test_only_rules_of_known_classes_stay(css: str, kept: str | None) -> None:
    """A selector stays where a page may have all its classes, a rule where one of its selectors does."""
    found = trimmed(css).removeprefix("@layer theme{").removesuffix("}")
    assert found == (css[:-1] + ";}" if kept is None else kept)


def test_variables_that_nothing_reads_go() -> None:
    """A variable stays where a rule that stays reads it, or the other stylesheet."""
    css = ":root{--a:1;--b:2;--c:3}.page{top:var(--a)}.search{top:var(--c)}"
    assert trimmed(css) == "@layer theme{:root{--a:1;}.page{top:var(--a);}}"
    assert trimmed(css, "p{top:var(--b)}") == "@layer theme{:root{--a:1;--b:2;}.page{top:var(--a);}}"


def test_all_of_it_is_one_layer() -> None:
    """The site's own stylesheet stands in no layer, so it wins whatever the selectors."""
    assert trimmed("p{top:0}b{top:0}") == "@layer theme{p{top:0;}b{top:0;}}"


def test_a_compact_stylesheet_says_the_same() -> None:
    """Without comments and needless blanks; those of selectors, sums and strings stay."""
    css = """/* a { b: c } */
@media (min-width: 60em) {
  .a .b :is(i, .c > u):hover ,
  .d { margin: calc(1rem + 2px)  auto; content: "a ; /* b */  c"; font: 1px/2 "X Y", serif }
}
"""
    assert compact(css) == (
        "@media (min-width:60em){.a .b :is(i,.c > u):hover,.d{margin:calc(1rem + 2px) auto;"
        'content:"a ; /* b */  c";font:1px/2 "X Y",serif}}'
    )
    assert compact(compact(css)) == compact(css)
