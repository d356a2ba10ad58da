"""Documents of every kind of block, in each edition."""

from __future__ import annotations

import datetime

from emit.wording import Writer, figure_text
from ghgplan.document.blocks import (
    Block,
    BulletList,
    Cell,
    ControlLine,
    Cover,
    Document,
    Edition,
    Figure,
    Heading,
    ListItem,
    Note,
    Paragraph,
    RevisionLine,
    Run,
    Table,
)
from ghgplan.document.charts import FlowDiagram


def sample(edition: Edition) -> Document:
    """A short plan of a made-up company with two products."""
    words = Writer(edition)
    return Document(edition, _cover(words), (*_pathways(words), *_measures(words), *_odd_texts(words)), words.labels())


def _cover(words: Writer) -> Cover:
    return Cover(
        title=words("温室气体减排计划", "Greenhouse gas reduction plan"),
        subtitle=words("铝合金与铝挤压", "Cast alloys & extrusions"),
        company=words("示例铝业（集团）有限公司", "Example Aluminium Co., Ltd."),
        details=(
            (words("文件编号", "Document number"), figure_text("GHG_2025-01")),
            (words("日期", "Date"), words("2025年9月15日", "15 September 2025")),
            (words("电子邮箱", "E-mail"), figure_text("plan@example.com")),
        ),
        control=(
            ControlLine(words("编制", "Prepared"), words("能源与环境部", "Energy department"), words("2025年9月1日", "1 September 2025")),
            ControlLine(words("批准", "Approved"), figure_text(""), figure_text("")),
        ),
        history=(RevisionLine("1.0", words("2025年9月15日", "15 September 2025"), words("首次发布", "First issue")),),
        date=datetime.date(2025, 9, 15),
        version="1.0",
    )


def _pathways(words: Writer) -> tuple[Block, ...]:
    head = (
        Cell(words("产品", "Product"), "center", strong=True),
        Cell(words("排放量（tCO₂e）", "Emissions (tCO₂e)"), "center", strong=True),
        Cell(words("占比", "Share"), "center", strong=True),
    )
    spanned_head = (
        (Cell(words("年份", "Year"), "center", rows=2), Cell(words("排放强度", "Intensity"), "center", columns=2)),
        (Cell(words("范围1+2", "Scope 1+2"), "center"), Cell(words("范围3 | 类别1", "Scope 3 | category 1"), "center")),
    )
    return (
        Heading(1, "1", words("减排路径", "Reduction pathways"), "section-1"),
        Heading(2, "1.1", words("基准年", "Base year"), "section-1-1"),
        Paragraph(
            words(
                (Run("本计划以2023年为基准年。排放量见"), Run("表 1", target="#table-1"), Run("，单位为tCO₂e。")),
                (
                    Run("The base year is 2023. Emissions are shown in "),
                    Run("Table 1", target="#table-1"),
                    Run(". They are verified; i.e. a third party has "),
                    Run("checked them!", strong=True),
                    Run(" The next check is due in 2026."),
                ),
            )
        ),
        Table(
            "table-1",
            words("表 1", "Table 1"),
            words("2023年排放量", "Emissions in 2023"),
            (head,),
            (
                (Cell(words("铝合金", "Cast alloys")), Cell(figure_text("6,456.81"), "right"), Cell(figure_text("91.9 %"), "right")),
                (
                    Cell(words("合计", "Total"), strong=True),
                    Cell(figure_text("7,025.15"), "right", strong=True),
                    Cell(figure_text("100 %"), "right"),
                ),
            ),
            (20, 10, 10),
            words("注：数据经第三方核查。", "Note: verified by a third party."),
        ),
        Table(
            "table-2",
            words("表 2", "Table 2"),
            words("排放强度目标", "Intensity targets"),
            spanned_head,
            (
                (Cell(figure_text("2025"), "center"), Cell(figure_text("0.79"), "right"), Cell(figure_text("8.67"), "right", rows=2)),
                (Cell(figure_text("2026"), "center"), Cell(figure_text("< 0.77"), "right", strong=True)),
            ),
            (10, 10, 10),
        ),
        Figure(
            "figure-1",
            words("图 1", "Figure 1"),
            words("减排路径", "Pathway"),
            words("排放强度从0.82降至0.71 [tCO₂e/t]", "Intensity falls from 0.82 to 0.71 [tCO₂e/t]"),
            FlowDiagram(()),
            "01-pathway.zh.png",
        ),
    )


def _measures(words: Writer) -> tuple[Block, ...]:
    return (
        Heading(1, "2", words("减排措施", "Measures"), "section-2"),
        BulletList(
            (
                ListItem(
                    words((Run("能源管理：", strong=True), Run("提高绿电比例")), (Run("Energy:", strong=True), Run(" more green power")))
                ),
                ListItem(words("厂区光伏", "Solar roofs"), 1),
                ListItem(words("2026年起投运", "In use from 2026. Two megawatts."), 2),
                ListItem(words("再生铝", "Recycled metal")),
            )
        ),
        BulletList((ListItem(words("另一份列表", "Another list")),)),
        BulletList(
            (
                ListItem(words("每年复审\n并存档", "Review each year\nand keep a record")),
                ListItem(words("明细", "Details"), 1),
                ListItem(words("公布", "Publish")),
            ),
            ordered=True,
        ),
        BulletList((ListItem(words("另起编号", "Counted anew")),), ordered=True),
        Note(words("注：措施见\n附件", "Note: measures are\nin the annex")),
    )


def _odd_texts(words: Writer) -> tuple[Block, ...]:
    """What authors type that Markdown would take for itself."""
    texts = (
        "1. 不是列表\n- 也不是\n# 不是标题",
        "2023~2025年，5*6，a_b，_c_，CO_2，[1]，R&D，&amp;，<br>，a < b，C:\\temp，`x`，US$5，1|2",
        "--- | ---\n:--\n===\n> x",
    )
    looks = (
        Run("目标："),
        Run("“双碳”", strong=True),
        Run("到"),
        Run("2030", strong=True),
        Run("年", emphasis=True),
        Run("，见"),
        Run("网站（中文）!", target="https://example.com/a b?x=(1)&y=2"),
    )
    return (
        Heading(2, "2.1", words("C# 与 F#", "C# and F#"), "section-2-1"),
        *(Paragraph(words(text, text)) for text in texts),
        Paragraph(words(looks, looks)),
    )
