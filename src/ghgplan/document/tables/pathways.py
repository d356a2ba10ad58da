"""Tables of pathways and of what was achieved on them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ghgplan.compute.numbers import Number
from ghgplan.compute.pathways import PathwayReport
from ghgplan.document.blocks import Cell, Line, Row, Run, Words
from ghgplan.document.tables.grid import Grid, head, merged_down, selected, text, value
from ghgplan.document.tables.names import boundary, entity_name
from ghgplan.document.tables.notes import joined, period_notes
from ghgplan.document.wording import Place, Wording, figure
from ghgplan.plan.model.outline import Item


def pathways_table(wording: Wording, item: Item) -> Grid | None:
    """Intensities by year, years as columns or as rows."""
    pathways = selected(wording.report.pathways, item.of)
    years = _years(pathways, item.years)
    if not pathways or not years:
        return None
    if item.layout == "years down":
        return _years_down(wording, pathways, years)
    return _years_across(wording, pathways, years)


def progress_table(wording: Wording, item: Item) -> Grid | None:
    """Base value, then target, actual value and deviation of each year that has an actual value."""
    pathways = {name: pathway for name, pathway in selected(wording.report.pathways, item.of).items() if pathway.actual}
    years = sorted({year for pathway in pathways.values() for year in pathway.actual if not item.years or year in item.years})
    if not years:
        return None
    parts = ("target", "actual", "deviation")
    first: list[Cell] = [head(words, rows=2) for words in _first_heads(wording, pathways)]
    first.append(head(wording.label("column.base value"), rows=2))
    first += [head(wording.label("year", year=str(year)), columns=len(parts)) for year in years]
    second = [head(wording.label(f"column.{part}")) for _ in years for part in parts]
    rows: list[Row] = []
    note = remark(wording, (), (pathway.values.get(year) for pathway in pathways.values() for year in years if year in pathway.actual))
    for name, pathway in pathways.items():
        cells = [*_first_cells(wording, pathways, name), value(wording.number(pathway.base) if pathway.base else None)]
        for year in years:
            target, actual, deviation = (series.get(year) for series in (pathway.values, pathway.actual, pathway.deviations))
            cells += [intensity(wording, number) for number in (target, actual)]
            cells.append(value(wording.signed(deviation) if deviation else None))
        rows.append(tuple(cells))
    covered = period_notes(wording, ((pathway.entity, year) for pathway in pathways.values() for year in years if year in pathway.actual))
    notes = [*([note] if note else []), *covered, *_progress_remarks(wording, pathways)]
    return Grid(wording.label("table.progress"), (tuple(first), tuple(second)), _merged(rows, pathways), _lines(notes))


def _progress_remarks(wording: Wording, pathways: Mapping[str, PathwayReport]) -> Iterator[Words]:
    """What the plan says to the actual values of each pathway, behind the pathway's name."""
    for name, pathway in pathways.items():
        *members, own = name.split(".")
        file = wording.report.file
        for member in members:
            file = file.members[member]
        progress = file.plan.progress.get(own)
        if progress is None or progress.remark is None:
            continue
        called = boundary(wording, pathway)
        if len(_entities(pathways)) > 1:
            called = wording.label("entity of member", member=entity_name(wording, pathway.entity), entity=called)
        place = Place(file, ("progress", own, "remark"), (*members, "progress", own))
        before = wording.label("note.of pathway", name=called)
        said = wording.text(progress.remark, place)
        yield tuple(Line(line.language, (*name_line.runs, *line.runs)) for name_line, line in zip(before, said, strict=True))


def _lines(notes: Sequence[Words]) -> Words | None:
    """The notes under one another, in each language."""
    if not notes:
        return None
    together = notes[0]
    for note in notes[1:]:
        together = tuple(Line(a.language, (*a.runs, Run("\n"), *b.runs)) for a, b in zip(together, note, strict=True))
    return together


def intensity(wording: Wording, number: Number | None) -> Cell:
    """A pathway's value without its unit; one that is indicative carries a mark."""
    words = wording.number(number) if number else None
    return value(wording.label("indicative value", value=words) if words and number and number.indicative else words)


def remark(wording: Wording, pathways: Iterable[PathwayReport], numbers: Iterable[Number | None]) -> Words | None:
    """The note under a table of these pathways: what the curve is, and what the mark at an indicative number means."""
    curve = (
        wording.label("note.curve")
        if any(pathway.pathway.method == "asi-curve" or pathway.curve.deviations for pathway in pathways)
        else None
    )
    indicative = wording.label("note.indicative") if any(number and number.indicative for number in numbers) else None
    if curve and indicative:
        return wording.label("note.indicative and curve", curve=curve, indicative=indicative)
    return curve or indicative


