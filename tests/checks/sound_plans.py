"""Plans in which everything agrees, of any size: for the law that a correct plan is silent, and for planting one defect.

A plan is drawn as plain dictionaries, in two steps: first the inventory, from which ghgplan computes the base intensities,
then pathways, targets, progress and measures that follow from them. Whatever is stated is what was computed, rounded.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_EVEN, Decimal
from typing import Any, TypeAlias

from hypothesis import strategies as st

from ghgplan.compute.report import Report, compute
from ghgplan.plan.parser import parse
from ghgplan.plan.reader import read
from ghgplan.reference.curves import curves

Raw: TypeAlias = dict[str, Any]

YEARS = (2023, 2024, 2025)
BASE_YEAR, TARGET_YEAR, LAST_YEAR = 2023, 2028, 2030
PRIMARY, RECYCLED = Decimal("11.6"), Decimal("0.6")


@dataclass(frozen=True, slots=True)
class Size:
    """What a sound plan is made from."""

    production: Decimal
    growth: Decimal
    gas: Decimal
    """m3 per tonne of product in the base year."""
    power: Decimal
    """kWh per tonne of product in the base year."""
    diesel: Decimal
    """kg per tonne of product."""
    recycled: Decimal
    """Share of recycled metal in the base year."""
    effort: Decimal
    """How much more than the pathway asks for is achieved each year, as a part of the value."""


def numbers(low: str, high: str, places: int) -> st.SearchStrategy[Decimal]:
    return st.decimals(Decimal(low), Decimal(high), places=places)


sizes = st.builds(
    Size,
    production=numbers("4000", "400000", 0),
    growth=numbers("-0.03", "0.05", 3),
    gas=numbers("45", "95", 1),
    power=numbers("60", "190", 1),
    diesel=numbers("0.4", "2.5", 2),
    recycled=numbers("0.10", "0.35", 3),
    effort=numbers("0.012", "0.03", 3),
)

TYPICAL = Size(Decimal(60020), Decimal("0.016"), Decimal("80.5"), Decimal("120.4"), Decimal("1.04"), Decimal("0.218"), Decimal("0.015"))


def text(plan: Raw) -> str:
    """The plan as its author would save it; every JSON is YAML."""
    return json.dumps(plan, ensure_ascii=False, indent=1)


def report_of(plan: Raw) -> Report:
    source = read(text(plan).encode(), "plan.yaml")
    assert source.value is not None, source.diagnostics
    parsed = parse(source.value)
    assert parsed.value is not None, parsed.diagnostics
    outcome = compute(parsed.value)
    assert outcome.value is not None
    return outcome.value


def sound_plan(size: Size) -> Raw:
    """The plan of this size."""
    plan = _frame() | {"inventory": {"plant": _inventory(size)}, "energy": {"plant": _energy(size)}}
    report = report_of(plan | {"outline": [_section("概述", "Summary", "文字。", "Text.")]})
    plan["inventory"]["plant"]["stated"] = _stated(report)
    base = report.numbers["inventory.plant.intensity.2023"].value
    metal = _metal_intensity(size, size.recycled)
    plan["pathways"] = {"process": _pathway("scope 1+2", base, 4), "metal": _pathway("scope 3 category 1", metal, 2)}
    actual = {year: _rounded(report.numbers[f"inventory.plant.intensity.{year}"].value, 4) for year in YEARS[1:]}
    mixed = {year: _rounded(_metal_intensity(size, _share(size, year)), 2) for year in YEARS[1:]}
    plan["progress"] = {
        "process": {"actual": _written(actual), "remark": _both("能效提高", "Better efficiency")},
        "metal": {"actual": _written(mixed), "remark": _both("再生铝比例提高", "More recycled metal")},
    }
    plan["targets"] = {name: _target(plan, name) for name in ("process", "metal")}
    plan["measures"] = _measures(size, plan, actual[2025])
    plan["outline"] = _outline()
    return plan


def _frame() -> Raw:
    return {
        "company": {"name": _both("示例公司", "Example Company"), "site": _both("示例地址", "Example address")},
        "document": {
            "title": _both("减排计划", "Reduction plan"), "number": "G-1", "version": "1.2", "date": "2026-04-15", "reporting year": "2025",
            "prepared": {"by": _both("能源部", "Energy department"), "date": "2026-04-01"},
            "reviewed": {"by": _both("生产部", "Production department"), "date": "2026-04-08"},
            "approved": {"by": _both("总经理", "General manager"), "date": "2026-04-15"},
            "history": [
                {"version": "1.0", "date": "2024-05-20", "change": _both("首次发布", "First issue")},
                {"version": "1.2", "date": "2026-04-15", "change": _both("更新", "Update")},
            ],
        },
        "accounting": {
            "consolidation": "operational control", "gwp": "AR5", "fuels": "mee", "coal equivalent": "gbt2589-2020",
            "grid": {"series": "mee-nbs", "region": "山东", "year": "2023"},
            "standards": [_both("ASI 绩效标准 V3", "ASI Performance Standard V3"), "ISO 14064-1:2018"],
            "verification": _both("由独立第三方按 ISO 14064-3 核查", "Verified by an independent third party to ISO 14064-3"),
        },
        "entities": {"plant": {"name": _both("铸造厂", "Casthouse"), "activity": "casthouse"}},
        "governance": {
            "committee": [
                {"role": _both("组长", "Chair"), "department": _both("总经办", "Office"), "position": _both("总经理", "General manager"),
                 "duty": _both("批准计划", "Approves the plan")}
            ],
            "review": {"every": "1 年", "on change": "yes"},
            "disclosure": [
                {"of": ["inventory", "targets", "pathway", "plan", "progress"], "where": _both("公司网站", "The company's website"),
                 "every": "1 年"}
            ],
            "controls": _both("能源管理体系覆盖全厂", "An energy management system covers the plant"),
        },
    }  # fmt: skip


def _production(size: Size, year: int) -> Decimal:
    return _rounded(size.production * (1 + size.growth) ** (year - BASE_YEAR), 0)


def _falling(size: Size, year: int) -> Decimal:
    """What is left of the base year's energy per tonne: below the curve by ``effort`` a year."""
    curve = next(each for each in curves().values() if each.boundary == "scope 1+2" and each.id.startswith("casthouse"))
    remaining = curve.remaining_in(year)
    assert remaining is not None
    return (Decimal("0.3") + Decimal("0.7") * remaining) * (1 - size.effort) ** (year - BASE_YEAR)


