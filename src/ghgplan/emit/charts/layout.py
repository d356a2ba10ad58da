"""Which layout draws which chart."""

from __future__ import annotations

from ghgplan.document.charts import Chart, FlowDiagram, PathwayChart, StackedBars, TreeDiagram, WaterfallChart
from ghgplan.emit.charts.flow import lay_out_flow
from ghgplan.emit.charts.pathway import lay_out_pathway
from ghgplan.emit.charts.scene import Measure, Scene
from ghgplan.emit.charts.stacked_bars import lay_out_stacked_bars
from ghgplan.emit.charts.tree import lay_out_tree
from ghgplan.emit.charts.waterfall import lay_out_waterfall


def lay_out(chart: Chart, measure: Measure) -> Scene:
    """The scene of ``chart``."""
    match chart:
        case PathwayChart():
            return lay_out_pathway(chart, measure)
        case StackedBars():
            return lay_out_stacked_bars(chart, measure)
        case FlowDiagram():
            return lay_out_flow(chart, measure)
        case TreeDiagram():
            return lay_out_tree(chart, measure)
        case WaterfallChart():
            return lay_out_waterfall(chart, measure)
