"""What a user of docxtemplater would write in Node: ``word.mjs`` reads the plan and computes by itself, pyplot draws for it.

Its packages come by ``npm ci --prefix benchmarks/peers``; without them, or without Node, there is no such peer.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SCRIPT = HERE / "word.mjs"


def node() -> str | None:
    """The program that runs the script; None where it or one of the packages is not installed."""
    program = shutil.which("node")
    return program if program and set(packages()) == set(_wanted()) else None


def packages() -> Mapping[str, str]:
    """The versions of the packages that are installed, of those that the script wants."""
    files = {name: HERE / "node_modules" / name / "package.json" for name in _wanted()}
    return {name: _read(file)["version"] for name, file in files.items() if file.is_file()}


def _wanted() -> Mapping[str, str]:
    return _read(HERE / "package.json")["dependencies"]


def _read(file: Path) -> dict[str, Any]:
    return json.loads(file.read_text(encoding="utf-8"))
