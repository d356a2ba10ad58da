"""How all findings of a plan read: each kind in full at first, then shorter, so that three hundred can still be read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from ghgplan.checks.codes import title
from ghgplan.cli.findings import COLOURS, finding_line, finding_lines, remarks
from ghgplan.cli.terminal import Colour, Terminal, printable
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.project.loading import TextFile

WITH_EXCERPT = 3
"""Findings of one code that are shown with their line; the others take one line each."""

MOST_WITHOUT_TABLE = 10
"""More findings than these are counted by code at the end."""


MANY = 100
"""From so many findings on a code's later ones are counted rather than shown."""

MOST_OF_MANY = 10
"""Findings of one code that are shown where there are many."""


def listing_lines(
    findings: Sequence[Diagnostic], files: Mapping[str, TextFile], here: Path, terminal: Terminal, *, verbose: bool = False
) -> Iterator[str]:
    """The findings in the order given, a table of them where they are many, and how many are accepted; those too if ``verbose``."""
    shown = [finding for finding in findings if finding.severity is not Severity.ACCEPTED]
    accepted = [finding for finding in findings if finding.severity is Severity.ACCEPTED]
    of_code = {code: [each for each in shown if each.code == code] for code in dict.fromkeys(each.code for each in shown)}
    most = len(shown) if verbose or len(shown) < MANY else MOST_OF_MANY
    read = {id(each) for findings_of in of_code.values() for each in findings_of[:most]}
    yield from _shown_lines([each for each in shown if id(each) in read], files, here, terminal)
    if len(shown) > MOST_WITHOUT_TABLE:
        yield from (*table_lines(shown, terminal), "")
    if len(read) < len(shown):
        yield from (terminal.text("listing.folded", count=len(shown) - len(read), most=most), "")
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
    """Code, count and title: errors first, then the most frequent."""
    counts = Counter(finding.code for finding in findings)
    errors = {finding.code for finding in findings if finding.severity is Severity.ERROR}
    width = max(len(str(count)) for count in counts.values())
    yield terminal.coloured(terminal.text("listing.count", count=len(findings)), Colour.BOLD)
    for code, count in sorted(counts.most_common(), key=lambda each: each[0] not in errors):
        severity = Severity.ERROR if code in errors else Severity.WARNING
        word = terminal.coloured(terminal.text(f"severity.{severity}"), COLOURS[severity])
        yield f"  {count:>{width}} × {code}  {word}  {printable(title(code, terminal.language))}"
