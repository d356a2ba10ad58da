"""Numbers and quantities as plans write them: the digits are kept, and what could be misread is refused."""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal

from pydantic_core import PydanticCustomError

from ghgplan.plan.units import MULTIPLES, NO_UNIT, Unit, UnknownUnitError, parse_unit
from ghgplan.values import frozen

_NUMBER = re.compile(r"[+\-−]?(0|[1-9][0-9]*)(\.[0-9]+)?")
_MOST_DIGITS = 30


def problem(code: str, **arguments: str) -> PydanticCustomError:
    """A finding for pydantic to carry: ``code`` is the diagnostic's."""
    return PydanticCustomError("ghgplan", "{code}", {"code": code, **arguments})  # type: ignore[arg-type]


def text_of(value: object, expected: str) -> str:
    """``value`` where it is a text. Raises PydanticCustomError; ``expected`` names what was wanted (``name.<expected>``)."""
    if value is None:
        raise problem("GP-S05", expected=expected)
    if not isinstance(value, str):
        raise problem("GP-S03", expected=expected)
    return value


_RANGE = re.compile(r"[0-9.]+\s*\S{0,3}?\s*[-~至到—–]\s*[0-9]")


def parse_number(text: str) -> Decimal:
    """The decimal that ``text`` writes. Raises PydanticCustomError with what to write instead."""
    stripped = text.strip()
    if _NUMBER.fullmatch(stripped):
        if len(stripped) > _MOST_DIGITS:
            raise problem("GP-U08", limit=str(_MOST_DIGITS))
        return Decimal(stripped.replace("−", "-"))
    plain = unicodedata.normalize("NFKC", stripped).replace("−", "-").replace("。", ".")
    if len(plain) > _MOST_DIGITS:
        raise problem("GP-U01", text=stripped[:60])
    if re.fullmatch(r"[+-]?[0-9]{1,3}([, \u2009][0-9]{3})+(\.[0-9]+)?", plain):
        raise problem("GP-U02", text=stripped, instead=re.sub("[, \u2009]", "", plain))
    if _RANGE.match(plain):
        raise problem("GP-U09", text=stripped)
    instead = _unambiguous(plain)
    if instead and len(instead) > _MOST_DIGITS:
        raise problem("GP-U08", limit=str(_MOST_DIGITS))
    raise problem("GP-U03", text=stripped, instead=instead) if instead else problem("GP-U01", text=stripped[:60])


def _unambiguous(text: str) -> str | None:
    """How to write a number that other programs read in more than one way, or with digits that are not ASCII."""
    if re.fullmatch(r"[+-]?[0-9]+(\.[0-9]+)?[eE][+-]?[0-9]{1,2}", text):
        return f"{Decimal(text):f}"
    if re.fullmatch(r"[+-]?0,[0-9]+", text):
        return text.replace(",", ".")
    match = re.fullmatch(r"([+-]?)([0-9][0-9_]*)?(?:\.([0-9]*))?", text)
    if not match or not (match.group(2) or match.group(3)):
        return None
    whole = (match.group(2) or "").replace("_", "").lstrip("0") or "0"
    return match.group(1) + whole + (f".{match.group(3)}" if match.group(3) else "")


@frozen
class Quantity:
    """A number with its unit, as the plan's author wrote it."""

    value: Decimal
    unit: Unit


_DIGIT = "[0-9０-９]"
_QUANTITY = re.compile(
    rf"\s*([+\-−－]?(?:{_DIGIT}(?:[.,，_．]|(?: (?={_DIGIT}{{3}}(?!{_DIGIT})))|{_DIGIT})*|\.{_DIGIT}+)(?:[eE][+-]?[0-9]+)?)\s*(.*?)\s*",
    re.DOTALL,
)


def parse_quantity(value: object, kind: str | None = None, needs_unit: bool = True) -> Quantity:
    """``7880 t`` -> Quantity. ``kind`` is a key of units.KINDS that the unit must fit."""
    example = EXAMPLES.get(kind or "", "7880 t")
    text = text_of(value, "quantity")
    if _RANGE.match(unicodedata.normalize("NFKC", text).strip()):
        raise problem("GP-U09", text=text.strip()[:60])
    match = _QUANTITY.fullmatch(text)
    if not match:
        raise problem("GP-U01", text=text.strip()[:60])
    number = parse_number(match.group(1))
    if match.group(2) in {multiple.strip() for multiple in MULTIPLES}:
        raise problem("GP-U06", text=text.strip(), example=example)
    try:
        unit = parse_unit(match.group(2))
    except UnknownUnitError as unknown:
        if unknown.suggestion:
            raise problem("GP-U04", unit=unknown.part, suggestion=unknown.suggestion) from None
        raise problem("GP-U05", unit=unknown.part, example=example) from None
    if unit == NO_UNIT and needs_unit:
        raise problem("GP-U06", text=text.strip(), example=example)
    if kind and not unit.is_kind(kind):
        raise problem("GP-U07", unit=unit.symbol, kind=kind, example=example)
    return Quantity(number, unit)


EXAMPLES = {
    "mass": "7880 t",
    "volume": "120 万m3",
    "energy": "224.222 万kWh",
    "power": "8.0256 MW",
    "emissions": "6456.81 tCO2e",
    "coal equivalent": "275.79 tce",
    "money": "180 万元",
    "intensity": "0.82 tCO2e/t",
    "share": "35 %",
    "count": "9 台",
    "time": "1200 h",
}
