"""Writing a plan's files as one deed: all of them, or what stood there before.

New files are first written beside their targets under other names, then put in their
place one by one, which no reader can catch half done.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Generator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from ghgplan.project.trouble import Trouble, trouble_with, watching

LOCK_FILE = ".ghgplan.lock"
PATIENCE = 10.0
"""Seconds that a second build into the same folder waits for the first."""
ATTEMPTS = 5
PAUSE = 0.2
"""Seconds between attempts: virus scanners hold a new file for a moment on Windows."""
TEMPORARY = ".ghgplan-{}.tmp"


@contextmanager
def sole_builder(out: Path) -> Generator[None]:
    """Makes the folder ``out`` and holds its lock. Raises Trouble where another build has it."""
    # It brings asyncio and sockets along, which nothing but a build needs.
    from filelock import FileLock, Timeout

    with watching(out):
        out.mkdir(parents=True, exist_ok=True)
        lock = FileLock(out / LOCK_FILE, timeout=PATIENCE)
        try:
            lock.acquire()
        except Timeout:  # an OSError too, but not one of the system's
            raise Trouble("trouble.other-build", folder=str(out), seconds=f"{PATIENCE:.0f}") from None
    try:
        yield
    finally:
        lock.release()


def write_together(folder: Path, outputs: Mapping[str, bytes]) -> None:
    """Write ``outputs`` (path below ``folder`` -> bytes) in their order; files that hold these bytes already are left alone.

    Raises Trouble, after which every file is as it was.
    """
    targets = {folder / name: content for name, content in outputs.items()}
    before = {path: _content(path) for path in targets}
    changed = {path: content for path, content in targets.items() if before[path] != content}
    for path in changed:
        if before[path] is not None:
            _check_free(path)
    for parent in sorted({folder, *(path.parent for path in changed)}):
        with watching(parent):
            parent.mkdir(parents=True, exist_ok=True)
        _remove_leftovers(parent)
    _put_in_place(changed, before)


def _put_in_place(changed: Mapping[Path, bytes], before: Mapping[Path, bytes | None]) -> None:
    waiting: dict[Path, Path] = {}
    replaced: list[Path] = []
    try:
        for number, (path, content) in enumerate(changed.items()):
            waiting[path] = path.with_name(TEMPORARY.format(number))
            _write(waiting[path], content)
        for path, temporary in waiting.items():
            # Noted before it happens: Ctrl-C may come between the deed and the note.
            replaced.append(path)
            _replace(temporary, path)
    except BaseException:
        for path in replaced:
            with suppress(OSError):
                _restore(path, before[path])
        raise
    finally:
        for temporary in waiting.values():
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def _content(path: Path) -> bytes | None:
    if path.is_dir():
        raise Trouble("trouble.is-a-folder", path=str(path))
    with watching(path):
        return path.read_bytes() if path.is_file() else None


def _check_free(path: Path) -> None:
    """Whether a file may be replaced: Word keeps the files it has open from being written."""
    _retry(path, lambda: path.open("r+b").close())


def _write(temporary: Path, content: bytes) -> None:
    with watching(temporary), temporary.open("wb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())


def _replace(temporary: Path, path: Path) -> None:
    _retry(path, lambda: temporary.replace(path))


def _retry(path: Path, deed: Callable[[], object]) -> None:
    for attempt in range(1, ATTEMPTS + 1):
        try:
            deed()
        except PermissionError as error:
            if attempt == ATTEMPTS:
                raise trouble_with(error, path) from error
            time.sleep(PAUSE)
        except OSError as error:
            raise trouble_with(error, path) from error
        else:
            return


def _restore(path: Path, content: bytes | None) -> None:
    if content is None:
        path.unlink(missing_ok=True)
    elif path.read_bytes() != content:
        temporary = path.with_name(TEMPORARY.format("old"))
        try:
            temporary.write_bytes(content)
            temporary.replace(path)
        finally:
            temporary.unlink(missing_ok=True)


def _remove_leftovers(folder: Path) -> None:
    """Files that a killed build left; nobody else is at work here, for we hold the lock."""
    for leftover in folder.glob(TEMPORARY.format("*")):
        with suppress(OSError):
            leftover.unlink()
