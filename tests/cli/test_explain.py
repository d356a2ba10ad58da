"""Explaining numbers of a plan on disk: trees, lists, JSON, and what is said where there is nothing to explain."""

import json

import pytest

from ghgplan.cli.main import main

PLAN = """\
company: {name: {zh: 示例公司, en: Example Company}}
document: {title: {zh: 减排计划, en: Reduction plan}, version: "1.0", date: 2025-09-15}
entities: {plant: {name: {zh: 北厂, en: North plant}}}
inventory:
  plant:
    production: {2023: 7880 t}
    sources:
      power:
        name: {zh: 车间, en: Workshops}
        carrier: {zh: 电力, en: Electricity}
        scope: scope 2
        kind: purchased electricity
        gases: [CO2]
        activity: {2023: 224.222 万kWh}
        factor: 0.404 tCO2/MWh
outline:
  - {title: {zh: 概述, en: Summary}, text: {zh: 文字。, en: Text.}}
"""
EMISSIONS = "inventory.plant.sources.power.emissions.2023"


@pytest.fixture
def project(tmp_path, monkeypatch):
    folder = tmp_path / "plans" / "north"
    folder.mkdir(parents=True)
    (folder / "plan.yaml").write_text(PLAN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    return tmp_path


def printed(capsys, *arguments):
    assert main(["explain", "north", *arguments]) == 0
    return capsys.readouterr().out


def test_a_number_as_a_tree(project, capsys):
    # 224.222 万kWh = 2242.22 MWh; x 0.404 = 905.85688
    assert printed(capsys, EMISSIONS) == (
        "North plant, Workshops, Electricity, Emissions, 2023\n"
        f"{EMISSIONS} = 905.86 tCO2e (before rounding 905.85688)\n"
        "    E = AD × EF    Emissions: activity data times emission factor\n"
        "    after GB/T 32150-2015 (from memory, not verified)\n"
        "    inventory.plant.sources.power.activity.2023 = 224.222 万kWh\n"
        "        at plans/north/plan.yaml:14:26\n"
        "    inventory.plant.sources.power.factor = 0.404 tCO2/MWh\n"
        "        at plans/north/plan.yaml:15:17\n"
    )


def test_in_chinese(project, capsys):
    lines = printed(capsys, EMISSIONS, "--ui-lang", "zh").splitlines()
    assert lines[:2] == ["北厂，车间，电力，排放量，2023年", f"{EMISSIONS} = 905.86 tCO2e（修约前 905.85688）"]
    assert lines[3] == "    依据 GB/T 32150-2015（凭记忆，未核实）"


def test_a_name_with_spaces_as_the_shell_splits_it(project, capsys):
    lines = printed(capsys, "inventory.plant.scope", "2.2023").splitlines()
    assert lines[1].startswith("inventory.plant.scope 2.2023 = 905.86 tCO2e")


def test_several_numbers_at_once(project, capsys):
    lines = printed(capsys, EMISSIONS, "inventory.plant.production.2023").splitlines()
    assert lines[1].startswith(f"{EMISSIONS} = 905.86 tCO2e")
    assert lines[-2:] == ["inventory.plant.production.2023 = 7880 t", "    at plans/north/plan.yaml:6:24"]


def test_without_a_name_all_numbers_and_with_a_beginning_those_below_it(project, capsys):
    every = [line.split("  ")[0] for line in printed(capsys).splitlines()]
    assert "inventory.plant.production.2023" in every
    below = [line.split("  ")[0] for line in printed(capsys, "inventory.plant.sources.power").splitlines()]
    assert below == [name for name in every if name.startswith("inventory.plant.sources.power.")]
    assert below == [line.split("  ")[0] for line in printed(capsys, "inventory.plant.sources.power.").splitlines()]


def test_json_is_the_same_tree_with_all_decimals_as_texts(project, capsys):
    found = json.loads(printed(capsys, EMISSIONS, "--format", "json"))
    assert found["plan"] == "north"
    (number,) = found["numbers"]
    assert (number["name"], number["value"], number["printed"], number["unit"]) == (EMISSIONS, "905.85688", "905.86", "tCO2e")
    assert number["words"] == "North plant, Workshops, Electricity, Emissions, 2023"
    assert number["formula"]["name"] == "emissions"
    assert number["formula"]["standard"] == "GB/T 32150-2015"
    assert number["formula"]["verification"] == "from memory"
    activity, factor = number["inputs"]
    assert (activity["value"], activity["unit"], activity["origin"]) == ("224.222", "万kWh", "stated")
    assert factor["place"] == {
        "file": "plans/north/plan.yaml",
        "line": 15,
        "column": 17,
        "path": "inventory.plant.sources.power.factor",
    }


def test_json_of_all_numbers(project, capsys):
    numbers = json.loads(printed(capsys, "--format", "json"))["numbers"]
    names = [line.split("  ")[0] for line in printed(capsys).splitlines()]
    assert [number["name"] for number in numbers] == names
    assert {number["origin"] for number in numbers} == {"stated", "computed"}


def test_an_unknown_name_says_what_was_meant(project, capsys):
    assert main(["explain", "north", "inventory.plant.totl.2023"]) == 2
    assert 'Did you mean "inventory.plant.total.2023"?' in capsys.readouterr().err
    assert main(["explain", "north", "xyzzy"]) == 2
    assert "ghgplan explain north" in capsys.readouterr().err


def test_an_unknown_plan_and_a_folder_of_several(project, capsys):
    assert main(["explain", "nroth"]) == 2
    assert 'Did you mean "north"?' in capsys.readouterr().err
    (project / "plans" / "south").mkdir()
    (project / "plans" / "south" / "plan.yaml").write_text(PLAN, encoding="utf-8")
    assert main(["explain", "plans"]) == 2
    assert "north, south" in capsys.readouterr().err


def test_a_plan_with_errors_shows_them_and_nothing_on_the_output(project, capsys):
    (project / "plans" / "north" / "plan.yaml").write_text(PLAN.replace("7880 t", "7880 tt"), encoding="utf-8")
    assert main(["explain", "north", "--format", "json"]) == 1
    said = capsys.readouterr()
    assert said.out == ""
    assert "plans/north/plan.yaml:6:" in said.err


def test_what_can_be_computed_is_explained_beside_the_errors(project, capsys):
    wrong = PLAN.replace("0.404 tCO2/MWh", "0.404 tCO2/t")
    (project / "plans" / "north" / "plan.yaml").write_text(wrong, encoding="utf-8")
    assert main(["explain", "north", "inventory.plant.production.2023"]) == 1
    said = capsys.readouterr()
    assert "GP-C01" in said.err
    assert "= 7880 t\n" in said.out


def test_a_plan_without_numbers_says_so(project, capsys):
    bare = "\n".join(line for line in PLAN.splitlines() if not line.startswith(("inventory", "  plant", "    ")))
    (project / "plans" / "north" / "plan.yaml").write_text(bare, encoding="utf-8")
    assert main(["explain", "north"]) == 0
    assert capsys.readouterr() == ("", "The plan north has no numbers\n")
