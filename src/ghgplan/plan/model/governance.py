"""Chapter ``governance``: who answers for the plan, and how its data are kept right."""

from __future__ import annotations

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import Name, Names, YesNo
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


class Governance(Chapter):
    """Who answers for the plan, and how its data are kept right."""

    committee: tuple[Seat, ...] = key("温室气体工作小组", "The greenhouse-gas committee", ())
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
