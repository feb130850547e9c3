"""`emptychair start`: a campaign of one's own, by options or at a terminal, whole or not at all."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml

from emptychair.cli import main
from emptychair.editing.campaign_questions import QUESTIONS, fault_of
from emptychair.load.load import load
from emptychair.text.strings import catalogue, written_languages
from terminal import CTRL_C, Terminal

if TYPE_CHECKING:
    from collections.abc import Mapping

pytestmark = pytest.mark.usefixtures("the_day")

ANSWERS = {
    "languages": "en, zh",
    "name": "Folded Maps / 折起的地图",
    "speaker": "a circle of readers / 读书会",
    "contact": "letters@chairs.cat",
    "repository": "https://github.com/chairs-cat/record",
    "owners": "@chairs-cat/editors, @chairs-cat/addresses",
    "address": "https://chairs.cat/",
    "id": "tag:chairs.cat,2020:record",
    "timezone": "Europe/Berlin",
    "licence": "cc-by-sa-4.0",
}
# Words of the sample and the name of the generator: none of them is a campaign's own.
FOREIGN = re.compile(r"sample|示例|样本|Empty Chair|空椅|Wei Zhili|危志立|Amnesty|\bemptychair\.example", re.IGNORECASE)
EXAMPLE_HOST = re.compile(r"[a-z0-9-]+\.example\b|example\.(?:com|net|org)\b")


def flags(answers: Mapping[str, str]) -> list[str]:
    return [part for key, text in answers.items() for part in (f"--{key}", text)]


def start(folder: Path, *more: str, **others: str) -> int:
    """The command with the answers above, but for `others`; an empty one is left out."""
    answers = {key: text for key, text in (ANSWERS | others).items() if text}
    return main(["start", str(folder), *flags(answers), *more])


def texts(folder: Path) -> dict[str, str]:
    """Path -> text of every file of a campaign but what it has from the generator as it stands."""
    taken_over = ("hooks/", "scripts/", "wheels/", "requirements.txt")
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    return {path: file.read_text("utf-8") for path, file in files.items() if not path.startswith(taken_over)}


def test_every_answer_is_in_the_files(tmp_path: Path) -> None:
    """Settings, host, owners, pages; and the content has no problem. At most forty files, for any languages."""
    assert start(tmp_path / "c") == 0
    found = texts(tmp_path / "c")
    settings = yaml.safe_load(found["content/campaign.yml"])
    assert settings["id"] == ANSWERS["id"]
    assert settings["names"] == {"en": "Folded Maps", "zh": "折起的地图"}
    assert settings["contact"] == {"name": {"en": "a circle of readers", "zh": "读书会"}, "email": ANSWERS["contact"]}
    assert (settings["timezone"], settings["data_licence"]) == ("Europe/Berlin", "CC BY-SA 4.0")
    assert "site_url: https://chairs.cat/\n" in found["mkdocs.yml"]
    assert "*                       @chairs-cat/editors\n" in found[".github/CODEOWNERS"]
    assert "/content/recipients.yml @chairs-cat/addresses\n" in found[".github/CODEOWNERS"]
    assert "a circle of readers" in found["content/en/about.md"]
    assert "读书会" in found["content/zh/about.md"]
    assert "https://chairs.cat/zh/contribute.html#without-account" in found[".github/ISSUE_TEMPLATE/config.yml"]
    assert load(tmp_path / "c" / "content").problems == ()
    assert len([file for file in (tmp_path / "c").rglob("*") if file.is_file()]) <= 40


@pytest.mark.parametrize("languages", ["zh, en", "zh", "en", "zh-Hant"])
def test_any_languages_in_any_order(languages: str, tmp_path: Path) -> None:
    """The first has the source pages and the root, others are translations; none is there that was not chosen."""
    codes = languages.split(", ")
    assert start(tmp_path / "c", languages=languages, name="Maps", speaker="Readers") == 0
    found = texts(tmp_path / "c")
    assert {path.split("/")[1] for path in found if path.startswith("content/") and path.endswith(".md")} == set(codes)
    assert "\nadded: 2020-05-15\n" in found[f"content/{codes[0]}/index.md"]
    assert all("\ntranslates: 2020-05-15\n" in found[f"content/{code}/index.md"] for code in codes[1:])
    assert ("README.zh.md" in found) == (codes == ["en", "zh"])
    loaded = load(tmp_path / "c" / "content")
    assert loaded.problems == ()
    assert loaded.campaign
    assert list(loaded.campaign.languages) == codes


def test_nothing_of_the_sample_and_no_example_host(tmp_path: Path) -> None:
    """In no file that is a campaign's own, but in the draft, the forms and the schema, which explain by the models."""
    assert start(tmp_path / "c") == 0
    found = texts(tmp_path / "c")
    own = {path: text for path, text in found.items() if not path.startswith((".github/ISSUE", ".vscode/", "drafts/"))}
    assert len(own) > 20
    wrong = {
        path: match[0] for path, text in own.items() if (match := FOREIGN.search(text.replace("sample: false", "")))
    }
    assert wrong == {}
    hosts = {path: match[0] for path, text in found.items() if (match := EXAMPLE_HOST.search(text))}
    assert {path for path in hosts if not path.startswith("drafts/")} == set()


