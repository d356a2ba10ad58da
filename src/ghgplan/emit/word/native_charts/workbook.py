"""The workbook behind a chart, which Word opens when somebody asks for the chart's data."""

from __future__ import annotations

import datetime
from decimal import Decimal
from io import BytesIO
from typing import Any

from ghgplan.emit.word.native_charts.sheet import NAME, Sheet
from ghgplan.emit.word.package import normalised

_NO_TIME = datetime.datetime(2000, 1, 1)
_WIDTH = 18


def workbook(sheet: Sheet) -> bytes:
    """The sheet as .xlsx. A text is a text, whatever it begins with. The same sheet gives the same bytes."""
    # It takes longer to load than a document to write, and a document without charts of numbers needs none of it.
    from xlsxwriter import Workbook

    out = BytesIO()
    book: Any = Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False})
    book.set_properties({"created": _NO_TIME})
    page = book.add_worksheet(NAME)
    page.set_column(0, len(sheet.columns) - 1, _WIDTH)
    formats: dict[str, Any] = {}
    for position, column in enumerate(sheet.columns):
        page.write_string(0, position, column.heading)
        for row, cell in enumerate(column.cells, 1):
            if isinstance(cell.value, str):
                page.write_string(row, position, cell.value)
            elif isinstance(cell.value, Decimal):
                if cell.number_format not in formats:
                    formats[cell.number_format] = book.add_format({"num_format": cell.number_format})
                look = formats[cell.number_format]
                if cell.formula:
                    page.write_formula(row, position, cell.formula, look, cell.value)
                else:
                    page.write_number(row, position, cell.value, look)
    book.close()
    return normalised(out.getvalue())
