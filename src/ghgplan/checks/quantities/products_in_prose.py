"""Products that prose works out: an amount, a factor and what they give, all in one passage."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.precision import around
from ghgplan.checks.rule import Finding
from ghgplan.checks.wording.prose import prose
from ghgplan.compute.numbers import written_decimals
from ghgplan.compute.report import Report
from ghgplan.values import frozen

_FIGURE = re.compile(r"(?<![\d.A-Za-z])(\d[\d,]*(?:\.\d+)?)\s*((?:[A-Za-z]+[₂23³]?[A-Za-z]*)(?:/[A-Za-z]+[₂23³]?[A-Za-z]*)?)(?![\d/])")
_OF_TIME = re.compile(r"/(?:a|d|h|y|yr|year|day)$")
_POWERS = range(1, 7)


@frozen
class _Typed:
    """A figure with its unit as typed; a rate is what a year or a day has of it."""

    fragment: str
    value: Decimal
    unit: str


def products_by_powers(report: Report) -> Iterator[Finding]:
    """A result that has the digits of amount times factor, and another power of ten. One finding a text and its translation."""
    said: set[tuple[str, ...]] = set()
    for each in prose(report):
        for passage in each.words.split("\n"):
            # A factor is something per something.
            found = _slip([*_figures(passage)]) if "/" in passage else None
            if found and found not in said:
                said.add(found)
                amount, factor, result, product, power = found
                arguments = {"amount": amount, "factor": factor, "stated": result, "product": product, "power": power}
                yield Finding(each.path, arguments, fragment=result)


def _figures(passage: str) -> Iterator[_Typed]:
    for match in _FIGURE.finditer(passage):
        yield _Typed(match[0], Decimal(match[1].replace(",", "")), _OF_TIME.sub("", match[2]))


def _slip(figures: list[_Typed]) -> tuple[str, str, str, str, str] | None:
    """Amount, factor, what is said and what it should be; None unless exactly one factor stands there and nothing fits."""
    factors = [figure for figure in figures if "/" in figure.unit]
    if len(factors) != 1:
        return None
    factor = factors[0]
    of_result, of_amount = factor.unit.split("/")
    after = figures[figures.index(factor) + 1 :]
    results = [figure for figure in after if figure.unit == of_result and figure.value]
    amounts = [figure for figure in figures if figure.unit == of_amount and figure.value]
    near: tuple[str, str, str, str, str] | None = None
    for amount in amounts:
        for result in results:
            product = amount.value * factor.value
            printed = around(result.value, written_decimals(result.value))
            if printed.low <= product <= printed.high:
                return None
            power = _power(product, result.value)
            if power is not None:
                written = f"{product.normalize():f} {of_result}"
                near = near or (amount.fragment, factor.fragment, result.fragment, written, f"{10**power}")
    return near


def _power(product: Decimal, result: Decimal) -> int | None:
    known = around(result, written_decimals(result))
    for power in _POWERS:
        for shift in (power, -power):
            if known.low.scaleb(shift) <= product <= known.high.scaleb(shift):
                return power
    return None
