"""What a unit of saved fuel or electricity would have emitted: the factor, with where it comes from.

The set of fuels and the series of grid factors are those that ``accounting`` names; nothing is taken from another one.
"""

from __future__ import annotations

from decimal import Decimal, localcontext

from ghgplan.compute.numbers import PRECISION, Computed, Library, Number, product, stated, written_decimals
from ghgplan.diagnostics import Diagnostic, Path
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.units import Unit, parse_unit
from ghgplan.reference.entries import Amount
from ghgplan.reference.fuels import Fuel, fuel
from ghgplan.reference.grid import grid_factor
from ghgplan.reference.lookup import Asked, Unknown
from ghgplan.reference.parameters import Parameter, parameters

_CARBON_PER_ENERGY = Unit("tC/TJ", "(tonne)/(terajoule)")
_CARBON_DIOXIDE_OVER_CARBON = Decimal(44) / Decimal(12)


def fuel_factor(file: PlanFile, name: str, path: Path) -> Number | Diagnostic:
    """The factor of a fuel of the set ``accounting.fuels``, per unit of its quantity (per energy where the set has no calorific value)."""
    accounting = file.plan.accounting
    set_name = accounting.fuels if accounting else None
    if set_name is None:
        return Diagnostic("GP-C43", file.source.span(path), path, {"name": name})
    found = fuel(set_name, name)
    if isinstance(found, Unknown):
        return _unknown(file, found, path)
    factor = _overriding(file, found.entry().id) or _factor(found)
    if factor is None:
        return Diagnostic("GP-C45", file.source.span(path), path, {"name": name, "set": set_name})
    return factor


def electricity_factor(file: PlanFile, path: Path) -> Number | Diagnostic:
    """The factor of ``accounting.grid``: of its year, else the latest year that its series has for its region."""
    grid = file.plan.accounting.grid if file.plan.accounting else None
    if grid is None:
        return Diagnostic("GP-C44", file.source.span(path), path)
    found = grid_factor(grid.series, grid.region, grid.year or file.plan.document.date.year)
    if isinstance(found, Unknown) and found.asked is Asked.GRID_YEAR and grid.year is None:
        found = grid_factor(grid.series, grid.region, int(found.nearest[0]))
    if isinstance(found, Unknown):
        return _unknown(file, found, path)
    entry = found.entry().id
    return _overriding(file, entry) or _library(found.amount, entry)


def fuel_density(file: PlanFile, name: str) -> Number | None:
    """The density of a fuel in the set ``accounting.densities``; without one, of the first set that has it."""
    wanted = file.plan.accounting.densities if file.plan.accounting else None
    groups = parameters("density")
    if isinstance(groups, Unknown):
        return None
    for set_name, members in groups.items():
        if wanted not in (None, set_name):
            continue
        for parameter in members.values():
            if name in (parameter.id, parameter.id.replace("-", " "), *_first_names(parameter)):
                return _library(parameter.amount, parameter.entry().id)
    return None


def _first_names(parameter: Parameter) -> tuple[str, str]:
    return parameter.name.zh.removesuffix("密度"), parameter.name.en.removeprefix("Density of ")


def _factor(found: Fuel) -> Number | None:
    entry = found.entry().id
    heat = _library(found.calorific_value, entry) if found.calorific_value else None
    direct = _library(found.factor, entry) if found.factor else None
    if direct and not direct.unit.symbol.endswith("/TJ"):
        return direct
    if heat and direct:
        return product(heat, direct, _per_quantity(heat), 4, "fuel factor by energy")
    if heat and found.carbon_content and found.oxidation:
        carbon = Number(found.carbon_content.value, _CARBON_PER_ENERGY, Library(entry), written_decimals(found.carbon_content.value))
        oxidation = _library(found.oxidation, entry)
        with localcontext(prec=PRECISION):
            # GJ times tC/TJ gives thousandths, per cent hundredths.
            value = heat.value * carbon.value / 1000 * oxidation.value / 100 * _CARBON_DIOXIDE_OVER_CARBON
        return Number(value, _per_quantity(heat), Computed("fuel factor", (heat, carbon, oxidation)), 4)
    return direct


def _per_quantity(heat: Number) -> Unit:
    return parse_unit("tCO2/" + heat.unit.symbol.removeprefix("GJ/"))


def _overriding(file: PlanFile, entry: str) -> Number | None:
    """The plan's own amount in place of the entry's."""
    accounting = file.plan.accounting
    own = accounting.overrides.get(entry) if accounting else None
    path: Path = ("accounting", "overrides", entry, "amount")
    return stated(own.amount, path, file.source.span(path)) if own and own.amount else None


def _library(amount: Amount, entry: str) -> Number:
    return Number(amount.value, parse_unit(amount.unit), Library(entry), written_decimals(amount.value))


def _unknown(file: PlanFile, unknown: Unknown, path: Path) -> Diagnostic:
    """The library does not know a name: it, and what it may have been meant to be, else what is known."""
    near = unknown.nearest or unknown.known
    return Diagnostic("GP-C42", file.source.span(path), path, {"name": unknown.name, "known": ", ".join(near[:12])})
