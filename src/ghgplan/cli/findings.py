"""How one finding reads: where, how bad, what; the line with a mark under it; why, what to write instead, where else to look."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from os.path import relpath
from pathlib import Path

from ghgplan.checks.codes import citations
from ghgplan.cli.terminal import Colour, Terminal, display_width, printable
from ghgplan.diagnostics import Diagnostic, Severity, Span
from ghgplan.project.loading import TextFile

LONGEST_EXCERPT = 100
"""Characters of a line that are shown around a finding."""

MOST_RELATED = 4
"""Other places that are shown one by one."""

COLOURS = {Severity.ERROR: Colour.RED, Severity.WARNING: Colour.YELLOW, Severity.ACCEPTED: Colour.GREEN}


def finding_lines(
    finding: Diagnostic, files: Mapping[str, TextFile], here: Path, terminal: Terminal, said: Collection[str] = ()
) -> Iterator[str]:
    """The lines that show one finding; ``files`` by the label that its span carries. Remarks ``said`` before are left out."""
    yield finding_line(finding, files, here, terminal)
    source = files.get(finding.span.file)
    if source and finding.span.line <= len(source.lines) and source.lines[finding.span.line - 1].strip():
        yield from marked_line(source.lines[finding.span.line - 1], finding.span, COLOURS[finding.severity], terminal)
    yield from (f"    {remark}" for remark in remarks(finding, terminal) if remark not in said)
    if finding.path:
        yield f"    {terminal.text('finding.path', path=finding.dotted_path)}"
    related = [each for each in finding.related if each.span != finding.span]
    for each in related[:MOST_RELATED]:
        yield f"    {terminal.text('finding.related', place=shown_place(each.span, files, here), path=each.dotted_path)}".rstrip()
    if len(related) > MOST_RELATED:
        yield f"    {terminal.text('finding.more', count=len(related) - MOST_RELATED)}"


def finding_line(finding: Diagnostic, files: Mapping[str, TextFile], here: Path, terminal: Terminal) -> str:
    """Place, severity, code and message."""
    where = terminal.coloured(printable(shown_place(finding.span, files, here)), Colour.BOLD)
    severity = terminal.coloured(terminal.text(f"severity.{finding.severity}"), COLOURS[finding.severity], Colour.BOLD)
    return f"{where} {severity} {finding.code}: {printable(finding.message(terminal.language))}"


def remarks(finding: Diagnostic, terminal: Terminal) -> Iterator[str]:
    """Why the finding matters, and what to write instead, as far as there is something to say."""
    why, advice = finding.why(terminal.language), finding.advice(terminal.language)
    if why:
        basis = terminal.text("finding.and").join(citations(finding.code, terminal.text("finding.unverified")))
        yield terminal.text("finding.why on basis", why=why, basis=basis) if basis else terminal.text("finding.why", why=why)
    if advice:
        yield terminal.coloured(terminal.text("finding.hint", advice=advice), Colour.CYAN)


def marked_line(line: str, span: Span, colour: Colour, terminal: Terminal, *, width: int = 0, whole: bool = False) -> Iterator[str]:
    """A line of a plan behind its number, and a mark below what ``span`` means; a long line only around it, unless ``whole``."""
    excerpt, mark = _excerpt(line, span.column, span.length, len(line) if whole else LONGEST_EXCERPT)
    number = f"{span.line:>{width}}"
    yield f"  {number} | {excerpt}"
    yield f"  {' ' * len(number)} | {terminal.coloured(mark, colour)}"


def shown_place(span: Span, files: Mapping[str, TextFile], here: Path) -> str:
    """``plans/foundry/plan.yaml:33:15``, as the user would type it from ``here``."""
    return f"{shown_file(span, files, here)}:{span.line}:{span.column}"


def shown_file(span: Span, files: Mapping[str, TextFile], here: Path) -> str:
    """The file of ``span`` as the user would type it."""
    source = files.get(span.file)
    return shown_path(source.path, here) if source else span.file


def shown_path(path: Path, here: Path) -> str:
    """A path as the user would type it from ``here``, with forward slashes."""
    try:
        relative = relpath(path, here)
    except ValueError:  # another drive of Windows
        return path.as_posix()
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def _excerpt(line: str, column: int, length: int, longest: int) -> tuple[str, str]:
    """The line around ``column`` (from 1), and marks under the ``length`` characters from there."""
    line = printable(line.replace("\t", " "))
    start = max(0, column - 1 - longest // 2) if len(line) > longest else 0
    part = line[start : start + longest]
    before = "…" if start else ""
    after = "…" if start + longest < len(line) else ""
    at = column - 1 - start
    marked = part[at : at + length]
    return before + part + after, " " * display_width(before + part[:at]) + "^" * max(1, display_width(marked))
