"""Stacked bars as a chart: their series, and the empty one at their ends whose labels stand beside the bars."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from ghgplan.emit.charts.style import INK, PAPER, PartLook
from ghgplan.emit.word.native_charts.chart_space import NAMES, VALUES
from ghgplan.emit.word.native_charts.labels import cell_label, from_cells, labels, labels_from_cells, no_label
from ghgplan.emit.word.native_charts.markup import NO_FILL, NO_LINE, Typefaces, c, line, pattern, shape, solid
from ghgplan.emit.word.native_charts.sheet import Sheet
from ghgplan.emit.word.xml import NOTHING, element, trusted

_PATTERNS = {"////": "wdUpDiag", "\\\\\\\\": "wdDnDiag", "....": "pct20", "xxxx": "diagCross"}


def bar_chart(series: Iterable[Markup], gap: int, *, in_rows: bool) -> Markup:
    """The series stacked; ``gap`` is between the bars, in hundredths of a bar."""
    return c(
        "barChart",
        c("barDir", val="bar" if in_rows else "col"),
        c("grouping", val="stacked"),
        c("varyColors", val=0),
        *series,
        c("gapWidth", val=gap),
        c("overlap", val=100),
        c("axId", val=NAMES),
        c("axId", val=VALUES),
    )


def bar_series(
    number: int, sheet: Sheet, column: int, look: PartLook | None, own_looks: Iterable[PartLook] = (), shown: Markup = NOTHING
) -> Markup:
    """A series of bars; without a look it is there and not seen. ``own_looks`` are those of its bars, one by one."""
    points = (
        c("dPt", c("idx", val=position), c("invertIfNegative", val=0), c("bubble3D", val=0), _filled(own))
        for position, own in enumerate(own_looks)
    )
    return c(
        "ser",
        c("idx", val=number),
        c("order", val=number),
        sheet.heading(column),
        _filled(look) if look else shape(NO_FILL, NO_LINE),
        c("invertIfNegative", val=0),
        *points,
        shown,
        sheet.names(),
        sheet.values(column),
    )


def label_series(number: int, sheet: Sheet, column: int, labelled: int, texts: tuple[str, ...], typefaces: Typefaces) -> Markup:
    """Bars that are not seen, stacked at the ends of the others: their labels show the cells of the column ``labelled``.

    The labels of stacked bars stand in them, never beside them; so these are there for the others' labels to stand in.
    """
    each = [cell_label(row, text, number, typefaces) if text else no_label(row) for row, text in enumerate(texts)]
    return c(
        "ser",
        c("idx", val=number),
        c("order", val=number),
        # A legend shows nothing of a series that is called nothing; LibreOffice strikes the wrong one where bars lie in rows.
        c("tx", element("c:v", {}, trusted(" "))),
        shape(NO_FILL, NO_LINE),
        c("invertIfNegative", val=0),
        labels_from_cells(each, typefaces),
        sheet.names(),
        sheet.values(column),
        from_cells(sheet, labelled, texts),
    )


def total_line(number: int, sheet: Sheet, column: int, typefaces: Typefaces) -> Markup:
    """A line that is not seen, through the totals of the bars: its labels stand over them."""
    series = c(
        "ser",
        c("idx", val=number),
        c("order", val=number),
        sheet.heading(column),
        shape(NO_LINE),
        c("marker", c("symbol", val="none")),
        labels((), sheet.columns[column].number_format, "t", INK, typefaces),
        sheet.names(),
        sheet.values(column),
        c("smooth", val=0),
    )
    ends = c("marker", val=1), c("axId", val=NAMES), c("axId", val=VALUES)
    return c("lineChart", c("grouping", val="standard"), c("varyColors", val=0), series, *ends)


def _filled(look: PartLook) -> Markup:
    fill = pattern(_PATTERNS[look.hatch], look.fill) if look.hatch else solid(look.fill)
    return shape(fill, line(PAPER, 0.5))
