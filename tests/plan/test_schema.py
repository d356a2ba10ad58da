"""The plan language for machines and readers."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from generate_docs import pages
from jsonschema import Draft202012Validator
from ruamel.yaml import YAML

from ghgplan.plan.model.outline import CHARTS, TABLES
from ghgplan.plan.schema import language_page, plan_schema, units_page
from ghgplan.plan.units import NAMES
from plan.samples import GOOD_PLAN, broken

ROOT = Path(__file__).resolve().parents[2]


generated = cache(pages)


def as_an_editor_reads(text: str) -> Any:
    def plain(value: Any) -> Any:
        if isinstance(value, dict):
            return {str(key): plain(below) for key, below in value.items()}
        if isinstance(value, list):
            return [plain(below) for below in value]
        # An editor's YAML has no dates: it reads them as texts.
        return value if isinstance(value, str | int | float | bool | None) else str(value)

    return plain(YAML(typ="safe", pure=True).load(text))


def complaints(text: str) -> list[str]:
    return [error.message for error in Draft202012Validator(plan_schema()).iter_errors(as_an_editor_reads(text))]


@pytest.mark.parametrize("name", sorted(generated()))
def test_no_generated_file_is_stale(name: str) -> None:
    assert (ROOT / name).read_text(encoding="utf-8") == generated()[name], f"{name} is stale: run tools/generate_docs.py"


def test_the_schema_is_one() -> None:
    Draft202012Validator.check_schema(plan_schema())


def test_the_schema_accepts_a_good_plan() -> None:
    assert complaints(GOOD_PLAN) == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("reporting year: 2024", "report year: 2024"),
        ("    method: asi-tool\n", ""),
        ("gwp: AR6", "gwp: AR3"),
        ("7880 t", "约7880 t"),
        ("[CO2, CH4]", "CO2"),
        ("confirmed: yes", "confirmed: maybe"),
    ],
)
def test_the_schema_refuses_what_the_compiler_refuses(before: str, after: str) -> None:
    assert complaints(broken(before, after)) != []


def test_every_key_is_described_in_both_languages() -> None:
    def keys(schema: Mapping[str, Any]) -> list[tuple[str, Mapping[str, Any]]]:
        return [(key, value) for part in (schema, *schema["$defs"].values()) for key, value in part.get("properties", {}).items()]

    for key, value in keys(plan_schema()):
        chinese, separator, english = str(value.get("description", "")).partition(" | ")
        assert separator, key
        assert chinese.strip(), key
        assert english.strip(), key


def test_the_pages_name_everything_that_may_be_written() -> None:
    page = language_page()
    for name in (*TABLES, *CHARTS):
        assert f"| `{name}` |" in page
    units = units_page()
    for name in NAMES:
        assert f"`{name}`" in units


@pytest.mark.parametrize(
    "row",
    [
        "| **`date`** | 日期 date: `2025-09-15` |",
        "| **`production`** | 逐年 by year: 量 quantity: `7880 t` |",
        "| `electricity in coal equivalent` | `calorific` 当量、`equivalent` 等价 |",
        "| `years` | 列表 list: 年份 year: `2025` |",
        "| `emission shares` | 排放占比 | 一个主体 one entity: `of: [name]` |",
    ],
)
def test_the_page_tells_what_each_key_takes(row: str) -> None:
    assert row.replace("**", "") in language_page().replace("**", "")


def test_every_key_of_the_page_has_a_kind_of_value() -> None:
    rows = [line.split(" | ") for line in language_page().split("## Tables")[0].splitlines() if line.startswith(("| `", "| **`"))]
    assert [row[0] for row in rows if not row[1].strip()] == []
