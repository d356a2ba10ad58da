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
    ("careful-chinese", "2025年范围1和范围2排放合计6.13 万吨，与上年基本持平（+0.6%）。"),
    ("careful-chinese", "2025年单位产品排放强度0.492 tCO2e/t，低于2025年路径值0.481的要求尚差2.2%，拟由光伏项目弥补。"),
    ("careful-chinese", "采购铝强度由2023年的9.22 tCO2e/t降至2025年的8.63 tCO2e/t，两年累计下降6.5%左右，年均下降约3.3%。"),
    ("careful-chinese", "再生铝占采购铝的比重由26.8%提高到31.9%，提高约5个百分点。"),
    ("careful-chinese", "预计2026—2028年每年减排1500～2500 tCO2e，占范围1和2的2%—4%。"),
    ("careful-chinese", "2025年天然气单耗73.9 m³/t，同比下降2.3%；电力单耗569 kWh/t，同比下降2.1%左右。"),
    ("careful-chinese", "到2028年，工艺排放强度要比2023年下降近15%，采购铝强度下降17%左右。"),
    ("careful-chinese", "2024年、2025年两年，工艺强度分别同比下降1.8%和2.2%。"),
    ("careful-chinese", "公司2025年碳排放强度较2020年下降约18%（2020年数据未经核查，仅供参考）。"),
    ("careful-chinese", "若不采取措施，预计2028年排放将比2025年增加约8%。"),
    ("careful-chinese", "行业平均排放强度2024年同比下降约3%，本公司降幅小于行业平均。"),
    ("careful-chinese", "年均下降率不低于3%。"),
    ("careful-chinese", "电网排放因子由2022年的0.5978 kgCO2/kWh降至2023年的0.5827 kgCO2/kWh，下降2.5%，本计划各年统一采用2023年因子。"),
    ("careful-chinese", "本公司不设短期目标，中期目标为2028年，长期目标另行制定。"),
    ("english-only", "Recycled billet grew from 29.9 % to 36.6 % of purchased billet between 2023 and 2025."),
    ("english-only", "Emissions per tonne were 5.0% lower in 2025 than in 2023; year on year the fall was 2.9%."),
    ("english-only", "Scope 3 category 1 emissions fell 4.3 % from 2023 to 2025."),
    ("english-only", "By 2030 the sector as a whole is expected to cut its emissions by about 30 %."),
    ("english-only", "Without measures, emissions would rise by some 5 % by 2028."),
    ("english-only", "The ageing ovens account for about 40 % of the gas."),
    ("english-only", "Electricity is about 40% of the site's energy by coal equivalent and gas about 60 %."),
    ("english-only", "The 2024 target of 0.485 tCO2e/t was missed by less than 1 %, and that of 2025 likewise."),
    (
        "can-sheet",
        {
            "zh": "2025年范围1和2排放强度0.607 tCO2e/t，较2023年下降约5%，2025年旧罐占比近四成。",
            "en": "In 2025 scope 1 and 2 intensity was 0.607 tCO2e/t, about 5 % below 2023; used cans were nearly two fifths of the metal.",
        },
    ),
    (
        "can-sheet",
        {
            "zh": "按基于市场的方法，范围1和2强度由2023年的0.638 tCO2e/t降至2025年的0.463 tCO2e/t，下降约27%。",
            "en": "Market-based, the scope 1 and 2 intensity fell about 27 %, from 0.638 tCO2e/t in 2023 to 0.463 tCO2e/t in 2025.",
        },
    ),
    ("recalculated", {"zh": "再生铝比例由25.0%提高到31.0%。", "en": "The recycled share rose from 25.0 % to 31.0 %."}),
    (
        "recalculated",
        {
            "zh": "2025年强度0.25 tCO2e/t，略高于路径值0.24 tCO2e/t，目标未达成。",
            "en": "The intensity of 2025, 0.25 tCO2e/t, is slightly above the 0.24 tCO2e/t of the pathway; the target was missed.",
        },
    ),
    (
        "recalculated",
        {
            "zh": "2024年目标已达成（0.25 tCO2e/t），2025年目标未达成。",
            "en": "The target of 2024 was met (0.25 tCO2e/t), that of 2025 was not.",
        },
    ),
    (
        "captive-power",
        {
            "zh": "2025年范围1排放193.4 万吨，较2022年下降3.1%；供电煤耗由318 g/kWh降至312 g/kWh。",
            "en": "In 2025 scope 1 was 1.934 Mt, 3.1 % less than in 2022; the coal rate fell from 318 to 312 g/kWh.",
        },
    ),
    (
        "captive-power",
        {
            "zh": "吨铝排放2025年为14.0 tCO2e，比2022年下降约2.3%，与路径13.5 tCO2e/t仍有差距。",
            "en": "A tonne of metal stood for 14.0 tCO2e in 2025, about 2.3 % less than in 2022, still above the pathway's 13.5 tCO2e/t.",
        },
    ),
    (
        "anodiser",
        {
            "zh": "2025年用电598.7 MWh，比2024年少4.3%；用气少3.6%。",
            "en": "Electricity was 598.7 MWh in 2025, 4.3 % less than in 2024, gas 3.6 % less.",
        },
    ),
    ("anodiser", {"zh": "范围1仅95 t左右，占范围1和2的24%。", "en": "Scope 1 is only some 95 t, 24 % of scopes 1 and 2."}),
    (
        "scrap-only",
        {
            "zh": "每吨产品碳足迹由0.54 tCO2e降至0.53 tCO2e，下降1.3%。",
            "en": "The footprint fell from 0.54 to 0.53 tCO2e per tonne, by 1.3 % from 2024 to 2025.",
        },
    ),
    (
        "scrap-only",
        {
            "zh": "2025年工艺强度同比下降2.5%，完成年度下降2%的目标。",
            "en": "In 2025 process intensity fell 2.5 %, more than the target of 2 %.",
        },
    ),
    (
        "two-works",
        {
            "zh": "集团2025年范围1和2强度0.20 tCO2e/t，较2024年下降2.1%；总量增长3.7%，因为新厂产量增加18%。",
            "en": "In 2025 the group's intensity was 0.20 tCO2e/t, 2.1 % less than in 2024; emissions rose 3.7 % as New Works made 18 % more.",
        },
    ),
    (
        "one-decimal",
        {
            "zh": "采购铝强度三年由11.8降至10.7 tCO2e/t，2025年较2023年下降9.3%。",
            "en": "Purchased metal went from 11.8 to 10.7 tCO2e/t, 9.3 % less in 2025 than in 2023.",
        },
    ),
    (
        "one-decimal",
        {
            "zh": "工艺强度目标2028年下降约9%，采购铝下降约17%。",
            "en": "By 2028 process intensity falls about 9 % and purchased metal about 17 %.",
        },
    ),
    ("narrative", "到2029年下降约15%，即年均约3%。"),
    ("narrative", "2024年排放较2023年下降2%（内部统计）。"),
]
"""Typed into a plan, rounded as people round."""


@pytest.mark.parametrize(("name", "said"), SENTENCES)
def test_a_true_sentence_is_silent(name: str, said: str | dict[str, str], tmp_path: Path) -> None:
    planted(name, _add(said), tmp_path)
    assert [(found.code, found.dotted_path) for found in findings(name, tmp_path)] == LACKING.get(name, [])


def _add(said: Any) -> Plant:
    def plant(plan: Raw) -> None:
        plan["outline"][0].setdefault("body", []).append({"text": said})

    return plant
