"""A scene drawn by matplotlib's figures and artists: what our own drawing is held against."""

from __future__ import annotations

import matplotlib
import numpy as np
from matplotlib.backends.backend_agg import RendererAgg
from matplotlib.figure import Figure
from matplotlib.font_manager import FontProperties
from matplotlib.lines import Line2D
from matplotlib.patches import Polygon
from matplotlib.text import Text as SingleText

from ghgplan.emit.charts.canvas import HATCH_WIDTH
from ghgplan.emit.charts.font import font_path
from ghgplan.emit.charts.paint import pixels
from ghgplan.emit.charts.scene import Area, Item, Mark, Scene, Stroke, Text
from ghgplan.emit.charts.style import DOTS_PER_INCH, PAPER, WIDTH

SETTINGS = dict(matplotlib.rcParamsDefault) | {
    "text.parse_math": False,
    "text.usetex": False,
    "text.hinting": "none",
    "hatch.linewidth": HATCH_WIDTH,
}
del SETTINGS["backend"]


def figure_pixels(scene: Scene) -> np.ndarray:
    """Rows of pixels from the top, each red, green, blue and opacity."""
    with matplotlib.rc_context(SETTINGS):
        width, height = pixels(WIDTH), pixels(scene.height)
        figure = Figure(figsize=(width / DOTS_PER_INCH, height / DOTS_PER_INCH), dpi=DOTS_PER_INCH, facecolor=PAPER)
        for layer, item in enumerate(scene.items):
            artist = artist_of(item, scene.height)
            artist.set_zorder(layer)
            figure.add_artist(artist)
        renderer = RendererAgg(width, height, DOTS_PER_INCH)
        figure.draw(renderer)
        return np.array(renderer.buffer_rgba())


def artist_of(item: Item, height: float) -> Line2D | Polygon | SingleText:
    """One thing of a scene, in fractions of the figure."""

    def at(spot: tuple[float, float]) -> tuple[float, float]:
        return spot[0] / WIDTH, 1 - spot[1] / height

    match item:
        case Text():
            words = SingleText(*at(item.at), item.text, color=item.colour, verticalalignment="baseline", horizontalalignment=item.align)
            words.set_fontproperties(FontProperties(fname=str(font_path()), size=item.size))
            return words
        case Stroke():
            xs, ys = zip(*map(at, item.points), strict=True)
            line = Line2D(xs, ys, color=item.colour, linewidth=item.width, solid_capstyle="butt", solid_joinstyle="miter")
            if item.dashes:
                line.set_linestyle((0, item.dashes))
            return line
        case Mark():
            (x, y) = at(item.at)
            return Line2D(
                [x],
                [y],
                linestyle="none",
                marker=item.shape,
                markersize=item.size,
                markerfacecolor=item.fill,
                markeredgecolor=item.edge,
                markeredgewidth=item.edge_width,
            )
        case Area():
            area = Polygon([*map(at, item.points)], closed=True, facecolor=item.fill, linewidth=item.edge_width, hatch=item.hatch or None)
            # A hatch takes the colour of the edge, which is not drawn where its width is nothing.
            area.set_edgecolor(PAPER if item.hatch else item.edge or "none")
            return area