def _amount(size: Size, per_tonne: Decimal, year: int) -> Decimal:
    return per_tonne * _falling(size, year) * _production(size, year)


def _share(size: Size, year: int) -> Decimal:
    """The recycled share that the metal curve asks for in ``year``, and one point a year more."""
    wanted = _curve("scope 3 category 1", _metal_intensity(size, size.recycled), year)
    asked = (PRIMARY - wanted) / (PRIMARY - RECYCLED)
    return asked + (Decimal("0.01") if year > BASE_YEAR else 0)


def _metal_intensity(_size: Size, share: Decimal) -> Decimal:
    return PRIMARY - share * (PRIMARY - RECYCLED)


def _inventory(size: Size) -> Raw:
    def by_year(value: Any, places: int, unit: str) -> Raw:
        return {str(year): f"{_rounded(value(year), places):f} {unit}" for year in YEARS}

    def source(zh: str, en: str, scope: str, kind: str, gas: str, **further: Any) -> Raw:
        keys = {key.replace("_", " "): value for key, value in further.items()}
        return {"name": _both(zh, en), "carrier": _both(zh, en), "scope": scope, "kind": kind, "gases": [gas]} | keys

    def metal(year: int) -> Decimal:
        return _production(size, year) * Decimal("1.02")

    return {
        "production": by_year(lambda year: _production(size, year), 0, "t"),
        "sources": {
            "furnaces": source(
                "天然气", "Natural gas", "scope 1", "stationary combustion", "CO2", fuel="natural gas",
                activity=by_year(lambda year: _amount(size, size.gas, year) / 10000, 4, "万m3"),
            ),
            "trucks": source(
                "柴油", "Diesel", "scope 1", "mobile combustion", "CO2", fuel="diesel",
                activity=by_year(lambda year: _amount(size, size.diesel, year) / 1000, 3, "t"),
            ),
            "power": source(
                "电力", "Electricity", "scope 2", "purchased electricity", "CO2", electricity="yes",
                activity=by_year(lambda year: _amount(size, size.power, year) / 1000, 2, "MWh"),
            ),
            "primary": source(
                "原铝", "Primary aluminium", "scope 3", "purchased goods", "CO2", category="1", factor=f"{PRIMARY} tCO2e/t",
                activity=by_year(lambda year: metal(year) * (1 - _share(size, year)), 1, "t"),
            ),
            "recycled": source(
                "再生铝", "Recycled aluminium", "scope 3", "purchased goods", "CO2", category="1", factor=f"{RECYCLED} tCO2e/t",
                activity=by_year(lambda year: metal(year) * _share(size, year), 1, "t"),
            ),
        },
    }  # fmt: skip


