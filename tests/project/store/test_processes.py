"""Builds side by side, and builds that are killed: what is left is whole, or is built again."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from ghgplan.project.store.shelf import Stores
from little_project import build, files, write_project

COMMAND = (sys.executable, "-m", "ghgplan", "build", "--to", "md,docx", "--ui-lang", "en")


def start(project: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(COMMAND, cwd=project, text=True, encoding="utf-8", stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def test_two_builds_at_once(tmp_path: Path) -> None:
    write_project(tmp_path)
    running = [start(tmp_path) for _ in range(2)]
    said = [process.communicate() for process in running]
    assert [process.returncode for process in running] == [0, 0], said
    build(tmp_path, out="clean")
    assert files(tmp_path / "out") == files(tmp_path / "clean")
    assert all(each.unchanged for each in build(tmp_path, stores=Stores()))


@pytest.mark.parametrize("seconds", [0.6, 1.0, 1.4, 2.0])
def test_a_killed_build_leaves_nothing_half_true(tmp_path: Path, seconds: float) -> None:
    write_project(tmp_path)
    killed = start(tmp_path)
    try:
        killed.communicate(timeout=seconds)
    except subprocess.TimeoutExpired:
        killed.kill()
        killed.communicate()
    build(tmp_path, stores=Stores())
    build(tmp_path, out="clean")
    assert files(tmp_path / "out") == files(tmp_path / "clean")
