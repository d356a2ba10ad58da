"""Grid factors: published values, two series that never mix, averages apart from what is none."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ghgplan.reference.entries import Verification
from ghgplan.reference.grid import GridKind, grid_factor, grid_factors, region, regions
from ghgplan.reference.lookup import Asked, Unknown
from reference.known import known

YEARS = (2021, 2022, 2023)


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("全国", "0.5568 0.5366 0.5306"),
        ("华北", "0.7120 0.6776 0.6361"),
        ("西南", "0.2113 0.2268 0.2472"),
        ("安徽", "0.7075 0.6782 0.6553"),
        ("广东", "0.4715 0.4403 0.4419"),
        ("四川", "0.1255 0.1404 0.1564"),
        ("内蒙古", "0.7025 0.6849 0.6479"),
        ("河南", "0.6369 0.6058 0.5897"),
        ("山西", "0.7222 0.7096 0.6634"),
        ("陕西", "0.6336 0.6558 0.6335"),
    ],
)
def test_announced_factors(name: str, values: str) -> None:
    found = [known(grid_factor("mee-nbs", name, year)) for year in YEARS]
    assert " ".join(str(factor.amount.value) for factor in found) == values
    assert [factor.provenance.source.number for factor in found] == ["公告2024年第12号", "公告2024年第33号", "公告2025年第47号"]


def test_announced_factors_are_complete() -> None:
    found = [factor for factor in known(grid_factors("mee-nbs")) if factor.kind is GridKind.AVERAGE]
    expected = {(each.id, year) for each in regions().values() if each.id != "tibet" for year in YEARS}
    assert {(factor.region.id, factor.year) for factor in found} == expected
    assert len(found) == 3 * (1 + 7 + 30)


def test_the_reporting_series_is_another_one() -> None:
    values = {factor.year: str(factor.amount.value) for factor in known(grid_factors("enterprise-reporting"))}
    assert values == {2015: "0.6101", 2021: "0.5810", 2022: "0.5703"}
    assert str(known(grid_factor("mee-nbs", "national", 2022)).amount.value) == "0.5366"


@pytest.mark.parametrize("year", YEARS)
def test_a_grid_lies_between_its_provinces(year: int) -> None:
    for grid in (each for each in regions().values() if each.level == "grid"):
        provinces = [each.id for each in regions().values() if each.grid == grid.id and each.id != "tibet"]
        values = [known(grid_factor("mee-nbs", name, year)).amount.value for name in provinces]
        assert min(values) <= known(grid_factor("mee-nbs", grid.id, year)).amount.value <= max(values), grid.id


def test_a_grid_of_2010_lies_between_its_provinces() -> None:
    for factor in known(grid_factors("ndrc-regional")):
        provinces = [each.id for each in regions().values() if each.grid_before_2021 == factor.region.id]
        values = [known(grid_factor("ndrc-provincial", name, 2010)).amount.value for name in provinces]
        if factor.year == 2010:
            assert min(values) <= factor.amount.value <= max(values), factor.region.id


@pytest.mark.parametrize(
    ("series", "kinds"),
    [
        ("enterprise-reporting", {GridKind.AVERAGE}),
        ("mee-nbs", {GridKind.AVERAGE, GridKind.RESIDUAL_AVERAGE, GridKind.FOSSIL_AVERAGE}),
        ("ndrc-regional", {GridKind.AVERAGE}),
        ("ndrc-provincial", {GridKind.AVERAGE}),
        ("peaking-guide", {GridKind.AVERAGE}),
        ("grid-baseline", {GridKind.OPERATING_MARGIN, GridKind.BUILD_MARGIN}),
        ("electricity-footprint", {GridKind.LIFE_CYCLE}),
    ],
)
def test_kinds_of_a_series(series: str, kinds: set[GridKind]) -> None:
    assert {factor.kind for factor in known(grid_factors(series))} == kinds


def test_margins_and_footprints_are_found_by_their_kind_alone() -> None:
    assert str(known(grid_factor("grid-baseline", "华东", 2012, GridKind.OPERATING_MARGIN)).amount.value) == "0.8244"
    assert str(known(grid_factor("electricity-footprint", "全国", 2023, GridKind.LIFE_CYCLE)).amount) == "0.6205 kgCO2e/kWh"
    for series, name in (("grid-baseline", "华东"), ("electricity-footprint", "全国")):
        missing = grid_factor(series, name, 2012)
        assert isinstance(missing, Unknown)
        assert missing.asked is Asked.GRID_KIND


def test_market_based_averages() -> None:
    assert str(known(grid_factor("mee-nbs", "national", 2023, GridKind.RESIDUAL_AVERAGE)).amount.value) == "0.6096"
    missing = grid_factor("mee-nbs", "national", 2023, GridKind.FOSSIL_AVERAGE)
    assert isinstance(missing, Unknown)
    assert missing.nearest == ("2022", "2021")


def test_what_is_from_memory_says_so() -> None:
    for series in ("ndrc-provincial", "peaking-guide"):
        tags = {factor.region.id: factor.provenance.verification for factor in known(grid_factors(series))}
        assert {name for name, tag in tags.items() if tag is not Verification.MEMORY} <= {"shanghai"}
    assert known(grid_factor("ndrc-regional", "华东", 2012)).provenance.verification is Verification.THIRD_PARTY
    assert known(grid_factor("ndrc-regional", "华东", 2011)).provenance.verification is Verification.MEMORY
    assert known(grid_factor("mee-nbs", "national", 2022)).provenance.verification is Verification.MEMORY


@pytest.mark.parametrize("name", ["shanxi", "山西", "山西省", "Shanxi", "SHANXI"])
def test_a_region_goes_by_its_names(name: str) -> None:
    assert known(region(name)).id == "shanxi"


def test_shanxi_is_not_shaanxi() -> None:
    assert known(region("Shaanxi")).name.zh == "陕西"
    assert known(region("Shanxi")).name.zh == "山西"


def test_what_is_missing_is_named_with_what_is_near() -> None:
    tibet, year, slip, series = (
        grid_factor("mee-nbs", "西藏", 2023),
        grid_factor("mee-nbs", "山西", 2024),
        grid_factor("mee-nbs", "Guandong", 2023),
        grid_factor("mee_nbz", "山西", 2023),
    )
    assert isinstance(tibet, Unknown)
    assert (tibet.asked, tibet.nearest) == (Asked.GRID_REGION, ("southwest", "national"))
    assert isinstance(year, Unknown)
    assert (year.asked, year.nearest, year.known) == (Asked.GRID_YEAR, ("2023", "2022"), ("2021", "2022", "2023"))
    assert isinstance(slip, Unknown)
    assert slip.nearest[0] == "guangdong"
    assert isinstance(series, Unknown)
    assert series.nearest == ("mee-nbs",)


def test_units_are_per_kilowatt_hour() -> None:
    for series in ("enterprise-reporting", "mee-nbs", "ndrc-regional", "ndrc-provincial", "peaking-guide", "grid-baseline"):
        for factor in known(grid_factors(series)):
            assert factor.amount.unit == "kgCO2/kWh"
            assert Decimal("0.05") < factor.amount.value < Decimal("1.2")
