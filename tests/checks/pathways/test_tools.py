"""The tool that a pathway comes from."""

from __future__ import annotations

import pytest

from checks.pathways.tables import CASTHOUSE, METAL, metal, pathway, plan
from ghgplan.checks.pathways.tools import altered_tool, no_tool, tool_without_version
from little_plans import report


def test_pathways_without_a_tool_are_one_finding() -> None:
    (found,) = no_tool(report(plan(pathway(CASTHOUSE, "0.312", tool=None), metal(METAL, "9.20"))))
    assert (found.path, found.arguments["count"]) == (("pathways", "process"), "1")
    assert list(no_tool(report(plan(pathway(CASTHOUSE, "0.312"))))) == []


@pytest.mark.parametrize(
    ("tool", "has_version"),
    [
        ("ASI Entity GHG Pathways Calculation Tool (CN)", False),
        ("ASI 1.5°C 碳目标设定工具", False),
        ("ASI Entity GHG Pathways Calculation Tool 2024_CN(3)", True),
        ("v2-ASI-Entity-GHG-Pathways-Calculation-Tool-20-02-2025", True),
    ],
)
def test_a_version(tool: str, has_version: bool) -> None:
    found = list(tool_without_version(report(plan(pathway(CASTHOUSE, "0.312", tool=tool)))))
    assert (found == []) == has_version


@pytest.mark.parametrize(
    ("tool", "is_altered"),
    [
        ("UNPROTECTED_UPLOAD_FINAL CLEAN Tool 2024_CN(3)", True),
        ("ASI 路径计算工具 2024 - 副本", True),
        ("Pathways Tool 2024 - Copy", True),
        ("Photocopying Tool 2024_CN(3)", False),
        ("ASI Entity GHG Pathways Calculation Tool V2.0", False),
    ],
)
def test_a_copy(tool: str, is_altered: bool) -> None:
    assert bool(list(altered_tool(report(plan(pathway(CASTHOUSE, "0.312", tool=tool)))))) == is_altered


def test_published_plans(published, found) -> None:
    told = {code: [name for name, looked_at in published.items() if found(code, looked_at)] for code in ("GP-P20", "GP-P21", "GP-P22")}
    assert told == {
        "GP-P20": ["annual-progress", "group-of-four/southwest"],
        "GP-P21": ["group-of-four/precision", "group-of-four/lightweight"],
        "GP-P22": ["foundry", "group-of-four/new-materials"],
    }
