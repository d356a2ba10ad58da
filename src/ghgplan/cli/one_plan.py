"""The one plan that a command is about: found, read and computed, its errors shown."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from ghgplan.cli.exit_codes import ExitCode
from ghgplan.cli.findings import shown_place
from ghgplan.cli.listing import listing_lines
from ghgplan.cli.terminal import Terminal
from ghgplan.compute.report import Report, compute
from ghgplan.diagnostics import Severity, Span
from ghgplan.project.addresses import PlanAddress, find
from ghgplan.project.findings import unique
from ghgplan.project.loading import TextFile, load
from ghgplan.values import frozen


@frozen
class OnePlan:
    """A plan with its report, as far as that could be computed."""

    address: PlanAddress
    report: Report
    has_errors: bool
    files: Mapping[str, TextFile]
    here: Path

    def place(self, span: Span) -> str:
        """A place as the user would type it."""
        return shown_place(span, self.files, self.here)


def one_plan(argument: str, terminal: Terminal) -> OnePlan | ExitCode:
    """The plan that ``argument`` names; where there is none, or no report of it, what to answer. Says what is wrong."""
    here = Path.cwd()
    address = _address(argument, here, terminal)
    if address is None:
        return ExitCode.USAGE
    loaded = load(address)
    findings = loaded.outcome.diagnostics
    report = None
    if loaded.outcome.value is not None and not loaded.outcome.failed:
        computed = compute(loaded.outcome.value)
        findings, report = unique((*findings, *computed.diagnostics)), computed.value
    errors = [finding for finding in findings if finding.severity is Severity.ERROR]
    for line in listing_lines(errors, loaded.files, here, terminal):
        terminal.complain(line)
    if report is None:
        return ExitCode.PLAN_ERROR
    return OnePlan(address, report, bool(errors), loaded.files, here)


def _address(argument: str, here: Path, terminal: Terminal) -> PlanAddress | None:
    found = find((argument,), here)
    if len(found.plans) == 1:
        return found.plans[0]
    if found.plans:
        plans = ", ".join(plan.name for plan in found.plans)
        terminal.complain(terminal.text("usage.several-plans", given=argument, plans=plans))
        return None
    sentence = terminal.text("usage.unknown-plan", given=argument)
    suggestion = found.unknown[0].suggestion if found.unknown else None
    terminal.complain(f"{sentence} {terminal.text('usage.did-you-mean', suggestion=suggestion)}" if suggestion else sentence)
    return None
