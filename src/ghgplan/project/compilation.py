"""One plan down the road, from its files to the bytes of its documents, all in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field
from enum import StrEnum

from ghgplan.checks.check import check
from ghgplan.compute.report import compute
from ghgplan.compute.rest import findings_on_the_rest
from ghgplan.diagnostics import Diagnostic, Outcome, Severity
from ghgplan.document.blocks import Document, Edition
from ghgplan.document.compose import compose
from ghgplan.plan.model.plan import PlanFile
from ghgplan.project.addresses import PlanAddress
from ghgplan.project.findings import in_order
from ghgplan.project.hands import OWN, Hands
from ghgplan.project.loading import TextFile, load
from ghgplan.project.outputs import Looks, document_files, with_pages, written
from ghgplan.project.pdf import Converter
from ghgplan.project.pictures import Pictures
from ghgplan.project.request import Format, Request
from ghgplan.project.seen import Seen
from ghgplan.project.store.charts import StoredCharts
from ghgplan.project.store.documents import FormerDocuments
from ghgplan.project.store.templates import KeptTemplates
from ghgplan.project.templates import Templates
from ghgplan.project.word_templates import NamedTemplate, word_templates
from ghgplan.values import frozen

CHARTS = "charts"


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
    hands: Hands | None = OWN,
    former: Former = _NOTHING,
    converter: Converter | None = None,
) -> Compilation:
    """Compile one plan. Raises Trouble where a file of it cannot be read, or ``converter`` cannot lay it out.

    Without ``hands`` to draw and write with, the findings are the same and come sooner, but the outputs are none to be kept: pictures
    are blank, and files are empty where the template is known to be sound.
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
        pictures = Pictures(address.label, hands.draw if hands else None, former.charts)
        notice(Stage.DRAW)
        documents = made.value or ()
        missing = pictures.ask(documents)
        notice(Stage.EMIT)
        files = document_files(address.name, documents, pictures, looks, request.written, former.templates)
        outputs = Outcome(None, missing) if missing else written(files, looks, former.documents, hands)
        if converter and request.page_numbers and not outputs.failed:
            notice(Stage.LAY_OUT)
            outputs = with_pages(files, outputs.value or {}, converter)
        if not outputs.failed:
            outputs = Outcome({**_pictures(documents, pictures), **(outputs.value or {})}, outputs.diagnostics)
    diagnostics = in_order((*loaded.outcome.diagnostics, *in_word.diagnostics, *made.diagnostics, *outputs.diagnostics))
    failed = outputs.failed or in_word.failed
    loaded.seen.add(templates.seen)
    return Compilation({} if failed else outputs.value or {}, diagnostics, loaded.files, loaded.seen)


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


def _pictures(documents: Iterable[Document], pictures: Pictures) -> dict[str, bytes]:
    return {f"{CHARTS}/{name}": picture for document in documents for name, picture in pictures.of(document).items()}
