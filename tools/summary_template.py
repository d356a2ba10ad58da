"""Makes templates/summary.docx, a page for customers: key figures, targets and one chart, without the body.

It has the looks of the standard template, and shows how a company's own layout stands on the same context.
"""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))

import standard_template as standard
from standard_template import INK, NAVY, QUIET, RULE, SHADE, TEAL, border, cell, look, paragraph, row, spacing, style, table

TEMPLATE = standard.PROJECT / "templates" / "summary.docx"

MARGIN = 1134
WIDTH = 11906 - 2 * MARGIN
"""A4 less its margins of 20 mm, in twentieths of a point."""
PANEL = 3500


def summary_styles() -> tuple[str, ...]:
    """What a page has beside the styles of a document."""
    return (
        style("Summary Company", paragraph=spacing(0, 3), run=look(9.5, "C9E4DF", bold=True)),
        style("Summary Title", paragraph=spacing(0, 1, 1.05), run=look(19, "FFFFFF", bold=True)),
        style("Summary Second Title", based_on="Summary Title", run=look(12, "C9E4DF", bold=False)),
        style(
            "Summary Heading",
            following="Body Text",
            paragraph=f"<w:keepNext/><w:pBdr>{border('bottom', 8, TEAL, 2)}</w:pBdr>" + spacing(9, 4),
            run=look(11, NAVY, bold=True),
        ),
        # A table has a rule of its own on top.
        style("Summary Table Heading", following="Body Text", paragraph="<w:keepNext/>" + spacing(9, 4), run=look(11, NAVY, bold=True)),
        style("Summary Statement", paragraph=spacing(0, 5, 1.25), run=look(9, INK)),
        style("Summary Label", paragraph=spacing(1.6, 1.6), run=look(8, QUIET)),
        style("Summary Value", paragraph=spacing(1.6, 1.6) + '<w:jc w:val="right"/>', run=look(9.5, NAVY, bold=True)),
        style("Summary Owner", paragraph=spacing(1, 0), run=look(7.5, TEAL, bold=True)),
        style("Summary Text", paragraph=spacing(1, 1, 1.0), run=look(8)),
        style("Summary Head", paragraph=spacing(2, 2), run=look(8.5, NAVY, bold=True)),
        style("Summary Gap", gallery=False, paragraph='<w:spacing w:before="0" w:after="0" w:line="120" w:lineRule="exact"/>'),
    )


def shaded(fill: str, margin: int) -> str:
    """A cell's colour and inner margins."""
    sides = "".join(f'<w:{side} w:w="{margin}" w:type="dxa"/>' for side in ("top", "left", "bottom", "right"))
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/><w:tcMar>{sides}</w:tcMar>'


def tag_row(tag: str, widths: tuple[int, ...]) -> str:
    """A row that only holds a tag."""
    span = f'<w:gridSpan w:val="{len(widths)}"/>' if len(widths) > 1 else ""
    return row(cell(sum(widths), paragraph("Summary Text", tag), span))


def band() -> str:
    """Company and title on a dark ground."""
    title = (
        paragraph("Normal", "{%p if loop.first %}")
        + paragraph("Summary Title", "{{ line }}")
        + paragraph("Normal", "{%p else %}")
        + paragraph("Summary Second Title", "{{ line }}")
        + paragraph("Normal", "{%p endif %}")
    )
    content = standard.repeat("company", "line", paragraph("Summary Company", "{{ line }}")) + standard.repeat("title", "line", title)
    return table((WIDTH,), row(cell(WIDTH, content, shaded(NAVY, 230))), style_name="Normal Table")


