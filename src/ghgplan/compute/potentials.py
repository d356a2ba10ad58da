"""Global warming potentials of the assessment report that the plan chose, of gases and of blends."""

from __future__ import annotations

from decimal import Decimal, localcontext

from ghgplan.compute.choices import Choices
from ghgplan.compute.numbers import PRECISION, Computed, Library, Number, written_decimals
from ghgplan.diagnostics import Path
from ghgplan.plan.units import parse_unit
from ghgplan.reference import gwp
from ghgplan.reference.entries import Kind
from ghgplan.reference.lookup import Unknown
from ghgplan.reference.sets import named_sets
from ghgplan.values import frozen

TONNE_PER_TONNE = parse_unit("tCO2e/t")
OTHER_GASES = "other gases"
"""Gases that the Kyoto Protocol does not know."""
_DECIMALS = 2


@frozen
class Potential:
    """Tonnes of CO2 equivalent per tonne of a gas, and the group that inventories report the gas in."""

    number: Number
    group: str


def potential(choices: Choices, gas: str, path: Path) -> Potential | None:
    """The potential of a gas or blend that is named at ``path``."""
    report = choices.accounting.gwp
    if report is None:
        choices.not_chosen("gwp", gas, path, named_sets(Kind.GWP))
        return None
    # No gas is called as a blend is: what is one need not be looked for among the gases, nor the names near it there.
    found = None if gas in gwp.blends() else gwp.gwp(report, gas)
    if isinstance(found, gwp.WarmingPotential):
        return Potential(_number(choices, found), found.gas.group or OTHER_GASES)
    blend = gwp.blend_gwp(report, gas)
    if isinstance(blend, Unknown):
        choices.unknown(found if found and found.nearest else blend, path, report)
        return None
    return _blend(choices, blend)


def _number(choices: Choices, found: gwp.WarmingPotential) -> Number:
    return choices.number(found.entry().id, found.amount, found.provenance, ("accounting", "gwp"))


def _blend(choices: Choices, blend: gwp.BlendPotential) -> Potential:
    entry = blend.blend.entry().id
    own = choices.overriding(entry)
    groups = {each.gas.group or OTHER_GASES for _, each in blend.parts}
    group = groups.pop() if len(groups) == 1 else OTHER_GASES
    if own:
        return Potential(own, group)
    inputs: list[Number] = []
    value = Decimal(0)
    for share, each in blend.parts:
        of_gas = _number(choices, each)
        part = Number(share.value, parse_unit(share.unit), Library(entry), written_decimals(share.value))
        inputs += [part, of_gas]
        with localcontext(prec=PRECISION):
            value += part.value / 100 * of_gas.value_in(TONNE_PER_TONNE)
    return Potential(Number(value, TONNE_PER_TONNE, Computed("blend potential", tuple(inputs)), _DECIMALS), group)
