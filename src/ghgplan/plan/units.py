"""Units as plans write them, in Chinese or in symbols, with a table made by pint behind them.

A unit is a product of named units: ``t``, ``万kWh``, ``tCO2e/t``, ``m3/t``, ``t·km``,
``吨标准煤``. The vocabulary is closed: what is not in it is a finding with the nearest
known name, never a guess.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal
from functools import lru_cache

from ghgplan.diagnostics import nearest
from ghgplan.plan.unit_table import Dimension, NotInTableError, size
from ghgplan.values import frozen

NAMES: dict[str, str] = {
    # what a plan may write -> the name in units.txt
    "t": "tonne",
    "吨": "tonne",
    "公吨": "tonne",
    "tonne": "tonne",
    "tonnes": "tonne",
    "tAl": "tonne",
    "kt": "kilotonne",
    "千吨": "kilotonne",
    "kg": "kilogram",
    "千克": "kilogram",
    "公斤": "kilogram",
    "g": "gram",
    "克": "gram",
    "m3": "metre**3",
    "m³": "metre**3",
    "Nm3": "metre**3",
    "Nm³": "metre**3",
    "立方米": "metre**3",
    "L": "litre",
    "l": "litre",
    "升": "litre",
    "m2": "metre**2",
    "m²": "metre**2",
    "平方米": "metre**2",
    "m": "metre",
    "米": "metre",
    "mm": "millimetre",
    "km": "kilometre",
    "公里": "kilometre",
    "千米": "kilometre",
    "tkm": "tonne*kilometre",
    "吨公里": "tonne*kilometre",
    "a": "year",
    "年": "year",
    "d": "day",
    "天": "day",
    "日": "day",
    "h": "hour",
    "小时": "hour",
    "min": "minute",
    "s": "second",
    "秒": "second",
    "kW": "kilowatt",
    "千瓦": "kilowatt",
    "MW": "megawatt",
    "兆瓦": "megawatt",
    "GW": "gigawatt",
    "W": "watt",
    "瓦": "watt",
    "kWh": "kilowatt_hour",
    "千瓦时": "kilowatt_hour",
    "度": "kilowatt_hour",
    "MWh": "megawatt_hour",
    "兆瓦时": "megawatt_hour",
    "GWh": "gigawatt_hour",
    "Wh": "watt_hour",
    "kJ": "kilojoule",
    "MJ": "megajoule",
    "GJ": "gigajoule",
    "TJ": "terajoule",
    "J": "joule",
    "tCO2e": "tonne_co2e",
    "tCO2": "tonne_co2e",
    "tCO₂e": "tonne_co2e",
    "tCO₂": "tonne_co2e",
    "吨二氧化碳当量": "tonne_co2e",
    "kgCO2e": "kilogram_co2e",
    "kgCO2": "kilogram_co2e",
    "kgCO₂e": "kilogram_co2e",
    "kgCO₂": "kilogram_co2e",
    "gCO2e": "gram_co2e",
    "gCO2": "gram_co2e",
    "ktCO2e": "kilotonne_co2e",
    "ktCO2": "kilotonne_co2e",
    "ktCO₂e": "kilotonne_co2e",
    "ktCO₂": "kilotonne_co2e",
    "MtCO2e": "megatonne_co2e",
    "MtCO2": "megatonne_co2e",
    "MtCO₂e": "megatonne_co2e",
    "MtCO₂": "megatonne_co2e",
    "tC": "tonne_carbon",
    "kgC": "kilogram_carbon",
    "tce": "tonne_coal_equivalent",
    "吨标准煤": "tonne_coal_equivalent",
    "吨标煤": "tonne_coal_equivalent",
    "kgce": "kilogram_coal_equivalent",
    "千克标准煤": "kilogram_coal_equivalent",
    "CNY": "yuan",
    "元": "yuan",
    "RMB": "yuan",
    "%": "percent",
    "percent": "percent",
    "pieces": "piece",
    "piece": "piece",
    "pcs": "piece",
    "台": "piece",
    "套": "piece",
    "个": "piece",
    "辆": "piece",
    "项": "piece",
    "人": "piece",
    "people": "piece",
    "处": "piece",
    "家": "piece",
    "户": "piece",
    "items": "piece",
    "°C": "degree_celsius",
    "℃": "degree_celsius",
    "dB": "decibel",
    "dB(A)": "decibel",
}

MULTIPLES: dict[str, Decimal] = {
    "万": Decimal(10_000),
    "亿": Decimal(100_000_000),
    "百万": Decimal(1_000_000),
    "million ": Decimal(1_000_000),
}

KINDS: dict[str, str] = {
    "mass": "tonne",
    "volume": "metre**3",
    "energy": "joule",
    "power": "watt",
    "emissions": "tonne_co2e",
    "coal equivalent": "tonne_coal_equivalent",
    "money": "yuan",
    "time": "second",
    "intensity": "tonne_co2e/tonne",
    "share": "percent",
    "count": "piece",
}
"""What a key can ask for: the kind's name and a unit that has its dimension."""


