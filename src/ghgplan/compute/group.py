"""Group roll-up: members' emissions added up, their intensities weighted by production.

Nothing partial passes for a sum: a total exists for the years that every member has over the same months. What is
refused, and why, is said where a table asks for it. Members are weighted by their production of one and the same year
wherever there is such a year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal, localcontext

from ghgplan.compute.inventory import CATEGORIES, SCOPES, ByYear, InventoryReport
from ghgplan.compute.numbers import PERCENT, PRECISION, TONNE_CO2E, Computed, Number, difference, ratio, total
from ghgplan.compute.pathways import PathwayReport
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.inventory import Period
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.sections import items
from ghgplan.plan.units import parse_unit
from ghgplan.values import frozen

TONNE = parse_unit("t")
TOTALS = (*SCOPES, "scope 1+2", *CATEGORIES, "total")


@frozen
class Refused:
    """A year's total that there is not, and why: members without it, or with other months (their names, the total and the year)."""

    total: str
    year: int
    missing: tuple[str, ...]
    other_months: tuple[str, ...]


@frozen
class GroupMember:
    """One pathway of a member, with what it weighs."""

    member: str
    pathway: str
    """Its name in the group's report."""
    report: PathwayReport
    production: ByYear
    period: Period | None
    """The months of its base year, where they are not the calendar year's."""

    @classmethod
    def of(cls, member: str, name: str, pathway: PathwayReport, inventory: InventoryReport | None) -> GroupMember:
        """The pathway ``name`` of ``member``, and its entity's production."""
        period = inventory.periods.get(pathway.pathway.base_year) if inventory else None
        return cls(member, f"{member}.{name}", pathway, inventory.production if inventory else Frozen(), period)

    def intensity(self, year: int) -> Number | None:
        """The pathway's value of ``year``, in its base year the base value."""
        if year in self.report.values:
            return self.report.values[year]
        return self.report.base if year == self.report.pathway.base_year else None


@frozen
class GroupBoundary:
    """The pathways of one boundary: who is weighted, who cannot be, and the group's intensities."""

    members: tuple[GroupMember, ...]
    without_production: tuple[GroupMember, ...]
    year: int | None
    """The last year that all weighted members aim at or have a value for."""
    intensities: ByYear
    weights: Mapping[str, Number]
    """Share of the production of ``year``, by pathway, in per cent."""
    outputs: Mapping[str, tuple[int, Number]]
    """The production that each pathway is weighted with for ``year``, and of which year it is."""
    output: Number | None
    """All of it, in tonnes."""
    base_weights_of: int | None
    """The year of the production that the base value is weighted with; None where there is no such value, or years differ."""
    target: Number | None
    """What the group's own pathway asks for in ``year``."""
    deviation: Number | None
    """The members' intensity minus the group's own target."""

    @property
    def production_year(self) -> int | None:
        """The year of the production that weighs; None where there is not the same for all."""
        years = {year for year, _ in self.outputs.values()}
        return years.pop() if len(years) == 1 else None

    @property
    def base_year(self) -> int | None:
        """The members' base year, where it is the same for all."""
        years = {member.report.pathway.base_year for member in self.members}
        return years.pop() if len(years) == 1 else None


@frozen
class GroupReport:
    """What the members are together."""

    totals: Mapping[str, ByYear]
    """Scopes, categories, ``total`` (tCO2e) and ``production`` (t), by year."""
    refused: tuple[Refused, ...]
    boundaries: Mapping[str, GroupBoundary]

    def numbers(self) -> Iterator[tuple[str, Number]]:
        for name, by_year in self.totals.items():
            for year, number in by_year.items():
                yield f"{name}.{year}", number
        for name, boundary in self.boundaries.items():
            for year, number in boundary.intensities.items():
                yield f"intensity.{name}.{year}", number
            if boundary.target and boundary.deviation and boundary.year:
                yield f"target.{name}.{boundary.year}", boundary.target
                yield f"deviation.{name}.{boundary.year}", boundary.deviation


def compute_group(
    inventories: Mapping[str, Sequence[InventoryReport]], pathways: Sequence[GroupMember], own: Sequence[PathwayReport]
) -> GroupReport:
    """``inventories`` by member, those of all its entities; ``pathways`` of all members; ``own`` are the group's own pathways."""
    totals: dict[str, ByYear] = {}
    refused: list[Refused] = []
    for name in (*TOTALS, "production"):
        by_member = {member: _of_member(reports, name) for member, reports in inventories.items()}
        found = _summed(name, by_member, inventories, refused)
        if found:
            totals[name] = Frozen(found)
    boundaries = {
        name: _boundary(name, [each for each in pathways if each.report.pathway.boundary == name], own)
        for name in dict.fromkeys(each.report.pathway.boundary for each in pathways)
    }
    return GroupReport(Frozen(totals), tuple(refused), Frozen(boundaries))


def _of_member(reports: Sequence[InventoryReport], name: str) -> dict[int, Number]:
    """A member's total by year, for the years that all its entities have."""
    series = [report.production if name == "production" else report.totals.get(name, Frozen()) for report in reports]
    years = _in_all([set(by_year) for by_year in series])
    unit = TONNE if name == "production" else TONNE_CO2E
    return {year: series[0][year] if len(series) == 1 else total([s[year] for s in series], unit) for year in sorted(years)}


