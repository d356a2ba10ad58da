"""Numbers as a workbook holds them: their digits, and a number format that prints them as the document does."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, ROUND_HALF_UP, Context, Decimal

GENERAL = "General"

_PRINTED = re.compile(r"(?P<before>.*?)(?P<sign>[+\-−]?)(?P<number>\d[\d,]*(?:\.(?P<decimals>\d+))?)(?P<after>.*)", re.DOTALL)
_FIFTEEN = Context(prec=15)
"""A workbook holds no more digits than these."""
_LONG = Context(prec=100)

_LONGEST = 100
"""A number format has no more than 255 characters, in which text stands twice."""


def number_format(text: str) -> str:
    """The number format by which a workbook prints a number as ``text``, which holds that number: ``−12.50%`` -> two decimals, ``%``."""
    found = _PRINTED.fullmatch(text)
    if not found or len(found["before"] + found["after"]) > _LONGEST:
        return GENERAL
    grouped = "," in found["number"] or len(found["number"].partition(".")[0]) <= 3
    digits = ("#,##0" if grouped else "0") + ("." + "0" * len(found["decimals"]) if found["decimals"] else "")
    before, after = _quoted(found["before"]), _quoted(found["after"])
    rise = '"+"' if found["sign"] == "+" else ""
    if not (before or after or rise) and found["sign"] != "−":
        return digits
    return f'{before}{rise}{digits}{after};{before}"−"{digits}{after}'


def cell_number(value: Decimal, text: str) -> Decimal:
    """What a cell holds for a value that the document prints as ``text``: all the value's digits.

    A workbook rounds halves up, the document rounds them to even (GB/T 8170). Where the two part, the cell holds what is printed.
    """
    number = _FIFTEEN.plus(value)
    stated = printed_number(text)
    if stated is None:
        return number
    printed = stated.copy_abs()
    as_shown = abs(number).quantize(Decimal(1).scaleb(int(printed.as_tuple().exponent)), ROUND_HALF_UP, _LONG)
    return printed.copy_sign(number) if as_shown != printed and prints_as(abs(value), printed) else number


def printed_number(text: str) -> Decimal | None:
    """The number that is printed as ``text``, with its decimals; None where there is none."""
    found = _PRINTED.fullmatch(text)
    if not found:
        return None
    return Decimal(("-" if found["sign"] in ("-", "−") else "") + found["number"].replace(",", ""))


def prints_as(value: Decimal, printed: Decimal) -> bool:
    """Whether ``value`` rounds to ``printed``, at its decimals (GB/T 8170: half to even)."""
    return value.quantize(Decimal(1).scaleb(int(printed.as_tuple().exponent)), ROUND_HALF_EVEN, _LONG) == printed


def digits(number: Decimal) -> str:
    """The number as it stands in a file: no grouping, a point."""
    return f"{number:.16G}"


def _quoted(text: str) -> str:
    """Literal text in a number format."""
    return "".join(f"\\{character}" if character in '"\\' else f'"{character}"' for character in text)
