"""Purchased metal and product of one entity: how many tonnes of each the emissions and the base values imply.

No production is needed: emissions of scopes 1 and 2 over the process base are tonnes of product, those of the purchased
metal over the metal base are tonnes of metal. Between the two stands the yield.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal, localcontext

from ghgplan.checks.precision import Interval, interval
from ghgplan.checks.reconciliation.inventory_figures import Pair, base_path, divided, pairs, per_tonne, process_emissions
from ghgplan.checks.rule import Finding
from ghgplan.checks.telling import places, significant, told, with_unit
from ghgplan.compute.inventory import InventoryReport
from ghgplan.compute.numbers import INTENSITY, PRECISION, TONNE_CO2E, Number
from ghgplan.compute.report import Report
from ghgplan.plan.units import parse_unit
from ghgplan.values import frozen

TONNE = parse_unit("t")
_PURCHASED = "scope 3 category 1"
_LEAST = Decimal("0.95")
"""Tonnes of metal per tonne of product: less does not make it, counting a little for coatings and packaging."""
_LEAST_ALLOYED = Decimal("0.87")
"""The same in a casthouse, where up to an eighth of the product is silicon and other additions."""
_MOST = Decimal("1.6")
"""What yields in use need, where metal and production are both stated."""
_MOST_IMPLIED = Decimal("2.5")
"""The same where category 4 of ISO 14064-1 stands for the metal, which holds capital goods and services too."""
_LEAST_OF_SCOPE_3 = Decimal("0.5")
"""Scope 3 is the upper bound of its category 1; own scrap and tolling may halve the metal that is bought."""


@frozen
class _Mass:
    """Tonnes: what they may be, and what the figures as printed give."""

    known: Interval
    value: Decimal

    def __str__(self) -> str:
        return with_unit(Decimal(significant(self.value, 4)), TONNE)


@frozen
class _Balance:
    """Tonnes of metal per tonne of product of one entity in its base year, with what they follow from."""

    pair: Pair
    purchased: str
    """The total that stands for the purchased metal."""
    emissions: Number
    metal: _Mass
    product: _Mass
    per_tonne: Interval
    numbers: tuple[Number, ...]
    product_is_stated: bool

    def finding(self, **more: str) -> Finding:
        arguments = {
            "entity": self.pair.entity, "year": str(self.pair.year), "purchased": self.purchased, "emissions": told(self.emissions),
            "base": told(self.pair.metal_base), "metal": str(self.metal), "product": str(self.product),
            "per_tonne": significant(self.metal.value / self.product.value), **more,
        }  # fmt: skip
        return Finding(base_path(self.pair.metal_name, self.pair.metal), arguments, places(*self.numbers))


def too_little_metal(report: Report) -> Iterator[Finding]:
    """Less metal than product."""
    for balance in _balances(report):
        is_casthouse = report.plan.entities[balance.pair.entity].activity in ("casthouse", None)
        least = _LEAST_ALLOYED if is_casthouse else _LEAST
        if balance.purchased != "scope 3" and balance.per_tonne.high < least:
            yield balance.finding(least=str(least))


def too_much_metal(report: Report) -> Iterator[Finding]:
    """Far more emissions of purchased goods than the metal's intensity explains."""
    for balance in _balances(report):
        most = _MOST if balance.product_is_stated and balance.purchased == _PURCHASED else _MOST_IMPLIED
        if balance.purchased != "scope 3" and balance.per_tonne.low > most:
            yield balance.finding(most=str(most))


def scope_3_as_bound(report: Report) -> Iterator[Finding]:
    """All of scope 3 is too little for the metal of the product that scopes 1 and 2 imply: the two pathways cover different things."""
    for balance in _balances(report):
        if balance.purchased == "scope 3" and balance.per_tonne.high < _LEAST_OF_SCOPE_3:
            share = min(balance.metal.value / balance.product.value * 100, Decimal(100))
            yield balance.finding(share=significant(share, 2))


def _balances(report: Report) -> Iterator[_Balance]:
    for pair in pairs(report):
        inventory = report.entities[pair.entity].inventory
        found = _balance(pair, inventory) if inventory else None
        if found:
            yield found


def _balance(pair: Pair, inventory: InventoryReport) -> _Balance | None:
    purchased = next((name for name in (_PURCHASED, "category 4", "scope 3") if pair.year in inventory.totals.get(name, {})), None)
    production, emissions = inventory.production.get(pair.year), process_emissions(inventory, pair.year)
    if purchased is None:
        return None
    if purchased == _PURCHASED and any(source.source.category == "1" and source.activity for source in inventory.sources.values()):
        # The purchases themselves are in the inventory: they say how much metal there is.
        return None
    of_metal = inventory.totals[purchased][pair.year]
    metal = _mass(of_metal, pair.metal_base)
    if production:
        product: _Mass | None = _Mass(interval(production, TONNE), production.value_in(TONNE))
    else:
        product = _mass(emissions, pair.process_base) if emissions else None
    ratio = divided(metal.known, product.known) if metal and product else None
    if metal is None or product is None or ratio is None:
        return None
    numbers = (of_metal, production) if production else (of_metal, pair.process_base, *([emissions] if emissions else []))
    return _Balance(pair, purchased, of_metal, metal, product, ratio, numbers, production is not None)


def _mass(emissions: Number, intensity: Number) -> _Mass | None:
    """What has these emissions at this intensity."""
    read = per_tonne(intensity)
    known = divided(interval(emissions, TONNE_CO2E), read) if read else None
    if known is None:
        return None
    by = intensity.value_in(INTENSITY if intensity.unit.is_kind("intensity") else TONNE_CO2E)
    with localcontext(prec=PRECISION):
        return _Mass(known, emissions.value_in(TONNE_CO2E) / by)
