"""``ghgplan conformance``."""

import json

import pytest

from ghgplan.cli.main import main
from ghgplan.reference.criteria import criteria
from little_plans import AROUND, OUTLINE

PLAN = """
entities: {casting: {name: {zh: 铸造厂, en: Casting}, activity: casthouse}}
inventory: {casting: {stated: {scope 1: {2024: 10.0 tCO2e}}}}
"""


@pytest.fixture
def project(tmp_path, monkeypatch):
    (tmp_path / "plans/a").mkdir(parents=True)
    (tmp_path / "plans/a/plan.yaml").write_text(AROUND + PLAN + OUTLINE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_every_criterion_with_what_is_shown_and_what_lacks(project, capsys):
    assert main(["conformance", "a", "--ui-lang", "en"]) == 0
    lines = capsys.readouterr().out.splitlines()
    begun = [line.split()[0] for line in lines if line[:1].isdigit()]
    assert begun == list(criteria())
    assert lines[0].startswith("5.1a")
    assert "partly met" in lines[0]
    assert "    + emissions in total (casting)" in lines
    assert any(line.startswith("        plans/a/plan.yaml:") for line in lines)
    assert "        may stand at: inventory" in lines
    assert lines[-2].startswith("a: ")


def test_in_chinese(project, capsys):
    assert main(["conformance", "a", "--ui-lang", "zh"]) == 0
    said = capsys.readouterr().out
    assert "部分符合" in said
    assert "（casting）" in said


def test_as_json(project, capsys):
    assert main(["conformance", "a", "--format", "json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert [criterion["id"] for criterion in record["criteria"]] == list(criteria())
    first = record["criteria"][0]
    assert first["status"] == "partly met"
    assert first["shown"][0]["places"][0]["place"].startswith("plans/a/plan.yaml:")
    assert all(remark["message"].keys() == {"zh", "en"} for remark in first["lacking"])


def test_a_plan_with_errors_is_said_to_have_them(project, capsys):
    (project / "plans/a/plan.yaml").write_text("compnay: x\n", encoding="utf-8")
    assert main(["conformance", "a", "--ui-lang", "en"]) == 1
    assert "error GP-S01" in capsys.readouterr().err
    assert main(["conformance", "b"]) == 2
