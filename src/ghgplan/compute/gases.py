"""A source's emissions of a year, gas by gas: activity data × emission factor × global warming potential."""

from __future__ import annotations

from ghgplan.compute.choices import Choices
from ghgplan.compute.combining import combined
from ghgplan.compute.energy_factors import electricity_factor, heat_factor
from ghgplan.compute.fuel_factors import FuelNumbers, density, fuel_factor, fuel_numbers, per_other_quantity
from ghgplan.compute.numbers import TONNE_CO2E, Number, Stated, written_decimals
from ghgplan.compute.potentials import OTHER_GASES, TONNE_PER_TONNE, potential
from ghgplan.diagnostics import Path
from ghgplan.plan.model.inventory import EmissionSource
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import parse_unit
from ghgplan.reference import gwp
from ghgplan.reference.lookup import folded
from ghgplan.values import frozen

NOT_SPLIT = "not split"
"""What a factor or a stated figure gives for several gases together."""

GASES = ("CO2", "CH4", "N2O", "HFCs", "PFCs", "SF6", "NF3", OTHER_GASES, NOT_SPLIT)
_TONNE = parse_unit("t")


@frozen
class GasPart:
    """What a source emits of one gas in one year (tCO2e), and the factor it was computed with."""

    gas: str
    emissions: Number
    factor: Number | None


