"""A tiny run from end to end: a matter of seconds, and not of how many."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from benchmarks.__main__ import main

if not os.environ.get("CI"):
    pytest.importorskip("yaml")


def test_a_tiny_run_prints_and_writes_its_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    out = tmp_path / "page.md"
    assert main(["--only", "check of", "--rounds", "1", "--minutes", "2", "--no-growth", "--out", str(out)]) == 0
    printed = capsys.readouterr().out
    assert out.read_text(encoding="utf-8").strip() == printed.strip()
    assert "| check of a 400-line plan, nothing kept |" in printed
    assert "(one turn)" in printed
    assert "bare Python" in printed
    assert "CPython" in printed or "PyPy" in printed


def test_a_run_without_time_says_what_it_left_out(capsys: pytest.CaptureFixture[str]):
    assert main(["--only", "check of", "--minutes", "0.0001", "--no-growth"]) == 0
    assert "Not run, for want of time: check of" in capsys.readouterr().out