def test_examples_answer_everything(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """In both languages of the terminal, with invented values on hosts that are nobody's, and without a problem."""
    for language in written_languages():
        folder = tmp_path / language
        assert main(["start", str(folder), "--example", "--lang", language]) == 0
        assert load(folder / "content").problems == ()
        first = next(iter(yaml.safe_load((folder / "content/campaign.yml").read_text("utf-8"))["names"]))
        assert first == language
        assert "ferry.example" in (folder / "mkdocs.yml").read_text("utf-8")
    capsys.readouterr()


def test_a_dry_run_lists_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What is listed is what is written afterwards."""
    assert start(tmp_path / "c", "--dry-run") == 0
    *listed, summary = capsys.readouterr().out.splitlines()
    assert list(tmp_path.iterdir()) == []
    assert summary == f"{len(listed)} files would be written into {tmp_path / 'c'}/."
    assert start(tmp_path / "c") == 0
    written = {file.relative_to(tmp_path / "c").as_posix() for file in (tmp_path / "c").rglob("*") if file.is_file()}
    assert set(listed) == written


def test_only_an_empty_folder_is_taken(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One that holds anything stays as it is, and so does a file; an empty one is filled."""
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine")
    (tmp_path / "file").write_text("mine")
    (tmp_path / "empty").mkdir()
    assert [start(tmp_path / name) for name in ("full", "file", "empty")] == [2, 2, 0]
    assert [file.name for file in (tmp_path / "full").iterdir()] == ["mine.txt"]
    assert capsys.readouterr().err.count("is not empty") == 2


def test_the_current_folder_is_not_replaced(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever stands in it would stand in one that is gone."""
    monkeypatch.chdir(tmp_path)
    assert start(Path()) == 2
    assert list(tmp_path.iterdir()) == []


def test_no_half_of_a_folder_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither where the disk is full nor where somebody presses Ctrl-C in the middle."""
    written: list[Path] = []

    def fail(error: BaseException) -> None:
        def write(self: Path, data: bytes) -> int:
            written.append(self)
            if len(written) % 10 == 0:
                raise error
            with self.open("wb") as opened:
                return opened.write(data)

        monkeypatch.setattr(Path, "write_bytes", write)

    fail(OSError(28, "No space left on device"))
    assert start(tmp_path / "c") == 2
    fail(KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        start(tmp_path / "c")
    assert len(written) == 20
    assert list(tmp_path.iterdir()) == []


WRONG = {
    "languages": ("en, xx", "does not speak"),
    "name": ("A / B / C", "neither one name nor one for each"),
    "speaker": ("<b>", "is too long, or has one of the signs"),
    "contact": ("somebody", "neither an e-mail address"),
    "repository": ("github.com/x", "not the address of a repository"),
    "owners": ("chairs-cat", "not a list of owners"),
    "address": ("http://chairs.cat", "begins with https://"),
    "id": ("chairs", "looks like tag:host.org,2020:record"),
    "timezone": ("Berlin", "Europe/Berlin"),
    "licence": ("mine", "cc-by-4.0"),
}


@pytest.mark.parametrize("key", WRONG)
def test_a_wrong_answer_is_told_with_its_cure(key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """By the name of its option, and nothing is written."""
    text, told = WRONG[key]
    assert start(tmp_path / "c", **{key: text}) == 1
    err = capsys.readouterr().err
    assert f"--{key}: '{text}'" in err
    assert told in err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("key", "text"),
    [("address", "https://chairs.example/"), ("contact", "a@example.org"), ("id", "tag:example.com,2026:x")],
)
def test_a_host_of_examples_is_refused(key: str, text: str) -> None:
    """It would stand in every feed; who asks for an example may have it."""
    assert fault_of(key, text, ANSWERS) == "host-reserved"
    assert fault_of(key, text, ANSWERS, examples=True) == ""


def test_what_nobody_answers_is_named_without_a_terminal(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Only what has no default: the id follows from the address and the day, the address from nothing here."""
    assert main(["start", str(tmp_path / "c")]) == 2
    assert "needed: --name --speaker --contact --address" in capsys.readouterr().err
    assert start(tmp_path / "c", id="", timezone="", licence="", owners="", languages="") == 0
    settings = yaml.safe_load((tmp_path / "c/content/campaign.yml").read_text("utf-8"))
    assert settings["id"] == "tag:chairs.cat,2020:record"
    assert (settings["timezone"], settings["data_licence"]) == ("UTC", "CC BY 4.0")


def test_the_files_follow_from_the_code_host(tmp_path: Path) -> None:
    """Workflows, forms, owners where GitHub is it; elsewhere nothing that only GitHub reads."""
    assert start(tmp_path / "lab", repository="https://gitlab.com/chairs/record.git", owners="") == 0
    assert start(tmp_path / "none", repository="", owners="") == 0
    for name in ("lab", "none"):
        assert not (tmp_path / name / ".github").exists()
        assert not (tmp_path / name / "scripts").exists()
    assert "(https://gitlab.com/chairs/record)" in (tmp_path / "lab/content/en/contribute.md").read_text("utf-8")
    assert "#with-account" not in (tmp_path / "none/content/en/contribute.md").read_text("utf-8")


def test_names_cannot_break_a_file(tmp_path: Path) -> None:
    """Signs of YAML and of Markdown in a name are only signs."""
    name = 'A "_name_": [x](y) # *z*'
    assert start(tmp_path / "c", name=name, speaker=name) == 0
    assert load(tmp_path / "c" / "content").problems == ()
    assert yaml.safe_load((tmp_path / "c/content/campaign.yml").read_text("utf-8"))["names"]["zh"] == name


def test_the_draft_becomes_a_case(tmp_path: Path) -> None:
    """It is in no list; where it is moved, the check names what a case lacks, and nothing else."""
    assert start(tmp_path / "c") == 0
    content = tmp_path / "c" / "content"
    campaign = load(content).campaign
    assert campaign
    assert campaign.cases == {}
    (content / "en/cases").mkdir()
    (tmp_path / "c/drafts/c-0001.md").rename(content / "en/cases/c-0001.md")
    assert {problem.code for problem in load(content).problems} == {"missing"}


def test_the_generator_is_pinned_by_its_hash(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its wheel is kept in the repository; where the folder of wheels lies is known to this machine alone."""
    wheels = tmp_path / "wheels"
    wheels.mkdir()
    for folder in (wheels, tmp_path / "nowhere"):
        assert start(tmp_path / "c", "--wheels", str(folder)) == 2
        assert f"{folder} has no wheel of emptychair 0.1.0: " in capsys.readouterr().err
    (wheels / "emptychair-0.1.0-py3-none-any.whl").write_bytes(b"a wheel")
    assert start(tmp_path / "c", "--wheels", str(wheels)) == 0
    pins = (tmp_path / "c/requirements.txt").read_text("utf-8")
    assert pins.endswith(f"emptychair==0.1.0 \\\n    --hash=sha256:{hashlib.sha256(b'a wheel').hexdigest()}\n")
    assert (tmp_path / "c/wheels/emptychair-0.1.0-py3-none-any.whl").read_bytes() == b"a wheel"
    assert (tmp_path / "c/.wheels").read_text("utf-8") == f"{wheels}\n"
    assert "/.wheels\n" in (tmp_path / "c/.gitignore").read_text("utf-8")


def test_at_most_ten_questions_each_with_an_option() -> None:
    """Each has its words in every language, and a wrong answer to each is told."""
    keys = [question.key for question in QUESTIONS]
    assert len(keys) <= 10
    assert set(keys) == set(ANSWERS) == set(WRONG)
    assert all(set(written_languages()) <= set(catalogue("start")[key]) for key in keys)


def test_at_a_terminal_everything_is_asked(tmp_path: Path) -> None:
    """A wrong answer is asked again, Enter takes what follows from earlier ones, and the files are those of options."""
    terminal = Terminal(tmp_path, "start", "asked")
    terminal.answer(
        ("Languages of the site", ""),
        ("Name of the site", "A / B / C"),
        ("neither one name", "Folded Maps / 折起的地图"),
        ("Who speaks", "a circle of readers / 读书会"),
        ("carries nobody's name", "letters@chairs.cat"),
        ("Repository", "https://github.com/chairs-cat/record"),
        ("Who must agree to changes", "@chairs-cat/editors, @chairs-cat/addresses"),
        ("[https://chairs-cat.github.io/record/]", "https://chairs.cat"),
        ("[tag:chairs.cat,2020:record]", ""),
        ("Time zone", "Europe/Berlin"),
        ("Licence", "cc-by-sa-4.0"),
    )
    terminal.expect("make check")
    assert terminal.end() == 0
    assert start(tmp_path / "given") == 0
    assert texts(tmp_path / "asked") == texts(tmp_path / "given")


def test_who_stops_at_the_terminal_leaves_nothing(tmp_path: Path) -> None:
    """In Chinese, too."""
    terminal = Terminal(tmp_path, "start", "c", "--lang", "zh")
    terminal.answer(("网站的语言", ""), ("网站名称", "地图"))
    terminal.expect("由谁发布")
    terminal.press(CTRL_C, "没有写入任何内容")
    assert terminal.end() == 1
    assert list(tmp_path.iterdir()) == []
