"""Progress: on track or not, what is still needed, and where the trend leads."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from compute.test_derivation import check_all
from ghgplan.compute.progress import Outlook
from ghgplan.compute.report import Report
from little_plans import report

PLAN = """
entities: {plant: {name: 厂}}
pathways:
  it:
    entity: plant
    boundary: scope 1+2
    base year: 2022
    base: 10.00
    unit: tCO2e/t
    method: asi-tool
    values: {2023: 9.50, 2024: 9.00, 2026: 7.29, 2030: 5.00}
    AIM
progress: {it: {actual: {ACTUAL}}}
"""


def made(actual: str, aim: str = "") -> Report:
    return report(PLAN.replace("ACTUAL", actual).replace("AIM", aim))


def outlook(actual: str, aim: str = "") -> Outlook:
    found = made(actual, aim).pathways["it"].outlook
    assert found is not None
    return found


def test_on_track_and_deviation_by_year() -> None:
    found = made("2023: 9.40, 2024: 9.36")
    # (9.40 - 9.50) / 9.50 and (9.36 - 9.00) / 9.00
    numbers = {year: str(found.numbers[f"progress.it.relative deviation.{year}"].rounded) for year in (2023, 2024)}
    assert numbers == {2023: "-1.1", 2024: "4.0"}
    on_track = [found.texts[f"progress.it.on track.{year}"] for year in (2023, 2024)]
    assert [(word.zh, word.en) for word in on_track if not isinstance(word, str)] == [("是", "yes"), ("否", "no")]


def test_equal_to_the_target_is_on_track() -> None:
    assert outlook("2024: 9.00").on_track == {2024: True}


def test_what_is_needed_until_the_aim() -> None:
    # From 9.00 in 2024 to 7.29 in 2026: 10 % a year twice, or 0.855 t each year.
    found = outlook("2024: 9.00", "aim: 2026")
    assert (found.latest, found.year) == (2024, 2026)
    assert found.needed is not None
    assert found.needed_linear is not None
    assert str(found.needed.rounded) == "10.0"
    assert str(found.needed_linear.rounded) == "0.855"


def test_without_an_aim_the_last_value_is_to_be_reached() -> None:
    assert outlook("2024: 9.00").year == 2030


def test_nothing_more_is_needed_below_the_target() -> None:
    found = outlook("2024: 5.00", "aim: 2026")
    assert found.needed is not None
    assert found.needed_linear is not None
    assert (found.needed.value, found.needed_linear.value) == (0, 0)
    assert found.will_reach is True


def test_the_forecast_goes_on_in_a_straight_line() -> None:
    # 10.00 in 2022, 9.20 in 2024: 0.40 a year; 8.40 in 2026 and 6.80 in 2030, 1.80 above the target of 5.00.
    found = made("2023: 9.90, 2024: 9.20")
    assert [str(found.numbers[f"progress.it.forecast.{year}"].rounded) for year in (2026, 2030)] == ["8.40", "6.80"]
    assert str(found.numbers["progress.it.forecast deviation"].rounded) == "1.80"
    assert found.texts["progress.it.will reach"].en == "no"  # type: ignore[union-attr]


def test_without_a_base_value_the_first_actual_one_begins_the_trend() -> None:
    # 9.90 in 2023, 9.40 in 2024: half a tonne a year; 8.40 in 2026.
    plan = PLAN.replace("    base: 10.00\n", "").replace("ACTUAL", "2023: 9.90, 2024: 9.40").replace("AIM", "")
    assert str(report(plan).numbers["progress.it.forecast.2026"].rounded) == "8.40"
    alone = report(plan.replace("2023: 9.90, ", "")).pathways["it"].outlook
    assert alone is not None
    assert not alone.forecasts


def test_after_the_last_year_nothing_is_left_to_reach() -> None:
    found = outlook("2031: 4.00")
    assert (found.year, found.target, found.needed, found.forecast) == (None, None, None, None)


def test_no_outlook_without_actual_values() -> None:
    plan = PLAN.replace("AIM", "").split("progress:")[0]
    assert report(plan).pathways["it"].outlook is None


@pytest.mark.parametrize("aim", ["aim: 2026", ""])
@settings(max_examples=20, deadline=None)
@given(actual=st.decimals(min_value=1, max_value=20, places=2))
def test_what_is_needed_leads_to_the_target(aim: str, actual: object) -> None:
    found = outlook(f"2024: {actual:f}", aim)
    assert found.year is not None
    assert found.target is not None
    assert found.needed is not None
    value = made(f"2024: {actual:f}", aim).pathways["it"].actual[2024].value
    reached = value * (1 - found.needed.value / 100) ** (found.year - 2024)
    assert abs(reached - min(value, found.target.value)) < 1e-20


CURVE = """
entities: {plant: {name: 厂, activity: casthouse}}
pathways:
  it: {entity: plant, boundary: scope 1+2, base year: 2023, base: 0.82, unit: tCO2e/t, method: linear, to: {2030: 0.70}}
progress: {it: {actual: {2025: ACTUAL}}}
"""


@pytest.mark.parametrize(
    ("actual", "is_on_track", "deviation", "relative"),
    [("0.78", True, "-0.01", "-1.3"), ("0.79", True, "0.00", "0.0"), ("0.80", False, "0.01", "1.3")],
)
def test_actual_values_are_held_against_the_figures_that_are_printed(actual: str, is_on_track: bool, deviation: str, relative: str) -> None:
    # 0.82 - 0.12 x 2/7 = 0.785714..., which prints 0.79
    found = report(CURVE.replace("ACTUAL", actual))
    pathway = found.pathways["it"]
    assert str(pathway.values[2025].value)[:8] == "0.785714"
    assert pathway.outlook is not None
    assert pathway.outlook.on_track == {2025: is_on_track}
    assert str(pathway.deviations[2025].rounded) == deviation
    assert str(pathway.outlook.relative[2025].rounded) == relative
    check_all(found)


def test_a_forecast_from_one_actual_value_is_indicative() -> None:
    one, two = outlook("2024: 9.20"), outlook("2023: 9.90, 2024: 9.20")
    assert one.forecast is not None
    assert one.forecast.indicative
    assert one.forecast_deviation is not None
    assert one.forecast_deviation.indicative
    assert two.forecast is not None
    assert not two.forecast.indicative
