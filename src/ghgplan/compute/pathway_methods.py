"""How pathways run: the methods as arithmetic on decimals, each for a single year.

Values are intensities in any one unit; rates and shares are parts of one (0.042, not 4.2).
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, localcontext
from itertools import pairwise

from ghgplan.compute.numbers import PRECISION
from ghgplan.reference.curves import PathwayCurve

CONVERGENCE_YEAR = 2050
"""When a curve that is drawn on beyond its last year reaches the value it converges to."""

LONGEST_INTERMEDIATE_TERM = 5
"""Years from the base year to the intermediate target, at the most (ASI Performance Standard V3.1, criterion 5.3)."""


def convergence(base: Decimal, limit: Decimal, remaining: Decimal, remaining_in_base_year: Decimal) -> Decimal:
    """The Sectoral Decarbonization Approach: CI(y) = X + (CI(base) - X) x R(y) / R(base), with X = ``limit``."""
    with localcontext(prec=PRECISION):
        return limit + (base - limit) * remaining / remaining_in_base_year


def straight(first: Decimal, last: Decimal, passed: Decimal, whole: Decimal) -> Decimal:
    """Where the straight line from ``first`` to ``last`` has got to after ``passed`` of ``whole`` years."""
    with localcontext(prec=PRECISION):
        # Counted from the end, so that the line ends in ``last`` to the last digit.
        return last + (first - last) * (whole - passed) / whole


def constant_rate(base: Decimal, rate: Decimal, years: Decimal) -> Decimal:
    """Each year less by ``rate`` of the year before."""
    with localcontext(prec=PRECISION):
        return base * (1 - rate) ** years


def absolute_contraction(base: Decimal, rate: Decimal, years: Decimal) -> Decimal:
    """Each year less by ``rate`` of the base value, down to nothing and no further."""
    with localcontext(prec=PRECISION):
        return max(base * (1 - rate * years), Decimal(0))


def compound_reduction(first: Decimal, last: Decimal, years: Decimal) -> Decimal | None:
    """The rate that leads from ``first`` to ``last`` if each year takes the same part off the year before; None where none does."""
    if first <= 0 or last < 0 or years <= 0:
        return None
    # Small rates are differences of nearly equal numbers: what they lose in front must not be missing behind.
    with localcontext(prec=2 * PRECISION):
        return 1 - (last / first) ** (1 / years) if last else Decimal(1)


def linear_reduction(first: Decimal, last: Decimal, years: Decimal) -> Decimal | None:
    """The part of ``first`` that goes each year on the straight line to ``last``; None where there is no such part."""
    if first == 0 or years <= 0:
        return None
    with localcontext(prec=2 * PRECISION):
        return (first - last) / first / years


def percent(part: Decimal) -> Decimal:
    """A part of one in per cent."""
    with localcontext(prec=PRECISION):
        return part * 100


def trend(first: Decimal, last: Decimal, passed: Decimal, ahead: Decimal) -> Decimal:
    """Where the straight line from ``first`` to ``last``, ``passed`` years apart, stands ``ahead`` years on; never below nothing."""
    with localcontext(prec=PRECISION):
        return max(last + (last - first) * ahead / passed, Decimal(0))


def around(points: Mapping[int, Decimal], year: int) -> tuple[int, int] | None:
    """The neighbouring years of ``points`` that ``year`` lies between, or on the second of; None outside them."""
    years = sorted(points)
    return next(((first, last) for first, last in pairwise(years) if first < year <= last), None)


def implied_base(curve: PathwayCurve, year: int, value: Decimal, base_year: int | None = None) -> Decimal | None:
    """The intensity in ``base_year`` (the curve's first if left out) from which the curve leads to ``value`` in ``year``.

    In tCO2e/t, as ``value``. None where a year lies off the curve.
    """
    remaining, remaining_in_base_year = curve.remaining_in(year), curve.remaining_in(base_year or curve.first_year)
    if remaining is None or remaining_in_base_year is None:
        return None
    return convergence(value, curve.converges_to.value, remaining_in_base_year, remaining)


def intermediate_year(base_year: int) -> int:
    """The latest year for the intermediate target of a pathway with this base year."""
    return base_year + LONGEST_INTERMEDIATE_TERM
