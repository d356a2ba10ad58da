"""The store of a build: for each plan a shelf with what is known of it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from ghgplan.diagnostics import Diagnostic
from ghgplan.project.addresses import PlanAddress
from ghgplan.project.file_names import same_name_key
from ghgplan.project.request import Format, Request
from ghgplan.project.seen import Seen
from ghgplan.project.store.charts import StoredCharts
from ghgplan.project.store.documents import DOCUMENTS, FormerDocuments, documents_path
from ghgplan.project.store.entries import STORE, place
from ghgplan.project.store.findings_data import read_again, written
from ghgplan.project.store.housekeeping import tidy
from ghgplan.project.store.identity import Identity, identity
from ghgplan.project.store.records import Change, Command, Disk, Known, Record, asked_of_plans, read_record, record_path, write_record
from ghgplan.project.store.templates import KeptTemplates
from ghgplan.project.user_cache import private_folder
from ghgplan.values import frozen

LOOKED_AROUND = frozenset({"GP-F01", "GP-F03", "GP-F04", "GP-F07", "GP-T05"})
"""Findings that stand on more than the files that were read: on what else lies in their folders."""


@frozen
class Kept:
    """Where the record of a plan's result is kept."""

    path: str
    command: Command


@frozen
class Shelf:
    """What the store knows of a plan and what is asked of it."""

    store: str
    plan: PlanAddress
    request: Request
    out: Path | None
    identity: Identity
    anew: bool

    @property
    def command(self) -> Command:
        request = self.request
        editions = tuple(map(str, request.editions))
        formats = tuple(str(kind) for kind in Format if kind in request.formats)
        verb = "build" if self.out else "check"
        asked = asked_of_plans(verb, editions, formats, self.place, strict=request.strict, page_numbers=request.page_numbers)
        return Command(self.plan.label, asked)

    @property
    def place(self) -> str:
        """How the store names the folder that all plans are written to."""
        return place(str(self.out), str(self.plan.project)) if self.out else ""

    @property
    def kept(self) -> Kept:
        return Kept(record_path(self.store, self.command), self.command)

    @property
    def charts(self) -> StoredCharts:
        return StoredCharts(self.store, self.identity.drawing, self.anew)

    @property
    def templates(self) -> KeptTemplates:
        return KeptTemplates(private_folder(os.environ), self.identity.source, self.anew)

    @property
    def has_written(self) -> bool:
        """Whether documents were written from this store before, of whatever plan: then its charts are most likely kept."""
        return not self.anew and Path(self.store, DOCUMENTS).is_dir()

    def documents(self) -> FormerDocuments | None:
        """The documents that stand in the plan's output folder; None where nothing is to be written."""
        if self.out is None:
            return None
        path = documents_path(self.store, self.plan.name, f"{self.plan.label}\t{self.place}")
        return FormerDocuments(path, self.out / self.plan.name, self.identity.source, self.anew)

    def record(self) -> Record | None:
        """The record of the last such build of the plan."""
        return read_record(self.kept.path, self.command)

    def changes(self, record: Record) -> tuple[Change, ...]:
        """Everything for which ``record`` no longer holds."""
        return tuple(Disk(str(self.plan.project)).changes(record, self.identity.source))

    def unchanged(self) -> Record | None:
        """The record, where it holds: then nothing is to be done."""
        record = None if self.anew else self.record()
        if record is None or self.changes(record):
            return None
        if record.signed_anew:
            write_record(self.kept.path, record)
        return record

    def keep(self, seen: Seen, findings: Iterable[Diagnostic], outputs: Mapping[str, str], *, failed: bool) -> Kept | None:
        """Keep what became of the plan: ``outputs`` are digests by path below its output folder. None where that cannot be kept."""
        findings = tuple(findings)
        told = written(findings)
        if seen.changing or read_again(told) != findings or any(finding.code in LOOKED_AROUND for finding in findings):
            return None
        project = str(self.plan.project)
        record = Record(self.command.line, self.identity.source, same_name_key(self.plan.name), int(failed), told)
        record.inputs = {place(str(path), project): known for path, known in sorted(seen.files.items())}
        record.absent = sorted(place(str(path), project) for path in seen.absent)
        record.outputs = self._outputs(outputs)
        return self.kept if write_record(self.kept.path, record) else None

    def _outputs(self, outputs: Mapping[str, str]) -> Known:
        # Without signatures: someone may have changed a file since it was written.
        return {f"{self._folder}/{name}": (known, "") for name, known in sorted(outputs.items())}

    def below_folder(self, output: str) -> str:
        """The path below the plan's own output folder of a file that the store names ``output``."""
        return output.removeprefix(f"{self._folder}/")

    @property
    def _folder(self) -> str:
        return place(f"{self.out}/{self.plan.name}", str(self.plan.project))


@dataclass(slots=True)
class Stores:
    """The stores of the projects that a command's plans belong to. ``anew``: nothing is taken from them."""

    anew: bool = False
    identities: dict[str, Identity | None] = field(default_factory=dict[str, Identity | None])

    def shelf(self, plan: PlanAddress, request: Request, out: Path | None) -> Shelf | None:
        """The plan's shelf; None where ghgplan itself is being changed."""
        store = f"{plan.project}/{STORE}"
        if store not in self.identities:
            self.identities[store] = None
            with suppress(OSError):  # ghgplan in a zip file has no list of files
                self.identities[store] = identity(store)
        known = self.identities[store]
        return Shelf(store, plan, request, out, known, self.anew) if known else None

    def tidy(self) -> None:
        """Keep the stores that were used small."""
        for store in self.identities:
            tidy(store)


def keep_shown(kept: Kept, manner: str, text: str) -> None:
    """Note what was printed of a result, so that it can be printed again before anything is loaded."""
    record = read_record(kept.path, kept.command)
    if record and record.shown.get(manner) != text:
        record.shown[manner] = text
        write_record(kept.path, record)
