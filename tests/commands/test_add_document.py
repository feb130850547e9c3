"""`emptychair add-document`: scans become pictures of pages, shown on the page of the case, and go with the person."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from PIL import Image

from campaign_outputs import article_of, by_class, elements, pages_of, words
from commands.editing_session import EPOCH, files, run
from content_factory import CASE, CASE_ZH, Content
from emptychair.as_of.snapshot import Snapshot, snapshot_of
from emptychair.images.metadata import PictureError
from emptychair.images.scans import PAGES_LIMIT
from emptychair.images.scans import pages_of as scans_of
from emptychair.load.load import load
from sample_images import picture

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2020, 7, 1)
GIVEN = {
    "id": "judgment",
    "title": "Judgment of first instance",
    "translated-title": "一审判决书",
    "issuer": "A court",
    "translated-issuer": "某法院",
    "language": "zh",
    "date": "2020-05",
    "text": "The accused is found guilty.",
    "blacked-out": "Names and addresses of the witnesses",
}
PAGES = [f"li-si-judgment-{number}.jpg" for number in (1, 2, 3)]


@pytest.fixture(autouse=True)
def the_day(monkeypatch: pytest.MonkeyPatch) -> None:
    """The first of July 2020."""
    monkeypatch.setenv("SOURCE_DATE_EPOCH", EPOCH)


def tiff(pages: int) -> bytes:
    """A scan of several pages, as a machine in an office makes it."""
    frames = [Image.new("L", (60, 80), 200 + number % 50) for number in range(pages)]
    file = BytesIO()
    frames[0].save(file, "TIFF", save_all=True, append_images=frames[1:], description="by the office of Wang Wu")
    return file.getvalue()


@pytest.fixture
def scans(tmp_path: Path) -> list[Path]:
    """A photo of one page, and two pages in one file."""
    first, others = tmp_path / "1.jpg", tmp_path / "scan.tif"
    first.write_bytes(picture(60, 80, "JPEG", comment="by Wang Wu"))
    others.write_bytes(tiff(2))
    return [first, others]


@pytest.fixture
def added(content: Content, scans: list[Path], capsys: pytest.CaptureFixture[str]) -> Path:
    """The content folder with a document."""
    folder = content.write()
    options = [word for name, text in GIVEN.items() for word in (f"--{name}", text)]
    status, out, err = run(capsys, "add-document", *scans, "li-si", *options, "--content", folder)
    assert (status, err) == (0, "")
    assert out.count("written: ") == len(PAGES) + 2
    return folder


def on(folder: Path) -> Snapshot:
    """The snapshot of a folder."""
    campaign = load(folder).campaign
    assert campaign
    return snapshot_of(campaign, DAY)


def test_a_document_is_added(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its pages made anew, its facts on the source page with the reason, its words on the translation; checks agree."""
    found = files(added)
    assert sorted(path for path in found if path.startswith("assets/")) == [f"assets/{name}" for name in PAGES]
    assert not any(b"Wang Wu" in data for data in found.values())
    assert GIVEN["blacked-out"].encode() in found[CASE]
    assert "一审判决书".encode() in found[CASE_ZH]
    assert load(added).problems == ()
    without = (
        found[CASE]
        .decode()
        .replace(f'  document-shows-others: "{GIVEN["blacked-out"]}"\n', "")
        .replace("because:\n", "")
    )
    (added / CASE).write_text(without, "utf-8")
    assert [problem.code for problem in load(added).problems] == ["document-shows-others"]


def test_the_page_shows_documents(added: Path) -> None:
    """In each language: what it is, who issued it, and each page as a small picture that leads to the large one."""
    snapshot = on(added)
    for language, title, up in (("en", "Judgment of first instance", "../"), ("zh", "一审判决书", "../../")):
        html = article_of(pages_of(snapshot, language), "cases/li-si")
        (shown,) = [one for one in elements(html) if one.get("id") == "document-judgment"]
        assert title in words(shown)
        links = [one.get("href") for item in by_class(html, "ec-scans") for one in item.iter("a")]
        assert links == [f"{up}assets/{name}" for name in PAGES]
        assert all(
            one.get("loading") == "lazy" and one.get("alt")
            for one in elements(html, "img")
            if "pictures/li-si-j" in str(one.get("src"))
        )
    assert {picture.file for picture in snapshot.shown_photos} == set(PAGES)
    assert snapshot.withheld_scans == frozenset()


def test_a_silent_person_has_no_documents(added: Path) -> None:
    """None of the pictures is published, in no size; nor are those of a document that is dated later."""
    file = added / CASE
    text = file.read_text("utf-8")
    minimal = text.replace("  kind: person", "  kind: person\n  visibility: minimal")
    later = text.replace("      date: 2020-05\n      language", "      date: 2020-08\n      language").replace(
        "updated: 2020-06-01", "updated: 2020-08-01"
    )
    for changed in (minimal, later):
        assert changed != text
        file.write_text(changed, "utf-8")
        snapshot = on(added)
        assert (snapshot.shown_photos, snapshot.withheld_scans) == ((), frozenset(PAGES))
        assert "document-judgment" not in article_of(pages_of(snapshot, "en"), "cases/li-si")


def test_documents_go_with_the_person(added: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A withdrawal takes the pages of documents along."""
    status, _, err = run(capsys, "withdraw", "li-si", "--yes", "--content", added)
    assert (status, err) == (0, "")
    assert not [path for path in files(added) if path.startswith("assets/")]


def test_what_is_no_scan_is_refused(content: Content, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A PDF, with the way to pictures; a broken file; a document of too many pages; and nothing is changed."""
    folder = content.write()
    before = files(folder)
    pdf = tmp_path / "judgment.pdf"
    pdf.write_bytes(b"\n%PDF-1.7\n")
    options = [word for name, text in GIVEN.items() for word in (f"--{name}", text)]
    for language, told in (("en", "make a picture of each page"), ("zh", "把每一页变成图片")):
        status, _, err = run(capsys, "add-document", pdf, "li-si", *options, "--content", folder, "--lang", language)
        assert (status, told in err) == (1, True)
    codes = []
    for data in (b"II*\0 broken", tiff(PAGES_LIMIT + 1)):
        with pytest.raises(PictureError) as error:
            scans_of(data)
        codes.append(error.value.code)
    assert codes == ["picture-unreadable", "document-too-long"]
    assert files(folder) == before
