"""Charts as real plans have them, in one language or two.

A test that takes ``chart`` runs for every one of them; ``pathway_chart`` and ``tree_chart`` stand for the kinds.
"""

from __future__ import annotations

from decimal import Decimal

import pytest

from ghgplan.document.charts import (
    Bar,
    FlowDiagram,
    Label,
    PathwayChart,
    PathwaySeries,
    Point,
    StackedBars,
    TreeBox,
    TreeDiagram,
    WaterfallChart,
    WaterfallStep,
)

MODES = ("zh", "en", "zh-en")


def label(mode: str, chinese: str, english: str) -> Label:
    return {"zh": (chinese,), "en": (english,), "zh-en": (chinese, english)}[mode]


def series(
    name: Label, values: dict[int, str], kind: str = "target", base_year: int | None = None, aim: int | None = None
) -> PathwaySeries:
    points = tuple(Point(year, Decimal(value), value) for year, value in values.items())
    return PathwaySeries(name, kind, points, base_year, aim)


def pathway(mode: str, *all_series: PathwaySeries) -> PathwayChart:
    return PathwayChart(
        label(mode, "排放强度（t CO₂e/t Al）", "Emission intensity (t CO₂e/t Al)"),
        label(mode, "年份", "Year"),
        label(mode, "基准年", "Base year"),
        label(mode, "中期目标", "Intermediate target"),
        all_series,
    )


def years(first: int, text: str, *skipped: int) -> dict[int, str]:
    values = text.split()
    counted = [year for year in range(first, first + len(values) + len(skipped)) if year not in skipped]
    return dict(zip(counted, values, strict=True))


def pathways(mode: str) -> dict[str, PathwayChart]:
    process = label(mode, "工艺 范围 1+2", "Process, scopes 1+2")
    return {
        "nearly level": pathway(
            mode, series(process, years(2023, "0.08 0.079 0.079 0.079 0.079 0.079", 2028, 2029), base_year=2023, aim=2026)
        ),
        "a cliff": pathway(mode, series(process, years(2023, "3.234 0.424 0.411 0.398 0.385 0.347", 2028, 2029), base_year=2023, aim=2025)),
        "one step": pathway(mode, series(process, years(2024, "0.17 0.17 0.16 0.16 0.16 0.16", 2029), base_year=2024, aim=2026)),
        "actual above target": pathway(
            mode,
            series(process, years(2024, "0.33 0.33 0.32 0.31 0.31 0.30 0.30"), base_year=2024, aim=2030),
            series(label(mode, "实际", "Actual"), years(2024, "0.33 0.34"), "actual"),
        ),
        "actual far below target": pathway(
            mode,
            series(process, years(2024, "5.9 5.7 5.4 5.4 5.1 4.9 4.5"), base_year=2024, aim=2030),
            series(label(mode, "实际", "Actual"), years(2024, "5.9 4.96"), "actual"),
        ),
        "two product lines": pathway(
            mode,
            series(label(mode, "铝合金", "Cast alloy"), years(2023, "0.82 0.79 0.77 0.75 0.74 0.72 0.71", 2024), base_year=2023, aim=2030),
            series(label(mode, "铝挤压", "Extrusions"), years(2023, "1.43 1.21 1.17 1.13 1.09 1.04 1.00", 2024), base_year=2023, aim=2030),
        ),
        "every year to 2050": pathway(
            mode,
            series(process, {year: f"{16.4 - 0.55 * (year - 2023):.1f}" for year in range(2023, 2051)}, base_year=2023, aim=2030),
        ),
    }


def close_pathways(mode: str) -> dict[str, PathwayChart]:
    """Two lines within a few percent of one another, with actual values, to the far end of the time axis."""
    charts: dict[str, PathwayChart] = {}
    for upper, lower in (("9.40", "9.38"), ("9.41", "9.30"), ("10.20", "9.80"), ("9.86", "9.05")):
        lines: list[PathwaySeries] = []
        for chinese, english, start, off in (("铝液", "Molten metal", upper, "0.05"), ("铸锭", "Ingot", lower, "-0.04")):
            targets = {2023 + year: str(Decimal(start) - Decimal("0.12") * year) for year in range(8)} | {
                2050: f"{float(start) * 0.55:.2f}"
            }
            actual = {2023 + year: str(Decimal(start) + Decimal(off) - Decimal("0.10") * year) for year in range(3)}
            name = label(mode, f"{chinese}：目标", f"{english}: target")
            lines.append(series(name, targets, base_year=2023, aim=2030))
            lines.append(series(label(mode, f"{chinese}：实际", f"{english}: actual"), actual, "actual"))
        charts[f"close lines {upper} {lower}"] = pathway(mode, *lines)
    every_year = {year: f"{9.4 - 0.25 * (year - 2023):.2f}" for year in range(2023, 2051)}
    beside = {year: f"{float(value) * 0.98:.2f}" for year, value in every_year.items()}
    charts["close lines every year"] = pathway(
        mode,
        series(label(mode, "铝液", "Molten metal"), every_year, base_year=2023, aim=2030),
        series(label(mode, "铸锭", "Ingot"), beside, base_year=2023, aim=2030),
        series(label(mode, "实际", "Actual"), years(2023, "9.38 9.20 8.95"), "actual"),
    )
    return charts


