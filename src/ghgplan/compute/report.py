"""compute: a plan -> the report: every number that a document may show, each with its origin."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ghgplan.compute.energy import CarrierReport, compute_energy, energy_numbers
from ghgplan.compute.gap import GapReport, compute_gaps
from ghgplan.compute.group import GroupMember, GroupReport, compute_group, refusals
from ghgplan.compute.inventory import InventoryReport, compute_inventory
from ghgplan.compute.measures import MeasureFigures, compute_measures, target_numbers
from ghgplan.compute.numbers import Number
from ghgplan.compute.pathways import PathwayReport, compute_pathway
from ghgplan.compute.quotable import quotable_texts
from ghgplan.compute.unknown_scopes import unknown_scopes
from ghgplan.diagnostics import Diagnostic, Outcome, Path
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.company import Entity
from ghgplan.plan.model.measures import Measure
from ghgplan.plan.model.plan import Plan, PlanFile
from ghgplan.plan.model.targets import Target
from ghgplan.plan.text import Text
from ghgplan.values import frozen


@frozen
class EntityReport:
    """An entity of the plan or of a member, with its figures.

    ``names`` is what the entity is called: its own name, behind its member's where the
    member has several.
    """

    entity: Entity
    names: tuple[Text, ...]
    inventory: InventoryReport | None
    energy: Mapping[str, CarrierReport]


@frozen
class TargetReport:
    """A target, with the place of its texts."""

    target: Target
    scope: Path
    """Where the names that its statement quotes are looked up first."""
    source: PlanFile
    path: Path


@frozen
class MeasureReport:
    """A measure with its figures by name, and the place of its texts."""

    measure: Measure
    scope: Path
    source: PlanFile
    path: Path
    numbers: Mapping[str, Number]
    figures: MeasureFigures


# What rules find out about a report is kept beside it for as long as it lives (plan/remembering.py).
@dataclass(frozen=True, slots=True, weakref_slot=True)
class Report:
    """Everything a document can show. Names of members' things begin with the member's name."""

    file: PlanFile
    entities: Mapping[str, EntityReport]
    pathways: Mapping[str, PathwayReport]
    targets: Mapping[str, TargetReport]
    measures: Mapping[str, MeasureReport]
    numbers: Mapping[str, Number]
    """By dotted name: ``pathways.casting process.2026``."""
    texts: Mapping[str, Text | str]
    """What is quoted and is no number: ``company.name``, ``pathways.casting process.base year``."""
    gaps: Mapping[str, GapReport] = field(default_factory=Frozen[str, GapReport])
    """By pathway, for those that have a target to reach."""
    group: GroupReport | None = None
    """Of a plan with members."""
    members: Mapping[str, Report] = field(default_factory=Frozen[str, "Report"])
    """The members' own reports, in which names are the members' own."""

    @property
    def plan(self) -> Plan:
        return self.file.plan


def compute(file: PlanFile) -> Outcome[Report]:
    """The report of a plan and, behind their names, of its members."""
    outcome = _computed(file)
    if outcome.value is None:
        return outcome
    inventories = {name: entity.inventory for name, entity in outcome.value.entities.items() if entity.inventory}
    return Outcome(outcome.value, (*outcome.diagnostics, *unknown_scopes(file, inventories)))


def _computed(file: PlanFile) -> Outcome[Report]:
    members = {name: _computed(member) for name, member in file.members.items()}
    findings: list[Diagnostic] = []
    entities = _entities(file, findings)
    pathways = _pathways(file, entities, findings)
    targets = {name: TargetReport(target, ("targets", name), file, ("targets", name)) for name, target in file.plan.targets.items()}
    production = {name: entity.inventory.production for name, entity in entities.items() if entity.inventory}
    figures = compute_measures(file, production, pathways.values())
    findings.extend(figures.diagnostics)
    avoided = figures.value or Frozen()
    measures = {
        name: MeasureReport(file.plan.measures[name], ("measures", name), file, ("measures", name), figure.numbers, figure)
        for name, figure in avoided.items()
    }
    inventories = {name: entity.inventory for name, entity in entities.items() if entity.inventory}
    gaps = compute_gaps(file.plan, pathways, inventories, avoided)
    numbers: dict[str, Number] = {}
    texts = dict(quotable_texts(file.plan))
    for name, entity in entities.items():
        if entity.inventory:
            numbers.update(_named(f"inventory.{name}", entity.inventory.numbers()))
        production = entity.inventory.production if entity.inventory else Frozen[int, Number]()
        numbers.update(_named(f"energy.{name}", energy_numbers(entity.energy, production)))
        for carrier_name, carrier in entity.energy.items():
            numbers.update(_named(f"energy.{name}.{carrier_name}", carrier.numbers()))
    for name, pathway in pathways.items():
        numbers.update(_named(f"pathways.{name}", pathway.numbers()))
        if pathway.intermediate:
            texts[f"pathways.{name}.intermediate year"] = str(pathway.intermediate.year)
        numbers.update(_named(f"progress.{name}", pathway.progress_numbers()))
        texts.update({f"progress.{name}.{key}": text for key, text in pathway.progress_texts()})
    for name in targets:
        numbers.update(_named(f"targets.{name}", iter(target_numbers(file, name).items())))
    for name, measure in measures.items():
        numbers.update(_named(f"measures.{name}", iter(measure.numbers.items())))
    for name, gap in gaps.items():
        numbers.update(_named(f"gap.{name}", gap.numbers()))
        texts.update({f"gap.{name}.year": str(gap.year), f"gap.{name}.reference year": str(gap.reference_year)})
    group = _group(members, list(pathways.values()))
    if group:
        numbers.update(_named("group", group.numbers()))
        findings.extend(refusals(file, group))
    for name, outcome in members.items():
        findings.extend(outcome.diagnostics)
        below = outcome.value
        if below is None:
            continue
        entities.update(_members_entities(file.plan.members[name].name, name, below))
        pathways.update({f"{name}.{key}": pathway.of_member(name) for key, pathway in below.pathways.items()})
        targets.update({f"{name}.{key}": TargetReport(t.target, (name, *t.scope), t.source, t.path) for key, t in below.targets.items()})
        measures.update(
            {
                f"{name}.{key}": MeasureReport(m.measure, (name, *m.scope), m.source, m.path, m.numbers, m.figures)
                for key, m in below.measures.items()
            }
        )
        gaps.update({f"{name}.{key}": gap.of_member(name) for key, gap in below.gaps.items()})
        numbers.update({f"{name}.{key}": number for key, number in below.numbers.items()})
        texts.update({f"{name}.{key}": text for key, text in below.texts.items()})
    reports = {name: outcome.value for name, outcome in members.items() if outcome.value}
    report = Report(
        file, Frozen(entities), Frozen(pathways), Frozen(targets), Frozen(measures), Frozen(numbers), Frozen(texts), Frozen(gaps),
        group, Frozen(reports),
    )  # fmt: skip
    return Outcome(report, _once(findings))


def _once(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings without repetitions: several entities share what the plan chose."""
    kept: dict[object, Diagnostic] = {}
    for found in findings:
        # An entry known from memory is said once a plan, wherever it is used first.
        place = found.span.file if found.code == "GP-C29" else (found.span, found.path)
        kept.setdefault((found.code, place, tuple(sorted(found.arguments.items()))), found)
    return tuple(kept.values())


