from pathlib import Path

import pytest

from ghgplan.project.addresses import find, name_findings


def names(found):
    return [plan.name for plan in found.plans]


@pytest.fixture
def project(tmp_path, write_plan):
    for name in ("west", "East", "anode"):
        write_plan(f"plans/{name}/plan.yaml")
    write_plan("plans/west/members/north.yaml")
    return tmp_path


def test_no_argument_means_every_plan_folder_in_order(project):
    assert names(find([], project)) == ["East", "anode", "west"]


def test_a_plan_says_where_it_stands_in_its_project(project):
    (plan,) = find(["west"], project).plans
    assert (plan.label, plan.project) == ("plans/west/plan.yaml", project.resolve())


@pytest.mark.parametrize("argument", ["west", "plans/west", "plans/west/", "plans/west/plan.yaml", "./plans/west"])
def test_a_plan_can_be_named_in_several_ways(project, argument):
    assert names(find([argument], project)) == ["west"]


def test_a_plan_named_twice_is_built_once(project):
    assert names(find(["west", "plans/west", "anode"], project)) == ["west", "anode"]


def test_a_folder_that_is_a_link_to_another_means_the_same_plan(project):
    try:
        (project / "plans/alias").symlink_to(project / "plans/west", target_is_directory=True)
    except OSError:
        pytest.skip("links cannot be made here")
    assert names(find([], project)) == ["East", "west", "anode"]


def test_other_files_are_called_by_their_own_name(project):
    assert names(find(["plans/west/members/north.yaml"], project)) == ["north"]


def test_a_folder_of_plans_means_all_of_them(project):
    assert names(find(["plans"], project)) == names(find(["."], project)) == ["East", "anode", "west"]


def test_an_unknown_name_comes_with_the_nearest_known_one(project):
    found = find(["wset", "anode", "xyzzy"], project)
    assert names(found) == ["anode"]
    assert [(each.argument, each.suggestion) for each in found.unknown] == [("wset", "west"), ("xyzzy", None)]


@pytest.mark.parametrize("argument", ["", "  ", "a\0b", "x" * 5000, "missing.yaml", "plans/none/plan.yaml"])
def test_what_is_no_path_names_no_plan(project, argument):
    assert [each.argument for each in find([argument], project).unknown] == [argument]


def test_a_plan_outside_any_plans_folder_is_its_own_project(tmp_path, write_plan):
    write_plan("alone.yaml")
    (plan,) = find(["alone.yaml"], tmp_path).plans
    assert (plan.name, plan.label) == ("alone", "alone.yaml")


def test_names_unfit_for_files_are_findings(tmp_path, write_plan):
    path = write_plan("plans/x/ok.yaml")
    odd = path.rename(path.with_name("-odd.yaml"))
    found = find([str(odd)], tmp_path)
    (finding,) = name_findings(found.plans).values()
    assert (finding.code, finding.hint, finding.span.file) == ("GP-F10", "GP-F10.edge", "plans/x/-odd.yaml")


def test_names_that_clash_are_findings_of_both_plans(tmp_path, write_plan):
    write_plan("plans/a/report.yaml")
    write_plan("plans/b/REPORT.yaml")
    found = find(["plans/a/report.yaml", "plans/b/REPORT.yaml"], Path(tmp_path))
    assert [(d.code, d.arguments["other"]) for d in name_findings(found.plans).values()] == [
        ("GP-F11", "plans/a/report.yaml"),
        ("GP-F11", "plans/b/REPORT.yaml"),
    ]