def bars(mode: str, rows: dict[str, str], totals: bool = True) -> StackedBars:
    texts = {name: row.split() for name, row in rows.items()}
    values = {name: tuple(None if text == "–" else Decimal(text.replace(",", "")) for text in row) for name, row in texts.items()}
    stacks = tuple(Bar(label(mode, name, f"{name} branch"), values[name], tuple(row)) for name, row in texts.items())
    parts = tuple(label(mode, f"范围 {number}", f"Scope {number}") for number in range(1, max(map(len, values.values()), default=0) + 1))
    sums = tuple(f"{sum(value for value in row if value is not None):,}" for row in values.values()) if totals else ()
    return StackedBars(label(mode, "排放量（t CO₂e）", "Emissions (t CO₂e)"), parts, stacks, sums)


def stacks(mode: str) -> dict[str, StackedBars]:
    return {
        "one dominates": bars(
            mode, {"甲": "11,678 60,579 6,630 2,417,620", "乙": "330 9,101 266 85,419", "丙": "15,205 31,271 – 9,093,705"}
        ),
        "shares": bars(mode, {"2019": "99.94 0.05 0.01", "2020": "99.96 0.03 0.01"}, totals=False),
        "removals": bars(mode, {"甲": "100 -20 30", "乙": "40 -60 10"}),
        "many parts": bars(mode, {"甲": "1 2 3 4 5 6 7 8 9"}),
        "many bars": bars(mode, {f"第{number}分公司": f"{number}000 {number}3,000 {number}123,456" for number in range(1, 14)}),
        "nothing": bars(mode, {}),
    }


def flow(mode: str) -> FlowDiagram:
    steps = (
        ("外购铝合金锭", "Purchased alloy ingot"),
        ("熔化", "Melting"),
        ("压铸成型", "Die casting"),
        ("冲边、钻孔、攻牙", "Trimming, drilling, tapping"),
        ("喷砂与研磨", "Blasting and grinding"),
        ("检验", "Inspection"),
        ("包装入库、出货", "Packing, storage and dispatch"),
    )
    return FlowDiagram(tuple(label(mode, *step) for step in steps))


def tree(mode: str, leaves: int = 10) -> TreeDiagram:
    groups = tuple(
        TreeBox(label(mode, f"生产部-第{number}组（姓名）", f"Production, administration group {number}")) for number in range(leaves)
    )
    middle = TreeBox(label(mode, "管理者代表（姓名）", "Management representative (name)"), groups)
    return TreeDiagram(
        TreeBox(label(mode, "总经理（姓名）", "General manager (name)"), (middle, TreeBox(label(mode, "财务部", "Finance"))))
    )


def waterfall(mode: str, start: str, changes: dict[str, str], missing: str, end: str) -> WaterfallChart:
    steps = [WaterfallStep(label(mode, "2024年（基准年）水平", "At the level of the base year 2024"), "start", Decimal(start), start)]
    steps += [WaterfallStep(label(mode, name, f"Measure {name}"), "change", Decimal(part), f"−{part}") for name, part in changes.items()]
    steps.append(WaterfallStep(label(mode, "尚缺", "Missing"), "missing", Decimal(missing), f"−{missing}"))
    steps.append(WaterfallStep(label(mode, "2030年目标", "Target of 2030"), "end", Decimal(end), end))
    return WaterfallChart(label(mode, "年排放量（tCO₂e）", "Emissions a year (tCO₂e)"), tuple(steps))


def waterfalls(mode: str) -> dict[str, WaterfallChart]:
    many = {f"更换第{number}台空压机与除尘风机并加装变频器": "40" for number in range(1, 13)}
    return {
        "small steps": waterfall(mode, "8200", {"节气": "18.38", "节油": "2.4", "光伏": "534.84"}, "644.38", "7000"),
        "large steps": waterfall(mode, "100", {"再生铝": "70"}, "20", "10"),
        "a rise": waterfall(mode, "100", {"再生铝": "70", "电": "-30"}, "40", "20"),
        "many measures": waterfall(mode, "8200", many, "720", "7000"),
        "no measures": waterfall(mode, "8200", {}, "1200", "7000"),
    }


def every_chart(mode: str) -> dict[str, PathwayChart | StackedBars | FlowDiagram | TreeDiagram | WaterfallChart]:
    single = FlowDiagram((label(mode, "熔化", "Melting"),))
    return {
        **pathways(mode),
        **close_pathways(mode),
        "no series": pathway(mode),
        "one year": pathway(mode, series(label(mode, "一", "One"), {2024: "0.5"}, base_year=2024)),
        **stacks(mode),
        "flow": flow(mode),
        "one step flow": single,
        "tree": tree(mode),
        "small tree": tree(mode, 2),
        **waterfalls(mode),
        "empty waterfall": WaterfallChart(label(mode, "排放量", "Emissions"), ()),
    }


def trees(mode: str) -> dict[str, TreeDiagram]:
    return {f"tree of {leaves}": tree(mode, leaves) for leaves in (1, 4, 10)}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    for argument, samples in (("chart", every_chart), ("pathway_chart", pathways), ("close_chart", close_pathways), ("tree_chart", trees)):
        if argument in metafunc.fixturenames:
            # Charts of any kind are drawn in full, which takes its time: the longest texts and the widest say enough.
            modes = ("zh", "zh-en") if argument == "chart" else MODES
            cases = {f"{name}, {mode}": chart for mode in modes for name, chart in samples(mode).items()}
            metafunc.parametrize(argument, list(cases.values()), ids=list(cases))
