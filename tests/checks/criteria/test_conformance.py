"""What plans show of the criteria 5.1 to 5.4."""

from __future__ import annotations

import pytest

from ghgplan.catalogue import LANGUAGES, catalogue
from ghgplan.checks.criteria import RULES, conformance
from ghgplan.checks.criteria.judgement import Judgement, Status
from ghgplan.checks.criteria.parts import claims_asi
from ghgplan.compute.report import Report
from ghgplan.reference.criteria import criteria
from little_plans import plan_file, report

PATHWAYS = """\
entities: {plant: {name: {zh: 铸造厂, en: Casthouse}, activity: casthouse}}
pathways:
  process: {entity: plant, boundary: scope 1+2, base year: 2024, base: 0.33, unit: tCO2e/tAl, method: asi-tool, values: {2028: 0.31}}
  metal: {entity: plant, boundary: scope 3 category 1, base year: 2024, base: 5.9, unit: tCO2e/tAl, method: asi-tool, values: {2028: 5.1}}
"""
MEASURES = "measures: {lamps: {name: {zh: 照明, en: Lamps}, content: {zh: 更换。, en: New lamps.}}}\n"
INVENTORY = """\
inventory:
  plant:
    sources:
      furnace:
        {name: {zh: 炉, en: Furnace}, carrier: {zh: 天然气, en: Gas}, scope: scope 1, kind: stationary combustion, gases: [CO2],
         activity: {2024: 118 万m3}, factor: 21.62 tCO2/万m3}
"""
PUBLIC = "governance: {disclosure: [{of: [%s], every: %s}]}\n"


def target(name: str, year: int = 2028, extra: str = "") -> str:
    return f"  {name}: {{pathway: {name}, {extra}intermediate: yes, base year: 2024, year: {year}, statement: {{zh: 下降, en: Falls}}}}\n"


def of(found: Report, criterion: str) -> Judgement:
    return next(each for each in conformance(found) if each.criterion.id == criterion)


def lacking(found: Report, criterion: str) -> list[str]:
    return [each.id for each in of(found, criterion).lacking]


def rule(code: str, found: Report) -> list[str]:
    return [each.arguments["found"] for each in next(rule for rule in RULES if rule.code == code).check(found)]


def test_every_criterion_of_the_library_is_judged_in_its_order() -> None:
    assert [each.criterion.id for each in conformance(report(PATHWAYS))] == list(criteria())


