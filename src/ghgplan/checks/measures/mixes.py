"""Recycled metal against the pathway of purchased metal: what the rest would have to be."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from ghgplan.checks.measures.parts_of_measures import counts_for
from ghgplan.checks.precision import Interval, exactly, interval
from ghgplan.checks.reconciliation.inventory_figures import divided, per_tonne
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import measures, pathways
from ghgplan.checks.telling import places, significant, told, with_unit
from ghgplan.compute.numbers import INTENSITY, PERCENT, Number, stated
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.plan.model.measures import Substitution

_RECYCLED = Interval(Decimal("0.3"), Decimal("0.8"))
"""tCO2e per tonne of recycled aluminium, by market research and as the library notes it."""
_LOWEST_PRIMARY = Decimal(3)
"""tCO2e/t: what buyers of the cleanest primary metal ask for by 2030; a melt of hydropower has about 4."""
_NEAR = Decimal("0.8")
_WORDS = ("再生", "废铝", "循环", "recycled", "scrap", "secondary")


def mixes_against_pathways(report: Report) -> Iterator[Finding]:
    """A share of recycled metal whose rest would have to be far cleaner than any the plan buys, for the pathway to be met.

    One finding a substitution, at its first year that does not do.
    """
    for name, each in measures(report):
        for position, substitution in enumerate(each.measure.substitutes):
            if not _is_metal(substitution) or substitution.from_ or substitution.to_intensity:
                continue
            finding = next(
                (
                    found
                    for key, pathway in pathways(report)
                    if pathway.pathway.boundary == "scope 3 category 1" and counts_for(report, each, pathway.pathway.entity)
                    for found in _rests(report, ("measures", name, "substitutes", str(position)), substitution, key, pathway)
                ),
                None,
            )
            if finding:
                yield finding


def _rests(report: Report, path: tuple[str, ...], substitution: Substitution, key: str, pathway: PathwayReport) -> Iterator[Finding]:
    for year, quantity in sorted(substitution.share.items()):
        value = pathway.values.get(year)
        target = per_tonne(value) if value else None
        at = (*path, "share", str(year))
        share = interval(stated(quantity, at, report.file.source.span(at)), PERCENT).times(Decimal("0.01"))
        if value is None or target is None or share.high >= 1:
            continue
        rest = divided(target - share * _RECYCLED, exactly(Decimal(1)) - share)
        bought = _bought(report, key, year)
        lowest = per_tonne(bought) if bought else None
        limit = max(_LOWEST_PRIMARY, lowest.low * _NEAR) if lowest else _LOWEST_PRIMARY
        if rest and rest.high < limit:
            arguments = {
                "of": substitution.of.zh or substitution.of.en or "", "year": str(year), "share": f"{quantity.value} %", "pathway": key,
                "target": told(value), "rest": with_unit(Decimal(significant(rest.middle)), INTENSITY),
                "bought": told(bought) if bought else with_unit(_LOWEST_PRIMARY, INTENSITY),
            }  # fmt: skip
            yield Finding(at, arguments, places(value, *([bought] if bought else [])))


def _bought(report: Report, key: str, year: int) -> Number | None:
    """The lowest intensity of metal that the plan states for another entity in the year."""
    own = report.plan.pathways[key].entity
    found = [
        pathway.values[year]
        for _, pathway in pathways(report)
        if pathway.pathway.boundary == "scope 3 category 1" and pathway.pathway.entity != own and year in pathway.values
    ]
    return min((each for each in found if each.unit.is_kind("intensity")), key=lambda each: each.value_in(INTENSITY), default=None)


def _is_metal(substitution: Substitution) -> bool:
    words = f"{substitution.of.zh or ''} {substitution.of.en or ''}".casefold()
    return any(word in words for word in _WORDS)
