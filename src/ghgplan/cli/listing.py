"""How all findings of a plan read: each kind in full at first, then shorter, so that three hundred can still be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ghgplan.checks.codes import title
from ghgplan.cli.findings import finding_line, finding_lines, remarks
from ghgplan.cli.terminal import Colour, Terminal, printable
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.project.loading import TextFile

WITH_EXCERPT = 3
"""Findings of one code that are shown with their line; the others take one line each."""

MOST_WITHOUT_TABLE = 10
"""More findings than these are counted by code at the end."""


def listing_lines(
    findings: Sequence[Diagnostic], files: Mapping[str, TextFile], here: Path, terminal: Terminal, *, verbose: bool = False
) -> Iterator[str]:
    """The findings in the order given, a table of them where they are many, and how many are accepted; those too if ``verbose``."""
    shown = [finding for finding in findings if finding.severity is not Severity.ACCEPTED]
    accepted = [finding for finding in findings if finding.severity is Severity.ACCEPTED]
    yield from _shown_lines(shown, files, here, terminal)
    if len(shown) > MOST_WITHOUT_TABLE:
        yield from (*table_lines(shown, terminal), "")
    for finding in accepted if verbose else ():
        reason = terminal.text("finding.reason", reason=finding.reason.get(terminal.language, ""))
        yield f"{finding_line(finding, files, here, terminal)} {reason}"
    if accepted:
        yield terminal.text("listing.accepted", count=len(accepted))


def _shown_lines(findings: Sequence[Diagnostic], files: Mapping[str, TextFile], here: Path, terminal: Terminal) -> Iterator[str]:
    counts: Counter[str] = Counter()
    said: dict[str, set[str]] = {}
    gap = True
    for finding in findings:
        counts[finding.code] += 1
        before = said.setdefault(finding.code, set())
        if counts[finding.code] <= WITH_EXCERPT:
            if not gap:
                yield ""
            yield from finding_lines(finding, files, here, terminal, before)
            yield ""
            gap = True
        else:
            # A hint that names what was meant differs from finding to finding: it stays, in the same line.
            new = [remark for remark in remarks(finding, terminal) if remark not in before]
            yield "  ".join((finding_line(finding, files, here, terminal), *new))
            gap = False
        before.update(remarks(finding, terminal))
    if not gap:
        yield ""


def table_lines(findings: Sequence[Diagnostic], terminal: Terminal) -> Iterator[str]:
    """Code, count and title, the most frequent first."""
    counts = Counter(finding.code for finding in findings)
    width = max(len(str(count)) for count in counts.values())
    yield terminal.coloured(terminal.text("listing.count", count=len(findings)), Colour.BOLD)
    for code, count in counts.most_common():
        yield f"  {count:>{width}} × {code}  {printable(title(code, terminal.language))}"
