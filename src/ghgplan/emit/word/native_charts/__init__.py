"""Charts that Word itself draws, with their numbers in a workbook behind them.

The same description makes the picture (``emit/charts``). Its numbers are cells with all their digits, printed by number formats
as the document prints them; series, labels and marks look as in the picture, as far as a chart of Word can.
"""

from __future__ import annotations

from ghgplan.document.charts import Chart, PathwayChart, StackedBars, WaterfallChart
from ghgplan.emit.word.native_charts.chart_space import WORKBOOK, NativeChart, part
from ghgplan.emit.word.native_charts.markup import Typefaces
from ghgplan.emit.word.native_charts.pathway import pathway_chart
from ghgplan.emit.word.native_charts.stacked_bars import stacked_bar_chart
from ghgplan.emit.word.native_charts.waterfall import waterfall_chart
from ghgplan.emit.word.native_charts.workbook import workbook
from ghgplan.plan.picture_files import PictureFile


def native_chart(chart: Chart | PictureFile, typefaces: Typefaces) -> NativeChart | None:
    """The chart as Word draws it; None for a diagram, and for a chart without numbers: they stay pictures, like pictures themselves."""
    match chart:
        case PathwayChart() if any(one.points for one in chart.series):
            return pathway_chart(chart, typefaces)
        case StackedBars() if chart.bars and chart.parts:
            return stacked_bar_chart(chart, typefaces)
        case WaterfallChart() if chart.steps:
            return waterfall_chart(chart, typefaces)
        case _:
            return None


__all__ = ["WORKBOOK", "NativeChart", "Typefaces", "native_chart", "part", "workbook"]
