"""Chapter ``accepted``: findings of the checker that the company knows and stands by."""

from __future__ import annotations

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import Code, IsoDate
from ghgplan.plan.text import Text


class Acceptance(Chapter):
    """One accepted finding, or all of one code below a place. It is listed in an annex of the document."""

    finding: Code = key("检查结果的代码，例如 GP-P07", "The finding's code, like GP-P07")
    at: Code | None = key(
        "检查结果所在的位置（检查输出中的路径），接受其下全部同代码结果；省略表示整个计划",
        "Its place, as the checker prints it; all findings of the code below it are accepted; the whole plan if left out",
        None,
    )
    because: Text = key("接受的理由", "Why it is accepted")
    on: IsoDate = key("接受的日期，例如 2025-09-15", "Since when, like 2025-09-15")
