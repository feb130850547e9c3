"""Templates are compiled once for all builds of a user, and anew when their source has changed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from jinja2 import DictLoader, Environment

from emptychair.html.template_cache import TemplateCache
from emptychair.images.build_cache import TEMPLATES, Cache

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def rendered(folder: Path, source: str, name: str = "core", *, trim_blocks: bool = False) -> str:
    """A template as a new process renders it."""
    cache = TemplateCache(Cache(folder, TEMPLATES), name)
    loader = DictLoader({"a.html": source})
    environment = Environment(loader=loader, bytecode_cache=cache, trim_blocks=trim_blocks, autoescape=True)
    return environment.get_template("a.html").render()


def test_a_template_is_compiled_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another build takes what the first one compiled; another source is compiled."""
    folder = tmp_path / "kept"
    assert rendered(folder, "{{ 1 + 1 }}") == "2"
    asked: list[str] = []
    whole = Environment.compile

    def compiled(environment: Environment, source: str, *rest: Any) -> Any:
        asked.append(source)
        return whole(environment, source, *rest)

    monkeypatch.setattr(Environment, "compile", compiled)
    assert rendered(folder, "{{ 1 + 1 }}") == "2"
    assert asked == []
    assert rendered(folder, "{{ 1 + 2 }}") == "3"
    assert asked == ["{{ 1 + 2 }}"]


def test_another_environment_has_its_own(tmp_path: Path) -> None:
    """The same source is compiled otherwise where blanks of blocks are cut."""
    source = "a{% if true %}\nb{% endif %}"
    assert rendered(tmp_path / "kept", source) == "a\nb"
    assert rendered(tmp_path / "kept", source, "host", trim_blocks=True) == "ab"


def test_what_is_spoilt_is_compiled_anew(tmp_path: Path) -> None:
    """A file that was changed where it lies is not run."""
    rendered(tmp_path / "kept", "{{ 1 + 1 }}")
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    file.write_bytes(file.read_bytes()[:-9] + b"no bytecode"[:9])
    assert rendered(tmp_path / "kept", "{{ 1 + 1 }}") == "2"
