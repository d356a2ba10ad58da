"""The plans of ``sound/``: of every kind, with figures as people round them, in which everything agrees."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from ghgplan.checks.check import check
from ghgplan.compute.report import compute
from ghgplan.diagnostics import Diagnostic
from ghgplan.project.addresses import PlanAddress
from ghgplan.project.loading import load

FOLDER = Path(__file__).parent / "sound"
NAMES = sorted(path.stem for path in FOLDER.glob("*.yaml"))


def findings(name: str, folder: Path = FOLDER) -> tuple[Diagnostic, ...]:
    """All that is found on the plan ``name``."""
    loaded = load(PlanAddress(name, folder / f"{name}.yaml", folder)).outcome
    assert loaded.value is not None, [found.message("en") for found in loaded.diagnostics]
    outcome = compute(loaded.value)
    assert outcome.value is not None
    return check(outcome.value, outcome.diagnostics)


def planted(file: str, plant: Callable[[dict[str, Any]], None], folder: Path) -> None:
    """A copy of all the plans in ``folder``, with a defect in the one in ``file``."""
    shutil.copytree(FOLDER, folder, dirs_exist_ok=True)
    path = folder / f"{file}.yaml"
    plan = YAML(typ="base", pure=True).load(path.read_text(encoding="utf-8"))
    plant(plan)
    path.write_text(json.dumps(plan, ensure_ascii=False, indent=1), encoding="utf-8")
