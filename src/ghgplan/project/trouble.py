"""What the surroundings refuse: a full disk, a locked file, a missing permission."""

from __future__ import annotations

import errno
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class Trouble(Exception):  # noqa: N818 - not an error of the program, and not shown as one
    """Something outside the plans that stops a build.

    ``name`` is a message of the terminal catalogue (``trouble.disk-full``), ``arguments``
    fill it. Raised, not returned: nothing an author writes can cause or mend it.
    """

    def __init__(self, name: str, /, **arguments: str) -> None:
        super().__init__(name, arguments)
        self.name = name
        self.arguments = arguments

    def __reduce__(self) -> tuple[object, ...]:
        # An exception is otherwise made again from positions alone, in the process that it is passed to.
        return _again, (self.name, self.arguments)


def _again(name: str, arguments: dict[str, str]) -> Trouble:
    return Trouble(name, **arguments)


def trouble_with(error: OSError, path: Path) -> Trouble:
    """The trouble that the system's ``error`` on ``path`` stands for."""
    if error.errno in _FULL:
        return Trouble("trouble.disk-full", folder=str(path.parent))
    match error:
        case _ if error.errno == errno.EROFS:
            return Trouble("trouble.read-only-folder", folder=str(path.parent))
        case IsADirectoryError():
            return Trouble("trouble.is-a-folder", path=str(path))
        case NotADirectoryError() | FileExistsError():
            return Trouble("trouble.not-a-folder", path=str(path if path.exists() else path.parent))
        case PermissionError() if path.is_dir():
            return Trouble("trouble.read-only-folder", folder=str(path))
        case PermissionError() if path.exists():
            return Trouble("trouble.file-in-use", path=str(path))
        case PermissionError():
            return Trouble("trouble.read-only-folder", folder=str(path.parent))
        case _ if error.errno == errno.ENAMETOOLONG:
            return Trouble("trouble.name-too-long", path=str(path))
        case _:
            return Trouble("trouble.other", path=str(path), problem=error.strerror or str(error))


@contextmanager
def watching(path: Path) -> Generator[None]:
    """Turns any OSError of the block into the Trouble with ``path``."""
    try:
        yield
    except OSError as error:
        raise trouble_with(error, path) from error
