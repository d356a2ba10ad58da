"""One good plan that touches every chapter, for tests to break."""

from __future__ import annotations

from ghgplan.diagnostics import Diagnostic, Outcome
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read

FILE = "plan.yaml"

GOOD_PLAN = """\
company:
  name: {zh: 示例铝业有限公司, en: "Example Aluminium Co., Ltd."}
  site: {zh: 示例省示例市, en: Example City}
  telephone: +86 10 5555 0100
document:
  title: {zh: 减排计划, en: Reduction plan}
  number: 007
  version: 1.10
  date: 2025-09-15
  reporting year: 2024
  languages: [zh, en, zh-en]
  prepared: {by: {zh: 环保部, en: Environment department}, date: 2025-09-01}
  history:
    - {version: 1.0, date: 2024-09-15, change: {zh: 首次发布, en: First edition}}
accounting:
  consolidation: operational control
  gwp: AR6
  standards:
    - ISO 14064-1:2018
entities:
  casting:
    name: {zh: 铸造厂, en: Casthouse}
    activity: casthouse
  extrusion:
    name: {zh: 挤压厂, en: Extrusion plant}
members:
  north:
    name: {zh: 北方公司, en: North}
    plan: ../north/plan.yaml
inventory:
  casting:
    periods:
      2023: {from: 2023-09, to: 2024-08}
    production:
      2023: 7880 t
      2024: 8120.5 吨
    sources:
      boiler:
        name: {zh: 锅炉, en: Boiler}
        carrier: {zh: 天然气, en: Natural gas}
        scope: scope 1
        kind: stationary combustion
        gases: [CO2, CH4]
        activity:
          2023: 120 万m3
        unit converted: no
        factor: 21.62 tCO2e/万m3
    stated:
      scope 1: {2023: 2594.4 tCO2e}
      intensity: {2023: 0.82 tCO2e/t}
energy:
  casting:
    carriers:
      power:
        name: {zh: 电力, en: Electricity}
        consumption: {2023: 224.222 万kWh}
        coefficient: 1.229 tce/万kWh
pathways:
  process:
    entity: casting
    boundary: scope 1+2
    base year: 2023
    unit: tCO2e/t
    method: asi-tool
    values: {2023: 0.82, 2025: 0.80, 2030: 0.64}
    aim: 2030
progress:
  process:
    actual: {2024: 0.81}
targets:
  middle:
    statement: {zh: "到2030年下降 {{ reduction }}。", en: "{{ reduction }} less by 2030."}
    pathway: process
    intermediate: 是
    year: 2030
    reduction: 22 %
measures:
  recovery:
    name: {zh: 余热回收, en: Heat recovery}
    entity: casting
    content: {zh: 回收熔炼炉余热。, en: Recover heat from the furnaces.}
    from: 2024
    to: 2026
    cost: 180 万元
    saves:
      - of: {zh: 天然气, en: natural gas}
        amount: 0.85 m3/t
governance:
  committee:
    - role: {zh: 组长, en: Chair}
      department: {zh: 总经办, en: Management}
      position: {zh: 总经理, en: General manager}
  data quality:
    - topic: {zh: 活动数据, en: Activity data}
      checks:
        - check: {zh: 抄表完整, en: Meters read}
          confirmed: yes
diagrams:
  road:
    caption: {zh: 步骤, en: Steps}
    steps: [{zh: 计划, en: Plan}, {zh: 实施, en: Do}]
  organisation:
    caption: {zh: 组织, en: Organisation}
    top: chair
    boxes:
      chair: {text: {zh: 组长, en: Chair}}
      data: {text: {zh: 数据组, en: Data group}, under: chair}
tables:
  water:
    caption: {zh: 用水, en: Water}
    columns: [{zh: 年份, en: Year}, {zh: 用水量, en: Water used}]
    rows:
      - ["2023", 1.50]
      - ["2024", ^]
outline:
  - title: {zh: 概述, en: Summary}
    text:
      zh: |
        本公司说明减排路径：到 2030 年。

        　　第二段以全角空格开头。
      en: |
        This plan shows the pathway: up to 2030.

        The second paragraph.
    body:
      - table: pathways
        of: [process]
      - chart: diagram
        of: [road]
      - table: water
      - note: {zh: 注。, en: A note.}
    sections:
      - title: {zh: 目标, en: Targets}
        body:
          - table: targets
            years: [2030]
            caption: {zh: 目标表, en: Targets}
          - chart: 路径图
            of: [process]
"""


def compiled(text: str | bytes) -> tuple[Diagnostic, ...]:
    """The findings of reading and typing a plan, in the order that the stages give them."""
    content = text.encode() if isinstance(text, str) else text
    source = read(content, FILE)
    if source.value is None:
        return source.diagnostics
    return (*source.diagnostics, *parse(source.value, {}).diagnostics)


def typed(text: str) -> Outcome[PlanFile]:
    """The plan that ``text`` holds; what reading finds ends the test."""
    source = read(text.encode(), FILE)
    assert source.value is not None, shown(source.diagnostics)
    return parse(source.value, {})


def places(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, int, int]]:
    """Code, line and column of each finding."""
    return [(d.code, d.span.line, d.span.column) for d in diagnostics]


def shown(diagnostics: tuple[Diagnostic, ...]) -> str:
    """The findings as a person would read them, for the message of a failing test."""
    return "\n".join(f"{d.span} {d.code} {d.message('zh')} -> {d.advice('zh')}" for d in diagnostics)


def broken(before: str, after: str, *, count: int = 1) -> str:
    """The good plan with ``before`` replaced by ``after``; ``before`` must stand in it ``count`` times."""
    assert GOOD_PLAN.count(before) == count, f"{before!r} stands {GOOD_PLAN.count(before)} times in the sample"
    return GOOD_PLAN.replace(before, after)


def line_of(fragment: str, text: str) -> int:
    """The number of the first line that holds ``fragment``."""
    return next(number for number, line in enumerate(text.split("\n"), start=1) if fragment in line)
