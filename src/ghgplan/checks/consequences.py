"""Findings that follow from another finding: one defect is told once, at the figure that is wrong.

A finding on a figure casts doubt on whatever was held against that figure. So what rests on a doubted place is left out, until
the place is put right. Only findings that point at one figure, not those that say of two that they differ, cast doubt.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeAlias

from ghgplan.diagnostics import Diagnostic, Path, Severity
from ghgplan.plan.frozen import Frozen

Place: TypeAlias = tuple[str, Path]
"""A file, and a path in it: with all that is below."""

Places: TypeAlias = Callable[[Diagnostic], Iterable[Place]]
_Doubt: TypeAlias = tuple[int, Diagnostic, tuple[Place, ...]]
"""How deep a finding lies, and the places that it casts doubt on."""


def without_consequences(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """The findings, but for those that follow from an earlier one of ``_ROOTS``; that one is an error if one of them was.

    An accepted finding neither follows nor casts doubt: what contradicts a figure that the company stands by is told.
    """
    # By a figure that the company stands by, what contradicts it is wrong.
    roots = [each for each in findings if each.code in _ROOTS and each.severity is not Severity.ACCEPTED]
    doubts = [(_ROOTS[each.code][0], each, tuple(_ROOTS[each.code][1](each))) for each in roots]
    # What follows from another finding casts no doubt of its own.
    left: list[_Doubt] = []
    for rank, each, places in sorted(doubts, key=lambda doubt: doubt[0]):
        if _reason(each, rank, left) is None:
            left.append((rank, each, places))
    kept: list[Diagnostic] = []
    certain: set[int] = set()
    for each in findings:
        reason = _reason(each, _rank(each), left)
        if reason is None:
            kept.append(each)
        elif each.severity is Severity.ERROR:
            certain.add(id(reason))
    # A doubt that explains what no reading can make true is no mere doubt.
    return _one_a_series([replace(each, severity=Severity.ERROR) if id(each) in certain else each for each in kept])


def _reason(finding: Diagnostic, rank: int, doubts: Iterable[_Doubt]) -> Diagnostic | None:
    """The finding that this one follows from."""
    if finding.code not in _FOLLOWERS or finding.severity is Severity.ACCEPTED:
        return None
    touched = tuple(_touched(finding))
    for by, other, places in doubts:
        if by < rank and other.code != finding.code and _may_follow(finding, other) and _meets(finding, touched, other, places):
            return other
    return None


def _may_follow(finding: Diagnostic, other: Diagnostic) -> bool:
    return other.code in _ONLY_AFTER.get(finding.code, (other.code,)) and finding.code in _ONLY_BEFORE.get(other.code, (finding.code,))


def _meets(finding: Diagnostic, touched: tuple[Place, ...], other: Diagnostic, places: tuple[Place, ...]) -> bool:
    """Whether what the finding rests on is in doubt by the other one."""
    if other.code in _SHARING.get(finding.code, ()) and not {*_touched(other)}.isdisjoint(touched):
        return True
    if any(_is_below(at, place) for at in touched for place in places):
        return True
    is_whole = finding.code == _REACH and other.code in _NEED_NOT_REACH
    return is_whole and any(_is_below(place, at) for at in touched for place in places)


def _one_a_series(findings: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Of leaps in one series, into the odd year and out of it, the first."""
    seen: set[Place] = set()
    found: list[Diagnostic] = []
    for each in findings:
        series = (each.span.file, each.path[:-1])
        if each.code == _LEAP and series in seen:
            continue
        seen.update({series} if each.code == _LEAP else ())
        found.append(each)
    return found


def _touched(finding: Diagnostic) -> Iterator[Place]:
    """What a finding is about, and what it was computed from."""
    file, path = finding.span.file, finding.path
    yield file, path
    yield from ((each.span.file, each.path) for each in finding.related)
    if finding.code == _REACH:
        # What is still to be done is counted from the latest actual value.
        yield file, ("progress", path[1])
    if finding.code == _HIGH and path[-2:-1] == ("production",):
        yield file, (*path[:2], "stated", "intensity", path[-1])


