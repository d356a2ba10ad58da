"""Which ghgplan this is: what it makes depends on its own files, on Python and on the packages installed beside it."""

# Loaded before everything else: see the package's docstring.
from __future__ import annotations

import os
import sys

import ghgplan
from ghgplan.project.store.entries import digest, read_entry, write_entry

_PACKAGE = os.path.dirname(os.path.abspath(ghgplan.__file__))
_NOT_BUILT_WITH = ("__pycache__", "examples")
"""Folders that no document is made with."""
_DRAWING = ("emit/charts/", "emit/fonts/", "document/charts.py")
"""What charts are drawn with."""

_at_start: list[str] = []


class Identity:
    """Ghgplan as digests: ``source`` of all that it is, ``drawing`` of what draws charts."""

    __slots__ = ("drawing", "source")

    def __init__(self, source: str, drawing: str) -> None:
        self.source = source
        self.drawing = drawing


def known_identity(store: str) -> Identity | None:
    """The identity, where the store knows it for the present files; nothing is read but their list."""
    entry = read_entry(f"{store}/source")
    if entry is None:
        return None
    identity, _, listed = entry.decode("utf-8", "surrogateescape").partition("\n")
    source, _, drawing = identity.partition(" ")
    return Identity(source, drawing) if listed == listing() else None


def identity(store: str) -> Identity | None:
    """The identity, worked out where the store does not know it; None where ghgplan is being changed at this moment."""
    known = known_identity(store)
    if known:
        return known
    files = list(_files())
    around = _around()
    contents = {name: digest(_content(path)) for name, path in files}
    found = Identity(
        digest(repr((around, sorted(contents.items()))).encode()),
        digest(repr((around, sorted(item for item in contents.items() if _draws(item[0])))).encode()),
    )
    if _listing() != listing():
        return None
    write_entry(f"{store}/source", f"{found.source} {found.drawing}\n{listing()}".encode("utf-8", "surrogateescape"))
    return found


def listing() -> str:
    """The list of what the identity depends on, as it was when this process first asked: before it loaded the rest."""
    if not _at_start:
        _at_start.append(_listing())
    return _at_start[0]


def _listing() -> str:
    lines = [*_around(), _PACKAGE]
    for name, path in _files():
        status = os.stat(path)
        lines.append(f"{name} {status.st_size} {status.st_mtime_ns}")
    return "\n".join(lines)


def _around() -> list[str]:
    """Python and the packages that are installed."""
    packages: set[str] = set()
    for folder in sys.path:
        if os.path.basename(folder).endswith("-packages"):
            packages.update(name for name in _names(folder) if name.endswith(".dist-info"))
    return [sys.platform, sys.version, *sorted(packages)]


def _names(folder: str) -> list[str]:
    try:
        return os.listdir(folder)
    except OSError:
        return []


def _files() -> list[tuple[str, str]]:
    """Ghgplan's files by their names; of an installed wheel the list of its files, which tells their contents."""
    record = f"{os.path.dirname(_PACKAGE)}/ghgplan-{ghgplan.__version__}.dist-info/RECORD"
    if os.path.isfile(record):
        return [("RECORD", record)]
    found: list[tuple[str, str]] = []
    _walk(_PACKAGE, "", found)
    found.sort()
    return found


def _walk(folder: str, prefix: str, found: list[tuple[str, str]]) -> None:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                if entry.name not in _NOT_BUILT_WITH:
                    _walk(entry.path, f"{prefix}{entry.name}/", found)
            elif not entry.name.endswith((".pyc", ".tmp")):
                found.append((prefix + entry.name, entry.path))


def _draws(name: str) -> bool:
    return name == "RECORD" or name.startswith(_DRAWING)


def _content(path: str) -> bytes:
    with open(path, "rb") as stream:
        return stream.read()
