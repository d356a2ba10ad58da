"""Which plans a command means: names, folders, files, or all below ``plans/``."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import Path

from ghgplan.diagnostics import Diagnostic, Span, nearest
from ghgplan.project.file_names import same_name_key, unfit
from ghgplan.values import frozen

PLANS_FOLDER = "plans"
PLAN_FILE = "plan.yaml"


@frozen
class PlanAddress:
    """Where a plan stands. ``project`` is the folder that holds ``plans/``; both paths are absolute."""

    name: str
    path: Path
    project: Path

    @property
    def label(self) -> str:
        """The plan's path inside its project, with forward slashes: the same on every machine."""
        return label(self.path, self.project)


@frozen
class UnknownPlan:
    """An argument that names no plan, and the name it was most likely meant to be."""

    argument: str
    suggestion: str | None


@frozen
class Found:
    """The plans that the arguments mean, and the arguments that mean none."""

    plans: tuple[PlanAddress, ...]
    unknown: tuple[UnknownPlan, ...] = ()


def label(path: Path, project: Path) -> str:
    """``path`` as seen from ``project``, with forward slashes; both absolute, ``path`` inside."""
    return path.relative_to(project).as_posix()


def find(arguments: Sequence[str], here: Path) -> Found:
    """The plans meant by ``arguments``, each once; without arguments all of ``here``'s ``plans/``.

    An argument is a plan's name, a folder with a plan or with plans, or a plan's file.
    """
    if not arguments:
        return Found(_each_once(_plans_in(here / PLANS_FOLDER)))
    meant: list[Path] = []
    unknown: list[UnknownPlan] = []
    for argument in arguments:
        try:
            paths = list(_meant(argument, here))
        except OSError:  # a name that the system refuses to look up names nothing
            paths = []
        if not paths:
            names = [_address(path).name for path in _plans_in(here / PLANS_FOLDER)]
            unknown.append(UnknownPlan(argument, nearest(argument, names)))
        meant += paths
    return Found(_each_once(meant), tuple(unknown))


def _each_once(paths: Sequence[Path]) -> tuple[PlanAddress, ...]:
    # A folder may be there under two names, one of them a link.
    return tuple(dict.fromkeys(map(_address, paths)))


def _meant(argument: str, here: Path) -> Iterator[Path]:
    if not argument.strip() or "\0" in argument:
        return
    by_name = here / PLANS_FOLDER / argument / PLAN_FILE
    path = here / argument
    if "/" not in argument and "\\" not in argument and by_name.is_file():
        yield by_name
    elif path.is_file():
        yield path
    elif (path / PLAN_FILE).is_file():
        yield path / PLAN_FILE
    elif path.is_dir():
        yield from _plans_in(path) or _plans_in(path / PLANS_FOLDER)


def _plans_in(folder: Path) -> list[Path]:
    # Sorted by name, not by path: Windows would order its paths without regard to case.
    return sorted(folder.glob(f"*/{PLAN_FILE}"), key=lambda path: path.parent.name)


def _address(path: Path) -> PlanAddress:
    resolved = path.resolve()
    holder = next((above for above in resolved.parents if above.name == PLANS_FOLDER), None)
    name = resolved.parent.name if resolved.name == PLAN_FILE else resolved.stem
    return PlanAddress(unicodedata.normalize("NFC", name), resolved, holder.parent if holder else resolved.parent)


def name_findings(plans: Sequence[PlanAddress]) -> dict[PlanAddress, Diagnostic]:
    """The plans whose name cannot be used for files, or that another of ``plans`` has too."""
    findings: dict[PlanAddress, Diagnostic] = {}
    first: dict[str, PlanAddress] = {}
    for plan in plans:
        top = Span(plan.label, 1, 1)
        reason = unfit(plan.name)
        if reason:
            findings[plan] = Diagnostic("GP-F10", top, arguments={"name": plan.name}, hint=f"GP-F10.{reason}")
            continue
        other = first.setdefault(same_name_key(plan.name), plan)
        if other is not plan:
            findings[plan] = Diagnostic("GP-F11", top, arguments={"name": plan.name, "other": other.label})
            findings.setdefault(other, Diagnostic("GP-F11", Span(other.label, 1, 1), arguments={"name": other.name, "other": plan.label}))
    return findings
