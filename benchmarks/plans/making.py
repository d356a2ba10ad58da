"""Plans written to a folder of projects: ``plans/<name>/plan.yaml`` with its CSV, the same for the same seed."""

from __future__ import annotations

import csv
import random
from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, StrictUndefined

from benchmarks.plans.figures import ACTIVITY_UNITS, Figures, draw

HERE = Path(__file__).parent
LANGUAGES = ("zh", "en", "zh-en")
FREIGHT = "0.119"
"""The factor of road freight, kgCO2e/tkm: what the benchmark changes to see what follows from a factor."""

CATEGORIES = {
    "saving": ("节能改造", "Energy saving"),
    "power": ("节电", "Electricity saving"),
    "transport": ("厂内运输", "Transport inside the plant"),
}
OWNERS = {
    "equipment": ("设备部", "Equipment department"),
    "production": ("生产部", "Production department"),
    "energy": ("能源环境部", "Energy and environment department"),
    "purchasing": ("采购部", "Purchasing department"),
}
# With the decimals in which the list of measures gives the amounts.
CARRIERS = {
    "gas": ("天然气", "Natural gas", "m3/t", "fuel: natural gas", 2),
    "electricity": ("电力", "Electricity", "kWh/t", "electricity: yes", 1),
    "diesel": ("柴油", "Diesel", "kg/t", "fuel: diesel", 2),
}
STATUSES = (
    ("已立项", "Approved"),
    ("设备已订货", "Ordered"),
    ("正在实施", "Under way"),
    ("已完成可行性研究", "Feasibility study completed"),
)


def names(count: int) -> Sequence[str]:
    """The names of the first ``count`` plans, which are their folders' names too."""
    return [f"plan-{number:04}" for number in range(1, count + 1)]


def make_project(folder: Path, count: int, *, seed: int, measures: int | None = None, languages: Sequence[str] = ("zh", "en")) -> None:
    """Write ``count`` plans below ``folder``; the n-th plan of a seed is the same in a project of any size."""
    for number, name in enumerate(names(count), 1):
        text, rows = plan(seed, number, measures=measures, languages=languages)
        data = folder / "plans" / name / "data"
        data.mkdir(parents=True, exist_ok=True)
        (data.parent / "plan.yaml").write_text(text, encoding="utf-8", newline="\n")
        (data / "activity.csv").write_text(rows, encoding="utf-8", newline="\n")


def plan(seed: int, number: int, *, measures: int | None = None, languages: Sequence[str] = ("zh", "en")) -> tuple[str, str]:
    """The plan's YAML and its activity data as CSV; 20 to 30 measures of its list, where their number is not given."""
    chance = random.Random(f"{seed}/{number}")  # noqa: S311 no secret hangs on it
    figures = draw(chance)
    measures = chance.randint(20, 30) if measures is None else measures
    text = _template().render(
        number=f"{number:04}", figures=figures, measures=list(_measures(chance, measures)), languages=languages, freight=FREIGHT
    )
    return text + "\n", "".join(_rows(figures))


def _rows(figures: Figures) -> Iterator[str]:
    yield "source,year,amount,unit\n"
    for source, unit in ACTIVITY_UNITS.items():
        yield from (f"{source},{year},{amount},{unit}\n" for year, amount in figures.activity[source].items())


def _measures(chance: random.Random, count: int) -> Iterator[Mapping[str, Any]]:
    known = _catalogue()
    chosen = sorted(chance.sample(range(len(known)), count), key=lambda place: list(CATEGORIES).index(known[place]["category"]))
    for entry in (known[place] for place in chosen):
        carrier = CARRIERS[entry["carrier"]]
        first = chance.randint(2026, 2027)
        status = chance.choice(STATUSES)
        yield {
            **entry,
            **_both("category", CATEGORIES[entry["category"]]),
            **_both("owner", OWNERS[entry["owner"]]),
            **_both("carrier", carrier),
            **_both("status", status),
            "amount": f"{Decimal(chance.randint(int(entry['least']), int(entry['most']))).scaleb(-carrier[4])} {carrier[2]}",
            "factor": carrier[3],
            "first": first,
            "last": chance.randint(first, 2028),
            "cost": chance.randrange(10, 500, 5),
        }


def _both(key: str, words: Sequence[Any]) -> dict[str, str]:
    return {f"{key}_zh": words[0], f"{key}_en": words[1]}


@cache
def _catalogue() -> Sequence[Mapping[str, str]]:
    with (HERE / "measures.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def _template() -> Any:
    environment = Environment(undefined=StrictUndefined, autoescape=False)  # noqa: S701 a plan is YAML, not HTML
    return environment.from_string((HERE / "plan.yaml.j2").read_text(encoding="utf-8"))
