"""``ghgplan template new`` and ``ghgplan template check``: a company's own Word templates."""

from __future__ import annotations

from pathlib import Path

from ghgplan.cli.arguments import Command
from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.findings import shown_path
from ghgplan.cli.listing import listing_lines
from ghgplan.cli.terminal import Terminal
from ghgplan.diagnostics import Diagnostic, Severity, nearest
from ghgplan.project.own_templates import BadName, checked, new_template, own_templates, template_file
from ghgplan.project.templates import FOLDER, STANDARD, word_template_names


def run_on_templates(command: Command, terminal: Terminal) -> int:
    """Do what ``command`` asks of templates; the exit code."""
    here = Path.cwd()
    if command.words == "new":
        return _new(command.names[0], command.like or STANDARD, here, terminal)
    return _check(command.names, here, terminal)


def _new(name: str, like: str, here: Path, terminal: Terminal) -> int:
    name = name.removesuffix(".docx")
    if like not in word_template_names(here):
        return _complain_of_unknown(like, here, terminal)
    try:
        path = new_template(here, name, like)
    except BadName:
        terminal.complain(terminal.text("template.bad-name", name=name))
        return ExitCode.USAGE
    except FileExistsError:
        terminal.complain(terminal.text("template.exists", path=f"{FOLDER}/{name}.docx"))
        return ExitCode.USAGE
    terminal.line(terminal.text("template.made", path=shown_path(path, here)))
    terminal.line(terminal.text("template.next-open"))
    terminal.line(terminal.text("template.next-check", name=name))
    terminal.line(terminal.text("template.next-use", name=name))
    return ExitCode.BUILT


def _check(names: tuple[str, ...], here: Path, terminal: Terminal) -> int:
    paths: list[Path] = []
    code = ExitCode.BUILT
    for name in names:
        path = template_file(name, here)
        if path is None:
            code = _complain_of_unknown(name, here, terminal)
        else:
            paths.append(path)
    if not names:
        paths = own_templates(here)
        if not paths:
            terminal.complain(terminal.text("template.none", folder=here / FOLDER))
            return ExitCode.USAGE
    for path in paths:
        findings = checked(path)
        code = max(code, _show(findings, path, here, terminal))
    return code


def _show(findings: tuple[Diagnostic, ...], path: Path, here: Path, terminal: Terminal) -> ExitCode:
    shown = shown_path(path, here)
    for line in listing_lines(findings, {}, here, terminal):
        terminal.line(line)
    errors = sum(finding.severity is Severity.ERROR for finding in findings)
    if findings:
        terminal.line(terminal.text("template.faults", path=shown, errors=errors, warnings=len(findings) - errors))
    else:
        terminal.line(terminal.text("template.sound", path=shown))
    return ExitCode.PLAN_ERROR if errors else ExitCode.BUILT


def _complain_of_unknown(given: str, here: Path, terminal: Terminal) -> ExitCode:
    known = word_template_names(here)
    sentence = terminal.text("usage.unknown-template", given=given, known=", ".join(known))
    close = nearest(given, known)
    terminal.complain(f"{sentence} {terminal.text('usage.did-you-mean', suggestion=close)}" if close else sentence)
    return ExitCode.USAGE