def _entities(file: PlanFile, findings: list[Diagnostic]) -> dict[str, EntityReport]:
    reports: dict[str, EntityReport] = {}
    for name, entity in file.plan.entities.items():
        inventory = None
        if name in file.plan.inventory:
            outcome = compute_inventory(file, name)
            inventory = outcome.value
            findings.extend(outcome.diagnostics)
        energy = compute_energy(file, name)
        findings.extend(energy.diagnostics)
        reports[name] = EntityReport(entity, (entity.name,), inventory, energy.value or Frozen())
    return reports


def _group(members: Mapping[str, Outcome[Report]], own: list[PathwayReport]) -> GroupReport | None:
    """The members together; None where the plan has none."""
    below = {name: outcome.value for name, outcome in members.items() if outcome.value}
    inventories = {name: [e.inventory for e in report.entities.values() if e.inventory] for name, report in below.items()}
    pathways = [
        GroupMember.of(name, key, pathway.of_member(name), report.entities[pathway.entity].inventory)
        for name, report in below.items()
        for key, pathway in report.pathways.items()
    ]
    return compute_group(inventories, pathways, own) if below else None


def _pathways(file: PlanFile, entities: Mapping[str, EntityReport], findings: list[Diagnostic]) -> dict[str, PathwayReport]:
    reports: dict[str, PathwayReport] = {}
    for name, pathway in file.plan.pathways.items():
        inventory = entities[pathway.entity].inventory if pathway.entity in entities else None
        intensity = inventory.totals.get("intensity") if inventory else None
        outcome = compute_pathway(file, name, inventory.production if inventory else None, intensity)
        findings.extend(outcome.diagnostics)
        if outcome.value:
            reports[name] = outcome.value
    return reports


def _members_entities(short_name: Text, member: str, below: Report) -> dict[str, EntityReport]:
    """A member's entities under the member's name; a member with a single entity is called by its short name alone."""
    single = len(below.entities) == 1
    return {
        f"{member}.{key}": EntityReport(
            entity.entity, (short_name,) if single else (short_name, *entity.names), entity.inventory, entity.energy
        )
        for key, entity in below.entities.items()
    }


def _named(prefix: str, numbers: Iterator[tuple[str, Number]]) -> dict[str, Number]:
    return {f"{prefix}.{name}": number for name, number in numbers}
