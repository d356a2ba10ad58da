"""Looking for findings finds what building finds, without writing where that can tell nothing."""

import shutil
from pathlib import Path

import pytest

from ghgplan.project import files as files_module
from ghgplan.project.addresses import find
from ghgplan.project.compilation import compile_plan
from ghgplan.project.hands import OWN
from ghgplan.project.request import Request
from ghgplan.project.templates import load_templates

ROOT = Path(__file__).parents[2]


def compiled(project: Path, name: str, *, drawing: bool):
    (plan,) = find([name], project).plans
    return compile_plan(plan, Request(), load_templates(project), lambda _: None, hands=OWN if drawing else None)


@pytest.fixture
def project(tmp_path):
    for part in ("plans/foundry", "plans/sound-casthouse", "templates"):
        shutil.copytree(ROOT / part, tmp_path / part)
    return tmp_path


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize("name", ["foundry", "sound-casthouse"])
def test_a_check_finds_what_a_build_finds_and_names_the_same_files(project, name):
    checked, built = (compiled(project, name, drawing=drawing) for drawing in (False, True))
    assert checked.diagnostics == built.diagnostics
    assert list(checked.outputs) == list(built.outputs)
    assert all(built.outputs.values())


def test_a_character_without_a_glyph_is_found_either_way(project):
    edit(project / "plans/sound-casthouse/plan.yaml", "蓄热式烧嘴", "蓄热式\U00030000烧嘴")
    checked, built = (compiled(project, "sound-casthouse", drawing=drawing) for drawing in (False, True))
    assert checked.diagnostics == built.diagnostics
    assert "GP-F20" in {each.code for each in checked.diagnostics}


def test_nothing_is_written_with_templates_that_ship(project, monkeypatch):
    monkeypatch.setattr(files_module, "write_word", None)
    monkeypatch.setattr(files_module, "write_markdown", None)
    assert compiled(project, "sound-casthouse", drawing=False).outputs


def test_a_template_of_the_company_s_own_is_filled_to_find_its_faults(project):
    edit(project / "templates/standard.md.j2", "{{ title }}", "{{ titel }}")
    checked, built = (compiled(project, "sound-casthouse", drawing=drawing) for drawing in (False, True))
    assert checked.diagnostics == built.diagnostics
    assert "GP-F21" in {each.code for each in checked.diagnostics}
