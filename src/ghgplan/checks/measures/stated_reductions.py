"""What a measure states twice: a reduction beside its amount, a mass beside its volume, an amount beside before and after."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.measures.parts_of_measures import Of, all_fuels, is_per_product, per, savings, things
from ghgplan.checks.measures.plants_and_transport import ANOTHER_YEAR, computed_alone, stated_against_parts
from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.quantities.known_factors import known
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import measures
from ghgplan.checks.telling import beside, places, significant, told
from ghgplan.compute.avoidance import is_yearly
from ghgplan.compute.measures import production_of
from ghgplan.compute.numbers import TONNE_CO2E, Number, difference, product, stated, total
from ghgplan.compute.report import Report
from ghgplan.plan.units import Unit, parse_unit

_LIQUID = Interval(Decimal("0.65"), Decimal("1.00"))
"""kg/L of liquid fuels, from petrol to heavy oil."""
_GAS = Interval(Decimal("0.4"), Decimal("2.8"))
"""kg/m3 of gaseous fuels, from coke oven gas to propane."""
_PARTS = Decimal("0.05")
"""How far a total may lie from its parts: rounding, and what is too small to be listed."""
_LITRES = {"L", "l", "升"}
_KILOGRAM_A_CUBIC_METRE = parse_unit("kg/m3")


def reductions_against_amounts(report: Report) -> Iterator[Finding]:
    """A stated reduction over the amount saved that no factor of the library gives, whichever set is taken."""
    for of in savings(report):
        amount, saved = of.amount(report), of.saving.stated_reduction
        if amount is None or saved is None or of.saving.amount is None or amount.value <= 0:
            continue
        reduction = of.number(report, saved, "stated reduction")
        of_mass = of.number(report, of.saving.mass, "mass") if of.saving.mass else None
        base = of_mass or amount
        if of.saving.factor is not None or not _alike(base.unit, reduction.unit):
            continue
        # Kilograms and tonnes of both sides fall out: what stands behind the stroke is the same tonne of product.
        factor_unit = per(base.unit)
        implied = _implied(reduction, base)
        chosen = _chosen(report, of, factor_unit)
        ranges = [chosen] if chosen else [found for thing in (things(of) or all_fuels()) if (found := _range(thing, base.unit))]
        if implied is None or not ranges or any(implied.meets(each) for each in ranges):
            continue
        middle = implied.middle
        nearest = min(ranges, key=lambda each, middle=middle: abs(each.middle - middle))
        arguments = {
            "measure": of.name, "reduction": told(reduction), "amount": told(base),
            "implied": f"{significant(middle, 4)} {factor_unit.symbol}",
            "least": significant(nearest.low, 4), "most": f"{significant(nearest.high, 4)} {factor_unit.symbol}",
        }  # fmt: skip
        yield Finding((*of.path, "stated reduction"), arguments, places(base))


def reductions_by_own_factor(report: Report) -> Iterator[Finding]:
    """A stated reduction that is not the amount times the factor stated beside it; of plants and transport by all their figures."""
    yield from stated_against_parts(report)
    for of in savings(report):
        amount, saved, own = of.amount(report), of.saving.stated_reduction, of.saving.factor
        if amount is None or saved is None or own is None:
            continue
        reduction, factor = of.number(report, saved, "stated reduction"), of.number(report, own, "factor")
        try:
            follows = product(amount, factor, reduction.unit, reduction.decimals + 1)
        except ValueError:
            continue
        if not interval(reduction).meets(interval(follows)):
            arguments = {
                "measure": of.name, "reduction": told(reduction), "amount": told(amount), "factor": told(factor),
                "computed": beside(follows, reduction),
            }  # fmt: skip
            yield Finding((*of.path, "stated reduction"), arguments, places(amount, factor))


def masses_against_volumes(report: Report) -> Iterator[Finding]:
    """A mass beside a volume whose density is not the one stated, or no fuel's."""
    for of in savings(report):
        amount, given = of.amount(report), of.saving.mass
        symbol = amount.unit.symbol.partition("/")[0].strip() if amount else ""
        if amount is None or given is None or amount.value <= 0 or not parse_unit(symbol).is_kind("volume"):
            continue
        mass = of.number(report, given, "mass")
        density = _density(mass, amount)
        own = of.number(report, of.saving.density, "density") if of.saving.density else None
        possible = interval(own, _KILOGRAM_A_CUBIC_METRE) if own else _LIQUID.times(1000) if symbol in _LITRES else _GAS
        if density is None or density.meets(possible):
            continue
        arguments = {
            "measure": of.name, "mass": told(mass), "amount": told(amount), "density": f"{significant(density.middle)} kg/m3",
            "possible": told(own) if own else f"{significant(possible.low)}–{significant(possible.high)} kg/m3",
        }  # fmt: skip
        yield Finding((*of.path, "mass"), arguments, places(amount, *([own] if own else [])))


