"""Products and quotients against their factors."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ghgplan.checks.doubted import Doubted
from ghgplan.checks.precision import Interval, agree, interval
from ghgplan.checks.recomputed import by_activity
from ghgplan.checks.rule import Finding
from ghgplan.checks.subjects import carriers, inventories
from ghgplan.checks.telling import beside, places, told
from ghgplan.compute.inventory import SCOPES, InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, TONNE_COAL_EQUIVALENT, Number, product, ratio, total
from ghgplan.compute.report import Report
from ghgplan.values import frozen

_LEAST_YEARS = 2


@frozen
class _Off:
    """A stated figure that is not its product."""

    stated: Number
    computed: Number
    finding: Finding

    @property
    def ratio(self) -> Interval | None:
        try:
            return interval(self.stated) / interval(self.computed, self.stated.unit)
        except ZeroDivisionError:
            return None


def intensities(report: Report) -> Iterator[Finding]:
    """A stated intensity that is not the emissions of scope 1 and 2 over the production."""
    doubted = Doubted(report)
    for name, inventory in inventories(report):
        for year, stated in inventory.totals.get("intensity", {}).items():
            emissions, production = inventory.totals.get("scope 1+2", {}).get(year), inventory.production.get(year)
            if not stated.is_stated or emissions is None or production is None:
                continue
            computed = _quotient(emissions, production, stated)
            if computed is None or agree(stated, computed) or doubted.rests_on_doubt(computed):
                continue
            if not _follows_from_scopes(inventory, year, production, stated):
                arguments = {
                    "entity": name, "year": str(year), "stated": told(stated), "computed": beside(computed, stated),
                    "emissions": told(emissions), "production": told(production),
                }  # fmt: skip
                yield Finding(("inventory", name, "stated", "intensity", str(year)), arguments, places(emissions, production))


def emissions_of_sources(report: Report) -> Iterator[Finding]:
    """A source's stated emissions that are not its activity data times its factor."""
    doubted = Doubted(report)
    for entity, inventory in inventories(report):
        for name, source in inventory.sources.items():
            path = ("inventory", entity, "sources", name)
            if not source.source.stated:
                continue
            computed = by_activity(report, source, path)
            found: list[_Off] = []
            for year, stated in source.emissions.items():
                follows = computed.emissions.get(year)
                if not stated.is_stated or follows is None or agree(stated, follows) or doubted.explains(stated, follows):
                    continue
                factor = computed.factors.get(year)
                arguments = {
                    "source": name, "year": str(year), "stated": told(stated), "computed": beside(follows, stated),
                    "activity": told(source.activity[year]), "factor": told(factor) if factor else "—",
                }  # fmt: skip
                found.append(_Off(stated, follows, Finding((*path, "stated", str(year)), arguments, places(follows))))
            yield from _by_cause(found)


def coal_equivalents(report: Report) -> Iterator[Finding]:
    """A stated amount of coal equivalent that is not the consumption times the coefficient."""
    for entity, name, carrier in carriers(report):
        found: list[_Off] = []
        for year, stated in carrier.coal_equivalent.items():
            consumption = carrier.consumption.get(year)
            if not stated.is_stated or carrier.coefficient is None or consumption is None:
                continue
            try:
                computed = product(consumption, carrier.coefficient, TONNE_COAL_EQUIVALENT, stated.decimals + 1)
            except ValueError:
                continue
            if not agree(stated, computed):
                arguments = {
                    "carrier": name, "year": str(year), "stated": told(stated), "computed": beside(computed, stated),
                    "consumption": told(consumption), "coefficient": told(carrier.coefficient),
                }  # fmt: skip
                path = ("energy", entity, "carriers", name, "stated coal equivalent", str(year))
                found.append(_Off(stated, computed, Finding(path, arguments, places(consumption, carrier.coefficient))))
        yield from _by_cause(found)


def _by_cause(found: list[_Off]) -> Iterator[Finding]:
    """One finding where all years are wrong by the same factor, which then is what is wrong; else one a year."""
    ratios = [each.ratio for each in found]
    known = [each for each in ratios if each]
    if len(found) < _LEAST_YEARS or len(known) < len(found) or max(each.low for each in known) > min(each.high for each in known):
        yield from (each.finding for each in found)
        return
    first, *others = (each.finding for each in found)
    places_of_others = [place for each in others for place in each.related]
    yield replace(first, related=tuple(dict.fromkeys([*first.related, *places_of_others])))


def _follows_from_scopes(inventory: InventoryReport, year: int, production: Number, stated: Number) -> bool:
    """Whether the intensity is that of scopes 1 and 2 as they are given: then it is their stated sum that is wrong."""
    scopes = [inventory.totals[scope][year] for scope in SCOPES[:2] if year in inventory.totals.get(scope, {})]
    from_scopes = _quotient(total(scopes, TONNE_CO2E), production, stated) if len(scopes) == 2 else None
    return from_scopes is not None and agree(stated, from_scopes)


def _quotient(first: Number, second: Number, like: Number) -> Number | None:
    try:
        return ratio(first, second, like.unit, like.decimals + 1)
    except ValueError:
        return None
