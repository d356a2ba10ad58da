"""``ghgplan build`` and ``ghgplan check``: run the plans, show what was found and what was made."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from ghgplan.cli.arguments import GITHUB, JSON, SARIF, TEXT, Command
from ghgplan.cli.dry_run import show_forecasts
from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.findings import shown_path
from ghgplan.cli.findings_json import counts, findings_json
from ghgplan.cli.front import manner
from ghgplan.cli.listing import listing_lines
from ghgplan.cli.terminal import Colour, Terminal
from ghgplan.diagnostics import Severity
from ghgplan.project.addresses import Found, find
from ghgplan.project.all_plans import build_plans
from ghgplan.project.building import PlanResult
from ghgplan.project.course import Progress, Standing
from ghgplan.project.forecast import forecast
from ghgplan.project.store.shelf import Stores, keep_shown
from ghgplan.project.work import Work, usable_cores

SOON = 5
"""Seconds below which nothing is said of the time that is left."""
MINUTES_FROM = 90
"""Seconds from which on it is told in minutes."""


def run_plans(command: Command, terminal: Terminal) -> int:
    """Build the plans of ``command``, or with the verb ``check`` only look for findings; the exit code."""
    here = Path.cwd()
    found = find(command.plans, here)
    if found.unknown or not found.plans:
        _complain_of_unknown(found, here, terminal)
        return ExitCode.USAGE
    out = here / command.out if command.verb == "build" else None
    if command.dry_run and out:
        return show_forecasts(forecast(found.plans, command.request, out, Stores(anew=command.force)), terminal)
    code = ExitCode.BUILT
    shown: list[PlanResult] = []
    work = Work(command.request, out, storing=True, anew=command.force)
    jobs = command.jobs or usable_cores()
    with closing(build_plans(found.plans, work, progress_on(terminal, command), jobs=jobs, cluster=command.cluster)) as results:
        for result in results:
            _show(result, command, here, terminal)
            _keep_shown(result, command, here, terminal)
            # All is held at once only where it is shown at once.
            if command.format in (JSON, SARIF):
                shown.append(result)
            code = max(code, _exit_code(result))
    if command.format == JSON:
        terminal.line(json.dumps(findings_json(shown, here), ensure_ascii=False, indent=2))
    elif command.format == SARIF:
        from ghgplan.cli.sarif import sarif

        terminal.line(json.dumps(sarif(shown, here, terminal.language), ensure_ascii=False, indent=2))
    return code


def progress_on(terminal: Terminal, command: Command) -> Progress:
    """Shows on ``terminal`` how the plans of ``command`` stand."""

    def show(now: Standing) -> None:
        if command.quiet:
            return
        doing = terminal.text(f"stage.{now.stage}")
        line = terminal.text("progress", number=min(now.done + 1, now.total), total=now.total, plan=now.plan.name, doing=doing)
        left = _left(now.seconds_left, terminal)
        terminal.progress(f"{line} · {left}" if left else line)

    return show


def _left(seconds: float | None, terminal: Terminal) -> str:
    """How long the rest will take, in words; empty where that is unknown or soon over."""
    if seconds is None or seconds < SOON:
        return ""
    if seconds < MINUTES_FROM:
        return terminal.text("progress.seconds left", seconds=-(-int(seconds) // 5) * 5)
    return terminal.text("progress.minutes left", minutes=round(seconds / 60))


def _exit_code(result: PlanResult) -> ExitCode:
    if result.trouble:
        return ExitCode.SURROUNDINGS
    return ExitCode.PLAN_ERROR if result.failed or result.bug else ExitCode.BUILT


def _complain_of_unknown(found: Found, here: Path, terminal: Terminal) -> None:
    for unknown in found.unknown:
        sentence = terminal.text("usage.unknown-plan", given=unknown.argument)
        if unknown.suggestion:
            sentence += " " + terminal.text("usage.did-you-mean", suggestion=unknown.suggestion)
        terminal.complain(sentence)
    if not found.unknown:
        terminal.complain(terminal.text("usage.no-plans", folder=here))


def _show(result: PlanResult, command: Command, here: Path, terminal: Terminal) -> None:
    for line in _finding_lines(result, command, here, terminal):
        terminal.line(line)
    if result.trouble:
        problem = terminal.text(result.trouble.name, **result.trouble.arguments)
        terminal.complain(terminal.text("plan.trouble", plan=result.plan.name, problem=problem))
    elif result.bug:
        if command.debug:
            terminal.complain(result.bug.trace)
        terminal.complain(terminal.text("plan.bug", plan=result.plan.name, problem=result.bug))
    elif command.format == TEXT and (result.failed or not command.quiet):
        terminal.line(_summary(result, command, here, terminal))


def _keep_shown(result: PlanResult, command: Command, here: Path, terminal: Terminal) -> None:
    """Let the store know what is shown of the result as long as nothing changes."""
    # Paths are shown as seen from here, and the front looks at nothing but the project here.
    if result.kept and command.format == TEXT and here == result.plan.project:
        lines = list(_finding_lines(result, command, here, terminal))
        if result.failed or not command.quiet:
            lines.append(_summary(replace(result, unchanged=True), command, here, terminal))
        way = manner(terminal.language, coloured=terminal.shows_colours, quiet=command.quiet, verbose=command.verbose)
        keep_shown(result.kept, way, "\n".join(lines))


def _finding_lines(result: PlanResult, command: Command, here: Path, terminal: Terminal) -> Iterator[str]:
    if command.format == TEXT:
        # Quiet, all that fails the plan is shown, and nothing else.
        shown = [finding for finding in result.diagnostics if not command.quiet or command.request.fails((finding,))]
        yield from listing_lines(shown, result.files, here, terminal, verbose=command.verbose)
    elif command.format == GITHUB:
        from ghgplan.cli.github import command_lines

        yield from command_lines(result, here, terminal)


def _summary(result: PlanResult, command: Command, here: Path, terminal: Terminal) -> str:
    number = counts(result)
    arguments = {
        "plan": result.plan.name,
        "errors": number[Severity.ERROR],
        "warnings": number[Severity.WARNING],
        "files": len(result.outputs),
        "folder": shown_path(here / command.out / result.plan.name, here),
        "seconds": f"{result.seconds:.1f}",
    }
    if not result.failed:
        became = "checked" if command.verb != "build" else "unchanged" if result.unchanged else "built"
        return terminal.coloured(terminal.text(f"summary.{became}", **arguments), Colour.GREEN)
    line = terminal.text(f"summary.{'failed' if command.verb == 'build' else 'found'}", **arguments)
    strict = "" if number[Severity.ERROR] else f" {terminal.text('summary.strict')}"
    return terminal.coloured(line + strict, Colour.RED)
