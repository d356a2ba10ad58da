"""What stands before the contents: cover, document control, revision history; and the template's own words."""

from __future__ import annotations

from collections.abc import Iterator

from ghgplan.document.blocks import ControlLine, Cover, RevisionLine, Words
from ghgplan.document.formatting import date_text
from ghgplan.document.wording import Place, Wording, figure
from ghgplan.plan.model.document import Signature

TEMPLATE_LABELS = (
    "contents",
    "document control",
    "revision history",
    "role",
    "name",
    "date",
    "signature",
    "version",
    "change",
    "key figures",
    "targets",
    "target",
    "target year",
    "target value",
    "reduction",
    "pathway",
)


def template_labels(wording: Wording) -> dict[str, Words]:
    """The words that a template needs for itself."""
    return {name: wording.label(f"template.{name}") for name in TEMPLATE_LABELS}


def cover(wording: Wording) -> Cover:
    """The cover of the report's plan."""
    plan = wording.report.plan
    document, place = plan.document, Place(wording.report.file, ("document",))
    return Cover(
        title=wording.text(document.title, place.below("title")),
        subtitle=wording.text(document.subtitle, place.below("subtitle")) if document.subtitle else None,
        company=wording.plain_text(plan.company.name),
        details=tuple(_details(wording)),
        control=tuple(_control(wording, name) for name in ("prepared", "reviewed", "approved")),
        history=tuple(
            RevisionLine(
                revision.version,
                wording.each(lambda language, date=revision.date: date_text(date, language)),
                wording.text(revision.change, place.below("history", str(position), "change")),
            )
            for position, revision in enumerate(document.history)
        ),
        date=document.date,
        version=document.version,
    )


def _details(wording: Wording) -> Iterator[tuple[Words, Words]]:
    plan = wording.report.plan
    document, company = plan.document, plan.company
    if document.number:
        yield wording.label("cover.number"), figure(document.number)
    yield wording.label("cover.version"), figure(document.version)
    yield wording.label("cover.date"), wording.each(lambda language: date_text(document.date, language))
    if document.reporting_year:
        yield wording.label("cover.reporting year"), figure(str(document.reporting_year))
    if company.site:
        yield wording.label("cover.site"), wording.plain_text(company.site)
    for name in ("telephone", "email", "website"):
        code = getattr(company, name)
        if code:
            yield wording.label(f"cover.{name}"), figure(code)


def _control(wording: Wording, name: str) -> ControlLine:
    """A line of the control table; left blank for a signature by hand where the plan names nobody."""
    signature: Signature | None = getattr(wording.report.plan.document, name)
    blank = figure("")
    if signature is None:
        return ControlLine(wording.label(f"control.{name}"), blank, blank)
    place = Place(wording.report.file, ("document", name))
    date = signature.date
    signed = wording.each(lambda language: date_text(date, language)) if date else blank
    return ControlLine(wording.label(f"control.{name}"), wording.text(signature.by, place.below("by")), signed)