@frozen
class Unit:
    """A unit as written (``symbol``) and its definition for pint (``definition``, ``multiple``)."""

    symbol: str
    definition: str
    multiple: Decimal = Decimal(1)

    def factor_to(self, other: Unit) -> Decimal:
        """How many of ``other`` one of this unit is. Raises ValueError where dimensions differ."""
        try:
            one, another = size(self.definition), size(other.definition)
        except NotInTableError:
            from ghgplan.plan import pint_units

            return pint_units.factor(self.definition, other.definition) * self.multiple / other.multiple
        if one.dimension != another.dimension:
            raise ValueError(f"{self.symbol} is no {other.symbol}")
        return one.over(another) * self.multiple / other.multiple

    def is_kind(self, kind: str) -> bool:
        """True where the unit has the dimension of ``kind`` (a key of KINDS)."""
        return dimension(self.definition) == dimension(KINDS[kind])


class UnknownUnitError(ValueError):
    """A unit outside the vocabulary: the part that is not known and the nearest name."""

    def __init__(self, part: str, suggestion: str | None) -> None:
        super().__init__(part)
        self.part = part
        self.suggestion = suggestion


NO_UNIT = Unit("", "")
_LONGEST_UNIT = 60


@lru_cache(maxsize=4096)  # plans write units as they like
def parse_unit(text: str) -> Unit:
    """The unit that ``text`` names. Raises UnknownUnitError."""
    if not text.strip():
        return NO_UNIT
    if len(text) > _LONGEST_UNIT:
        raise UnknownUnitError(text.strip()[:_LONGEST_UNIT], None)
    definitions: list[str] = []
    multiple = Decimal(1)
    operator = "*"
    for part in re.split(r"([/·*×])", text.strip()):
        if part in "/·*×" and part:
            operator = "/" if part == "/" else "*"
            continue
        if not part.strip():
            raise UnknownUnitError(text.strip(), None)
        scale, definition = _parse_part(part.strip())
        multiple = multiple / scale if operator == "/" else multiple * scale
        definitions.append(f"{operator if definitions else ''}({definition})")
    return Unit(text.strip(), "".join(definitions), multiple)


def _parse_part(part: str) -> tuple[Decimal, str]:
    if part in NAMES:
        return Decimal(1), NAMES[part]
    for prefix, scale in MULTIPLES.items():
        if part.startswith(prefix) and part[len(prefix) :].strip() in NAMES:
            return scale, NAMES[part[len(prefix) :].strip()]
    raise UnknownUnitError(part, _nearest_unit(part))


def _nearest_unit(part: str) -> str | None:
    # Full-width letters, ％ and ㎡ are the plain ones typed with another keyboard.
    plain = unicodedata.normalize("NFKC", part)
    if plain in NAMES:
        return plain
    for prefix in MULTIPLES:
        if plain.startswith(prefix):
            below = nearest(plain[len(prefix) :].strip(), NAMES)
            return f"{prefix}{below}" if below else None
    return nearest(plain, NAMES)


@lru_cache(maxsize=4096)
def dimension(definition: str) -> Dimension:
    """The dimensions of a definition with their powers."""
    try:
        return size(definition).dimension
    except NotInTableError:
        # Loaded only for what the table does not hold.
        from ghgplan.plan import pint_units

        return pint_units.dimension(definition)
