"""The engine on the library's curves, from plan text to report: published tables, a solver of the test's own, laws."""

from __future__ import annotations

import json
import sys
from decimal import ROUND_HALF_EVEN, Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ghgplan.compute.numbers import Computed, Library, Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import compute
from ghgplan.reference.curves import curves
from little_plans import plan_file, report

TABLES = Path(__file__).resolve().parents[1] / "reference" / "pathway_tables.json"
ROWS: list[dict[str, Any]] = json.loads(TABLES.read_text(encoding="utf-8"))["rows"]
PUBLISHED = 87
AT_LEAST = 84
ACTIVITIES = {"casthouse-process": "casthouse", "semi-fabrication-process": "semi-fabrication"}


def pathway(curve: str, base_year: int, base: Decimal | str, more: str = "", unit: str = "tCO2e/t") -> PathwayReport:
    """The pathway of an entity whose activity and boundary mean ``curve``."""
    boundary, activity = curves()[curve].boundary, ACTIVITIES.get(curve, "other")
    return report(f"""
    entities: {{plant: {{name: 厂, activity: {activity}}}}}
    pathways:
      it:
        entity: plant
        boundary: {boundary}
        base year: {base_year}
        base: {Decimal(base):f}
        unit: {unit}
        method: asi-curve
        {more}
    """).pathways["it"]


def value(found: PathwayReport, year: int) -> Number:
    return found.base if found.base and year == found.pathway.base_year else found.values[year]


def test_the_engine_gives_back_the_published_tables(capsys: pytest.CaptureFixture[str]) -> None:
    reproduced, total, missed = 0, 0, []
    for row in ROWS:
        found = pathway(row["curve"], row["base year"], row["base"])
        for year, text in row["cells"].items():
            published = Decimal(text)
            computed = value(found, int(year)).value.quantize(published, ROUND_HALF_EVEN)
            total += 1
            reproduced += computed == published
            missed += [] if computed == published else [(row["table"], row["boundary"], year, text, str(computed))]
    with capsys.disabled():
        sys.stdout.write(f"\n{reproduced} of {total} published pathway cells; missed: {missed}\n")
    assert total == PUBLISHED
    assert reproduced >= AT_LEAST


def solved(curve: str, base_year: int, base: Fraction, year: int) -> Fraction:
    """The method once more, in exact fractions and year by year: each year takes its part of what lies above the limit."""
    data = json.loads((Path(__file__).resolve().parents[2] / "src/ghgplan/reference/data/pathway_curves.json").read_text(encoding="utf-8"))
    row = next(row for row in data if row["id"] == curve)
    left = {int(at): Fraction(part) for at, part in row["remaining"].items()}
    limit = Fraction(row["converges_to"])
    above = base - limit
    for step in range(base_year, min(year, 2030)):
        above *= left[step + 1] / left[step]
    return limit + above * (1 if year <= 2030 else Fraction(2050 - year, 20))


@pytest.mark.parametrize("curve", sorted(curves()))
@pytest.mark.parametrize(("base_year", "base"), [(2023, "1.2345"), (2025, "17.9"), (2026, "0.803"), (2029, "3.30")])
def test_bases_of_no_table_against_a_solver_of_its_own(curve: str, base_year: int, base: str) -> None:
    found = pathway(
        curve, base_year, base, "years: [2027, 2029, 2030, 2031, 2037, 2049, 2050]" if base_year < 2027 else "years: [2030, 2040]"
    )
    assert found.values
    for year, number in found.values.items():
        assert abs(Fraction(number.value) - solved(curve, base_year, Fraction(base), year)) < Fraction(1, 10**30)


def test_worked_by_hand() -> None:
    # X = 0.0765; R(2023) = 1, R(2025) = 0.95567: 0.0765 + (0.82 - 0.0765) x 0.95567 = 0.0765 + 0.710540645 = 0.787040645.
    number = pathway("casthouse-process", 2023, "0.82").values[2025]
    assert number.value == Decimal("0.787040645000")
    assert str(number.rounded) == "0.79"
    assert isinstance(number.origin, Computed)
    assert [part.value for part in number.origin.inputs] == [Decimal("0.0765"), Decimal("0.82"), Decimal("0.95567"), Decimal("1.0")]
    assert {part.origin for part in number.origin.inputs if isinstance(part.origin, Library)} == {
        Library("pathway curve/casthouse-process")
    }


def test_beyond_the_curve_the_line_is_straight_and_indicative() -> None:
    # 2030: 0.1 + (10.1 - 0.1) x 0.73164 / 1.0 = 7.4164; 2040 is half the way to 0.1: 3.7582; 2050 is there.
    found = pathway("purchased-aluminium", 2023, "10.1", "years: [2030, 2040, 2050]")
    assert [number.value for number in found.values.values()] == [Decimal("7.4164"), Decimal("3.7582"), Decimal("0.1")]
    assert [number.indicative for number in found.values.values()] == [False, True, True]
    assert [number.indicative for number in found.reductions.values()] == [False, True, True]
    assert str(found.reductions[2050].rounded) == "99.0"


