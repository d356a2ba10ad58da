"""What a worker can be asked to do. A trade is sent to the worker first, and then tasks, one at a time."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from itertools import count
from typing import TYPE_CHECKING, Any, Protocol

from ghgplan.document.charts import Chart
from ghgplan.project.addresses import PlanAddress
from ghgplan.project.work import Work
from ghgplan.values import frozen

if TYPE_CHECKING:
    from ghgplan.diagnostics import Outcome
    from ghgplan.project.files import File

Tell = Callable[[Any], None]
"""Sends something to whoever asked, before the task is done."""


class Trade(Protocol):
    """A value that can be sent."""

    def begin(self) -> Callable[[Any, Tell], Any]:
        """Load what is needed; what becomes of a task."""
        ...


@frozen
class Done:
    """A task's result, which is the last that is told of it."""

    result: Any


@frozen
class Building:
    """Builds plans: an address becomes a result, and each stage is told."""

    work: Work

    def begin(self) -> Callable[[PlanAddress, Tell], Any]:
        from ghgplan.project.building import build_stale, converter_for
        from ghgplan.project.garbage import collect_between_plans
        from ghgplan.project.store.shelf import Stores

        work = self.work
        stores = Stores(anew=work.anew) if work.storing else None
        converter = converter_for(work)
        numbers = count()

        def build(plan: PlanAddress, notice: Tell) -> Any:
            collect_between_plans(next(numbers))
            shelf = stores.shelf(plan, work.request, work.out) if stores else None
            return build_stale(plan, work, shelf, converter, notice)

        return build


@frozen
class Writing:
    """Writes files: many become their bytes."""

    def begin(self) -> Callable[[Sequence[File], Tell], Sequence[Outcome[bytes]]]:
        from ghgplan.project.files import load_writers, write_here

        load_writers()
        return lambda files, _: write_here(files)()


@frozen
class Drawing:
    """Draws charts: many become their pictures, PNG."""

    def begin(self) -> Callable[[Sequence[Chart], Tell], Sequence[bytes]]:
        from ghgplan.project.pictures import draw_here, prepare_matplotlib

        prepare_matplotlib(os.environ)
        # It takes longest to load, and the charts are still to come.
        import_module("ghgplan.emit.charts.paint")
        return lambda charts, _: draw_here(charts)()
