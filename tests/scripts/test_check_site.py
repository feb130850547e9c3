"""The links of a built site: each that leads nowhere is told, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from check_site import main

PAGE = """<!doctype html><html><head><link rel="stylesheet" href="../a.css"></head>
<body id="top"><a name="old"></a><p id="one">{}</p></body></html>"""
RIGHT = (
    '<a href="#one">1</a> <a href="#old">2</a> <a href="#">3</a> <a href="">4</a> <a href="b.html#one">5</a>'
    '<a href="../index.html?q=1#top">6</a> <a href="https://other.example/x">7</a> <a href="mailto:a@b.example">8</a>'
    '<img src="data:,"><img srcset="../s.webp 1x, ../%6C.webp 2x" src="../s.webp"><svg><use href="#one"></use></svg>'
)
WRONG = {
    '<a href="nobody.html">': "nobody.html: no such file",
    '<a href="../">': "../: no such file",
    '<a href="../../index.html">': "../../index.html: no such file",
    '<a href="#two">': "#two: no such id",
    '<a href="b.html#two">': "b.html#two: no such id",
    '<a href="../a.css#one">': "../a.css#one: no such id",
    '<a href="/index.html">': "/index.html: begins at the root: it breaks in a subfolder, a zip and a mirror",
    '<script src="x.js"></script>': "x.js: no such file",
    '<img src="../s.webp" srcset="../s.webp 1x, ../m.webp 2x">': "../m.webp: no such file",
    '<a href="B.html">': "B.html: no such file",
}


def site(folder: Path, story: str) -> Path:
    """A site of three pages, one of which has a story of its own."""
    (folder / "cases").mkdir()
    for name in ("a.css", "s.webp", "l.webp"):
        (folder / name).write_bytes(b"")
    (folder / "cases" / "a.html").write_text(PAGE.format(story), encoding="utf-8")
    (folder / "cases" / "b.html").write_text(PAGE.format(""), encoding="utf-8")
    (folder / "index.html").write_text(PAGE.format("").replace("../", ""), encoding="utf-8")
    (folder / "404.html").write_text('<a href="/index.html#one">home</a>', encoding="utf-8")
    return folder


def test_a_right_site_has_no_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Pages, ids, pictures in two sizes; other hosts are not asked, and the error page begins at the root."""
    assert main([str(site(tmp_path, RIGHT))]) == 0
    assert capsys.readouterr().out == "4 pages, 0 broken links.\n"


def test_every_wrong_link_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each once, with its page, as it is written, and what is wrong."""
    assert main([str(site(tmp_path, "".join(WRONG)))]) == 1
    assert capsys.readouterr().out.splitlines() == [
        *(f"cases/a.html: {line}" for line in WRONG.values()),
        f"4 pages, {len(WRONG)} broken links.",
    ]


def test_the_error_page_of_a_site_in_a_subfolder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """It begins its addresses where the home page says that it stands, and nowhere else; a folder is no file."""
    folder = site(tmp_path, "")
    home = folder / "index.html"
    own = '<link rel="canonical" href="https://a.example/sub/index.html"></head>'
    home.write_text(home.read_text("utf-8").replace("</head>", own), "utf-8")
    links = '<a href="/sub/cases/a.html#one"><a href="/sub/nobody.html"><a href="/cases/a.html"><a href="/sub/">'
    (folder / "404.html").write_text(links, "utf-8")
    assert main([str(folder)]) == 1
    assert capsys.readouterr().out.splitlines() == [
        "404.html: /sub/nobody.html: no such file",
        "404.html: /cases/a.html: begins at the root: it breaks in a subfolder, a zip and a mirror",
        "404.html: /sub/: no such file",
        "4 pages, 3 broken links.",
    ]


@pytest.mark.parametrize("arguments", [[], ["nowhere"], ["a", "b"]])
def test_no_site_is_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing that was not built is right."""
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().err
