"""What all charts have around their series: axes, legend, the frame of it all, and the way to the workbook."""

from __future__ import annotations

from itertools import zip_longest

from markupsafe import Markup

from ghgplan.document.charts import Label
from ghgplan.emit.charts.style import AXIS, BODY_SIZE, GRID, INK, QUIET, SMALL_SIZE, WIDTH
from ghgplan.emit.charts.value_axis import ValueAxis
from ghgplan.emit.word.native_charts.extent import on_one_line, width
from ghgplan.emit.word.native_charts.markup import NO_FILL, NO_LINE, Typefaces, a, c, letters, line, run, shape, text_look
from ghgplan.emit.word.native_charts.sheet import Sheet
from ghgplan.emit.word.xml import NOTHING, declared, element
from ghgplan.values import frozen

NAMES, VALUES = 1, 2
"""The numbers of the two axes."""

WORKBOOK = "rId1"
"""The relationship of a chart to its workbook: its only one."""

LEVEL = a("bodyPr", rot=0, vert="horz")
"""Text that is never turned."""

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_THOUSAND = 1000

FREE_WIDTH = 0.8 * WIDTH
"""A title that is wider than this, programs break where they like."""


@frozen
class NativeChart:
    """A chart of DrawingML with the table behind it; ``height`` in millimetres, the width is the pictures'."""

    markup: Markup
    sheet: Sheet
    height: float


@frozen
class Frame:
    """Where the plot lies in the chart, in millimetres."""

    left: float
    top: float
    width: float
    height: float
    whole_height: float
    fixed: bool = True
    """A plot that is not fixed, the program puts where the rest leaves room."""

    def layout(self) -> Markup:
        """The plot without the texts of its axes."""
        if not self.fixed:
            return c("layout")
        return c(
            "layout",
            c(
                "manualLayout",
                c("layoutTarget", val="inner"),
                c("xMode", val="edge"),
                c("yMode", val="edge"),
                c("x", val=self.left / WIDTH),
                c("y", val=self.top / self.whole_height),
                c("w", val=self.width / WIDTH),
                c("h", val=self.height / self.whole_height),
            ),
        )


@frozen
class Axes:
    """The axis of the names (years, entities, steps) and that of the values."""

    frame: Frame
    typefaces: Typefaces
    value_title: tuple[str, ...]
    """What the values are, a line or two."""
    scale: ValueAxis
    name_title: str = ""
    in_rows: bool = False
    """Bars lie, the first of them on top."""
    every: int = 1
    """One name of so many is written."""

    def markup(self) -> Markup:
        return self._names() + self._values()

    def _names(self) -> Markup:
        return c(
            "catAx",
            c("axId", val=NAMES),
            c("scaling", c("orientation", val="maxMin" if self.in_rows else "minMax")),
            c("delete", val=0),
            c("axPos", val="l" if self.in_rows else "b"),
            title((self.name_title,), self.typefaces) if self.name_title else NOTHING,
            c("numFmt", formatCode="General", sourceLinked=0),
            c("majorTickMark", val="none" if self.in_rows else "out"),
            c("minorTickMark", val="none"),
            # Names stay at the edge, also where bars reach below zero.
            c("tickLblPos", val="low"),
            shape(line(AXIS, 0.8)),
            text_look(BODY_SIZE, self.typefaces, INK, LEVEL if self.every == 1 else None),
            c("crossAx", val=VALUES),
            c("crosses", val="autoZero"),
            c("auto", val=0),
            c("lblAlgn", val="ctr"),
            c("lblOffset", val=100),
            c("tickLblSkip", val=self.every),
            c("noMultiLvlLbl", val=1),
        )

    def _values(self) -> Markup:
        lowest = c("min", val=str(self.scale.low)) if self.scale.cut or self.scale.low == 0 else NOTHING
        whole_thousands = self.scale.high >= _THOUSAND
        return c(
            "valAx",
            c("axId", val=VALUES),
            # The upper end is left to the program: numbers that somebody changes stay in sight.
            c("scaling", c("orientation", val="minMax"), lowest),
            c("delete", val=0),
            c("axPos", val="t" if self.in_rows else "l"),
            c("majorGridlines", shape(line(GRID, 0.6))),
            c("numFmt", formatCode="#,##0" if whole_thousands else "General", sourceLinked=0),
            c("majorTickMark", val="none"),
            c("minorTickMark", val="none"),
            c("tickLblPos", val="nextTo"),
            shape(NO_LINE),
            text_look(SMALL_SIZE, self.typefaces, QUIET, LEVEL),
            c("crossAx", val=NAMES),
            c("crosses", val="autoZero"),
            c("crossBetween", val="between"),
        )


