"""Painting a scene with matplotlib, and packing the pixels.

Only ``Figure`` objects and our own settings are used: no pyplot, no state that outlives
the call, nothing of the user's matplotlibrc.
"""

from __future__ import annotations

import warnings
from io import BytesIO

from matplotlib import rc_context, rcParamsDefault  # pyright: ignore[reportUnknownVariableType]
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.text import Text as SingleText
from PIL import Image

from ghgplan.emit.charts.font import font_path
from ghgplan.emit.charts.scene import Area, Mark, Scene, Stroke, Text
from ghgplan.emit.charts.style import DOTS_PER_INCH, PAPER, WIDTH

COLOURS = 128
NEARLY_WHITE = 252

_SETTINGS = {
    name: value for name, value in rcParamsDefault.items() if name.startswith(("agg.", "figure.", "lines.", "markers.", "patch.", "path."))
} | {
    "text.parse_math": False,
    "text.usetex": False,
    "text.hinting": "none",
    "text.antialiased": True,
    "hatch.linewidth": 0.7,
}


def pixels(millimetres: float) -> int:
    """A length at the resolution of the pictures."""
    return round(millimetres / 25.4 * DOTS_PER_INCH)


def paint(scene: Scene) -> tuple[bytes, int, int]:
    """PNG bytes, width and height in pixels. A glyph that the font lacks is a bug by now, and raises."""
    with rc_context(_SETTINGS), warnings.catch_warnings():  # pyright: ignore[reportArgumentType] - the names are strings to us
        warnings.filterwarnings("error", message="Glyph .* missing")
        canvas = FigureCanvasAgg(figure_of(scene))
        canvas.draw()
        image = Image.frombuffer("RGBA", canvas.get_width_height(), bytes(canvas.buffer_rgba()), "raw", "RGBA", 0, 1).convert("RGB")
    return _packed(image), image.width, image.height


def figure_of(scene: Scene) -> Figure:
    """The scene as a matplotlib figure. To be called and drawn within the settings that ``paint`` makes."""
    width, height = pixels(WIDTH), pixels(scene.height)
    figure = Figure(figsize=(width / DOTS_PER_INCH, height / DOTS_PER_INCH), dpi=DOTS_PER_INCH, facecolor=PAPER)
    for layer, item in enumerate(scene.items):
        match item:
            case Text():
                place = (item.at[0] / WIDTH, 1 - item.at[1] / scene.height)
                face = FontProperties(fname=str(font_path()), size=item.size)
                words = SingleText(*place, item.text, color=item.colour, verticalalignment="baseline", horizontalalignment=item.align)
                words.set_fontproperties(face)
                words.set_zorder(layer)
                figure.add_artist(words)
            case Stroke():
                xs, ys = zip(*((x / WIDTH, 1 - y / scene.height) for x, y in item.points), strict=True)
                line = Line2D(xs, ys, color=item.colour, linewidth=item.width, solid_capstyle="butt", solid_joinstyle="miter", zorder=layer)
                if item.dashes:
                    line.set_linestyle((0, item.dashes))
                figure.add_artist(line)
            case Mark():
                figure.add_artist(
                    Line2D(
                        [item.at[0] / WIDTH],
                        [1 - item.at[1] / scene.height],
                        linestyle="none",
                        marker=item.shape,
                        markersize=item.size,
                        markerfacecolor=item.fill,
                        markeredgecolor=item.edge,
                        markeredgewidth=item.edge_width,
                        zorder=layer,
                    )
                )
            case Area():
                corners = [(x / WIDTH, 1 - y / scene.height) for x, y in item.points]
                area = Polygon(corners, closed=True, facecolor=item.fill, linewidth=item.edge_width, hatch=item.hatch or None, zorder=layer)
                # A hatch takes the colour of the edge, which is not drawn where its width is nothing.
                area.set_edgecolor(PAPER if item.hatch else item.edge or "none")
                figure.add_artist(area)
    return figure


def _packed(image: Image.Image) -> bytes:
    """A palette of a few colours makes the file a quarter as large, and no eye sees it."""
    packed = image.quantize(colors=COLOURS, method=Image.Quantize.FASTOCTREE, dither=Image.Dither.NONE)
    # The average of all that is nearly white is not quite white, and the picture would stand out from its page.
    palette = packed.getpalette() or []
    shades = [palette[start : start + 3] for start in range(0, len(palette), 3)]
    packed.putpalette([part for shade in shades for part in ([255] * 3 if min(shade) >= NEARLY_WHITE else shade)])
    stream = BytesIO()
    packed.save(stream, format="PNG", optimize=True, dpi=(DOTS_PER_INCH, DOTS_PER_INCH))
    return stream.getvalue()
