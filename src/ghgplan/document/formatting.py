"""How numbers, units, dates and lists read, by language."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from decimal import Decimal

from ghgplan.catalogue import Language
from ghgplan.compute.numbers import Number
from ghgplan.document.locales import patterns
from ghgplan.plan.units import NAMES, Unit

NARROW = "\u00a0"
"""Between a number and its unit: a space that no line breaks at."""

_SYMBOLS = {
    "m3": "m³",
    "Nm3": "Nm³",
    "m2": "m²",
    "tCO2e": "tCO₂e",
    "tCO2": "tCO₂",
    "kgCO2e": "kgCO₂e",
    "kgCO2": "kgCO₂",
    "gCO2e": "gCO₂e",
    "gCO2": "gCO₂",
    "tkm": "t·km",
    "°C": "℃",
}

_ENGLISH = {
    "公吨": "t",
    "tonne": "t",
    "tonnes": "t",
    "piece": "",
    "pieces": "",
    "pcs": "",
    "people": "",
    "items": "",
    "percent": "%",
    "吨": "t",
    "千吨": "kt",
    "千克": "kg",
    "公斤": "kg",
    "克": "g",
    "立方米": "m³",
    "升": "L",
    "平方米": "m²",
    "米": "m",
    "公里": "km",
    "千米": "km",
    "吨公里": "t·km",
    "年": "a",
    "天": "d",
    "日": "d",
    "小时": "h",
    "秒": "s",
    "千瓦": "kW",
    "兆瓦": "MW",
    "瓦": "W",
    "千瓦时": "kWh",
    "度": "kWh",
    "兆瓦时": "MWh",
    "吨二氧化碳当量": "tCO₂e",
    "吨标准煤": "tce",
    "吨标煤": "tce",
    "千克标准煤": "kgce",
    "元": "CNY",
    "台": "",
    "套": "",
    "个": "",
    "辆": "",
    "项": "",
    "人": "",
    "处": "",
    "家": "",
    "户": "",
    "℃": "℃",
}
_CHINESE = {"pieces": "个", "piece": "个", "pcs": "个", "people": "人", "items": "项", "CNY": "元", "RMB": "元", "percent": "%"}
_MULTIPLES_IN_ENGLISH = {"万": "10⁴", "亿": "10⁸", "百万": "10⁶"}


def decimal_text(value: Decimal, decimals: int) -> str:
    """The value with thousands grouped and exactly ``decimals`` places, the same in both languages; rounding is done before."""
    whole, _, fraction = f"{value:,f}".replace("-", "−").partition(".")
    fraction = fraction.rstrip("0").ljust(decimals, "0")
    return f"{whole}.{fraction}" if fraction else whole


def number_text(number: Number) -> str:
    """The number without its unit."""
    return decimal_text(number.rounded, number.decimals)


def quantity_text(number: Number, language: Language) -> str:
    """The number with its unit: ``6,456.81 tCO₂e``, ``35%``."""
    unit = unit_text(number.unit, language)
    if unit == "%":
        return f"{number_text(number)}%"
    text = number_text(number)
    times = f"×{NARROW}" if unit.startswith("10") else ""  # 224.222 × 10⁴ kWh
    return f"{text}{NARROW}{times}{unit}" if unit else text


def unit_text(unit: Unit, language: Language) -> str:
    """The unit as it reads in ``language``: ``m3/t`` -> ``m³/t``, ``万kWh`` -> ``10⁴ kWh`` in English."""
    return "".join(part if part in "/·*×" else _part(part.strip(), language) for part in re.split(r"([/·*×])", unit.symbol) if part)


def _part(part: str, language: Language) -> str:
    names = _CHINESE if language == "zh" else _ENGLISH
    if part in NAMES:
        return names.get(part, _SYMBOLS.get(part, part))
    for multiple, power in _MULTIPLES_IN_ENGLISH.items():
        rest = part.removeprefix(multiple).strip()
        if part.startswith(multiple) and rest in NAMES:
            below = names.get(rest, _SYMBOLS.get(rest, rest))
            return f"{multiple}{below}" if language == "zh" else f"{power}{NARROW}{below}".rstrip(NARROW)
    return part.replace("million ", "百万" if language == "zh" else f"10⁶{NARROW}")


def date_text(date: datetime.date, language: Language) -> str:
    """``2025年9月15日``, ``15 September 2025``."""
    return _dated("date", date, language)


def month_text(date: datetime.date, language: Language) -> str:
    """``2023年9月``, ``September 2023``."""
    return _dated("month", date, language)


def _dated(name: str, date: datetime.date, language: Language) -> str:
    known = patterns(language)
    parts = {"y": str(date.year), "M": str(date.month), "MMMM": known[f"month {date.month}"], "d": str(date.day)}
    return re.sub("y+|M+|d+", lambda letters: parts[letters[0]], known[name])


def list_text(items: Sequence[str], language: Language) -> str:
    """``甲、乙和丙``, ``a, b and c``."""
    known = patterns(language)
    if len(items) < 3:
        return known["list 2"].format(*items) if len(items) == 2 else "".join(items)
    text = known["list end"].format(*items[-2:])
    for item in reversed(items[1:-2]):
        text = known["list middle"].format(item, text)
    return known["list start"].format(items[0], text)


GASES = {"CO2": "CO₂", "CH4": "CH₄", "N2O": "N₂O", "SF6": "SF₆", "NF3": "NF₃"}


def gas_text(gas: str) -> str:
    """``CO2`` -> ``CO₂``."""
    return GASES.get(gas, gas)