def value_title(vertical: Label, remark: Label = ()) -> tuple[str, ...]:
    """What the values are, with a remark on their axis: the languages beside one another where they have room."""
    said = tuple(" · ".join(part for part in parts if part) for parts in zip_longest(vertical, remark, fillvalue=""))
    return said if width(on_one_line(said), SMALL_SIZE) > FREE_WIDTH else (on_one_line(said),)


def title(lines: tuple[str, ...], typefaces: Typefaces, *, of_all: bool = False) -> Markup:
    """The title of an axis, or of the whole chart, which stands over it from the left edge on."""
    properties = a("pPr", letters("defRPr", SMALL_SIZE, QUIET, typefaces), algn="l")
    paragraphs = [a("p", properties, run(text, SMALL_SIZE, typefaces, QUIET)) for text in lines]
    rich = c("rich", LEVEL, a("lstStyle"), *paragraphs)
    corner = c("manualLayout", c("xMode", val="edge"), c("yMode", val="edge"), c("x", val=0.0), c("y", val=0.0))
    return c("title", c("tx", rich), c("layout", corner) if of_all else NOTHING, c("overlay", val=0))


def legend(typefaces: Typefaces, left_out: tuple[int, ...] = ()) -> Markup:
    """The legend under the plot, without the series that have no looks."""
    hidden = [c("legendEntry", c("idx", val=position), c("delete", val=1)) for position in left_out]
    return c("legend", c("legendPos", val="b"), *hidden, c("overlay", val=0), text_look(BODY_SIZE, typefaces))


def data_table(typefaces: Typefaces) -> Markup:
    """The numbers in a table under the plot; programs that know no such tables leave it out."""
    lines = [c(name, val=int(name == "showHorzBorder")) for name in ("showHorzBorder", "showVertBorder", "showOutline", "showKeys")]
    return c("dTable", *lines, shape(NO_FILL, line(GRID, 0.6)), text_look(BODY_SIZE, typefaces))


def chart_space(plot: Markup, axes: Axes, key: Markup, gaps: str, table: Markup = NOTHING) -> Markup:
    """The chart. ``gaps`` says how a line goes where a value is missing: ``gap`` or ``span``."""
    return element(
        "c:chartSpace",
        declared("c", "a", "r"),
        c("date1904", val=0),
        c("roundedCorners", val=0),
        c(
            "chart",
            # What the values are and their unit: as the title of their axis, programs would break it into short lines.
            title(axes.value_title, axes.typefaces, of_all=True),
            c("autoTitleDeleted", val=0),
            c("plotArea", axes.frame.layout(), plot, axes.markup(), table, shape(NO_FILL, NO_LINE)),
            key,
            c("plotVisOnly", val=0),
            c("dispBlanksAs", val=gaps),
        ),
        shape(NO_FILL, NO_LINE),
        text_look(BODY_SIZE, axes.typefaces),
        element("c:externalData", {"r:id": WORKBOOK}, c("autoUpdate", val=0)),
    )


def part(chart: NativeChart) -> bytes:
    """The chart as the file that it is in the package."""
    return f"{_HEAD}{chart.markup}".encode()
