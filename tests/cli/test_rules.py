"""``ghgplan rule``."""

import json

import pytest

from ghgplan.checks.registry import FAMILIES, RULES
from ghgplan.cli.main import main


def said(capsys, *arguments, language="en"):
    assert main(["rule", *arguments, "--ui-lang", language]) == 0
    return capsys.readouterr().out


def test_without_a_code_all_rules_by_family(capsys):
    lines = said(capsys).splitlines()
    assert lines[0] == "Arithmetic"
    assert lines[1] == "  GP-A01  error    A stated total against its sources"
    assert [line.split()[0] for line in lines if line.startswith("  GP-")] == list(RULES)
    assert lines.count("") == sum(bool(rules) for rules in FAMILIES.values())


@pytest.mark.parametrize("given", ["GP-A01", "gp-a01", "A01"])
def test_one_rule_with_its_example(capsys, given):
    text = said(capsys, given)
    assert text.startswith("GP-A01  A stated total against its sources  error\nsays: scope 1 of plant in 2024")
    assert "\nwhy: a total is the sum" in text
    assert "\nbasis: ISO 14064-1:2018; GHG Protocol Corporate Standard\n" in text
    assert "\nhint: " in text
    triggers, sound = text.split("This triggers it:")[1].split("This is sound:")
    assert "1213.02 tCO2e" in triggers
    marked, mark = next(pair for pair in zip(triggers.splitlines(), triggers.splitlines()[1:], strict=False) if "^" in pair[1])
    assert marked[mark.index("^") : mark.rindex("^") + 1] == "1213.02 tCO2e"
    assert "1143.02 tCO2e" in sound
    assert "^" not in sound


def test_in_chinese(capsys):
    text = said(capsys, "GP-A01", language="zh")
    assert [part for part in ("结果：", "原因：", "依据：", "改法：", "有此问题：", "改正后：") if part not in text] == []


def test_codes_of_no_rule_give_their_message_and_all_hints(capsys):
    lines = said(capsys, "GP-S03").splitlines()
    assert lines[:2] == ["GP-S03", "says: a … was expected here, not a …"]
    assert sum(line.startswith("hint: ") for line in lines) > 3
    assert "why: " in said(capsys, "GP-X01")


def test_an_unknown_code_names_the_nearest(capsys):
    assert main(["rule", "GP-A1", "--ui-lang", "en"]) == 2
    assert 'no finding has the code "GP-A1". Did you mean "GP-A' in capsys.readouterr().err


def test_as_json(capsys):
    rules = json.loads(said(capsys, "--format", "json"))["rules"]
    assert [rule["code"] for rule in rules] == list(RULES)
    (rule,) = json.loads(said(capsys, "GP-A01", "--format", "json"))["rules"]
    assert (rule["family"], rule["severity"]) == ("arithmetic", "error")
    assert rule["message"]["en"].startswith("… of … in … is stated as …")
