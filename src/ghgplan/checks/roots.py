"""Which findings cast doubt on which others: what ``consequences`` goes by.

The order is one over all families and the steps before them, so it stands here and not beside each rule. Whoever adds a rule
considers three things: whether it holds two figures against each other (then it is one of ``FOLLOWERS``), whether it points
at the one figure that is wrong (then it has its place in ``IN_ORDER``), and whether either is meant for some others only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TypeAlias

from ghgplan.diagnostics import Diagnostic, Path
from ghgplan.plan.frozen import Frozen

Place: TypeAlias = tuple[str, Path]
"""A file, and a path in it: with all that is below."""

Places: TypeAlias = Callable[[Diagnostic], Iterable[Place]]


def may_follow(code: str, root: str) -> bool:
    """Whether findings of ``code`` are left out where they rest on what one of ``root`` casts doubt on."""
    is_deeper = root in _RANKS and _RANKS[root] < rank(code)
    return code in FOLLOWERS and is_deeper and root in ONLY_AFTER.get(code, (root,)) and code in ONLY_BEFORE.get(root, (code,))


def rank(code: str) -> int:
    """How deep findings of ``code`` lie: 0 is the deepest, and what casts no doubt lies above all that does."""
    return _RANKS.get(code, len(_RANKS))


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


LEAP, HIGH, REACH = "GP-C38", "GP-C39", "GP-M11"
"""A leap in a series; an intensity that is too high; measures that do not reach the target."""

NEED_NOT_REACH = frozenset({"GP-C47", "GP-C48", "GP-Q22", "GP-Q23", "GP-Q27", "GP-Q28", "GP-B01", "GP-Q32"})
"""Faults for which a measure's effect counts for nothing, or the way that is left for more than it is."""

FOLLOWERS = frozenset({
    "GP-A01", "GP-A02", "GP-A03", "GP-A04", "GP-A05", "GP-A06", "GP-A07", "GP-A08", "GP-A09",
    "GP-B01", "GP-B02", "GP-B09", "GP-B13", "GP-B14", "GP-B16", "GP-B17", "GP-B18", "GP-B24", "GP-B25",
    "GP-C38", "GP-C39", "GP-C48", "GP-C51",
    "GP-G01", "GP-G02", "GP-G03", "GP-G04", "GP-G06", "GP-G07", "GP-G11", "GP-G18", "GP-G25",
    "GP-M05", "GP-M06", "GP-M07", "GP-M08", "GP-M09", "GP-M11",
    "GP-P01", "GP-P03", "GP-P05", "GP-P08", "GP-P14", "GP-P15", "GP-P16", "GP-P18", "GP-P19", "GP-P24",
    "GP-Q01", "GP-Q09", "GP-Q12", "GP-Q27", "GP-Q28", "GP-Q31", "GP-Q32", "GP-Q33", "GP-Q34", "GP-Q35", "GP-Q39",
})  # fmt: skip
"""Findings that two figures differ, which may be for the fault of either. What a plan lacks, or says in words, stands by itself."""

ONLY_AFTER: Mapping[str, tuple[str, ...]] = Frozen({
    # Products ask for themselves whether a doubted factor is the reason.
    "GP-A05": ("GP-C38", "GP-C01", "GP-C48"),
    # The years of a table are another thing than its values.
    "GP-Q01": (LEAP,),
    "GP-G18": ("GP-P09",),
    "GP-G25": ("GP-Q14", "GP-Q16", "GP-Q17", LEAP, "GP-Q01", "GP-Q02"),
    "GP-P05": ("GP-P09",),
    "GP-P19": ("GP-P08",),
    "GP-B16": ("GP-P06",),
    "GP-B24": ("GP-B23",),
    "GP-B25": ("GP-B23", "GP-P09"),
    "GP-C51": ("GP-B15",),
})  # fmt: skip
"""Findings that follow from some others only."""

ONLY_BEFORE: Mapping[str, tuple[str, ...]] = Frozen({
    "GP-P06": ("GP-B16", "GP-G07", "GP-G02", "GP-G06"),
    "GP-B15": ("GP-C51",),
    "GP-B23": ("GP-B24", "GP-B25"),
    "GP-G03": (REACH,),
    "GP-P01": ("GP-B02",),
    "GP-B02": ("GP-G02", "GP-G03", "GP-G06"),
    "GP-B16": ("GP-B18",),
    "GP-G07": ("GP-G11", "GP-G02"),
    "GP-G11": ("GP-G03",),
    "GP-G02": ("GP-G03", "GP-G04"),
})  # fmt: skip
"""Findings from which some others only follow."""

SHARING: Mapping[str, tuple[str, ...]] = Frozen({
    # One figure behind two that were computed from it.
    "GP-B01": ("GP-A04",),
    "GP-B09": ("GP-A05",),
})  # fmt: skip
"""Findings that follow from another where both rest on the same figure."""

_QUANTITIES = (
    "GP-Q01", "GP-Q03", "GP-Q04", "GP-Q05", "GP-Q06", "GP-Q07", "GP-Q08", "GP-Q09", "GP-Q14", "GP-Q15", "GP-Q16", "GP-Q17", "GP-Q20",
    "GP-Q21", "GP-Q26", "GP-Q27", "GP-Q28", "GP-Q29", "GP-Q30", "GP-Q32", "GP-Q33", "GP-Q34", "GP-Q35", "GP-Q38", "GP-Q40", "GP-Q39",
)  # fmt: skip
"""A figure that is not of its unit, its fuel or its grid, the deepest first."""

IN_ORDER: tuple[tuple[str, Places], ...] = (
    # No figure at all can be so.
    *((code, _itself) for code in ("GP-C01", "GP-C34", "GP-C47", "GP-C48", "GP-Q22", "GP-Q23", "GP-Q24", "GP-Q25")),
    ("GP-Q41", _its_source_and_the_totals),
    # A unit or a coefficient that is not the one meant.
    ("GP-Q02", _its_series),
    (LEAP, _its_series),
    *((code, _itself) for code in _QUANTITIES),
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
"""The findings that cast doubt, the deepest first, and on what."""

ROOTS: Mapping[str, Places] = Frozen(dict(IN_ORDER))
_RANKS: Mapping[str, int] = Frozen({code: position for position, code in enumerate(ROOTS)})
