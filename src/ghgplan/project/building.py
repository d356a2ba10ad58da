"""Builds plans one after the other; what is wrong with one does not stop the others."""

from __future__ import annotations

import gc
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from ghgplan.diagnostics import Diagnostic
from ghgplan.project.addresses import PlanAddress, name_findings
from ghgplan.project.compilation import Compilation, Former, Stage, compile_plan
from ghgplan.project.loading import TextFile, lines_of
from ghgplan.project.manifest import MANIFEST, manifest, read_manifest, remove_stale
from ghgplan.project.pdf import Converter, as_pdf, find_converter
from ghgplan.project.request import Format, Request
from ghgplan.project.store.entries import digest
from ghgplan.project.store.findings_data import read_again
from ghgplan.project.store.records import Record
from ghgplan.project.store.shelf import Kept, Shelf, Stores
from ghgplan.project.templates import load_templates
from ghgplan.project.trouble import Trouble
from ghgplan.project.writing import sole_builder, write_together

_WORD_ENDING = f".{Format.WORD}"


@dataclass(frozen=True, slots=True)
class PlanResult:
    """What became of one plan.

    ``outputs`` are the documents' and pictures' paths below the plan's folder, sorted.
    ``trouble`` is what the surroundings refused, ``bug`` an error of ghgplan's own: in
    either case, and where ``failed``, nothing was written.
    """

    plan: PlanAddress
    diagnostics: tuple[Diagnostic, ...] = ()
    files: Mapping[str, TextFile] = field(default_factory=dict[str, TextFile])
    outputs: tuple[str, ...] = ()
    trouble: Trouble | None = None
    bug: Exception | None = None
    failed: bool = False
    """True where the plan itself, or a template, is in error."""
    unchanged: bool = False
    """True where nothing was to be done: all is as a former build left it."""
    kept: Kept | None = None
    """Where the store has this result."""


Progress = Callable[[int, PlanAddress, Stage], None]
"""Told the plan's position (from 0), the plan, and what is done with it now."""


def build_plans(
    plans: Sequence[PlanAddress], request: Request, out: Path | None, progress: Progress, stores: Stores | None = None
) -> Generator[PlanResult]:
    """Build ``plans`` into ``out/<plan>/``; with ``out`` None only look for findings.

    What ``stores`` know to be unchanged is not built again; without them everything is. Raises Trouble before the first result where ``out`` cannot be used.
    """
    names = name_findings(plans)
    converter = find_converter() if out and (request.page_numbers or Format.PDF in request.formats) else None
    has_drawn = False
    with sole_builder(out) if out else nullcontext():
        for number, plan in enumerate(plans):
            if plan in names:
                yield PlanResult(plan, (names[plan],), failed=True)
                continue
            shelf = stores.shelf(plan, request, out) if stores else None
            if has_drawn:
                # Charts leave circles of objects behind, with megabytes of pixels each, for which Python looks hundreds of plans later.
                gc.collect(1)
            result = build_plan(plan, request, out, shelf, converter, lambda stage, number=number, plan=plan: progress(number, plan, stage))
            has_drawn = out is not None and not result.unchanged
            yield result
    if stores:
        stores.tidy()


def build_plan(
    plan: PlanAddress, request: Request, out: Path | None, shelf: Shelf | None, converter: Converter | None, notice: Callable[[Stage], None]
) -> PlanResult:
    """Build one plan, or take from its ``shelf`` that nothing is to be done. Never raises but for Ctrl-C."""
    try:
        record = shelf.unchanged() if shelf else None
        former = _as_before(shelf, record) if shelf and record else None
    except OSError:  # a file that went away as it was looked at
        former = None
    return former or _build(plan, request, out, shelf, converter, notice)


def _as_before(shelf: Shelf, record: Record) -> PlanResult | None:
    """The result that the record tells of; None where it cannot be told again."""
    findings = read_again(record.findings)
    if findings is None:
        return None
    project = shelf.plan.project
    shown = {finding.span.file for finding in findings}
    files = {name: TextFile(project / name, lines_of((project / name).read_bytes())) for name in record.inputs if name in shown}
    outputs = sorted(shelf.below_folder(name) for name in record.outputs)
    made = tuple(name for name in outputs if name != MANIFEST)
    return PlanResult(shelf.plan, findings, files, made, failed=bool(record.code), unchanged=True, kept=shelf.kept)


def _build(
    plan: PlanAddress, request: Request, out: Path | None, shelf: Shelf | None, converter: Converter | None, notice: Callable[[Stage], None]
) -> PlanResult:
    compiled = Compilation()
    written: Mapping[str, str] = {}
    # Page numbers are an office program's: a document is not the same for having been made from the same.
    former = Former(shelf.charts, None if request.page_numbers else shelf.documents(), shelf.templates) if shelf else Former()
    try:
        compiled = compile_plan(
            plan, request, load_templates(plan.project), notice, drawing=out is not None, former=former, converter=converter
        )
        failed = request.fails(compiled.diagnostics)
        if out and not failed:
            if converter and Format.PDF in request.formats:
                notice(Stage.LAY_OUT)
                compiled = replace(compiled, outputs=_with_pdf(compiled.outputs, request, converter))
            notice(Stage.WRITE)
            written = _write(out / plan.name, compiled.outputs, request)
    except Trouble as trouble:
        return PlanResult(plan, compiled.diagnostics, compiled.files, trouble=trouble)
    except Exception as bug:  # the other plans are still built; the command line says what to do about it
        return PlanResult(plan, compiled.diagnostics, compiled.files, bug=bug)
    outputs = () if failed else tuple(sorted(compiled.outputs))
    kept = shelf.keep(compiled.seen, compiled.diagnostics, written, failed=failed) if shelf else None
    if former.documents and written:
        former.documents.keep(written)
    return PlanResult(plan, compiled.diagnostics, compiled.files, outputs, failed=failed, kept=kept)


def _with_pdf(outputs: Mapping[str, bytes], request: Request, converter: Converter) -> dict[str, bytes]:
    """The outputs and a PDF of each Word file, which is kept where it was asked for itself."""
    word = {name: content for name, content in outputs.items() if name.endswith(_WORD_ENDING)}
    kept = outputs if Format.WORD in request.formats else {name: content for name, content in outputs.items() if name not in word}
    return {**kept, **{_pdf_name(name): content for name, content in as_pdf(converter, word).items()}}


def _pdf_name(word: str) -> str:
    return f"{word.removesuffix(_WORD_ENDING)}.{Format.PDF}"


def _write(folder: Path, outputs: Mapping[str, bytes], request: Request) -> dict[str, str]:
    """Write the files of a plan and their manifest; what was written, by digest."""
    if not outputs:
        return {}
    former = read_manifest(folder)
    current = {name: digest(content) for name, content in outputs.items()}
    made = dict(current)
    if not request.is_whole:
        # A build of one language says nothing about the files of the others.
        current = {name: value for name, value in former.items() if (folder / name).is_file()} | current
    elif Format.PDF not in request.formats:
        current |= _still_right(former, current)
    listed = manifest(current)
    write_together(folder, {**outputs, MANIFEST: listed})
    remove_stale(folder, former, current)
    return {**made, MANIFEST: digest(listed)}


def _still_right(former: Mapping[str, str], current: Mapping[str, str]) -> dict[str, str]:
    """The former PDF files whose Word files have not changed since: the others would tell of another plan."""
    words = [name for name in current if name.endswith(_WORD_ENDING) and former.get(name) == current[name]]
    return {name: former[name] for name in map(_pdf_name, words) if name in former}
