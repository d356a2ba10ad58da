"""When a measure has its effect: from which year, how much of it, and for how long."""

from __future__ import annotations

from decimal import Decimal

from ghgplan.compute.inventory import ByYear
from ghgplan.compute.numbers import Number, product, stated
from ghgplan.compute.savings import no_share
from ghgplan.diagnostics import Diagnostic, Outcome, Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.units import parse_unit
from ghgplan.values import frozen


@frozen
class Schedule:
    """A measure's first year (None where it is not said), its ramp (%), and how many years it lasts (None: for good)."""

    start: int | None
    ramp: ByYear
    lifetime: Decimal | None
    after: int | None = None
    """Of a measure without a first year: the last year that cannot have its effect yet, being what it is measured against or past."""

    def is_ahead_of(self, year: int) -> bool:
        """True where the measure was still to come in ``year``, though nobody said when it begins."""
        return self.start is None and self.after is not None and year <= self.after

    def runs(self, year: int) -> bool:
        """True where the measure has an effect in ``year``."""
        if self.start is None:
            return True
        return year >= self.start and (self.lifetime is None or year - self.start < self.lifetime)

    def ran_all(self, year: int) -> bool:
        """True where ``year``'s figures already show the measure: it began earlier, or the ramp says how far it was."""
        return self.start is not None and self.runs(year) and (year > self.start or year in self.ramp)

    def reached(self, year: int) -> Number | None:
        """The part of the full effect in ``year``: the ramp's value of the year, else of the last year before; None for all of it."""
        earlier = [known for known in self.ramp if known <= year]
        return self.ramp[max(earlier)] if earlier else None

    def applied(self, full: Number, year: int) -> Number | None:
        """What of the effect ``full`` there is in ``year``; None where there is none."""
        if not self.runs(year):
            return None
        part = self.reached(year)
        return full if part is None or part.value == 100 else product(full, part, full.unit, full.decimals, "ramp")


def schedule_of(file: PlanFile, name: str) -> Outcome[Schedule]:
    """The schedule of the measure ``name``; findings are parts outside 0 to 100 %."""
    measure = file.plan.measures[name]
    findings: list[Diagnostic] = []
    ramp: dict[int, Number] = {}
    for year, share in sorted((measure.ramp or {}).items()):
        path: Path = ("measures", name, "ramp", str(year))
        number = stated(share, path, file.source.span(path))
        finding = no_share(file, number, path)
        if finding:
            findings.append(finding)
        else:
            ramp[year] = number
    start = min(ramp, default=measure.from_ or measure.to)
    lifetime = measure.lifetime.value * measure.lifetime.unit.factor_to(parse_unit("a")) if measure.lifetime else None
    return Outcome(Schedule(start, Frozen(ramp), lifetime), tuple(findings))
