"""The table behind a chart: what its workbook holds, and what the chart remembers of it."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from markupsafe import Markup

from ghgplan.emit.word.native_charts.markup import c
from ghgplan.emit.word.native_charts.numbers import GENERAL, cell_number, digits, number_format
from ghgplan.emit.word.xml import element, escaped
from ghgplan.values import frozen

NAME = "Sheet1"
"""What Word itself calls it, in every language."""


@frozen
class Cell:
    """A text, or a number as it prints, or nothing; ``formula`` is what makes the number."""

    value: Decimal | str | None = None
    number_format: str = GENERAL
    formula: str | None = None


EMPTY = Cell()


def printed(value: Decimal, text: str) -> Cell:
    """A number that the document prints as ``text``."""
    return Cell(cell_number(value, text), number_format(text))


@frozen
class Column:
    """A column under its heading; all columns of a sheet are equally long."""

    heading: str
    cells: tuple[Cell, ...]

    @property
    def number_format(self) -> str:
        """The format that most of its numbers have, the first one of several."""
        formats = [cell.number_format for cell in self.cells if isinstance(cell.value, Decimal)]
        return max(dict.fromkeys(formats), key=formats.count, default=GENERAL)


@frozen
class Sheet:
    """Columns beside one another, the first of them with the names of the rows."""

    columns: tuple[Column, ...]

    @property
    def rows(self) -> int:
        return len(self.columns[0].cells)

    def heading(self, column: int) -> Markup:
        """A series' name."""
        text = self.columns[column].heading
        return c("tx", c("strRef", _formula(f"{NAME}!${letter(column)}$1"), c("strCache", c("ptCount", val=1), _point(0, text))))

    def names(self) -> Markup:
        """The categories of a series, which are years or texts."""
        return c("cat", self._cached(0))

    def values(self, column: int) -> Markup:
        """The values of a series; what is missing is no point, not zero."""
        return c("val", self._cached(column))

    def place(self, column: int) -> str:
        """Where the cells of a column are, under its heading."""
        return f"{NAME}!${letter(column)}$2:${letter(column)}${self.rows + 1}"

    def _cached(self, column: int) -> Markup:
        of = self.columns[column]
        count = c("ptCount", val=self.rows)
        if any(isinstance(cell.value, str) for cell in of.cells):
            texts = (_point(row, str(cell.value)) for row, cell in enumerate(of.cells) if cell.value is not None)
            return c("strRef", _formula(self.place(column)), c("strCache", count, *texts))
        usual = of.number_format
        points = (
            _point(row, digits(cell.value), None if cell.number_format == usual else cell.number_format)
            for row, cell in enumerate(of.cells)
            if isinstance(cell.value, Decimal)
        )
        written = element("c:formatCode", {}, escaped(usual))
        return c("numRef", _formula(self.place(column)), c("numCache", written, count, *points))


def letter(column: int) -> str:
    """How a workbook names a column, counted from 0."""
    name = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        name = chr(ord("A") + rest) + name
    return name


def column(heading: str, cells: Iterable[Cell]) -> Column:
    """A column of any cells."""
    return Column(heading, tuple(cells))


def _formula(place: str) -> Markup:
    return element("c:f", {}, escaped(place))


def _point(position: int, text: str, number_format: str | None = None) -> Markup:
    attributes: dict[str, str | int] = {"idx": position}
    if number_format is not None:
        attributes["formatCode"] = number_format
    return element("c:pt", attributes, element("c:v", {}, escaped(text)))
