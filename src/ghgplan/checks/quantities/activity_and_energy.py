"""Activity data of the inventory against the energy carriers of the same name: the same amounts, told twice."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ghgplan.checks.precision import agree, interval
from ghgplan.checks.quantities.powers import comparable, power_within, told_power
from ghgplan.checks.quantities.recognising import names_of, of_carrier, of_source
from ghgplan.checks.recomputed import by_activity
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import carriers, inventories
from ghgplan.checks.telling import told
from ghgplan.compute.energy import CarrierReport
from ghgplan.compute.numbers import Number, total
from ghgplan.compute.report import Report
from ghgplan.compute.series import ByYear
from ghgplan.compute.sources import SourceReport
from ghgplan.diagnostics import Path
from ghgplan.values import frozen

_LEAST_DIGITS = 3
"""Of the amounts together: 10 t beside 100 t may be a tenth of the whole."""
_FAR = 4
"""Times: between one year and the others a plant hardly grows so much."""


@frozen
class Pair:
    """A carrier and the sources that use it, in one entity."""

    entity: str
    carrier_name: str
    carrier: CarrierReport
    sources: Mapping[str, SourceReport]

    def activity(self, year: int) -> Number | None:
        """Of all sources together, in the unit of the consumption; None where one has none, or the units do not fit."""
        amounts = [source.activity.get(year) for source in self.sources.values() if source.activity]
        known = [each for each in amounts if each]
        consumption = self.carrier.consumption.get(year)
        if not known or len(known) < len(amounts) or consumption is None:
            return None
        try:
            return total(known, consumption.unit) if len(known) > 1 else known[0]
        except ValueError:
            return None


def powers_between(report: Report) -> Iterator[Finding]:
    """Activity data and consumption with the same digits and another power of ten: MWh for 万kWh, t for 万t."""
    for pair in pairs(report):
        slips = {year: power for year in sorted(pair.carrier.consumption) if (power := _power(report, pair, year)) is not None}
        digits = sum(len(_digits(pair.carrier.consumption[year])) for year in slips)
        if not slips or digits < _LEAST_DIGITS:
            continue
        year, power = next(iter(slips.items()))
        activity, consumption = pair.activity(year), pair.carrier.consumption[year]
        assert activity is not None  # noqa: S101 - it has a power
        name, source = next(iter(pair.sources.items()))
        arguments = {
            "source": name, "carrier": pair.carrier_name, "years": ", ".join(str(each) for each in slips),
            "year": str(year), "activity": told(source.activity[year] if len(pair.sources) == 1 else activity),
            "consumption": told(consumption), "times": told_power(abs(power)),
        }  # fmt: skip
        at_activity: Path = ("inventory", pair.entity, "sources", name, "activity", str(year))
        at_consumption: Path = ("energy", pair.entity, "carriers", pair.carrier_name, "consumption", str(year))
        if _leaps(pair.carrier.consumption, year) and not _leaps(source.activity, year):
            yield Finding(at_consumption, arguments, (place(report.file, *at_activity),))
        else:
            yield Finding(at_activity, arguments, (place(report.file, *at_consumption),))


def pairs(report: Report) -> Iterator[Pair]:
    """The carriers of the plan that the inventory has too."""
    of_entity = dict(inventories(report))
    for entity, name, carrier in carriers(report):
        inventory = of_entity.get(entity)
        candidates: Mapping[str, SourceReport] = inventory.sources if inventory else {}
        thing, names = of_carrier(carrier.carrier), names_of(carrier.carrier.name)
        sources = {key: source for key, source in candidates.items() if _is_alike(source, thing, names)}
        if sources:
            yield Pair(entity, name, carrier, sources)


def _leaps(values: ByYear, year: int) -> bool:
    """Whether the year is the one that its series has wrong: far from all others."""
    unit = values[year].unit
    others = [value.value_in(unit) for other, value in values.items() if other != year and value.value > 0 and comparable(value.unit, unit)]
    return bool(others) and (values[year].value > max(others) * _FAR or values[year].value * _FAR < min(others))


def _is_alike(source: SourceReport, thing: str | None, names: frozenset[str]) -> bool:
    own = source.source
    return own.scope != "scope 3" and ((thing is not None and thing == of_source(own)) or bool(names & names_of(own.carrier)))


def slipped(report: Report) -> frozenset[Path]:
    """The activity data and consumptions that the rule above speaks of."""
    found: set[Path] = set()
    for pair in pairs(report):
        for year in pair.carrier.consumption:
            if _power(report, pair, year) is not None:
                found.add(("energy", pair.entity, "carriers", pair.carrier_name, "consumption", str(year)))
                found |= {("inventory", pair.entity, "sources", name, "activity", str(year)) for name in pair.sources}
    return frozenset(found)


def _power(report: Report, pair: Pair, year: int) -> int | None:
    """How many powers of ten the consumption is above the activity data; None where none explains the difference."""
    activity, consumption = pair.activity(year), pair.carrier.consumption[year]
    if activity is None or not activity.value or not consumption.value:
        return None
    try:
        if agree(consumption, activity):
            return None
        power = power_within(interval(consumption) / interval(activity, consumption.unit))
    except (ValueError, ZeroDivisionError):
        return None
    return None if power is not None and _follows(report, pair, year, power) else power


def _follows(report: Report, pair: Pair, year: int, power: int) -> bool:
    """Whether the source's stated emissions are out by the same power: then that source contradicts itself, and is found for it."""
    for name, source in pair.sources.items():
        if source.source.stated is None or year not in source.emissions:
            continue
        path = ("inventory", pair.entity, "sources", name)
        computed = by_activity(report, source, path)
        follows, stated = computed.emissions.get(year), source.emissions[year]
        if follows and follows.value and stated.value and power_within(interval(stated) / interval(follows)) == power:
            return True
    return False


def _digits(number: Number) -> str:
    return "".join(str(digit) for digit in number.value.as_tuple().digits).strip("0")
