"""A small plan that parses, and a project folder to put plans in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

PLAN = """\
company: {name: {zh: 示例公司, en: Example Company}}
document:
  title: {zh: 减排计划, en: Reduction plan}
  version: "1.0"
  date: 2025-09-15
outline:
  - title: {zh: 目的, en: Purpose}
    text: {zh: 说明减排路径。, en: Describes the pathway.}
"""

WritePlan = Callable[..., Path]


@pytest.fixture
def write_plan(tmp_path: Path) -> WritePlan:
    """Writes a plan file below the project folder ``tmp_path``: the small plan, and what is added to it."""

    def write(path: str, added: str = "", *, text: str = PLAN) -> Path:
        target = tmp_path / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text + added, encoding="utf-8")
        return target

    return write
