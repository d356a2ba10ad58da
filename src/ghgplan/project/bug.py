"""An error of ghgplan's own, told as text: so it can be passed from one process to another."""

from __future__ import annotations

from ghgplan.values import frozen


@frozen
class Bug:
    """What went wrong inside: in one line, and with all that was at work."""

    told: str
    trace: str

    def __str__(self) -> str:
        return self.told


def bug_of(error: Exception) -> Bug:
    """The bug that ``error`` stands for."""
    # Loaded only where there is a bug.
    import traceback

    return Bug(f"{type(error).__name__}: {error}", "".join(traceback.format_exception(error)).rstrip())
