"""The calibrated curves give back the published pathway tables, each from one base year and one intensity."""

from __future__ import annotations

import json
from collections.abc import Iterator
from decimal import ROUND_HALF_EVEN, Decimal
from pathlib import Path
from typing import Any

import pytest

from ghgplan.reference.curves import PathwayCurve, curve, curves
from ghgplan.reference.entries import Verification
from ghgplan.reference.lookup import Asked, Unknown
from reference.known import known

ROWS: list[dict[str, Any]] = json.loads((Path(__file__).parent / "pathway_tables.json").read_text(encoding="utf-8"))["rows"]
PUBLISHED = 87
AT_LEAST = 84


def intensity(found: PathwayCurve, base_year: int, base: Decimal, year: int) -> Decimal:
    """CI(y) = X + (CI(base) - X) x R(y) / R(base)."""
    limit, remaining = found.converges_to.value, dict(found.remaining)
    return limit + (base - limit) * remaining[year] / remaining[base_year]


def cells(row: dict[str, Any]) -> Iterator[tuple[Decimal, Decimal]]:
    """Each published cell of a row, and what the curve gives for it with as many decimals."""
    found = known(curve(row["curve"]))
    for year, text in row["cells"].items():
        published = Decimal(text)
        yield published, intensity(found, row["base year"], Decimal(row["base"]), int(year)).quantize(published, ROUND_HALF_EVEN)


def test_published_cells_are_given_back() -> None:
    both = [(row["table"], row["boundary"], *pair) for row in ROWS for pair in cells(row)]
    missed = [pair for pair in both if pair[2] != pair[3]]
    reproduced = len(both) - len(missed)
    assert len(both) == PUBLISHED
    assert reproduced >= AT_LEAST, f"{reproduced} of {len(both)} published cells; missed: {missed}"


@pytest.mark.parametrize(
    ("name", "reproduced", "published"),
    [("casthouse-process", 32, 32), ("semi-fabrication-process", 12, 12), ("purchased-aluminium", 40, 43)],
)
def test_a_curve_reproduces_what_its_note_says(name: str, reproduced: int, published: int) -> None:
    both = [pair for row in ROWS if row["curve"] == name for pair in cells(row)]
    assert (sum(a == b for a, b in both), len(both)) == (reproduced, published)
    note = known(curve(name)).provenance.note
    assert note is not None
    assert f"{reproduced} of {published}" in note.en
    assert f"{published}个公布数值中的{reproduced}个" in note.zh
    assert max(abs(a - b) for a, b in both) <= Decimal("0.1")


def test_a_base_is_the_printed_one_or_rounds_to_it() -> None:
    for row in ROWS:
        first = row["cells"].get(str(row["base year"]))
        if first is not None:
            assert Decimal(row["base"]).quantize(Decimal(first), ROUND_HALF_EVEN) == Decimal(first), row["table"]
        assert row["base is"] in {"printed", "implied"}


def test_no_curve_claims_to_be_the_official_tool() -> None:
    for each in curves().values():
        assert each.provenance.verification is Verification.DERIVED
        assert each.provenance.note is not None
        assert "not the official ASI tool and not endorsed by ASI" in each.provenance.note.en
        assert "不是 ASI 官方工具，未经 ASI 认可" in each.provenance.note.zh


def test_curves_fall_year_by_year_from_the_whole() -> None:
    for each in curves().values():
        years, remaining = zip(*each.remaining, strict=True)
        assert years == tuple(range(2023, 2031))
        assert (each.first_year, each.last_year) == (2023, 2030)
        assert remaining[0] == 1
        assert list(remaining) == sorted(remaining, reverse=True)
        low, high = each.feasible_converges_to
        assert low.value <= each.converges_to.value <= high.value


def test_values_and_their_boundaries() -> None:
    assert {each.id: (str(each.converges_to), each.boundary) for each in curves().values()} == {
        "casthouse-process": ("0.0765 tCO2e/t", "scope 1+2"),
        "semi-fabrication-process": ("0.065 tCO2e/t", "scope 1+2"),
        "purchased-aluminium": ("0.1 tCO2e/t", "scope 3 category 1"),
    }
    assert known(curve("铸造工艺")).remaining_in(2027) == Decimal("0.91320")


def test_outside_the_curve_there_is_nothing() -> None:
    assert known(curve("casthouse-process")).remaining_in(2031) is None
    missing = curve("casthouse")
    assert isinstance(missing, Unknown)
    assert (missing.asked, missing.nearest[0]) == (Asked.CURVE, "casthouse-process")
