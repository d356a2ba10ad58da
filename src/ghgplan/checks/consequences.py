"""Findings that follow from another finding: one defect is told once, at the figure that is wrong.

A finding on a figure casts doubt on whatever was held against that figure. So what rests on a doubted place is left out, until
the place is put right. Only findings that point at one figure, not those that say of two that they differ, cast doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from ghgplan.checks.roots import HIGH, LEAP, NEED_NOT_REACH, REACH, ROOTS, SHARING, Place, may_follow, rank
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.values import frozen


@frozen
class _Doubt:
    """A finding, and the places that it casts doubt on."""

    by: Diagnostic
    places: tuple[Place, ...]


def without_consequences(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings, but for those that follow from a deeper one of ``ROOTS``; that one is an error if one of them was.

    An accepted finding neither follows nor casts doubt: what contradicts a figure that the company stands by is told.
    """
    # By a figure that the company stands by, what contradicts it is wrong.
    roots = [each for each in findings if each.code in ROOTS and each.severity is not Severity.ACCEPTED]
    # What follows from another finding casts no doubt of its own.
    doubts: list[_Doubt] = []
    for each in sorted(roots, key=lambda root: rank(root.code)):
        if _reason(each, doubts) is None:
            doubts.append(_Doubt(each, tuple(ROOTS[each.code](each))))
    kept: list[Diagnostic] = []
    certain: set[int] = set()
    for each in findings:
        reason = _reason(each, doubts)
        if reason is None:
            kept.append(each)
        elif each.severity is Severity.ERROR:
            certain.add(id(reason))
    # A doubt that explains what no reading can make true is no mere doubt.
    return _one_a_series([replace(each, severity=Severity.ERROR) if id(each) in certain else each for each in kept])


def _reason(finding: Diagnostic, doubts: Iterable[_Doubt]) -> Diagnostic | None:
    """The finding that this one follows from."""
    if finding.severity is Severity.ACCEPTED:
        return None
    possible = [doubt for doubt in doubts if may_follow(finding.code, doubt.by.code)]
    touched = tuple(_touched(finding)) if possible else ()
    return next((doubt.by for doubt in possible if _meets(finding, touched, doubt)), None)


def _meets(finding: Diagnostic, touched: tuple[Place, ...], doubt: _Doubt) -> bool:
    """Whether what the finding rests on is in doubt."""
    if doubt.by.code in SHARING.get(finding.code, ()) and not {*_touched(doubt.by)}.isdisjoint(touched):
        return True
    if any(_is_below(at, place) for at in touched for place in doubt.places):
        return True
    is_whole = finding.code == REACH and doubt.by.code in NEED_NOT_REACH
    return is_whole and any(_is_below(place, at) for at in touched for place in doubt.places)


def _one_a_series(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Of leaps in one series, into the odd year and out of it, the first."""
    seen: set[Place] = set()
    found: list[Diagnostic] = []
    for each in findings:
        series = (each.span.file, each.path[:-1])
        if each.code == LEAP and series in seen:
            continue
        seen.update({series} if each.code == LEAP else ())
        found.append(each)
    return found


def _touched(finding: Diagnostic) -> Iterator[Place]:
    """What a finding is about, and what it was computed from."""
    file, path = finding.span.file, finding.path
    yield file, path
    yield from ((each.span.file, each.path) for each in finding.related)
    if finding.code == REACH:
        # What is still to be done is counted from the latest actual value.
        yield file, ("progress", path[1])
    if finding.code == HIGH and path[-2:-1] == ("production",):
        yield file, (*path[:2], "stated", "intensity", path[-1])


def _is_below(at: Place, place: Place) -> bool:
    return at[0] == place[0] and at[1][: len(place[1])] == place[1]
