"""Chapter ``document``: what stands on the cover and in the document control table."""

from __future__ import annotations

from typing import Annotated, Literal

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import Code, IsoDate, OneOf, OneOrMore, Year
from ghgplan.plan.text import Text

EditionName = Annotated[str, OneOf({"zh": "中文", "en": "英文", "zh-en": "中英对照"})]
ChartKind = Annotated[Literal["native", "picture"], OneOf({"native": "可编辑", "picture": "图片"})]


class Signature(Chapter):
    """Who prepared, reviewed or approved the document: a role or a department."""

    by: Text = key("岗位或部门", "Role or department")
    date: IsoDate | None = key("日期", "On which day", None)


class Revision(Chapter):
    """One line of the revision history."""

    version: Code = key("版本", "Version")
    date: IsoDate = key("日期", "Date")
    change: Text = key("修订内容", "What changed")


class DocumentControl(Chapter):
    """What stands on the cover and in the document control table."""

    title: Text = key("文件标题", "The document's title")
    subtitle: Text | None = key("副标题", "A line under the title", None)
    number: Code | None = key("文件编号", "Document number", None)
    version: Code = key("版本", "Version, in quotes if it is to keep its zeros in other tools")
    date: IsoDate = key("日期，例如 2025-09-15", "The document's date, like 2025-09-15")
    reporting_year: Year | None = key("报告年度", "The year that the plan reports on", None)
    languages: tuple[EditionName, ...] = key(
        "生成哪些语言版本：zh、en、zh-en", "Which editions to build: zh, en, zh-en", ("zh", "en", "zh-en")
    )
    charts: ChartKind = key(
        "Word 文件中的数值图：native（可点开查看和修改数据的 Word 图表）、picture（图片）",
        "Charts of numbers in the Word file: native (Word's own, whose data can be opened and edited) or picture",
        "native",
    )
    template: OneOrMore[Code] = key(
        "Word 模板，即 templates 文件夹中 .docx 文件的名称，一个或多个；第一个用于正式文件，其余各生成一份，例如 [standard, summary]",
        "The Word template, a .docx in the folder templates, or several: the first makes the document, each further one a file beside it, "
        "like [standard, summary]",
        ("standard",),
    )
    prepared: Signature | None = key("编制", "Prepared by", None)
    reviewed: Signature | None = key("审核", "Reviewed by", None)
    approved: Signature | None = key("批准", "Approved by", None)
    history: tuple[Revision, ...] = key("修订记录", "Revision history", ())
