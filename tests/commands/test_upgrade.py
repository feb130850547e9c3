"""`emptychair upgrade`: a campaign of a released version, edited here and there, and the next version."""

from __future__ import annotations

import io
import re
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from emptychair.cli import main
from emptychair.commands import programs, upgrade
from emptychair.editing.generator_record import RECORD, Record, create_record, digest, read_record
from make_wheel import write_wheel
from repository.hosted import git

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD, NEW, NEXT = "0.0.9", "0.1.0", "0.1.1"
CHECK, LINKS, FORM = (f".github/{name}.yml" for name in ("workflows/check", "workflows/links", "ISSUE_TEMPLATE/config"))
DROPPED, OLD_WHEEL = "scripts/old.py", f"wheels/emptychair-{OLD}-py3-none-any.whl"
NEW_WHEEL = f"wheels/emptychair-{NEW}-py3-none-any.whl"


def wheel(folder: Path, version: str, **more: bytes) -> Path:
    """A wheel as small as can be, in a folder of wheels."""
    folder.mkdir(exist_ok=True)
    info = f"emptychair-{version}.dist-info"
    files = {f"{info}/METADATA": f"Name: emptychair\nVersion: {version}\n".encode(), f"{info}/RECORD": b""}
    files |= {"emptychair/pins/requirements.txt": b"a==1 \\\n    --hash=sha256:00\n", **more}
    write_wheel(folder / f"emptychair-{version}-py3-none-any.whl", files, info, b"{}", 0)
    return folder / f"emptychair-{version}-py3-none-any.whl"


def texts(folder: Path) -> dict[str, bytes]:
    """Path -> bytes of every file but git's own."""
    files = {file.relative_to(folder).as_posix(): file for file in folder.rglob("*") if file.is_file()}
    return {path: file.read_bytes() for path, file in files.items() if not path.startswith(".git/")}


def commit(folder: Path) -> None:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message=A change")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A campaign as an older version wrote it: other texts, a file more, a file less, its own wheel; committed."""
    folder = tmp_path_factory.mktemp("released") / "campaign"
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", "1589544000")
        patch.setattr("sys.stdin", io.StringIO())
        assert main(["start", str(folder), "--example"]) == 0
    record = read_record((folder / RECORD).read_bytes())
    files = dict(record.files)
    older = {path: b"# older\n" + (folder / path).read_bytes() for path in ("Makefile", CHECK, LINKS, FORM)}
    older |= {DROPPED: b"print()\n", OLD_WHEEL: b"PK", "requirements.txt": b"a==0\n"}
    for path, data in older.items():
        (folder / path).parent.mkdir(exist_ok=True)
        (folder / path).write_bytes(data)
        files[path] = digest(data)
    (folder / "hooks/mkdocs_hooks.py").unlink()
    del files["hooks/mkdocs_hooks.py"]
    (folder / RECORD).write_bytes(create_record(Record(OLD, record.code_host, files), "en"))
    git(folder, "init", "--quiet", "--initial-branch=main")
    commit(folder)
    return folder


