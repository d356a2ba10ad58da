"""The waterfall of a gap: from today's intensity, measure by measure, over what is missing, to the target."""

from __future__ import annotations

from decimal import Decimal

from ghgplan.compute.gap import GapReport
from ghgplan.compute.numbers import TONNE_CO2E, Number
from ghgplan.document.blocks import Words
from ghgplan.document.charts import WaterfallChart, WaterfallStep
from ghgplan.document.formatting import number_text
from ghgplan.document.tables.gap import measure_name
from ghgplan.document.tables.notes import joined
from ghgplan.document.tables.pathways import boundary, entity_name
from ghgplan.document.wording import Wording, chart_label


def gap_caption(wording: Wording, gap: GapReport) -> Words:
    """Whose gap it is, on which boundary, in which year."""
    pathway = wording.report.pathways[gap.pathway]
    names = {"entity": entity_name(wording, pathway.entity), "boundary": boundary(wording, pathway)}
    return wording.label("figure.gap", year=str(gap.year), **names)


def gap_chart(wording: Wording, gap: GapReport) -> WaterfallChart | None:
    """The chart; None where the amounts cannot be known for want of production."""
    if gap.before is None or gap.after is None or gap.missing is None:
        return None
    start = wording.label("chart.gap actual" if gap.is_actual else "chart.gap base", year=str(gap.reference_year))
    steps = [_level("start", start, gap.before)]
    steps += [_change(measure_name(wording, name), part) for name, part in gap.parts.items()]
    if gap.missing.value > 0:
        steps.append(WaterfallStep(chart_label(wording.label("chart.gap missing")), "missing", gap.missing.value, _signed(gap.missing)))
    elif gap.missing.value < 0:
        steps.append(_change(wording.label("chart.gap surplus"), gap.missing))
    steps.append(_level("end", wording.label("chart.gap target", year=str(gap.year)), gap.after))
    vertical = wording.with_unit(wording.label("chart.gap emissions"), TONNE_CO2E)
    columns = tuple(
        chart_label(words)
        for words in (
            wording.label("chart.table.amount"),
            wording.label("chart.table.level"),
            wording.label("chart.table.base"),
            wording.label("chart.table.bar"),
            wording.label("chart.table.bar below zero"),
            wording.label("chart.table.room"),
        )
    )
    return WaterfallChart(chart_label(vertical), tuple(steps), columns, chart_label(wording.label("chart.cut axis")))


def gap_words(wording: Wording, gap: GapReport) -> Words:
    """What the chart shows, for those who cannot see it."""
    said = [
        wording.label("alternative.gap", before=_quantity(wording, gap.before), after=_quantity(wording, gap.after), year=str(gap.year)),
        *(wording.label("alternative.part", part=measure_name(wording, n), value=wording.quantity(p)) for n, p in gap.parts.items()),
        wording.label("alternative.part", part=wording.label("chart.gap missing"), value=_quantity(wording, gap.missing)),
    ]
    stops = [wording.label("alternative.gap sentence", part=part) for part in said]
    return joined(wording, stops) or ()


def _level(kind: str, name: Words, number: Number) -> WaterfallStep:
    text = number_text(number)
    return WaterfallStep(chart_label(name), "start" if kind == "start" else "end", number.value, text)


def _change(name: Words, number: Number) -> WaterfallStep:
    return WaterfallStep(chart_label(name), "change", number.value, _signed(number))


def _signed(number: Number) -> str:
    """The figure with the sign of its effect: what is avoided is taken away."""
    opposite = Number(number.value * Decimal(-1), number.unit, number.origin, number.decimals)
    text = number_text(opposite)
    return f"+{text}" if opposite.rounded > 0 else text


def _quantity(wording: Wording, number: Number | None) -> Words | str:
    return wording.quantity(number) if number else "—"
