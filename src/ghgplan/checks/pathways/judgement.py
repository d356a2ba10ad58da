"""A pathway's stated values held against the curve of its sector, all of them at once: one explanation for what does not fit.

The official tool's curves are not public. Ours were calibrated from published plans, so a value counts as off the curve only
where no rounding, no convergence value that the tables allow and no slack of a last digit brings both together.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from enum import Enum, auto

from ghgplan.checks.pathways.curve_intervals import CurveRun, common, factor_of, shared_by_most
from ghgplan.checks.pathways.starts import measured_base, stated_twice
from ghgplan.checks.precision import Interval, interval
from ghgplan.compute.numbers import Number
from ghgplan.compute.pathway_curves import curve_of
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.pathways import Pathway
from ghgplan.reference.curves import curves
from ghgplan.values import frozen

TOOL_METHODS = ("asi-tool", "asi-curve")
"""The methods whose values lie on the curve of a sector."""

_LEAST_VALUES = 3
"""So many values that agree with each other outweigh a base value."""
_SLACK = Decimal("0.01")
"""Of a value: how far published tables lie beside our curves."""


class Cause(Enum):
    """What explains that values and curve do not agree."""

    NONE = auto()
    """They do agree."""
    BASE = auto()
    """The values agree with each other, the base value does not lead to them."""
    YEARS = auto()
    """Values stand at the wrong year."""
    SECTOR = auto()
    """The values lie on another sector's curve."""
    VALUES = auto()
    """Nothing better than that values are wrong."""


@frozen
class Judgement:
    """What is wrong with the values of a pathway, if anything."""

    cause: Cause
    run: CurveRun
    base: Interval | None
    """What was held to be the base value."""
    off: tuple[int, ...] = ()
    """The years whose values do not fit, the worst first."""
    meant: Mapping[int, int] = field(default_factory=Frozen[int, int])
    """Of values at the wrong year: the year of the curve that they fit."""
    implied: Interval | None = None
    """The base value that the values come from."""
    sector: CurveRun | None = None
    """The curve that the values do lie on."""


def judge(report: Report, pathway: PathwayReport) -> Judgement | None:
    """The judgement on a pathway of ``report``; None where no curve can tell, or the base year is stated in two ways."""
    given = _given(pathway)
    base = interval(pathway.base) if pathway.base else None
    if pathway.pathway.method not in TOOL_METHODS or not given or stated_twice(pathway):
        return None
    factor = factor_of(pathway.pathway.unit, max(number.value for number in given.values()))
    if factor is None:
        return None
    judged = [_Table(each, given, base).judgement() for each in _runs(report, pathway.pathway, factor)]
    judgements = [each for each in judged if each]
    if not judgements:
        return None
    # An entity without an activity may be of any sector: it is sound where it is sound for one of them.
    best = next((each for each in judgements if each.cause is Cause.NONE), judgements[0])
    measured = None if best.cause is Cause.NONE else measured_base(report, pathway)
    if measured and base and not measured.meets(base):
        # That the base value is not the measured one is another rule's finding; it may explain this one.
        again = _Table(best.run, given, measured).judgement()
        best = again if again and again.cause is Cause.NONE else best
    return best


def _given(pathway: PathwayReport) -> dict[int, Number]:
    return {year: number for year, number in pathway.values.items() if number.is_stated and year > pathway.pathway.base_year}


def _runs(report: Report, pathway: Pathway, factor: Decimal) -> list[CurveRun]:
    """The pathway's own curve; all of its boundary where its entity says no activity."""
    own = curve_of(report.plan, pathway)
    entity = report.plan.entities.get(pathway.entity)
    if own:
        found = [own] if own.boundary == pathway.boundary else []
    else:
        found = [each for each in curves().values() if each.boundary == pathway.boundary] if entity and not entity.activity else []
    return [CurveRun(each, pathway.base_year, factor) for each in found]