def _summed(
    name: str, by_member: Mapping[str, Mapping[int, Number]], inventories: Mapping[str, Sequence[InventoryReport]], refused: list[Refused]
) -> dict[int, Number]:
    found: dict[int, Number] = {}
    for year in sorted({year for by_year in by_member.values() for year in by_year}):
        missing = tuple(member for member, by_year in by_member.items() if year not in by_year)
        months = {member: _months(reports, year) for member, reports in inventories.items()}
        first = next(iter(months.values()))
        other = tuple(member for member, covered in months.items() if covered != first or len(covered) > 1)
        if missing or other:
            refused.append(Refused(name, year, missing, other))
        else:
            unit = TONNE if name == "production" else TONNE_CO2E
            found[year] = total([by_year[year] for by_year in by_member.values()], unit)
    return found


def _months(reports: Sequence[InventoryReport], year: int) -> frozenset[tuple[str, str] | None]:
    """The months that ``year`` covers in each of the inventories; None is the calendar year."""
    periods = [report.periods.get(year) for report in reports]
    return frozenset((str(period.from_), str(period.to)) if period else None for period in periods)


def _boundary(name: str, members: Sequence[GroupMember], own: Sequence[PathwayReport]) -> GroupBoundary:
    weighted = tuple(each for each in members if each.production)
    without = tuple(each for each in members if not each.production)
    years = sorted(_in_all([{*each.report.values, *_base_year(each)} for each in weighted]))
    intensities = {year: number for year in years if (number := _weighted(weighted, year))}
    year = _target_year(weighted, intensities)
    base_years = {each.report.pathway.base_year for each in weighted}
    base_weights_of = _same_year(weighted, base_years.pop()) if len(base_years) == 1 and base_years <= intensities.keys() else None
    if year is None:
        return GroupBoundary(weighted, without, None, Frozen(intensities), Frozen(), Frozen(), None, base_weights_of, None, None)
    outputs = _outputs(weighted, year)
    together = total((number for _, number in outputs.values()), TONNE)
    weights = {key: weight for key, (_, number) in outputs.items() if (weight := ratio(number, together, PERCENT, 1, "share"))}
    target = next((p.values[year] for p in own if p.pathway.boundary == name and year in p.values), None)
    deviation = difference(intensities[year], target, "deviation") if target and _comparable(intensities[year], target) else None
    return GroupBoundary(
        weighted, without, year, Frozen(intensities), Frozen(weights), Frozen(outputs), together, base_weights_of, target, deviation
    )


def _outputs(members: Sequence[GroupMember], year: int) -> dict[str, tuple[int, Number]]:
    """What each member produces in ``year``, by pathway, with the year that it is of: one year for all where there is one.

    That is ``year`` itself, else the latest that all have. Where no year is common to all, each has its own latest.
    """
    of_all = _same_year(members, year)
    years = {each.pathway: of_all or (year if year in each.production else max(each.production)) for each in members}
    return {each.pathway: (years[each.pathway], each.production[years[each.pathway]]) for each in members}


def _same_year(members: Sequence[GroupMember], year: int) -> int | None:
    common = _in_all([set(each.production) for each in members])
    return year if year in common else max(common, default=None)


def _in_all(years: Sequence[set[int]]) -> set[int]:
    return {year for year in (years[0] if years else ()) if all(year in each for each in years)}


def _comparable(first: Number, second: Number) -> bool:
    return first.unit.is_kind("intensity") and second.unit.is_kind("intensity")


def _base_year(member: GroupMember) -> set[int]:
    return {member.report.pathway.base_year} if member.report.base else set()


def _target_year(members: Sequence[GroupMember], intensities: ByYear) -> int | None:
    """The year most members aim at, among those that all have; else the last of these."""
    aims = [each.report.pathway.aim for each in members if each.report.pathway.aim in intensities]
    later = [year for year in intensities if all(year > each.report.pathway.base_year for each in members)]
    return max(aims, key=lambda year: (aims.count(year), year or 0)) if aims else max(later, default=None)


def _weighted(members: Sequence[GroupMember], year: int) -> Number | None:
    """Sum of intensity times production over the sum of production."""
    inputs: list[Number] = []
    above = below = Decimal(0)
    unit = members[0].report.pathway.unit
    outputs = _outputs(members, year)
    for each in members:
        intensity, (_, output) = each.intensity(year), outputs[each.pathway]
        if intensity is None:
            return None
        try:
            value = intensity.value_in(unit)
        except ValueError:
            return None
        with localcontext(prec=PRECISION):
            above += value * output.value_in(TONNE)
            below += output.value_in(TONNE)
        inputs += [intensity, output]
    if not below:
        return None
    decimals = max(number.decimals for number in inputs[::2])
    with localcontext(prec=PRECISION):
        return Number(above / below, unit, Computed("weighted intensity", tuple(inputs)), decimals)


def refusals(file: PlanFile, group: GroupReport) -> Iterator[Diagnostic]:
    """What a table ``group`` of the plan cannot show, and why: of the years that it asks for, one finding for each reason."""
    for at, item in items(file.plan.outline):
        if item.table != "group":
            continue
        path, years = (*at, "table"), item.years
        span = file.source.span(path)
        reasons: dict[tuple[str, tuple[str, ...]], list[Refused]] = {}
        for refused in group.refused:
            if not years or refused.year in years:
                reason = ("GP-C50", refused.missing) if refused.missing else ("GP-C51", refused.other_months)
                reasons.setdefault(reason, []).append(refused)
        for (code, members), of_reason in reasons.items():
            arguments = {
                "total": ", ".join(dict.fromkeys(each.total for each in of_reason)),
                "year": ", ".join(str(year) for year in sorted({each.year for each in of_reason})), "members": ", ".join(members),
            }  # fmt: skip
            yield Diagnostic(code, span, path, arguments, Severity.WARNING)
        for name, boundary in group.boundaries.items():
            if boundary.without_production:
                members = ", ".join(each.pathway for each in boundary.without_production)
                yield Diagnostic("GP-C52", span, path, {"boundary": name, "members": members}, Severity.WARNING)
