"""Painting a scene: millimetres become pixels, and pixels a PNG."""

from __future__ import annotations

from ghgplan.emit.charts.canvas import Canvas
from ghgplan.emit.charts.font import text_outline, text_width
from ghgplan.emit.charts.packing import pack
from ghgplan.emit.charts.scene import Area, Mark, Scene, Spot, Stroke, Text
from ghgplan.emit.charts.style import DOTS_PER_INCH, PAPER, WIDTH

# How much of a text's width lies to the left of its place.
SHARE_LEFT = {"left": 0.0, "center": 0.5, "right": 1.0}


def pixels(millimetres: float) -> int:
    """A length at the resolution of the pictures."""
    return round(millimetres / 25.4 * DOTS_PER_INCH)


def paint(scene: Scene) -> tuple[bytes, int, int]:
    """PNG bytes, width and height in pixels. A glyph that the font lacks is a bug by now, and raises LookupError."""
    canvas = painted(scene)
    return pack(canvas.pixels(), DOTS_PER_INCH), canvas.width, canvas.height


def painted(scene: Scene) -> Canvas:
    """The scene's items upon a canvas, first things undermost."""
    canvas = Canvas(pixels(WIDTH), pixels(scene.height), DOTS_PER_INCH, PAPER)

    def at(spot: Spot) -> Spot:
        return spot[0] / WIDTH * canvas.width, (1 - spot[1] / scene.height) * canvas.height

    for item in scene.items:
        match item:
            case Text():
                outline = text_outline(item.text)
                left = item.at[0] - SHARE_LEFT[item.align] * text_width(item.text, item.size)
                canvas.outlines(*outline, at((left, item.at[1])), item.size * DOTS_PER_INCH / 72, item.colour)
            case Stroke():
                canvas.line([*map(at, item.points)], item.colour, item.width, item.dashes)
            case Mark():
                canvas.mark(at(item.at), item.shape, item.size, item.fill, item.edge, item.edge_width)
            case Area():
                corners = [*map(at, item.points)]
                canvas.area(corners, item.fill, item.edge or "", item.edge_width, item.hatch, PAPER)
    return canvas