@frozen
class _Table:
    """The values of one pathway beside one curve."""

    run: CurveRun
    given: Mapping[int, Number]
    base: Interval | None

    def judgement(self) -> Judgement | None:
        if not self.run.reaches(self.run.base_year) or not self._years:
            return None
        if self.base is None:
            return self._without_base()
        # Below what the curve converges to there is nothing to fall to; a base value that is too small is another matter.
        if max(self.base.high, *(interval(self.given[year]).high for year in self._years)) <= self.run.lowest_limit:
            return None
        off = self._off(self.run, self.base)
        if not off:
            return self._found(Cause.NONE)
        return self._of_another_sector(off) or self._of_other_years(off) or self._of_another_base(off) or self._found(Cause.VALUES, off)

    @property
    def _years(self) -> list[int]:
        return [year for year in self.given if self.run.reaches(year)]

    def _found(self, cause: Cause, off: tuple[int, ...] = ()) -> Judgement:
        return Judgement(cause, self.run, self.base, off)

    def _without_base(self) -> Judgement | None:
        if len(self._years) < _LEAST_VALUES:
            return None
        count, implied = self._origin()
        if count == len(self._years):
            return self._found(Cause.NONE)
        if count < _LEAST_VALUES:
            return None
        return _Table(self.run, self.given, implied).judgement()

    def _of_another_sector(self, off: tuple[int, ...]) -> Judgement | None:
        others = (each for each in curves().values() if each.boundary == self.run.curve.boundary and each != self.run.curve)
        for other in others:
            run = CurveRun(other, self.run.base_year, self.run.factor)
            fits = all(run.reaches(year) and self._fits(run, year, year) for year in self._years)
            beside = [year for year in self._years if not self._fits(self.run, year, year)]
            if len(beside) > 1 and fits and len(self._years) >= _LEAST_VALUES:
                return Judgement(Cause.SECTOR, self.run, self.base, off, sector=run)
        return None

    def _of_other_years(self, off: tuple[int, ...]) -> Judgement | None:
        for by in (-1, 1):
            shifted = {year: year + by for year in self._years}
            if len(off) > 1 and len(shifted) >= _LEAST_VALUES and all(self._fits(self.run, year, at) for year, at in shifted.items()):
                return Judgement(Cause.YEARS, self.run, self.base, off, Frozen(shifted))
        meant = {year: at for year in off if (at := self._missing_neighbour(year))}
        if meant and len(meant) == len(off) and len(off) * 2 <= len(self._years):
            return Judgement(Cause.YEARS, self.run, self.base, off, Frozen(meant))
        return None

    def _missing_neighbour(self, year: int) -> int | None:
        """A year next to ``year``, or further on through years that have no value, of which the value is."""
        for step in (-1, 1):
            at = year + step
            while at not in self.given and self.run.base_year < at and self.run.reaches(at):
                if self._fits(self.run, year, at):
                    return at
                at += step
        return None

    def _of_another_base(self, off: tuple[int, ...]) -> Judgement | None:
        count, implied = self._origin()
        if len(off) * 2 <= len(self._years) or count < max(_LEAST_VALUES, len(self._years) * 3 // 4):
            return None
        exact = common([self.run.origin(interval(self.given[year]), year) for year in self._years])
        return Judgement(Cause.BASE, self.run, self.base, off, implied=exact or implied)

    def _origin(self) -> tuple[int, Interval]:
        """How many values come from one base value, and which."""
        return shared_by_most([self.run.comes_from(self._slackened(year), year) for year in self._years])

    def _off(self, run: CurveRun, base: Interval) -> tuple[int, ...]:
        def distance(year: int) -> Decimal:
            value, led = self._slackened(year), run.leads_to(base, year)
            return max(value.low - led.high, led.low - value.high)

        return tuple(sorted((year for year in self._years if distance(year) > 0), key=distance, reverse=True))

    def _fits(self, run: CurveRun, year: int, at: int) -> bool:
        """Whether the value of ``year``, without any slack, is the curve's of the year ``at``."""
        is_on_curve = self.base is not None and run.reaches(at) and at >= run.base_year
        return is_on_curve and self.base is not None and interval(self.given[year]).meets(run.leads_to(self.base, at))

    def _slackened(self, year: int) -> Interval:
        number = self.given[year]
        return interval(number).widened(max(Decimal(1).scaleb(-number.decimals), abs(number.value) * _SLACK))
