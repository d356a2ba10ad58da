"""The base years of a group's members."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import targets
from ghgplan.checks.targets.sentences import sentences
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.report import Report
from ghgplan.plan.sections import passages

_BASE_YEAR = re.compile(r"基准|base(?:line)? year|counts? from", re.IGNORECASE)


def base_years_of_members(report: Report) -> Iterator[Finding]:
    """Members that count from different base years on the same boundary, or from another one than the group's own target."""
    own = {target.target.base_year: name for name, target in targets(report) if target.target.base_year}
    own_pathways = {pathway.base_year: name for name, pathway in report.plan.pathways.items()}
    by_boundary: dict[str, dict[int, list[tuple[str, str]]]] = {}
    for member, below in report.members.items():
        for name, pathway in below.plan.pathways.items():
            by_boundary.setdefault(pathway.boundary, {}).setdefault(pathway.base_year, []).append((member, name))
    for boundary, by_year in by_boundary.items():
        groups_own = next(iter([*own_pathways, *own]), None)
        usual = groups_own if len({*own, *own_pathways}) == 1 else max(by_year, key=lambda year: len(by_year[year]))
        odd = {year: names for year, names in by_year.items() if year != usual}
        if odd and usual is not None:
            year, names = next(iter(odd.items()))
            member, name = names[0]
            if _is_explained(report, {year, usual}):
                return
            arguments = {"member": member, "pathway": name, "boundary": boundary, "year": str(year), "usual": str(usual)}
            file = report.members[member].file
            yield Finding(("members", member), arguments, (place(file, "pathways", name, "base year"),), at_key=True)
            return


def _is_explained(report: Report, years: set[int]) -> bool:
    """Whether the group's plan says that there are these base years."""
    texts = [*passages(report.plan.outline, notes=True)]
    texts += [(("targets", name, "statement"), target.statement) for name, target in report.plan.targets.items()]
    written = (wording.written for path, text in texts for wording in wordings(path, text))
    said = (sentence for each in written for sentence in sentences(each) if _BASE_YEAR.search(sentence))
    return any(all(str(year) in sentence for year in years) for sentence in said)
