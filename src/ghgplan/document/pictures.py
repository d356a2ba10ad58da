"""The charts that a document can show: report -> chart description, caption and words for those who cannot see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ghgplan.compute.inventory import SCOPES, InventoryReport
from ghgplan.compute.numbers import TONNE_CO2E, Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.document.blocks import Words, plain
from ghgplan.document.charts import Bar, Chart, FlowDiagram, Label, PathwayChart, PathwaySeries, Point, StackedBars, TreeBox, TreeDiagram
from ghgplan.document.formatting import number_text
from ghgplan.document.gap_chart import gap_caption, gap_chart, gap_words
from ghgplan.document.tables.grid import selected
from ghgplan.document.tables.inventory import columns_of, inventories, period_label, total_of
from ghgplan.document.tables.pathways import boundary, entity_name
from ghgplan.document.wording import Place, Wording, chart_label, line_text
from ghgplan.plan.model.governance import Box, Diagram
from ghgplan.plan.model.outline import Item
from ghgplan.values import frozen


@frozen
class Drawing:
    """A figure before it has a number and a name."""

    caption: Words
    alternative: Words
    chart: Chart


def build_drawing(wording: Wording, item: Item) -> Drawing | None:
    """The chart that ``item`` asks for; None where the plan has nothing for it to show."""
    return _BUILDERS[item.chart or ""](wording, item)


def _pathway(wording: Wording, item: Item) -> Drawing | None:
    pathways = selected(wording.report.pathways, item.of)
    pathways = {name: pathway for name, pathway in pathways.items() if pathway.values}
    if not pathways:
        return None
    first = next(iter(pathways.values()))
    names = _series_names(wording, pathways)
    chart = PathwayChart(
        vertical=chart_label(wording.with_unit(wording.label("column.intensity"), first.pathway.unit)),
        horizontal=chart_label(wording.label("chart.year and indicative" if _are_indicative(pathways) else "column.year")),
        base_label=chart_label(wording.label("chart.base year")),
        aim_label=chart_label(wording.label("chart.aim")),
        series=tuple(series for name, pathway in pathways.items() for series in _series(wording, names[name], pathway)),
    )
    sentences = [said for name, pathway in pathways.items() for said in _pathway_sentences(wording, names[name], pathway)]
    entities = {pathway.entity for pathway in pathways.values()}
    boundaries = {boundary(wording, pathway) for pathway in pathways.values()}
    subject = entity_name(wording, first.entity) if len(entities) == 1 else wording.label("several entities")
    what = boundary(wording, first) if len(boundaries) == 1 else wording.label("several boundaries")
    caption = wording.label("figure.pathway", entity=subject, boundary=what)
    return Drawing(caption, wording.label("alternative.pathway", series=_joined(wording, sentences)), chart)


def _series_names(wording: Wording, pathways: Mapping[str, PathwayReport]) -> dict[str, Words]:
    """What each line is called: by its entity where several are shown, else by its boundary."""
    several_entities = len({pathway.entity for pathway in pathways.values()}) > 1
    several_boundaries = len({boundary(wording, pathway) for pathway in pathways.values()}) > 1
    names: dict[str, Words] = {}
    for name, pathway in pathways.items():
        if several_entities and several_boundaries:
            entity = entity_name(wording, pathway.entity)
            names[name] = wording.label("entity of member", member=entity, entity=boundary(wording, pathway))
        else:
            names[name] = entity_name(wording, pathway.entity) if several_entities else boundary(wording, pathway)
    return names


def _series(wording: Wording, name: Words, pathway: PathwayReport) -> list[PathwaySeries]:
    numbers = dict(pathway.values)
    base_year = pathway.pathway.base_year
    if pathway.base:
        numbers.setdefault(base_year, pathway.base)
    series = [
        PathwaySeries(
            # Without actual values beside it, the line needs no word to set it apart.
            chart_label(wording.label("chart.target", name=name) if pathway.actual else name),
            "target",
            _points(wording, numbers),
            base_year=base_year if base_year in numbers else None,
            aim=pathway.pathway.aim,
        )
    ]
    if pathway.actual:
        series.append(PathwaySeries(chart_label(wording.label("chart.actual", name=name)), "actual", _points(wording, pathway.actual)))
    return series


def _points(wording: Wording, numbers: Mapping[int, Number]) -> tuple[Point, ...]:
    return tuple(
        Point(year, number.value, line_text(_marked(wording, number), wording.languages[0])) for year, number in sorted(numbers.items())
    )


def _are_indicative(pathways: Mapping[str, PathwayReport]) -> bool:
    return any(number.indicative for pathway in pathways.values() for number in pathway.values.values())


def _marked(wording: Wording, number: Number) -> Words:
    words = wording.number(number)
    return wording.label("indicative value", value=words) if number.indicative else words


def _pathway_sentences(wording: Wording, name: Words, pathway: PathwayReport) -> list[Words]:
    """Where the pathway begins and ends, and what was achieved."""
    numbers = dict(pathway.values)
    if pathway.base:
        numbers.setdefault(pathway.pathway.base_year, pathway.base)
    first, last = min(numbers), max(numbers)
    start, end = wording.number(numbers[first]), wording.quantity(numbers[last])
    if numbers[last].indicative:
        end = wording.label("alternative.indicative", value=end)
    said = [wording.label("alternative.series", name=name, first=str(first), last=str(last), start=start, end=end)]
    if pathway.actual:
        values = [
            wording.label("alternative.value", year=str(year), value=wording.quantity(number)) for year, number in pathway.actual.items()
        ]
        said.append(wording.label("alternative.actual", name=name, values=_joined(wording, values)))
    return said


def _scopes(wording: Wording, item: Item) -> Drawing | None:
    columns = columns_of(wording, item, SCOPES)
    scopes = [scope for scope in SCOPES if any(year in i.totals.get(scope, {}) for _, i, year in columns)]
    if not scopes:
        return None
    names = _column_names(wording, columns)
    numbers = [[inventory.totals.get(scope, {}).get(year) for scope in scopes] for _, inventory, year in columns]
    totals = [total_of(inventory, year, scopes) for _, inventory, year in columns]
    parts = [wording.label(f"row.{scope}") for scope in scopes]
    bars = [_bar(name, row) for name, row in zip(names, numbers, strict=True)]
    chart = StackedBars(
        chart_label(wording.with_unit(wording.label("column.emissions"), TONNE_CO2E)),
        tuple(chart_label(part) for part in parts),
        tuple(bars),
        tuple(number_text(total) if total else "" for total in totals),
        chart_label(wording.label("row.total")),
        chart_label(wording.label("chart.table.room")),
    )
    said = [_bar_sentence(wording, name, parts, bar) for name, bar in zip(names, bars, strict=True)]
    alternative = wording.label("alternative.emissions by scope", bars=_joined(wording, said))
    return Drawing(wording.label("figure.emissions by scope"), alternative, chart)


def _column_names(wording: Wording, columns: list[tuple[str, InventoryReport, int]]) -> list[Words]:
    """What each bar is called: by its entity where several are shown, by its year where several are, by both where both are."""
    entities = [entity_name(wording, entity) for entity, _, _ in columns]
    periods = [period_label(wording, inventory, year) for _, inventory, year in columns]
    if len({entity for entity, _, _ in columns}) < 2:
        return periods
    if len({year for _, _, year in columns}) < 2:
        return entities
    return [wording.label("entity in year", entity=entity, year=period) for entity, period in zip(entities, periods, strict=True)]


def _shares(wording: Wording, item: Item) -> Drawing | None:
    chosen = inventories(wording, item.of)
    if len(chosen) != 1:
        return None
    inventory = next(iter(chosen.values()))
    years = [year for year in _share_years(inventory) if not item.years or year in item.years]
    sources = [source for source in inventory.sources.values() if any(number.value for number in source.shares.values())]
    if not years or not sources:
        return None
    names = [period_label(wording, inventory, year) for year in years]
    parts = [wording.label(f"source kind.{source.source.kind}") for source in sources]
    bars = [_bar(name, [source.shares.get(year) for source in sources], "%") for name, year in zip(names, years, strict=True)]
    chart = StackedBars(chart_label(wording.label("chart.share")), tuple(chart_label(part) for part in parts), tuple(bars))
    said = [_bar_sentence(wording, name, parts, bar) for name, bar in zip(names, bars, strict=True)]
    return Drawing(wording.label("figure.emission shares"), wording.label("alternative.shares", bars=_joined(wording, said)), chart)


def _bar(name: Words, numbers: list[Number | None], unit: str = "") -> Bar:
    texts = tuple(f"{number_text(number)}{unit}" if number else "" for number in numbers)
    return Bar(chart_label(name), tuple(number.value if number else None for number in numbers), texts)


def _bar_sentence(wording: Wording, name: Words, parts: list[Words], bar: Bar) -> Words:
    said = [wording.label("alternative.part", part=part, value=text) for part, text in zip(parts, bar.texts, strict=True) if text]
    return wording.label("alternative.bar", name=name, parts=_joined(wording, said))


def _share_years(inventory: InventoryReport) -> list[int]:
    return sorted({year for source in inventory.sources.values() for year in source.shares})


def _diagram(wording: Wording, item: Item) -> Drawing | None:
    name = item.of[0]
    diagram = wording.report.plan.diagrams[name]
    place = Place(wording.report.file, ("diagrams", name))
    caption = wording.text(diagram.caption, place.below("caption"))
    if diagram.steps:
        steps = [wording.text(step, place.below("steps", str(position))) for position, step in enumerate(diagram.steps)]
        alternative = wording.label("alternative.flow", steps=_joined(wording, steps, " → "))
        return Drawing(caption, alternative, FlowDiagram(tuple(_distinct(step) for step in steps)))
    top = diagram.top or ""
    boxes = {key: wording.text(box.text, place.below("boxes", key, "text")) for key, box in diagram.boxes.items()}
    below = [boxes[key] for key in diagram.boxes if key != top]
    alternative = wording.label("alternative.tree", top=boxes[top], below=_joined(wording, below))
    return Drawing(caption, alternative, TreeDiagram(_tree(diagram, boxes, top)))


def _gap(wording: Wording, item: Item) -> Drawing | None:
    gaps = list(selected(wording.report.gaps, item.of).values())
    chart = gap_chart(wording, gaps[0]) if len(gaps) == 1 else None
    return Drawing(gap_caption(wording, gaps[0]), gap_words(wording, gaps[0]), chart) if chart else None


def _tree(diagram: Diagram, boxes: Mapping[str, Words], name: str) -> TreeBox:
    def hangs_here(box: Box) -> bool:
        return box.under == name

    below = tuple(_tree(diagram, boxes, key) for key, box in diagram.boxes.items() if hangs_here(box))
    return TreeBox(_distinct(boxes[name]), below)


def _distinct(words: Words) -> Label:
    """The label, once where it reads the same in both languages."""
    return tuple(dict.fromkeys(chart_label(words)))


def _joined(wording: Wording, parts: list[Words], separator: str | None = None) -> Words:
    """The parts one after the other, in each language."""

    def together(position: int) -> str:
        between = separator or ("；" if wording.languages[position] == "zh" else "; ")
        return between.join(part[position].text if position < len(part) else plain(part) for part in parts)

    texts = [together(position) for position in range(len(wording.languages))]
    return wording.each(lambda language: texts[wording.languages.index(language)])


_BUILDERS: dict[str, Callable[[Wording, Item], Drawing | None]] = {
    "pathway": _pathway,
    "emissions by scope": _scopes,
    "emission shares": _shares,
    "diagram": _diagram,
    "gap": _gap,
}
