"""Turns labels, plan texts and numbers into the words of one edition."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ghgplan.catalogue import Catalogue, Language, catalogue
from ghgplan.compute.numbers import Number
from ghgplan.compute.report import Report
from ghgplan.diagnostics import Diagnostic, Path, nearest
from ghgplan.document.blocks import Block, Edition, Line, Run, Words
from ghgplan.document.charts import Label
from ghgplan.document.formatting import number_text, quantity_text, unit_text
from ghgplan.document.losses import is_lost
from ghgplan.document.narrative import inline, pair, parse_prose
from ghgplan.plan.model.plan import PlanFile
from ghgplan.plan.text import Text
from ghgplan.plan.units import Unit
from ghgplan.values import frozen


@frozen
class Place:
    """Where a text of a plan stands: for findings, and for the names that it may quote short."""

    file: PlanFile
    path: Path
    scope: Path = ()

    def below(self, *steps: str) -> Place:
        return Place(self.file, (*self.path, *steps), self.scope)


@frozen
class Anchor:
    """A table or figure that texts may refer to."""

    target: str
    label: Words


class Wording:
    """The words of one edition of one report. Collects what is wrong with the texts it is given.

    ``failures`` are the errors of computing the report: what follows from them is not said again.
    ``accepted`` are the checker's findings that the plan accepts.
    """

    def __init__(
        self,
        report: Report,
        edition: Edition,
        anchors: Mapping[str, Anchor],
        failures: tuple[Diagnostic, ...] = (),
        accepted: tuple[Diagnostic, ...] = (),
    ) -> None:
        self.report = report
        self.edition = edition
        self.anchors = anchors
        self.failures = failures
        self.accepted = accepted
        self.findings: list[Diagnostic] = []
        self._catalogues: dict[Language, Catalogue] = {language: catalogue("document", language) for language in edition.languages}

    @property
    def languages(self) -> tuple[Language, ...]:
        return self.edition.languages

    def each(self, text: Callable[[Language], str]) -> Words:
        """One line for each language."""
        return tuple(Line(language, (Run(text(language)),)) for language in self.languages)

    def label(self, name: str, /, **arguments: Words | str) -> Words:
        """A label of the catalogue; arguments that are words take the line of the same language."""

        def filled(language: Language) -> str:
            texts = {key: value if isinstance(value, str) else line_text(value, language) for key, value in arguments.items()}
            return self._catalogues[language].text(name, **texts)

        return self.each(filled)

    def linked(self, words: Words, anchor: Anchor) -> Words:
        """The words, in which the anchor's label leads to it."""

        def runs(line: Line) -> tuple[Run, ...]:
            before, label, after = line.text.partition(line_text(anchor.label, line.language or self.languages[0]))
            return tuple(run for run in (Run(before), Run(label, target=f"#{anchor.target}"), Run(after)) if run.text)

        return tuple(Line(line.language, runs(line)) for line in words)

    def plain_text(self, text: Text) -> Words:
        """A text that quotes nothing: a name."""
        return self.each(lambda language: text.wording(language) or "")

    def text(self, text: Text, place: Place) -> Words:
        """A one-line text of the plan, its quotes filled in."""
        return tuple(inline(text.wording(language) or "", language, self._quote(language, place)) for language in self.languages)

    def prose(self, text: Text, place: Place) -> tuple[Block, ...]:
        """A Markdown text of the plan; side by side, both languages stand in each block."""
        parsed = [parse_prose(text.wording(language) or "", language, self._quote(language, place)) for language in self.languages]
        for language, prose in zip(self.languages, parsed, strict=True):
            at = place.path if text.plain else (*place.path, language)
            span = place.file.source.span(at)
            for construct in prose.unsupported:
                self.findings.append(Diagnostic("GP-D01", span, at, {"construct": construct}))
            for target in prose.unsafe_links:
                found = place.file.source.find(at, target)
                self.findings.append(Diagnostic("GP-D02", found, at, {"target": target}))
        if len(parsed) == 1:
            return parsed[0].blocks
        if any(not (text.wording(language) or "").strip() for language in self.languages):
            return max((prose.blocks for prose in parsed), key=len)
        together = pair(parsed[0], parsed[1])
        if together is None:
            self.findings.append(Diagnostic("GP-L02", place.file.source.span(place.path), place.path))
            return ()
        return together

    def number(self, number: Number) -> Words:
        """A number without its unit: the same in every language, so it stands once."""
        return figure(number_text(number))

    def signed(self, number: Number) -> Words:
        """A difference without its unit, its sign shown on both sides of zero."""
        text = number_text(number)
        return figure(f"+{text}" if number.rounded > 0 else text)

    def quantity(self, number: Number) -> Words:
        """A number with its unit; once where the unit reads the same in all languages."""
        return once(self.each(lambda language: quantity_text(number, language)))

    def unit(self, unit: Unit) -> Words:
        return self.each(lambda language: unit_text(unit, language))

    def with_unit(self, words: Words, unit: Unit) -> Words:
        """A table head with its unit: ``产量（t）``."""
        return self.label("head.with unit", head=words, unit=self.unit(unit)) if unit.symbol else words

    def _quote(self, language: Language, place: Place) -> Callable[[str], tuple[Run, ...] | None]:
        def quote(name: str) -> tuple[Run, ...] | None:
            found = self._look_up(name, language, place.scope)
            if found is None:
                self._unknown(name, place, language)
            return found

        return quote

    def _look_up(self, name: str, language: Language, scope: Path) -> tuple[Run, ...] | None:
        name, _, filter_ = (part.strip() for part in name.partition("|"))
        if filter_ not in ("", "number"):
            return None
        if name in self.anchors:
            anchor = self.anchors[name]
            return (Run(line_text(anchor.label, language), target=f"#{anchor.target}"),)
        for length in range(len(scope), -1, -1):
            full = ".".join((*scope[:length], name))
            if full in self.report.numbers:
                number = self.report.numbers[full]
                return (Run(number_text(number) if filter_ else quantity_text(number, language)),)
            if full in self.report.texts:
                text = self.report.texts[full]
                return (Run(text if isinstance(text, str) else text.wording(language) or ""),)
        return None

    def _unknown(self, name: str, place: Place, language: Language) -> None:
        bare = name.partition("|")[0].strip()
        known = [*self.anchors, *self.report.numbers, *self.report.texts]
        full_names = [(*place.scope[:length], *bare.split(".")) for length in range(len(place.scope) + 1)]
        if any(is_lost(full, known, self.failures) for full in full_names):
            return
        prefix = ".".join(place.scope) + "."
        known += [key.removeprefix(prefix) for key in known if place.scope and key.startswith(prefix)]
        close = nearest(bare, known)
        text_path = (*place.path, language)
        at = text_path if place.file.source.node(text_path) else place.path
        span = place.file.source.find(at, name)
        hint = None if close else "GP-R12.unknown"
        self.findings.append(Diagnostic("GP-R12", span, at, {"name": bare, "suggestion": close or ""}, hint=hint))


def line_text(words: Words, language: Language) -> str:
    """The line in ``language``; a figure's only line in every language."""
    for line in words:
        if line.language in (language, None):
            return line.text
    return words[0].text if words else ""


def figure(text: str) -> Words:
    """A figure or a code: one line, of no language."""
    return (Line(None, (Run(text),)),)


def once(words: Words) -> Words:
    """Words that read the same in all languages, as a single line."""
    return figure(words[0].text) if len({line.text for line in words}) == 1 else words


def chart_label(words: Words) -> Label:
    """The words as a chart's label."""
    return tuple(line.text for line in words)


NOTHING = figure("—")
"""What stands in a cell that has no value."""
