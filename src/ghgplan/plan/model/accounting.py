"""Chapter ``accounting``: by which rules the figures were made."""

from __future__ import annotations

from typing import Annotated

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import OneOf
from ghgplan.plan.text import Text

Consolidation = Annotated[str, OneOf({"operational control": "运营控制权", "financial control": "财务控制权", "equity share": "股权比例"})]
AssessmentReport = Annotated[
    str, OneOf({"SAR": "第二次评估报告", "AR4": "第四次评估报告", "AR5": "第五次评估报告", "AR6": "第六次评估报告"})
]


class Accounting(Chapter):
    """By which rules the figures were made."""

    consolidation: Consolidation | None = key(
        "组织边界的合并方法", "How the organisational boundary is drawn (GHG Protocol, chapter 3)", None
    )
    gwp: AssessmentReport | None = key(
        "采用的全球变暖潜势（IPCC 第几次评估报告）", "Which IPCC report the global warming potentials come from", None
    )
    standards: tuple[Text, ...] = key("编制依据", "Standards and guidelines the plan follows", ())
    verification: Text | None = key("核查说明", "By whom and to which standard the figures were verified", None)
