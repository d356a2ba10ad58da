"""Prepared templates are kept in the user's own folder, and taken from there only by the same ghgplan."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from emit.word.samples import document, pictures, template
from ghgplan.document.blocks import Edition
from ghgplan.emit import word
from ghgplan.emit.word import preparation, write_word
from ghgplan.project.store.templates import KeptTemplates
from ghgplan.project.user_cache import cache_folder, private_folder


@pytest.fixture
def preparations(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How often a template was prepared, however it was remembered before."""
    made: list[int] = []
    really = preparation.prepare_template

    def prepare(content: bytes) -> object:
        made.append(1)
        return really(content)

    monkeypatch.setattr(word, "prepare", prepare)
    return made


def entries(folder: Path) -> list[Path]:
    return sorted((folder / "templates").iterdir())


def test_the_second_run_takes_what_the_first_one_made(tmp_path: Path, preparations: list[int]) -> None:
    first, second = (KeptTemplates(tmp_path, "a").prepared(template()) for _ in range(2))
    assert len(preparations) == len(entries(tmp_path)) == 1
    of = document(Edition.ENGLISH)
    assert write_word(of, pictures(of), first) == write_word(of, pictures(of), second) == write_word(of, pictures(of), template())


def test_another_ghgplan_and_another_template_make_their_own(tmp_path: Path, preparations: list[int]) -> None:
    summary = (Path(__file__).parents[3] / "templates" / "summary.docx").read_bytes()
    for source, content in (("a", template()), ("b", template()), ("a", summary)):
        KeptTemplates(tmp_path, source).prepared(content)
    assert len(preparations) == len(entries(tmp_path)) == 3


def test_without_a_folder_or_anew_nothing_is_taken(tmp_path: Path, preparations: list[int]) -> None:
    assert KeptTemplates(None, "a").prepared(template()) == template()
    KeptTemplates(tmp_path, "a").prepared(template())
    KeptTemplates(tmp_path, "a", anew=True).prepared(template())
    assert len(preparations) == 2


@pytest.mark.parametrize("damage", [b"", b"nonsense", None])
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: bytes | None, preparations: list[int]) -> None:
    kept = KeptTemplates(tmp_path, "a")
    kept.prepared(template())
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(whole[:-9] if damage is None else damage)
    kept.prepared(template())
    assert len(preparations) == 2
    assert entry.read_bytes() == whole


def test_what_was_not_used_for_longest_goes(tmp_path: Path, preparations: list[int]) -> None:
    folder = tmp_path / "templates"
    folder.mkdir()
    for number in range(40):
        (folder / f"{number:02}").write_bytes(b"x")
        os.utime(folder / f"{number:02}", (number, number))
    KeptTemplates(tmp_path, "a").prepared(template())
    assert len(entries(tmp_path)) == 32
    assert not (folder / "08").exists()
    assert (folder / "39").exists()


def test_a_folder_without_an_owner_is_not_trusted() -> None:
    assert private_folder({}) is None


@pytest.mark.skipif(sys.platform == "win32", reason="a user's profile is closed to others there")
def test_a_folder_that_others_can_write_to_is_not_trusted(tmp_path: Path) -> None:
    environment = {"HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path / "cache")}
    assert private_folder(environment) == cache_folder(environment)
    cache_folder(environment).chmod(0o777)
    assert private_folder(environment) is None


def test_a_sentence_changed_needs_neither_docxtpl_nor_python_docx(tmp_path: Path) -> None:
    """From one run to the next, as users run it."""
    plan = tmp_path / "plans" / "foundry" / "plan.yaml"
    plan.parent.mkdir(parents=True)
    plan.write_bytes((Path(__file__).parents[3] / "plans" / "foundry" / "plan.yaml").read_bytes())
    home = {name: str(tmp_path / "home") for name in ("HOME", "USERPROFILE", "LOCALAPPDATA", "XDG_CACHE_HOME")}
    program = "import sys; from ghgplan.cli.main import main; code = main(sys.argv[1:]); print(); print(code, *sys.modules)"

    def modules() -> set[str]:
        command = [sys.executable, "-c", program, "build", "--lang", "zh", "--to", "docx"]
        path = os.pathsep.join(filter(None, sys.path))
        run = subprocess.run(
            command, cwd=tmp_path, env={**os.environ, **home, "PYTHONPATH": path, "PYTHONUTF8": "1"}, capture_output=True, check=True
        )
        code, *loaded = run.stdout.decode().splitlines()[-1].split()
        assert code == "0", run.stdout.decode()
        return {name.partition(".")[0] for name in loaded}

    assert "docxtpl" in modules()
    plan.write_text(plan.read_text(encoding="utf-8").replace("减排方针", "减排总方针", 1), encoding="utf-8")
    assert not {"docxtpl", "docx", "matplotlib"} & modules()