def _is_below(at: Place, place: Place) -> bool:
    return at[0] == place[0] and at[1][: len(place[1])] == place[1]


def _rank(finding: Diagnostic) -> int:
    return _ROOTS[finding.code][0] if finding.code in _ROOTS else len(_ROOTS)


def _itself(finding: Diagnostic) -> Iterator[Place]:
    yield finding.span.file, finding.path


def _its_series(finding: Diagnostic) -> Iterator[Place]:
    """The figure and its neighbours: the leaps between them; both ends of a period."""
    yield finding.span.file, finding.path[:-1]


def _anything(finding: Diagnostic) -> Iterator[Place]:
    """All of the file."""
    yield finding.span.file, ()


def _its_pathway(finding: Diagnostic) -> Iterator[Place]:
    """All of the pathway, or the target, that the finding is in."""
    yield finding.span.file, finding.path[:2]


def _its_pathway_and_progress(finding: Diagnostic) -> Iterator[Place]:
    yield finding.span.file, finding.path[:2]
    yield finding.span.file, ("progress", *finding.path[1:2])


def _copied_table(finding: Diagnostic) -> Iterator[Place]:
    """The values of the copy, which may be a member's."""
    if finding.path[:1] == ("pathways",):
        yield finding.span.file, finding.path[:2]
    else:
        copy = finding.related[0]
        yield copy.span.file, copy.path[:2]


def _its_source_and_the_totals(finding: Diagnostic) -> Iterator[Place]:
    """The source, and what is stated of all of them together."""
    yield finding.span.file, finding.path[:-1]
    yield finding.span.file, (*finding.path[:2], "stated")


def _pathways_beside(finding: Diagnostic) -> Iterator[Place]:
    """The pathways that the finding refers to."""
    yield from ((each.span.file, each.path[:2]) for each in finding.related if each.path[:1] == ("pathways",))


_LEAP, _HIGH, _REACH = "GP-C38", "GP-C39", "GP-M11"
"""A leap in a series; an intensity that is too high; measures that do not reach the target."""

_NEED_NOT_REACH = frozenset({"GP-C47", "GP-C48", "GP-Q22", "GP-Q23", "GP-Q27", "GP-Q28", "GP-B01", "GP-Q32"})
"""Faults for which a measure's effect counts for nothing, or the way that is left for more than it is."""

_FOLLOWERS = frozenset({
    "GP-A01", "GP-A02", "GP-A03", "GP-A04", "GP-A05", "GP-A06", "GP-A07", "GP-A08", "GP-A09", "GP-C38", "GP-C39", "GP-C48",
    "GP-Q09", "GP-Q12", "GP-Q27", "GP-Q28", "GP-Q31", "GP-Q32", "GP-Q33", "GP-Q34", "GP-Q35", "GP-G18", "GP-G25", "GP-Q01", "GP-Q39", "GP-P01", "GP-P03", "GP-P05", "GP-P08",
    "GP-P14", "GP-P15", "GP-P16", "GP-P24", "GP-P18", "GP-G01", "GP-G02", "GP-G03", "GP-G04", "GP-G06", "GP-G07", "GP-G11", "GP-B01", "GP-B02",
    "GP-B09", "GP-B13", "GP-B14", "GP-B17", "GP-B18", "GP-M05", "GP-M06", "GP-M07", "GP-M08", "GP-M09", "GP-M11", "GP-P19", "GP-B16", "GP-B24", "GP-B25",
    "GP-C51",
})  # fmt: skip
"""Findings that two figures differ, which may be for the fault of either. What a plan lacks, or says in words, stands by itself."""

