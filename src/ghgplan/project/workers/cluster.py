"""Plans built on a Dask cluster: sent as values, and what they became brought back and written here.

The cluster's scheduler sees to workers that go away: it gives their plans to others. What is
written is written by this process alone, each plan once.
"""

from __future__ import annotations

import time
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import contextmanager, suppress
from dataclasses import replace
from queue import Empty, SimpleQueue
from typing import Any
from uuid import uuid4

from ghgplan.project.addresses import PlanAddress
from ghgplan.project.bug import bug_of
from ghgplan.project.building import PlanResult, build_stale, converter_for, deliver
from ghgplan.project.compilation import Former, Stage
from ghgplan.project.course import Course
from ghgplan.project.store.shelf import LOOKED_AROUND, Stores
from ghgplan.project.trouble import Trouble
from ghgplan.project.work import Work
from ghgplan.project.workers.ordering import in_order
from ghgplan.project.workers.parcels import Packed, Reply, build_parcel, pack, unpack
from ghgplan.project.workers.sameness import difference, sameness
from ghgplan.values import frozen

_SECONDS_TO_CONNECT = 10
_SECONDS_ALONE = 60.0
"""How long a cluster may be without workers before it is given up."""
_BLINK = 0.2
"""Seconds between looks at Ctrl-C and at the cluster."""
_TALKATIVE = ("distributed", "distributed.client", "tornado.application")
_AHEAD = 2
"""Plans that are sent for each thread of the cluster: one at work, one waiting."""


def build_on_cluster(
    plans: Sequence[PlanAddress], work: Work, stores: Stores | None, address: str, course: Course
) -> Generator[PlanResult]:
    """Build ``plans`` on the cluster at ``address``; the results in the order of ``plans``. Raises Trouble where the cluster is of no use."""
    with _connected(address) as client:
        site = _Site(client, plans, work, stores, course, address)
        try:
            yield from in_order(site.results())
        finally:
            site.leave()


@contextmanager
def _connected(address: str) -> Generator[Any]:
    try:
        from dask import config

        # It would tell of every worker that comes and goes, and reads this as it is loaded.
        config.set({"logging": dict.fromkeys(_TALKATIVE, "critical")})
        from distributed import Client
    except ImportError:
        raise Trouble("trouble.cluster-extra") from None
    try:
        client = Client(address, timeout=_SECONDS_TO_CONNECT, set_as_default=False)
    except (OSError, ValueError, ImportError) as error:
        raise Trouble("trouble.no-cluster", address=address, problem=str(error) or type(error).__name__) from None
    try:
        yield client
    finally:
        with suppress(Exception):  # a scheduler that is gone cannot be taken leave of
            client.close(timeout=_SECONDS_TO_CONNECT)  # pyright: ignore[reportUnknownMemberType]


@frozen
class _Sent:
    """A plan that is on its way."""

    number: int
    plan: PlanAddress
    packed: Packed
    started: float


class _Site:
    """The plans of one command on a cluster."""

    def __init__(self, client: Any, plans: Sequence[PlanAddress], work: Work, stores: Stores | None, course: Course, address: str) -> None:
        self._client = client
        self._waiting = enumerate(plans)
        self._left = len(plans)
        self._work = work
        self._stores = stores
        self._course = course
        self._address = address
        self._sent: dict[Any, _Sent] = {}
        self._done: SimpleQueue[Any] = SimpleQueue()
        self._run = uuid4().hex
        self._threads = 0
        self._seen_workers = time.monotonic()

    def results(self) -> Iterator[tuple[int, PlanResult]]:
        """The results by number, in the order in which they come."""
        self._look()
        while self._left:
            yield from self._send()
            try:
                future = self._done.get(timeout=_BLINK)
            except Empty:
                self._look()
                continue
            self._seen_workers = time.monotonic()
            sent = self._sent.pop(future)
            yield self._finished(sent.number, self._result(future, sent))

    def leave(self) -> None:
        """Give up what was sent and has not come back."""
        if self._sent:
            with suppress(Exception):
                self._client.cancel(list(self._sent), force=True)

    def _look(self) -> None:
        """See how many workers there are. Raises Trouble where there were none for long."""
        try:
            threads: int = sum(self._client.nthreads().values())
        except Exception as error:  # of whatever kind: the scheduler does not answer
            raise Trouble("trouble.no-cluster", address=self._address, problem=str(error) or type(error).__name__) from None
        now = time.monotonic()
        self._seen_workers = now if threads else self._seen_workers
        self._threads = threads or self._threads or 1
        if now - self._seen_workers > _SECONDS_ALONE:
            raise Trouble("trouble.no-workers", address=self._address, seconds=f"{_SECONDS_ALONE:.0f}")

    def _send(self) -> Iterator[tuple[int, PlanResult]]:
        """Keep the workers busy; plans that cannot be sent are built here."""
        while len(self._sent) < _AHEAD * self._threads and (following := next(self._waiting, None)):
            number, plan = following
            self._course.notice(plan, Stage.READ)
            try:
                packed = pack(plan, self._work)
            except (Trouble, OSError):
                packed = None
            if packed is None:
                yield self._finished(number, self._here(plan))
                continue
            future = self._client.submit(build_parcel, packed.parcel, key=f"ghgplan-{self._run}-{number}", pure=False)
            self._sent[future] = _Sent(number, plan, packed, time.perf_counter())
            future.add_done_callback(self._done.put)

    def _finished(self, number: int, result: PlanResult) -> tuple[int, PlanResult]:
        self._left -= 1
        self._course.finished()
        return number, result

    def _result(self, future: Any, sent: _Sent) -> PlanResult:
        """What became of a plan that came back. Raises Trouble where the cluster's ghgplan is not this one."""
        from distributed.scheduler import KilledWorker

        try:
            reply: Reply = future.result()
        except KilledWorker:
            return PlanResult(sent.plan, trouble=Trouble("trouble.worker-died", plan=sent.plan.name))
        except ImportError as error:
            raise Trouble("trouble.cluster-lacks", problem=str(error)) from None
        except CancelledError as error:  # nobody cancels but the connection that is lost
            raise Trouble("trouble.no-cluster", address=self._address, problem=type(error).__name__) from None
        except Exception as error:  # this plan's own misfortune
            return PlanResult(sent.plan, bug=bug_of(error))
        if reply.other:
            here, there = difference(sameness(), reply.other)
            raise Trouble("trouble.cluster-differs", here=here, there=there)
        if reply.refused or any(finding.code in LOOKED_AROUND for finding in reply.diagnostics):
            return self._here(sent.plan)
        made = unpack(sent.packed, reply, sent.plan)
        result = deliver(sent.plan, self._work, self._shelf(sent.plan), Former(), made, lambda stage: self._course.notice(sent.plan, stage))
        return replace(result, seconds=time.perf_counter() - sent.started)

    def _here(self, plan: PlanAddress) -> PlanResult:
        """Build a plan on this machine: it tells of what stands around the plan, which was not sent."""
        return build_stale(plan, self._work, self._shelf(plan), converter_for(self._work), lambda stage: self._course.notice(plan, stage))

    def _shelf(self, plan: PlanAddress) -> Any:
        return self._stores.shelf(plan, self._work.request, self._work.out) if self._stores else None
