"""Lines, areas, marks and outlines drawn into pixels by Anti-Grain Geometry, as matplotlib ships it.

Figures and artists cost several times what they draw, and loading them more than that, with a list of the machine's fonts
that we need nothing of. So the renderer under them is driven by itself. It is no public part of matplotlib, which is
therefore held to the versions that were tried (pyproject.toml); tests/emit/charts/test_canvas.py holds every kind of thing
that we draw against what a figure draws. No setting of matplotlib has a say in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, TypeAlias

import numpy as np
from matplotlib.backends._backend_agg import RendererAgg  # pyright: ignore[reportAttributeAccessIssue, reportUnknownVariableType] - compiled
from matplotlib.hatch import get_path as hatch_path
from matplotlib.markers import MarkerStyle
from matplotlib.path import Path
from numpy.typing import NDArray

Colour: TypeAlias = tuple[float, float, float, float]
Pixel: TypeAlias = tuple[float, float]
"""In pixels from the lower left corner, y running up."""

HATCH_WIDTH = 0.7
HATCH_DENSITY = 6

_AS_IT_IS = np.identity(3)


@cache
def colour_of(code: str) -> Colour:
    """``#RRGGBB`` as shares of one, opaque."""
    red, green, blue = bytes.fromhex(code.removeprefix("#"))
    return red / 255, green / 255, blue / 255, 1.0


@dataclass(slots=True)
class Pen:
    """What the renderer asks of a graphics context: the attributes and methods have the names that it looks for."""

    _rgb: Colour = (0.0, 0.0, 0.0, 1.0)
    _linewidth: float = 0.0
    dashes: tuple[float, ...] | None = None
    _joinstyle: Literal["miter", "round", "bevel"] = "miter"
    _capstyle: Literal["butt", "round", "projecting"] = "butt"
    snap: bool | None = None
    hatch: str = ""
    hatch_colour: Colour = (0.0, 0.0, 0.0, 1.0)
    _alpha: float = 1.0
    _forced_alpha: bool = False
    _antialiased: bool = True
    _cliprect: None = None

    def get_dashes(self) -> tuple[float, tuple[float, ...] | None]:
        return 0.0, self.dashes

    def get_snap(self) -> bool | None:
        """Whether strokes are put upon whole pixels; None: where they run straight across or down."""
        return self.snap

    def get_hatch_path(self) -> Path | None:
        return _hatch(self.hatch) if self.hatch else None

    def get_hatch_color(self) -> Colour:
        return self.hatch_colour

    def get_hatch_linewidth(self) -> float:
        return HATCH_WIDTH

    def get_clip_path(self) -> tuple[None, None]:
        return None, None

    def get_sketch_params(self) -> None:
        return None


class Canvas:
    """A picture in the making, at first all ``paper``. Lengths of lines and marks are in points."""

    def __init__(self, width: int, height: int, dots_per_inch: int, paper: str) -> None:
        self.width, self.height, self.dots_per_inch = width, height, dots_per_inch
        self._renderer: Any = RendererAgg(width, height, dots_per_inch)
        self.area([(0, 0), (width, 0), (width, height), (0, height)], paper)

    def line(self, points: Sequence[Pixel], colour: str, width: float, dashes: tuple[float, ...] = ()) -> None:
        """A line through ``points``, ending where they end; ``dashes`` are multiples of its width."""
        pen = Pen(colour_of(colour), width, tuple(length * width for length in dashes) or None, "round" if dashes else "miter")
        self._renderer.draw_path(pen, Path(np.array(points)), _AS_IT_IS, None)

    def area(self, points: Sequence[Pixel], fill: str, edge: str = "", edge_width: float = 0.0, hatch: str = "", ink: str = "") -> None:
        """The polygon with corners ``points``; its ``hatch`` is drawn in ``ink``, its outline in ``edge``."""
        pen = Pen(colour_of(edge or fill), edge_width if edge else 0.0, hatch=hatch, hatch_colour=colour_of(ink or fill))
        closed = Path(np.array([*points, points[0]]), [Path.MOVETO, *[Path.LINETO] * (len(points) - 1), Path.CLOSEPOLY])
        self._renderer.draw_path(pen, closed, _AS_IT_IS, colour_of(fill))

    def mark(self, at: Pixel, shape: str, size: float, fill: str, edge: str, edge_width: float) -> None:
        """One of matplotlib's markers, ``size`` points wide, with its middle at ``at``."""
        across = size * self.dots_per_inch / 72
        marker = _marker(shape)
        pen = Pen(colour_of(edge), edge_width, None, marker.get_joinstyle(), marker.get_capstyle(), across >= marker.get_snap_threshold())
        grown = marker.get_transform().scale(across)
        self._renderer.draw_markers(pen, marker.get_path(), grown, Path(np.array([at])), _AS_IT_IS, colour_of(fill))

    def outlines(self, corners: NDArray[np.float64], codes: NDArray[np.int8], origin: Pixel, scale: float, colour: str) -> None:
        """Closed outlines filled with ``colour``, ``scale`` times as large and moved to ``origin``, wherever between pixels that is."""
        grown = np.array([[scale, 0.0, origin[0]], [0.0, scale, origin[1]], [0.0, 0.0, 1.0]])
        self._renderer.draw_path(Pen(snap=False), Path(corners, codes), grown, colour_of(colour))

    def pixels(self) -> NDArray[np.uint8]:
        """Rows from the top, each pixel red, green, blue and opacity."""
        return np.asarray(self._renderer)


@cache
def _marker(shape: str) -> Any:
    return MarkerStyle(shape, fillstyle="full")


@cache
def _hatch(pattern: str) -> Path:
    return hatch_path(pattern, HATCH_DENSITY)
