"""The charts that a template prints beside the body, each as a picture in a paragraph of its own."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ghgplan.document.blocks import Document, Figure, plain
from ghgplan.emit.word.figures import Images, picture
from ghgplan.emit.word.inline import Inline
from ghgplan.plan.picture_files import PictureFile

LOW_MM = {1: 74, 2: 46}
"""How tall a picture is that leaves room for tables on its page, by the number of languages."""


def chart_context(
    inline: Inline, images: Images, document: Document, pictures: Mapping[str, bytes], text_width: int, printed: Collection[str]
) -> dict[str, object]:
    """``charts`` and ``headline_chart``, empty where the template does not print them."""

    low = LOW_MM[len(document.edition.languages)]

    def chart(block: Figure) -> dict[str, object]:
        content = pictures[block.file]
        return {
            "label": plain(block.label),
            "caption": plain(block.caption),
            "picture": picture(inline, images, block, content, text_width),
            "small_picture": picture(inline, images, block, content, text_width, low),
        }

    return {
        "charts": [chart(block) for block in document.figures() if not isinstance(block.chart, PictureFile)] if "charts" in printed else [],
        "headline_chart": [chart(block) for block in document.figures() if block.name == document.headlines.chart]
        if "headline_chart" in printed
        else [],
    }
