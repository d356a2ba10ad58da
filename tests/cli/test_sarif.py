"""SARIF 2.1.0, held against the part of it that we write (``sarif.schema.json``, made by hand) and against its rules."""

import json
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from cli import runs
from ghgplan.checks.registry import RULES
from ghgplan.cli.sarif import FINGERPRINT, sarif, utf16_length
from ghgplan.diagnostics import Span
from ghgplan.project.loading import TextFile

SCHEMA = json.loads(Path(__file__).with_name("sarif.schema.json").read_text(encoding="utf-8"))


def run(tmp_path, *results, language="en"):
    log = sarif(results or runs.every_kind(tmp_path), tmp_path, language)
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(log)] == []
    return log["runs"][0]


def test_a_run_is_as_the_standard_says(tmp_path):
    for language in ("zh", "en"):
        found = run(tmp_path, language=language)
        rules = found["tool"]["driver"]["rules"]
        assert [rules[result["ruleIndex"]]["id"] for result in found["results"]] == [result["ruleId"] for result in found["results"]]
        assert {rule["id"] for rule in rules} == {*RULES, "GP-S01", "GP-T03"}
        assert all(rule["shortDescription"]["text"] for rule in rules)


def test_nothing_found_is_a_run_too(tmp_path):
    found = run(tmp_path, runs.result(tmp_path))
    assert found["results"] == []
    assert found["invocations"] == [{"executionSuccessful": True}]


def test_columns_count_the_code_units_of_utf_16(tmp_path):
    line = runs.LINES[1]
    span = Span(runs.LABEL, 2, line.index("0.84") + 1, len("0.84 tCO2e/t"))
    finding = runs.total()
    finding = type(finding)(finding.code, span, finding.path, finding.arguments)
    region = run(tmp_path, runs.result(tmp_path, finding))["results"][0]["locations"][0]["physicalLocation"]["region"]
    units = line.encode("utf-16-le")
    assert units[2 * (region["startColumn"] - 1) : 2 * (region["endColumn"] - 1)].decode("utf-16-le") == "0.84 tCO2e/t"
    assert utf16_length("𠮷a") == 3


@pytest.mark.parametrize(("column", "length"), [(60, 3), (31, 90), (1, 0)])
def test_a_region_ends_with_its_line(tmp_path, column, length):
    finding = runs.slip()
    finding = type(finding)(finding.code, Span(runs.LABEL, 3, column, length), (), finding.arguments)
    region = run(tmp_path, runs.result(tmp_path, finding))["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert 1 <= region["startColumn"] <= region["endColumn"] <= len(runs.LINES[2]) + 1


def test_files_are_relative_references(tmp_path):
    location = run(tmp_path, runs.result(tmp_path, runs.total()))["results"][0]["locations"][0]
    uri = location["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri) == runs.LABEL
    assert " " not in uri
    assert location["logicalLocations"] == [{"fullyQualifiedName": "inventory.plant.stated.scope 1.2024"}]


def test_a_file_elsewhere_is_a_file_uri(tmp_path):
    result = runs.result(tmp_path, runs.total())
    result.files[runs.LABEL] = TextFile(tmp_path / runs.LABEL, runs.LINES)
    log = sarif((result,), tmp_path / "below", "en")
    uri = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert uri.startswith("file:///")
    assert unquote(uri).endswith(runs.LABEL)


def test_a_file_without_lines_has_no_region(tmp_path):
    (found,) = run(tmp_path, runs.result(tmp_path, runs.template_finding()))["results"]
    assert found["locations"] == [{"physicalLocation": {"artifactLocation": {"uri": "templates/standard.docx"}}}]


def test_what_is_accepted_is_suppressed_with_its_reason(tmp_path):
    open_one, accepted = run(tmp_path, runs.result(tmp_path, runs.total(), runs.accepted()))["results"]
    assert open_one["suppressions"] == []
    assert accepted["suppressions"] == [{"kind": "inSource", "status": "accepted", "justification": "As in the contract"}]
    assert accepted["level"] == "error"


def test_other_places_are_related_locations(tmp_path):
    (found,) = run(tmp_path, runs.result(tmp_path, runs.total()))["results"]
    assert [(each["id"], each["physicalLocation"]["region"]["startLine"]) for each in found["relatedLocations"]] == [(0, 2)]


def test_a_fingerprint_stays_when_the_line_moves_and_tells_findings_apart(tmp_path):
    def fingerprints(*findings):
        return [found["partialFingerprints"][FINGERPRINT] for found in run(tmp_path, runs.result(tmp_path, *findings))["results"]]

    finding = runs.slip()
    moved = type(finding)(finding.code, Span(runs.LABEL, 1, 4), finding.path, finding.arguments)
    assert fingerprints(finding) == fingerprints(moved)
    assert len(set(fingerprints(finding, moved, runs.total(), runs.total(3)))) == 4


def test_what_stopped_a_plan_is_a_notification(tmp_path):
    (invocation,) = run(tmp_path)["invocations"]
    assert invocation["executionSuccessful"] is False
    assert len(invocation["toolExecutionNotifications"]) == 2
