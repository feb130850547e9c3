"""The files of a content folder: which are read, how large they may be, and what of a refused page remains."""

from pathlib import Path

from content_factory import ACTION_ZH, CASE, CASE_ZH, MINIMAL, RECIPIENTS, SETTINGS, UPDATE, Content, above, codes
from emptychair.images.metadata import TYPES
from emptychair.load.load import load
from for_each import for_each
from load.report_page import REPORT
from sample_images import picture


@for_each("name", [SETTINGS, RECIPIENTS])
def test_a_missing_register_is_named(name: str, content: Content) -> None:
    """A file that every campaign has is missed by name."""
    problems = content.remove(name).load().problems
    missing = [problem for problem in problems if problem.code == "file-missing"]
    assert [(problem.path, problem.line) for problem in missing] == [(f"content/{name}", 1)]


def test_without_settings_there_is_no_campaign_but_every_problem(content: Content) -> None:
    """The other files are read all the same."""
    loaded = content.swap(SETTINGS, "sample: true", "sample:").swap(CASE, "kind: person", "kind: people").load()
    assert loaded.campaign is None
    assert codes(loaded) == ["empty-value", "not-one-of"]


@for_each("text", ["", "# Nothing is set yet.\n"])
def test_settings_without_an_entry_are_refused(text: str, content: Content) -> None:
    """Each setting that a campaign must have is missed by name."""
    loaded = content.put(SETTINGS, text).load()
    assert loaded.campaign is None
    assert {"id", "names", "timezone"} <= {problem.field for problem in loaded.problems}
    assert set(codes(loaded)) == {"missing"}


@for_each("text", [b"\xff", b"police:\xff\n"])
def test_a_register_that_is_not_utf8(text: bytes, content: Content) -> None:
    """The encoding of a register is checked like that of a page."""
    assert "not-utf8" in codes(content.put(RECIPIENTS, text).load())


def test_a_register_that_is_too_large(content: Content) -> None:
    """A register of more than 1 MB is a problem that can be told."""
    lines = content.put(SETTINGS, "#" * (1024 * 1024 + 1)).lines()
    assert lines[-1].startswith("content/campaign.yml:1: the file is larger than")


def test_an_id_of_the_register_is_a_slug(content: Content) -> None:
    """An id of recipients.yml has the form of an id."""
    problems = content.swap(RECIPIENTS, "police:\n", "The Police:\n").load().problems
    assert ("content/recipients.yml", "bad-slug") in {(problem.path, problem.code) for problem in problems}


def test_a_fault_of_a_register_is_told_once(content: Content) -> None:
    """An empty entry is an empty entry, and not a wrong address as well."""
    assert codes(content.edit(above(RECIPIENTS, "  country: CN", "  email:")).load()) == ["empty-value"]


def test_a_symbolic_link_is_refused(content: Content) -> None:
    """Neither a file nor a folder elsewhere is published through a link, and what it leads to is not read."""
    folder = content.write()
    outside = content.root / "outside"
    outside.mkdir()
    (outside / "secret.md").write_text("secret", encoding="utf-8")
    (folder / "en/secret.md").symlink_to(outside / "secret.md")
    (folder / "en/cases/all").symlink_to(outside)
    (folder / "assets").mkdir()
    (folder / "assets/a.jpg").symlink_to(outside / "secret.md")
    loaded = content.read(folder)
    assert [(problem.path, problem.code) for problem in loaded.problems] == [
        ("content/assets/a.jpg", "symlink"),
        ("content/en/cases/all", "symlink"),
        ("content/en/secret.md", "symlink"),
    ]
    assert loaded.campaign
    assert "secret" not in loaded.campaign.prose


@for_each("name", ["assets/li-si.png", "assets/a.webp", "assets/a.jpg"])
def test_pictures_are_known(name: str, content: Content) -> None:
    """A picture in assets/ can be linked to, from both pages."""
    text = f"![Li Si](../../{name})\n"
    drawn = picture(file_format=TYPES[Path(name).suffix])
    content.put(name, drawn).swap(CASE, "Li Si organised workers.\n", text).swap(CASE_ZH, "李四组织工人。\n", text)
    assert content.lines() == []