def test_every_criterion_has_a_rule_that_rests_on_it() -> None:
    assert [rule.basis[0].clause for rule in RULES] == list(criteria())
    assert all(rule.basis[0].verification is criteria()[rule.basis[0].clause].provenance.verification for rule in RULES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_remark_and_status_has_its_words(language: str) -> None:
    messages = catalogue("checks/criteria", "zh" if language == "zh" else "en")
    for chapters in (PATHWAYS, PATHWAYS + MEASURES + INVENTORY + PUBLIC % ("inventory", "1 年"), "entities: {}\n"):
        for judgement in conformance(report(chapters)):
            names = [judgement.status.label_id, *(each.message_id for each in (*judgement.shown, *judgement.lacking))]
            assert [name for name in names if name not in messages] == []


@pytest.mark.parametrize(
    ("chapters", "status", "lacks"),
    [
        ("", Status.MISSING, ["no emissions", "no energy by source", "inventory not public"]),
        ("inventory: {plant: {stated: {scope 1: {2024: 20 tCO2e}}}}\n", Status.PARTLY, ["emissions not by source", "no energy by source", "inventory not public"]),
        (INVENTORY, Status.PARTLY, ["inventory not public"]),
        (INVENTORY + PUBLIC % ("inventory", "2 年"), Status.PARTLY, ["inventory not public every year"]),
        (INVENTORY + PUBLIC % ("inventory", "1 年"), Status.MET, []),
    ],
)  # fmt: skip
def test_emissions_and_energy_by_source_and_public(chapters: str, status: Status, lacks: list[str]) -> None:
    found = report(PATHWAYS + chapters)
    assert (of(found, "5.1a").status, lacking(found, "5.1a")) == (status, lacks)


@pytest.mark.parametrize(
    ("production", "status"),
    [("100000 t", Status.MET), ("90910 t", Status.MET), ("90909 t", Status.MISSING), ("70000 t", Status.MISSING)],
)
def test_a_smelter_below_eleven(production: str, status: Status) -> None:
    # 640000 + 310000 + 42000 + 8000 = 1000000 t; over 90909.09 t that is 11.0 t/t.
    sources = "".join(
        f"      c{n}: {{name: {{zh: 甲, en: A}}, carrier: {{zh: 乙, en: B}}, scope: scope 3, category: {n}, kind: other, gases: [CO2], "
        f"stated: {{2024: {amount} tCO2e}}}}\n"
        for n, amount in ((1, 310000), (3, 42000), (4, 8000))
    )
    chapters = (
        "entities: {pots: {name: {zh: 电解, en: Pots}, activity: primary smelting}}\n"
        f"inventory:\n  pots:\n    production: {{2024: {production}}}\n    stated: {{scope 1+2: {{2024: 640000 tCO2e}}}}\n    sources:\n{sources}"
    )
    assert of(report(chapters), "5.2").status is status


def test_only_smelters_are_asked_for_their_intensity() -> None:
    assert of(report(PATHWAYS), "5.2").status is Status.NOT_APPLICABLE
    smelter = report(PATHWAYS.replace("casthouse", "primary smelting"))
    assert lacking(smelter, "5.2") == ["no mine-to-metal intensity"]


@pytest.mark.parametrize(
    ("change", "lacks"),
    [
        (("", ""), []),
        (("boundary: scope 3 category 1", "boundary: scope 1+2"), ["no purchased pathway"]),
        (("method: asi-tool, values: {2028: 5.1}", "method: linear, to: {2028: 5.1}"), ["method not endorsed"]),
        (("method: asi-tool, values: {2028: 5.1}", "method: asi-curve"), ["curve is not the tool"]),
        (("casthouse}", "casthouse}, rolls: {name: {zh: 轧机, en: Mill}, activity: semi-fabrication}"), ["no pathway"]),
    ],
)
def test_pathways_by_the_endorsed_method(change: tuple[str, str], lacks: list[str]) -> None:
    assert lacking(report(PATHWAYS.replace(*change) + MEASURES), "5.3a") == lacks


@pytest.mark.parametrize(("year", "status"), [(2029, Status.MET), (2030, Status.PARTLY)])
def test_an_intermediate_target_within_five_years(year: int, status: Status) -> None:
    found = report(PATHWAYS + "targets:\n" + target("process", year) + target("metal", year))
    assert of(found, "5.3b").status is status
    assert rule("GP-I05", found) == []


def test_a_plan_without_intermediate_target_is_told_once() -> None:
    found = report(PATHWAYS)
    assert rule("GP-I05", found) == ["no intermediate target"]
    assert [rule(code, found) for code in ("GP-I06", "GP-I07", "GP-I08")] == [[], [], []]
    assert {of(found, each).status for each in ("5.3b", "5.3b-i", "5.3b-ii", "5.3b-iii")} == {Status.MISSING}


def test_targets_on_both_boundaries() -> None:
    assert lacking(report(PATHWAYS + "targets:\n" + target("process")), "5.3b-i") == ["indirect not covered"]
    assert lacking(report(PATHWAYS + "targets:\n" + target("metal")), "5.3b-i") == ["direct not covered"]
    assert lacking(report(PATHWAYS + "targets:\n" + target("process", extra="boundary: total, ")), "5.3b-i") == []
    both = "  both: {pathway: [process, metal], intermediate: yes, base year: 2024, year: 2028, statement: {zh: 下降, en: Falls}}\n"
    assert lacking(report(PATHWAYS + "targets:\n" + both), "5.3b-i") == []


def test_a_target_that_does_not_say_what_it_covers_is_told_as_that() -> None:
    found = report(PATHWAYS + "targets:\n" + target("process").replace("pathway: process, ", ""))
    assert lacking(found, "5.3b-i") == ["boundary not stated"]
    assert lacking(found, "5.3b-ii") == ["target on no pathway"]


@pytest.mark.parametrize(
    ("governance", "plan_review", "on_change"),
    [
        ("", ["no review"], ["no review on change"]),
        ("governance: {review: {every: 5 年}}\n", ["review too seldom"], ["no review on change"]),
        ("governance: {review: {every: 1 年, targets every: 5 年, on change: yes}}\n", [], []),
        ("governance: {review: {every: 0.5 年}}\n", [], ["no review on change"]),
        ("governance: {review: {targets every: 1 年}}\n", ["no review"], ["no review on change"]),
        ("governance: {review: {targets every: 5 年}}\n", ["only targets reviewed"], ["no review on change"]),
    ],
)
def test_reviews(governance: str, plan_review: list[str], on_change: list[str]) -> None:
    found = report(PATHWAYS + governance)
    assert (lacking(found, "5.3c"), lacking(found, "5.3d")) == (plan_review, on_change)


@pytest.mark.parametrize(
    ("of_what", "lacks"),
    [
        ("inventory", ["nothing public"]),
        ("pathway, plan", ["progress not public"]),
        ("plan, progress", ["pathway not public"]),
        ("pathway, plan, progress", []),
    ],
)
def test_what_is_public(of_what: str, lacks: list[str]) -> None:
    found = report(PATHWAYS + PUBLIC % (of_what, "1 年"))
    assert lacking(found, "5.3e") == lacks
    assert rule("GP-I11", found) == lacks


def test_progress_is_due_after_a_whole_year_and_told_by_the_targets_family() -> None:
    late = PATHWAYS.replace("base year: 2024", "base year: 2023") + PUBLIC % ("pathway, plan, progress", "1 年")
    assert lacking(report(late), "5.3e") == ["no actual values"]
    assert rule("GP-I11", report(late)) == []
    assert lacking(report(late + "progress: {process: {actual: {2024: 0.32}}, metal: {actual: {2024: 5.8}}}\n"), "5.3e") == []


@pytest.mark.parametrize(
    ("chapters", "claims"),
    [
        (PATHWAYS, True),
        ("entities: {}\n", False),
        ("accounting: {standards: [{zh: ASI绩效标准, en: ASI standard}]}\n", True),
        ("accounting: {standards: [{zh: EURASIA 指南, en: EURASIA guide}]}\n", False),
        ("targets: {one: {statement: {zh: 按铝业管理倡议下降, en: Falls}}}\n", True),
    ],
)
def test_only_a_plan_that_names_asi_is_held_against_it(chapters: str, claims: bool) -> None:
    found = report(chapters)
    assert claims_asi(found) is claims
    assert bool([each for rule in RULES for each in rule.check(found)]) is claims


def test_a_group_counts_what_its_members_give() -> None:
    north = plan_file(
        PATHWAYS + INVENTORY + "accounting: {verification: {zh: 已核查, en: Verified}}\ngovernance: {review: {every: 1 年}}\n"
    )
    south = plan_file(PATHWAYS + "governance: {controls: {zh: 体系, en: System}}\n")
    members = "members: {north: {name: {zh: 北, en: North}, plan: n.yaml}, south: {name: {zh: 南, en: South}, plan: s.yaml}}\n"
    group = report(members, {"north": north, "south": south})
    assert claims_asi(group)
    verified = of(group, "5.1b")
    assert (verified.status, verified.shown[0].names, verified.lacking[0].names) == (Status.PARTLY, ("north",), ("south",))
    assert of(group, "5.1a").lacking[0].names == ("south.plant",)
    assert of(group, "5.3a").shown[0].names == ("north.process", "north.metal", "south.process", "south.metal")
    # What no member has is the group's own to say, and what the group says holds for all.
    assert of(group, "5.3d").lacking[0].names == ()
    own = report(
        members + "governance: {review: {every: 1 年, on change: yes}, controls: {zh: 体系, en: System}}\n",
        {"north": north, "south": south},
    )
    assert {of(own, each).status for each in ("5.3c", "5.3d", "5.4")} == {Status.MET}


def test_a_group_s_target_holds_for_all_of_its_members() -> None:
    members = "members: {north: {name: {zh: 北, en: North}, plan: n.yaml}}\nentities: {all: {name: {zh: 各公司, en: All}}}\n"
    one = "targets: {all: {entity: all, boundary: scope 1+2, intermediate: yes, base year: 2024, year: 2026, statement: {zh: 下降, en: Falls}}}\n"
    group = report(members + one, {"north": plan_file(PATHWAYS)})
    assert of(group, "5.3b").status is Status.MET
    assert of(group, "5.3b-i").lacking[0].names == ("north.plant",)


def test_places_name_file_and_path() -> None:
    (shown,) = of(report(PATHWAYS + "accounting: {verification: {zh: 已核查, en: Verified}}\n"), "5.1b").places
    assert (shown.span.file, shown.path) == ("plan.yaml", ("accounting", "verification"))
