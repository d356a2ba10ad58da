"""read: the bytes of a plan -> Source, with a finding for everything YAML would swallow or guess.

A slip that stops YAML is reported, mended in memory and read over, so that one run tells
of all of them and of what is wrong behind them; the plan still counts as failed.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from ruamel.yaml.error import MarkedYAMLError, YAMLError, YAMLStreamError

from ghgplan.diagnostics import Diagnostic, Outcome, Span
from ghgplan.plan.edited_text import EditedText
from ghgplan.plan.encoding import decode
from ghgplan.plan.source import Node, Scalar, Source, Table
from ghgplan.plan.tree import RefusedError, TreeBuilder
from ghgplan.plan.unwanted_characters import leave_out

if TYPE_CHECKING:
    from ghgplan.plan.typing_slips import Slip

MOST_CHARACTERS_PARSED = 2_000_000
"""Over all attempts to read on: YAML takes four seconds for a million characters."""
MOST_ATTEMPTS = 50
_FAR = 8
"""Lines. YAML stumbles at most so far behind a slip."""


def read(content: bytes, file: str) -> Outcome[Source]:
    """Read a plan file's bytes; ``file`` is the name that findings show."""
    decoded = decode(content, file)
    if decoded.value is None:
        return Outcome(None, decoded.diagnostics)
    text = EditedText(decoded.value)
    reading = _Reading(file, text, sorted(leave_out(text, file), key=Diagnostic.sort_key))
    return reading.outcome()


class _Reading:
    """One file being read: its text, and what was found in it so far."""

    def __init__(self, file: str, text: EditedText, findings: Iterable[Diagnostic]) -> None:
        self.file = file
        self.text = text
        self.findings = list(findings)
        self.mended: set[tuple[int, str]] = set()
        self.attempts = max(1, min(MOST_ATTEMPTS, MOST_CHARACTERS_PARSED // max(1, len(text.text))))

    def outcome(self) -> Outcome[Source]:
        while True:
            self.attempts -= 1
            builder = TreeBuilder(self.file, self.text)
            try:
                root = builder.root()
            except RefusedError as refused:
                return self._ended(builder, refused.diagnostic)
            except MarkedYAMLError as error:
                # Loaded where YAML stumbles, here and below: most plans have no slip, and what finds them is thirty long patterns.
                from ghgplan.plan import yaml_problems

                problem = yaml_problems.finding(error, self.file, self.text.lines)
                slip = self._slip_before(problem.span)
                if self._mend(slip) or self._read_over(problem):
                    continue
                return self._ended(builder, self._in_file(slip.finding if slip else problem), *self._slips_behind(problem.span))
            except (YAMLError, YAMLStreamError):
                return self._ended(builder, Diagnostic("GP-Y06", Span(self.file, 1, 1)))
            if self._mend_indentation(builder.wide):
                continue
            return self._read(builder, root)

    def _read(self, builder: TreeBuilder, root: Node | None) -> Outcome[Source]:
        if isinstance(root, Table):
            reported = frozenset({line for line, _ in self.mended} | builder.reported)
            source = Source(self.file, self.text.original, root, reported)
            return Outcome(source, self._sorted(builder.findings))
        if root is None or (isinstance(root, Scalar) and not root.text):
            return self._ended(builder, Diagnostic("GP-Y14", Span(self.file, 1, 1)))
        likely = [self._in_file(slip.finding) for slip in self._slips_left()]
        return self._ended(builder, *(likely or [Diagnostic("GP-Y15", root.span)]))

    def _ended(self, builder: TreeBuilder, *last: Diagnostic) -> Outcome[Source]:
        return Outcome(None, self._sorted([*builder.findings, *last]))

    def _sorted(self, found: list[Diagnostic]) -> tuple[Diagnostic, ...]:
        return tuple(sorted({d.sort_key(): d for d in (*self.findings, *found)}.values(), key=Diagnostic.sort_key))

    def _slip_before(self, problem: Span) -> Slip | None:
        """The last slip from which YAML can have stumbled at ``problem``."""
        near = [slip for slip in self._slips_left() if problem.line - _FAR <= slip.finding.span.line <= problem.line]
        return near[-1] if near else None

    def _slips_behind(self, problem: Span) -> list[Diagnostic]:
        return [self._in_file(slip.finding) for slip in self._slips_left() if slip.finding.span.line > problem.line]

    def _slips_left(self) -> list[Slip]:
        from ghgplan.plan.typing_slips import slips

        found = slips(self.file, self.text.lines)
        return [slip for slip in found if (slip.finding.span.line, slip.finding.code) not in self.mended]

    def _mend_indentation(self, lines: set[int]) -> bool:
        if not lines:
            return False
        from ghgplan.plan.typing_slips import wide_indentation

        wide = [wide_indentation(self.file, number, self.text.lines) for number in sorted(lines)]
        return sum(self._mend(slip) for slip in wide) > 0

    def _mend(self, slip: Slip | None) -> bool:
        """Report the slip and mend it; False where there is none, or where it is time to stop."""
        if slip is None or self.attempts <= 0 or (slip.finding.span.line, slip.finding.code) in self.mended:
            return False
        if slip.finding.span.line not in {line for line, _ in self.mended}:
            self.findings.append(self._in_file(slip.finding))
        self.text.apply(slip.finding.span.line - 1, slip.mended)
        self.mended.add((slip.finding.span.line, slip.finding.code))
        return True

    def _read_over(self, problem: Diagnostic) -> bool:
        """Report the problem and take its value out; False where nothing can be made of what follows."""
        from ghgplan.plan import yaml_problems
        from ghgplan.plan.typing_slips import Slip

        edit = yaml_problems.mended(problem, self.text.lines)
        return edit is not None and self._mend(Slip(problem, edit))

    def _in_file(self, found: Diagnostic) -> Diagnostic:
        column = self.text.column_in_file(found.span.line - 1, found.span.column - 1) + 1
        return replace(found, span=replace(found.span, column=column))
