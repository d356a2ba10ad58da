"""One plan built: compiled, written, kept in the store; whatever goes wrong is its result."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import field, replace
from pathlib import Path

from ghgplan.diagnostics import Diagnostic
from ghgplan.project.addresses import PlanAddress
from ghgplan.project.bug import Bug, bug_of
from ghgplan.project.compilation import Compilation, Former, Stage, compile_plan
from ghgplan.project.hands import OWN, Hands
from ghgplan.project.loading import TextFile, lines_of
from ghgplan.project.manifest import MANIFEST, manifest, read_manifest, remove_stale
from ghgplan.project.pdf import Converter, as_pdf, find_converter
from ghgplan.project.request import Format, Request
from ghgplan.project.store.entries import digest
from ghgplan.project.store.findings_data import read_again
from ghgplan.project.store.records import Record
from ghgplan.project.store.shelf import Kept, Shelf
from ghgplan.project.templates import load_templates
from ghgplan.project.trouble import Trouble
from ghgplan.project.work import Work
from ghgplan.project.writing import write_together
from ghgplan.values import frozen

_WORD_ENDING = f".{Format.WORD}"


@frozen
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
    bug: Bug | None = None
    failed: bool = False
    """True where the plan itself, or a template, is in error."""
    unchanged: bool = False
    """True where nothing was to be done: all is as a former build left it."""
    kept: Kept | None = None
    """Where the store has this result."""
    seconds: float = field(default=0.0, compare=False)
    """How long it took."""


@frozen
class Made:
    """A plan compiled, or what kept it from that."""

    compiled: Compilation
    trouble: Trouble | None = None
    bug: Bug | None = None


def converter_for(work: Work) -> Converter | None:
    """The office program where ``work`` takes one. Raises Trouble where there is none."""
    return find_converter() if work.out and (work.request.page_numbers or Format.PDF in work.request.formats) else None


def as_before(shelf: Shelf) -> PlanResult | None:
    """The former result of a plan for which nothing is to be done; None where something is."""
    try:
        record = shelf.unchanged()
        return _as_before(shelf, record) if record else None
    except OSError:  # a file that went away as it was looked at
        return None


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


def build_stale(
    plan: PlanAddress,
    work: Work,
    shelf: Shelf | None,
    converter: Converter | None,
    notice: Callable[[Stage], None],
    hands: Hands = OWN,
) -> PlanResult:
    """Build one plan, with what its ``shelf`` has of it. Never raises but for Ctrl-C."""
    started = time.perf_counter()
    former = former_of(shelf, work)
    result = deliver(plan, work, shelf, former, make(plan, work, former, converter, notice, hands), notice)
    return replace(result, seconds=time.perf_counter() - started)


def former_of(shelf: Shelf | None, work: Work) -> Former:
    """What of earlier builds can be taken over."""
    if shelf is None:
        return Former()
    # Page numbers are an office program's: a document is not the same for having been made from the same.
    return Former(shelf.charts, None if work.request.page_numbers else shelf.documents(), shelf.templates)


def make(
    plan: PlanAddress,
    work: Work,
    former: Former,
    converter: Converter | None,
    notice: Callable[[Stage], None],
    hands: Hands = OWN,
) -> Made:
    """Compile one plan, with PDF where it is asked for; nothing is written."""
    request = work.request
    compiled = Compilation()
    try:
        compiled = compile_plan(
            plan, request, load_templates(plan.project), notice, hands=hands if work.out else None, former=former, converter=converter
        )
        if converter and Format.PDF in request.formats and not request.fails(compiled.diagnostics):
            notice(Stage.LAY_OUT)
            compiled = replace(compiled, outputs=_with_pdf(compiled.outputs, request, converter))
    except Trouble as trouble:
        return Made(compiled, trouble)
    except MemoryError:
        return Made(compiled, Trouble("trouble.no-memory"))
    except Exception as bug:  # the other plans are still built; the command line says what to do about it
        return Made(compiled, bug=bug_of(bug))
    return Made(compiled)


def deliver(plan: PlanAddress, work: Work, shelf: Shelf | None, former: Former, made: Made, notice: Callable[[Stage], None]) -> PlanResult:
    """Write what was made of a plan, and keep in its ``shelf`` what became of it."""
    compiled, trouble, bug = made.compiled, made.trouble, made.bug
    failed = work.request.fails(compiled.diagnostics)
    written: Mapping[str, str] = {}
    if work.out and not (failed or trouble or bug):
        notice(Stage.WRITE)
        try:
            written = _write(work.out / plan.name, compiled.outputs, work.request)
        except Trouble as refused:
            trouble = refused
        except Exception as error:  # as above
            bug = bug_of(error)
    if trouble or bug:
        return PlanResult(plan, compiled.diagnostics, compiled.files, trouble=trouble, bug=bug)
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
