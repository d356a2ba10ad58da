"""Chapter ``governance``: who answers for the plan, and how its data are kept right."""

from __future__ import annotations

from typing import Annotated

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import Name, Names, OneOf, Time, YesNo
from ghgplan.plan.text import Text


class Seat(Chapter):
    """A seat on the committee. Roles and departments, never a person's name."""

    role: Text = key("小组职务", "Role on the committee")
    department: Text = key("所属部门", "Department")
    position: Text = key("职位", "Position in the company")
    duty: Text | None = key(
        "职责；与上一行相同时可省略，表中合并", "Duty; where left out, the one above holds and the cells are merged", None
    )


class DataCheck(Chapter):
    """One line of the data-quality checklist."""

    check: Text = key("管理内容", "What is checked")
    confirmed: YesNo = key("是否确认", "Whether it was confirmed")


class DataTopic(Chapter):
    """A group of checks."""

    topic: Text = key("数据质量环节", "The step whose data are checked")
    checks: tuple[DataCheck, ...] = key("检查项", "Checks")


Published = Annotated[str, OneOf({"inventory": "清单", "targets": "目标", "pathway": "路径", "plan": "计划", "progress": "进展"})]


class Review(Chapter):
    """How often the plan is looked at again (ASI criteria 5.3)."""

    every: Time | None = key("减排计划的复审周期，例如 1 年", "How often the plan is reviewed, like 1 年", None)
    targets_every: Time | None = key("目标的复核周期，与计划不同时填写", "How often the targets are, where that differs", None)
    on_change: YesNo = key(
        "业务变化影响基准或目标时是否复审路径",
        "Whether a change of business that alters baseline or targets has the pathways reviewed",
        default=False,
    )


class Disclosure(Chapter):
    """What is made public, and where."""

    of: tuple[Published, ...] = key("公开的内容", "What is made public")
    where: Text | None = key("公开的渠道，例如公司网站", "Where: the company's website, a report", None)
    every: Time | None = key("公开的周期，例如 1 年", "How often, like 1 年", None)


class Governance(Chapter):
    """Who answers for the plan, and how its data are kept right."""

    committee: tuple[Seat, ...] = key("温室气体工作小组", "The greenhouse-gas committee", ())
    review: Review | None = key("计划与路径的复审", "Review of plan and pathways", None)
    disclosure: tuple[Disclosure, ...] = key("对外公开", "What is made public, and where", ())
    controls: Text | None = key(
        "落实计划的管理体系、程序和运行控制", "The management system, procedures and controls by which the plan is carried out", None
    )
    data_quality: tuple[DataTopic, ...] = key("数据质量管理", "Data-quality checklist", ())


class Diagram(Chapter):
    """A picture made of words: steps one after the other, or a tree."""

    caption: Text = key("图题", "Caption")
    steps: tuple[Text, ...] = key("流程图：依次的步骤", "A flow: its steps in order", ())
    top: Name | None = key("树状图：最上层的框（boxes 中的名称）", "A tree: the box at its top", None)
    boxes: Names[Box] = key("树状图：各框", "A tree: its boxes", {})


class Box(Chapter):
    """A box of a tree diagram."""

    text: Text = key("框内文字", "What stands in it")
    under: Name | None = key("上级框的名称", "The box above it", None)


Diagram.model_rebuild()
