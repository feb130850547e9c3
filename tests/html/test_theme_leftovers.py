"""What the theme gives that our pages do without."""

from emptychair.html.theme_css import main_stylesheet, without_leftovers


def test_what_works_by_the_theme_s_script_is_left_out() -> None:
    """Switches, the second skip link, the place for announcements, the dialog; what stands between them stays."""
    html = (
        '<body><input class="md-toggle" type="checkbox" autocomplete="off">\n<label class="md-overlay" for="x"></label>'
        '<div data-md-component="skip">\n<a href="#x">Skip</a>\n</div> <div data-md-component="announce"></div>'
        '<main><div class="md-content" data-md-component="content"><p>Text</p></div></main>'
        '<div class="md-dialog" data-md-component="dialog"> <div class="md-dialog__inner"></div> </div></body>'
    )
    kept = '<body><main><div class="md-content" data-md-component="content"><p>Text</p></div></main></body>'
    assert without_leftovers(html) == kept


def test_the_root_has_the_direction_that_the_body_has() -> None:
    """Where it is not what every page has that says nothing."""
    page = '<html lang="{}"><body dir="{}"></body></html>'
    assert without_leftovers(page.format("en", "ltr")) == page.format("en", "ltr")
    assert without_leftovers(page.format("ug", "rtl")) == f'<html dir="rtl"{page.format("ug", "rtl")[5:]}'


def test_the_stylesheet_is_for_the_named_classes_and_their_parts() -> None:
    """A class that only begins with the same letters is another one."""
    css = ".md-nav{top:0}.md-nav__link{top:1}.md-navigation{top:2}.md-search{top:3}"
    assert main_stylesheet(css, ("md-nav",), "") == "@layer theme{.md-nav{top:0;}.md-nav__link{top:1;}}"
