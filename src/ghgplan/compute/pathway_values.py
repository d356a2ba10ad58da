"""What a pathway's method makes of its base value, year by year, and what keeps it from doing so."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from ghgplan.compute.numbers import PERCENT, Library, Number, computed, product, stated, written_decimals
from ghgplan.compute.pathway_curves import CurvePath, curve_of, curve_path
from ghgplan.compute.pathway_methods import CONVERGENCE_YEAR, absolute_contraction, constant_rate
from ghgplan.compute.pathway_years import PathwayYears
from ghgplan.diagnostics import Diagnostic, Outcome, Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.pathways import Pathway
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.scalars import Quantity
from ghgplan.reference.curves import PathwayCurve
from ghgplan.reference.lookup import Unknown
from ghgplan.reference.parameters import parameter

DEFAULT_LAST_YEAR = 2030
LATEST_YEAR = 2100

NEEDS: Mapping[str, str] = {
    "asi-tool": "values",
    "linear": "to",
    "constant rate": "rate",
    "company curve": "remaining",
}
"""The key that a method cannot do without."""

_TAKERS: Mapping[str, tuple[str, ...]] = {
    "curve": ("asi-tool", "asi-curve"),
    "rate": ("constant rate", "absolute contraction"),
    "to": ("linear",),
    "remaining": ("company curve",),
    "years": ("asi-curve", "linear", "constant rate", "absolute contraction", "company curve"),
}
"""Which methods a key is for."""


def method_values(file: PlanFile, name: str, base: Number | None) -> Outcome[Mapping[int, Number]]:
    """The computed values of the pathway ``name`` after its base year; none for a pathway whose values come from the tool."""
    run = _Run(file, file.plan.pathways[name], ("pathways", name), PathwayYears(file, name))
    run.check_keys()
    values = run.values(base) if run.pathway.method != "asi-tool" else {}
    return Outcome(Frozen(values), tuple(run.findings))


def usual_contraction() -> Number | None:
    """The linear annual reduction of the 1.5 °C ambition, in per cent of the base value (SBTi Corporate Net-Zero Standard)."""
    found = parameter("target setting", "sbti-1.2", "absolute-1.5-degree")
    if isinstance(found, Unknown):
        return None
    return Number(found.amount.value, PERCENT, Library(found.entry().id), written_decimals(found.amount.value))


@dataclass
class _Run:
    """One pathway on its way through its method."""

    file: PlanFile
    pathway: Pathway
    path: Path
    years: PathwayYears
    findings: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def check_keys(self) -> None:
        method = self.pathway.method
        needed = NEEDS.get(method)
        if needed and not getattr(self.pathway, needed):
            self._report("GP-C12", (), key=needed, method=method)
        for key, methods in _TAKERS.items():
            if method not in methods and self.file.source.node((*self.path, key)) is not None:
                self._report("GP-C13", (key,), key=key, method=method, methods=", ".join(methods))

    def values(self, base: Number | None) -> dict[int, Number]:
        if base is None:
            self._report("GP-C11", (), method=self.pathway.method, year=str(self.pathway.base_year))
            return {}
        if base.value <= 0:
            self._report("GP-C16", self._base_place(), value=f"{base.value}", least="0")
            return {}
        methods: Mapping[str, Callable[[Number], dict[int, Number]]] = {
            "asi-curve": self._curve,
            "linear": self._linear,
            "constant rate": self._rate,
            "absolute contraction": self._rate,
            "company curve": self._company_curve,
        }
        return dict(sorted(methods[self.pathway.method](base).items()))

    def _curve(self, base: Number) -> dict[int, Number]:
        path = self._curve_path(base)
        return dict(path.values(self._years(CONVERGENCE_YEAR))) if path else {}

    def _curve_path(self, base: Number) -> CurvePath | None:
        curve = curve_of(self.file.plan, self.pathway)
        if curve is None:
            self._report("GP-C14", (), entity=self.pathway.entity)
            return None
        year = self.pathway.base_year
        if curve.boundary != self.pathway.boundary:
            self._report("GP-C17", ("curve",), curve=curve.id, boundary=self.pathway.boundary)
        elif curve.remaining_in(year) is None:
            self._report("GP-C10", ("base year",), year=str(year), curve=curve.id, first=str(curve.first_year), last=str(curve.last_year))
        else:
            path = curve_path(self.years, base)
            if path is None:
                self._no_distance(curve, base)
            return path
        return None

    def _no_distance(self, curve: PathwayCurve, base: Number) -> None:
        limit = CurvePath(curve, base, self.years).limit
        try:
            least = limit.value_in(base.unit)
        except ValueError:
            self._report("GP-C18", ("unit",), unit=self.pathway.unit.symbol)
            return
        self._report("GP-C16", self._base_place(), value=f"{base.value}", least=f"{least.normalize():f}")

    def _linear(self, base: Number) -> dict[int, Number]:
        points = {self.pathway.base_year: base}
        for year, value in (self.pathway.to or {}).items():
            if self._is_later(year, ("to", str(year))):
                at: Path = (*self.path, "to", str(year))
                points[year] = stated(Quantity(value, self.pathway.unit), at, self.file.source.span(at))
        return self._along(points)

    def _company_curve(self, base: Number) -> dict[int, Number]:
        points = {self.pathway.base_year: base}
        for year, share in (self.pathway.remaining or {}).items():
            number = self._share(share, ("remaining", str(year)))
            if self._is_later(year, ("remaining", str(year))) and number:
                points[year] = product(base, number, base.unit, base.decimals, "company curve")
        return self._along(points)

    def _along(self, points: Mapping[int, Number]) -> dict[int, Number]:
        """The values on the straight lines through ``points``, the base value among them."""
        return {year: self.years.between(points, year) for year in self._years(max(points), *points)} if len(points) > 1 else {}

    def _rate(self, base: Number) -> dict[int, Number]:
        method = self.pathway.method
        if self.pathway.rate:
            rate = self._share(self.pathway.rate, ("rate",))
        else:
            rate = usual_contraction() if method == "absolute contraction" else None
        if rate is None:
            return {}
        compute = constant_rate if method == "constant rate" else absolute_contraction
        values: dict[int, Number] = {}
        for year in self._years(LATEST_YEAR):
            passed = self.years.apart(self.pathway.base_year, year)
            value = compute(base.value, rate.value / 100, passed.value)
            values[year] = computed(value, base.unit, method, (base, rate, passed), base.decimals)
        return values

    def _share(self, share: Quantity, at: Path) -> Number | None:
        path = (*self.path, *at)
        number = stated(share, path, self.file.source.span(path))
        if 0 <= number.value <= 100:
            return number
        self._report("GP-C19", at, share=f"{number.value}")
        return None

    def _years(self, last: int, *points: int) -> list[int]:
        """The years to compute, from the one after the base year to ``last``."""
        first = self.pathway.base_year + 1
        chosen = [year for position, year in enumerate(self.pathway.years) if self._can_be(year, last, ("years", str(position)))]
        if not self.pathway.years:
            chosen = [*range(first, min(DEFAULT_LAST_YEAR, last) + 1), *points]
        aim = self.pathway.aim
        if aim is not None and self._can_be(aim, last, ("aim",)):
            chosen.append(aim)
        return sorted({year for year in chosen if year >= first})

    def _can_be(self, year: int, last: int, at: Path) -> bool:
        return self._lies_between(self.pathway.base_year, year, last, at)

    def _is_later(self, year: int, at: Path) -> bool:
        return self._lies_between(self.pathway.base_year + 1, year, LATEST_YEAR, at)

    def _lies_between(self, first: int, year: int, last: int, at: Path) -> bool:
        if first <= year <= last:
            return True
        self._report("GP-C15", at, year=str(year), first=str(first), last=str(last))
        return False

    def _base_place(self) -> Path:
        if self.pathway.base is not None:
            return ("base",)
        stated_there = self.pathway.base_year in self.pathway.values
        return ("values", str(self.pathway.base_year)) if stated_there else ()

    def _report(self, code: str, at: Path, **arguments: str) -> None:
        path = (*self.path, *at)
        source = self.file.source
        span = source.span(path) if at else source.key_span(path)
        self.findings.append(Diagnostic(code, span, path, arguments))
