"""Coal-equivalent coefficients as the plan chose them (GB/T 2589), electricity by its calorific or its equivalent value."""

from __future__ import annotations

from ghgplan.compute.choices import Choices
from ghgplan.compute.combining import converted
from ghgplan.compute.numbers import Number, written_decimals
from ghgplan.diagnostics import Path, Severity
from ghgplan.plan.units import Unit, UnknownUnitError, parse_unit
from ghgplan.reference import coal_equivalent
from ghgplan.reference.entries import Kind
from ghgplan.reference.lookup import Unknown
from ghgplan.reference.sets import named_sets

CURRENT_EDITION = "gbt2589-2020"
ELECTRICITY = ("electricity", "electricity-equivalent")


def coefficient(choices: Choices, carrier: str, unit: Unit, path: Path) -> Number | None:
    """The coefficient of the library's ``carrier`` (named at ``path``), per ``unit`` of its consumption where that fits."""
    accounting = choices.accounting
    edition = accounting.coal_equivalent
    if edition is None:
        choices.not_chosen("coal equivalent", carrier, path, named_sets(Kind.COAL_EQUIVALENT))
        return None
    found = coal_equivalent.coal_equivalent(edition, carrier)
    if isinstance(found, Unknown) and edition != CURRENT_EDITION:
        # The library has of the older edition only what differs from the current one.
        found = coal_equivalent.coal_equivalent(CURRENT_EDITION, carrier)
        if not isinstance(found, Unknown):
            edition_names = {"edition": edition, "instead": CURRENT_EDITION}
            choices.find("GP-C55", path, severity=Severity.WARNING, name=carrier, **edition_names)
    if isinstance(found, Unknown):
        choices.unknown(found, path, edition)
        return None
    by_supply = found.id in ELECTRICITY and (found.amount is None or accounting.electricity_in_coal_equivalent == "equivalent")
    if by_supply:
        if accounting.supply_coal_rate is None:
            choices.not_chosen("supply coal rate", carrier, path, ("0.302 kgce/kWh",))
            return None
        number = choices.stated(accounting.supply_coal_rate, ("accounting", "supply coal rate"))
    elif found.amount is None:
        return None
    else:
        number = choices.number(found.entry().id, found.amount, found.provenance, ("accounting", "coal equivalent"))
    return _per_unit(number, unit)


def _per_unit(number: Number, unit: Unit) -> Number:
    """``0.1229 kgce/kWh`` as ``1.229 tce/万kWh``: tables show a coefficient beside its carrier's unit."""
    try:
        wanted = parse_unit(f"tce/{unit.symbol}")
        value = number.value_in(wanted).normalize()
    except (UnknownUnitError, ValueError):
        return number
    return converted(number, wanted, min(written_decimals(value), 6))
