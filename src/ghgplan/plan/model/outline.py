"""Chapters ``outline`` and ``tables``: what the document says, in which order, and tables of the plan's own."""

from __future__ import annotations

from typing import Annotated

from pydantic import model_validator

from ghgplan.plan.model.base import Chapter, key
from ghgplan.plan.scalars import Code, Name, OneOf, Reference, Year, YesNo, problem
from ghgplan.plan.text import Text

TABLES: dict[str, str] = {
    "pathways": "路径",
    "pathway rates": "路径下降率",
    "pathway check": "路径核对",
    "targets": "目标",
    "measures": "措施",
    "savings": "量化措施",
    "progress": "进展",
    "progress outlook": "进展展望",
    "emissions by scope": "按范围排放",
    "emissions by category": "按类别排放",
    "emissions by gas": "按气体排放",
    "scope 2": "范围2两种方法",
    "intensity": "排放强度",
    "energy structure": "能源结构",
    "energy use": "能源流向",
    "energy consumption": "能源消耗",
    "sources": "排放源",
    "activity data": "活动数据",
    "emissions": "排放量",
    "emission shares": "排放占比",
    "gap": "差距分析",
    "abatement": "措施减排量",
    "group": "集团汇总",
    "committee": "工作小组",
    "data quality": "数据质量",
    "standards": "编制依据",
    "calculation record": "计算过程记录",
    "accepted findings": "已接受的检查结果",
    "conformance": "ASI符合性对照",
}
"""The tables that ghgplan makes from the plan's chapters; ``of`` says for which entities, pathways, ..."""

CHARTS: dict[str, str] = {
    "pathway": "路径图",
    "emissions by scope": "按范围排放图",
    "emission shares": "排放占比图",
    "diagram": "示意图",
    "gap": "差距图",
}
"""The charts that ghgplan draws; ``of`` says of what."""


class Item(Chapter):
    """One piece of a section: exactly one of text, note, table, chart and picture."""

    text: Text | None = key("正文（Markdown，可用 {{ 名称 }} 引用数字）", "Prose: Markdown that may quote figures as {{ name }}", None)
    note: Text | None = key("注释", "A note in small print", None)
    table: Name | None = key("表：内置表的名称或 tables 中的名称", "A table: the name of a built-in one, or of one under tables", None)
    chart: Annotated[str, OneOf(CHARTS)] | None = key(
        "图：pathway、emissions by scope、emission shares、diagram、gap",
        "A chart: pathway, emissions by scope, emission shares, diagram, gap",
        None,
    )
    picture: Code | None = key(
        "图片文件（PNG、JPEG 等）的相对路径，如 images/plant.png",
        "A picture file (PNG, JPEG and the like), relative to this plan: images/plant.png",
        None,
    )
    alternative: Text | None = key("图片的文字说明，供看不到图片的读者使用", "What a picture shows, for readers who cannot see it", None)
    of: tuple[Reference, ...] = key(
        "取哪些主体、路径、目标、措施或示意图；省略表示全部", "Which entities, pathways, targets, measures or diagram; all if left out", ()
    )
    years: tuple[Year, ...] = key("取哪些年份；省略表示全部", "Which years; all if left out", ())
    layout: Annotated[str, OneOf({"years across": "年份为列", "years down": "年份为行"})] | None = key(
        "年份作列还是作行", "Whether years are columns or rows", None
    )
    carrier: Name | None = key("能源流向表的能源种类", "For the table energy use: which carrier", None)
    caption: Text | None = key(
        "表题或图题；省略时自动生成，图片必填", "Caption; made from the content if left out, which a picture's cannot be", None
    )
    name: Name | None = key("供正文引用的名称，如 {{ table.名称 }}", "A name to refer to it by: {{ table.<name> }}", None)

    @model_validator(mode="after")
    def _exactly_one(self) -> Item:
        if sum(part is not None for part in (self.text, self.note, self.table, self.chart, self.picture)) != 1:
            raise problem("GP-S17")
        if self.picture is not None and self.caption is None:
            raise problem("GP-S21")
        if self.alternative is not None and self.picture is None:
            raise problem("GP-S22")
        return self


class Section(Chapter):
    """A section of the document: a heading, what stands under it, and sections below."""

    title: Text = key("章节标题", "Its heading")
    text: Text | None = key("正文，等同于 body 中的第一段", "Prose; the same as a first text under body", None)
    body: tuple[Item, ...] = key("内容：依次的正文、表、图、注释", "What stands under the heading, in order", ())
    sections: tuple[Section, ...] = key("下级章节", "Sections below it", ())


class Part(Section):
    """A section of the first level: a chapter of the document, or an annex to it."""

    annex: YesNo = key(
        "附录：编号为附录A、附录B……，不与正文章节连续编号", "An annex: lettered, and not counted among the sections", default=False
    )


class OwnTable(Chapter):
    """A table of the plan's own, for what no chapter holds."""

    caption: Text = key("表题", "Caption")
    columns: tuple[Text, ...] = key("表头", "Column heads")
    rows: tuple[tuple[Text, ...], ...] = key(
        "各行；写作 ^ 的单元格与上方合并，写作 < 的与左方合并",
        "Rows; a cell written ^ is merged with the one above it, < with the one to its left",
    )
    note: Text | None = key("表注", "A note under the table", None)
