"""`emptychair add-mark` on real files and settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from commands.editing_session import EPOCH, files, run
from content_factory import MINIMAL, SETTINGS, Content, codes
from sample_images import drawing, picture

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of July 2020."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def logos(tmp_path: Path) -> dict[str, Path]:
    """Marks as programs save them."""
    made = {
        "svg": drawing("<metadata>Li Si</metadata>"),
        "png": picture(60, 60, dpi=(72, 72)),
        "wide": picture(600, 60),
        "bad": drawing("<script>x()</script>"),
    }
    paths = {name: tmp_path / f"Logo {name}" for name in (*made, "missing")}
    for name, data in made.items():
        paths[name].write_bytes(data)
    return paths


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_marks_are_added(
    end: str, content: Content, logos: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """Made anew and named in the settings, whose other lines stay; another one takes the place of the first."""
    settings = MINIMAL[SETTINGS].replace("\n", end).encode()
    folder = content.put(SETTINGS, settings).write()
    before = files(folder)
    for words in ([logos["svg"]], [logos["png"], "--as", "favicon"], [logos["png"], "--as", "mark-on-cards"]):
        status, out, err = run(capsys, "add-mark", *words, "--content", folder)
        assert (status, err, out.count("written: ")) == (0, "", 2)
    after = files(folder)
    new = {"assets/mark.svg", "assets/favicon.png", "assets/mark-on-cards.png"}
    assert {path for path in after if before.get(path) != after[path]} == {SETTINGS, *new}
    rows = ["look:", '  mark: "mark.svg"', '  favicon: "favicon.png"', '  mark_on_cards: "mark-on-cards.png"', ""]
    assert after[SETTINGS] == settings + end.join(rows).encode()
    assert b"Li Si" not in after["assets/mark.svg"]
    assert run(capsys, "add-mark", logos["png"], "--content", folder)[0] == 0
    assert files(folder).keys() - before.keys() == new - {"assets/mark.svg"} | {"assets/mark.png"}
    assert files(folder)[SETTINGS] == after[SETTINGS].replace(b"mark.svg", b"mark.png")
    assert codes(content.read(folder)) == []


def test_what_is_no_mark_is_refused(
    content: Content, logos: dict[str, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    """With what is wrong: in the file, in its form, or because another picture has the name. Nothing is changed."""
    content.put("assets/favicon.png", picture()).swap(SETTINGS, "sample", "look:\n  mark: favicon.png\nsample")
    folder = content.write()
    before = files(folder)
    for words, status, said in (
        (["bad"], 1, "the drawing holds <script>"),
        (["missing"], 2, "could not be read: "),
        (["wide"], 1, "the mark of 480 × 48 has no room"),
        (["png", "--as", "favicon"], 1, "has a picture favicon.png already"),
        (["svg", "--as", "mark-on-cards"], 1, "'mark-on-cards.svg' is not the name of a file"),
    ):
        found, _, err = run(capsys, "add-mark", logos[words[0]], *words[1:], "--content", folder)
        assert (found, files(folder)) == (status, before), words
        assert said in err
