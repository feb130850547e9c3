"""A case opens on a slow line, and a mirror need not carry much more than the record."""

from pathlib import Path

import sizes

from whole_site.sites import Edited


def test_the_first_view_of_every_case_is_light(each: Edited) -> None:
    """Page, styles, drawings and scripts: within the bounds for bytes and requests, a photo within its own."""
    views = {path: sizes.first_view(each.folder, path) for path in sizes.case_pages(each.folder) if each.site}
    assert len(views) > 10
    for path, view in views.items():
        assert view.without_scripts <= sizes.WITHOUT_SCRIPTS, path
        assert view.with_scripts <= sizes.WITH_SCRIPTS, path
        assert view.requests <= sizes.REQUESTS, path
        assert view.photo <= sizes.PHOTO, path


def test_the_site_holds_little_besides_its_content(each: Edited) -> None:
    """Styles, scripts, drawings, the engine of the search: no source maps, nothing that no page uses."""
    assert each.site
    found = sizes.overhead(each.folder, each.content)
    assert 0 < sum(found.values()) <= sizes.OVERHEAD, found


def test_everything_a_page_names_is_weighed(tmp_path: Path) -> None:
    """A style and what it names in turn, a drawing, a script; of a photo in two sizes the larger; nothing twice."""
    (tmp_path / "cases").mkdir()
    (tmp_path / "cases" / "x.html").write_text(
        '<link rel="stylesheet" href="../a.css"><script src="../a.js"></script><img src="../a.svg"><img src="../a.svg">'
        '<picture><source srcset="../s.webp 1x, ../l.webp 2x"><img src="../s.jpg"></picture><img src="data:,">'
    )
    (tmp_path / "a.css").write_text("@import 'b.css'; a { background: url(c.svg) } b { background: url('data:,') }")
    (tmp_path / "l.webp").write_bytes(b"12345")
    for name in ("a.js", "a.svg", "b.css", "c.svg", "s.webp", "s.jpg"):
        (tmp_path / name).write_bytes(b"1")
    view = sizes.first_view(tmp_path, "cases/x.html")
    assert view.plain == {"cases/x.html", "a.css", "b.css", "c.svg", "a.svg"}
    assert view.scripts == {"a.js"}
    assert view.photos == {"l.webp"}
    assert view.photo == 5
    assert view.requests == 6
    assert view.with_scripts == view.without_scripts + sizes.weigh(tmp_path / "a.js")
