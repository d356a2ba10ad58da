"""Documents with every kind of block, in each edition, as compose would hand them over."""

from __future__ import annotations

import datetime
from functools import cache
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw

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
    Row,
    Run,
    Table,
)
from ghgplan.document.charts import FlowDiagram

TEMPLATE = Path(__file__).parents[3] / "templates" / "standard.docx"


def template() -> bytes:
    return TEMPLATE.read_bytes()


@cache
def picture(width: int = 1260, height: int = 700) -> bytes:
    """A chart-like PNG."""
    image = Image.new("RGB", (width, height), "white")
    draw = ImageDraw.Draw(image)
    draw.rectangle((20, 20, width - 20, height - 20), outline="#8A96A3", width=2)
    steps = [(60 + n * (width - 120) / 8, 80 + n * (height - 200) / 9) for n in range(9)]
    draw.line(steps, fill="#1F8A7D", width=6)
    for x, y in steps:
        draw.ellipse((x - 9, y - 9, x + 9, y + 9), fill="#16324F")
    out = BytesIO()
    image.save(out, "PNG")
    return out.getvalue()


def document(edition: Edition, blocks: tuple[Block, ...] | None = None, *, history: bool = True) -> Document:
    both = Writer(edition)
    signed = both("2025年9月15日", "15 September 2025")
    cover = Cover(
        title=both("温室气体减排计划", "Greenhouse gas emissions reduction plan"),
        subtitle=both("依据ASI绩效标准第3版原则5编制", "Prepared under principle 5 of the ASI Performance Standard, version 3"),
        company=both("示例金属新材料有限公司", "Example New Metals Co., Ltd."),
        details=(
            (both("文件编号", "Document number"), figure_text("GHG-2025-01")),
            (both("版本", "Version"), figure_text("1.0")),
            (both("日期", "Date"), signed),
            (both("地址", "Address"), both("山西省示例县新材料工业园", "New Materials Park, Example County, Shanxi")),
            (both("电话", "Telephone"), figure_text("+86 10 5555 0100")),
        ),
        control=(
            ControlLine(both("编制", "Prepared by"), both("能源与环境部", "Energy and environment department"), signed),
            ControlLine(both("审核", "Reviewed by"), both("总工程师", "Chief engineer"), signed),
            ControlLine(both("批准", "Approved by"), figure_text(""), figure_text("")),
        ),
        history=(RevisionLine("1.0", signed, both("首次发布", "First issue")),) if history else (),
        date=datetime.date(2025, 9, 15),
        version="1.0",
    )
    return Document(edition, cover, rich_blocks(edition) if blocks is None else blocks, both.labels())


def pictures(of: Document) -> dict[str, bytes]:
    return {block.file: picture() for block in of.figures()}


def pathway_table(edition: Edition) -> Table:
    """Many columns, two head rows, a merged first column."""
    both = Writer(edition)
    years = ("2025", "2026", "2027", "2028", "2029", "2030")
    head = (
        (
            Cell(both("产品", "Product"), "center", rows=2, strong=True),
            Cell(both("边界", "Boundary"), "center", rows=2, strong=True),
            Cell(both("2023年（基准年）", "2023 (base year)"), "center", rows=2, strong=True),
            Cell(both("目标（tCO₂e/t）", "Target (tCO₂e/t)"), "center", columns=6, strong=True),
        ),
        tuple(Cell(figure_text(year), "center", strong=True) for year in years),
    )

    def values(base: str, *texts: str) -> tuple[Cell, ...]:
        return tuple(Cell(figure_text(text), "right") for text in (base, *texts))

    process, metal = both("工艺排放（范围1+2）", "Process (scopes 1+2)"), both("采购铝（范围3）", "Purchased metal (scope 3)")
    body = (
        (Cell(both("铝合金", "Cast alloy"), rows=2), Cell(process), *values("0.82", "0.79", "0.77", "0.75", "0.74", "0.72", "0.71")),
        (Cell(metal), *values("16.40", "15.80", "15.20", "14.60", "14.00", "13.40", "12.80")),
        (Cell(both("铝挤压", "Extrusions"), rows=2), Cell(process), *values("1.43", "1.36", "1.30", "1.24", "1.18", "1.12", "1.06")),
        (Cell(metal), *values("16.00", "15.40", "14.80", "14.20", "13.60", "13.00", "12.40")),
    )
    return Table(
        "table-1",
        both("表 1", "Table 1"),
        both("减排路径", "Reduction pathways"),
        head,
        body,
        (8, 22, 18, 6, 6, 6, 6, 6, 6),
        both("路径由ASI工具计算，2025年2月20日版。", "Pathways computed with the ASI tool of 20 February 2025."),
    )


def measures_table(edition: Edition, rows: int = 24) -> Table:
    """Long prose in cells, over more than a page, without a note."""
    both = Writer(edition)
    heads = (("序号", "No."), ("措施", "Measure"), ("内容", "What is done"), ("效益", "Effect"))
    head = tuple(Cell(both(*texts), "center", strong=True) for texts in heads)
    content = both(
        "在熔炼炉上安装蓄热式燃烧系统，回收烟气余热预热助燃空气，并加装氧含量在线监测。",
        "Fit regenerative burners to the melting furnaces so that flue gas preheats the combustion air, and monitor oxygen on line.",
    )
    body: list[Row] = []
    for number in range(1, rows + 1):
        effect = both(f"节约天然气 {number * 12},000 m³", f"Saves {number * 12},000 m³ of natural gas")
        name = both("蓄热式燃烧改造", "Regenerative burners")
        body.append((Cell(figure_text(str(number)), "center"), Cell(name, strong=number == 1), Cell(content), Cell(effect)))
    return Table("table-2", both("表 2", "Table 2"), both("减排措施", "Measures"), (head,), tuple(body), (6, 16, 44, 22))


