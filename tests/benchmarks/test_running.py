"""Commands as processes of their own."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from benchmarks.running import Command, CommandError, bare_python, has_psutil, peak_memory, timed

from needed import lacks

HOLD = "held = b'x' * {size}; import time; time.sleep(0.4)"


def python(folder: Path, *programs: str) -> Command:
    return Command([[sys.executable, "-c", program] for program in programs], folder)


def test_the_time_of_a_command_is_that_of_all_its_processes(tmp_path: Path):
    assert timed(python(tmp_path, *["import time; time.sleep(0.2)"] * 2), os.environ).wall >= 0.4


def test_a_command_runs_in_its_folder_with_its_environment(tmp_path: Path):
    timed(python(tmp_path, "import os; open('here', 'w').write(os.environ['WHAT'])"), os.environ | {"WHAT": "this"})
    assert (tmp_path / "here").read_text() == "this"


@pytest.mark.parametrize("measure", [timed, peak_memory])
def test_a_command_that_fails_says_what_it_said(tmp_path: Path, measure):
    if measure is peak_memory and not has_psutil():
        lacks("psutil is not installed")
    with pytest.raises(CommandError, match="it broke"):
        measure(python(tmp_path, "raise SystemExit('it broke')"), os.environ)


def test_bare_python_ends_well(tmp_path: Path):
    assert timed(bare_python(tmp_path), os.environ).wall > 0


@pytest.mark.skipif(not has_psutil() and not os.environ.get("CI"), reason="psutil is not installed")
def test_memory_counts_the_children(tmp_path: Path):
    size = 60 * 2**20
    child = f"import subprocess, sys; subprocess.run([sys.executable, '-c', {HOLD.format(size=size)!r}])"
    little, held = peak_memory(python(tmp_path, HOLD.format(size=1)), os.environ), peak_memory(python(tmp_path, child), os.environ)
    assert little
    assert held
    assert held - little > 0.8 * size
