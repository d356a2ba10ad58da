"""The cases: what is run, against what, and the ratio that the project wants to reach."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from benchmarks import peers
from benchmarks.plans.making import FREIGHT, names
from benchmarks.running import Command, bare_python, timed
from benchmarks.workplace import Workplace

ZH = ("--lang", "zh")
SHORT = (*ZH, "--to", "docx")
"""One language, one format."""

BARE, LOOP = "bare Python", "naive script, all in one process"


def nothing() -> None:
    """Nothing to be done before a run."""


@dataclass(frozen=True, slots=True)
class Side:
    """A command with what has to be done before each of its runs, which is not timed."""

    name: str
    command: Command
    before: Callable[[], object] = nothing


@dataclass(frozen=True, slots=True)
class Case:
    """What is compared, made ready: sides run in turn, the first of them ours."""

    ours: Side
    others: Sequence[Side]


@dataclass(frozen=True, slots=True)
class Kind:
    """A case by name, still to be made ready for a number of plans."""

    name: str
    make: Callable[[Workplace, int], Case]
    target: float | None
    """The ratio to the first of the others that is to be reached."""
    share: float
    """Its part of the whole time."""
    plans: int = 1
    """How many plans it is meant for."""
    ours: float = 1
    """How many cold builds of ours over its plans it takes to make it ready and to run it once; an estimate."""
    naive: float = 1
    """How many runs of the naive script."""


def unchanged(place: Workplace, count: int) -> Case:
    """A build after a build."""
    project = place.project("unchanged", count)
    build = built(place, project)
    return Case(Side("ghgplan", build), [Side(BARE, bare_python(project))])


def sentence(place: Workplace, _count: int) -> Case:
    """A sentence of the plan changes before each build of all editions."""
    project = place.project("sentence", 1, languages=("zh", "en", "zh-en"))
    plan = project / "plans" / names(1)[0] / "plan.yaml"
    edits = iter(range(1, 1_000_000))
    return Case(
        Side("ghgplan", built(place, project), lambda: edit(plan, next(edits))),
        [Side("naive script, 1 language × 1 format", place.naive(project, *SHORT))],
    )


def built(place: Workplace, project: Path) -> Command:
    """The command that builds ``project``, which was run once, so that what a build keeps is there."""
    build = place.ghgplan(project)
    timed(build, place.environment)
    return build


def edit(plan: Path, number: int) -> None:
    """Change the sentence that is there to be changed, in both languages."""
    text = plan.read_text(encoding="utf-8")
    text = text.replace(f"第 {number} 次", f"第 {number + 1} 次").replace(f"Edit {number} of", f"Edit {number + 1} of")
    plan.write_text(text, encoding="utf-8", newline="\n")


def cold_one(place: Workplace, _count: int) -> Case:
    """A plan that was never built, on a machine that kept nothing."""
    project = place.project("cold-1", 1)
    each = [place.naive_process(project, "--lang", lang, "--to", form) for lang in ("zh", "en") for form in ("docx", "md")]
    return Case(
        cold(place, "cold-1", 1),
        [Side(LOOP, place.naive(project)), Side("naive script, one process for each document", Command(each, project))],
    )


def cold_many(place: Workplace, count: int) -> Case:
    """Many plans that were never built."""
    ours = cold(place, "cold-many", count)
    return Case(ours, [Side(LOOP, place.naive(ours.command.folder))])


def cold(place: Workplace, name: str, count: int) -> Side:
    """A first build of ``count`` plans; the project is made anew before each run."""

    def forget() -> None:
        place.forget()
        place.project(name, count)

    project = place.project(name, count)
    return Side("ghgplan", place.ghgplan(project), forget)


def factor_everywhere(place: Workplace, count: int) -> Case:
    """One factor changes in all plans: two of the four charts show another figure, the pathways do not."""
    return _factor(place, count, count)


def factor_once(place: Workplace, count: int) -> Case:
    """One factor changes in one of the plans."""
    return _factor(place, count, 1)


def _factor(place: Workplace, count: int, changed: int) -> Case:
    project = place.project("factor", count)
    values = iter([FREIGHT, *(f"0.{number}" for number in range(120, 1000))])
    now = [next(values)]

    def change() -> None:
        former, now[0] = now[0], next(values)
        for name in names(changed):
            plan = project / "plans" / name / "plan.yaml"
            text = plan.read_text(encoding="utf-8").replace(f"factor: {former} kgCO2e/tkm", f"factor: {now[0]} kgCO2e/tkm")
            plan.write_text(text, encoding="utf-8", newline="\n")

    return Case(Side("ghgplan", built(place, project), change), [Side(LOOP, place.naive(project))])


def checked(place: Workplace, _count: int) -> Case:
    """The checker on a plan of some 400 lines; nothing is kept from one run to the next."""

    def fresh() -> Path:
        place.forget()
        return place.project("checked", 1, measures=10)

    project = fresh()
    return Case(Side("ghgplan check", place.ghgplan(project, "check"), fresh), [Side(BARE, bare_python(project))])


def one_word_file(place: Workplace, _count: int) -> Case:
    """One Word file in one language, by each of the ways that are installed."""

    def fresh() -> Path:
        place.forget()
        return place.project("word", 1)

    project = fresh()
    ways = {"docxtpl": "script", "python-docx": "direct"} | ({"pandoc": "by_pandoc"} if has_pandoc() else {})
    others = [Side(way, place.naive(project, *SHORT, script=script)) for way, script in ways.items()]
    if node := peers.node():
        others.append(Side("docxtemplater", place.docxtemplater(project, node, *ZH)))
    return Case(Side("ghgplan", place.ghgplan(project, "build", *SHORT), fresh), others)


def has_pandoc() -> bool:
    """Whether pandoc can be run."""
    try:
        pypandoc: Any = importlib.import_module("pypandoc")
        pypandoc.get_pandoc_version()
    except (ImportError, OSError):
        return False
    return True


KINDS: Sequence[Kind] = (
    Kind("cold, one plan, 2 languages × 2 formats, 4 charts, checks included", cold_one, 0.7, 0.1, naive=4),
    Kind("nothing changed, one plan", unchanged, 2.5, 0.03, naive=0),
    Kind("check of a 400-line plan, nothing kept", checked, 25, 0.04, naive=0),
    Kind("one sentence changed, 3 languages × 2 formats", sentence, 0.3, 0.06, ours=2),
    Kind("plans cold", cold_many, 0.25, 0.14, plans=100),
    Kind("plans, one factor changed in each of them", factor_everywhere, 0.06, 0.13, plans=100, ours=2),
    Kind("plans, one factor changed in one of them", factor_once, 0.06, 0.12, plans=100, ours=1.2),
    Kind("plans, nothing changed", unchanged, 12, 0.12, plans=1000, ours=1.1, naive=0),
    Kind("one Word file in one language, cold", one_word_file, None, 0.06, naive=5),
)
FEW = 3
"""Fewer plans than these say nothing about many."""
