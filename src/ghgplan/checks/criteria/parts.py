"""The parts of a plan that criteria look at: its own chapters and its members', as one whole."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from ghgplan.checks.rule import place
from ghgplan.compute.pathways import PathwayReport
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Related
from ghgplan.plan.model.targets import Target
from ghgplan.plan.text import Text
from ghgplan.values import frozen

_ASI = re.compile(r"(?<![A-Za-z])ASI(?![A-Za-z])|Aluminium Stewardship Initiative|铝业管理倡议")

Found: TypeAlias = list[tuple[str, Related | None]]
"""Things by what they are called in the report, each with its place; a thing of the whole plan is called nothing."""


@frozen
class Producer:
    """An entity that has emissions of its own to answer for: with an inventory, a pathway or an activity."""

    label: str
    """Its name behind its member's: ``north.plant``."""
    report: Report
    name: str

    @property
    def place(self) -> Related:
        return place(self.report.file, "entities", self.name, at_key=True)

    @property
    def activity(self) -> str | None:
        return self.report.plan.entities[self.name].activity

    @property
    def pathways(self) -> tuple[tuple[str, PathwayReport], ...]:
        """Its pathways with the place of each in the plan."""
        own = self.report.plan.pathways
        return tuple(
            (key, self.report.pathways[key]) for key, each in own.items() if each.entity == self.name and key in self.report.pathways
        )


@frozen
class Promise:
    """An intermediate target, with the entities it holds for and the pathways it stands on."""

    label: str
    report: Report
    name: str
    target: Target
    covers: tuple[str, ...]
    """Labels of producers."""

    @property
    def place(self) -> Related:
        return place(self.report.file, "targets", self.name, at_key=True)

    @property
    def pathways(self) -> tuple[PathwayReport, ...]:
        return tuple(self.report.pathways[key] for key in self.target.pathway if key in self.report.pathways)

    @property
    def boundaries(self) -> frozenset[str]:
        """What its figures cover; empty where the plan does not say."""
        return frozenset({self.target.boundary} if self.target.boundary else {each.pathway.boundary for each in self.pathways})


def parts(report: Report, prefix: str = "") -> Iterator[tuple[str, Report]]:
    """The plan and its members, each with what names in it begin with from here: nothing, ``north.``."""
    yield prefix, report
    for name, member in report.members.items():
        yield from parts(member, f"{prefix}{name}.")


def producers(report: Report) -> tuple[Producer, ...]:
    """The entities of the plan and of its members that have emissions of their own."""
    return tuple(
        Producer(f"{prefix}{name}", part, name)
        for prefix, part in parts(report)
        for name, entity in part.plan.entities.items()
        # In a group's own plan an entity with an inventory alone is the sum of its members.
        if entity.activity
        or (name in part.plan.inventory and not part.members)
        or any(each.entity == name for each in part.plan.pathways.values())
    )


def promises(report: Report) -> tuple[Promise, ...]:
    """The intermediate targets of the plan and of its members."""
    return tuple(
        Promise(f"{prefix}{name}", part, name, target, _covered(prefix, part, target))
        for prefix, part in parts(report)
        for name, target in part.plan.targets.items()
        if target.intermediate
    )


def _covered(prefix: str, part: Report, target: Target) -> tuple[str, ...]:
    below = [f"{prefix}{each.label}" for each in producers(part)]
    of = {target.entity} if target.entity else {part.plan.pathways[key].entity for key in target.pathway if key in part.plan.pathways}
    named = [f"{prefix}{name}" for name in of if name and f"{prefix}{name}" in below]
    # A target of no entity, or of one that stands for all of them, is the whole company's.
    return tuple(named or below)


def held(report: Report, given: Callable[[Report], Related | None]) -> tuple[Found, Found]:
    """Where something that holds for a whole plan is given, and the parts that go without it.

    What the plan itself gives holds for its members too; otherwise each member has to give it.
    """
    own = given(report)
    if own:
        return [("", own)], []
    if not report.members:
        return [], [("", None)]
    there: Found = []
    lacking: Found = []
    for name, member in report.members.items():
        found, missing = held(member, given)
        there += [(name, at) for _, at in found]
        lacking += [(name, at) for _, at in missing]
    # What no member has, the plan itself is to say.
    return there, lacking if there else [("", None)]


def claims_asi(report: Report) -> bool:
    """Whether the plan means to meet the ASI standard: by a pathway's method, or by naming ASI in title, standards or targets."""
    return any(_claims(part) for _, part in parts(report))


def _claims(part: Report) -> bool:
    plan = part.plan
    texts: list[Text | None] = [plan.document.title, plan.document.subtitle, *(each.statement for each in plan.targets.values())]
    texts += plan.accounting.standards if plan.accounting else ()
    by_method = any(each.method.startswith("asi-") for each in plan.pathways.values())
    return by_method or any(_ASI.search(wording) for text in texts if text for wording in (text.zh, text.en) if wording)