def wide_table() -> Table:
    """More columns than an upright page has room for."""
    head = tuple(Cell(figure_text(f"{year}")) for year in range(2020, 2034))
    body = tuple(Cell(figure_text("12,345.678")) for _ in range(14))
    return Table("table-1", figure_text("Table 1"), figure_text("Wide"), (head,), (body,), (1,) * 14)


def rich_blocks(edition: Edition) -> tuple[Block, ...]:
    both = Writer(edition)

    def chart(number: int, file: str) -> Figure:
        return Figure(
            f"figure-{number}",
            both(f"图 {number}", f"Figure {number}"),
            both("铝合金减排路径", "Reduction pathway of cast alloy"),
            both("折线图：强度由2023年的0.82降至2030年的0.71。", "Line chart: the intensity falls from 0.82 in 2023 to 0.71 in 2030."),
            FlowDiagram(()),
            file,
        )

    references = both(
        (
            Run("路径见"),
            Run("表 1", target="#table-1"),
            Run("和"),
            Run("图 1", target="#figure-1"),
            Run("，方法说明见"),
            Run("上一章", target="#section-1"),
            Run("，标准文本见"),
            Run("ASI网站", target="https://aluminium-stewardship.org/?a=1&b=2"),
            Run("。本公司承诺"),
            Run("每年", strong=True),
            Run("公开进展，"),
            Run("不以抵消代替减排", emphasis=True),
            Run("。“引号”与破折号——按中文排版。"),
        ),
        (
            Run("The pathways are given in "),
            Run("Table 1", target="#table-1"),
            Run(" and "),
            Run("Figure 1", target="#figure-1"),
            Run("; "),
            Run("the chapter before", target="#section-1"),
            Run(" explains the method, and the standard is published on "),
            Run("ASI's website", target="https://aluminium-stewardship.org/?a=1&b=2"),
            Run(". We commit ourselves to publish our progress "),
            Run("every year", strong=True),
            Run(" and "),
            Run("not to replace reductions by offsets", emphasis=True),
            Run("."),
        ),
    )
    bullets = BulletList(
        (
            ListItem(both("范围1：自有设施的燃料燃烧和工艺排放；", "Scope 1: fuel and process emissions of our own facilities;")),
            ListItem(both("天然气、柴油；", "natural gas and diesel;"), 1),
            ListItem(both("熔炼用添加剂；", "additives of the melting shop;"), 1),
            ListItem(both("范围2：外购电力；", "Scope 2: purchased electricity;")),
            ListItem(both("范围3类别1：采购的铝。", "Scope 3, category 1: purchased aluminium.")),
        )
    )
    steps = BulletList(
        (
            ListItem(both("确定基准年和边界。", "Fix the base year and the boundary.")),
            ListItem(both("按ASI方法计算路径。", "Compute the pathway by the ASI method.")),
            ListItem(
                both("每年对照实际值，偏离时补充措施。", "Compare with actual values every year and add measures where they deviate.")
            ),
        ),
        ordered=True,
    )
    purpose = Paragraph(
        both(
            "本计划说明本公司如何在2030年前降低每吨产品的温室气体排放强度，并把目标、措施和责任联系起来。"
            "核算依据ISO 14064-1:2018和《温室气体核算体系》，全球变暖潜势取IPCC第五次评估报告数值（R&D <试验> 线除外）。",
            "This plan sets out how the company will lower its greenhouse gas intensity per tonne of product by 2030, and ties "
            "targets, measures and responsibilities together. Accounting follows ISO 14064-1:2018 and the GHG Protocol, with the global "
            "warming potentials of the IPCC's Fifth Assessment Report (the R&D <trial> line is left out).",
        )
    )
    base = Paragraph(
        both(
            "基准年为2023年，产量 7,880 t，范围1和2的排放量 6,456.81 tCO₂e。", "The base year is 2023: 7,880 t of product, 6,456.81 tCO₂e."
        )
    )
    return (
        Heading(1, "1", both("目的与依据", "Purpose and basis"), "section-1"),
        purpose,
        base,
        Heading(2, "1.1", both("核算边界", "Accounting boundary"), "section-1-1"),
        Paragraph(both("本计划覆盖以下排放：", "The plan covers these emissions:")),
        bullets,
        Note(both("外购蒸汽不适用。", "Purchased steam does not apply.")),
        Heading(3, "1.1.1", both("步骤", "Steps"), "section-1-1-1"),
        steps,
        Heading(2, "1.2", both("职责", "Responsibilities"), "section-1-2"),
        steps,
        Heading(1, "2", both("路径与目标", "Pathways and targets"), "section-2"),
        Paragraph(references),
        pathway_table(edition),
        Paragraph(both("图中的实线为目标值。", "The solid line in the figure shows the targets.")),
        chart(1, "01-pathway.png"),
        Paragraph(base.words),
        Heading(1, "3", both("减排措施", "Measures"), "section-3"),
        measures_table(edition),
        chart(2, "02-again.png"),
        Paragraph(purpose.words),
    )
