"""How charts look: sizes, colours, marks. Millimetres, and points for type and lines.

Every series and part differs from its neighbours in lightness and in shape or hatch too, so
that a grey print and a colour-blind reader lose nothing.
"""

from __future__ import annotations

from ghgplan.values import frozen

WIDTH = 160
DOTS_PER_INCH = 200

BODY_SIZE = 8.5
SMALL_SIZE = 7.5
LINE_PITCH = 1.3
"""From baseline to baseline, as a multiple of the type size."""

PAPER = "#FFFFFF"
INK = "#1F2933"
QUIET = "#52606D"
GRID = "#DFE4E8"
AXIS = "#8A96A3"

BOX_FILL = "#EDF3F7"
BOX_FILL_TOP = "#D3E1EB"
BOX_EDGE = "#2B5470"


@frozen
class SeriesLook:
    """A pathway series' colour, mark and line."""

    colour: str
    shape: str
    dashes: tuple[float, ...] = ()


TARGET_LOOKS = (
    SeriesLook("#16324F", "o"),
    SeriesLook("#1F8A7D", "s", (5, 1.6)),
    SeriesLook("#7B5EA7", "^", (1.6, 1.4)),
    SeriesLook("#A67C1A", "v", (6, 1.6, 1.4, 1.6)),
)
ACTUAL_LOOKS = (
    SeriesLook("#D1551B", "D"),
    SeriesLook("#8E1B3A", "P"),
    SeriesLook("#E39A1B", "X"),
    SeriesLook("#5E3A1C", "*"),
)


@frozen
class PartLook:
    """A stacked part's fill and hatch."""

    fill: str
    hatch: str = ""


PART_LOOKS = (
    PartLook("#16324F"),
    PartLook("#3F8FA3"),
    PartLook("#BFDCD8"),
    PartLook("#DFA336"),
    PartLook("#8C5A2B", "////"),
    PartLook("#F3E3C0", "...."),
    PartLook("#7A7F87", "\\\\\\\\"),
    PartLook("#D9DCE0", "xxxx"),
)
