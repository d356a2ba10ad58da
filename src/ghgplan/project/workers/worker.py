"""A worker: a process that does task after task for the one that started it, ``python -m ghgplan.project.workers.worker``.

It reads from its input what its trade is, then a task at a time; and writes to its output
how each task stands, then what became of it. It ends when its input does, in the midst of a
task too: then nobody waits for it any more.
"""

from __future__ import annotations

import os
from _thread import interrupt_main
from contextlib import suppress
from pickle import dump, load
from queue import SimpleQueue
from threading import Thread
from typing import TYPE_CHECKING, Any, BinaryIO

if TYPE_CHECKING:
    from ghgplan.project.workers.trades import Trade


def main() -> None:
    """Work until there is no more to be read."""
    with suppress(KeyboardInterrupt, BrokenPipeError):
        _Worker(*_streams()).work()


def _streams() -> tuple[BinaryIO, BinaryIO]:
    """Where tasks come from and results go to. Whatever else is printed goes to where errors go."""
    tasks, results = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    return tasks, results


class _Worker:
    def __init__(self, tasks: BinaryIO, results: BinaryIO) -> None:
        self._tasks = tasks
        self._results = results
        self._waiting: SimpleQueue[Any] = SimpleQueue()
        self._busy = True

    def work(self) -> None:
        # Loaded in the midst of work: whoever started this process does not wait for it.
        from ghgplan.project.garbage import collect_seldom
        from ghgplan.project.interruption import insist_on_interruption

        collect_seldom()
        insist_on_interruption()
        Thread(target=self._listen, daemon=True).start()
        trade: Trade = self._next()
        do = trade.begin()
        from ghgplan.project.workers.trades import Done

        while True:
            self._tell(Done(do(self._next(), self._tell)))

    def _next(self) -> Any:
        self._busy = False
        try:
            return self._waiting.get()
        finally:
            self._busy = True

    def _tell(self, news: Any) -> None:
        dump(news, self._results)
        self._results.flush()

    def _listen(self) -> None:
        # Until the input ends, or brings what cannot be read: a worker of no use.
        with suppress(Exception):
            while True:
                self._waiting.put(load(self._tasks))  # noqa: S301 - from the process that started this one
        if not self._busy:
            os._exit(0)
        interrupt_main()
        # Should it have begun to wait at this moment, it sees the interruption when it wakes.
        self._waiting.put(None)


if __name__ == "__main__":
    try:
        main()
    finally:
        # The thread that listens is in the midst of reading, which would hold the process.
        os._exit(0)
