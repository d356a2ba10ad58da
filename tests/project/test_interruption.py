"""Ctrl-C in the moments in which Python drops it, in a process of its own."""

import subprocess
import sys

PROGRAM = """
import time
from _thread import interrupt_main
from ghgplan.project.interruption import insist_on_interruption

class Going:
    def __del__(self):
        {deed}
        time.sleep(0)

insist_on_interruption()
try:
    Going()
    for _ in range(200):
        time.sleep(0.01)
except KeyboardInterrupt:
    print("interrupted")
"""


def said(deed: str) -> tuple[str, str]:
    """What a process says in which an object goes out of use with ``deed``."""
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(deed=deed)], capture_output=True, text=True, encoding="utf-8", check=True, timeout=60
    )
    return done.stdout.strip(), done.stderr


def test_an_interruption_that_python_drops_is_repeated() -> None:
    assert said("interrupt_main()") == ("interrupted", "")


def test_whatever_else_python_drops_is_shown() -> None:
    output, errors = said("raise ValueError('lost')")
    assert output == ""
    assert "ValueError: lost" in errors
