"""Makes templates/standard.docx, the Word template that ghgplan ships.

The parts are written here as they are, so that the template holds nothing that nobody
asked for: no theme, no left-over styles, no traces of the program that saved it. Who
wants other looks opens the template in Word; who wants to change what ships changes
this file and runs it.
"""

from __future__ import annotations

import sys
from pathlib import Path

PROJECT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PROJECT / "src"))

from ghgplan.emit.word.package import packed  # noqa: E402
from ghgplan.emit.word.xml import NAMESPACES  # noqa: E402

TEMPLATE = PROJECT / "templates" / "standard.docx"

LATIN, CHINESE, KAI = "Arial", "微软雅黑", "楷体"
INK, QUIET, NAVY, TEAL, RULE, SHADE = "1F2933", "5F6C7B", "16324F", "1F7A70", "D5DCE2", "EAF3F1"

TEXT_WIDTH = 9070
"""A4 less its margins of 25 mm, in twentieths of a point."""

_DECLARED = " ".join(f'xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("w", "r"))
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def part(root: str, content: str) -> bytes:
    """A part of WordprocessingML."""
    return f"{_HEAD}<w:{root} {_DECLARED}>{content}</w:{root}>".encode()


# ---------------------------------------------------------------- styles


def look(
    size: float | None = None,
    colour: str | None = None,
    *,
    bold: bool | None = None,
    italic: bool = False,
    underline: bool = False,
    chinese: str | None = None,
    spacing: int = 0,
) -> str:
    """Run properties; ``size`` in points, ``spacing`` between letters in twentieths of a point."""
    parts = [
        f'<w:rFonts w:eastAsia="{chinese}"/>' if chinese else "",
        "" if bold is None else "<w:b/><w:bCs/>" if bold else '<w:b w:val="0"/><w:bCs w:val="0"/>',
        "<w:i/><w:iCs/>" if italic else "",
        f'<w:color w:val="{colour}"/>' if colour else "",
        f'<w:spacing w:val="{spacing}"/>' if spacing else "",
        f'<w:sz w:val="{round(size * 2)}"/><w:szCs w:val="{round(size * 2)}"/>' if size else "",
        '<w:u w:val="single"/>' if underline else "",
    ]
    return "".join(parts)


def style(
    name: str,
    *,
    kind: str = "paragraph",
    based_on: str | None = "Normal",
    following: str | None = None,
    paragraph: str = "",
    run: str = "",
    rest: str = "",
    default: bool = False,
    gallery: bool = True,
) -> str:
    """A style; its id is its name without blanks. ``paragraph`` and ``run`` are properties in the order of the schema."""
    parts = [
        f'<w:name w:val="{name}"/>',
        f'<w:basedOn w:val="{style_id(based_on)}"/>' if based_on else "",
        f'<w:next w:val="{style_id(following)}"/>' if following else "",
        '<w:uiPriority w:val="1"/>',
        "<w:qFormat/>" if gallery else "",
        f"<w:pPr>{paragraph}</w:pPr>" if paragraph else "",
        f"<w:rPr>{run}</w:rPr>" if run else "",
        rest,
    ]
    default_sign = ' w:default="1"' if default else ""
    own = "" if name in BUILT_IN else ' w:customStyle="1"'
    return f'<w:style w:type="{kind}"{default_sign}{own} w:styleId="{style_id(name)}">{"".join(parts)}</w:style>'


def style_id(name: str) -> str:
    """``heading 1`` -> ``Heading1``: the ids that Word itself gives."""
    if name.startswith("toc ") and name[4:].isdigit():
        return f"TOC{name[4:]}"
    words = name.split()
    return "".join(word[:1].upper() + word[1:] for word in words)


BUILT_IN = {
    "Normal",
    "Default Paragraph Font",
    "Normal Table",
    "No List",
    "Body Text",
    "Body Text First Indent",
    "Title",
    "Subtitle",
    "caption",
    "List Bullet",
    "List Number",
    "TOC Heading",
    "header",
    "footer",
    "Hyperlink",
    "Strong",
    "Emphasis",
    *(f"heading {level}" for level in range(1, 10)),
    *(f"toc {level}" for level in range(1, 4)),
}

HEADING_SIZES = {1: 16, 2: 13, 3: 11.5}


def heading(level: int) -> str:
    """A numbered heading."""
    space = {1: 'w:before="400" w:after="160"', 2: 'w:before="300" w:after="120"'}.get(level, 'w:before="240" w:after="100"')
    depth = f'<w:ilvl w:val="{level - 1}"/>' if level > 1 else ""
    place = f'<w:numPr>{depth}<w:numId w:val="1"/></w:numPr>'
    properties = f'<w:keepNext/><w:keepLines/>{place}<w:spacing {space} w:line="264" w:lineRule="auto"/><w:jc w:val="left"/>'
    return style(
        f"heading {level}",
        following="Body Text",
        paragraph=f'{properties}<w:outlineLvl w:val="{level - 1}"/>',
        run=look(HEADING_SIZES.get(level, 10.5), {1: NAVY, 2: TEAL}.get(level, INK), bold=True),
    )


def contents_style(level: int) -> str:
    """An entry of the contents: number, tab, text."""
    left, hanging = {1: (480, 480), 2: (1120, 640), 3: (1920, 800)}[level]
    space = 'w:before="120" w:after="40"' if level == 1 else 'w:before="20" w:after="20"'
    return style(
        f"toc {level}",
        following="Normal",
        gallery=False,
        paragraph=f'<w:tabs><w:tab w:val="left" w:pos="{left}"/></w:tabs><w:spacing {space} w:line="264" w:lineRule="auto"/>'
        f'<w:ind w:left="{left}" w:hanging="{hanging}"/>',
        run=look(10.5, NAVY, bold=True) if level == 1 else look(10 if level == 2 else 9.5, INK if level == 2 else QUIET),
    )


def border(side: str, eighths: int, colour: str, space: int = 0) -> str:
    """A rule; its thickness in eighths of a point, its distance in points."""
    return f'<w:{side} w:val="single" w:sz="{eighths}" w:space="{space}" w:color="{colour}"/>'


def spacing(before: float = 0, after: float = 0, line: float = 1.0) -> str:
    """Space in points, line pitch as a multiple."""
    return f'<w:spacing w:before="{round(before * 20)}" w:after="{round(after * 20)}" w:line="{round(line * 240)}" w:lineRule="auto"/>'


def table_style(name: str, properties: str, rest: str = "") -> str:
    """A table style."""
    return style(name, kind="table", based_on="Normal Table", rest=f"<w:tblPr>{properties}</w:tblPr>{rest}")


def margins(top: int, left: int) -> str:
    """Margins of cells, in twentieths of a point."""
    sides = (("top", top), ("left", left), ("bottom", top), ("right", left))
    return "<w:tblCellMar>" + "".join(f'<w:{side} w:w="{size}" w:type="dxa"/>' for side, size in sides) + "</w:tblCellMar>"


def styles(*further: str) -> bytes:
    """All styles, those of another template behind them, and what holds where no style says anything."""
    defaults = (
        "<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{CHINESE}" w:cs="{LATIN}"/>'
        f'<w:color w:val="{INK}"/><w:kern w:val="0"/><w:sz w:val="21"/><w:szCs w:val="21"/>'
        '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    )
    body = '<w:jc w:val="{}"/>'
    rules = border("top", 12, NAVY), border("bottom", 12, NAVY), border("insideH", 4, RULE)
    head_rule = f"<w:tcBorders>{border('bottom', 6, NAVY)}</w:tcBorders>"
    head_row = (
        f'<w:tblStylePr w:type="firstRow"><w:tcPr>{head_rule}<w:shd w:val="clear" w:color="auto" w:fill="{SHADE}"/></w:tcPr></w:tblStylePr>'
    )
    items = [
        defaults,
        style("Normal", based_on=None, default=True),
        style("Default Paragraph Font", kind="character", based_on=None, default=True, gallery=False),
        style(
            "Normal Table",
            kind="table",
            based_on=None,
            default=True,
            gallery=False,
            rest=f'<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{margins(0, 108)}</w:tblPr>',
        ),
        style("No List", kind="numbering", based_on=None, default=True, gallery=False),
        # Prose
        style("Body Text", paragraph=spacing(0, 7, 1.2) + body.format("left")),
        style(
            "Body Text First Indent",
            based_on="Body Text",
            paragraph='<w:ind w:firstLineChars="200" w:firstLine="420"/>' + body.format("both"),
        ),
        *(heading(level) for level in range(1, 10)),
        style("List Bullet", based_on="Body Text", paragraph='<w:numPr><w:numId w:val="2"/></w:numPr>' + spacing(0, 4, 1.2)),
        style("List Number", based_on="Body Text", paragraph='<w:numPr><w:numId w:val="3"/></w:numPr>' + spacing(0, 4, 1.2)),
        style(
            "Note",
            paragraph=f"<w:pBdr>{border('left', 18, TEAL, 8)}</w:pBdr>{spacing(3, 8, 1.15)}" + '<w:ind w:left="200"/>',
            run=look(9, QUIET),
        ),
        # Tables and figures
        style(
            "caption",
            following="Body Text",
            paragraph="<w:keepLines/>" + spacing(10, 5, 1.1) + '<w:jc w:val="center"/>',
            run=look(9.5, NAVY, bold=True),
        ),
        style("Figure", following="caption", paragraph="<w:keepNext/>" + spacing(8, 0) + '<w:jc w:val="center"/>'),
        style("Table Text", paragraph=spacing(2, 2, 1.05), run=look(9)),
        style("Table Text Small", based_on="Table Text", run=look(7.5)),
        style("Table Head", based_on="Table Text", run=look(9, NAVY, bold=True)),
        style("Table Head Small", based_on="Table Head", run=look(7.5)),
        style("Table Note", following="Body Text", paragraph=spacing(3, 12, 1.1), run=look(8.5, QUIET)),
        style(
            "Table Gap",
            following="Body Text",
            gallery=False,
            paragraph='<w:spacing w:before="0" w:after="0" w:line="200" w:lineRule="exact"/>',
        ),
        table_style("ghgplan Table", f"<w:tblBorders>{''.join(rules)}</w:tblBorders>{margins(20, 80)}", head_row),
        table_style(
            "ghgplan Columns",
            f"<w:tblBorders>{border('insideV', 4, RULE)}</w:tblBorders>"
            '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="170" w:type="dxa"/>'
            '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="170" w:type="dxa"/></w:tblCellMar>',
        ),
        # Words
        style("Strong", kind="character", based_on="Default Paragraph Font", run=look(bold=True)),
        style("Emphasis", kind="character", based_on="Default Paragraph Font", run=look(italic=True)),
        style("Emphasis Chinese", kind="character", based_on="Default Paragraph Font", run=look(chinese=KAI)),
        style("Hyperlink", kind="character", based_on="Default Paragraph Font", run=look(colour=TEAL, underline=True), gallery=False),
        style("Second Language", kind="character", based_on="Default Paragraph Font", run=look(colour=QUIET, bold=False)),
        # Cover and front matter
        style(
            "Cover Company",
            paragraph=f"<w:pBdr>{border('top', 36, TEAL, 14)}</w:pBdr><w:contextualSpacing/>",
            run=look(13, NAVY, bold=True),
        ),
        style(
            "Title",
            following="Subtitle",
            paragraph=spacing(170, 6, 1.15) + '<w:contextualSpacing/><w:jc w:val="left"/>',
            run=look(30, NAVY, bold=True),
        ),
        style("Cover Second Title", based_on="Title", paragraph=spacing(4, 6, 1.1), run=look(20, NAVY, bold=False)),
        style(
            "Cover Rule",
            gallery=False,
            paragraph=f"<w:pBdr>{border('bottom', 18, TEAL)}</w:pBdr>"
            f'<w:spacing w:before="60" w:after="200" w:line="160" w:lineRule="exact"/><w:ind w:right="{TEXT_WIDTH - 1400}"/>',
        ),
        style("Subtitle", following="Body Text", paragraph=spacing(0, 4, 1.2), run=look(14, QUIET)),
        style("Cover Label", paragraph=spacing(4, 4), run=look(9, QUIET)),
        style("Cover Value", paragraph=spacing(4, 4), run=look(10, INK)),
        style("Front Heading", following="Body Text", paragraph="<w:keepNext/>" + spacing(18, 8), run=look(15, NAVY, bold=True)),
        style("TOC Heading", based_on="Front Heading", following="Normal"),
        *(contents_style(level) for level in range(1, 4)),
        style("header", gallery=False, paragraph=spacing(0, 3, 1.0), run=look(8, QUIET)),
        style("footer", gallery=False, paragraph=spacing(3, 0, 1.0), run=look(8, QUIET)),
    ]
    return part("styles", "".join((*items, *further)))


# ---------------------------------------------------------------- numbering


def level(number: int, form: str, text: str, left: int, hanging: int, *, heading_style: str = "", run: str = "") -> str:
    """One level of a numbering."""
    linked = f'<w:pStyle w:val="{heading_style}"/>' if heading_style else ""
    place = f'<w:tabs><w:tab w:val="num" w:pos="{left}"/></w:tabs><w:ind w:left="{left}" w:hanging="{hanging}"/>'
    look_ = f"<w:rPr>{run}</w:rPr>" if run else ""
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{linked}<w:suff w:val="tab"/>'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/><w:pPr>{place}</w:pPr>{look_}</w:lvl>'
    )


def numbering() -> bytes:
    """Headings 1, 1.1, 1.1.1; bullets; counted lists."""
    widths = (567, 680, 850, 1020, 1190, 1360, 1530, 1700, 1870)
    headings = "".join(
        level(n, "decimal", ".".join(f"%{k + 1}" for k in range(n + 1)), width, width, heading_style=f"Heading{n + 1}")
        for n, width in enumerate(widths)
    )
    bullet_look = (
        f'<w:rFonts w:ascii="{LATIN}" w:hAnsi="{LATIN}" w:eastAsia="{LATIN}" w:cs="{LATIN}" w:hint="default"/><w:color w:val="{TEAL}"/>'
    )
    bullets = "".join(level(n, "bullet", sign, 360 * (n + 1), 360, run=bullet_look) for n, sign in enumerate(("•", "–", "▪")))
    counted = "".join(
        level(n, form, text, 440 * (n + 1), 440)
        for n, (form, text) in enumerate((("decimal", "(%1)"), ("lowerLetter", "%2)"), ("lowerRoman", "%3)")))
    )
    kinds = ((1, "multilevel", headings), (2, "hybridMultilevel", bullets), (3, "hybridMultilevel", counted))
    abstract = "".join(
        f'<w:abstractNum w:abstractNumId="{n}"><w:multiLevelType w:val="{kind}"/>{levels}</w:abstractNum>' for n, kind, levels in kinds
    )
    numbers = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{n}"/></w:num>' for n, _, _ in kinds)
    return part("numbering", abstract + numbers)


# ---------------------------------------------------------------- text


def text(content: str) -> str:
    """A run."""
    return f'<w:r><w:t xml:space="preserve">{content}</w:t></w:r>'


def paragraph(style_name: str, content: str = "", properties: str = "") -> str:
    """A paragraph in a style; ``content`` is runs, or plain text with tags."""
    runs = content if content.startswith("<") or not content else text(content)
    return f'<w:p><w:pPr><w:pStyle w:val="{style_id(style_name)}"/>{properties}</w:pPr>{runs}</w:p>'


def repeat(of: str, each: str, *content: str) -> str:
    """Paragraphs for each element of a list."""
    return paragraph("Normal", f"{{%p for {each} in {of} %}}") + "".join(content) + paragraph("Normal", "{%p endfor %}")


def field(instruction: str, result: str) -> str:
    """A field that Word computes when it lays out the page."""
    code = f'<w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
    signs = [f'<w:r><w:fldChar w:fldCharType="{sign}"/></w:r>' for sign in ("begin", "separate", "end")]
    return signs[0] + code + signs[1] + text(result) + signs[2]


def cell(width: int, content: str, extra: str = "") -> str:
    """A cell."""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{extra}</w:tcPr>{content}</w:tc>'


def row(cells: str, properties: str = "<w:cantSplit/>") -> str:
    """A row."""
    return f"<w:tr><w:trPr>{properties}</w:trPr>{cells}</w:tr>"


def table(
    widths: tuple[int, ...], rows: str, *, style_name: str = "ghgplan Table", place: str = "", borders: str = "", caption: str = ""
) -> str:
    """A table of fixed columns."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f'<w:tblStyle w:val="{style_id(style_name)}"/>{place}<w:tblW w:w="{sum(widths)}" w:type="dxa"/>{borders}<w:tblLayout w:type="fixed"/>'
        '<w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/>'
        + (f'<w:tblCaption w:val="{caption}"/>' if caption else "")
    )
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def listing(caption: str, widths: tuple[int, ...], heads: tuple[str, ...], of: str, texts: tuple[str, ...], height: int) -> str:
    """A table with a row for each element of a list."""
    head = row(
        "".join(
            cell(width, paragraph("Table Head", head), '<w:vAlign w:val="center"/>') for width, head in zip(widths, heads, strict=True)
        ),
        "<w:cantSplit/><w:tblHeader/>",
    )
    body = row(
        "".join(
            cell(width, paragraph("Table Text", each), '<w:vAlign w:val="center"/>') for width, each in zip(widths, texts, strict=True)
        ),
        f'<w:cantSplit/><w:trHeight w:val="{height}" w:hRule="atLeast"/>',
    )
    tags = [
        row(cell(sum(widths), paragraph("Table Text", tag), f'<w:gridSpan w:val="{len(widths)}"/>'))
        for tag in (f"{{%tr for line in {of} %}}", "{%tr endfor %}")
    ]
    return table(widths, head + tags[0] + body + tags[1], caption=caption)


def section(content: str = "", *, header: int | None) -> str:
    """A section of A4 pages; ``header`` is the number of the relationship to its header."""
    footer = '<w:footerReference w:type="default" r:id="rId5"/>'
    references = "" if header is None else f'<w:headerReference w:type="default" r:id="rId{header}"/>{footer}'
    page = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1531" w:right="1418" w:bottom="1304" w:left="1418" w:header="737" w:footer="624" w:gutter="0"/>'
    return f'<w:sectPr>{references}<w:type w:val="nextPage"/>{page}{content}</w:sectPr>'


def cover() -> str:
    """The first page: company, title, and at its foot what the document is registered under."""
    # LibreOffice lets only a table float that is narrower than the text.
    widths = (2800, TEXT_WIDTH - 3200)
    tags = [
        row(cell(sum(widths), paragraph("Cover Label", tag), '<w:gridSpan w:val="2"/>'))
        for tag in ("{%tr for detail in details %}", "{%tr endfor %}")
    ]
    detail = row(
        cell(widths[0], paragraph("Cover Label", "{{ detail.label }}")) + cell(widths[1], paragraph("Cover Value", "{{ detail.value }}"))
    )
    registered = table(
        widths,
        tags[0] + detail + tags[1],
        style_name="Normal Table",
        place='<w:tblpPr w:vertAnchor="margin" w:horzAnchor="margin" w:tblpXSpec="left" w:tblpYSpec="bottom"/><w:tblOverlap w:val="never"/>',
        borders=f"<w:tblBorders>{border('top', 8, NAVY)}{border('bottom', 4, RULE)}{border('insideH', 4, RULE)}</w:tblBorders>",
    )
    second = (
        paragraph("Normal", "{%p if loop.first %}")
        + paragraph("Title", "{{ line }}")
        + paragraph("Normal", "{%p else %}")
        + paragraph("Cover Second Title", "{{ line }}")
        + paragraph("Normal", "{%p endif %}")
    )
    return (
        registered
        + repeat("company", "line", paragraph("Cover Company", "{{ line }}"))
        + repeat("title", "line", second)
        + paragraph("Cover Rule")
        + repeat("subtitle", "line", paragraph("Subtitle", "{{ line }}"))
        + f"<w:p><w:pPr>{section(header=None)}</w:pPr></w:p>"
    )


def front_matter() -> str:
    """Document control, revision history if there is one, contents."""
    control = listing(
        "{{ labels.document_control }}",
        (1700, 3470, 1900, 2000),
        ("{{ labels.role }}", "{{ labels.name }}", "{{ labels.signature }}", "{{ labels.date }}"),
        "control",
        ("{{ line.label }}", "{{ line.by }}", "", "{{ line.date }}"),
        600,
    )
    history = listing(
        "{{ labels.revision_history }}",
        (1300, 2300, TEXT_WIDTH - 3600),
        ("{{ labels.version }}", "{{ labels.date }}", "{{ labels.change }}"),
        "history",
        ("{{ line.version }}", "{{ line.date }}", "{{ line.change }}"),
        400,
    )
    return (
        paragraph("Front Heading", "{{ labels.document_control }}")
        + control
        + paragraph("Normal", "{%p if history %}")
        + paragraph("Front Heading", "{{ labels.revision_history }}")
        + history
        + paragraph("Normal", "{%p endif %}")
        + paragraph("Normal", "{%p if contents %}")
        + paragraph("TOC Heading", "{{ labels.contents }}")
        + repeat("contents", "entry", paragraph("Normal", "{{p entry }}"))
        + paragraph("Normal", "{%p endif %}")
        + f'<w:p><w:pPr><w:pStyle w:val="TableGap"/>{section(header=4)}</w:pPr></w:p>'
    )


def document() -> bytes:
    """The main part: cover, front matter, body."""
    return part(
        "document",
        f"<w:body>{cover()}{front_matter()}{repeat('body', 'block', paragraph('Normal', '{{p block }}'))}{section(header=6)}</w:body>",
    )


def across(rows: str, borders: str, left: int = 50) -> str:
    """A table of two columns, as wide as the text on upright and on turned pages; ``left`` is the first one's part in per cent."""
    properties = (
        f'<w:tblStyle w:val="NormalTable"/><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>{borders}</w:tblBorders>'
        '<w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/></w:tblCellMar>'
    )
    grid = "".join(f'<w:gridCol w:w="{TEXT_WIDTH * part // 100}"/>' for part in (left, 100 - left))
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>"


def halves(style_name: str, left: str, right: str, part: int = 50) -> str:
    """A row of such a table."""
    cells = ((part, paragraph(style_name, left)), (100 - part, paragraph(style_name, right, '<w:jc w:val="right"/>')))
    width = '<w:tcW w:w="{}" w:type="pct"/>'
    return "<w:tr>" + "".join(f"<w:tc><w:tcPr>{width.format(50 * part)}</w:tcPr>{content}</w:tc>" for part, content in cells) + "</w:tr>"


_HEAD_PART = 66
"""Company and title in two languages need more room than the name of a chapter."""


def header(chapter: str) -> bytes:
    """Company and title, in two languages on two lines; and the chapter that the page belongs to.

    The chapter is a field that names the style by its level, since its name differs between Word's languages. It holds
    nothing until a program that knows it lays out the page: no chapter is better than the wrong one.
    """
    tags = [halves("header", tag, "", _HEAD_PART) for tag in ("{%tr for line in running %}", "{%tr endfor %}")]
    rows = tags[0] + halves("header", "{{ line.company }}  {{ line.title }}", chapter, _HEAD_PART) + tags[1]
    return part("hdr", across(rows, border("bottom", 4, RULE), _HEAD_PART) + paragraph("header"))


def footer() -> bytes:
    """Version, and the page out of all pages: figures need no language."""
    pages = f"{field('PAGE', '1')}{text(' / ')}{field('NUMPAGES', '1')}"
    return part("ftr", across(halves("footer", "{{ labels.version }} {{ version }}", pages), border("top", 4, RULE)) + paragraph("footer"))


def settings() -> bytes:
    """How Word treats the file: as one of its own of today, without asking anything."""
    names = (
        "overrideTableStyleFontSizeAndJustification",
        "enableOpenTypeFeatures",
        "doNotFlipMirrorIndents",
        "differentiateMultirowTableHeaders",
    )
    uri = "http://schemas.microsoft.com/office/word"
    compatible = f'<w:compatSetting w:name="compatibilityMode" w:uri="{uri}" w:val="15"/>' + "".join(
        f'<w:compatSetting w:name="{name}" w:uri="{uri}" w:val="1"/>' for name in names
    )
    return part(
        "settings",
        '<w:zoom w:percent="100"/><w:bordersDoNotSurroundHeader/><w:bordersDoNotSurroundFooter/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f'<w:compat>{compatible}</w:compat><w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/><w:decimalSymbol w:val="."/><w:listSeparator w:val=","/>',
    )


# ---------------------------------------------------------------- package

_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_PARTS = (
    ("styles", "styles"),
    ("numbering", "numbering"),
    ("settings", "settings"),
    ("header", "header1"),
    ("footer", "footer1"),
)
"""The parts that every main part refers to, as rId1 and so on: what they are, and their files. Further headers come after them."""


def relationships(*targets: tuple[str, str]) -> bytes:
    """A relationships part: type to target, numbered in their order."""
    items = "".join(f'<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>' for n, (kind, target) in enumerate(targets, start=1))
    return f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{items}</Relationships>'.encode()


def content_types(parts: tuple[tuple[str, str], ...]) -> bytes:
    """What each part is."""
    overrides = "".join(
        f'<Override PartName="/word/{file}.xml" ContentType="{_WORD_TYPE}.{kind}+xml"/>'
        for kind, file in [("document.main", "document"), *parts]
    )
    core = '<Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
    defaults = (
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
    )
    return f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">{defaults}{overrides}{core}</Types>'.encode()


def core_properties(title: str, category: str = "") -> bytes:
    """The template's own title, which a document's replaces; ``category`` tells ghgplan what kind of template it is."""
    names = {
        "cp": f"{_PACKAGE}/metadata/core-properties",
        "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/",
        "xsi": "http://www.w3.org/2001/XMLSchema-instance",
    }
    declared = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in names.items())
    kind = f"<cp:category>{category}</cp:category>" if category else ""
    return f"{_HEAD}<cp:coreProperties {declared}><dc:title>{title}</dc:title>{kind}</cp:coreProperties>".encode()