_ONLY_AFTER: Mapping[str, tuple[str, ...]] = Frozen({
    # Products ask for themselves whether a doubted factor is the reason.
    "GP-A05": ("GP-C38", "GP-C01", "GP-C48"),
    # The years of a table are another thing than its values.
    "GP-Q01": (_LEAP,),
    "GP-G18": ("GP-P09",),
    "GP-G25": ("GP-Q14", "GP-Q16", "GP-Q17", _LEAP, "GP-Q01", "GP-Q02"),
    "GP-P05": ("GP-P09",),
    "GP-P19": ("GP-P08",),
    "GP-B16": ("GP-P06",),
    "GP-B24": ("GP-B23",),
    "GP-B25": ("GP-B23", "GP-P09"),
    "GP-C51": ("GP-B15",),
})  # fmt: skip
"""Findings that follow from some others only."""

_ONLY_BEFORE: Mapping[str, tuple[str, ...]] = Frozen({
    "GP-P06": ("GP-B16", "GP-G07", "GP-G02", "GP-G06"),
    "GP-B15": ("GP-C51",),
    "GP-B23": ("GP-B24", "GP-B25"),
    "GP-G03": (_REACH,),
    "GP-P01": ("GP-B02",),
    "GP-B02": ("GP-G02", "GP-G03", "GP-G06"),
    "GP-B16": ("GP-B18",),
    "GP-G07": ("GP-G11", "GP-G02"),
    "GP-G11": ("GP-G03",),
    "GP-G02": ("GP-G03", "GP-G04", "GP-G05"),
})  # fmt: skip
"""Findings from which some others only follow."""

_SHARING: Mapping[str, tuple[str, ...]] = Frozen(
    {
        # One figure behind two that were computed from it.
        "GP-B01": ("GP-A04",),
        "GP-B09": ("GP-A05",),
    }
)
"""Findings that follow from another where both rest on the same figure."""

_IN_ORDER: tuple[tuple[str, Places], ...] = (
    # No figure at all can be so.
    *((code, _itself) for code in ("GP-C01", "GP-C34", "GP-C47", "GP-C48", "GP-Q22", "GP-Q23", "GP-Q24", "GP-Q25")),
    ("GP-Q41", _its_source_and_the_totals),
    # A unit or a coefficient that is not the one meant.
    ("GP-Q02", _its_series),
    (_LEAP, _its_series),
    *(
        (f"GP-Q{number:02}", _itself)
        for number in (1, 3, 4, 5, 6, 7, 8, 9, 14, 15, 16, 17, 20, 21, 26, 27, 28, 29, 30, 32, 33, 34, 35, 38, 40, 39)
    ),
    ("GP-B10", _itself),
    # Base years and tables.
    ("GP-B11", _its_series),
    ("GP-B12", _its_series),
    ("GP-B13", _itself),
    ("GP-B14", _itself),
    ("GP-P09", _its_pathway_and_progress),
    ("GP-P12", _copied_table),
    ("GP-P06", _its_pathway),
    ("GP-P08", _its_pathway_and_progress),
    *((code, _itself) for code in ("GP-P02", "GP-P03", "GP-P14", "GP-P15", "GP-P24")),
    # Of one base value held against its table and against the purchases.
    ("GP-P01", _itself),
    ("GP-B02", _its_pathway),
    ("GP-B16", _anything),
    # Products, then the sums that they are part of, then what is divided by production.
    *((code, _itself) for code in ("GP-A05", "GP-A08", "GP-A01", "GP-A02", "GP-A04", "GP-B01", "GP-M08")),
    # Targets.
    *((code, _its_pathway) for code in ("GP-G07", "GP-G11", "GP-G02")),
    ("GP-G03", _pathways_beside),
    # What is no figure.
    ("GP-B15", _anything),
    ("GP-B23", _anything),
)
_ROOTS: Mapping[str, tuple[int, Places]] = Frozen({code: (rank, places) for rank, (code, places) in enumerate(_IN_ORDER)})
"""The findings that cast doubt, the deepest first, and on what."""
