"""One plan down the road, from its files to the bytes of its documents, all in memory."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field, replace
from enum import StrEnum
from functools import partial

from ghgplan.checks.check import check
from ghgplan.compute.report import compute
from ghgplan.compute.rest import findings_on_the_rest
from ghgplan.diagnostics import Diagnostic, Outcome, Severity, Span
from ghgplan.document.blocks import Document, Edition
from ghgplan.document.compose import compose
from ghgplan.emit.markdown import write_markdown
from ghgplan.emit.shipped import is_shipped
from ghgplan.emit.word import TemplateError, write_word
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.plan import PlanFile
from ghgplan.project.addresses import PlanAddress
from ghgplan.project.findings import in_order
from ghgplan.project.loading import TextFile, load
from ghgplan.project.page_numbers import Draft, PageNumbers, with_page_numbers
from ghgplan.project.pdf import Converter
from ghgplan.project.pictures import Draw, Pictures, draw_here
from ghgplan.project.request import Format, Request
from ghgplan.project.seen import Seen
from ghgplan.project.store.charts import StoredCharts
from ghgplan.project.store.documents import FormerDocuments
from ghgplan.project.store.templates import KeptTemplates
from ghgplan.project.templates import FOLDER, MARKDOWN, Templates
from ghgplan.project.word_templates import NamedTemplate, word_templates
from ghgplan.values import frozen

CHARTS = "charts"

_NO_PAGES: PageNumbers = Frozen()


class Stage(StrEnum):
    """Where on the road a plan is, for showing progress."""

    READ = "read"
    COMPUTE = "compute"
    CHECK = "check"
    COMPOSE = "compose"
    DRAW = "draw"
    EMIT = "emit"
    LAY_OUT = "lay out"
    WRITE = "write"


Notice = Callable[[Stage], None]


@frozen
class Compilation:
    """What a plan became: its files' bytes by path below ``out/<plan>/``, none where a finding is an error."""

    outputs: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    diagnostics: tuple[Diagnostic, ...] = ()
    files: Mapping[str, TextFile] = field(default_factory=dict[str, TextFile])
    seen: Seen = field(default_factory=Seen)


@frozen
class Former:
    """What earlier builds made, and this one need not make again."""

    charts: StoredCharts | None = None
    documents: FormerDocuments | None = None
    templates: KeptTemplates = field(default_factory=lambda: KeptTemplates(None, ""))


_NOTHING = Former()


def compile_plan(
    address: PlanAddress,
    request: Request,
    templates: Templates,
    notice: Notice,
    *,
    draw: Draw | None = draw_here,
    former: Former = _NOTHING,
    converter: Converter | None = None,
) -> Compilation:
    """Compile one plan. Raises Trouble where a file of it cannot be read, or ``converter`` cannot lay it out.

    With nothing to ``draw`` charts with, the findings are the same and come sooner, but the outputs are none to be kept: pictures are
    blank, and files are empty where the template is known to be sound.
    """
    notice(Stage.READ)
    loaded = load(address)
    plan_file = loaded.outcome.value
    if plan_file is None or loaded.outcome.failed:
        further = findings_on_the_rest(plan_file) if plan_file else ()
        return Compilation({}, in_order((*loaded.outcome.diagnostics, *further)), loaded.files, loaded.seen)
    in_word = word_templates(plan_file, templates) if Format.WORD in request.written else Outcome(tuple[NamedTemplate, ...]())
    made = _documents(plan_file, request, notice)
    outputs: Outcome[dict[str, bytes]] = Outcome({})
    if not made.failed and not in_word.failed:
        looks = Looks(in_word.value or (), templates.markdown)
        # A template of the company's own tells all of its faults only when it is filled.
        writing = draw is not None or not looks.shipped
        layout = converter if request.page_numbers else None
        pictures = Pictures(address.label, draw, former.charts)
        outputs = _outputs(pictures, address.name, made.value or (), request, looks, notice, former, layout, writing=writing)
    diagnostics = in_order((*loaded.outcome.diagnostics, *in_word.diagnostics, *made.diagnostics, *outputs.diagnostics))
    failed = outputs.failed or in_word.failed
    loaded.seen.add(templates.seen)
    return Compilation({} if failed else outputs.value or {}, diagnostics, loaded.files, loaded.seen)


