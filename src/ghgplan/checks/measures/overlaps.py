"""The same effect in two measures."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from itertools import combinations

from ghgplan.catalogue import Language
from ghgplan.checks.measures.parts_of_measures import is_quantified
from ghgplan.checks.rule import Finding, place
from ghgplan.checks.subjects import measures
from ghgplan.compute.report import Report
from ghgplan.plan.model.measures import Measure
from ghgplan.plan.text import Text

_LONGEST_BY_CHANCE: Mapping[Language, int] = {"zh": 19, "en": 60}
"""Characters, without marks and figures, that two measures may have in common."""
_NO_WORDS = re.compile(r"\{\{.*?\}\}|[\W\d_]+")


def repeated_measures(report: Report) -> Iterator[Finding]:
    """Two measures that share a long run of text, of which one at least has figures, and that name no overlap."""
    told_of: set[str] = set()
    contents = {name: _Content(each.measure.content) for name, each in measures(report)}
    for (first, one), (second, other) in combinations(measures(report), 2):
        names = {*one.measure.overlaps, *other.measure.overlaps}
        is_counted = is_quantified(one.measure) or is_quantified(other.measure)
        is_same_entity = one.measure.entity == other.measure.entity
        is_asked = is_counted and is_same_entity and not {first, second} & names
        run = (_same(one.measure, other.measure) or contents[first].common(contents[second])) if is_asked else ""
        if run and second not in told_of:
            told_of.add(second)
            path = ("measures", second, "content")
            yield Finding(path, {"measure": second, "other": first, "run": run}, (place(report.file, "measures", first, "content"),))


def overlaps_without_part(report: Report) -> Iterator[Finding]:
    """An overlap that is not deducted: a part without the measure that counts it too, or a measure that overlaps itself.

    Measures that overlap while neither says how much are counted twice.
    """
    for name, each in measures(report):
        measure = each.measure
        others = [other for other in measure.overlaps if other != name]
        if measure.overlap and not others:
            yield Finding(("measures", name, "overlap"), {"measure": name, "missing": "overlaps", "others": name})
        elif others and not measure.overlap:
            silent = [
                other for other in others
                if other in report.plan.measures and not (report.plan.measures[other].overlap and name in report.plan.measures[other].overlaps)
            ]  # fmt: skip
            # Of a pair that names each other without a part, the first is enough.
            earlier = [
                other for other in silent
                if name in report.plan.measures[other].overlaps and [*report.plan.measures].index(other) < [*report.plan.measures].index(name)
            ]  # fmt: skip
            both = [
                other for other in silent if other not in earlier and is_quantified(measure) and is_quantified(report.plan.measures[other])
            ]
            if both:
                yield Finding(("measures", name, "overlaps"), {"measure": name, "missing": "overlap", "others": ", ".join(both)})


def overlaps_that_differ(report: Report) -> Iterator[Finding]:
    """Two measures that name each other with different parts, of which only the first is deducted."""
    for (first, one), (second, other) in combinations(measures(report), 2):
        mutual = second in one.measure.overlaps and first in other.measure.overlaps
        if mutual and one.figures.overlap and other.figures.overlap and one.figures.overlap.value != other.figures.overlap.value:
            arguments = {
                "measure": second, "other": first, "part": f"{other.figures.overlap.value} %", "others": f"{one.figures.overlap.value} %",
            }  # fmt: skip
            yield Finding(("measures", second, "overlap"), arguments, (place(report.file, "measures", first, "overlap"),))


def _same(one: Measure, other: Measure) -> str:
    """The content of both, where they go by one name too or save the same: then a short text counts as well."""
    if one.content == other.content and (one.name == other.name or one.saves == other.saves):
        return one.content.wording("zh") or one.content.wording("en") or ""
    return ""


class _Content:
    """What a measure does, in each language without marks and figures."""

    def __init__(self, text: Text) -> None:
        self._words = {
            language: _NO_WORDS.sub(" " if language == "en" else "", text.wording(language) or "").strip()
            for language in _LONGEST_BY_CHANCE
        }
        self._runs = {
            language: frozenset(words[start : start + longest + 1] for start in range(len(words) - longest))
            for (language, longest), words in zip(_LONGEST_BY_CHANCE.items(), self._words.values(), strict=True)
        }

    def common(self, other: _Content) -> str:
        """The longest run of text that both hold, in the language that shows it first; empty where chance can give it."""
        for language, runs in self._runs.items():
            if runs.isdisjoint(other._runs[language]):
                continue
            one, another = self._words[language], other._words[language]
            match = SequenceMatcher(None, one, another, autojunk=False).find_longest_match()
            return one[match.a : match.a + match.size].strip()
        return ""
