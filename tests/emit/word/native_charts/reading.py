"""Reads native charts back: what the chart remembers, and what is in the workbook behind it."""

from __future__ import annotations

from decimal import Decimal
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

from emit.charts.conftest import every_chart
from ghgplan.document.charts import Chart, PathwayChart, StackedBars, WaterfallChart
from ghgplan.emit.word.native_charts import NativeChart, Typefaces, native_chart, part
from ghgplan.emit.word.xml import NAMESPACES

FONTS = Typefaces("Arial", "宋体")
_SHEET = {"s": "http://schemas.openxmlformats.org/spreadsheetml/2006/main"}


def made(chart: Chart) -> NativeChart:
    found = native_chart(chart, FONTS)
    assert found
    return found


def native_samples(mode: str) -> dict[str, PathwayChart | StackedBars | WaterfallChart]:
    """The charts of numbers among the samples."""
    return {name: chart for name, chart in every_chart(mode).items() if native_chart(chart, FONTS)}


def tree(chart: NativeChart) -> etree._Element:
    return etree.fromstring(part(chart))


def xpath(element: etree._Element, path: str) -> list:
    return element.xpath(path, namespaces=NAMESPACES)


def cached(chart: NativeChart) -> list[list[Decimal | None]]:
    """The values of each series that is bound to cells, in their order, None where there is no point."""
    found: list[list[Decimal | None]] = []
    for values in xpath(tree(chart), "//c:ser/c:val/c:numRef/c:numCache"):
        row: list[Decimal | None] = [None] * int(xpath(values, "string(c:ptCount/@val)"))
        for point in xpath(values, "c:pt"):
            row[int(point.get("idx"))] = Decimal(xpath(point, "string(c:v)"))
        found.append(row)
    return found


def names(chart: NativeChart) -> list[str]:
    """What the series are called."""
    return [xpath(series, "string(c:tx//c:v)") for series in xpath(tree(chart), "//c:ser")]


def cells(content: bytes) -> dict[str, Decimal | str]:
    """The cells of a workbook's sheet by their place."""
    with ZipFile(BytesIO(content)) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
        texts = []
        if "xl/sharedStrings.xml" in package.namelist():
            strings = etree.fromstring(package.read("xl/sharedStrings.xml"))
            texts = ["".join(item.itertext()) for item in strings.findall("s:si", _SHEET)]
    found: dict[str, Decimal | str] = {}
    for cell in sheet.iterfind(".//s:c", _SHEET):
        value = cell.findtext("s:v", namespaces=_SHEET)
        if value is not None:
            found[cell.get("r", "")] = texts[int(value)] if cell.get("t") == "s" else Decimal(value)
    return found


def formulas(content: bytes) -> dict[str, str]:
    with ZipFile(BytesIO(content)) as package:
        sheet = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    return {cell.get("r", ""): found for cell in sheet.iterfind(".//s:c", _SHEET) if (found := cell.findtext("s:f", namespaces=_SHEET))}
