"""Values that the tool or the curve of the sector cannot have given."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ghgplan.checks.pathways.judgement import Cause, Judgement, judge
from ghgplan.checks.pathways.pairs import copied
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import pathways
from ghgplan.checks.telling import places, rounded, told, with_unit
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path, Related


def base_against_table(report: Report) -> Iterator[Finding]:
    """A base value that does not lead to the table, whose values agree with each other on another one."""
    copies = {copy.name for copy, _ in copied(report) if copy.owner is report}
    for name, pathway, judgement in _judged(report, Cause.BASE):
        implied, base = judgement.implied, pathway.base
        # Of a table that is another one's copy the copying is the finding.
        if implied is None or base is None or name in copies:
            continue
        years = [year for year in pathway.values if year > pathway.pathway.base_year]
        first, last = pathway.values[years[0]], pathway.values[years[-1]]
        decimals = max(number.decimals for number in pathway.values.values()) + 1
        low, high = rounded(implied.low, decimals), rounded(implied.high, decimals)
        arguments = {
            "pathway": name, "year": str(pathway.pathway.base_year), "base": told(base), "first": told(first), "first_year": str(years[0]),
            "last": told(last), "last_year": str(years[-1]), "implied": with_unit(low, base.unit) if low == high else f"{low}–{with_unit(high, base.unit)}",
        }  # fmt: skip
        yield Finding(base_path(name, pathway), arguments, places(first, last))


def mislabelled_years(report: Report) -> Iterator[Finding]:
    """Values that are the curve's of a neighbouring year which the table leaves out, or all of them a year early or late."""
    for name, pathway, judgement in _judged(report, Cause.YEARS):
        year, meant = max(judgement.meant.items())
        arguments = {
            **_of_value(name, pathway, judgement, year), "meant": str(meant), "count": str(len(judgement.meant)),
            "years": _listed(sorted(judgement.meant)),
        }  # fmt: skip
        related = tuple(place(report.file, "pathways", name, "values", str(each)) for each in sorted(judgement.meant) if each != year)
        yield Finding(("pathways", name, "values", str(year)), arguments, (*related, *_base_place(pathway)))


def values_off_curve(report: Report) -> Iterator[Finding]:
    """Values that lie off the curve while others of the table lie on it, or all of them without any order."""
    for name, pathway, judgement in _judged(report, Cause.VALUES):
        year = judgement.off[0]
        arguments = {
            **_of_value(name, pathway, judgement, year), "count": str(len(judgement.off)), "of": str(len(pathway.values)),
            "years": _listed(sorted(judgement.off)),
        }  # fmt: skip
        yield Finding(("pathways", name, "values", str(year)), arguments, _base_place(pathway))


def curve_of_another_sector(report: Report) -> Iterator[Finding]:
    """Values that lie on the curve of another sector than the entity's activity."""
    for name, pathway, judgement in _judged(report, Cause.SECTOR):
        if judgement.sector is None:
            continue
        year = judgement.off[0]
        arguments = {
            **_of_value(name, pathway, judgement, year), "own": judgement.run.curve.id, "other": judgement.sector.curve.id,
        }  # fmt: skip
        activity: Path = ("entities", pathway.entity, "activity")
        path = ("pathways", name, "curve") if pathway.pathway.curve else ("pathways", name, "values", str(year))
        related = () if pathway.pathway.curve else (place(report.file, *activity),)
        yield Finding(path, arguments, (*related, *_base_place(pathway)))


def base_path(name: str, pathway: PathwayReport) -> Path:
    """Where the base value stands."""
    given = pathway.pathway
    return ("pathways", name, "base") if given.base is not None else ("pathways", name, "values", str(given.base_year))


def _judged(report: Report, cause: Cause) -> Iterator[tuple[str, PathwayReport, Judgement]]:
    for name, pathway in pathways(report):
        judgement = judge(report, pathway)
        if judgement and judgement.cause is cause:
            yield name, pathway, judgement


def _of_value(name: str, pathway: PathwayReport, judgement: Judgement, year: int) -> dict[str, str]:
    """The value of ``year`` beside what the curve gives from the base value, or from what stands for it."""
    value = pathway.values[year]
    start = pathway.base.value if pathway.base else judgement.base.middle if judgement.base else value.value
    expected = judgement.run.expected(start, year)
    return {
        "pathway": name, "year": str(year), "value": told(value), "curve": judgement.run.curve.id,
        "follows": with_unit(rounded(expected, value.decimals), value.unit),
        "base": with_unit(rounded(start, pathway.base.decimals if pathway.base else value.decimals), value.unit),
        "base_year": str(pathway.pathway.base_year),
    }  # fmt: skip


def _base_place(pathway: PathwayReport) -> tuple[Related, ...]:
    return places(pathway.base) if pathway.base else ()


def _listed(years: Sequence[int]) -> str:
    return ", ".join(str(year) for year in years)
