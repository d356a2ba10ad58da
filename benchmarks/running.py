"""Commands run as processes of their own: how long they take, and how much memory they and their children hold at most."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

INTERVAL = 0.02
"""Seconds between two looks at the memory."""


class CommandError(Exception):
    """A command that was to be measured did not end well: with what it was, and what it said."""


@dataclass(frozen=True, slots=True)
class Command:
    """One or more processes, one after the other, measured as one."""

    processes: Sequence[Sequence[str]]
    folder: Path


@dataclass(frozen=True, slots=True)
class Timing:
    """Seconds from start to end, and of processor time over all processes (nought where the system does not tell)."""

    wall: float
    processor: float


def timed(command: Command, environment: Mapping[str, str]) -> Timing:
    """Run ``command`` to its end. Raises CommandError."""
    with tempfile.TemporaryFile() as said:
        before, start = os.times(), time.perf_counter()
        for process in command.processes:
            # A file, not a pipe: nothing of ours runs beside what is timed.
            code = subprocess.call(process, cwd=command.folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said)
            _hold(code, process, said)
        wall, after = time.perf_counter() - start, os.times()
    processor = after.children_user - before.children_user + after.children_system - before.children_system
    return Timing(wall, processor)


def peak_memory(command: Command, environment: Mapping[str, str]) -> int | None:
    """The most bytes that ``command`` and its children hold together; None without psutil. Raises CommandError.

    By shares of pages on Linux (PSS), elsewhere by what no other process has (USS), so that nothing counts twice.
    """
    if not has_psutil():
        return None
    most = 0
    with tempfile.TemporaryFile() as said:
        for arguments in command.processes:
            with subprocess.Popen(
                arguments, cwd=command.folder, env=environment, stdin=subprocess.DEVNULL, stdout=said, stderr=said
            ) as process:
                while process.poll() is None:
                    most = max(most, _held(process.pid))
                    time.sleep(INTERVAL)
            _hold(process.returncode, arguments, said)
    return most


def has_psutil() -> bool:
    """Whether memory can be measured."""
    try:
        importlib.import_module("psutil")
    except ImportError:
        return False
    return True


def bare_python(folder: Path) -> Command:
    """The interpreter, started and ended."""
    return Command([[sys.executable, "-c", "pass"]], folder)


def _held(process: int) -> int:
    psutil: Any = importlib.import_module("psutil")
    held = 0
    with suppress(psutil.Error):
        parent = psutil.Process(process)
        for one in [parent, *parent.children(recursive=True)]:
            with suppress(psutil.Error):
                memory = one.memory_full_info()
                held += getattr(memory, "pss", memory.uss)
    return held


def _hold(code: int, process: Sequence[str], said: IO[bytes]) -> None:
    if code:
        said.seek(0)
        raise CommandError(f"{' '.join(process)}: exit code {code}\n{said.read().decode('utf-8', 'replace')[-2000:]}")
