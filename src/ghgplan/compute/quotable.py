"""What texts may quote that is no number: names, years, versions."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.plan.model.measures import Measure
from ghgplan.plan.model.plan import Plan
from ghgplan.plan.text import Text

Quotable = Iterator[tuple[str, Text | str]]


def quotable_texts(plan: Plan) -> Quotable:
    """The texts of a plan by the dotted names that quotes call them by."""
    yield from _present({
        "company.name": plan.company.name,
        "company.site": plan.company.site,
        "document.title": plan.document.title,
        "document.version": plan.document.version,
        "document.number": plan.document.number,
        "document.reporting year": plan.document.reporting_year,
    })  # fmt: skip
    for name, entity in plan.entities.items():
        yield f"entities.{name}.name", entity.name
    for name, member in plan.members.items():
        yield f"members.{name}.name", member.name
    for name, pathway in plan.pathways.items():
        at = f"pathways.{name}"
        yield from _present({f"{at}.base year": pathway.base_year, f"{at}.aim": pathway.aim, f"{at}.tool": pathway.tool})
    for name, target in plan.targets.items():
        at = f"targets.{name}"
        yield from _present({f"{at}.year": target.year, f"{at}.base year": target.base_year, f"{at}.first year": target.first_year})
    for name, measure in plan.measures.items():
        yield from _of_measure(f"measures.{name}", measure)


def _of_measure(at: str, measure: Measure) -> Quotable:
    yield from _present({f"{at}.name": measure.name, f"{at}.from": measure.from_, f"{at}.to": measure.to})
    for position, saving in enumerate(measure.saves, start=1):
        yield from _present({f"{at}.saves.{position}.base year": saving.base_year})


def _present(values: dict[str, Text | str | int | None]) -> Quotable:
    for name, value in values.items():
        if value is not None:
            yield name, str(value) if isinstance(value, int) else value