def amounts_against_before_and_after(report: Report) -> Iterator[Finding]:
    """An amount that is not what was used before less what is used after."""
    for of in savings(report):
        saving = of.saving
        if saving.amount is None or saving.before is None or saving.after is None:
            continue
        amount, before, after = (
            of.number(report, each, key) for each, key in ((saving.amount, "amount"), (saving.before, "before"), (saving.after, "after"))
        )
        try:
            follows = difference(before, after)
            agree = interval(amount).meets(interval(follows, amount.unit))
        except ValueError:
            continue
        if not agree:
            arguments = {
                "measure": of.name, "amount": told(amount), "before": told(before), "after": told(after), "computed": beside(follows, amount),
            }  # fmt: skip
            yield Finding((*of.path, "amount"), arguments, places(before, after))


def reduction_against_parts(report: Report) -> Iterator[Finding]:
    """A measure's reduction that is not what its savings, plants and kilometres come to together."""
    for name, each in measures(report):
        reduction = each.measure.reduction
        if reduction is None:
            continue
        path = ("measures", name, "reduction")
        whole = stated(reduction, path, report.file.source.span(path))
        wanted = len(each.measure.saves) + len(each.measure.capacity) + (1 if each.measure.mileage else 0)
        numbers = [number for key, number in each.numbers.items() if key.endswith(".reduction") and not key.startswith("substitutes")]
        year = each.measure.from_ or each.measure.to or 0
        output = production_of(each.figures.production, year)
        parts = [_a_year(number, output) for number in numbers]
        if not parts or len(parts) != wanted or any(part is None for part in parts):
            continue
        together = total([part for part in parts if part], TONNE_CO2E)
        if not interval(whole, TONNE_CO2E).meets(interval(together).widened(abs(together.value) * _PARTS)):
            arguments = {"measure": name, "reduction": told(whole), "parts": beside(together, whole), "count": str(len(parts))}
            yield Finding(path, arguments, places(together))


def _a_year(number: Number, output: Number | None) -> Number | None:
    if is_yearly(number):
        return number
    return product(number, output, TONNE_CO2E, 2) if output else None


def _alike(amount: Unit, reduction: Unit) -> bool:
    """Whether both are a year's, or both per tonne of product."""
    return is_per_product(amount) == reduction.is_kind("intensity")


def _implied(reduction: Number, base: Number) -> Interval | None:
    """tCO2e per unit of what is saved."""
    saved = parse_unit(base.unit.symbol.partition("/")[0].strip())
    emitted = parse_unit("tCO2e/t") if is_per_product(base.unit) else TONNE_CO2E
    unit = parse_unit(f"{saved.symbol}/t") if is_per_product(base.unit) else saved
    try:
        below = interval(base, unit)
        return interval(reduction, emitted) / below
    except (ValueError, ZeroDivisionError):
        return None


def _chosen(report: Report, of: Of, unit: Unit) -> Interval | None:
    """The factor of the grid that the plan chose, and of its other years; None where it chose none."""
    factor = computed_alone(report, of.name, of.measure).get(f"saves.{int(of.path[-1]) + 1}.factor") if of.saving.electricity else None
    try:
        return interval(factor, unit) * ANOTHER_YEAR if factor else None
    except ValueError:
        return None


def _range(thing: str, unit: Unit) -> Interval | None:
    """What the factor may be, in tCO2 per unit of what is saved; litres of a fuel by the densities of liquids."""
    wanted = per(unit)
    found = known(thing, wanted)
    if found:
        return found.possible.times(found.unit.factor_to(wanted))
    if unit.symbol.partition("/")[0].strip() not in _LITRES:
        return None
    by_mass = known(thing, parse_unit("tCO2/kg"))
    return by_mass.possible.times(by_mass.unit.factor_to(parse_unit("tCO2/kg"))) * _LIQUID if by_mass else None


def _density(mass: Number, volume: Number) -> Interval | None:
    unit = parse_unit("kg/t") if is_per_product(volume.unit) else parse_unit("kg")
    below = parse_unit("m3/t") if is_per_product(volume.unit) else parse_unit("m3")
    try:
        return interval(mass, unit) / interval(volume, below)
    except (ValueError, ZeroDivisionError):
        return None
