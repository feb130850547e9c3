"""`emptychair add-image` on real pictures and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from commands.editing_session import EPOCH, files, on_a_terminal, run
from content_factory import CASE, CASE_ZH, MINIMAL, Content, codes
from sample_images import picture

if TYPE_CHECKING:
    from pathlib import Path

WORDS = ("--credit", "A friend", "--licence", "CC BY 4.0", "--alt", "A chair: empty", "--translated-alt", "一把空椅")


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of July 2020."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


@pytest.fixture
def agreed(content: Content) -> Content:
    """A case whose consent covers a photo."""
    return content.swap(CASE, "[name, story]", "[name, story, photo]")


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo as a telephone makes it."""
    file = tmp_path / "IMG 0042.JPG"
    exif = Image.Exif()
    exif[0x0110] = "Telephone"
    file.write_bytes(picture(3_000, 2_000, "JPEG", exif=exif, comment="by Li Si"))
    return file


def test_a_photo_is_added(agreed: Content, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Made anew, named after the case, with its words on both pages; the checks find nothing."""
    folder = agreed.write()
    before = files(folder)
    more = ["--caption", "In 2019", "--translated-caption", "2019年"]
    status, out, err = run(capsys, "add-image", photo, "li-si", *WORDS, *more, "--content", folder)
    assert (status, err) == (0, "")
    after = files(folder)
    assert {path for path in after if before.get(path) != after[path]} == {CASE, CASE_ZH, "assets/li-si.jpg"}
    assert out.count("written: ") == 3
    rows = (
        '  photo:\n    file: "li-si.jpg"\n    credit: "A friend"\n    licence: "CC BY 4.0"\n    alt: "A chair: empty"\n'
    )
    source = str(agreed.files[CASE]).replace("updated: 2020-06-01", "updated: 2020-07-01")
    assert after[CASE].decode() == source.replace("  sources:", f'{rows}    caption: "In 2019"\n  sources:')
    words = '  photo:\n    alt: "一把空椅"\n    caption: "2019年"\n'
    twin = MINIMAL[CASE_ZH].replace("2020-06-01", "2020-07-01")
    assert after[CASE_ZH].decode() == twin.replace('带走。"\n', f'带走。"\n{words}')
    assert b"Telephone" not in after["assets/li-si.jpg"]
    with Image.open(folder / "assets/li-si.jpg") as made:
        assert made.size == (2_000, 1_333)
    assert codes(agreed.read(folder)) == []


def test_without_consent_there_is_no_photo(content: Content, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The scope has to cover it; the sentence says where that stands."""
    folder = content.write()
    before = files(folder)
    for language, said in (("en", "does not cover a photo"), ("zh", "不包括照片")):
        status, _, err = run(capsys, "add-image", photo, "li-si", *WORDS, "--content", folder, "--lang", language)
        assert (status, files(folder)) == (1, before)
        assert said in err
        assert "case.consent.scope" in err


def test_a_case_has_one_photo(agreed: Content, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is overwritten: neither the photo of the case nor a picture of that name."""
    folder = agreed.write()
    words = ["add-image", photo, "li-si", *WORDS, "--content", folder]
    assert run(capsys, *words)[0] == 0
    before = files(folder)
    assert run(capsys, *words)[0] == 1
    (folder / CASE).write_text(str(agreed.files[CASE]), "utf-8")
    status, _, err = run(capsys, *words)
    assert (status, err) == (1, "content/assets/ has a picture li-si.jpg already\n")
    assert files(folder)["assets/li-si.jpg"] == before["assets/li-si.jpg"]


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [(b"<svg/>", 1, ":1: this is no picture that can be read"), (None, 2, "could not be read: ")],
)
def test_what_is_no_picture_is_refused(
    agreed: Content, photo: Path, capsys: pytest.CaptureFixture[str], data: bytes | None, status: int, said: str
) -> None:
    """By its content; and a file that is not there."""
    folder = agreed.write()
    before = files(folder)
    photo.unlink()
    if data:
        photo.write_bytes(data)
    found, _, err = run(capsys, "add-image", photo, "li-si", *WORDS, "--content", folder)
    assert (found, files(folder)) == (status, before)
    assert said in err


def test_its_words_are_asked_for(agreed: Content, photo: Path) -> None:
    """In both languages where there are two pages."""
    folder = agreed.write()
    answers = ["A friend", "CC BY 4.0", "A chair", "一把椅子", ""]
    status, shown = on_a_terminal(folder, ["add-image", str(photo), "li-si", "--lang", "zh"], answers)
    assert status == 0, shown
    assert 'alt: "一把椅子"' in (folder / CASE_ZH).read_text("utf-8")


def test_a_case_without_a_translation(agreed: Content, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Needs words in its own language only, until there is one."""
    folder = agreed.remove(CASE_ZH).write()
    assert run(capsys, "add-image", photo, "li-si", *WORDS[:6], "--content", folder)[0] == 0
    assert codes(agreed.read(folder)) == []