def test_years_if_none_are_chosen_and_the_aim() -> None:
    assert pathway("casthouse-process", 2025, "0.8").years == (2026, 2027, 2028, 2029, 2030)
    assert pathway("casthouse-process", 2028, "0.8", "aim: 2035").years == (2029, 2030, 2035)


def test_a_stated_value_leads_for_its_year_and_stands_beside_the_curve() -> None:
    found = pathway("casthouse-process", 2023, "0.82", "values: {2025: 0.77}")
    assert str(found.values[2025].rounded) == "0.77"
    assert str(found.curve.values[2025].rounded) == "0.79"
    assert found.curve.deviations[2025].value == Decimal("0.77") - Decimal("0.787040645")
    # What the curve alone gives is one number under both names.
    assert found.curve.values[2026] is found.values[2026]


def test_the_unit_changes_nothing() -> None:
    tonnes, kilograms = pathway("casthouse-process", 2023, "0.82"), pathway("casthouse-process", 2023, "820.00", unit="kgCO2e/t")
    assert [number.value * 1000 for number in tonnes.values.values()] == [number.value for number in kilograms.values.values()]


def test_a_curve_named_leads_over_the_activity() -> None:
    found = pathway("casthouse-process", 2023, "0.82", "curve: semi-fabrication-process")
    assert abs(Fraction(found.values[2030].value) - solved("semi-fabrication-process", 2023, Fraction("0.82"), 2030)) < Fraction(1, 10**30)


BASES = st.decimals(min_value=Decimal("0.2"), max_value=Decimal(30), places=3)


@settings(max_examples=20, deadline=None)
@given(curve=st.sampled_from(sorted(curves())), base_year=st.integers(2023, 2029), base=BASES)
def test_a_pathway_never_rises(curve: str, base_year: int, base: Decimal) -> None:
    found = pathway(curve, base_year, base, f"years: {list(range(base_year, 2051))}")
    falling = [base, *(number.value for number in found.values.values())]
    assert falling == sorted(falling, reverse=True)
    assert falling[-1] == curves()[curve].converges_to.value


@settings(max_examples=20, deadline=None)
@given(curve=st.sampled_from(sorted(curves())), base=BASES, factor=st.integers(2, 9))
def test_distances_to_the_limit_scale_with_the_base_s(curve: str, base: Decimal, factor: int) -> None:
    limit = curves()[curve].converges_to.value
    once, times = pathway(curve, 2024, base), pathway(curve, 2024, limit + (base - limit) * factor)
    for year in once.years:
        small, large = (Fraction(each.values[year].value) - Fraction(limit) for each in (once, times))
        assert abs(small * factor - large) < Fraction(1, 10**30)


@pytest.mark.parametrize("base_year", range(2024, 2030))
def test_it_does_not_matter_from_which_year_of_the_path_one_sets_out(base_year: int) -> None:
    whole = pathway("purchased-aluminium", 2023, "16.4")
    again = pathway("purchased-aluminium", base_year, f"{whole.values[base_year].value.normalize():f}")
    assert abs(again.values[2030].value - whole.values[2030].value) < Decimal("1e-25")


def test_chinese_spellings() -> None:
    found = report("""
    entities: {plant: {name: 厂}}
    pathways: {it: {entity: plant, boundary: 范围1+2, base year: 2023, base: 0.82, unit: tCO2e/t, method: ASI曲线, curve: 铸造工艺}}
    """).pathways["it"]
    assert found.values[2025].value == Decimal("0.787040645")


@pytest.mark.parametrize("base", ["0.0000000000000000000000001", "99999999999999999999999999999", "0", "-5"])
@pytest.mark.parametrize(
    "method", ["asi-curve", "constant rate, rate: 100 %", "linear, to: {2030: 0}", "company curve, remaining: {2030: 0 %}"]
)
def test_no_base_value_breaks_anything(base: str, method: str) -> None:
    outcome = compute(
        plan_file(f"""
    entities: {{plant: {{name: 厂, activity: casthouse}}}}
    inventory: {{plant: {{production: {{2023: 0 t}}}}}}
    pathways: {{it: {{entity: plant, boundary: scope 1+2, base year: 2023, base: {base}, unit: tCO2e/t, method: {method}}}}}
    progress: {{it: {{actual: {{2023: 0, 2024: 0, 2025: 3}}}}}}
    """)
    )
    assert outcome.value is not None
    assert {found.code for found in outcome.diagnostics} <= {"GP-C16"}
    assert all(number.rounded.is_finite() for number in outcome.value.numbers.values())