@for_each("path", ["en/cases/li-si.markdown", "en/cases/li-si.MD", "en/.hidden", "en/cases/.md"])
def test_other_files_are_not_read(path: str, content: Content) -> None:
    """What is no page is told and left out."""
    assert codes(content.put(path, "x").load()) in (["unexpected-file"], ["bad-file-name"])


@for_each("length, problem", [(64, []), (65, ["bad-file-name"])])
def test_a_slug_has_a_limit(length: int, problem: list[str], content: Content) -> None:
    """64 signs are an address, 65 are not."""
    page = MINIMAL[UPDATE].split("update:")[0] + "---\nWords.\n"
    assert codes(content.put(f"en/{'a' * length}.md", page).load()) == problem


@for_each("size, problem", [(64 * 1024, []), (64 * 1024 + 1, ["file-too-large"])])
def test_a_page_has_a_limit(size: int, problem: list[str], content: Content) -> None:
    """64 KB are a page, one byte more is not; a report may be four times as long."""
    words = "".join("words words words\n" for _ in range(4000))
    page = (MINIMAL[UPDATE].split("update:")[0] + "---\n" + words)[: size - 1]
    page += "\n" * (size - len(page))
    assert codes(content.put("en/about.md", page).load()) == problem
    assert codes(content.remove("en/about.md").put("en/reports/all.md", REPORT + "words\n" * 12_000).load()) == []


def test_the_order_of_the_disk_makes_no_difference(content: Content) -> None:
    """Files are read in the order of their names, whatever the disk gives."""
    content.put("en/b.md", "b").put("en/a.md", "a").put("zh/0.md", "0")
    assert [problem.path for problem in content.load().problems] == [
        "content/en/a.md",
        "content/en/b.md",
        "content/zh/0.md",
    ]


def test_a_refused_page_still_exists(content: Content) -> None:
    """Nothing follows from a case that cannot be read: what names it names a case."""
    assert codes(content.swap(CASE, "---\ndescription", "description").load()) == ["no-front-matter"]


def test_a_case_with_a_wrong_field_is_no_record_but_exists(content: Content) -> None:
    """A case whose facts are refused is in no list, and its references are still checked."""
    loaded = content.swap(CASE, "kind: person", "kind: people").load()
    assert codes(loaded) == ["not-one-of"]
    assert loaded.campaign
    assert list(loaded.campaign.cases) == []
    assert list(loaded.campaign.actions) == ["write"]


def test_a_page_without_its_facts_is_no_record(content: Content) -> None:
    """An update without `update:` is told and left out."""
    text = MINIMAL[UPDATE]
    loaded = content.put(UPDATE, text[: text.index("update:\n")] + "---\nThere is news.\n").load()
    assert codes(loaded) == ["missing"]
    assert loaded.campaign
    assert list(loaded.campaign.updates) == []


def test_a_translation_that_cannot_be_read_is_left_out(content: Content) -> None:
    """The record stays with its source page."""
    loaded = content.swap(ACTION_ZH, "updated: 2020-06-01", "updated: soon").load()
    assert codes(loaded) == ["bad-day"]
    assert loaded.campaign
    assert set(loaded.campaign.actions["write"].pages) == {"en"}


def test_an_event_is_found_by_its_id(content: Content) -> None:
    """A charge or a sentence names the event that it hangs on."""
    case = content.campaign().cases["li-si"].facts
    assert [event and event.id for event in map(case.event, ["taken", "nothing", None])] == ["taken", None, None]


def test_the_sample_has_no_problem() -> None:
    """What real documents told is right, without an error or a warning."""
    assert load(Path(__file__).parents[1] / "sample" / "content").problems == ()


@for_each("path", [".DS_Store", "en/cases/.DS_Store", "assets/Thumbs.db", "zh/desktop.ini", "en/._about.md"])
def test_what_systems_leave_in_folders_is_passed_over(path: str, content: Content) -> None:
    """Nobody who looked into a folder has to clean it up."""
    assert content.put(path, b"\x00\x05").lines() == []
