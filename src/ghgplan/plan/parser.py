"""parse: Source -> the typed, frozen plan, with every finding at once."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import ValidationError

from ghgplan.diagnostics import Outcome
from ghgplan.plan.errors import diagnostics
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.plan import Plan, PlanFile
from ghgplan.plan.references import check_references
from ghgplan.plan.source import Source


def parse(source: Source, members: Mapping[str, PlanFile] | None = None) -> Outcome[PlanFile]:
    """Type the plan. ``members`` are the parsed plans of its group members, by name."""
    try:
        plan = Plan.model_validate(source.raw())
    except ValidationError as error:
        return Outcome(None, diagnostics(error, Plan, source))
    file = PlanFile(plan, source, Frozen(members or {}))
    return Outcome(file, tuple(check_references(file)))
