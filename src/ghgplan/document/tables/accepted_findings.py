"""What the checker found and the company accepts (已接受的检查结果), with reason and date."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.acceptance import acceptance_of
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Diagnostic
from ghgplan.document.blocks import Row, Words
from ghgplan.document.tables.grid import Grid, head, merged_down, text
from ghgplan.document.wording import Place, Wording, figure
from ghgplan.plan.model.acceptance import Acceptance
from ghgplan.plan.model.outline import Item

COLUMNS = ("code", "finding", "reason", "accepted on")
_MERGED = (2, 3)


def accepted_findings_table(wording: Wording, _item: Item) -> Grid | None:
    """A row for each accepted finding with its place in the plan, entry by entry of chapter ``accepted``; None where nothing is accepted."""
    rows: list[Row] = []
    entries: list[Place] = []
    for found in wording.accepted:
        for member, report in _reports(wording.report):
            acceptance = acceptance_of(report.file, found)
            if acceptance is None:
                continue
            place = Place(report.file, ("accepted", str(report.plan.accepted.index(acceptance))))
            rows.append(_row(wording, found, member, _reason(wording, report, acceptance, place), acceptance))
            entries.append(place)
            break
    if not rows:
        return None
    groups = [(place.file.source.file, int(place.path[1])) for place in entries]
    order = sorted(range(len(rows)), key=groups.__getitem__)
    body = merged_down([rows[at] for at in order], _MERGED, [groups[at] for at in order])
    heads = tuple(head(wording.label(f"column.{column}")) for column in COLUMNS)
    return Grid(wording.label("table.accepted findings"), (heads,), body)


def _reports(report: Report, name: str = "") -> Iterator[tuple[str, Report]]:
    """The report and those of its members, with the members' names; a group's plan comes first, as it does in settling."""
    yield name, report
    for member, below in report.members.items():
        yield from _reports(below, f"{name}.{member}" if name else member)


def _row(wording: Wording, found: Diagnostic, member: str, reason: Words, acceptance: Acceptance) -> Row:
    at = ".".join(part for part in (member, found.dotted_path) if part)
    return (
        text(figure(found.code)),
        text((*wording.each(found.message), *(figure(at) if at else ()))),
        text(reason),
        text(figure(acceptance.on.isoformat()), align="center"),
    )


def _reason(wording: Wording, report: Report, acceptance: Acceptance, place: Place) -> Words:
    if report is wording.report:
        return wording.text(acceptance.because, place.below("because"))
    # A member's reason quotes by the names of the member's own plan.
    return Wording(report, wording.edition, {}).text(acceptance.because, place.below("because"))
