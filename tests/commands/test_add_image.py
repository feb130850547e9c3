"""`emptychair add-image` on real pictures and pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image

from commands.editing_session import EPOCH, files, on_a_terminal, run
from content_factory import ACTION, ACTION_ZH, CASE, CASE_ZH, MINIMAL, Content, codes
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


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """A photo that is read in no time."""
    file = tmp_path / "small.jpg"
    file.write_bytes(picture(60, 40, "JPEG"))
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
    status, _, err = run(capsys, *words)
    assert status == 1
    assert "--replace" in err
    (folder / CASE).write_text(str(agreed.files[CASE]), "utf-8")
    status, _, err = run(capsys, *words)
    assert (status, err) == (1, "content/assets/ has a picture li-si.jpg already\n")
    assert files(folder)["assets/li-si.jpg"] == before["assets/li-si.jpg"]


@pytest.mark.parametrize(
    ("data", "status", "said"),
    [
        (b"<svg/>", 1, ":1: this is no picture that can be read"),
        (b"\0\0\0\x18ftypheic", 1, ":1: this is a picture of the type HEIC, "),
        (None, 2, "could not be read: "),
    ],
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


def test_a_photo_takes_the_place_of_another(agreed: Content, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its own words alone, in both languages; a file of another name goes, and what stays in git is said."""
    folder = agreed.write()
    status, _, err = run(capsys, "add-image", small, "li-si", *WORDS, "--replace", "--content", folder)
    assert status == 1
    assert "no photo to replace" in err
    more = ["--caption", "In 2019", "--translated-caption", "2019年"]
    assert run(capsys, "add-image", small, "li-si", *WORDS, *more, "--content", folder)[0] == 0
    for page in (CASE, CASE_ZH):
        text = (folder / page).read_text("utf-8").replace('"li-si.jpg"', '"old.png"')
        (folder / page).write_text(text, "utf-8")
    (folder / "assets/li-si.jpg").unlink()
    (folder / "assets/old.png").write_bytes(picture())
    status, out, err = run(capsys, "add-image", small, "li-si", *WORDS, "--replace", "--content", folder)
    assert (status, err) == (0, "")
    assert "deleted: content/assets/old.png" in out
    assert "The old picture stays in the history" in out
    assert {path for path in files(folder) if path.startswith("assets/")} == {"assets/li-si.jpg"}
    texts = [(folder / page).read_text("utf-8") for page in (CASE, CASE_ZH)]
    assert [text.count("photo:") for text in texts] == [1, 1]
    assert not any("2019" in text.partition("photo:")[2] for text in texts)
    assert codes(agreed.read(folder)) == []


def test_any_page_has_pictures(agreed: Content, small: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Several, each with its caption, above a letter, in both languages, as current as they were; one is replaced."""
    folder = agreed.write()
    words = [*WORDS[:4], "--alt", "A [chair]", "--translated-alt", "椅子", "--content", folder]
    caption = ["--caption", "The *vigil*", "--translated-caption", "守夜"]
    for name, page in (("write", f"content/{ACTION}"), ("write-2", "actions/write"), ("li-si-2", "li-si")):
        in_body = ["--in-body"] if page == "li-si" else []
        status, out, err = run(capsys, "add-image", small, page, *words, *in_body, *caption)
        assert (status, err) == (0, ""), page
        assert f"written: content/assets/{name}.jpg" in out
    shown = "![A \\[chair\\]](../../assets/write{}.jpg)\n\n*The \\*vigil\\* (A friend, CC BY 4.0)*\n\n"
    text = (folder / ACTION).read_text("utf-8")
    assert f"workers.\n\n{shown.format('')}{shown.format('-2')}## The letter {{#letter}}\n" in text
    twin = (folder / ACTION_ZH).read_text("utf-8")
    assert "![椅子](../../assets/write.jpg)\n\n*守夜（A friend，CC BY 4.0）*\n\n![椅子]" in twin
    assert "translates: 2020-07-01" in twin
    assert (
        (folder / CASE).read_text("utf-8").endswith("workers.\n\n" + shown.format("").replace("write", "li-si-2")[:-1])
    )
    assert codes(agreed.read(folder)) == []
    assert run(capsys, "add-image", small, "write", *words, "--replace", "write.jpg")[0] == 0
    replaced = shown.format("").replace("The \\*vigil\\* (A friend, CC BY 4.0)", "A friend, CC BY 4.0")
    assert (folder / ACTION).read_text("utf-8") == text.replace(shown.format(""), replaced)
    assert codes(agreed.read(folder)) == []


def test_a_picture_of_another_page_is_left_alone(
    agreed: Content, small: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One that two pages show, one that this page does not show, a page that is not there."""
    shown = "![A chair](../../assets/chair.jpg)\n"
    agreed.swap(CASE, "Li Si organised workers.\n", shown).swap(CASE_ZH, "李四组织工人。\n", shown)
    folder = agreed.swap(ACTION, "Li Si organised workers.\n", shown).write()
    (folder / "assets").mkdir()
    (folder / "assets/chair.jpg").write_bytes(picture(file_format="JPEG"))
    before = files(folder)
    for words, status, said in (
        (["write", "--replace", "chair.jpg"], 1, "content/en/cases/li-si.md shows chair.jpg too"),
        (["write", "--replace", "other.jpg"], 2, "no text of this page shows the picture other.jpg"),
        (["nothing"], 2, "there is no page 'nothing'"),
    ):
        found, _, err = run(capsys, "add-image", small, *words, *WORDS, "--content", folder)
        assert (found, files(folder)) == (status, before)
        assert said in err


def test_its_words_are_asked_for(agreed: Content, photo: Path) -> None:
    """In both languages where there are two pages."""
    folder = agreed.write()
    answers = ["A friend", "CC BY 4.0", "A chair", "一把椅子", "", ""]
    status, shown = on_a_terminal(folder, ["add-image", str(photo), "li-si", "--lang", "zh"], answers)
    assert status == 0, shown
    assert 'alt: "一把椅子"' in (folder / CASE_ZH).read_text("utf-8")


def test_a_case_without_a_translation(agreed: Content, photo: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Needs words in its own language only, until there is one."""
    folder = agreed.remove(CASE_ZH).write()
    assert run(capsys, "add-image", photo, "li-si", *WORDS[:6], "--content", folder)[0] == 0
    assert codes(agreed.read(folder)) == []


def test_several_pictures_in_one_run(content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Below each other in the order of the files, each with its words; whom two of them are by is said once."""
    photos = [tmp_path / "one.png", tmp_path / "two.png"]
    for file in photos:
        file.write_bytes(picture(60, 40))
    folder = content.write()
    words = ["--credit", "A friend", "--licence", "CC0", "--alt", "One", "--alt", "Two", "--caption", "The first"]
    words += ["--translated-alt", "一", "--translated-alt", "二"]
    status, _, err = run(capsys, "add-image", *photos, "write", *words, "--content", folder)
    assert (status, err) == (0, "")
    english, chinese = (files(folder)[path].decode() for path in (ACTION, ACTION_ZH))
    assert "write.jpg)\n\n*The first" in english
    assert english.index("![One](") < english.index("![Two](") < english.index("{#letter}")
    assert "write-2.jpg)" in english
    assert english.count("A friend") == 2
    assert chinese.index("![一](") < chinese.index("![二](")
    assert codes(Content.read(folder)) == []
    status, _, _ = run(capsys, "add-image", *photos, "write", *words, "--replace", "write.jpg", "--content", folder)
    assert status == 2
