"""The labels of a chart's points: the values themselves, so that whoever changes a number changes its label."""

from __future__ import annotations

from collections.abc import Iterable
from uuid import NAMESPACE_OID, uuid5

from markupsafe import Markup

from ghgplan.emit.charts.style import BODY_SIZE, INK, QUIET, SMALL_SIZE
from ghgplan.emit.word.native_charts.markup import Typefaces, a, c, letters, run, text_look
from ghgplan.emit.word.native_charts.sheet import Sheet
from ghgplan.emit.word.xml import NOTHING, declared, element, escaped

_OF_LABELS = "{CE6537A1-D6FC-4f65-9D91-7224C49458BB}"
_OF_SERIES = "{02D57815-91ED-43cb-92C2-25804820EDAC}"
"""Extensions of Office 2013: fields in labels, and labels from cells. Who does not know them shows the text that is there."""


def no_label(position: int) -> Markup:
    """A point without a label."""
    return c("dLbl", c("idx", val=position), c("delete", val=1))


def value_label(position: int, number_format: str, side: str, look: Markup = NOTHING) -> Markup:
    """A point's value; ``look`` is how its text is set where it differs from the others'."""
    return c("dLbl", c("idx", val=position), _number_format(number_format), look, c("dLblPos", val=side), *_shown(value=True))


def named_label(
    position: int, names: tuple[str, ...], text: str, number_format: str, side: str, colour: str, typefaces: Typefaces, series: int
) -> Markup:
    """A point's value at its mark, with the names of what the point is over it, or under it where the label stands below."""
    value = _field("VALUE", text, f"{series}/{position}", BODY_SIZE, colour, typefaces)
    said = [run(name, SMALL_SIZE - 0.5, typefaces, QUIET) for name in names]
    lines = [value, *said] if side == "b" else [*said, value]
    return c(
        "dLbl",
        c("idx", val=position),
        c("tx", c("rich", a("bodyPr", wrap="none"), a("lstStyle"), *(a("p", line) for line in lines))),
        _number_format(number_format),
        c("dLblPos", val=side),
        *_shown(value=True),
        _extension(element("c15:dlblFieldTable", {})),
    )


def cell_label(position: int, text: str, series: int, typefaces: Typefaces) -> Markup:
    """What a cell of the sheet shows: see ``from_cells``. It stands where its bar begins."""
    content = _field("CELLRANGE", text, f"{series}/{position}", BODY_SIZE, INK, typefaces)
    return c(
        "dLbl",
        c("idx", val=position),
        c("tx", c("rich", a("bodyPr", wrap="none"), a("lstStyle"), a("p", content))),
        c("dLblPos", val="inBase"),
        *_shown(value=False),
        _extension(element("c15:showDataLabelsRange", {"val": 1})),
    )


def labels(each: Iterable[Markup], number_format: str, side: str, colour: str, typefaces: Typefaces, *, shown: bool = True) -> Markup:
    """The labels of a series: those of points that are not like the others, then how the others are."""
    look = text_look(BODY_SIZE, typefaces, colour)
    return c("dLbls", *each, _number_format(number_format), look, c("dLblPos", val=side), *_shown(value=shown))


def labels_from_cells(each: Iterable[Markup], typefaces: Typefaces) -> Markup:
    """The labels of a series that only has its labels to show."""
    look = text_look(BODY_SIZE, typefaces)
    return c(
        "dLbls", *each, look, c("dLblPos", val="inBase"), *_shown(value=False), _extension(element("c15:showDataLabelsRange", {"val": 1}))
    )


def from_cells(sheet: Sheet, column: int, texts: Iterable[str]) -> Markup:
    """What the labels of a series show: the cells of a column, which print as ``texts``."""
    points = [element("c:pt", {"idx": row}, element("c:v", {}, escaped(text))) for row, text in enumerate(texts) if text]
    cells = element("c15:f", {}, escaped(sheet.place(column)))
    cache = element("c15:dlblRangeCache", {}, c("ptCount", val=sheet.rows), *points)
    return c("extLst", element("c:ext", {**declared("c15"), "uri": _OF_SERIES}, element("c15:datalabelsRange", {}, cells, cache)))


def _field(kind: str, text: str, name: str, size: float, colour: str, typefaces: Typefaces) -> Markup:
    """A text that follows its number."""
    identity = f"{{{str(uuid5(NAMESPACE_OID, name)).upper()}}}"
    content = element("a:t", {}, escaped(text))
    return a("fld", letters("rPr", size, colour, typefaces), a("pPr"), content, id=identity, type=kind)


def _number_format(code: str) -> Markup:
    return c("numFmt", formatCode=code, sourceLinked=0)


def _shown(*, value: bool) -> list[Markup]:
    names = ("showLegendKey", "showVal", "showCatName", "showSerName", "showPercent", "showBubbleSize")
    return [c(name, val=int(value and name == "showVal")) for name in names]


def _extension(content: Markup) -> Markup:
    """One thing that Office 2013 says of labels. Office itself says two of a label with a field, which the Open XML SDK objects to."""
    return c("extLst", element("c:ext", {**declared("c15"), "uri": _OF_LABELS}, content))
