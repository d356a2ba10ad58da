"""How a finding reads: where, how bad, what; the line with a mark under it; what to write instead."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from os.path import relpath
from pathlib import Path

from ghgplan.cli.terminal import Colour, Terminal, display_width, printable
from ghgplan.diagnostics import Diagnostic, Severity
from ghgplan.project.loading import TextFile

LONGEST_EXCERPT = 100
"""Characters of a line that are shown around a finding."""

_COLOURS = {Severity.ERROR: Colour.RED, Severity.WARNING: Colour.YELLOW}


def finding_lines(finding: Diagnostic, files: Mapping[str, TextFile], here: Path, terminal: Terminal) -> Iterator[str]:
    """The lines that show one finding; ``files`` by the label that its span carries."""
    source = files.get(finding.span.file)
    shown = shown_path(source.path, here) if source else finding.span.file
    colour = _COLOURS[finding.severity]
    where = terminal.coloured(f"{printable(shown)}:{finding.span.line}:{finding.span.column}", Colour.BOLD)
    severity = terminal.coloured(terminal.text(f"severity.{finding.severity}"), colour, Colour.BOLD)
    yield f"{where} {severity} {finding.code}: {printable(finding.message(terminal.language))}"
    if source and finding.span.line <= len(source.lines) and source.lines[finding.span.line - 1].strip():
        excerpt, mark = _excerpt(source.lines[finding.span.line - 1], finding.span.column, finding.span.length)
        number = str(finding.span.line)
        yield f"  {number} | {excerpt}"
        yield f"  {' ' * len(number)} | {terminal.coloured(mark, colour)}"
    advice = finding.advice(terminal.language)
    if advice:
        yield f"    {terminal.coloured(terminal.text('finding.hint', advice=advice), Colour.CYAN)}"
    if finding.path:
        yield f"    {terminal.text('finding.path', path=finding.dotted_path)}"


def shown_path(path: Path, here: Path) -> str:
    """A path as the user would type it from ``here``, with forward slashes."""
    try:
        relative = relpath(path, here)
    except ValueError:  # another drive of Windows
        return path.as_posix()
    return path.as_posix() if relative.startswith("..") else Path(relative).as_posix()


def _excerpt(line: str, column: int, length: int) -> tuple[str, str]:
    """The line around ``column`` (from 1), and marks under the ``length`` characters from there."""
    line = printable(line.replace("\t", " "))
    start = max(0, column - 1 - LONGEST_EXCERPT // 2) if len(line) > LONGEST_EXCERPT else 0
    part = line[start : start + LONGEST_EXCERPT]
    before = "…" if start else ""
    after = "…" if start + LONGEST_EXCERPT < len(line) else ""
    at = column - 1 - start
    marked = part[at : at + length]
    return before + part + after, " " * display_width(before + part[:at]) + "^" * max(1, display_width(marked))