@pytest.fixture
def campaign(released: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of it, in which the command is typed."""
    shutil.copytree(released, tmp_path / "campaign")
    wheel(tmp_path / "wheels", NEW)
    monkeypatch.chdir(tmp_path / "campaign")
    return tmp_path / "campaign"


def test_from_one_version_to_the_next(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """What nobody touched is the new version's; what was edited stays, with the new version beside it, and is named."""
    before = texts(campaign)
    edits = {CHECK: b"# mine\n", ".gitignore": b"/mine/\n", "Makefile": before["Makefile"].replace(b"\n", b"\r\n")}
    edits |= {"content/campaign.yml": before["content/campaign.yml"] + b"# mine\n"}
    for path, data in edits.items():
        (campaign / path).write_bytes(data)
    (campaign / LINKS).unlink()
    commit(campaign)
    edited = texts(campaign)
    assert main(["upgrade", "--wheels", "../wheels", "--dry-run"]) == 0
    listed = capsys.readouterr().out
    assert texts(campaign) == edited
    assert main(["upgrade", NEW, "--wheels", "../wheels"]) == 0
    out, found = capsys.readouterr().out, texts(campaign)
    lines = {line.rpartition(": ")[2]: line.strip().partition(":")[0] for line in out.split("\n\n")[0].splitlines()[1:]}
    assert lines.pop(re.findall(r"sha256:\w+", out)[0])
    assert lines == {
        **dict.fromkeys(("Makefile", FORM, "requirements.txt"), "new version"),
        **dict.fromkeys(("hooks/mkdocs_hooks.py", NEW_WHEEL), "added"),
        **dict.fromkeys((DROPPED, OLD_WHEEL), "removed, because this version does not have it"),
        CHECK: "edited here, and other in this version, which is laid beside it",
        ".gitignore": "edited here, and unchanged in the generator; nothing to do",
        LINKS: "deleted here, and not written again",
    }
    assert all(line in listed for line in out.split("\n\n")[0].splitlines()[1:])
    changed = {path for path in found.keys() | edited.keys() if found.get(path) != edited.get(path)}
    beside = f"upgrade-{NEW}/{CHECK}"
    assert changed == {path for path in lines if path not in (CHECK, ".gitignore", LINKS)} | {RECORD, beside, ".wheels"}
    assert found["Makefile"] == before["Makefile"].removeprefix(b"# older\n")
    assert found[beside] == before[CHECK].removeprefix(b"# older\n")
    assert f"  git diff --no-index {CHECK} {beside}\n" in out
    assert b"emptychair==0.1.0 \\\n    --hash=sha256:" in found["requirements.txt"]
    assert "\n- `emptychair start` writes the repository of a campaign" in out
    commit(campaign)
    # The folder of wheels is known by now.
    assert main(["upgrade"]) == 0
    assert capsys.readouterr().out == f"This campaign has everything of emptychair {NEW}: nothing to do.\n"


def test_the_list_of_changes_is_announced_as_english(campaign: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The changelog has one language; a terminal in another says so."""
    assert main(["upgrade", "--wheels", "../wheels", "--dry-run", "--lang", "zh"]) == 0
    assert "（生成器的 CHANGELOG.md，只有英文）：\n\n## " in capsys.readouterr().out


def test_forms_lead_to_the_site_of_today(campaign: Path) -> None:
    """The address and the languages are those of mkdocs.yml, not those of the start."""
    config = campaign / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("https://ferry.example/", "https://ferry.example/new"), "utf-8")
    commit(campaign)
    assert main(["upgrade", "--wheels", "../wheels"]) == 0
    assert "https://ferry.example/new/safety.html" in (campaign / FORM).read_text("utf-8")


def untracked(campaign: Path) -> None:
    (campaign / "content/en/new.md").write_text("mine", "utf-8")


def edited_pins(campaign: Path) -> None:
    (campaign / "requirements.txt").write_text("a==0\nb==1\n", "utf-8")
    commit(campaign)


def without_address(campaign: Path) -> None:
    (campaign / "mkdocs.yml").write_text("site_name: x\n", "utf-8")
    commit(campaign)


def no_campaign(campaign: Path) -> None:
    git(campaign, "rm", "--quiet", RECORD)


def no_record(campaign: Path) -> None:
    (campaign / RECORD).write_text("{}", "utf-8")


def no_repository(campaign: Path) -> None:
    (campaign / ".git").rename(campaign.parent / "git")


def newer_campaign(campaign: Path) -> None:
    file = campaign / RECORD
    file.write_bytes(file.read_bytes().replace(b'"0.0.9"', b'"0.2"'))
    commit(campaign)


def damaged(campaign: Path) -> None:
    file = campaign.parent / NEW_WHEEL
    with zipfile.ZipFile(file) as archive:
        files = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in files.items():
            archive.writestr(name, data.replace(b"a==1", b"a==2"))


def without_pins(campaign: Path) -> None:
    file = campaign.parent / NEW_WHEEL
    file.write_bytes(b"PK")


REFUSED: dict[Callable[[Path], list[str] | None], tuple[int, str]] = {
    untracked: (1, "?? content/en/new.md\nCommit it"),
    edited_pins: (1, "the pins of a version only go together"),
    without_address: (1, "or no site_url"),
    no_campaign: (2, f"There is no {RECORD} here"),
    no_record: (2, f"{RECORD} is not what emptychair wrote"),
    no_repository: (2, "git cannot say"),
    newer_campaign: (2, "0.1.0 is older than 0.2"),
    damaged: (2, "does not fit (emptychair/pins/requirements.txt)"),
    without_pins: (2, "is damaged, or was changed by somebody"),
    lambda _: ["v0.2"]: (2, "'v0.2' is no version"),
    lambda _: ["0.3"]: (2, "emptychair 0.3; there are: 0.1.0."),
    lambda folder: ["--wheels", str(folder / "hooks")]: (2, "has no wheel of emptychair: "),
    lambda _: ["--hash", "sha256:00"]: (2, "and sha256:00 was asked for"),
    lambda folder: ["--wheel", str(wheel(folder.parent, NEXT))]: (2, "is not the wheel of 0.1.0, which runs here"),
}


def test_what_is_in_the_way_is_told_and_nothing_changes(
    released: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    """With the exit status, the reason and a cure, in each case."""
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    wrong = []
    for number, (prepare, (status, words)) in enumerate(REFUSED.items()):
        folder = tmp_path / str(number) / "campaign"
        shutil.copytree(released, folder)
        wheel(folder.parent / "wheels", NEW)
        more = prepare(folder) or []
        before = texts(folder)
        monkeypatch.chdir(folder)
        found = main(["upgrade", "--wheels", "../wheels", *more])
        err = capsys.readouterr().err
        if found != status or words not in err or texts(folder) != before:
            wrong.append((prepare.__name__, found, err))
    assert wrong == []


def test_a_way_back_and_pins_written_anew(campaign: Path) -> None:
    """An older version is taken where that is said; whoever deletes the pins gets them again."""
    newer_campaign(campaign)
    git(campaign, "rm", "--quiet", "requirements.txt")
    commit(campaign)
    assert main(["upgrade", NEW, "--wheels", "../wheels", "--downgrade"]) == 0
    assert read_record((campaign / RECORD).read_bytes()).version == NEW
    assert (campaign / "requirements.txt").is_file()


def test_no_half_of_an_upgrade_stays(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the disk is full, or somebody presses Ctrl-C, before all new files are there, every file is as before."""
    before, flushed = texts(campaign), []

    def fail(error: BaseException) -> None:
        def flush(descriptor: int) -> None:
            flushed.append(descriptor)
            if len(flushed) % 4 == 0:
                raise error

        monkeypatch.setattr("os.fsync", flush)

    for error in (OSError(28, "No space left on device"), KeyboardInterrupt()):
        fail(error)
        assert main(["upgrade", "--wheels", "../wheels"]) == 2
        assert texts(campaign) == before
    assert len(flushed) == 8


def test_another_version_does_it_itself(campaign: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In an environment of its own with its own pins, from the folder alone; this version changes nothing."""
    ran: list[tuple[str, ...]] = []
    pins: list[str] = []

    def create_environment(folder: Path, requirements: Path, sources: list[str]) -> Path:
        pins.extend([requirements.read_text("utf-8"), *sources])
        return folder / "python"

    def run_command(python: Path, arguments: list[str], folder: Path) -> int:
        ran.append((python.name, folder.name, *arguments))
        return 7

    monkeypatch.setattr(upgrade, "create_environment", create_environment)
    monkeypatch.setattr(upgrade, "run_command", run_command)
    wheels = campaign.parent / "wheels"
    new, before = wheel(wheels, NEXT), texts(campaign)
    assert main(["upgrade", "--wheels", "../wheels", "--dry-run", "--lang", "zh"]) == 7
    given = ("--wheel", str(new), "--lang", "zh", "--dry-run", "--wheels", str(wheels))
    assert ran == [("python", "campaign", "upgrade", NEXT, *given)]
    assert re.fullmatch(r"a==1 \\\n    --hash=sha256:00\nemptychair==0\.1\.1 --hash=sha256:\w{64}\n", pins[0])
    assert pins[1:] == ["--no-index", "--find-links", str(wheels), "--find-links", str(wheels)]
    assert texts(campaign) == before


def test_what_cannot_be_fetched_or_set_up_is_told(
    campaign: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """With what pip said, and before anything is changed."""
    asked: list[list[str]] = []

    def fail(command: list[str], folder: Path) -> str:
        if command[0] == "git":
            return ""
        asked.append(command)
        raise programs.ProgramError("no index")

    monkeypatch.setattr(programs, "_run", fail)
    before = texts(campaign)
    assert main(["upgrade", "0.3"]) == 2
    assert main(["upgrade", "--wheels", str(wheel(campaign.parent / "more", NEXT).parent)]) == 1
    err = capsys.readouterr().err
    assert "There is no wheel for '0.3' to be had (no index)." in err
    assert "0.1.1 cannot be set up here, so nothing was changed: no index" in err
    assert [command[-1] for command in asked[:1]] == ["emptychair==0.3"]
    assert texts(campaign) == before
