"""A worker as seen by the process that started it."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from ghgplan.project.programs import end_tree
from ghgplan.project.workers.trades import Done, Trade

_MODULE = "ghgplan.project.workers.worker"
_START = "import sys; module, *sys.path[:] = sys.argv[1:]; import runpy; runpy.run_module(module, run_name='__main__')"
"""Modules are found where this process finds them. Said here, not in PYTHONPATH: an office program that the worker starts would read that."""
_SECONDS_TO_END = 2.0


class WorkerDied(Exception):  # noqa: N818 - what became of the worker; whoever asked it decides what that means
    """The worker ended before it had a result: it was killed, ran out of memory, or could not start."""


class WorkerProcess:
    """One process that does one task at a time. Raises WorkerDied where it cannot be started."""

    def __init__(self, trade: Trade) -> None:
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the command is ours, and no shell reads it
                # Without -P, modules would be looked for among the user's own files first.
                [sys.executable, "-P", "-c", _START, _MODULE, *sys.path],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                # Ctrl-C is for the command, which then ends its workers.
                start_new_session=sys.platform != "win32",
                creationflags=subprocess.CREATE_NEW_PROCESS_GROUP if sys.platform == "win32" else 0,
            )
        except OSError as error:
            raise WorkerDied from error
        try:
            self.give(trade)
        except WorkerDied:
            self.end()
            raise

    def do(self, task: object, notice: Callable[[Any], None]) -> Any:
        """What became of ``task``, which ``notice`` is told of meanwhile. Raises WorkerDied."""
        self.give(task)
        return self.take(notice)

    def take(self, notice: Callable[[Any], None]) -> Any:
        """What became of the task that was given. Raises WorkerDied."""
        while True:
            news = self._hear()
            if isinstance(news, Done):
                return news.result
            notice(news)

    def dismiss(self) -> None:
        """Tell the worker that nothing more comes: an idle one ends, one at work breaks off."""
        if self._process.stdin:
            with suppress(OSError):
                self._process.stdin.close()

    def end(self) -> None:
        """See to it that the worker, which was dismissed, has ended."""
        self.dismiss()
        if self._process.stdout:
            # A worker that is telling what nobody listens to any more hears of nothing else.
            self._process.stdout.close()
        try:
            self._process.wait(_SECONDS_TO_END)
        except subprocess.TimeoutExpired:
            end_tree(self._process)

    def give(self, task: object) -> None:
        """Let the worker begin with ``task``. Raises WorkerDied."""
        try:
            if self._process.stdin:
                pickle.dump(task, self._process.stdin)
                self._process.stdin.flush()
        except (OSError, ValueError) as error:  # its end of the pipe is closed, or ours
            raise WorkerDied from error

    def _hear(self) -> Any:
        try:
            # From a process that we started, through a pipe that nobody else has.
            return pickle.load(self._process.stdout) if self._process.stdout else None  # noqa: S301
        except (OSError, EOFError, ValueError, pickle.UnpicklingError) as error:
            raise WorkerDied from error
