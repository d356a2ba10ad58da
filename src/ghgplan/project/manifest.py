"""What a build wrote: kept beside the documents, so that a later build removes what is no longer made."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

import ghgplan
from ghgplan.project.store.entries import digest

MANIFEST = ".ghgplan.json"


def manifest(outputs: Mapping[str, str]) -> bytes:
    """The manifest's bytes for ``outputs`` (path below the plan's folder -> SHA-256)."""
    content = {"ghgplan": ghgplan.__version__, "outputs": dict(sorted(outputs.items()))}
    return (json.dumps(content, indent=2, ensure_ascii=False) + "\n").encode()


def read_manifest(folder: Path) -> dict[str, str]:
    """The outputs of the former build; none where there is no manifest, or one we cannot read."""
    try:
        content: Any = json.loads((folder / MANIFEST).read_bytes())
        outputs: dict[Any, Any] = dict(content["outputs"])
    except (OSError, ValueError, TypeError, KeyError):
        return {}
    return {str(name): str(value) for name, value in outputs.items() if _inside(str(name))}


def _inside(name: str) -> bool:
    return not any(step in ("", ".", "..") or set(step) & set("\\:\0") for step in name.split("/"))


def remove_stale(folder: Path, former: Mapping[str, str], current: Mapping[str, str]) -> None:
    """Remove the files of a former build that this one does not make, unless someone changed them."""
    for name in former.keys() - current.keys():
        path = folder / name
        with suppress(OSError):
            if digest(path.read_bytes()) == former[name]:
                path.unlink()
