"""Chart pictures: a chart's description in, a PNG out.

The road: ``lay_out`` turns a description into a scene (lines, boxes and texts in
millimetres), ``paint`` turns a scene into pixels. Only the font and the canvas know of
matplotlib, and nothing here loads it before the first picture is drawn.
"""

from __future__ import annotations

from ghgplan.document.charts import Chart
from ghgplan.emit.charts.glyphs import missing_characters
from ghgplan.emit.charts.texts import texts
from ghgplan.values import frozen


@frozen
class Picture:
    """A drawn chart: PNG bytes and their size in pixels."""

    png: bytes
    width_px: int
    height_px: int


@frozen
class MissingGlyphs:
    """Why a chart was not drawn: characters of its texts that the shipped font does not have, in reading order."""

    characters: tuple[str, ...]


def missing_glyphs(chart: Chart) -> MissingGlyphs | None:
    """What keeps ``chart`` from being drawn, found without laying it out; None where nothing does."""
    missing = missing_characters(texts(chart))
    return MissingGlyphs(missing) if missing else None


def draw(chart: Chart) -> Picture | MissingGlyphs:
    """Draw ``chart``. The same chart gives the same bytes on the same platform; nothing is read but the shipped font."""
    missing = missing_glyphs(chart)
    if missing:
        return missing
    # Loading matplotlib costs a quarter of a second, which a build without charts saves.
    from ghgplan.emit.charts import font
    from ghgplan.emit.charts.layout import lay_out
    from ghgplan.emit.charts.paint import paint

    png, width_px, height_px = paint(lay_out(chart, font.text_width))
    return Picture(png, width_px, height_px)


__all__ = ["MissingGlyphs", "Picture", "draw", "missing_glyphs"]