def _energy(size: Size) -> Raw:
    def carrier(zh: str, en: str, library: str, per_tonne: Decimal, divisor: int, places: int, unit: str, **further: Any) -> Raw:
        amounts = {str(y): f"{_rounded(_amount(size, per_tonne, y) / divisor, places):f} {unit}" for y in YEARS}
        return {"name": _both(zh, en), "library": library, "consumption": amounts} | further

    def use(zh: str, en: str, part: str) -> Raw:
        whole = {y: _rounded(_amount(size, size.power, y) / 10000, 3) for y in YEARS}
        rounding = ROUND_FLOOR
        shares = {str(y): f"{(whole[y] * Decimal(part)).quantize(Decimal('0.001'), rounding):f} 万kWh" for y in YEARS}
        return {"name": _both(zh, en), "amount": shares}

    uses = {"melting": use("熔炼", "Melting", "0.6"), "casting": use("铸造", "Casting", "0.35"), "offices": use("办公", "Offices", "0.05")}
    return {
        "carriers": {
            "gas": carrier("天然气", "Natural gas", "natural-gas-oilfield", size.gas, 10000, 4, "万m3"),
            "power": carrier("电力", "Electricity", "electricity", size.power, 10000, 3, "万kWh", uses=uses),
            "diesel": carrier("柴油", "Diesel", "diesel", size.diesel, 1000, 3, "t"),
        }
    }


def _stated(report: Report) -> Raw:
    totals = {"scope 1": 2, "scope 2": 2, "scope 3": 1, "scope 1+2": 2, "total": 1}
    stated: Raw = {
        name: {str(y): f"{_rounded(report.numbers[f'inventory.plant.{name}.{y}'].value, places):f} tCO2e" for y in YEARS}
        for name, places in totals.items()
    }
    stated["intensity"] = {str(y): f"{_rounded(report.numbers[f'inventory.plant.intensity.{y}'].value, 3):f} tCO2e/t" for y in YEARS}
    return stated


def _curve(boundary: str, base: Decimal, year: int) -> Decimal:
    curve = next(each for each in curves().values() if each.boundary == boundary and not each.id.startswith("semi"))
    now, then = curve.remaining_in(year), curve.remaining_in(BASE_YEAR)
    assert now is not None
    assert then is not None
    limit = curve.converges_to.value
    return limit + (base - limit) * now / then