def build() -> bytes:
    """The template as .docx."""
    chapter = f"{text('{% if loop.first %}')}{field('STYLEREF 1', '')}{text('{% endif %}')}"
    return package(document(), styles(), (header(""), header(chapter)), footer(), core_properties("ghgplan standard template"))


def package(main: bytes, looks: bytes, heads: tuple[bytes, ...], foot: bytes, properties: bytes) -> bytes:
    """A template of these parts as .docx."""
    headers = {f"header{number}": content for number, content in enumerate(heads, start=1)}
    parts = (*_PARTS, *(("header", file) for file in headers if file != "header1"))
    return packed(
        {
            "[Content_Types].xml": content_types(parts),
            "_rels/.rels": relationships(
                (f"{_OFFICE}/officeDocument", "word/document.xml"),
                (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            ),
            "docProps/core.xml": properties,
            "word/_rels/document.xml.rels": relationships(*((f"{_OFFICE}/{kind}", f"{file}.xml") for kind, file in parts)),
            "word/document.xml": main,
            "word/styles.xml": looks,
            "word/numbering.xml": numbering(),
            "word/settings.xml": settings(),
            **{f"word/{file}.xml": content for file, content in headers.items()},
            "word/footer1.xml": foot,
        }
    )


if __name__ == "__main__":
    TEMPLATE.parent.mkdir(exist_ok=True)
    TEMPLATE.write_bytes(build())
    print(TEMPLATE)
