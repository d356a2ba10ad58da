"""Plans of every kind in which everything agrees are silent; what is typed into them and true is, too."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from checks.planting import Plant, Raw
from checks.sound_files import NAMES, findings, planted

LACKING = {
    # Totals only, as a verification statement gives them.
    "captive-power": [("GP-I03", "inventory.smelter")],
    "extrusion": [("GP-P10", "pathways.profiles metal"), ("GP-I01", "inventory")],
    "scrap-only": [("GP-I04", "pathways"), ("GP-I07", "targets")],
}
"""What a plan leaves out, and is told."""


@pytest.mark.parametrize("name", NAMES)
def test_a_sound_plan_is_silent(name: str) -> None:
    assert [(found.code, found.dotted_path) for found in findings(name)] == LACKING.get(name, [])


SENTENCES: list[tuple[str, str | dict[str, str]]] = [
    ("coarse", "2024年范围1和2排放 9.9 万tCO2e，较2022年下降约4%。"),
    ("coarse", "2024年排放总量204 万吨二氧化碳当量，其中范围3约占95%。"),
    ("coarse", "2022—2024年，公司产量由18.6 万吨增至19.2 万吨，范围1和2排放强度由0.55 tCO2e/t降至0.51 tCO2e/t，累计下降约7%。"),
    ("coarse", "到2027年采购铝强度较2022年下降15%，年均下降3%。"),
    ("coarse", "自2022年以来，范围3排放下降约4%，主要因为再生铝占比由15%提高到20%。"),
    ("coarse", "公司生产厂区共有员工1200人，年产能20 万吨，ISO 14064-1:2018 和 GB/T 23331-2020 均已通过认证。"),
    ("energy-equivalent", "2024年电力（等价）折标煤约占综合能耗的48%，天然气占48.5%，柴油不足1%。"),
    ("energy-equivalent", "2024年天然气消耗498.7 万立方米，比上年减少2.7%；电力消耗2185.2 万千瓦时，下降1.1%。"),
    ("energy-calorific", "2024年天然气占综合能耗的68%，电力占27.5%，其余为蒸汽和柴油。"),
    ("energy-calorific", "2024年综合能耗按当量值计算。"),
    ("fiscal", "In fiscal 2024 output was 23950 t, 1.5 % below fiscal 2021, and scope 1 and 2 emissions fell 2.5 % over the same period."),
    ("fiscal", "In fiscal 2023 the intensity rose 3.5 % above the base year because furnaces ran part-loaded."),
    ("fiscal", "The intensity target for 2026 is 16 % below 2021; so far it has not been met."),
    ("fiscal", "The works employ 240 people; melting uses about 80 % of the natural gas."),
    (
        "market-based",
        {
            "zh": "2025年绿证覆盖用电量的约14%，基于市场的范围2排放较基于位置的低14%。",
            "en": "In 2025 certificates covered about 14 % of the electricity, and market-based scope 2 was 14 % below location-based scope 2.",
        },
    ),
    (
        "market-based",
        {
            "zh": "2022年至2025年，单位产品范围1和2排放由0.74 tCO2e/t降至0.69 tCO2e/t，下降约7%。",
            "en": "From 2022 to 2025 scope 1 and 2 emissions per tonne fell about 7 %, from 0.74 tCO2e/t to 0.69 tCO2e/t.",
        },
    ),
    (
        "market-based",
        {"zh": "再生铝占比由2022年的23%提高到2025年的28%。", "en": "The share of recycled metal rose from 23 % in 2022 to 28 % in 2025."},
    ),
    (
        "market-based",
        {
            "zh": "目标：2027年工艺排放强度下降约14%，采购铝下降约12%。",
            "en": "By 2027 the process intensity falls about 14 % and purchased metal about 12 %.",
        },
    ),
    ("rolling-mill", "2025年与2023年相比，采购铝排放强度由10.31降至9.80 tCO2e/t，下降5%。"),
    ("rolling-mill", "蓄热燃烧改造每吨产品节约天然气10.6立方米，按2025年产量计算年节约约96 万立方米。"),
    ("rolling-mill", "光伏年发电620 万千瓦时，约占全厂用电量的15%。"),
    ("rolling-mill", "范围2排放占范围1和2合计的约六成，熔炼燃气占四成。"),
    ("rolling-mill", "力争2030年前实现碳达峰，2060年前实现碳中和，与国家目标一致。"),
    (
        "smelter",
        {
            "zh": "PFC 排放占范围1的比重不足一成，2025年较2022年下降约10%。",
            "en": "PFCs are less than a tenth of scope 1 and fell about 10 % from 2022 to 2025.",
        },
    ),
    (
        "smelter",
        {
            "zh": "吨铝综合交流电耗由2022年的13395 kWh降至2025年的13310 kWh。",
            "en": "Electricity per tonne went from 13395 kWh in 2022 to 13310 kWh in 2025.",
        },
    ),
    (
        "smelter",
        {
            "zh": "2025年从矿石到金属的排放强度低于 11 tCO2e/t 的要求。",
            "en": "Mine-to-metal intensity in 2025 was below the limit of 11 tCO2e/t.",
        },
    ),
    (
        "group",
        {
            "zh": "三家成员2025年合计产量14.85 万吨，范围1和2排放较2023年下降约4%。",
            "en": "In 2025 the three members made 148,540 t and emitted about 4 % less in scopes 1 and 2 than in 2023.",
        },
    ),
    (
        "other-methods",
        {
            "zh": "东厂2024年排放强度比2019年下降约11%，目标是2025年下降15%、2030年下降30%。",
            "en": "East works was about 11 % below 2019 in 2024; the aims are 15 % by 2025 and 30 % by 2030.",
        },
    ),
    ("other-methods", {"zh": "2023年全公司排放较2019年略有下降。", "en": "In 2023 the company emitted slightly less than in 2019."}),
    ("recycler", "In 2025 scope 1 and 2 intensity was 2 % below 2024, at 266 kgCO2e/t."),
    ("recycler", "Scrap made up 96 % of the metal bought in 2025, primary ingot 4 %."),
]
"""Typed into a plan, rounded as people round."""


@pytest.mark.parametrize(("name", "said"), SENTENCES)
def test_a_true_sentence_is_silent(name: str, said: str | dict[str, str], tmp_path: Path) -> None:
    planted(name, _add(said), tmp_path)
    assert [(found.code, found.dotted_path) for found in findings(name, tmp_path)] == LACKING.get(name, [])


def _add(said: Any) -> Plant:
    def plant(plan: Raw) -> None:
        plan["outline"][0]["body"].append({"text": said})

    return plant
