"""Figures: a chart or a picture in the line of text, with what it shows in words, and its caption below."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from ghgplan.document.blocks import Figure, plain
from ghgplan.emit.word.captions import caption
from ghgplan.emit.word.inline import Inline
from ghgplan.emit.word.native_charts import NativeChart, Typefaces, native_chart
from ghgplan.emit.word.paragraphs import GAP, paragraph
from ghgplan.emit.word.picture_sizes import DOTS_PER_INCH, EMU_PER_MM, EMU_PER_TWIP, SCREEN_DOTS_PER_INCH, WIDEST_MM, placed_size
from ghgplan.emit.word.xml import NAMESPACES, declared, element, w
from ghgplan.plan.picture_files import PictureFile


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


def figure(inline: Inline, images: Images, block: Figure, content: bytes, text_width: int, tallest: int, *, native: bool) -> Markup:
    """The figure; the room for it in twentieths of a point. With ``native``, a chart of numbers is one of Word's own."""
    dots_per_inch = SCREEN_DOTS_PER_INCH if isinstance(block.chart, PictureFile) else DOTS_PER_INCH
    drawing = w("drawing", _drawing(images.image(content), block, *placed_size(content, text_width, tallest * EMU_PER_TWIP, dots_per_inch)))
    chart = native_chart(block.chart, images.typefaces) if native else None
    if chart:
        drawing = _chart_or_picture(w("drawing", _chart(images.chart(chart), block, *_chart_size(chart, text_width))), drawing)
    return paragraph(inline, "Figure", w("r", drawing), w("keepNext")) + caption(inline, block) + paragraph(inline, GAP)


def picture(inline: Inline, images: Images, block: Figure, content: bytes, text_width: int, tallest_mm: int | None = None) -> Markup:
    """The picture of a figure alone, in a paragraph; no taller than ``tallest_mm``."""
    width, height = placed_size(content, text_width, tallest_mm and tallest_mm * EMU_PER_MM)
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
    whole = WIDEST_MM * EMU_PER_MM
    width = min(whole, text_width * EMU_PER_TWIP)
    return width, round(chart.height * EMU_PER_MM * width / whole)


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
