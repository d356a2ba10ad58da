"""Criteria 5.3a and 5.3b: pathways by the endorsed method, and the intermediate target on them."""

from __future__ import annotations

from collections.abc import Iterable

from ghgplan.checks.criteria.commitments import published
from ghgplan.checks.criteria.judgement import Judgement, Remark, judged, remark
from ghgplan.checks.criteria.parts import Found, Producer, Promise, parts, producers, promises
from ghgplan.checks.rule import place
from ghgplan.compute.pathway_methods import LONGEST_INTERMEDIATE_TERM
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path

TOOL, CURVE = "asi-tool", "asi-curve"
_PROCESS, _PURCHASED = "scope 1+2", "scope 3 category 1"
_DIRECT, _INDIRECT = {_PROCESS, "total"}, {_PURCHASED, "scope 3", "total"}
_BUYS_METAL = {"casthouse", "semi-fabrication", "material conversion", None}
"""Activities for which the method draws a pathway of purchased aluminium; an entity that names none may be one of them."""
_TARGETS: Path = ("targets",)


def planned(report: Report) -> Judgement:
    """5.3a: a plan of measures, and a pathway in line with 1.5 °C by the endorsed method for whatever produces."""
    all_of_them = producers(report)
    return judged(
        "5.3a",
        (
            remark("pathway of the tool", _by_method(all_of_them, TOOL)),
            remark("pathway of the curve", _by_method(all_of_them, CURVE)),
            remark("measures", _measures(report)),
        ),
        (
            remark("no pathway", _without(all_of_them) or ([] if all_of_them else [("", None)]), ("pathways",)),
            remark("no process pathway", _without(all_of_them, _PROCESS), ("pathways",)),
            remark("no purchased pathway", _without(all_of_them, _PURCHASED), ("pathways",)),
            remark("method not endorsed", _other_methods(all_of_them), ("pathways",)),
            remark("curve is not the tool", _by_method(all_of_them, CURVE), ("pathways",)),
            remark("no measures", [] if _measures(report) else [("", None)], ("measures",)),
        ),
    )


def intermediate(report: Report) -> Judgement:
    """5.3b: an intermediate target over no more than five years."""
    made = promises(report)
    fitting = [each for each in made if 0 < (_term(each) or 0) <= LONGEST_INTERMEDIATE_TERM]
    too_long = [each for each in made if (_term(each) or 0) > LONGEST_INTERMEDIATE_TERM]
    undated = [each for each in made if each not in fitting and each not in too_long]
    without = [each for each in producers(report) if not any(each.label in promise.covers for promise in made)]
    return judged(
        "5.3b",
        (remark("intermediate target", _of(fitting)), remark("intermediate target set", _of((*too_long, *undated)))),
        (
            remark("no intermediate target", [] if made else [("", None)], _TARGETS),
            remark("entity without intermediate target", [(each.label, each.place) for each in without] if made else [], _TARGETS),
            remark("intermediate target too long", [(f"{each.label} {_years(each)}", each.place) for each in too_long], _TARGETS),
            remark("intermediate target without years", _of(undated), _TARGETS),
        ),
    )


def coverage(report: Report) -> Judgement:
    """5.3b-i: the intermediate target covers direct and indirect emissions."""
    made = promises(report)
    direct, indirect = _covered(made, _DIRECT), _covered(made, _INDIRECT)
    all_of_them = [each for each in producers(report) if any(each.label in promise.covers for promise in made)]
    unclear = [each for each in made if not each.boundaries and not set(each.covers) <= direct & indirect]
    # Where a target does not say what it covers, what its entities lack cannot be known.
    open_ones = {label for each in unclear for label in each.covers}
    no_direct = [(each.label, each.place) for each in all_of_them if each.label not in direct and each.label not in open_ones]
    # Upstream of the casthouse one pathway of scopes 1 and 2 holds all that the method asks for.
    no_indirect = [
        (each.label, each.place)
        for each in all_of_them
        if each.label not in indirect and each.label not in open_ones and each.activity in _BUYS_METAL
    ]
    return judged(
        "5.3b-i",
        (
            remark("direct covered", _of(each for each in made if each.boundaries & _DIRECT)),
            remark("indirect covered", _of(each for each in made if each.boundaries & _INDIRECT)),
        ),
        (
            _none(made),
            remark("direct not covered", no_direct, _TARGETS),
            remark("indirect not covered", no_indirect, _TARGETS),
            remark("boundary not stated", _of(unclear), _TARGETS),
        ),
    )


