"""Other programs: run to their end, or ended with all that they started."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress


class TookTooLong(Exception):  # noqa: N818 - what became of the program, not an error of it
    """The program did not end in time, and was ended."""


def run_program(command: Sequence[str], seconds: float, environment: Mapping[str, str] | None = None) -> str:
    """Run ``command``; what it said. Its exit code says little about office programs: look for what it should have made.

    Raises OSError where it cannot be started, TookTooLong after ``seconds``.
    """
    # Its output goes to a file: a pipe is held open by children that outlive it.
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 - the command is ours, and no shell reads it
            command,
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
            env=environment,
            start_new_session=sys.platform != "win32",
        )
        try:
            process.wait(seconds)
        except subprocess.TimeoutExpired:
            raise TookTooLong from None
        finally:
            if process.poll() is None:
                end_tree(process)
        said.seek(0)
        return said.read().decode(errors="replace").strip()


def end_tree(process: subprocess.Popen[bytes]) -> None:
    """End the program and its children, at once: office programs are started by a script of theirs."""
    if sys.platform == "win32":
        subprocess.run(["taskkill", "/F", "/T", "/PID", str(process.pid)], capture_output=True, check=False)  # noqa: S603, S607
    else:
        # macOS says of a process that has just ended that it may not be ended.
        with suppress(ProcessLookupError, PermissionError):
            os.killpg(process.pid, signal.SIGKILL)
    process.wait()
