"""The made-up plans: the same for the same seed, in order, and of the size of real ones."""

from __future__ import annotations

import random
from decimal import Decimal
from pathlib import Path

import pytest
from benchmarks.cases import edit
from benchmarks.plans.figures import PRIMARY, RECYCLED, YEARS, draw
from benchmarks.plans.making import FREIGHT, make_project, names, plan
from ruamel.yaml import YAML

from ghgplan.cli.main import main


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_same_seed_makes_the_same_plans(tmp_path: Path):
    for name, count in (("once", 3), ("again", 3), ("more", 5)):
        make_project(tmp_path / name, count, seed=7)
    once, more = files(tmp_path / "once"), files(tmp_path / "more")
    assert once == files(tmp_path / "again")
    assert once.items() < more.items()
    assert {path.split("/")[1] for path in more} == set(names(5))


def test_another_seed_and_another_number_make_another_plan():
    made = {plan(seed, number)[part] for seed in (1, 2) for number in (1, 2) for part in (0, 1)}
    assert len(made) == 8


def test_a_plan_has_twenty_to_thirty_measures_and_one_for_the_metal():
    counts = [len(YAML(typ="safe").load(plan(1, number)[0])["measures"]) - 1 for number in range(1, 30)]
    assert set(counts) <= set(range(20, 31))
    assert len(set(counts)) > 5
    assert len(YAML(typ="safe").load(plan(1, 1, measures=4)[0])["measures"]) == 5


def test_what_was_achieved_is_what_the_inventory_says():
    figures = draw(random.Random("1/1"))
    for year in YEARS[1:]:
        metal = figures.activity["primary metal"][year] * PRIMARY + figures.activity["recycled metal"][year] * RECYCLED
        assert abs(metal / figures.production[year] - figures.actual["metal"][year]) <= Decimal("0.005")
        assert figures.actual["metal"][year] <= figures.metal[year]
        assert figures.actual["process"][year] <= figures.process[year]


def test_the_checker_finds_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make_project(tmp_path, 3, seed=3, languages=("zh", "en", "zh-en"))
    monkeypatch.chdir(tmp_path)
    assert main(["check", "--strict"]) == 0


def test_with_few_measures_no_error_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    make_project(tmp_path, 3, seed=3, measures=10)
    monkeypatch.chdir(tmp_path)
    assert main(["check"]) == 0


def test_the_short_plan_has_some_four_hundred_lines():
    assert 380 <= plan(1, 1, measures=10)[0].count("\n") <= 440


def test_an_edit_changes_one_sentence_in_both_languages(tmp_path: Path):
    make_project(tmp_path, 1, seed=1)
    path = tmp_path / "plans" / names(1)[0] / "plan.yaml"
    former = path.read_text(encoding="utf-8").splitlines()
    edit(path, 1)
    changed = [(a, b) for a, b in zip(former, path.read_text(encoding="utf-8").splitlines(), strict=True) if a != b]
    assert [pair[1].strip() for pair in changed] == ["zh: 本版第 2 次修订。", "en: Edit 2 of this version."]


def test_the_factor_that_is_changed_stands_in_the_plan_once():
    assert plan(1, 1)[0].count(f"factor: {FREIGHT} kgCO2e/tkm") == 1
