"""Uses of energy that were worked out from shares, and stand there as if they had been metered."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import carriers
from ghgplan.checks.telling import told
from ghgplan.compute.energy import CarrierReport
from ghgplan.compute.numbers import Number
from ghgplan.compute.report import Report

_LEAST = 6
"""How many amounts must be known: a few could be round by chance."""
_PART = Decimal("0.8")
_MORE_DIGITS = 3
"""How many digits more than its share an amount has that tells nothing more than the share does."""


def allocated_uses(report: Report) -> Iterator[Finding]:
    """Amounts with many digits that are, to the last of them, a short share times the whole. One finding a carrier."""
    for entity, name, carrier in carriers(report):
        pairs = [*_pairs(carrier)]
        exact = [(use, year, amount, share) for use, year, amount, share, whole in pairs if _is_product(amount, share, whole)]
        if len(pairs) >= _LEAST and len(exact) >= len(pairs) * _PART:
            path = ("energy", entity, "carriers", name, "uses")
            use, year, amount, share = exact[0]
            arguments = {
                "carrier": name, "count": str(len(exact)), "all": str(len(pairs)), "use": use, "year": str(year), "amount": told(amount),
                "share": told(share),
            }  # fmt: skip
            related = (place(report.file, *path, use, "stated shares", str(year)), place(report.file, *path[:-1], "consumption", str(year)))
            yield Finding((*path, use, "amount", str(year)), arguments, related)


def _pairs(carrier: CarrierReport) -> Iterator[tuple[str, int, Number, Number, Number]]:
    """Amount, share and whole, each as stated, where the amount has digits that its share cannot tell."""
    for name, use in carrier.uses.items():
        for year, amount in use.amounts.items():
            share, whole = use.shares.get(year), carrier.consumption.get(year)
            if share is None or whole is None or not (share.is_stated and whole.is_stated and amount.is_stated):
                continue
            if amount.unit.symbol == whole.unit.symbol and _digits(amount) >= _digits(share) + _MORE_DIGITS:
                yield name, year, amount, share, whole


def _is_product(amount: Number, share: Number, whole: Number) -> bool:
    return amount.value == share.value * whole.value / 100


def _digits(number: Number) -> int:
    return len(number.value.as_tuple().digits)