def _pathway(boundary: str, base: Decimal, places: int) -> Raw:
    values = {str(y): f"{_rounded(_curve(boundary, base, y), places):f}" for y in range(BASE_YEAR + 1, LAST_YEAR + 1)}
    return {
        "entity": "plant", "boundary": boundary, "base year": str(BASE_YEAR), "base": f"{_rounded(base, places):f}", "unit": "tCO2e/t",
        "method": "asi-tool", "tool": "ASI Entity GHG Pathways Calculation Tool V2.0, 2025-02-24", "values": values, "aim": str(TARGET_YEAR),
    }  # fmt: skip


def _target(plan: Raw, pathway: str) -> Raw:
    values = plan["pathways"][pathway]
    base, value = Decimal(values["base"]), Decimal(values["values"][str(TARGET_YEAR)])
    return {
        "entity": "plant", "pathway": pathway, "term": "short", "intermediate": "yes", "base year": str(BASE_YEAR), "year": str(TARGET_YEAR),
        "value": f"{value:f} tCO2e/t", "reduction": f"{_rounded((base - value) / base * 100, 1):f} %",
        "statement": _both("到{{ year }}年降至 {{ value }}。", "By {{ year }} it falls to {{ value }}."),
    }  # fmt: skip


def _measures(size: Size, plan: Raw, actual: Decimal) -> Raw:
    # Gas per tonne that closes the gap between the latest actual value and the target, and a fifth more.
    target = Decimal(plan["pathways"]["process"]["values"][str(TARGET_YEAR)])
    needed = max(actual - target, Decimal(0)) * Decimal("1.2") / Decimal("0.0021622")
    amount = max(needed, size.gas * Decimal("0.02")).quantize(Decimal("0.1"), ROUND_CEILING)
    shares = {year: _share(size, year) + (Decimal("0.02") if year > YEARS[-1] else 0) for year in range(2024, LAST_YEAR + 1)}
    return {
        "burners": {
            "name": _both("蓄热式烧嘴", "Regenerative burners"), "entity": "plant", "from": "2026", "to": "2027",
            "content": _both("熔炼炉换装蓄热式烧嘴。", "Furnaces get regenerative burners."), "owner": _both("设备部", "Equipment department"),
            "saves": [{"of": _both("天然气", "Natural gas"), "amount": f"{amount:f} m3/t", "base year": "2025", "fuel": "natural gas"}],
        },
        "recycling": {
            "name": _both("再生铝", "Recycled metal"), "entity": "plant", "from": "2024", "to": str(LAST_YEAR),
            "content": _both("逐年提高再生铝比例。", "The share of recycled metal rises every year."),
            "owner": _both("采购部", "Purchasing department"),
            "substitutes": [
                {"of": _both("再生铝", "Recycled aluminium"), "base share": f"{_rounded(size.recycled * 100, 1):f} %",
                 "share": {str(year): f"{_rounded(share * 100, 1):f} %" for year, share in shares.items()},
                 "from": {"name": _both("原铝", "Primary aluminium"), "intensity": f"{PRIMARY} tCO2e/t"},
                 "to intensity": f"{RECYCLED} tCO2e/t", "amount": "1.02 t/t"}
            ],
        },
    }  # fmt: skip


def _outline() -> list[Raw]:
    shown = ("emissions by scope", "energy consumption", "pathways", "targets", "measures", "progress", "committee", "standards")
    words = "、".join(f"{{{{ table.{name} }}}}" for name in shown)
    english = ", ".join(f"{{{{ table.{name} }}}}" for name in shown)
    section = _section("计划", "The plan", f"见{words}。", f"See {english}.")
    return [section | {"body": [{"table": name} for name in shown]}]


def _section(zh_title: str, en_title: str, zh: str, en: str) -> Raw:
    return {"title": _both(zh_title, en_title), "text": _both(zh, en)}


def _both(zh: str, en: str) -> Raw:
    return {"zh": zh, "en": en}


def _written(values: dict[int, Decimal]) -> Raw:
    return {str(year): f"{value:f}" for year, value in values.items()}


def _rounded(value: Decimal, places: int) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_EVEN)
