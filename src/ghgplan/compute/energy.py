"""An entity's energy: physical amounts, coal equivalent and shares (GB/T 2589-2020), and the comprehensive energy of a year."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ghgplan.compute.choices import Choices
from ghgplan.compute.coal_equivalents import coefficient as library_coefficient
from ghgplan.compute.numbers import PERCENT, TONNE_COAL_EQUIVALENT, Number, product, ratio, total
from ghgplan.compute.overrides import check_overrides
from ghgplan.compute.series import ByYear, amounts, by_year, series
from ghgplan.diagnostics import Diagnostic, Outcome, Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.energy import EnergyCarrier, EnergyUse
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.units import parse_unit
from ghgplan.values import frozen

ENERGY_INTENSITY = parse_unit("kgce/t")


@frozen
class UseReport:
    """Where a carrier goes: amounts and shares of the carrier's consumption, by year."""

    use: EnergyUse
    amounts: ByYear
    shares: ByYear


@frozen
class CarrierReport:
    """One carrier by year: consumption, coal equivalent (tce) and share of the entity's coal equivalent (%)."""

    carrier: EnergyCarrier
    consumption: ByYear
    coefficient: Number | None
    coal_equivalent: ByYear
    shares: ByYear
    uses: Mapping[str, UseReport]
    total_shares: ByYear
    """The share that the flow table gives the carrier as a whole: 100 % unless stated otherwise."""

    def numbers(self) -> Iterator[tuple[str, Number]]:
        if self.coefficient:
            yield "coefficient", self.coefficient
        for part, values in (("consumption", self.consumption), ("coal equivalent", self.coal_equivalent), ("share", self.shares)):
            for year, value in values.items():
                yield f"{part}.{year}", value
        for name, use in self.uses.items():
            for year, value in use.amounts.items():
                yield f"uses.{name}.{year}", value
            for year, value in use.shares.items():
                yield f"uses.{name}.share.{year}", value


def compute_energy(file: PlanFile, entity: str) -> Outcome[Mapping[str, CarrierReport]]:
    """The energy carriers of ``entity``; findings are coefficients that are missing or do not fit their carrier's unit."""
    if entity not in file.plan.energy:
        return Outcome(Frozen())
    findings: list[Diagnostic] = []
    choices = Choices(file, findings)
    check_overrides(choices)
    carriers = {
        name: _carrier(file, choices, carrier, ("energy", entity, "carriers", name))
        for name, carrier in file.plan.energy[entity].carriers.items()
    }
    sums = comprehensive_energy(carriers)
    return Outcome(Frozen({name: _with_shares(carrier, sums) for name, carrier in carriers.items()}), tuple(findings))


def comprehensive_energy(carriers: Mapping[str, CarrierReport]) -> ByYear:
    """The comprehensive energy consumption (tce) by year: the sum over all carriers."""
    years = {year for carrier in carriers.values() for year in carrier.coal_equivalent}
    return by_year({
        year: total((c.coal_equivalent[year] for c in carriers.values() if year in c.coal_equivalent), TONNE_COAL_EQUIVALENT)
        for year in years
    })  # fmt: skip


def energy_numbers(carriers: Mapping[str, CarrierReport], production: ByYear) -> Iterator[tuple[str, Number]]:
    """``total.<year>`` in tce, and ``intensity.<year>`` in kgce per tonne of product where the production is known."""
    for year, energy in comprehensive_energy(carriers).items():
        yield f"total.{year}", energy
        intensity = ratio(energy, production[year], ENERGY_INTENSITY, 2, "energy intensity") if year in production else None
        if intensity:
            yield f"intensity.{year}", intensity


def _carrier(file: PlanFile, choices: Choices, carrier: EnergyCarrier, path: Path) -> CarrierReport:
    findings = choices.findings
    consumption = amounts(file, carrier.consumption, (*path, "consumption"), findings)
    at = (*path, "coefficient")
    coefficient = choices.stated(carrier.coefficient, at) if carrier.coefficient else None
    if coefficient is None and carrier.library and consumption:
        at = (*path, "library")
        unit = next(iter(consumption.values())).unit
        coefficient = library_coefficient(choices, carrier.library, unit, at)
    coal_equivalent = dict(series(file, carrier.stated_coal_equivalent, (*path, "stated coal equivalent")))
    if coefficient:
        for year, amount in consumption.items():
            if year in coal_equivalent:
                continue
            try:
                coal_equivalent[year] = product(amount, coefficient, TONNE_COAL_EQUIVALENT, 2, "coal equivalent")
            except ValueError:
                arguments = {"amount": amount.unit.symbol, "coefficient": coefficient.unit.symbol}
                findings.append(Diagnostic("GP-C02", file.source.span(at), at, arguments))
                break
    shares = series(file, carrier.stated_shares, (*path, "stated shares"))
    uses = {name: _use(file, use, consumption, (*path, "uses", name)) for name, use in carrier.uses.items()}
    total_shares = series(file, carrier.stated_total_shares, (*path, "stated total shares"))
    return CarrierReport(
        carrier, consumption, coefficient, Frozen(dict(sorted(coal_equivalent.items()))), shares, Frozen(uses), total_shares
    )


def _with_shares(carrier: CarrierReport, sums: ByYear) -> CarrierReport:
    shares = dict(carrier.shares)
    for year, amount in carrier.coal_equivalent.items():
        share = None if year in shares else ratio(amount, sums[year], PERCENT, 2, "share")
        if share:
            shares[year] = share
    totals = dict(carrier.total_shares)
    for year, amount in carrier.consumption.items():
        whole = None if year in totals or not carrier.uses else ratio(amount, amount, PERCENT, 2, "share")
        if whole:
            totals[year] = whole
    return CarrierReport(
        carrier.carrier, carrier.consumption, carrier.coefficient, carrier.coal_equivalent, Frozen(shares), carrier.uses, Frozen(totals)
    )


def _use(file: PlanFile, use: EnergyUse, consumption: ByYear, path: Path) -> UseReport:
    amounts = series(file, use.amount, (*path, "amount"))
    shares = dict(series(file, use.stated_shares, (*path, "stated shares")))
    for year, amount in amounts.items():
        if year in shares or year not in consumption:
            continue
        share = ratio(amount, consumption[year], PERCENT, 2, "share")
        if share:
            shares[year] = share
    return UseReport(use, amounts, Frozen(dict(sorted(shares.items()))))
