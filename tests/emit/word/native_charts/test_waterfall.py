from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as st

from emit.charts.conftest import waterfall
from emit.word.native_charts.reading import cached, cells, formulas, made, tree, xpath
from ghgplan.document.charts import WaterfallChart, WaterfallStep
from ghgplan.emit.word.native_charts import workbook

AMOUNTS = st.decimals(-1000, 1000, places=2)


def test_what_falls_prints_with_a_minus_and_what_rises_with_a_plus() -> None:
    steps = (
        WaterfallStep(("a",), "start", Decimal(100), "100"),
        WaterfallStep(("b",), "change", Decimal(70), "−70"),
        WaterfallStep(("c",), "change", Decimal(-30), "+30"),
        WaterfallStep(("d",), "missing", Decimal(40), "−40"),
        WaterfallStep(("e",), "end", Decimal(20), "20"),
    )
    chart = made(WaterfallChart(("t",), steps))
    content = cells(workbook(chart.sheet))
    assert [content[f"B{row}"] for row in range(2, 7)] == [100, -70, 30, -40, 20]
    base, bar, below, _ = cached(chart)
    assert (base, bar, below) == ([0, 30, 30, 20, 0], [100, 70, 30, 40, 20], [0] * 5)
    assert xpath(tree(chart), "//c15:dlblRangeCache/c:pt/c:v/text()") == [step.text for step in steps]
    assert xpath(tree(chart), "//c15:datalabelsRange/c15:f/text()") == ["Sheet1!$B$2:$B$6"]
    assert xpath(tree(chart), "//c:ser[4]//c:dLbl//a:t/text()") == [step.text for step in steps]


def test_the_base_is_there_and_not_seen() -> None:
    root = tree(made(waterfall("zh", "100", {"再生铝": "70"}, "20", "10")))
    for unseen in (1, 4):
        assert xpath(root, f"//c:ser[{unseen}]/c:spPr[a:noFill and a:ln/a:noFill]")
    assert len(set(xpath(root, "//c:ser[2]/c:dPt/c:spPr//a:srgbClr[1]/@val"))) >= 4


@settings(max_examples=80, deadline=None)
@given(AMOUNTS, st.lists(AMOUNTS, max_size=5))
def test_bars_reach_from_level_to_level(start: Decimal, changes: list[Decimal]) -> None:
    """Also below zero, and over it."""
    levels = [start]
    for change in changes:
        levels.append(levels[-1] - change)
    steps = [WaterfallStep(("a",), "start", start, f"{start:,}")]
    steps += [WaterfallStep(("b",), "change", change, f"{-change:,}") for change in changes]
    steps.append(WaterfallStep(("c",), "end", levels[-1], f"{levels[-1]:,}"))
    base, bar, below, _ = cached(made(WaterfallChart(("t",), tuple(steps))))
    befores = [Decimal(0), *levels[:-1], Decimal(0)]
    for row, (before, after) in enumerate(zip(befores, [*levels, levels[-1]], strict=True)):
        hidden, seen, under = base[row] or 0, bar[row] or 0, below[row] or 0
        top = max(hidden, 0) + seen
        bottom = min(hidden, 0) + under
        assert (seen, under) >= (0, -(10**9))
        assert seen - under == abs(after - before)
        if seen:
            assert top == max(before, after)
        if under:
            assert bottom == min(before, after)


@settings(max_examples=30, deadline=None)
@given(AMOUNTS, st.lists(AMOUNTS, max_size=4))
def test_the_workbook_reckons_the_same(start: Decimal, changes: list[Decimal]) -> None:
    steps = [WaterfallStep(("a",), "start", start, f"{start:,}")]
    steps += [WaterfallStep(("b",), "change", change, f"{-change:,}") for change in changes]
    content = workbook(made(WaterfallChart(("t",), tuple(steps))).sheet)
    held = cells(content)
    values = dict(held)
    for place, formula in sorted(formulas(content).items(), key=lambda item: (int(item[0][1:]), item[0])):
        names = {name: value for name, value in values.items() if isinstance(value, Decimal)}
        reckoned = eval(
            formula.replace("0", "Decimal(0)") if formula[0] == "0" else formula, {"MIN": min, "MAX": max, "Decimal": Decimal}, names
        )
        assert Decimal(reckoned) == held[place], (place, formula)
        values[place] = Decimal(reckoned)