def _years(pathways: Mapping[str, PathwayReport], chosen: Sequence[int]) -> list[int]:
    known = {year for pathway in pathways.values() for year in pathway.years}
    known |= {pathway.pathway.base_year for pathway in pathways.values() if pathway.base}
    return sorted(year for year in known if not chosen or year in chosen)


def _value(wording: Wording, pathway: PathwayReport, year: int) -> Cell:
    number = pathway.values.get(year) or (pathway.base if year == pathway.pathway.base_year else None)
    return intensity(wording, number)


def _year_head(wording: Wording, year: int, pathways: Mapping[str, PathwayReport]) -> Words:
    base_years = {pathway.pathway.base_year for pathway in pathways.values()}
    return wording.label("base year head" if base_years == {year} else "year", year=str(year))


def _units(pathways: Mapping[str, PathwayReport]) -> list[str]:
    return sorted({pathway.pathway.unit.symbol for pathway in pathways.values()})


def _entities(pathways: Mapping[str, PathwayReport]) -> list[str]:
    return list(dict.fromkeys(pathway.entity for pathway in pathways.values()))


def _first_heads(wording: Wording, pathways: Mapping[str, PathwayReport]) -> list[Words]:
    heads = [wording.label("column.entity")] if len(_entities(pathways)) > 1 else []
    indicator = wording.label("column.intensity")
    if len(_units(pathways)) == 1:
        return [*heads, wording.with_unit(indicator, next(iter(pathways.values())).pathway.unit)]
    return [*heads, indicator, wording.label("column.unit")]


def _first_cells(wording: Wording, pathways: Mapping[str, PathwayReport], name: str) -> list[Cell]:
    pathway = pathways[name]
    cells = [text(entity_name(wording, pathway.entity))] if len(_entities(pathways)) > 1 else []
    cells.append(text(boundary(wording, pathway)))
    if len(_units(pathways)) > 1:
        cells.append(text(wording.unit(pathway.pathway.unit)))
    return cells


def _merged(rows: list[Row], pathways: Mapping[str, PathwayReport]) -> tuple[Row, ...]:
    return merged_down(rows, [0] if len(_entities(pathways)) > 1 else [])


def _years_across(wording: Wording, pathways: Mapping[str, PathwayReport], years: list[int]) -> Grid:
    heads = [head(words) for words in _first_heads(wording, pathways)]
    heads += [head(_year_head(wording, year, pathways)) for year in years]
    rows = [
        (*_first_cells(wording, pathways, name), *(_value(wording, pathway, year) for year in years)) for name, pathway in pathways.items()
    ]
    return Grid(_caption(wording, pathways), (tuple(heads),), _merged(rows, pathways), _remark(wording, pathways, years))


def _years_down(wording: Wording, pathways: Mapping[str, PathwayReport], years: list[int]) -> Grid:
    ordered = {name: pathway for entity in _entities(pathways) for name, pathway in pathways.items() if pathway.entity == entity}
    first = [head(wording.label("column.year"), rows=2)]
    for entity in _entities(pathways):
        width = sum(pathway.entity == entity for pathway in pathways.values())
        first.append(head(entity_name(wording, entity), columns=width))
    second = [head(wording.with_unit(boundary(wording, pathway), pathway.pathway.unit)) for pathway in ordered.values()]
    rows = tuple(
        (text(figure(str(year)), align="center"), *(_value(wording, pathway, year) for pathway in ordered.values())) for year in years
    )
    return Grid(_caption(wording, pathways), (tuple(first), tuple(second)), rows, _remark(wording, pathways, years))


def _remark(wording: Wording, pathways: Mapping[str, PathwayReport], years: Sequence[int]) -> Words | None:
    computed = [pathway for pathway in pathways.values() if pathway.pathway.method == "asi-curve"]
    note = remark(wording, computed, (pathway.values.get(year) for pathway in pathways.values() for year in years))
    return joined(wording, [note, *base_year_notes(wording, pathways.values(), years)])


def base_year_notes(wording: Wording, pathways: Iterable[PathwayReport], years: Sequence[int]) -> list[Words]:
    """What the pathways' base years cover, of those that the table shows."""
    return period_notes(wording, ((each.entity, each.pathway.base_year) for each in pathways if each.pathway.base_year in years))


def _caption(wording: Wording, pathways: Mapping[str, PathwayReport]) -> Words:
    entities = _entities(pathways)
    if len(entities) == 1:
        return wording.label("table.pathways of", entity=entity_name(wording, entities[0]))
    return wording.label("table.pathways")
