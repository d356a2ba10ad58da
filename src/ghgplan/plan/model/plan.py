"""A plan: its chapters, and the file it came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.acceptance import Acceptance
from ghgplan.plan.model.accounting import Accounting
from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.model.company import Company, Entity, Member
from ghgplan.plan.model.document import DocumentControl
from ghgplan.plan.model.energy import EntityEnergy
from ghgplan.plan.model.governance import Diagram, Governance
from ghgplan.plan.model.inventory import EntityInventory
from ghgplan.plan.model.measures import Measure
from ghgplan.plan.model.outline import OwnTable, Part
from ghgplan.plan.model.pathways import Pathway, Progress
from ghgplan.plan.model.targets import Target
from ghgplan.plan.picture_files import PictureFile
from ghgplan.plan.scalars import Names
from ghgplan.plan.source import Source
from ghgplan.values import frozen


class Plan(Chapter):
    """The chapters of a plan, as its author wrote them."""

    company: Company = key("公司", "Who the plan is for")
    document: DocumentControl = key("文件信息", "What stands on the cover and in the document control table")
    accounting: Accounting | None = key("核算规则", "By which rules the figures were made", None)
    entities: Names[Entity] = key("主体：厂区、子公司或产品线", "Sites, subsidiaries or product lines with figures of their own", {})
    members: Names[Member] = key("集团成员：各有自己的计划文件", "Companies of a group, each with a plan file of its own", {})
    inventory: Names[EntityInventory] = key("排放清单（按主体）", "Emissions, by entity", {})
    energy: Names[EntityEnergy] = key("能源消耗（按主体）", "Energy, by entity", {})
    pathways: Names[Pathway] = key("减排路径", "Emission intensities by year", {})
    progress: Names[Progress] = key("各路径的实际值", "What was achieved, by pathway", {})
    targets: Names[Target] = key("目标", "Targets", {})
    measures: Names[Measure] = key("减排措施", "Measures", {})
    governance: Governance | None = key("组织与数据管理", "Committee and data quality", None)
    diagrams: Names[Diagram] = key("示意图", "Diagrams", {})
    tables: Names[OwnTable] = key("自定义表格", "Tables of the plan's own", {})
    accepted: tuple[Acceptance, ...] = key("已接受的检查结果", "Findings of the checker that the company knows and stands by", ())
    outline: tuple[Part, ...] = key("文件结构：章节及其内容", "The document: its sections, in order")


@frozen
class PlanFile:
    """A plan with the place of every word of it, and the plans of its members."""

    plan: Plan
    source: Source
    members: Mapping[str, PlanFile] = field(default_factory=Frozen[str, "PlanFile"])
    pictures: Mapping[str, PictureFile] = field(default_factory=Frozen[str, PictureFile])
    """The pictures of its outline, by the path that it writes."""
