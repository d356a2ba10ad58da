"""Figures: a picture in the line of text, with what it shows in words, and its caption below."""

from __future__ import annotations

from typing import Protocol

from markupsafe import Markup

from ghgplan.document.blocks import Figure, plain
from ghgplan.emit.word.captions import caption
from ghgplan.emit.word.inline import Inline
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
    """The document's pictures."""

    def image(self, content: bytes) -> str:
        """The relationship id of a picture; the same bytes are stored once."""
        ...


def figure(inline: Inline, images: Images, block: Figure, content: bytes, text_width: int) -> Markup:
    """The figure; ``text_width`` in twentieths of a point."""
    width, height = placed_size(content, text_width)
    drawing = _drawing(images.image(content), block, width, height)
    return paragraph(inline, "Figure", w("r", w("drawing", drawing)), w("keepNext")) + caption(inline, block) + paragraph(inline, GAP)


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


def _drawing(relationship: str, block: Figure, width: int, height: int) -> Markup:
    extent = {"cx": width, "cy": height}
    # Line feeds in an attribute are read as blanks by some programs and kept by others.
    description = " ".join(plain(block.alternative, " / ").split())
    picture = element(
        "pic:pic",
        declared("pic"),
        element(
            "pic:nvPicPr",
            {},
            element("pic:cNvPr", {"id": 0, "name": block.file, "descr": description}),
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
    return element(
        "wp:inline",
        {**declared("wp", "a"), "distT": 0, "distB": 0, "distL": 0, "distR": 0},
        element("wp:extent", extent),
        # docxtpl gives every picture of the body a number of its own here.
        element("wp:docPr", {"id": 0, "name": block.file, "descr": description}),
        element("wp:cNvGraphicFramePr", {}, element("a:graphicFrameLocks", {"noChangeAspect": 1})),
        element("a:graphic", {}, element("a:graphicData", {"uri": NAMESPACES["pic"]}, picture)),
    )