def science(report: Report) -> Judgement:
    """5.3b-ii: the intermediate target rests on a science-based approach."""
    made = promises(report)
    on_asi = [each for each in made if each.pathways and all(one.pathway.method in (TOOL, CURVE) for one in each.pathways)]
    on_none = [each for each in made if not each.pathways]
    on_other = [each for each in made if each not in on_asi and each not in on_none]
    return judged(
        "5.3b-ii",
        (remark("target on ASI pathway", _of(on_asi)),),
        (
            _none(made),
            remark("target on no pathway", _of(on_none), _TARGETS),
            remark("target on other method", _of(on_other), _TARGETS),
        ),
    )


def target_public(report: Report) -> Judgement:
    """5.3b-iii: the intermediate target is public; with the plan, so is its target."""
    made = promises(report)
    public, not_public, _ = published(report, "targets", "plan")
    at = ("governance", "disclosure")
    return judged(
        "5.3b-iii",
        (remark("target public", public if made else []),),
        (_none(made), remark("target not public", not_public if made else [], at)),
    )


def _none(made: tuple[Promise, ...]) -> Remark | None:
    return remark("no intermediate target", [] if made else [("", None)], _TARGETS)


def _of(made: Iterable[Promise]) -> Found:
    return [(each.label, each.place) for each in made]


def _covered(made: tuple[Promise, ...], boundaries: set[str]) -> set[str]:
    return {label for each in made if each.boundaries & boundaries for label in each.covers}


def _term(promise: Promise) -> int | None:
    """Years from the base year to the target year."""
    first, last = _base_year(promise), promise.target.year
    return last - first if first and last else None


def _base_year(promise: Promise) -> int | None:
    return promise.target.base_year or min((each.pathway.base_year for each in promise.pathways), default=None)


def _years(promise: Promise) -> str:
    return f"{_base_year(promise)}–{promise.target.year}"


def _by_method(all_of_them: tuple[Producer, ...], method: str) -> Found:
    return [
        (_label(each, name), place(each.report.file, "pathways", name, at_key=True))
        for each in all_of_them
        for name, pathway in each.pathways
        if pathway.pathway.method == method
    ]


def _label(producer: Producer, pathway: str) -> str:
    """The pathway's name behind its member's."""
    return f"{producer.label.removesuffix(producer.name)}{pathway}"


def _without(all_of_them: tuple[Producer, ...], boundary: str | None = None) -> Found:
    """The producers without any pathway; with ``boundary`` those that have one, but not of that boundary."""
    found: Found = []
    for each in all_of_them:
        boundaries = {pathway.pathway.boundary for _, pathway in each.pathways}
        is_needed = boundary == _PROCESS or each.activity in _BUYS_METAL
        if (boundary is None and not boundaries) or (boundary and boundaries and boundary not in boundaries and is_needed):
            found.append((each.label, each.place))
    return found


def _other_methods(all_of_them: tuple[Producer, ...]) -> Found:
    """Pathways by another method, where the entity has none of the boundary by the endorsed one."""
    found: Found = []
    for each in all_of_them:
        endorsed = {pathway.pathway.boundary for _, pathway in each.pathways if pathway.pathway.method in (TOOL, CURVE)}
        found += [
            (_label(each, name), place(each.report.file, "pathways", name, at_key=True))
            for name, pathway in each.pathways
            if pathway.pathway.boundary not in endorsed
        ]
    return found


def _measures(report: Report) -> Found:
    return [(prefix.rstrip("."), place(part.file, "measures", at_key=True)) for prefix, part in parts(report) if part.plan.measures]
