"""What measures leave out. What many of them lack is one finding of the plan, with how many and the first of them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.measures.parts_of_measures import Of, first_names, is_dated, is_quantified, savings, things
from ghgplan.checks.quantities.recognising import WATER
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import inventories, measures
from ghgplan.compute.report import Report
from ghgplan.plan.model.measures import Measure

_ENERGY = re.compile("Wh|tce|kgce|GJ|MJ|度")
_FUEL = re.compile("油耗|燃油|燃料|燃气|fuel", re.IGNORECASE)
_GREEN = re.compile("绿电|绿证|绿色电力|green power|green electricity|green certificate|renewable energy certificate", re.IGNORECASE)


def nothing_quantified(report: Report) -> Iterator[Finding]:
    """Most measures without any quantity, or all of them."""
    missing = [name for name, each in measures(report) if not is_quantified(each.measure)]
    count = len(report.plan.measures)
    if missing and len(missing) * 2 > count:
        yield _collected(missing, count)


def without_owner(report: Report) -> Iterator[Finding]:
    """Measures that nobody answers for."""
    missing = [name for name, each in measures(report) if each.measure.owner is None]
    if missing:
        yield _collected(missing, len(report.plan.measures))


def without_date(report: Report) -> Iterator[Finding]:
    """Measures without a year; those that have figures, which begin to count at once, are told of by themselves."""
    missing = [name for name, each in measures(report) if not is_dated(each.measure) and not is_quantified(each.measure)]
    if missing:
        yield _collected(missing, len(report.plan.measures))


def figures_without_date(report: Report) -> Iterator[Finding]:
    """Measures whose effect counts in every year, the past ones too, as they say no year."""
    missing = [name for name, each in measures(report) if is_quantified(each.measure) and not is_dated(each.measure)]
    if missing:
        yield _collected(missing, len([each for _, each in measures(report) if is_quantified(each.measure)]))


def nothing_computed(report: Report) -> Iterator[Finding]:
    """Savings of energy that come to no emissions, as neither fuel nor electricity nor factor is named."""
    missing = [
        of for of in savings(report)
        if not (of.saving.fuel or of.saving.electricity or of.saving.factor or of.saving.stated_reduction or of.measure.reduction)
        and _emits(of)
    ]  # fmt: skip
    if missing:
        names = list(dict.fromkeys(of.name for of in missing))
        arguments = {"count": str(len(missing)), "measures": first_names(names)}
        yield Finding((*missing[0].path, "of"), arguments)


def power_without_self_use(report: Report) -> Iterator[Finding]:
    """Renewable power plants that come to no emissions, as nothing says how much of the power is used on site."""
    missing = [
        (name, position)
        for name, each in measures(report)
        for position, plant in enumerate(each.measure.capacity)
        if plant.self_use is None and plant.stated_reduction is None and each.measure.reduction is None
    ]
    if missing:
        names = list(dict.fromkeys(name for name, _ in missing))
        arguments = {"count": str(len(missing)), "measures": first_names(names)}
        yield Finding(("measures", missing[0][0], "capacity", str(missing[0][1]), "capacity"), arguments)


def substitutions_without_base(report: Report) -> Iterator[Finding]:
    """Shares that are to grow from nobody knows what, or whose effect cannot be computed."""
    for name, each in measures(report):
        for position, substitution in enumerate(each.measure.substitutes):
            missing = [
                key
                for key, value in (
                    ("base share", substitution.base_share), ("from", substitution.from_), ("to intensity", substitution.to_intensity),
                )
                if value is None
            ]  # fmt: skip
            # A share that begins at nothing needs no base share; two of three missing say that it was not thought of.
            if len(missing) > 1 and each.measure.reduction is None:
                arguments = {"measure": name, "of": substitution.of.zh or substitution.of.en or "", "missing": ", ".join(missing)}
                yield Finding(("measures", name, "substitutes", str(position)), arguments)


def green_power_without_market_figure(report: Report) -> Iterator[Finding]:
    """Green power or certificates, which lower the market-based scope 2 only, in a plan without that figure. One finding a plan."""
    known = any(inventory.totals.get("scope 2 market-based") for _, inventory in inventories(report))
    buyers = [name for name, each in measures(report) if _buys_green(each.measure)]
    if buyers and report.plan.inventory and not known:
        yield Finding(("measures", buyers[0]), {"measures": first_names(buyers)}, at_key=True)


def _collected(missing: list[str], count: int) -> Finding:
    arguments = {"missing": str(len(missing)), "count": str(count), "measures": first_names(missing)}
    return Finding(("measures", missing[0]), arguments, at_key=True)


def _emits(of: Of) -> bool:
    """Whether what is saved is an energy: water, paper and time are none."""
    found = things(of)
    words = f"{of.saving.of.zh or ''} {of.saving.of.en or ''}"
    unit = of.saving.amount.unit.symbol if of.saving.amount else ""
    return (bool(found) and WATER not in found) or bool(_ENERGY.search(unit) or _FUEL.search(words))


def _buys_green(measure: Measure) -> bool:
    texts = [words for text in (measure.name, measure.content) if text for words in (text.zh, text.en) if words]
    return measure.green_power is not None or any(_GREEN.search(words) for words in texts)