class GasesOfSource:
    """Computes a source's emissions year by year; what does not fit is a finding, and left out."""

    def __init__(self, choices: Choices, source: EmissionSource, path: Path) -> None:
        self.choices = choices
        self.source = source
        self.path = path
        self.fuel: FuelNumbers | None = fuel_numbers(choices, source.fuel, (*path, "fuel")) if source.fuel and self._needs_fuel() else None
        self.density = density(choices, self.fuel.id if self.fuel else "", source.density, (*path, "density"))

    def of_year(self, year: int, activity: Number) -> tuple[GasPart, ...]:
        """The parts of ``year``: the main gas first, then those under ``factors``; none where one of them is missing."""
        further = [self._further(gas, activity) for gas in self.source.factors]
        parts = [self._main(year, activity), *further] if self._has_main() else further
        found = tuple(part for part in parts if part)
        return found if len(found) == len(parts) else ()

    def group_of_all(self) -> str:
        """The gas of a figure that is given as a whole."""
        return self.source.gases[0] if len(self.source.gases) == 1 else NOT_SPLIT

    def _has_main(self) -> bool:
        source = self.source
        return bool(source.factor or source.fuel or source.electricity or source.heat or source.gas)

    def _needs_fuel(self) -> bool:
        # A stated factor leads; then the fuel is asked for only where further gases may go by its energy.
        further = bool(self.source.factors) and self.choices.accounting.fuels is not None
        return self.source.factor is None or further

    def _main(self, year: int, activity: Number) -> GasPart | None:
        source = self.source
        if source.factor:
            return self._by_stated_factor(source.factor, activity)
        if source.fuel:
            return self._by_fuel(self.fuel, activity) if self.fuel else None
        if source.electricity or source.heat:
            region = source.region if source.electricity else None
            factor = electricity_factor(self.choices, year, region, self.path) if source.electricity else heat_factor(self.choices)
            return self._product("CO2", activity, factor) if factor else None
        if source.gas:
            return self._set_free(source.gas, activity)
        return None

    def _by_stated_factor(self, source_factor: Quantity, activity: Number) -> GasPart | None:
        at = (*self.path, "factor")
        factor = self.choices.stated(source_factor, at)
        if self.density and combined((activity, factor), TONNE_CO2E, 0, "") is None:
            factor = per_other_quantity(factor, activity.unit, self.density) or factor
        emissions = combined((activity, factor), TONNE_CO2E, 2, "emissions")
        if emissions:
            is_carbon_dioxide = "CO2" in factor.unit.symbol.replace("CO₂", "CO2").replace("CO2e", "")
            return GasPart("CO2" if is_carbon_dioxide else self.group_of_all(), emissions, factor)
        if combined((activity, factor), _TONNE, 0, "") is None:
            self.choices.find("GP-C01", at, activity=activity.unit.symbol, factor=factor.unit.symbol)
            return None
        return self._by_mass_of_gas(activity, factor)

    def _by_mass_of_gas(self, activity: Number, factor: Number) -> GasPart | None:
        """A factor in mass of gas, with the potential that the source states or the plan chose."""
        source = self.source
        if source.gwp is not None:
            at = (*self.path, "gwp")
            stated = Number(source.gwp, TONNE_PER_TONNE, Stated(at, self.choices.file.source.span(at)), written_decimals(source.gwp))
            emissions = combined((activity, factor, stated), TONNE_CO2E, 2, "emissions of a gas")
            return GasPart(self.group_of_all(), emissions, factor) if emissions else None
        gas = source.gas or (source.gases[0] if len(source.gases) == 1 else None)
        if gas is None:
            self.choices.find("GP-C01", (*self.path, "factor"), activity=activity.unit.symbol, factor=factor.unit.symbol)
            return None
        return self._with_potential(gas, (activity, factor), "emissions of a gas", (*self.path, "gas" if source.gas else "gases"))

    def _by_fuel(self, fuel: FuelNumbers, activity: Number) -> GasPart | None:
        factor = fuel_factor(fuel, activity.unit, self.density)
        if factor is None:
            hint = "GP-C22.density" if activity.unit.is_kind("volume") or activity.unit.is_kind("mass") else None
            self.choices.find("GP-C22", (*self.path, "activity"), hint=hint, unit=activity.unit.symbol, fuel=fuel.id)
            return None
        return self._product("CO2", activity, factor)

    def _set_free(self, gas: str, activity: Number) -> GasPart | None:
        """Activity data that are a mass of the gas itself."""
        if not activity.unit.is_kind("mass"):
            self.choices.find("GP-C30", (*self.path, "activity"), activity=activity.unit.symbol, factor=TONNE_PER_TONNE.symbol)
            return None
        return self._with_potential(gas, (activity,), "mass of gas", (*self.path, "gas"))

    def _further(self, gas: str, activity: Number) -> GasPart | None:
        """A further gas: its factor may go by the activity data, or by the fuel's mass or energy behind them."""
        at = (*self.path, "factors", gas)
        factor = self.choices.stated(self.source.factors[gas], at)
        calorific_value = self.fuel.calorific_value if self.fuel else None
        for between in ((), (calorific_value,), (self.density,), (self.density, calorific_value)):
            known = tuple(each for each in between if each)
            if len(known) < len(between):
                continue
            emissions = combined((activity, *known, factor), TONNE_CO2E, 2, "emissions")
            if emissions:
                return GasPart(group_of(gas), emissions, factor)
            if combined((activity, *known, factor), _TONNE, 0, ""):
                return self._with_potential(gas, (activity, *known, factor), "emissions of a gas", at)
        self.choices.find("GP-C30", at, activity=activity.unit.symbol, factor=factor.unit.symbol)
        return None

    def _with_potential(self, gas: str, inputs: tuple[Number, ...], formula: str, at: Path) -> GasPart | None:
        found = potential(self.choices, gas, at)
        if found is None:
            return None
        emissions = combined((*inputs, found.number), TONNE_CO2E, 2, formula)
        if emissions is None:
            self.choices.find("GP-C30", at, activity=inputs[0].unit.symbol, factor=found.number.unit.symbol)
            return None
        return GasPart(found.group, emissions, inputs[-1] if len(inputs) > 1 else found.number)

    def _product(self, gas: str, activity: Number, factor: Number) -> GasPart | None:
        emissions = combined((activity, factor), TONNE_CO2E, 2, "emissions")
        if emissions is None:
            self.choices.find("GP-C30", (*self.path, "activity"), activity=activity.unit.symbol, factor=factor.unit.symbol)
            return None
        return GasPart(gas, emissions, factor)


def group_of(gas: str) -> str:
    """The group that inventories report a gas in, by its id or a name of it."""
    for each in gwp.gases().values():
        if folded(gas) in {folded(name) for name in (each.id, each.name.zh, each.name.en, *each.aliases)}:
            return each.group or OTHER_GASES
    return gas if gas in GASES else OTHER_GASES
