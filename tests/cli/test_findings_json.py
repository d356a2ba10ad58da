"""The findings of a run as JSON, held against the schema that the repository holds."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from cli import runs
from ghgplan.cli.findings_json import findings_json
from ghgplan.reference.entries import Verification

SCHEMA = json.loads((Path(__file__).parents[2] / "schema" / "findings.schema.json").read_text(encoding="utf-8"))


def test_the_schema_is_one():
    Draft202012Validator.check_schema(SCHEMA)


def test_a_run_is_as_the_schema_says(tmp_path):
    record = findings_json(runs.every_kind(tmp_path), tmp_path)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(record)] == []
    assert json.loads(json.dumps(record)) == record


@pytest.mark.parametrize("change", [{"code": "A01"}, {"line": 0}, {"reason": {"zh": "", "en": ""}}, {"more": 1}])
def test_the_schema_refuses_what_is_none(tmp_path, change):
    record = findings_json((runs.result(tmp_path, runs.total()),), tmp_path)
    record["plans"][0]["findings"][0] |= change
    assert not Draft202012Validator(SCHEMA).is_valid(record)


def test_the_schema_knows_every_word_of_verification():
    assert set(SCHEMA["$defs"]["basis"]["properties"]["verification"]["enum"]) == {word.value for word in Verification}


def test_what_a_finding_says(tmp_path):
    plan = findings_json((runs.result(tmp_path, runs.total(), runs.accepted()),), tmp_path)["plans"][0]
    first, second = plan["findings"]
    assert (plan["path"], plan["failed"]) == ("plans/铝 厂/plan.yaml", True)
    assert plan["summary"] == {"errors": 1, "warnings": 0, "accepted": 1}
    assert (first["file"], first["line"], first["column"], first["length"]) == ("plans/铝 厂/plan.yaml", 4, 20, 13)
    assert first["path"] == "inventory.plant.stated.scope 1.2024"
    assert "1143.02 tCO2e" in first["message"]["zh"]
    assert first["basis"][0] == {"standard": "ISO 14064-1:2018", "clause": None, "verification": "from memory"}
    assert first["related"] == [{"file": "plans/铝 厂/plan.yaml", "line": 2, "column": 6, "length": 2, "path": "inventory.plant"}]
    assert (first["reason"], second["reason"]) == (None, {"zh": "合同口径", "en": "As in the contract"})


def test_what_kept_a_plan_from_being_looked_at(tmp_path):
    _, trouble, bug = findings_json(runs.every_kind(tmp_path), tmp_path)["plans"]
    assert "磁盘已满" in trouble["problem"]["zh"]
    assert bug["problem"]["en"] == "ZeroDivisionError: division by zero"