def key_figures(width: int) -> str:
    """A row for each figure that the plan has."""
    widths = (width - 2050, 2050)
    item = row(
        cell(widths[0], paragraph("Summary Label", "{{ item.label }}"), '<w:vAlign w:val="center"/>')
        + cell(widths[1], paragraph("Summary Value", "{{ item.value }}"), '<w:vAlign w:val="center"/>')
    )
    rows = tag_row("{%tr for item in key_figures %}", widths) + item + tag_row("{%tr endfor %}", widths)
    figures = table(widths, rows, style_name="Normal Table", borders=f"<w:tblBorders>{border('insideH', 4, RULE)}</w:tblBorders>")
    # A table without rows is a damaged file.
    return paragraph("Normal", "{%p if key_figures %}") + figures + paragraph("Normal", "{%p endif %}")


def overview() -> str:
    """The key figures, and beside them what the plan is."""
    widths = (WIDTH - PANEL, PANEL)
    left = paragraph("Summary Heading", "{{ labels.key_figures }}") + key_figures(widths[0] - 400) + paragraph("Summary Gap")
    right = standard.repeat("statement", "line", paragraph("Summary Statement", "{{ line }}"))
    flush = '<w:tcMar><w:left w:w="0" w:type="dxa"/></w:tcMar>'
    both = cell(widths[0], left, flush) + cell(widths[1], right, shaded(SHADE, 200))
    return table(widths, row(both), style_name="Normal Table")


def targets() -> str:
    """The main targets, and how many more there are."""
    widths = (WIDTH - 4250, 1150, 1700, 1400)
    heads = ("target", "target_year", "target_value", "reduction")
    cells = (cell(width, paragraph("Summary Head", f"{{{{ labels.{name} }}}}")) for width, name in zip(widths, heads, strict=True))
    head = row("".join(cells), "<w:cantSplit/><w:tblHeader/>")
    statement = (
        paragraph("Normal", "{%p if target.owner %}")
        + paragraph("Summary Owner", "{{ target.owner }}")
        + paragraph("Normal", "{%p endif %}")
        + paragraph("Summary Text", "{{ target.statement }}")
    )
    figures = (paragraph("Summary Text", f"{{{{ target.{name} }}}}") for name in ("year", "value", "reduction"))
    body = row("".join(cell(width, content) for width, content in zip(widths, (statement, *figures), strict=True)))
    rows = head + tag_row("{%tr for target in targets %}", widths) + body + tag_row("{%tr endfor %}", widths)
    return (
        paragraph("Normal", "{%p if targets %}")
        + paragraph("Summary Table Heading", "{{ labels.targets }}")
        + table(widths, rows, caption="{{ labels.targets }}")
        + paragraph("Normal", "{%p endif %}")
        + paragraph("Normal", "{%p if more_targets %}")
        + paragraph("Summary Label", "{{ more_targets }}")
        + paragraph("Normal", "{%p endif %}")
    )


def chart() -> str:
    """The chart that says most, if the plan has one."""
    shown = paragraph("Summary Heading", "{{ chart.caption }}") + paragraph("Normal", "{{p chart.small_picture }}")
    return standard.repeat("headline_chart", "chart", shown)


def document() -> bytes:
    """One page."""
    page = (
        '<w:sectPr><w:footerReference w:type="default" r:id="rId5"/><w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="794" w:right="{MARGIN}" w:bottom="850" w:left="{MARGIN}" w:header="510" w:footer="510" w:gutter="0"/></w:sectPr>'
    )
    gap = paragraph("Summary Gap")
    return standard.part("document", f"<w:body>{band()}{gap}{overview()}{gap}{targets()}{chart()}{page}</w:body>")


def footer() -> bytes:
    """Version and date."""
    line = standard.halves("footer", "{{ labels.version }} {{ version }}", "{{ date }}")
    return standard.part("ftr", standard.across(line, border("top", 4, RULE)) + paragraph("footer"))


def build() -> bytes:
    """The template as .docx."""
    properties = standard.core_properties("ghgplan summary template", "summary")
    empty = standard.part("hdr", paragraph("header"))
    return standard.package(document(), standard.styles(*summary_styles()), (empty,), footer(), properties)


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(build())
    print(TEMPLATE)
