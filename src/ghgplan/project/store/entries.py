"""Entries of the store, and files as it knows them: by content, and by a signature that spares reading them."""

# No pathlib, json, hashlib or dataclasses: to load any of them takes longer than all that is done here.
from __future__ import annotations

import os
import time
import zlib

STORE = ".cache/ghgplan"
_MAGIC = b"ghgplan 1 "
_HEADER = len(_MAGIC) + 9
_IGNORED = "# Made by ghgplan. Can be deleted at any time.\n*\n"
TEMPORARY = ".tmp"

_FINE = 50_000_000
_COARSE = 2_100_000_000
"""Nanoseconds within which two changes of a file may get the same time: of usual clocks, and of those that count seconds."""


def signature(status: os.stat_result, now: int) -> str:
    """What changes when a file changes, or nothing where a change right now might not show: then its content must be read."""
    newest = max(status.st_mtime_ns, status.st_ctime_ns)
    margin = _FINE if status.st_mtime_ns % 1_000_000 else _COARSE
    return _signature(status) if newest + margin < now else ""


def _signature(status: os.stat_result) -> str:
    return f"{status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}"


def digest(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    import hashlib

    return hashlib.sha256(content).hexdigest()


def read_signed(path: str) -> tuple[bytes, str]:
    """A file's content, and its signature from before it was read. Raises OSError."""
    now = time.time_ns()
    with open(path, "rb") as stream:
        signed = signature(os.fstat(stream.fileno()), now)
        return stream.read(), signed


def present_signature(path: str, known: tuple[str, str]) -> str | None:
    """The signature of the file if it still has the content ``known`` by digest and signature, None where it has not."""
    try:
        if known[1] and _signature(os.stat(path)) == known[1]:
            return known[1]
        content, signed = read_signed(path)
    except (OSError, ValueError):
        return None
    return signed if digest(content) == known[0] else None


def place(path: str, project: str) -> str:
    """How entries name a path: as seen from the project if it lies within, with forward slashes."""
    path = os.path.normpath(path)
    within = path.startswith(project.rstrip(os.sep) + os.sep)
    return (path[len(project.rstrip(os.sep)) + 1 :] if within else path).replace(os.sep, "/")


def entry_path(folder: str, name: str, known_by: str) -> str:
    """Where the entry of ``known_by`` stands in ``folder``; ``name`` says to people whose it is."""
    return f"{folder}/{name}-{zlib.crc32(known_by.encode('utf-8', 'surrogateescape')):08x}.txt"


def read_entry(path: str) -> bytes | None:
    """An entry's content; None where there is none, or a damaged one."""
    try:
        with open(path, "rb", buffering=0) as stream:
            whole = stream.read()
    except OSError:
        return None
    content = whole[_HEADER:]
    # Nothing is never kept: it would be its own checksum.
    return content if content and whole[:_HEADER] == _header(content) else None


def write_entry(path: str, content: bytes) -> bool:
    """Put an entry in its place; whether that could be done. A reader finds the former or this one, never a half."""
    temporary = f"{path}.{os.getpid()}-{time.time_ns()}{TEMPORARY}"
    try:
        _make_folder(os.path.dirname(path))
        try:
            with open(temporary, "xb") as stream:
                stream.write(_header(content) + content)
            os.replace(temporary, path)
        except BaseException:
            if os.path.exists(temporary):
                os.unlink(temporary)
            raise
    except (OSError, ValueError):
        return False
    return True


def _header(content: bytes) -> bytes:
    return _MAGIC + b"%08x\n" % zlib.crc32(content)


def _make_folder(folder: str) -> None:
    """The entry's folder, and a file that keeps all of the store out of git."""
    if os.path.isdir(folder):
        return
    os.makedirs(folder, exist_ok=True)
    store = folder if folder.endswith(STORE) else os.path.dirname(folder)
    with open(f"{store}/.gitignore", "w", encoding="utf-8") as stream:
        stream.write(_IGNORED)
