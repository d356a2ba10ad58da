"""The five plans, built once for all tests, also where the tests run in several processes."""

from __future__ import annotations

from pathlib import Path

import pytest
from filelock import FileLock

from ghgplan.cli.main import main

REPOSITORY = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="session")
def built_plans(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The folder that holds what a build of ``plans/`` writes."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    out = shared / "built-plans"
    with FileLock(shared / "built-plans.lock"):
        if not out.exists():
            with pytest.MonkeyPatch.context() as patch:
                patch.chdir(REPOSITORY)
                assert main(["build", "--out", str(out), "--quiet"]) == 0
    return out
