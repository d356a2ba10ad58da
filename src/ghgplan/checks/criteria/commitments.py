"""Criteria 5.3c to 5.4, and what is public: review, disclosure, progress, management."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.checks.criteria.judgement import Judgement, judged, remark
from ghgplan.checks.criteria.parts import Found, held, parts
from ghgplan.checks.rule import place
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path, Related
from ghgplan.plan.model.governance import Disclosure, Governance
from ghgplan.plan.scalars import Quantity
from ghgplan.plan.units import parse_unit

_YEAR = parse_unit("年")
_REVIEW: Path = ("governance", "review")
_DISCLOSURE: Path = ("governance", "disclosure")


def reviewed(report: Report) -> Judgement:
    """5.3c: the plan is reviewed every year."""
    there, lacking = held(report, lambda part: _review(part, "every") if _review_period(part) else None)
    yearly, not_yearly = held(report, lambda part: _review(part, "every") if is_yearly(_review_period(part)) else None)
    seldom: Found = [
        (f"{prefix.rstrip('.')} {every.value:f} {every.unit.symbol}".strip(), _review(part, "every"))
        for prefix, part in parts(report)
        if not_yearly and (every := _review_period(part)) and not is_yearly(every)
    ]
    period = _targets_period(report)
    targets_alone: Found = (
        [(f"{period.value:f} {period.unit.symbol}", _review(report, "targets every"))] if period and not is_yearly(period) else []
    )
    return judged(
        "5.3c",
        (remark("plan reviewed yearly", yearly), remark("plan reviewed", [] if yearly else there)),
        (
            # Where a period is given that is the targets' alone, and a long one, that is what will be taken for the plan's.
            remark("no review", [] if lacking and targets_alone else lacking, _REVIEW),
            remark("only targets reviewed", targets_alone if lacking else [], (*_REVIEW, "targets every")),
            remark("review too seldom", seldom, (*_REVIEW, "every")),
        ),
    )


def reviewed_on_change(report: Report) -> Judgement:
    """5.3d: the pathway is reviewed when the business changes."""

    def given(part: Report) -> Related | None:
        review = _governance(part).review
        return _review(part, "on change") if review and review.on_change else None

    there, lacking = held(report, given)
    at = (*_REVIEW, "on change")
    return judged("5.3d", (remark("pathway reviewed on change", there),), (remark("no review on change", lacking, at),))


def disclosed(report: Report) -> Judgement:
    """5.3e: pathway, plan and each year's progress are public."""
    pathway, no_pathway, _ = published(report, "pathway")
    plan, no_plan, _ = published(report, "plan")
    progress, no_progress, seldom = published(report, "progress", yearly=True)
    actual, no_actual = _progress(report)
    return judged(
        "5.3e",
        (
            remark("pathway public", pathway),
            remark("plan public", plan),
            remark("progress public", progress),
            remark("actual values", actual),
        ),
        (
            *(
                # Where nothing at all is public there is one thing to say.
                [remark("nothing public", no_plan, _DISCLOSURE)]
                if no_pathway == no_plan == no_progress
                else [
                    remark("pathway not public", no_pathway, _DISCLOSURE),
                    remark("plan not public", no_plan, _DISCLOSURE),
                    remark("progress not public", no_progress, _DISCLOSURE),
                ]
            ),
            remark("progress not public every year", seldom, _DISCLOSURE),
            remark("no actual values", no_actual, ("progress",)),
        ),
    )


def managed(report: Report) -> Judgement:
    """5.4: a management system, procedures and controls, and people who answer for them."""

    def controls(part: Report) -> Related | None:
        return place(part.file, "governance", "controls", at_key=True) if _governance(part).controls else None

    def committee(part: Report) -> Related | None:
        return place(part.file, "governance", "committee", at_key=True) if _governance(part).committee else None

    controlled, lacking = held(report, controls)
    seated, _ = held(report, committee)
    at = ("governance", "controls")
    return judged("5.4", (remark("controls", controlled), remark("committee", seated)), (remark("no controls", lacking, at),))


def published(report: Report, *what: str, yearly: bool = False) -> tuple[Found, Found, Found]:
    """Where the plan says that one of ``what`` is public, the parts where it does not, and those where it is not every year."""
    there, lacking = held(report, lambda part: next(_published(part, what), None))
    every_year, _ = held(report, lambda part: next((at for at in _published(part, what, yearly=True)), None))
    seldom = [each for each in there if each not in every_year] if yearly and not every_year else []
    return there, lacking, seldom


def is_yearly(period: Quantity | None) -> bool:
    """Whether something happens every year or more often."""
    return period is not None and period.value * period.unit.factor_to(_YEAR) <= 1


def _published(part: Report, what: tuple[str, ...], *, yearly: bool = False) -> Iterator[Related]:
    for position, disclosure in enumerate(_governance(part).disclosure):
        if set(what) & set(disclosure.of) and (not yearly or _every_year(disclosure)):
            yield place(part.file, *_DISCLOSURE, str(position))


def _every_year(disclosure: Disclosure) -> bool:
    return is_yearly(disclosure.every)


def _progress(report: Report) -> tuple[Found, Found]:
    """The pathways with actual values, and those that have none though a whole year has passed since their base year."""
    there: Found = []
    lacking: Found = []
    for prefix, part in parts(report):
        for name, pathway in part.plan.pathways.items():
            if name in part.plan.progress:
                there.append((f"{prefix}{name}", place(part.file, "progress", name, at_key=True)))
            elif part.plan.document.date.year - 1 > pathway.base_year:
                lacking.append((f"{prefix}{name}", place(part.file, "pathways", name, at_key=True)))
    return there, lacking


def _governance(part: Report) -> Governance:
    return part.plan.governance or Governance()


def _review_period(part: Report) -> Quantity | None:
    review = _governance(part).review
    return review.every if review else None


def _targets_period(part: Report) -> Quantity | None:
    review = _governance(part).review
    return review.targets_every if review else None


def _review(part: Report, key: str) -> Related:
    return place(part.file, *_REVIEW, key)
