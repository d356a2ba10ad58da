"""The Word templates that a plan names: found, read, and looked over before anything is made with them."""

from __future__ import annotations

from functools import lru_cache

from ghgplan.diagnostics import Diagnostic, Outcome, nearest
from ghgplan.emit.shipped import is_shipped
from ghgplan.plan.model.plan import PlanFile
from ghgplan.project.templates import ENDING, FOLDER, Templates, word_template_names
from ghgplan.values import frozen


@lru_cache(maxsize=16)
def _checked(content: bytes, label: str) -> tuple[Diagnostic, ...]:
    """What is wrong with the template. Thirty plans share one: it is looked over once."""
    if is_shipped(content):
        return ()
    from ghgplan.emit.word.checking.check import check_template

    return check_template(content, label)


@frozen
class NamedTemplate:
    """A template; ``mark`` is what the names of its files have behind the plan's, nothing for the plan's first one."""

    content: bytes
    label: str
    mark: str


def word_templates(plan_file: PlanFile, templates: Templates) -> Outcome[tuple[NamedTemplate, ...]]:
    """The plan's templates with everything that is wrong with them. Raises Trouble where one cannot be read."""
    found: list[NamedTemplate] = []
    findings: list[Diagnostic] = []
    for position, name in enumerate(dict.fromkeys(plan_file.plan.document.template)):
        content = templates.named(name)
        if content is None:
            findings.append(_unknown(plan_file, name, templates))
            continue
        template = NamedTemplate(content, f"{FOLDER}/{name}{ENDING}", f".{name}" if position else "")
        findings += _checked(content, template.label)
        found.append(template)
    return Outcome(tuple(found), tuple(findings))


def _unknown(plan_file: PlanFile, name: str, templates: Templates) -> Diagnostic:
    known = word_template_names(templates.project) if templates.project else []
    close = nearest(name, known)
    path = ("document", "template")
    span = plan_file.source.find(path, name)
    hint = None if close else "GP-T05.known"
    return Diagnostic("GP-T05", span, path, {"name": name, "suggestion": close or ", ".join(known)}, hint=hint)
