"""A project of two plans with all that a build reads: a plan with a CSV, a chart and a warning, and a group of which it is a member."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

from ghgplan.project.addresses import find
from ghgplan.project.all_plans import build_plans
from ghgplan.project.building import PlanResult
from ghgplan.project.request import Request
from ghgplan.project.store.shelf import Stores
from ghgplan.project.work import Work

PLANT = dedent("""\
    company: {name: {zh: 示例公司, en: Example Company}}
    document: {title: {zh: 减排计划, en: Reduction plan}, version: "1.0", date: 2025-09-15, languages: [zh, en, zh-en]}
    accounting: {gwp: AR5, fuels: mee}
    entities: {plant: {name: {zh: 一厂, en: Plant}, activity: casthouse}}
    inventory:
      plant:
        activity data: [data/fuel.csv]
        production: {2023: 7880 t}
        sources:
          gas:
            name: {zh: 熔炼炉, en: Furnace}
            carrier: {zh: 天然气, en: Natural gas}
            scope: scope 1
            kind: stationary combustion
            gases: [CO2]
            fuel: natural gas
    pathways:
      process:
        entity: plant
        boundary: scope 1+2
        base year: 2023
        base: 0.82
        unit: tCO2e/t
        method: asi-tool
        values: {2025: 0.79, 2028: 0.74}
    outline:
      - title: {zh: 现状, en: Where we stand}
        body:
          - text: {zh: 中文句子。, en: English sentence.}
          - text:
              zh: "天然气 {{ inventory.plant.sources.gas.emissions.2023 }}，见 {{ figure.process }}。"
              en: "Gas {{ inventory.plant.sources.gas.emissions.2023 }}, see {{ figure.process }}."
          - chart: pathway
            of: [process]
            name: process
    """)
GROUP = dedent("""\
    company: {name: {zh: 示例集团, en: Example Group}}
    document: {title: {zh: 集团计划, en: Group plan}, version: "1.0", date: 2025-09-15, languages: [zh, en, zh-en]}
    members: {plant: {name: {zh: 一厂, en: Plant}, plan: ../plant/plan.yaml}}
    outline:
      - title: {zh: 概述, en: Summary}
        text: {zh: "产量 {{ plant.inventory.plant.production.2023 }}。", en: "Production {{ plant.inventory.plant.production.2023 }}."}
    """)
CSV = "source,year,amount,unit\ngas,2023,118,万m3\n"


def write_project(project: Path) -> None:
    for name, text in (("plans/plant/plan.yaml", PLANT), ("plans/group/plan.yaml", GROUP), ("plans/plant/data/fuel.csv", CSV)):
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


EVERYTHING = Request()


def build(
    project: Path, *names: str, request: Request = EVERYTHING, out: str | None = "out", stores: Stores | None = None, jobs: int = 1
) -> list[PlanResult]:
    work = Work(request, project / out if out else None, storing=stores is not None, anew=bool(stores and stores.anew))
    return list(build_plans(find(names, project).plans, work, lambda _: None, jobs=jobs))


def files(folder: Path) -> dict[str, bytes]:
    """All that lies in a folder, but for the lock of builds."""
    paths = (path for path in folder.rglob("*") if path.is_file() and path.name != ".ghgplan.lock")
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def replace(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")
