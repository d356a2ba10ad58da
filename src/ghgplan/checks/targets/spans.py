"""Spans of years that titles, captions and statements name, against the years that targets and pathways have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import targets
from ghgplan.checks.targets.levels import base_year
from ghgplan.checks.wording.prose import wordings
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Path
from ghgplan.plan.model.targets import Target
from ghgplan.plan.sections import items, items_of, sections
from ghgplan.plan.text import Text

_RANGE = re.compile(r"((?:19|20)\d{2})\s*年?\s*(?:[-–—－~～至到]+|to)\s*((?:19|20)\d{2})(?!\d)")
_NUMBERS = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9, "十": 10,
            "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}  # fmt: skip
_LENGTH = re.compile(rf"({'|'.join(_NUMBERS)}|(?<![\d第])\d{{1,2}})\s*(?:年(?:期)?(?:减排|行动)?(?:目标|计划|规划)|-year)", re.IGNORECASE)
_BY = re.compile(r"(?:到|至|力争|在|\bby|\bin)\s*((?:19|20)\d{2})(?=\s*年(?!前|之前|度)|\b)(?!\s*[-–—至])", re.IGNORECASE)
_QUOTE = re.compile(r"\{\{.*?\}\}")
_YEAR_QUOTED = re.compile(r"\{\{\s*(?:targets\.[^}]*\.)?year\s*(?:\|[^}]*)?\}\}")


def lengths(report: Report) -> Iterator[Finding]:
    """A number of years in the title of targets that is neither counted from their base year nor from their first year."""
    for path, title, of in _titled_targets(report):
        spans = {(base_year(report, target), target.first_year, target.year) for target in of if target.year}
        counts = {year - first for first, _, year in spans if first and year} | {
            year - first + 1 for _, first, year in spans if first and year
        }
        for wording in wordings(path, title):
            match = _LENGTH.search(wording.written)
            if match and counts and _count(match[1]) not in counts:
                first, last = min(spans, key=str)[0], max(year for _, _, year in spans if year)
                arguments = {
                    "said": match[0],
                    "base_year": str(first or "—"),
                    "year": str(last),
                    "years": str(last - first if first else "—"),
                }
                yield Finding(wording.path, arguments, fragment=match[0])
                break


def captions(report: Report) -> Iterator[Finding]:
    """A span of years in the caption of pathways that is not the one shown."""
    for path, item in items(report.plan.outline):
        if item.caption is None or (item.table != "pathways" and item.chart != "pathway"):
            continue
        shown = [p for name, p in report.pathways.items() if not item.of or any(name == of or name.startswith(f"{of}.") for of in item.of)]
        years = sorted({year for pathway in shown for year in pathway.values if not item.years or year in item.years})
        firsts = {*years[:2], *(pathway.pathway.base_year for pathway in shown)}
        for wording in wordings((*path, "caption"), item.caption):
            match = _RANGE.search(wording.written)
            if match and years and (int(match[1]) not in firsts or int(match[2]) != years[-1]):
                arguments = {"said": match[0], "first": str(years[0]), "last": str(years[-1])}
                yield Finding(wording.path, arguments, fragment=match[0])
                break


def statements(report: Report) -> Iterator[Finding]:
    """A year typed into a target's statement that is none of the target's."""
    for name, found in targets(report):
        target = found.target
        first = base_year(report, target)
        if target.year is None:
            continue
        for wording in wordings(("targets", name, "statement"), target.statement):
            if str(target.year) in wording.written or _YEAR_QUOTED.search(wording.written):
                # The target's year is there; other years tell of something else.
                continue
            plain = _QUOTE.sub("…", wording.written)
            span = _RANGE.search(plain)
            typed = _BY.search(plain)
            said, year = (span[0], int(span[2])) if span else (typed[0], int(typed[1])) if typed else ("", target.year)
            if year not in (target.year, target.first_year, first):
                arguments = {"target": name, "said": said, "year": str(target.year)}
                yield Finding(wording.path, arguments, (place(report.file, "targets", name, "year"),), fragment=said)
                break


def _titled_targets(report: Report) -> Iterator[tuple[Path, Text, list[Target]]]:
    for at, section in sections(report.plan.outline):
        together: list[Target] = []
        for path, item in items_of(at, section):
            if item.table != "targets":
                continue
            of = (
                [report.targets[name].target for name in item.of if name in report.targets]
                if item.of
                else list(report.plan.targets.values())
            )
            together += of
            if item.caption and not _LENGTH.search(section.title.zh or section.title.en or ""):
                yield (*path, "caption"), item.caption, of
        if together:
            yield (*at, "title"), section.title, together


def _count(word: str) -> int:
    return _NUMBERS.get(word.lower()) or int(word)
