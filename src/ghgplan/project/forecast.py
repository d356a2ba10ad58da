"""What a build would do, found without doing it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from ghgplan.project.addresses import PlanAddress, name_findings
from ghgplan.project.request import Request
from ghgplan.project.store.records import Change
from ghgplan.project.store.shelf import Shelf, Stores
from ghgplan.values import frozen


@frozen
class Forecast:
    """Why a plan would be built again: no ``reasons``, and it would not. ``failed`` where it is known that it has errors."""

    plan: PlanAddress
    reasons: tuple[Change, ...]
    failed: bool = False


def forecast(plans: Sequence[PlanAddress], request: Request, out: Path, stores: Stores) -> Iterator[Forecast]:
    """What a build of ``plans`` into ``out`` would do with each."""
    names = name_findings(plans)
    for plan in plans:
        if plan in names:
            yield Forecast(plan, (Change("name"),), failed=True)
        else:
            yield _forecast(plan, stores.shelf(plan, request, out))


def _forecast(plan: PlanAddress, shelf: Shelf | None) -> Forecast:
    if shelf is None:
        return Forecast(plan, (Change("version"),))
    if shelf.anew:
        return Forecast(plan, (Change("forced"),))
    record = shelf.record()
    if record is None:
        return Forecast(plan, (Change("first"),))
    reasons = shelf.changes(record)
    return Forecast(plan, reasons, failed=bool(record.code) and not reasons)