@frozen
class Looks:
    """The templates of one plan: of Word those that it names, of Markdown the text of the only one."""

    word: tuple[NamedTemplate, ...]
    markdown: str

    @property
    def shipped(self) -> bool:
        """Whether all are templates that ghgplan ships: then filling them finds nothing."""
        return is_shipped(self.markdown.encode()) and all(is_shipped(template.content) for template in self.word)


def _documents(plan_file: PlanFile, request: Request, notice: Notice) -> Outcome[tuple[Document, ...]]:
    """The plan's documents, one for each edition; the findings of all editions at once."""
    editions = tuple(Edition(name) for name in plan_file.plan.document.languages if Edition(name) in request.editions)
    if not editions:
        where = ("document", "languages")
        arguments = {"asked": ", ".join(request.editions), "languages": ", ".join(plan_file.plan.document.languages)}
        nothing = Diagnostic("GP-F12", plan_file.source.span(where), where, arguments, Severity.WARNING)
        return Outcome((), (nothing,))
    notice(Stage.COMPUTE)
    report = compute(plan_file)
    if report.value is None:
        return Outcome(None, report.diagnostics)
    failures = tuple(found for found in report.diagnostics if found.severity is Severity.ERROR)
    notice(Stage.CHECK)
    findings = list(check(report.value, report.diagnostics))
    accepted = tuple(found for found in findings if found.severity is Severity.ACCEPTED)
    notice(Stage.COMPOSE)
    documents: list[Document] = []
    for edition in editions:
        document = compose(report.value, edition, failures, accepted)
        findings += document.diagnostics
        if document.value is not None:
            documents.append(document.value)
    return Outcome(tuple(documents), tuple(findings))


def _outputs(
    pictures: Pictures,
    name: str,
    documents: tuple[Document, ...],
    request: Request,
    looks: Looks,
    notice: Notice,
    former: Former,
    layout: Converter | None,
    *,
    writing: bool,
) -> Outcome[dict[str, bytes]]:
    """The files of all documents, pictures first. Empty ones without ``writing``."""
    notice(Stage.DRAW)
    findings = pictures.ask(documents)
    if findings:
        return Outcome(None, findings)
    notice(Stage.EMIT)
    shown = [pictures.of(document) for document in documents]
    outputs: dict[str, bytes] = {}
    # Markdown first, for it names the pictures and does not wait for them.
    for document in documents if Format.MARKDOWN in request.written else ():
        written = _markdown(document, looks.markdown) if writing else Outcome(b"")
        if written.value is None:
            return Outcome(None, written.diagnostics)
        outputs[f"{name}.{document.edition}.{Format.MARKDOWN}"] = written.value
    drafts: dict[str, Draft] = {}
    for document, its in zip(documents, shown, strict=True):
        for template in looks.word if Format.WORD in request.written else ():
            file = f"{name}{template.mark}.{document.edition}.{Format.WORD}"
            known = former.documents.find(file, document, template.content) if former.documents else None
            write = partial(_word, document, its, template.content, former.templates)
            try:
                outputs[file] = known or (write() if writing else b"")
            except TemplateError as error:
                return Outcome(None, (Diagnostic(error.code, Span(template.label, 1, 1), arguments=error.arguments),))
            drafts[file] = Draft(outputs[file], document, template.label, write)
    outputs = {f"{CHARTS}/{file}": picture for its in shown for file, picture in its.items()} | outputs
    if layout is None:
        return Outcome(outputs)
    notice(Stage.LAY_OUT)
    numbered = with_page_numbers(drafts, layout)
    return Outcome(outputs | (numbered.value or {}), numbered.diagnostics)


def _word(document: Document, pictures: Mapping[str, bytes], template: bytes, kept: KeptTemplates, pages: PageNumbers = _NO_PAGES) -> bytes:
    return write_word(replace(document, pages=pages) if pages else document, pictures, kept.prepared(template))


def _markdown(document: Document, template: str) -> Outcome[bytes]:
    # Loaded only where a file is written.
    import jinja2

    try:
        return Outcome(write_markdown(document, template).encode())
    except jinja2.TemplateError as error:
        return Outcome(None, (_markdown_template_finding(error),))


def _markdown_template_finding(error: Exception) -> Diagnostic:
    line = getattr(error, "lineno", 1)
    return Diagnostic("GP-F21", Span(f"{FOLDER}/{MARKDOWN}", line, 1), arguments={"template": MARKDOWN, "problem": str(error)})
