"""What the plan shows of each of the ASI criteria 5.1 to 5.4 (ASI 符合性对照)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ghgplan.catalogue import Language, catalogue
from ghgplan.checks.criteria.conformance import conformance
from ghgplan.checks.criteria.judgement import Judgement, Remark
from ghgplan.document.blocks import Row, Words
from ghgplan.document.tables.entities import name_or_whole
from ghgplan.document.tables.grid import Grid, head, text
from ghgplan.document.tables.pathways import boundary, entity_name
from ghgplan.document.wording import NOTHING, Wording, figure, line_text
from ghgplan.plan.model.outline import Item
from ghgplan.reference.criteria import Criterion
from ghgplan.reference.entries import Verification

COLUMNS = ("criterion", "requirement", "status", "shown", "lacking")

MOST_PLACES = 3
"""So many places of a plan are named; what follows is left out."""


def conformance_table(wording: Wording, _item: Item) -> Grid:
    """A row for each criterion: what it asks for in words of ours, how far it is met, what shows it and what lacks."""
    heads = tuple(head(wording.label(f"column.conformance {column}")) for column in COLUMNS)
    rows = tuple(_row(wording, judgement) for judgement in conformance(wording.report))
    return Grid(wording.label("table.conformance"), (heads,), rows, wording.label("note.conformance"))


def _row(wording: Wording, judgement: Judgement) -> Row:
    return (
        text(figure(judgement.criterion.id), align="center"),
        text(_requirement(wording, judgement.criterion)),
        text(_message(wording, judgement.status.label_id), align="center"),
        text(_remarks(wording, judgement.shown)),
        text(_remarks(wording, judgement.lacking)),
    )


def _requirement(wording: Wording, criterion: Criterion) -> Words:
    """The paraphrase, and beside it how far it was held against the standard where that was not read."""
    paraphrase = wording.each(lambda language: criterion.text.zh if language == "zh" else criterion.text.en)
    provenance = criterion.provenance
    note = provenance.note
    if note:
        said = wording.each(lambda language: note.zh if language == "zh" else note.en)
    elif provenance.verification is Verification.READ:
        return paraphrase
    else:
        said = wording.label(provenance.verification.label_id)
    return wording.label("conformance.in brackets", text=paraphrase, more=said)


def _remarks(wording: Wording, remarks: Sequence[Remark]) -> Words:
    if not remarks:
        return NOTHING
    lines = [_remark(wording, remark) for remark in remarks]
    return wording.each(lambda language: "\n".join(line_text(line, language) for line in lines))


def _remark(wording: Wording, remark: Remark) -> Words:
    said = _message(wording, remark.message_id)
    if remark.names:
        named = [_name(wording, name, remark.about) for name in remark.names]
        names = wording.each(lambda language: _listed(dict.fromkeys(line_text(name, language) for name in named), language))
        said = wording.label("conformance.in brackets", text=said, more=names)
    return wording.label("conformance.with place", text=said, place=_places(wording, remark)) if remark.places else said


def _name(wording: Wording, name: str, about: str) -> Words:
    """What a thing of the chapter ``about`` is called in the document; what has no name there is called by the plan's own."""
    report = wording.report
    if about in ("entities", "inventory", "energy") and name in report.entities:
        return entity_name(wording, name)
    if about in ("pathways", "progress") and name in report.pathways:
        pathway = report.pathways[name]
        owner, covered = entity_name(wording, pathway.entity), boundary(wording, pathway)
        return wording.label("conformance.pathway", entity=owner, boundary=covered)
    if about == "targets" and name in report.targets:
        target = report.targets[name].target
        named = name_or_whole(wording, target.entity, name)
        return wording.label("conformance.target", entity=named, year=str(target.year)) if target.year else named
    return wording.plain_text(report.plan.members[name].name) if name in report.plan.members else figure(name)


def _places(wording: Wording, remark: Remark) -> str:
    """File and line, files seen from the plan's own folder: members stand below it."""
    folder = wording.report.file.source.file.rpartition("/")[0]
    spans = [place.span for place in remark.places[:MOST_PLACES]]
    told = [f"{span.file.removeprefix(f'{folder}/') if folder else span.file}:{span.line}" for span in spans]
    return ", ".join([*told, *(["…"] if len(remark.places) > MOST_PLACES else [])])


def _listed(names: Iterable[str], language: Language) -> str:
    return ("；" if language == "zh" else "; ").join(names)


def _message(wording: Wording, name: str) -> Words:
    return wording.each(lambda language: catalogue("checks/criteria", language).text(name))
