"""The user's own folder for what can be made again, outside of any project."""

from __future__ import annotations

import os
import stat
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path


def cache_folder(environment: Mapping[str, str]) -> Path:
    """Where the system keeps such things; below the folder for temporary files where the user has no home."""
    home = Path(environment.get("HOME") or environment.get("USERPROFILE") or tempfile.gettempdir())
    match sys.platform:
        case "win32":
            base = Path(environment.get("LOCALAPPDATA") or home / "AppData" / "Local")
        case "darwin":
            base = home / "Library" / "Caches"
        case _:
            base = Path(environment.get("XDG_CACHE_HOME") or home / ".cache")
    return base / "ghgplan"


def private_folder(environment: Mapping[str, str]) -> Path | None:
    """The folder, where nobody but the user can write to it: what is kept there is trusted. None where that is not sure."""
    if not (environment.get("HOME") or environment.get("USERPROFILE")):
        return None
    folder = cache_folder(environment)
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        status = folder.stat()
    except OSError:
        return None
    if sys.platform == "win32":
        # A user's profile is closed to others there.
        return folder
    is_own = status.st_uid == os.getuid() and not status.st_mode & (stat.S_IWGRP | stat.S_IWOTH)
    return folder if is_own else None
