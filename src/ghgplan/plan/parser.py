"""parse: Source -> the typed, frozen plan, with every finding at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pydantic import ValidationError

from ghgplan.diagnostics import Diagnostic, Outcome
from ghgplan.plan.errors import diagnostics
from ghgplan.plan.frozen import Frozen
from ghgplan.plan.model.plan import Plan, PlanFile
from ghgplan.plan.picture_files import PictureFile
from ghgplan.plan.references import check_references
from ghgplan.plan.sound_part import sound_part
from ghgplan.plan.source import Source

_ON_WHAT_IS_THERE = {"GP-R06", "GP-R07", "GP-R08", "GP-R11"}
"""Findings on what a thing has or lacks: a misspelt key inside it would cause them."""


def parse(
    source: Source, members: Mapping[str, PlanFile] | None = None, pictures: Mapping[str, PictureFile] | None = None
) -> Outcome[PlanFile]:
    """Type the plan. ``members`` are the parsed plans of its group members, by name; ``pictures`` those of its outline, by path.

    Of a plan with mistakes the value is what is left without the things that have them, where the rest stands without
    them: something to find further mistakes in, and nothing to make a document of.
    """
    members = Frozen(members or {})
    references = tuple(check_references(source, members))
    try:
        plan = Plan.model_validate(source.raw())
    except ValidationError as error:
        wrong = diagnostics(error, Plan, source)
        found = (*wrong, *(d for d in references if not _follows(d, wrong)))
        return Outcome(sound_part(source, members), _news(source, found))
    file = sound_part(source, members) if references else PlanFile(plan, source, members, Frozen(pictures or {}))
    return Outcome(file, _news(source, references))


def _follows(reference: Diagnostic, wrong: Iterable[Diagnostic]) -> bool:
    """True where a finding on a name only repeats one on what is written."""
    depth = len(reference.path) if reference.code in _ON_WHAT_IS_THERE else None
    return any(d.path[:depth] == reference.path for d in wrong)


def _news(source: Source, found: Iterable[Diagnostic]) -> tuple[Diagnostic, ...]:
    """The findings in the plan's order, without those on lines that the reader had to read over."""
    return tuple(sorted((d for d in found if d.span.file != source.file or d.span.line not in source.reported), key=Diagnostic.sort_key))
