"""The store kept small: what was not used for longest goes first."""

from __future__ import annotations

import os
import time
from contextlib import suppress

from ghgplan.project.store.entries import TEMPORARY

MOST_BYTES = {"charts": 256 * 2**20, "plans": 64 * 2**20, "documents": 32 * 2**20}
MOST_BYTES_A_PLAN = {"charts": 512 * 2**10, "plans": 16 * 2**10, "documents": 4 * 2**10}
"""What takes their place where there are so many plans that this is more: all that is current is to be found again."""
_ABANDONED_AFTER = 3600
"""Seconds after which a temporary file is one that a killed build left."""


def tidy(store: str) -> None:
    """Bring each folder of the store below its size, and remove what killed builds left."""
    with suppress(OSError):
        plans = len(os.listdir(f"{store}/plans"))
        for folder, most in MOST_BYTES.items():
            with suppress(FileNotFoundError):
                _tidy(f"{store}/{folder}", max(most, plans * MOST_BYTES_A_PLAN[folder]))


def note_use(path: str) -> None:
    """Let an entry be as young as one that was just made."""
    with suppress(OSError):
        os.utime(path)


def _tidy(folder: str, most: int) -> None:
    entries: list[tuple[float, int, str]] = []
    with os.scandir(folder) as found:
        for entry in found:
            status = entry.stat()
            if entry.name.endswith(TEMPORARY) and status.st_mtime < time.time() - _ABANDONED_AFTER:
                _remove(entry.path)
            else:
                entries.append((status.st_mtime, status.st_size, entry.path))
    size = sum(each[1] for each in entries)
    for _, bytes_of_it, path in sorted(entries):
        if size <= most:
            break
        _remove(path)
        size -= bytes_of_it


def _remove(path: str) -> None:
    with suppress(OSError):
        os.unlink(path)
