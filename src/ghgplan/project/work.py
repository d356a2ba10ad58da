"""What a command does with each of its plans. It can be sent to another process."""

from __future__ import annotations

import os
from pathlib import Path

from ghgplan.project.request import Request
from ghgplan.values import frozen


@frozen
class Work:
    """``request`` for plans that are written below ``out``; with ``out`` None only findings are looked for."""

    request: Request
    out: Path | None
    storing: bool = False
    """Whether the projects' stores are used."""
    anew: bool = False
    """Whether nothing is taken from them."""


def usable_cores() -> int:
    """How many processes can work at the same time: the cores of the machine, as far as this process may use them."""
    count = getattr(os, "process_cpu_count", None)  # from Python 3.13 on
    if count:
        return count() or 1
    allowed = getattr(os, "sched_getaffinity", None)  # not everywhere
    return len(allowed(0)) if allowed else os.cpu_count() or 1
