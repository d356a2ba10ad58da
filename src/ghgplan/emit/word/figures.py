"""Figures: a chart or a picture in the line of text, with what it shows in words, and its caption below."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from ghgplan.document.blocks import Figure, plain
from ghgplan.emit.word.captions import caption
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.native_charts import NativeChart, Typefaces, native_chart
from ghgplan.emit.word.paragraphs import GAP, paragraph
from ghgplan.emit.word.xml import NAMESPACES, declared, element, w

WIDEST_MM = 160
DOTS_PER_INCH = 200
"""What charts are drawn with: a picture of fewer pixels is placed smaller, not stretched."""

_EMU_PER_TWIP = 635
_EMU_PER_MM = 36_000
_EMU_PER_INCH = 914_400
_PNG = b"\x89PNG\r\n\x1a\n"


class Images(Protocol):
    """The document's pictures and charts."""

    @property
    def typefaces(self) -> Typefaces:
        """The fonts that its charts are set in."""
        ...

    def chart(self, chart: NativeChart) -> str:
        """The relationship id of a chart."""
        ...

    def image(self, content: bytes) -> str:
        """The relationship id of a picture; the same bytes are stored once."""
        ...


def figure(inline: Inline, images: Images, block: Figure, content: bytes, text_width: int, *, native: bool) -> Markup:
    """The figure; ``text_width`` in twentieths of a point. With ``native``, a chart of numbers is one of Word's own."""
    drawing = w("drawing", _drawing(images.image(content), block, *placed_size(content, text_width)))
    chart = native_chart(block.chart, images.typefaces) if native else None
    if chart:
        drawing = _chart_or_picture(w("drawing", _chart(images.chart(chart), block, *_chart_size(chart, text_width))), drawing)
    return paragraph(inline, "Figure", w("r", drawing), w("keepNext")) + caption(inline, block) + paragraph(inline, GAP)


def picture(inline: Inline, images: Images, block: Figure, content: bytes, text_width: int, tallest_mm: int | None = None) -> Markup:
    """The picture of a figure alone, in a paragraph; no taller than ``tallest_mm``."""
    width, height = placed_size(content, text_width)
    if tallest_mm and height > tallest_mm * _EMU_PER_MM:
        width, height = width * tallest_mm * _EMU_PER_MM // height, tallest_mm * _EMU_PER_MM
    return paragraph(inline, "Figure", w("r", w("drawing", _drawing(images.image(content), block, width, height))))


def _chart_or_picture(chart: Markup, picture: Markup) -> Markup:
    """The chart, and the picture for readers that draw no charts.

    Word itself writes its newer kinds of chart in this way. A reader takes the choice if it knows the namespace that it requires. That
    of charts would be the plain thing to require, but Word never does, and LibreOffice then takes the picture; the namespace of Word's
    shapes is required in every document with a shape since Word 2010, and who knows it draws charts.
    """
    choice = element("mc:Choice", {**declared("wps"), "Requires": "wps"}, chart)
    return element("mc:AlternateContent", declared("mc"), choice, element("mc:Fallback", {}, picture))


def _chart_size(chart: NativeChart, text_width: int) -> tuple[int, int]:
    """Width and height on the page, in EMU."""
    whole = WIDEST_MM * _EMU_PER_MM
    width = min(whole, text_width * _EMU_PER_TWIP)
    return width, round(chart.height * _EMU_PER_MM * width / whole)


def placed_size(content: bytes, text_width: int) -> tuple[int, int]:
    """Width and height of a PNG on the page, in EMU. Raises ValueError for what is no picture."""
    if content[:8] != _PNG or content[12:16] != b"IHDR":
        raise ValueError("a figure's picture must be a PNG")
    pixels_across, pixels_down = int.from_bytes(content[16:20]), int.from_bytes(content[20:24])
    if not (pixels_across and pixels_down):
        raise ValueError("a figure's picture has no extent")
    natural = pixels_across * _EMU_PER_INCH // DOTS_PER_INCH
    width = min(natural, WIDEST_MM * _EMU_PER_MM, text_width * _EMU_PER_TWIP)
    return width, width * pixels_down // pixels_across


def _chart(relationship: str, block: Figure, width: int, height: int) -> Markup:
    chart = element("c:chart", {**declared("c", "r"), "r:id": relationship})
    graphic = element("a:graphic", {}, element("a:graphicData", {"uri": NAMESPACES["c"]}, chart))
    return _inline(block, width, height, element("wp:cNvGraphicFramePr", {}), graphic)


def _drawing(relationship: str, block: Figure, width: int, height: int) -> Markup:
    extent = {"cx": width, "cy": height}
    picture = element(
        "pic:pic",
        declared("pic"),
        element(
            "pic:nvPicPr",
            {},
            element("pic:cNvPr", {"id": 0, "name": block.file, "descr": _description(block)}),
            element("pic:cNvPicPr", {}),
        ),
        element(
            "pic:blipFill",
            {},
            element("a:blip", {**declared("r"), "r:embed": relationship}),
            element("a:stretch", {}, element("a:fillRect", {})),
        ),
        element(
            "pic:spPr",
            {},
            element("a:xfrm", {}, element("a:off", {"x": 0, "y": 0}), element("a:ext", extent)),
            element("a:prstGeom", {"prst": "rect"}, element("a:avLst", {})),
        ),
    )
    locks = element("wp:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", {"noChangeAspect": 1}))
    graphic = element("a:graphic", {}, element("a:graphicData", {"uri": NAMESPACES["pic"]}, picture))
    return _inline(block, width, height, locks, graphic)


def _inline(block: Figure, width: int, height: int, locks: Markup, graphic: Markup) -> Markup:
    return element(
        "wp:inline",
        {**declared("wp", "a"), "distT": 0, "distB": 0, "distL": 0, "distR": 0},
        element("wp:extent", {"cx": width, "cy": height}),
        # docxtpl gives everything drawn in the body a number of its own here.
        element("wp:docPr", {"id": 0, "name": block.file, "descr": _description(block)}),
        locks,
        graphic,
    )


def _description(block: Figure) -> str:
    # Line feeds in an attribute are read as blanks by some programs and kept by others.
    return " ".join(plain(block.alternative, " / ").split())
