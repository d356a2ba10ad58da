"""All plans of a command: those that are unchanged are told at once, the others built; what is wrong with one does not stop the rest."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import AbstractContextManager, closing, nullcontext

from ghgplan.project.addresses import PlanAddress, name_findings
from ghgplan.project.building import PlanResult, as_before, build_stale, converter_for
from ghgplan.project.course import Course, Progress
from ghgplan.project.garbage import collect_between_plans
from ghgplan.project.hands import OWN, Hands
from ghgplan.project.store.shelf import Shelf, Stores
from ghgplan.project.work import Work
from ghgplan.project.writing import sole_builder


def build_plans(plans: Sequence[PlanAddress], work: Work, progress: Progress, *, jobs: int = 1, cluster: str = "") -> Generator[PlanResult]:
    """What becomes of ``plans``, in their order: with ``jobs`` processes side by side, or on the ``cluster`` at an address.

    Raises Trouble before the first result where ``work.out`` cannot be used, or the cluster or the office program is not there.
    """
    stores = Stores(anew=work.anew) if work.storing else None
    converter_for(work)
    with sole_builder(work.out) if work.out else nullcontext():
        settled = _settled(plans, work, stores)
        stale = [plan for plan in plans if plan not in settled]
        course = Course(len(plans), len(settled), progress)
        with closing(_built(stale, work, stores, course, jobs, cluster)) as built:
            for plan in plans:
                yield settled.pop(plan, None) or next(built)
    if stores:
        stores.tidy()


def _settled(plans: Sequence[PlanAddress], work: Work, stores: Stores | None) -> dict[PlanAddress, PlanResult]:
    """The plans for which nothing can or need be done."""
    names = name_findings(plans)
    settled = {plan: PlanResult(plan, (finding,), failed=True) for plan, finding in names.items()}
    for plan in plans:
        shelf = stores.shelf(plan, work.request, work.out) if stores and plan not in names else None
        former = as_before(shelf) if shelf else None
        if former:
            settled[plan] = former
    return settled


def _built(
    plans: Sequence[PlanAddress], work: Work, stores: Stores | None, course: Course, jobs: int, cluster: str
) -> Generator[PlanResult]:
    if cluster and plans:
        # Each loaded only where it is asked for.
        from ghgplan.project.workers.cluster import build_on_cluster

        return build_on_cluster(plans, work, stores, cluster, course)
    if jobs > 1 and len(plans) > 1:
        from ghgplan.project.workers.local import build_locally

        return build_locally(plans, work, jobs, course)
    return _one_by_one(plans, work, stores, course, jobs)


def _one_by_one(plans: Sequence[PlanAddress], work: Work, stores: Stores | None, course: Course, jobs: int) -> Generator[PlanResult]:
    converter = converter_for(work)
    shelves = [stores.shelf(plan, work.request, work.out) if stores else None for plan in plans]
    with _beside(shelves) if jobs > 1 and work.out else nullcontext(OWN) as hands:
        for before, (plan, shelf) in enumerate(zip(plans, shelves, strict=True)):
            collect_between_plans(before)
            result = build_stale(plan, work, shelf, converter, lambda stage, plan=plan: course.notice(plan, stage), hands)
            course.finished()
            yield result


def _beside(shelves: Sequence[Shelf | None]) -> AbstractContextManager[Hands]:
    """Another process: at the first build it draws the charts, which takes longest; later it writes, for most charts are kept."""
    if not shelves:
        return nullcontext(OWN)
    from ghgplan.project.workers.beside import draughtsman, scribe

    return scribe() if any(shelf and shelf.has_written for shelf in shelves) else draughtsman()
