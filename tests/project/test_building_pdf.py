"""PDF among the other files of a build; the office program is a fake."""

from __future__ import annotations

import pytest

from ghgplan.document.blocks import Edition
from ghgplan.project import building
from ghgplan.project.addresses import find
from ghgplan.project.all_plans import build_plans
from ghgplan.project.compilation import Stage
from ghgplan.project.request import Format, Request
from ghgplan.project.trouble import Trouble
from ghgplan.project.work import Work

WITH_PDF = Request(formats=tuple(Format))
ONLY_PDF = Request((Edition.ENGLISH,), (Format.PDF,))


@pytest.fixture
def converted(monkeypatch):
    """The names of each start's documents; the PDF says which Word file it was made of."""
    starts = []

    def convert(documents):
        starts.append(list(documents))
        return {name: b"%PDF-" + str(hash(content)).encode() + b"%%EOF" for name, content in documents.items()}

    monkeypatch.setattr(building, "find_converter", lambda: convert)
    return starts


def build(project, request, told=None):
    def progress(now):
        if told is not None:
            told.append(now.stage)

    return list(build_plans(find([], project).plans, Work(request, project / "out"), progress))


def names(project):
    return {path.name for path in (project / "out/a").iterdir() if path.suffix in (".docx", ".md", ".pdf")}


def test_every_edition_is_laid_out_in_one_start(write_plan, tmp_path, converted):
    write_plan("plans/a/plan.yaml")
    told = []
    (result,) = build(tmp_path, WITH_PDF, told)
    assert converted == [[f"a.{edition}.docx" for edition in Edition]]
    assert names(tmp_path) == {f"a.{edition}.{kind}" for edition in Edition for kind in Format}
    assert set(result.outputs) == names(tmp_path)
    assert told == list(Stage)


def test_pdf_alone_leaves_no_word_file_behind(write_plan, tmp_path, converted):
    write_plan("plans/a/plan.yaml")
    build(tmp_path, ONLY_PDF)
    assert names(tmp_path) == {"a.en.pdf"}


def test_a_build_without_pdf_keeps_those_that_are_still_right_and_removes_the_others(write_plan, tmp_path, converted):
    plan = write_plan("plans/a/plan.yaml")
    build(tmp_path, WITH_PDF)
    build(tmp_path, Request())
    assert {name for name in names(tmp_path) if name.endswith("pdf")} == {f"a.{edition}.pdf" for edition in Edition}
    plan.write_text(plan.read_text(encoding="utf-8").replace("Describes the pathway.", "Describes another."), encoding="utf-8")
    build(tmp_path, Request())
    assert {name for name in names(tmp_path) if name.endswith("pdf")} == {"a.zh.pdf"}


def test_where_no_pdf_can_be_made_nothing_is_written(write_plan, tmp_path, monkeypatch):
    write_plan("plans/a/plan.yaml")
    monkeypatch.setattr(building, "find_converter", lambda: lambda documents: {})
    (result,) = build(tmp_path, WITH_PDF)
    assert result.trouble
    assert result.trouble.name == "trouble.office-failed"
    assert not (tmp_path / "out/a").exists()


def test_without_an_office_program_nothing_begins(write_plan, tmp_path, monkeypatch):
    write_plan("plans/a/plan.yaml")

    def none():
        raise Trouble("trouble.no-office")

    monkeypatch.setattr(building, "find_converter", none)
    with pytest.raises(Trouble):
        build(tmp_path, WITH_PDF)
    assert not (tmp_path / "out").exists()
    assert build(tmp_path, Request())[0].outputs


def test_a_plan_in_error_starts_no_office_program(write_plan, tmp_path, converted):
    write_plan("plans/a/plan.yaml", "nonsense: 1\n")
    assert build(tmp_path, WITH_PDF)[0].failed
    assert converted == []
